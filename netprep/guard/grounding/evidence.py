"""What a note may rest on, taken apart once: words, numbers, dates, times, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from netprep.guard.context import Context
from netprep.guard.grounding.dates import DateSpan, Days, dates
from netprep.guard.grounding.links import ADDRESS, LINK, TRAILING, TimeSpan, bare, phones, times
from netprep.guard.grounding.numbers import NumberSpan, numbers
from netprep.guard.text import Mask, phrase_key, words_of
from netprep.model.plan import Known
from netprep.model.words import Sensitivity, Source

_UNSAYABLE = frozenset({Source.THIRD_PARTY, Source.GUESS})
_WEEKDAY_WINDOW = 14
"""Days before and after today in which "on Thursday" names one day."""
_ORDINAL_WINDOW = 31
"""Days before and after today in which "the 19th" names one day."""
_SHORTEST_PHONE = 7


def sayable(known: Known) -> bool:
    """Whether a thing known may carry a sentence: open, and not hearsay or a guess."""
    return known.sensitivity is Sensitivity.OPEN and known.source not in _UNSAYABLE


@dataclass(frozen=True)
class Evidence:
    """Everything known, as lines of text with the day each was told, and the days and times by themselves.

    More lines and days can only support more: no method answers "no" because of something known.
    """

    lines: tuple[tuple[str, date], ...]
    moments: tuple[date, ...]
    minutes_known: frozenset[int]
    today: date

    @classmethod
    def of(cls, context: Context, extra: Iterable[str] = ()) -> Evidence:
        """What ``context`` lets a note rest on, and some more lines told today."""
        lines: list[tuple[str, date]] = [(name, context.today) for name in context.names]
        moments, minutes = [], set()
        for known in context.allowed:
            if not sayable(known):
                continue
            told = known.date.day if known.date else context.today
            lines += [(line, told) for line in (known.text, known.quote) if line]
            if known.date:
                moments.append(told)
                if known.date.has_time:
                    at = known.date.value
                    minutes.add(getattr(at, "hour", 0) * 60 + getattr(at, "minute", 0))
        lines += [(line, context.today) for line in extra]
        return cls(tuple(lines), tuple(moments), frozenset(minutes), context.today)

    # Words

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(phrase_key(line) for line, _ in self.lines)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word known, without a possessive ending, and the pieces between apostrophes."""
        whole = {word for line in self._plain_lines for word in line}
        return frozenset(whole | {piece for word in whole for piece in word.split("'") if len(piece) > 1})

    @cached_property
    def _plain_lines(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(word.removesuffix("'s") for word in words_of(line)) for line, _ in self.lines)

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pair for line in self._plain_lines for pair in pairwise(line))

    def has_quote(self, parts: tuple[str, ...]) -> bool:
        """Whether all parts of a quotation stand in one line, word for word."""
        return any(all(part in key for part in parts) for key in self._keys)

    def has_name(self, words: tuple[str, ...]) -> bool:
        """Whether the words are known, each next to the other."""
        if not all(word in self.words for word in words):
            return False
        return all(pair in self._pairs for pair in pairwise(words))

    # Links and numbers

    @cached_property
    def _links(self) -> frozenset[str]:
        found = [match[0] for line, _ in self.lines for match in LINK().finditer(line)]
        return frozenset(found) | frozenset(map(bare, found))

    def has_link(self, link: str) -> bool:
        """Whether a link is known byte for byte, but for the marks of the sentence around it."""
        return any(link.startswith(known) and not link[len(known) :].strip(TRAILING) for known in self._links)

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return frozenset(match[0].casefold() for line, _ in self.lines for match in ADDRESS().finditer(line))

    def has_address(self, address: str) -> bool:
        """Whether an e-mail address is known."""
        return address.casefold() in self._addresses

    @cached_property
    def _phones(self) -> frozenset[str]:
        return frozenset(digits for line, _ in self.lines for _, _, digits in phones(line))

    def has_phone(self, digits: str) -> bool:
        """Whether a telephone number is known, with or without the country's code."""
        tail = digits.lstrip("0")
        return len(tail) >= _SHORTEST_PHONE and any(
            known.endswith(tail) or digits.endswith(known.lstrip("0")) for known in self._phones
        )

    def _masked(self, line: str, told: date) -> Mask:
        spans = [match.span() for pattern in (LINK, ADDRESS) for match in pattern().finditer(line)]
        return Mask(len(line), [*spans, *((found.start, found.end) for found in dates(line, told))])

    @cached_property
    def _numbers(self) -> frozenset[tuple[float, str]]:
        found = set()
        for line, told in self.lines:
            masked = self._masked(line, told)
            for number in numbers(line):
                if not masked.hits((number.start, number.end)):
                    found |= {(value, unit) for value in number.values for unit in {number.unit, ""}}
        years = {day.year for day in self._days} | {year for year, _ in self._said_months if year}
        return frozenset(found | {(float(year), "") for year in years})

    def has_number(self, number: NumberSpan) -> bool:
        """Whether a number is known, as a share or an amount if it is said to be one."""
        return any((value, number.unit) in self._numbers for value in number.values)

    def has_age(self, days: float, unit: float) -> bool:
        """Whether something known is about so many days old or ahead, give or take half a unit."""
        return any(abs(abs((day - self.today).days) - days) <= unit / 2 for day in self.moments)

    def has_day_of_month(self, value: float) -> bool:
        """Whether "the 19th" is a day known, about now."""
        return any(day.day == value and abs((day - self.today).days) <= _ORDINAL_WINDOW for day in self._days)

    # Dates and times

    @cached_property
    def _said(self) -> tuple[DateSpan, ...]:
        return tuple(found for line, told in self.lines for found in dates(line, told))

    @cached_property
    def _ranges(self) -> frozenset[Days]:
        return frozenset((day, day) for day in self.moments) | frozenset(
            days for said in self._said for days in said.days
        )

    @cached_property
    def _days(self) -> frozenset[date]:
        return frozenset(first for first, last in self._ranges if first == last)

    @cached_property
    def _said_months(self) -> frozenset[tuple[int | None, int]]:
        return frozenset((said.year, said.month) for said in self._said if said.month)

    def has_date(self, span: DateSpan) -> bool:
        """Whether a date agrees with one known."""
        if span.month is not None:
            return self._has_month_date(span) if span.day else self._has_month(span)
        if span.weekday is not None:
            return self._has_weekday(span)
        return any(first <= low and high <= last for first, last in span.days for low, high in self._ranges)

    def _has_month(self, span: DateSpan) -> bool:
        known = {(day.year, day.month) for day in self._days} | self._said_months
        return any(month == span.month and span.year in (None, year) for year, month in known)

    def _has_month_date(self, span: DateSpan) -> bool:
        wanted = (span.month, span.day)
        if any((said.month, said.day) == wanted and span.year in (None, said.year) for said in self._said):
            return True
        return any(
            (day.month, day.day) == wanted and span.year in (None, day.year) and span.weekday in (None, day.weekday())
            for day in self._days
        )

    def _has_weekday(self, span: DateSpan) -> bool:
        said = {(found.weekday, found.way) for found in self._said}
        if (span.weekday, span.way) in said or (not span.way and any(day == span.weekday for day, _ in said)):
            return True
        return not span.habit and any(self._is_near(day, span) for day in self._days)

    def has_weekday_in(self, weekday: int, month: int) -> bool:
        """Whether some day known falls on a weekday in a month, this year or another."""
        return any(day.weekday() == weekday and day.month == month for day in (*self.moments, *self._days))

    def had_weekday(self, weekday: int) -> bool:
        """Whether something known took place on this day of the week, however long ago: "that Thursday"."""
        return any(day.weekday() == weekday and day <= self.today for day in self.moments)

    def _is_near(self, day: date, span: DateSpan) -> bool:
        ahead = (day - self.today).days
        return day.weekday() == span.weekday and abs(ahead) <= _WEEKDAY_WINDOW and ahead * span.way >= 0

    @cached_property
    def _minutes(self) -> frozenset[int]:
        return self.minutes_known.union(*(found.minutes for found in self._times()))

    def _times(self) -> Iterator[TimeSpan]:
        for line, _ in self.lines:
            yield from times(line)

    def has_time(self, minutes: frozenset[int]) -> bool:
        """Whether a time of day is known."""
        return bool(minutes & self._minutes)

    def has_hour(self, hour: float) -> bool:
        """Whether "at six" is a time known."""
        return any(minute % 720 == hour % 12 * 60 for minute in self._minutes)
