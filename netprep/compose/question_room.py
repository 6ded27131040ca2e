"""The room questions are asked in: an event as far as a question can speak of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from netprep.model.frozen import frozen
from netprep.model.questions import AskedOf, PartOfDay
from netprep.model.records import Attendee, Event
from netprep.model.text import fold, one_line
from netprep.model.words import EventType
from netprep.writers.language import Language

_HOSTS = frozenset({"host", "hosts", "hostess", "organiser", "organizer", "organises", "organizes"})
_SPEAKERS = frozenset({"keynote", "lecturer", "panelist", "panellist", "speaker", "speaks"})
_NOON, _EVENING = 12, 17
_LONG = timedelta(hours=6)
_BY_TYPE = {
    EventType.BREAKFAST: PartOfDay.MORNING,
    EventType.LUNCHEON: PartOfDay.AFTERNOON,
    EventType.COCKTAIL: PartOfDay.EVENING,
    EventType.DINNER: PartOfDay.EVENING,
}


@frozen
class Room:
    """An event, and who hosts it and speaks at it.

    ``roles`` says of contacts by id, and of other guests by name, what they do there.
    """

    event: Event
    host: str | None = None
    speaker: str | None = None
    roles: Mapping[str, AskedOf] = field(default_factory=dict)

    def role_of(self, person: str) -> AskedOf:
        """What somebody does there, by a contact's id or a guest's name."""
        return self.roles.get(person, AskedOf.ANYONE)


def room_of(event: Event, names: Mapping[str, str]) -> Room:
    """The room of an event.

    Args:
        event: the event.
        names: names of contacts by id; only those of hosts and speakers are looked up.
    """
    roles: dict[str, AskedOf] = {}
    named: dict[AskedOf, str] = {}
    for guest in event.attendees:
        role = role_at(guest)
        person = guest.contact or guest.name or ""
        if role is not AskedOf.ANYONE:
            roles[person] = role
            name = names.get(person) if guest.contact else guest.name
            if name:
                named.setdefault(role, one_line(name))
    return Room(event, named.get(AskedOf.HOST), named.get(AskedOf.SPEAKER), roles)


def role_at(guest: Attendee) -> AskedOf:
    """What somebody on the list does at the event, as their role there says."""
    words = set(fold(guest.role or "").replace(",", " ").split())
    if words & _HOSTS:
        return AskedOf.HOST
    return AskedOf.SPEAKER if words & _SPEAKERS else AskedOf.ANYONE


def slots_of_room(room: Room | None, language: Language, person: str | None = None) -> dict[str, str]:
    """The slots an event fills. Nobody is asked about themselves as host or speaker."""
    part = part_of_day(room.event) if room else PartOfDay.ANY
    words = language.words
    slots = {"part_of_day": words["part_of_day"][part], "today": words["this_part_of_day"][part]}
    role = room.role_of(person) if room and person else AskedOf.ANYONE
    if room and room.host and role is not AskedOf.HOST:
        slots["host"] = room.host
    if room and room.speaker and role is not AskedOf.SPEAKER:
        slots["speaker"] = room.speaker
    return slots


def part_of_day(event: Event) -> PartOfDay:
    """When an event is, in its own zone: by its hour, else by what sort of event it is."""
    starts = _local(event, event.starts.time_of_day)
    if starts is None:
        return _BY_TYPE.get(event.type, PartOfDay.ANY) if event.type else PartOfDay.ANY
    ends = _local(event, event.ends.time_of_day) if event.ends else None
    if ends is not None:
        length = ends.replace(tzinfo=None) - starts.replace(tzinfo=None)
        if length > timedelta(days=1):
            return PartOfDay.ANY
        if length > _LONG:
            return PartOfDay.DAY
    if starts.hour < _NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if starts.hour < _EVENING else PartOfDay.EVENING


def _local(event: Event, at: datetime | None) -> datetime | None:
    if at is None or at.tzinfo is None or not event.timezone:
        return at
    try:
        return at.astimezone(ZoneInfo(event.timezone))
    except (OverflowError, ZoneInfoNotFoundError, ValueError):  # the last day there is, or a zone nobody knows
        return at
