"""What the note does with its words: sells, asks, promises, trades, counts, chases (M01 to M11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netprep.guard.asks import ASKS, EASY_NO, OFFERED, AskPhrase
from netprep.guard.case import Case
from netprep.guard.grounding.links import LINK
from netprep.guard.grounding.vocabulary import FUNCTION
from netprep.guard.phrases import Phrase, compiled, matches
from netprep.guard.pitch import PITCH, THEIRS
from netprep.guard.rules import RULES, Rule
from netprep.guard.text import Mask, Span, Text, phrase_key, words_of
from netprep.guard.tone import BARE_NUDGE_SUBJECTS, CONDITIONS, NUDGES, PROMISES, SCORES
from netprep.model.plan import Finding, Level
from netprep.model.words import AskClass

_ORDER = list(AskClass)


def manner(text: Text, case: Case, taken: Sequence[Span]) -> Iterator[Finding]:
    """Findings on how the note speaks. What it quotes word for word is the reader's, and left alone."""
    quiet = Mask(len(text.body), [*taken, *text.gaps, *case.verified_quotes(text)])
    if not case.may_offer:
        yield from _pitches(text, case, quiet)
    yield from _asks(text, case, quiet)
    if not any(known.what == "promise" for known in case.context.allowed):
        yield from _promises(text, quiet)
    for match in _hits(CONDITIONS, text, quiet):
        yield RULES["M09"].at(text.body, match.span(), f"“{match[0]}” makes the gift a trade.")
    for match in _hits(SCORES, text, quiet):
        yield RULES["M10"].at(text.body, match.span(), f"“{match[0]}” counts favours between you.")
    yield from _nudges(text, case, quiet)


def _hits(phrases: Sequence[Phrase], text: Text, quiet: Mask) -> Iterator[re.Match[str]]:
    for phrase in phrases:
        for match in matches(phrase, text.body, text.low):
            if quiet.hits(match.span()):
                continue
            if phrase.unless and compiled(phrase.unless).search(text.sentence_text(match.start())):
                continue
            yield match


def _pitches(text: Text, case: Case, quiet: Mask) -> Iterator[Finding]:
    for phrase in PITCH:
        for match in _hits((phrase,), text, quiet):
            if phrase.topic and _is_theirs(match, text, case):
                continue
            message = f"“{match[0]}” sells, at stage {case.context.stage.label} ({case.context.stage}) and uninvited."
            yield RULES["M01"].at(text.body, match.span(), message)


def _is_theirs(match: re.Match[str], text: Text, case: Case) -> bool:
    """Whether a subject of trade is only spoken of: another's, known, or a word in quotation marks."""
    if Mask(len(text.body), (quotation.span for quotation in text.quotations)).hits(match.span()):
        return True
    before = text.body[max(0, match.start() - 40) : match.start()]
    if re.search(THEIRS, before, re.IGNORECASE):
        return True
    telling = [word for word in words_of(match[0]) if word not in FUNCTION]
    return bool(telling) and all(word in case.evidence.words for word in telling)


def _asks(text: Text, case: Case, quiet: Mask) -> Iterator[Finding]:
    for ask in ASKS:
        if _is_open(ask.ask, case):
            continue
        for match in _hits((ask.phrase,), text, quiet):
            if not (ask.meeting and _is_easy_offer(text, match.start())):
                yield _ask_finding(ask, match, text, case)


def _is_open(ask: AskClass, case: Case) -> bool:
    gate = case.context.gate
    return gate.answer == "allow" and _ORDER.index(ask) <= _ORDER.index(gate.ask)


def _is_easy_offer(text: Text, offset: int) -> bool:
    """Whether a meeting is offered on their terms and a no is made easy."""
    return bool(compiled(OFFERED).search(text.sentence_text(offset)) and compiled(EASY_NO).search(text.body))


def _ask_finding(ask: AskPhrase, match: re.Match[str], text: Text, case: Case) -> Finding:
    gate = case.context.gate
    if gate.answer != "allow":
        reason = gate.reason or f"the gate says {gate.answer}"
        suggestion = gate.meanwhile or ""
    else:
        reason = f"only {gate.ask.label} ({gate.ask}) is open now"
        suggestion = f"Leave it out; see whether {ask.ask.label} ({ask.ask}) may be asked before you do."
    message = f"“{match[0]}” asks for {ask.ask.label} ({ask.ask}): {reason}"
    return RULES["M02"].at(text.body, match.span(), message.rstrip(".") + ".", suggestion)


def _promises(text: Text, quiet: Mask) -> Iterator[Finding]:
    rule = RULES["M05"]
    for match in _hits(PROMISES, text, quiet):
        message = f"“{match[0]}” promises something, and no promise is logged."
        own = text.is_own(match.span())
        yield (rule.softer(Level.INFO) if own else rule).at(text.body, match.span(), message)


def _nudges(text: Text, case: Case, quiet: Mask) -> Iterator[Finding]:
    hits = list(_hits(NUDGES, text, quiet))
    if not hits:
        return
    rule: Rule = RULES["M11"]
    if _gives(text, case):
        rule = rule.softer(Level.INFO)
    for match in hits:
        yield rule.at(text.body, match.span(), f"“{match[0]}” only reminds.")


def _gives(text: Text, case: Case) -> bool:
    """Whether the note brings something: a sentence marked so, a link that is known, an item by its title."""
    if case.gives or any(case.evidence.has_link(match[0]) for match in LINK().finditer(text.body)):
        return True
    body = phrase_key(text.body)
    items = (phrase_key(known.text) for known in case.context.allowed if known.what in ("item", "give"))
    return any(len(item.split()) > 1 and item in body for item in items)


def is_bare_nudge(subject: str) -> bool:
    """Whether a subject line only reminds."""
    return " ".join(subject.casefold().split()).strip(" .!?:") in BARE_NUDGE_SUBJECTS
