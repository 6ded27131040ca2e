"""Read a question before it is offered, whoever wrote it (Q01 to Q10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from netprep.facts import Destination, may_say
from netprep.guard.phrases import Phrase, lazily, matches
from netprep.guard.question_phrases import BOOMERANGS, PROBLEMS, SET_UPS
from netprep.guard.rules import RULES
from netprep.guard.slots import slots_in
from netprep.guard.text import Mask, Span, Text, phrase_key, words_of
from netprep.method.stems import says_little, stems
from netprep.model.plan import Finding, Known
from netprep.model.questions import Category
from netprep.settings.method import MethodSettings


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MARK = lazily(r"[?？]+")
_OPEN = _set("""what which who whom whose why how where""")
_WHEN = frozenset({"when"})
_BEFORE_OPEN = _set(
    """about above after against at before behind beyond by during for from in into of on to under until with"""
)
_LEADS_IN = _set("""and but so well ok okay now then oh tell me""")
_CLOSED = _set(
    """am are aren't can can't could couldn't did didn't do does doesn't don't had hadn't has hasn't have haven't
    is isn't may might must shall should shouldn't was wasn't were weren't will won't would wouldn't"""
)
_SECOND = lazily(r"(?<!\w)(?:and|or)\s{1,4}(?:what|how|why|which|who|where|when)(?!\w)", re.IGNORECASE)
_CLAUSE = lazily(r"\s*[,;:–—]\s+|\s+-\s+")


MAY_BE_CLOSED = frozenset({Category.L})
"""Categories in which yes or no is a good answer: "shall we carry on over a coffee?"."""


@dataclass(frozen=True)
class QuestionContext:
    """What a question may be held against. What is left out is not looked at.

    Attributes:
        may_be_closed: whether yes or no is all it wants, as with "shall we have a coffee?".
        rests_on: what fills its slots.
        kept_back: what is known of the person and may not be said to them.
        avoid: topics to avoid with them.
        trade: stems of what the user does for a living.
        is_need: whether it rests on a need of theirs.
        invited: they asked the user for this.
        is_answered: whether the log has the answer.
        was_asked: whether they were asked it before.
    """

    may_be_closed: bool = False
    rests_on: tuple[Known, ...] = ()
    kept_back: tuple[Known, ...] = ()
    avoid: tuple[str, ...] = ()
    trade: frozenset[str] = frozenset()
    is_need: bool = False
    invited: bool = False
    is_answered: bool = False
    was_asked: bool = False


def review_question(text: str, context: QuestionContext, settings: MethodSettings) -> tuple[Finding, ...]:
    """Everything that is wrong with a question, in the order of the rules.

    Args:
        text: what would be said aloud; it may begin with a sentence that leads to the question.
        context: what is known of the person and of the question.
        settings: the longest question, in words.
    """
    return tuple(_findings(Text(text), context, settings))


def review_questions(questions: Sequence[str], most: int) -> tuple[Finding, ...]:
    """A finding where there are more questions than ``most``; its span is in the text of all, one a line (Q04)."""
    if len(questions) <= most:
        return ()
    body = "\n".join(questions)
    start = sum(len(question) + 1 for question in questions[:most])
    message = f"{len(questions)} prepared questions; {most} are enough."
    return (RULES["Q04"].at(body, (start, len(body)), message),)


def trade_of(*texts: str | None) -> frozenset[str]:
    """The stems of what somebody does for a living, from their role and organisation."""
    found = {stem for text in texts if text for stem in stems(text)}
    return frozenset(stem for stem in found if not says_little(stem) and stem not in _any_job())


@lru_cache(maxsize=1)
def _any_job() -> frozenset[str]:
    return frozenset(stem for word in _ANY_JOB.split() for stem in stems(word))


_ANY_JOB = (
    "manager owner founder head director lead leader officer chief partner assistant senior junior specialist "
    "consultant coordinator president chair member studio group agency firm daughters sons associates works house "
    "second hand field"
)


def _findings(text: Text, context: QuestionContext, settings: MethodSettings) -> Iterator[Finding]:
    quoted = Mask(len(text.body), (quotation.span for quotation in text.quotations))
    marks = [match.span() for match in _MARK().finditer(text.body) if not quoted.hits(match.span())]
    if not context.may_be_closed:
        yield from _closed(text, marks, quoted)
    yield from _double(text, marks, quoted)
    yield from _set_up(text, context, quoted)
    for span in slots_in(text):
        yield RULES["Q05"].at(text.body, span, f"“{text.body[span[0] : span[1]]}” was never filled.")
    yield from _not_theirs_to_hear(text, context)
    for match in _said(BOOMERANGS, text, quoted):
        yield RULES["Q07"].at(text.body, match.span(), f"“{match[0]}” asks in order to tell.")
    yield from _long(text, settings.question_words)
    whole = (0, len(text.body))
    if context.is_answered:
        yield RULES["Q09"].at(text.body, whole, "The notebook has the answer.")
    if context.was_asked:
        yield RULES["Q10"].at(text.body, whole, "They were asked this before.")


def _closed(text: Text, marks: Sequence[Span], quoted: Mask) -> Iterator[Finding]:
    for start, end in marks:
        first, _ = text.sentence_at(start)
        words = _plain(text.body, (first, start), quoted)
        if not _is_open(words):
            yield RULES["Q01"].at(text.body, (first, end), "Yes or no answers this.")


def _plain(body: str, span: Span, quoted: Mask) -> str:
    """A stretch with what is quoted in it left blank."""
    return "".join(" " if quoted.hits((at, at + 1)) else body[at] for at in range(*span))


def _is_open(sentence: str) -> bool:
    """Whether the main clause of a question begins with a question word."""
    for clause in _CLAUSE().split(sentence):
        words = list(words_of(clause))
        while words and words[0] in _LEADS_IN:
            words.pop(0)
        if not words:
            continue
        if words[0] in _OPEN or (words[0] in _BEFORE_OPEN and words[1:] and words[1] in _OPEN | _WHEN):
            return True
        if words[0] in _WHEN and words[1:] and words[1] in _CLOSED:
            return True
        if words[0] in _CLOSED:
            return False
    return False


def _double(text: Text, marks: Sequence[Span], quoted: Mask) -> Iterator[Finding]:
    if len(marks) > 1:
        yield RULES["Q02"].at(text.body, marks[1], f"{len(marks)} questions in one.")
    for match in _SECOND().finditer(text.body):
        if not quoted.hits(match.span()) and not text.opens_sentence(match.start()):
            yield RULES["Q02"].at(text.body, match.span(), f"“{match[0]}” begins a second question.")


def _said(phrases: Sequence[Phrase], text: Text, quoted: Mask) -> Iterator[re.Match[str]]:
    """Where one of the phrases is said, and not only quoted."""
    for phrase in phrases:
        for match in matches(phrase, text.body, text.low):
            if not quoted.hits(match.span()):
                yield match


def _set_up(text: Text, context: QuestionContext, quoted: Mask) -> Iterator[Finding]:
    for match in _said(SET_UPS, text, quoted):
        yield RULES["Q03"].at(text.body, match.span(), f"“{match[0]}” leads to a pitch.")
    if context.invited or not context.trade & set(stems(text.body)):
        return
    if context.is_need or any(problem in words_of(text.body) for problem in PROBLEMS):
        message = "This makes what you sell their problem."
        yield RULES["Q03"].at(text.body, (0, len(text.body)), message)


def _not_theirs_to_hear(text: Text, context: QuestionContext) -> Iterator[Finding]:
    rule, whole = RULES["Q06"], (0, len(text.body))
    for known in context.rests_on:
        permission = may_say(known, Destination.PERSON)
        if not permission:
            yield rule.at(text.body, whole, f"It rests on “{known.text}”, and {permission.why_not}.")
    said = phrase_key(text.body)
    for known in context.kept_back:
        for words in filter(None, (known.text, known.quote)):
            if phrase_key(words).strip() and phrase_key(words) in said:
                yield rule.at(text.body, whole, f"It says “{words}”, which is not to be said to them.")
    for topic in context.avoid:
        if phrase_key(topic).strip() and phrase_key(topic) in said:
            yield rule.at(text.body, whole, f"“{topic}” is a topic to avoid with them.")


def _long(text: Text, most: int) -> Iterator[Finding]:
    words = [match.span() for match in re.finditer(r"\S+", text.body)]
    if len(words) > most:
        span = (words[most][0], words[-1][1])
        yield RULES["Q08"].at(text.body, span, f"{len(words)} words; {most} are enough.")
