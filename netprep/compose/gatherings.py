"""Adding an event: when it is, as said, and who will be there."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from netprep.clock import Clock
from netprep.clock.said import read_minutes, read_moment
from netprep.compose.naming import describe, find_contact
from netprep.compose.records import Typed, typed_record
from netprep.errors import UsageError
from netprep.guard.goals import event_findings, said
from netprep.model.codec import Malformed, from_document
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Event
from netprep.settings.method import MethodSettings
from netprep.store import Store

_TIME_ALONE = re.compile(r"\d{1,2}[:.h]\d{2}\s*(?:am|pm)?|\d{1,2}\s*(?:am|pm)|noon", re.IGNORECASE)
_FROM_NOW = re.compile(r"\b(?:now|ago|hours?|minutes?)\b", re.IGNORECASE)
_LONGEST_NIGHT = timedelta(hours=12)
"""How long an event may go on past midnight when only the time of its end is said."""


@frozen
class SaidTimes:
    """When an event is, in the words of the user: ``length`` and ``ends`` exclude each other."""

    starts: str
    length: str | None = None
    ends: str | None = None


def add_event(
    store: Store, typed: Typed, clock: Clock, *, times: SaidTimes, people: tuple[str, ...]
) -> tuple[Event, tuple[str, ...]]:
    """Add an event; a time said without a zone is one of the event's own zone, where that is known.

    Args:
        store: the notebook.
        typed: the other keys.
        clock: now.
        times: when it is.
        people: contacts, or names of people, who are expected.

    Returns:
        The event, and what should be said about the names.

    Raises:
        UsageError: a date cannot be read, or it ends before it starts.
        Ambiguous: a name could be that of several contacts.
    """
    # What does not depend on a date is held to the rules first: dates need the zone.
    known = typed_record(Event, {**typed, "starts": str(clock.moment)})
    begin, end = _read_times(times, ZoneInfo(known.timezone) if known.timezone else None, clock)
    event = typed_record(Event, {**typed, "starts": str(begin), "ends": str(end) if end else None})
    expected = [_attendee(store, name) for name in people]
    event = dataclasses.replace(event, attendees=tuple(attendee for attendee, _ in expected))
    with store.step(f"event add {event.name}", clock.moment) as writer:
        return writer.put_event(event), tuple(remark for _, remark in expected if remark)


def remarks_on_goal(
    store: Store, event: Event, settings: MethodSettings, before: Event | None = None
) -> tuple[str, ...]:
    """What would make an event's goal work better, a line each; what was so ``before`` is not said again.

    That nobody is served is said only of a goal: why one goes may be said first, and the rest later.
    """
    me = store.me()
    low_key = bool(me and me.low_key)
    known = {said(each) for each in event_findings(before, settings, low_key=low_key)} if before else set()
    found = event_findings(event, settings, low_key=low_key) if event.goal else ()
    edit = f"netprep event edit {event.id}"
    return tuple(f"{said(each)} {edit}" for each in found if said(each) not in known)


def _read_times(times: SaidTimes, zone: ZoneInfo | None, clock: Clock) -> tuple[Moment, Moment | None]:
    begin = _read(times.starts, clock, zone)
    at = begin.time_of_day
    if times.length:
        if times.ends or at is None:
            raise UsageError("--for needs a start with a time, and no --ends.", hint='--starts "thu 18:00" --for 2h')
        # Counted in UTC: the hour that summer time takes or gives does not make the event longer.
        try:
            end = at.astimezone(UTC) + timedelta(minutes=read_minutes(times.length))
        except OverflowError:
            raise UsageError(f"{times.length} after {at.date()} there is no date any more.") from None
        return begin, Moment(end.astimezone(at.tzinfo))
    if not times.ends:
        return begin, None
    if not _TIME_ALONE.fullmatch(times.ends.strip()):
        return begin, _read(times.ends, clock, zone)
    if at is None:
        raise UsageError("--ends with a time needs a start with a time.", hint='--starts "thu 18:00" --ends 20:00')
    return begin, _end_of_day_or_night(at, _read(times.ends, clock, zone))


def _end_of_day_or_night(begin: datetime, said: Moment) -> Moment:
    """The end whose time alone was said: on the day the event begins, or in the night after it."""
    time = said.time_of_day
    if time is None:
        return said
    end = begin.replace(hour=time.hour, minute=time.minute)
    following = end + timedelta(days=1)
    return Moment(following if end < begin and following - begin <= _LONGEST_NIGHT else end)


def _read(text: str, clock: Clock, zone: ZoneInfo | None) -> Moment:
    moment = read_moment(text, clock)
    at = moment.time_of_day
    if zone is None or at is None or _names_a_zone(text):
        return moment
    return Moment(at.astimezone(zone) if _FROM_NOW.search(text) else at.replace(tzinfo=zone))


def _names_a_zone(text: str) -> bool:
    try:
        written = Moment.parse(text).time_of_day
    except ValueError:
        return bool(re.search(r"\d\s*(?:am|pm)?\s+(?:utc|gmt|[a-z]{2,4}t)\b|[+-]\d\d:?\d\d$", text, re.IGNORECASE))
    return written is not None and written.tzinfo is not None


def _attendee(store: Store, name: str) -> tuple[Attendee, str]:
    if store.contacts_named(name):
        return Attendee(contact=find_contact(store, name).id), ""
    remark = ""
    for card, _ in store.contacts_like(name)[:1]:
        remark = f"“{name}” is no contact, so the name alone is in the list. Did you mean {describe(card)}?"
    try:
        return from_document(Attendee, {"name": name}), remark
    except Malformed as error:
        raise UsageError(f"--with {error}.") from None
