"""Lengths of time that are said of something known: "the two hours on Tuesday" where the log has 45 minutes (M04)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.grounding.numbers import VALUES
from netprep.guard.grounding.support import Support
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span, Text

_LENGTH = lazily(
    r"(?<![\w-])(?P<number>\d{1,3}|half an|three quarters of an|an|[a-z]+(?:-[a-z]+)?)[ -](?P<unit>hour|minute)s?(?!\w)"
    r"(?P<half> and a half)?",
    re.IGNORECASE,
)
_PARTS = {"half an": 0.5, "three quarters of an": 0.75, "an": 1.0}
_AHEAD = lazily(
    r"(?<!\w)(?:if|would|could|might|may|can|shall|will|let['’]s|maybe|perhaps|takes?|within|every|each|per|away|from now)"
    r"(?!\w)|\?\s*$",
    re.IGNORECASE,
)


def wrong_lengths(text: Text, support: Support, quiet: Mask) -> Iterator[Span]:
    """Hours and minutes, said as something that was, that nothing known lasted."""
    found = [(span, minutes) for span, minutes in _lengths(text.body) if not quiet.hits(span)]
    if not found:
        return
    known = {minutes for line in support.lines for _, minutes in _lengths(line.text)}
    for span, minutes in found:
        if known and minutes not in known and not _AHEAD().search(text.sentence_text(span[0])):
            yield span


def _lengths(text: str) -> Iterator[tuple[Span, float]]:
    for match in _LENGTH().finditer(text):
        value = _value(match["number"].casefold())
        if value is not None:
            hours = value + (0.5 if match["half"] else 0)
            yield match.span(), hours * (60 if match["unit"].casefold() == "hour" else 1)


def _value(said: str) -> float | None:
    if said.isdecimal():
        return float(said)
    if said in _PARTS:
        return _PARTS[said]
    parts = [VALUES.get(part) for part in said.split("-")]
    known = [part for part in parts if part is not None]
    return float(sum(known)) if len(known) == len(parts) else None
