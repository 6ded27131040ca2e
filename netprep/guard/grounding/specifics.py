"""Specifics: numbers, dates, names, quotations, links that must be known (M04).

What is a specific is read from the text alone; whether it is supported depends on the evidence
alone. So one more fact can clear a finding and never make one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from netprep.guard.case import Case
from netprep.guard.grounding.dates import dates, is_wish
from netprep.guard.grounding.evidence import Evidence
from netprep.guard.grounding.links import ADDRESS, LINK, bare, phones, times
from netprep.guard.grounding.names import names
from netprep.guard.grounding.numbers import NumberSpan, numbers
from netprep.guard.grounding.words import clause_end, clause_start
from netprep.guard.phrases import lazily
from netprep.guard.rules import RULES
from netprep.guard.text import Mask, Span, Text
from netprep.model.frozen import frozen
from netprep.model.plan import Finding, Level

_CLOCK_WORDS = lazily(r"\b(?:at|by|around|until|till|from|before|after|about)\s$", re.IGNORECASE)
_LATEST_HOUR = 12


@frozen
class Mention:
    """One specific, and the question whether the evidence has it."""

    kind: str
    start: int
    end: int
    holds: Callable[[Evidence], bool]


_SUGGESTIONS = {
    "quotation": "Quote their words exactly as logged, or say it without quotation marks.",
    "link": "Use the link of the library, byte for byte, or leave it out.",
    "address": "Use an address that is in the notebook, or leave it out.",
    "telephone number": "Use a number that is in the notebook, or leave it out.",
    "date": "Name the day of something logged, or say it without a day.",
    "time": "Use the time that was logged, or leave it out.",
    "number": "Use the number that was logged, or say it without one.",
    "name": "Use a name that is in the notebook, or say it without one.",
}


def specifics(text: Text, case: Case, taken: Sequence[Span]) -> Iterator[Finding]:
    """A finding for each specific that nothing known supports.

    Args:
        text: what is read.
        case: what is known.
        taken: spans that something else answers for: slots, gaps, the name greeted.
    """
    rule = RULES["M04"]
    unverified = rule.softer(Level.INFO, "unverified")
    for mention in mentions(text, case, taken):
        if mention.holds(case.evidence):
            continue
        span = (mention.start, mention.end)
        said = text.body[mention.start : mention.end]
        if mention.kind == "date" and _is_my_day(text, mention):
            message = f"“{said}” is when you did something yourself; nothing logged says so."
            yield unverified.at(text.body, span, message, "If it is so, nothing needs doing.")
        elif text.is_own(span) or mention.holds(case.with_own_words):
            message = f"“{said}” stands in your own words only; nothing logged says so."
            yield unverified.at(
                text.body, span, message, "If it is so, nothing needs doing; log it to have it next time."
            )
        else:
            yield rule.at(
                text.body, span, f"Nothing known supports the {mention.kind} “{said}”.", _SUGGESTIONS[mention.kind]
            )


_MY_DAY = lazily(
    r"(?:today|yesterday|last night|this morning|this afternoon|this evening|tonight|last week|last weekend)",
    re.IGNORECASE,
)
_I_DID = lazily(r"(?<!\w)I(?:['’](?:ve|m|d))?(?!\w)")
_TOGETHER = lazily(
    r"(?<!\w)(?:you|your|yours|we|us|our|both|together|meeting|talk|chat|walk|call|coffee|lunch)(?!\w)", re.IGNORECASE
)


def _is_my_day(text: Text, mention: Mention) -> bool:
    """Whether a near day is only said of a thing I did by myself: "I tried it this morning"."""
    if not _MY_DAY().fullmatch(text.body[mention.start : mention.end]):
        return False
    first, last = text.sentence_at(mention.start)
    start, end = clause_start(text.body, mention.start, first), clause_end(text.body, mention.end, last)
    return bool(_I_DID().search(text.body, start, end)) and not _TOGETHER().search(text.body, start, end)


def mentions(text: Text, case: Case, taken: Sequence[Span]) -> list[Mention]:
    """Every specific of a text, each character counted once."""
    mask = Mask(len(text.body), taken)
    found: list[Mention] = []
    for finder in (_quotations, _links, _addresses, _dates, _times, _phones, _numbers):
        for mention in finder(text, case):
            span = (mention.start, mention.end)
            if not mask.hits(span):
                mask.add(span)
                found.append(mention)
    return [*found, *_names(text, mask)]


def _names(text: Text, taken: Mask) -> Iterator[Mention]:
    for name in names(text, taken):
        yield Mention("name", name.start, name.end, partial(Evidence.has_name, words=name.words))


def _quotations(text: Text, _: Case) -> Iterator[Mention]:
    for quotation in text.quotations:
        if quotation.is_claim:
            parts = quotation.parts
            yield Mention("quotation", *quotation.span, partial(Evidence.has_quote, parts=parts))


def _links(text: Text, _: Case) -> Iterator[Mention]:
    for match in LINK().finditer(text.body):
        link = match[0]
        end = match.start() + len(bare(link))
        yield Mention("link", match.start(), end, partial(Evidence.has_link, link=link))


def _addresses(text: Text, _: Case) -> Iterator[Mention]:
    for match in ADDRESS().finditer(text.body):
        address = match[0]
        yield Mention("address", *match.span(), partial(Evidence.has_address, address=address))


def _dates(text: Text, case: Case) -> Iterator[Mention]:
    for span in dates(text.body, case.context.today):
        if not is_wish(text.body[span.start : span.end], text.sentence_text(span.start)):
            holds: Callable[[Evidence], bool] = partial(Evidence.has_date, span=span)
            if span.weekday is not None and _THAT().search(text.body, max(0, span.start - 12), span.start + 6):
                holds = _or_weekday(holds, span.weekday)
            if span.weekday is not None and (month := _WITH_DAY().match(text.body, span.end)):
                holds = _or_day_of(holds, span.weekday, month["month"][:3].casefold())
            yield Mention("date", span.start, span.end, holds)


def _times(text: Text, _: Case) -> Iterator[Mention]:
    for span in times(text.body):
        yield Mention("time", span.start, span.end, partial(Evidence.has_time, minutes=span.minutes))


def _phones(text: Text, _: Case) -> Iterator[Mention]:
    for start, end, digits in phones(text.body):
        yield Mention("telephone number", start, end, partial(Evidence.has_phone, digits=digits))


def _numbers(text: Text, _: Case) -> Iterator[Mention]:
    for span in numbers(text.body):
        said = text.body[span.start : span.end].casefold()
        is_day = said.endswith(("st", "nd", "rd", "th"))
        is_hour = _CLOCK_WORDS().search(text.body[max(0, span.start - 8) : span.start]) is not None
        holds = _number_holds(span, is_day=is_day, is_hour=is_hour)
        if age := _AGE().match(text.body, span.end):
            holds = _or_age(holds, min(span.values), _DAYS[age["unit"].casefold()])
        yield Mention("number", span.start, span.end, holds)


_THAT = lazily(r"\b(?:that|the same|on that) (?:\w+day)?", re.IGNORECASE)


def _or_weekday(holds: Callable[[Evidence], bool], weekday: int) -> Callable[[Evidence], bool]:
    """The same, or a weekday long gone that is pointed at: "that Thursday"."""
    return lambda known: holds(known) or known.had_weekday(weekday)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WITH_DAY = lazily(
    r",? (?:the )?[\w-]{1,14}(?: of)? (?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)


def _or_day_of(holds: Callable[[Evidence], bool], weekday: int, month: str) -> Callable[[Evidence], bool]:
    """The same, or a weekday with its date behind it, which is read by itself: "Sunday the thirteenth of December"."""
    return lambda known: holds(known) or known.has_weekday_in(weekday, _MONTHS.index(month) + 1)


_AGE = lazily(r"[ -](?P<unit>day|week|month|year)s?\b", re.IGNORECASE)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


def _or_age(holds: Callable[[Evidence], bool], value: float, days: float) -> Callable[[Evidence], bool]:
    """The same, or a length of time that has passed since something known: "it took me five weeks"."""
    return lambda known: holds(known) or known.has_age(value * days, days)


def _number_holds(span: NumberSpan, *, is_day: bool, is_hour: bool) -> Callable[[Evidence], bool]:
    value = min(span.values)

    def holds(known: Evidence) -> bool:
        if known.has_number(span):
            return True
        if span.unit:
            return False
        return (is_day and known.has_day_of_month(value)) or (
            is_hour and value <= _LATEST_HOUR and known.has_hour(value)
        )

    return holds
