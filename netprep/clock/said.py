"""Dates as people say them: "yesterday 18:00", "next thu 7:30", "friday", "in two weeks", ISO.

Reading them is dateparser's work; it is imported only when a date is not written the ISO way,
since it is slow to load.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, timedelta

from netprep.clock import Clock
from netprep.errors import UsageError
from netprep.model.moment import Moment

_MINUTES_OF = {"h": 60, "m": 1}
_DURATION = re.compile(
    r"(?:(\d{1,3}(?:[.,]\d)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*m(?:in(?:utes?)?)?)?", re.IGNORECASE
)
_AMBIGUOUS = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.](?:\d{2,4})?)?|(?:the\s+)?\d{1,4}(?:st|nd|rd|th)?", re.IGNORECASE)
_SLASHED = re.compile(r"\b\d{1,2}/\d{1,2}\b")
_END_OF = re.compile(r"(?:the\s+)?end of (?:the |this )?(?P<next>next )?(?P<what>week|month|year)")
_FRIDAY = 4
_HINT = "Write “yesterday 18:00”, “next thu 7:30”, “19 nov” or 2026-11-19T18:00."


def read_moment(text: str, clock: Clock, *, prefer: str = "future") -> Moment:
    """The moment that ``text`` means now.

    Args:
        text: a date as said, in English, or an ISO date or date-time.
        clock: what "yesterday" is relative to.
        prefer: ``"future"`` or ``"past"``: which "thursday" or "19 nov" is meant.

    Raises:
        UsageError: the text is no date anybody could agree on, or the day does not exist.
    """
    try:
        moment = Moment.parse(text)
    except ValueError:
        moment = _read_said(text, clock, prefer)
    if isinstance(moment.value, datetime) and moment.value.tzinfo is None:
        return Moment(localise(moment.value, clock))
    return moment


def localise(naive: datetime, clock: Clock) -> datetime:
    """A naive local time with the user's zone, summer time as on that day."""
    follows_system = clock.now.utcoffset() == clock.now.replace(tzinfo=None).astimezone().utcoffset()
    return naive.astimezone() if follows_system else naive.replace(tzinfo=clock.zone)


def read_minutes(text: str) -> int:
    """Minutes of a duration as said: ``2h``, ``90 min``, ``1h 30m``, ``1.5h``, ``45``.

    Raises:
        UsageError: the text is no duration, or a duration of nothing.
    """
    text = text.strip()
    if text.isascii() and text.isdigit():
        minutes = int(text[:6])
    elif text and (match := _DURATION.fullmatch(text)):
        hours, rest = match.groups()
        minutes = round(float((hours or "0").replace(",", ".")) * _MINUTES_OF["h"]) + int(rest or 0)
    else:
        minutes = 0
    if not 0 < minutes <= 60 * 24 * 31:
        raise UsageError(f"“{text}” is no length of time.", hint="Write 2h, 90min or 1h30m.")
    return minutes


def _read_said(text: str, clock: Clock, prefer: str) -> Moment:
    if _looks_like_iso(text):
        raise UsageError(f"There is no such date as {text}.", hint=_HINT)
    if _AMBIGUOUS.fullmatch(text.strip()) or _SLASHED.search(text):
        raise UsageError(f"“{text}” can be read as two different days.", hint=_HINT)
    if match := _END_OF.fullmatch(text.strip().lower()):
        return Moment(_end_of(match["next"] is not None, match["what"], clock.today))
    with warnings.catch_warnings():
        # dateparser's own use of deprecated calls is not the user's concern.
        warnings.simplefilter("ignore")
        from dateparser.date import DateDataParser

        parser = DateDataParser(
            languages=["en"],
            settings={
                "RELATIVE_BASE": clock.now.replace(tzinfo=None),
                "PREFER_DATES_FROM": prefer,
                "PREFER_DAY_OF_MONTH": "first",
                "RETURN_TIME_AS_PERIOD": True,
                "REQUIRE_PARTS": [],
            },
        )
        found = parser.get_date_data(_plain_words(text))
    if found is None or found.date_obj is None:
        raise UsageError(f"“{text}” is not a date I can read.", hint=_HINT)
    at = found.date_obj.replace(second=0, microsecond=0)
    return Moment(at if _says_a_time(text) else at.date())


def _end_of(following: bool, what: str, today: date) -> date:
    """The last working day of a week, or the last day of a month or a year."""
    if what == "week":
        friday = today + timedelta(days=(_FRIDAY - today.weekday()) % 7)
        # On a weekend the Friday ahead is next week's already.
        return friday + timedelta(days=7 * (following and today.weekday() <= _FRIDAY))
    months = 12 * today.year + (11 if what == "year" else today.month - 1)
    months += following * (12 if what == "year" else 1) + 1
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def _plain_words(text: str) -> str:
    """What dateparser reads more surely: "tonight 19:00" is "today 19:00", "this fri" is "fri"."""
    words = re.sub(r"\btonight\b", "today", text.strip().lower())
    words = re.sub(r"\b(\d{1,2})\.(\d{2})\b(?!\.)", r"\1:\2", words)
    words = re.sub(r"\bnext month\b", "in 1 month", words)
    return re.sub(r"\b(this|next|coming)\s+(?=(mon|tue|wed|thu|fri|sat|sun))", "", words)


def _says_a_time(text: str) -> bool:
    return bool(re.search(r"\d\s*[:.h]\s*\d\d|\d\s*(am|pm)\b|\bnoon\b|\bhours?\b|\bminutes?\b|\bnow\b", text.lower()))


def _looks_like_iso(text: str) -> bool:
    return bool(re.match(r"\s*\d{4}-\d\d?-\d\d?", text))
