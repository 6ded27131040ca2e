"""Dates as notes say them: weekdays, months, "19 November", "yesterday", "two weeks ago".

A relative word is read against a day: the day the note is written, or the day a fact was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from netprep.guard.grounding.numbers import VALUES, has_digit, words_of
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask
from netprep.model.frozen import frozen

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT_DAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
_SHORT_MONTHS = {name[:3]: index for index, name in enumerate(_MONTHS, start=1)} | {"sept": 9}
_WEEKDAY = {name: index for index, name in enumerate(_WEEKDAYS)} | _SHORT_DAYS
_MONTH = {name: index for index, name in enumerate(_MONTHS, start=1)} | _SHORT_MONTHS
_ORDINALS = {
    word: value for word, value in VALUES.items() if word.endswith(("st", "nd", "rd", "th")) and value < 31
} | {
    f"{tens}-{word}": base + VALUES[word]
    for tens, base, most in (("twenty", 20, 9), ("thirty", 30, 1))
    for word in VALUES
    if word.endswith(("st", "nd", "rd", "th")) and VALUES[word] <= most
}
"""The days of a month in words."""
_DAY = timedelta(days=1)
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4, "year": 365.25}
_SPREAD_DAYS = {"day": 0, "week": 3, "fortnight": 3, "month": 15, "year": 183}
_AMBIGUOUS = frozenset({"may", "march"})
_FIXED: dict[str, tuple[int, int]] = {
    "day before yesterday": (-2, -2), "yesterday": (-1, -1), "last night": (-1, -1), "this morning": (0, 0),
    "this afternoon": (0, 0), "this evening": (0, 0), "tonight": (0, 0), "earlier today": (0, 0), "tomorrow": (1, 1),
    "day after tomorrow": (2, 2), "other day": (-14, 0), "other week": (-28, 0),
}  # fmt: skip

_NEEDED_WORDS = frozenset(word.split()[0] for word in _FIXED) | {"last", "next", "this", "ago", "today"}
"""Words without which no relative date can be there."""
_RELATIVE_WORDS = _NEEDED_WORDS | {part for word in _FIXED for part in word.split()} | frozenset(VALUES)
_NOTHING = "(?!)"

Days = tuple[date, date]


@frozen
class DateSpan:
    """A date as said; which of the fields are set says how.

    ``days`` are the ranges it may mean. Else ``month`` with or without ``day`` and ``year``, or
    ``weekday`` alone: then ``way`` is -1 for "last", 1 for "next", and ``habit`` says "Sundays".
    """

    start: int
    end: int
    days: tuple[Days, ...] = ()
    weekday: int | None = None
    way: int = 0
    habit: bool = False
    day: int | None = None
    month: int | None = None
    year: int | None = None


@lru_cache(maxsize=1)
def _calendar() -> re.Pattern[str]:
    month = "|".join(sorted(_MONTH, key=len, reverse=True))
    week = "|".join(sorted(_WEEKDAY, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:"
        rf"(?P<iso>\d{{4}}-\d\d?-\d\d?)(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
        rf"|(?P<num>\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d))"
        rf"|(?:(?P<wd1>{week})\.?,?\s(?:the\s)?)?(?P<d1>\d{{1,2}})(?:st|nd|"
        rf"rd|th)?\s(?:of\s)?(?P<m1>{month})\.?(?:,?\s(?P<y1>\d{{4}}))?"
        rf"|(?:(?P<wd2>{week})\.?,?\s)?(?P<m2>{month})\.?\s(?:the\s)?(?P<d2>\d{{1,2}})(?:st|"
        rf"nd|rd|th)?(?:,?\s(?P<y2>\d{{4}}))?"
        rf"|(?P<m3>{month})\.?,?\s(?P<y3>\d{{4}})"
        rf")(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _spelt() -> re.Pattern[str]:
    """Days in words: "the fifth of December", "Saturday, December the fifth"."""
    month, week = "|".join(_MONTHS), "|".join(_WEEKDAYS)
    day = "|".join(word.replace("-", "[- ]") for word in sorted(_ORDINALS, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<wd>{week}),?\s)?(?:(?:the\s)?(?P<d1>{day})\s(?:of\s)?(?P<m1>{month})"
        rf"|(?P<m2>{month})\s(?:the\s)?(?P<d2>{day}))(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _names(weekdays: tuple[str, ...], months: tuple[str, ...]) -> re.Pattern[str]:
    """The weekdays and months that are there; an empty list matches nothing."""
    return re.compile(
        r"(?<!\w)(?:(?:(?P<way>last|next|past|coming)\s|this\s(?P<this>coming|past)\s)?"
        rf"(?P<weekday>{'|'.join(weekdays) or _NOTHING})(?P<plural>s)?"
        rf"|(?P<month>{'|'.join(months) or _NOTHING}))(?!\w)",
        re.IGNORECASE,
    )


_SHORT = lazily(
    r"(?:\b(?:on|next|last|by|until|this)\s(?P<near>Sat|Sun)|(?<!\w)(?P<day>Mon|Tues?|Weds?|Thurs?|Thu|Fri))(?!\w)"
)


@lru_cache(maxsize=64)
def _relative(present: frozenset[str]) -> re.Pattern[str]:
    """Relative dates that the words ``present`` can make."""
    said = [word for word in _FIXED if present.issuperset(word.split())]
    fixed = "|".join(word.replace(" ", r"\s") for word in sorted(said, key=len, reverse=True)) or _NOTHING
    counts = [word for word in VALUES if VALUES[word] < 100 and word in present]
    count = "|".join(sorted(counts, key=len, reverse=True)) or _NOTHING
    units = "day|week|fortnight|month|year"
    return re.compile(
        rf"(?<!\w)(?:(?P<fixed>{fixed})"
        rf"|(?P<which>last|next)\s(?P<span>week|weekend|month|year)"
        rf"|(?P<now>this)\sweekend"
        rf"|(?P<n>an?|\d{{1,3}}|{count})\s(?P<unit>{units})s?\sago"
        rf"|(?:met|meet|meeting|talk|talking|talked|chat|chatting|speak|speaking|"
        rf"saw|seeing|join|joining)\s(?:\S{{1,20}}\s){{0,4}}(?P<today>today)"
        rf")(?!\w)",
        re.IGNORECASE,
    )


_WISH = lazily(r"\?|\b(?:if|whether|would|could|might|should|whenever|maybe|perhaps)\b", re.IGNORECASE)


def dates(text: str, base: date) -> Iterator[DateSpan]:
    """Every date in ``text``, relative words read against ``base``; spans may not overlap."""
    taken = Mask(len(text))
    for found in (
        *_full_dates(text),
        *_spelt_dates(text),
        *_relative_dates(text, base),
        *_named(text),
        *_shortened(text),
    ):
        if not taken.hits((found.start, found.end)):
            taken.add((found.start, found.end))
            yield found


def is_wish(said: str, sentence: str) -> bool:
    """Whether a date ahead is only wished or asked for ("if next week suits"), so nothing is claimed."""
    ahead = said.casefold().startswith(("next week", "next month", "next year", "this weekend"))
    return ahead and bool(_WISH().search(sentence))


def _full_dates(text: str) -> Iterator[DateSpan]:
    for match in _calendar().finditer(text) if has_digit(text) else ():
        start, end = match.span()
        group = match.groupdict()
        if group["iso"] or group["num"]:
            yield from _numeric(start, end, group["iso"], group["num"])
            continue
        month = group["m1"] or group["m2"] or group["m3"]
        if month in _AMBIGUOUS:  # in lower case it is a verb more often than a month
            continue
        weekday = group["wd1"] or group["wd2"]
        day, year = group["d1"] or group["d2"], group["y1"] or group["y2"] or group["y3"]
        yield DateSpan(
            start,
            end,
            weekday=_WEEKDAY[weekday.casefold()] if weekday else None,
            day=int(day) if day else None,
            month=_MONTH[month.casefold()],
            year=int(year) if year else None,
        )


def _spelt_dates(text: str) -> Iterator[DateSpan]:
    present = words_of(text)
    if present.isdisjoint(_MONTHS) or not any(word.endswith(("st", "nd", "rd", "th")) for word in present):
        return
    for match in _spelt().finditer(text):
        weekday, month = match["wd"], match["m1"] or match["m2"]
        if month.casefold() in _AMBIGUOUS and match["m2"] and re.match(r"\s+[a-z]", text[match.end() :]):
            continue  # "May the first loaf rise" is a wish
        yield DateSpan(
            *match.span(),
            weekday=_WEEKDAY[weekday.casefold()] if weekday else None,
            day=_ORDINALS[(match["d1"] or match["d2"]).casefold().replace(" ", "-")],
            month=_MONTH[month.casefold()],
        )


def _numeric(start: int, end: int, iso: str | None, written: str | None) -> Iterator[DateSpan]:
    days = []
    if iso:
        year, month, day = (int(part) for part in iso.split("-"))
        orders = [(year, month, day)]
    else:
        first, second, year = (int(part) for part in re.split(r"[./]", written or ""))
        year += 2000 if year < 100 else 0
        orders = [(year, second, first), (year, first, second)]
    for order in orders:
        try:
            days.append((date(*order), date(*order)))
        except ValueError:
            continue
    yield DateSpan(start, end, days=tuple(days))


def _relative_dates(text: str, base: date) -> Iterator[DateSpan]:
    present = words_of(text) & _RELATIVE_WORDS
    for match in _relative(present).finditer(text) if not present.isdisjoint(_NEEDED_WORDS) else ():
        if match["fixed"]:
            first, last = _FIXED[" ".join(match["fixed"].casefold().split())]
            ranges = [(first, last)]
        elif match["today"]:
            ranges = [(0, 0)]
        elif match["now"]:
            ranges = [(5 - base.weekday(), 6 - base.weekday())]
        elif match["which"]:
            ranges = _last_or_next(match["span"].casefold(), -1 if match["which"].casefold() == "last" else 1, base)
        else:
            ranges = [_counted(match["n"], match["unit"].casefold())]
        start = match.start("today") if match["today"] else match.start()
        days = (_range(base, first, last) for first, last in ranges)
        yield DateSpan(start, match.end(), days=tuple(found for found in days if found))


def _range(base: date, first: int, last: int) -> Days | None:
    try:
        return base + first * _DAY, base + last * _DAY
    except OverflowError:
        return None


def _counted(count: str, unit: str) -> tuple[int, int]:
    said = count.casefold()
    number = int(said) if said.isdecimal() else VALUES.get(said, 1)
    middle, spread = -round(number * _UNIT_DAYS[unit]), _SPREAD_DAYS[unit]
    return middle - spread, middle + spread


def _last_or_next(span: str, way: int, base: date) -> list[tuple[int, int]]:
    monday = -base.weekday()
    if span == "week":
        return [(monday + 7 * way, monday + 7 * way + 6), (min(4 * way, 10 * way), max(4 * way, 10 * way))]
    if span == "weekend":
        return [
            (monday + 7 * way + 5, monday + 7 * way + 6),
            *([(monday + 5, monday + 6)] if monday == -6 or way > 0 else []),
        ]
    if span == "month":
        return [_month_around(way, base), (min(21 * way, 45 * way), max(21 * way, 45 * way))]
    year = base.year + way
    if not date.min.year < year < date.max.year:
        return []
    return [((date(year, 1, 1) - base).days, (date(year, 12, 31) - base).days)]


def _month_around(way: int, base: date) -> tuple[int, int]:
    first_of_this = 1 - base.day
    if way < 0:
        last = first_of_this - 1
        return last - 30, last
    return first_of_this + 28, first_of_this + 62


def _named(text: str) -> Iterator[DateSpan]:
    present = words_of(text)
    weekdays = tuple(day for day in _WEEKDAYS if day in present or f"{day}s" in present)
    months = tuple(month for month in _MONTHS if month in present)
    for match in _names(weekdays, months).finditer(text) if weekdays or months else ():
        start, end = match.span()
        if match["month"]:
            if not _is_modal(match["month"], text, start, end):
                yield DateSpan(start, end, month=_MONTH[match["month"].casefold()])
            continue
        said = (match["way"] or match["this"] or "").casefold()
        way = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(said, 0)
        yield DateSpan(start, end, weekday=_WEEKDAY[match["weekday"].casefold()], way=way, habit=bool(match["plural"]))


def _is_modal(word: str, text: str, start: int, end: int) -> bool:
    """Whether "may" and "march" are verbs here: in lower case, or opening a sentence before a word."""
    if word.casefold() not in _AMBIGUOUS:
        return False
    before = text[max(0, start - 4) : start].rstrip(' \t"“(')
    opens = not before or before[-1] in ".!?:\r\n"
    return not word.istitle() or (opens and bool(re.match(r"\s+[^\W\d_]", text[end : end + 4])))


def _shortened(text: str) -> Iterator[DateSpan]:
    for match in _SHORT().finditer(text):
        group = "near" if match["near"] else "day"
        yield DateSpan(*match.span(group), weekday=_WEEKDAY[match[group].casefold()])
