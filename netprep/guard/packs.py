"""Rules from files, applied after the guard's own: they can forbid more, never allow more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netprep.guard.case import Case
from netprep.guard.phrases import Phrase, lowered, matches
from netprep.guard.text import Mask, Span, Text
from netprep.model.plan import Finding

if TYPE_CHECKING:
    from netprep.model.pack_rules import PackRule


def pack_findings(text: Text, case: Case, taken: Sequence[Span]) -> Iterator[Finding]:
    """What the rules of packs find. What the note quotes word for word is the reader's, and left alone."""
    if not case.context.rules:
        return
    quiet = Mask(len(text.body), [*taken, *text.gaps, *case.verified_quotes(text)])
    for rule in case.context.rules:
        for start, end in found_by(rule, text.body, text.low):
            if not quiet.hits((start, end)):
                words = text.body[start:end]
                message = rule.message.replace("{text}", words)
                yield Finding(rule.code, rule.name, rule.level, start, end, words, message, rule.suggestion)


def found_by(rule: PackRule, body: str, low: str | None = None) -> Iterator[Span]:
    """Where a rule finds something in a text; ``low`` is ``lowered(body)``, where it is known."""
    low = lowered(body) if low is None else low
    for phrase in rule.phrases:
        words = " ".join(re.escape(word) for word in phrase.replace("’", "'").split())
        for match in matches(Phrase(lowered(phrase), words, ""), body, low):
            yield match.span()
