"""What the note does with its words: sells, asks, promises, only reminds (M01, M02, M05, M11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from netprep.guard.book import Act, book
from netprep.guard.case import Case
from netprep.guard.grounding.links import LINK
from netprep.guard.grounding.vocabulary import FUNCTION
from netprep.guard.language.matching import Hit
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.guard.phrases import Phrase, compiled, matches
from netprep.guard.rules import RULES, Rule
from netprep.guard.text import Mask, Text, phrase_key, words_of
from netprep.guard.tone import BARE_NUDGE_SUBJECTS, PROMISES
from netprep.model.plan import Finding, Level
from netprep.model.words import AskClass

_ORDER = list(AskClass)
_THEIRS = r"(?:your|their|her|his|its|\w+'s) (?:\w+ ){0,2}$"
"""What before a subject of trade makes it somebody else's."""
SELLS, SELLS_TOPIC, NUDGES = "sells", "sells-topic", "nudges"
EASY_NO, OFFERS_MEETING, ASKS_MEETING = "easy-no", "offers-meeting", "asks-meeting"


def manner(text: Text, case: Case, message: Message, marks: Marks, quiet: Mask | None) -> Iterator[Finding]:
    """Findings on how the note speaks.

    Args:
        text: what is read.
        case: what is known, the stage and the gate.
        message: the same text, in words.
        marks: its speech acts.
        quiet: what is not the writer's: gaps, slots, the reader's words in quotation marks; None where there is none.
    """
    if not case.may_offer:
        yield from _pitches(text, case, message, marks)
    yield from _asks(text, case, message, marks)
    if not case.context.tone_only and not any(known.what == "promise" for known in case.context.allowed):
        yield from _promises(text, quiet)
    yield from _nudges(text, case, message, marks)


def _pitches(text: Text, case: Case, message: Message, marks: Marks) -> Iterator[Finding]:
    rule = RULES["M01"]
    where = f"at stage {case.context.stage.label} ({case.context.stage}) and uninvited"
    for hit in marks.of(SELLS):
        span = message.words.span(hit.first, hit.after)
        yield rule.at(text.body, span, f"“{text.body[span[0] : span[1]]}” sells, {where}.")
    for hit in marks.of(SELLS_TOPIC):
        span = message.words.span(hit.first, hit.after)
        if not _is_theirs(text, span, case):  # a subject of trade is a word: by itself it condemns nothing
            yield rule.softer(Level.WARN).at(text.body, span, f"“{text.body[span[0] : span[1]]}” sells, {where}.")


def _is_theirs(text: Text, span: tuple[int, int], case: Case) -> bool:
    """Whether a subject of trade is only spoken of: another's, known, or a word in quotation marks."""
    if Mask(len(text.body), (quotation.span for quotation in text.quotations)).hits(span):
        return True
    before = text.body[max(0, span[0] - 40) : span[0]]
    if re.search(_THEIRS, before, re.IGNORECASE):
        return True
    telling = [word for word in words_of(text.body[span[0] : span[1]]) if word not in FUNCTION]
    return bool(telling) and all(word in case.evidence.words for word in telling)


@lru_cache(maxsize=1)
def _asking_acts() -> tuple[Act, ...]:
    """The acts that ask for something of a size; most acts do not."""
    return tuple(act for act in book().acts.values() if act.size is not None)


def _asks(text: Text, case: Case, message: Message, marks: Marks) -> Iterator[Finding]:
    for act in _asking_acts():
        if act.size is None or _is_open(act.size, case):
            continue
        for hit in marks.of(act.name):
            if not (act.name == ASKS_MEETING and _is_easy_offer(hit, marks)):
                yield _ask_finding(act, message.words.span(hit.first, hit.after), text, case)


def _is_open(ask: AskClass, case: Case) -> bool:
    gate = case.context.gate
    return gate.answer == "allow" and _ORDER.index(ask) <= _ORDER.index(gate.ask)


def _is_easy_offer(hit: Hit, marks: Marks) -> bool:
    """Whether a meeting is offered on their terms and a no is made easy."""
    return bool(marks.of(EASY_NO)) and any(each.sentence == hit.sentence for each in marks.of(OFFERS_MEETING))


def _ask_finding(act: Act, span: tuple[int, int], text: Text, case: Case) -> Finding:
    gate, rule, ask = case.context.gate, RULES["M02"], act.size or AskClass.A1
    if gate.answer != "allow":
        reason = gate.reason or f"the gate says {gate.answer}"
        suggestion = gate.meanwhile or ""
    else:
        reason = f"only {gate.ask.label} ({gate.ask}) is open now"
        suggestion = f"Leave it out; see whether {ask.label} ({ask}) may be asked before you do."
    if case.context.tone_only:  # whoever asks may have earned it: nothing is known of them
        rule, reason, suggestion = rule.softer(Level.WARN), "somebody met once has not been given anything yet", ""
    message = f"“{text.body[span[0] : span[1]]}” asks for {ask.label} ({ask}): {reason}"
    return rule.at(text.body, span, message.rstrip(".") + ".", suggestion)


def _promises(text: Text, quiet: Mask | None) -> Iterator[Finding]:
    rule = RULES["M05"]
    for match in _said(PROMISES, text, quiet):
        message = f"“{match[0]}” promises something, and no promise is logged."
        own = text.is_own(match.span())
        yield (rule.softer(Level.INFO) if own else rule).at(text.body, match.span(), message)


def _said(phrases: Sequence[Phrase], text: Text, quiet: Mask | None) -> Iterator[re.Match[str]]:
    for phrase in phrases:
        for match in matches(phrase, text.body, text.low):
            if quiet is not None and quiet.hits(match.span()):
                continue
            if phrase.unless and compiled(phrase.unless).search(text.sentence_text(match.start())):
                continue
            yield match


def _nudges(text: Text, case: Case, message: Message, marks: Marks) -> Iterator[Finding]:
    hits = marks.of(NUDGES)
    if not hits:
        return
    rule: Rule = RULES["M11"]
    if _gives(text, case):
        rule = rule.softer(Level.INFO)
    for hit in hits:
        span = message.words.span(hit.first, hit.after)
        yield rule.at(text.body, span, f"“{text.body[span[0] : span[1]]}” only reminds.")


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
