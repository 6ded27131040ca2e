"""The dates of a follow-up: when a meeting was over, when the first note is due, when it is late.

Windows after Misner's 24/7/30 (grade D, never tested); noon of the next working day and the rules
for late notes are our own choice (grade D). Working days are Monday to Friday; holidays are not known.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from netprep.method.wording import add_days
from netprep.model.records import Entry, Event
from netprep.settings.method import MethodSettings

_SATURDAY = 5
_NIGHT = timedelta(hours=5)
"""An evening that ends after midnight still belongs to the day it began."""


def is_working_day(day: date) -> bool:
    """Whether a day is one of Monday to Friday."""
    return day.weekday() < _SATURDAY


def next_working_day(day: date) -> date:
    """The first working day after ``day``."""
    following = add_days(day, 1)
    while not is_working_day(following) and following < date.max:
        following = add_days(following, 1)
    return following


def working_days_between(start: date, end: date) -> int:
    """Working days after ``start`` up to and with ``end``; 0 where ``end`` is not later."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    return 5 * weeks + sum(is_working_day(add_days(end, -back)) for back in range(rest))


def end_of_meeting(met: Entry, event: Event | None, zone: tzinfo) -> datetime:
    """When the event where we met was over; the end of the day where no end is known.

    Args:
        met: the entry of the meeting.
        event: the event where it took place, if it is known.
        zone: the zone of times written without one.
    """
    if event is not None and event.ends is not None and event.ends.has_time:
        return event.ends.instant(zone)
    moments = [event.ends, event.starts] if event is not None else []
    moment = next((each for each in moments if each is not None), met.date)
    started = moment.instant(zone)
    return datetime.combine(add_days(moment.day, 1), time(0), started.tzinfo)


def first_note_due(met: Entry, event: Event | None, zone: tzinfo, settings: MethodSettings) -> datetime:
    """When the first note is due: 24 hours after the event, or noon of the next working day if that is later.

    Args:
        met: the entry of the meeting.
        event: the event where it took place, if it is known.
        zone: the zone of times written without one.
        settings: the method's constants.
    """
    end = end_of_meeting(met, event, zone)
    working_day = next_working_day((end - _NIGHT).date())
    noon = datetime.combine(working_day, time(min(23, settings.first_note_noon)), end.tzinfo)
    return max(end + timedelta(hours=settings.first_note_hours), noon)


def needs_late_clause(met: Entry, event: Event | None, now: datetime, settings: MethodSettings) -> bool:
    """Whether a first note should own in one short clause that it comes late: from 72 hours after the event."""
    over = end_of_meeting(met, event, _zone(now))
    return now - over > timedelta(hours=settings.late_clause_hours)


def reads_as_reconnect(met: Entry, event: Event | None, now: datetime, settings: MethodSettings) -> bool:
    """Whether a first note comes so late that it picks up the thread: from 14 days after the event."""
    over = end_of_meeting(met, event, _zone(now))
    return now - over > timedelta(days=settings.reconnect_after_days)


def _zone(now: datetime) -> tzinfo:
    if now.tzinfo is None:
        raise ValueError("the instant needs a zone")
    return now.tzinfo
