"""What a note to somebody could be made of: everything here may be said to them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from netprep.clock import Clock
from netprep.compose.desk import Desk
from netprep.compose.topics import told_on, topics_to_say
from netprep.facts import Destination, allowed, facts_allowed, known_about, known_of_me, known_of_my
from netprep.method.evidence import MEETINGS, Evidence, read_log
from netprep.method.next_step import avoids
from netprep.model.frozen import frozen
from netprep.model.plan import Known
from netprep.model.records import Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.shared import Shared
from netprep.model.words import EntryKind, Sensitivity, Source
from netprep.writers.address import said_to_reader

if TYPE_CHECKING:
    from netprep.compose.giving import Give


@frozen
class Material:
    """The pieces a note can use, already sifted by what may be said to this person.

    ``log`` are the open entries, by date. ``met`` is the meeting the note is about; ``anchor``,
    ``quote`` and ``topics`` are what was remembered and said, the most useful first; ``common`` is what
    they and I share.
    """

    contact: Contact
    me: Me | None
    clock: Clock
    known: tuple[Known, ...]
    log: tuple[Entry, ...]
    met: Entry | None
    event: Event | None
    anchor: str | None
    quote: str | None
    quote_id: str | None
    topics: tuple[Fact, ...]
    promises: tuple[Entry, ...]
    last_touch: date | None
    last_two_way_day: date | None
    items: Mapping[str, LibraryItem]
    give: Give | None
    common: tuple[Shared, ...] = ()
    is_spared: bool = False
    """Whether they go through a hard time: then nothing is asked and nothing is offered."""


def gather(desk: Desk, event: Event | None = None, give: Give | None = None) -> Material:
    """Collect what may be said to the desk's contact about a meeting, the last one where no event is named.

    ``give`` is what is worth sharing with them, if anything is.
    """
    contact, me, events, library, clock = desk.contact, desk.me, desk.events, desk.library, desk.clock
    sayable = allowed(known_about(contact, events, library), Destination.PERSON)
    log = read_log(contact, clock.now)
    meeting = _meeting(log, event)
    met = next((entry for entry in meeting if entry.anchor), next(iter(meeting), None))
    anchor = met.anchor if met and met.anchor and not avoids(contact, met.anchor) else None
    quote, quote_id = _quote(contact, meeting)
    items = {item.id: item for item in library if item.consent is not False}
    return Material(
        contact=contact,
        me=me,
        clock=clock,
        known=(*sayable, *known_of_me(me)),
        log=tuple(entry for entry in log.entries if entry.sensitivity is Sensitivity.OPEN),
        met=met,
        event=event or (events.get(met.event) if met and met.event else None),
        anchor=said_to_reader(anchor) if anchor else None,
        quote=quote,
        quote_id=quote_id,
        topics=topics_to_say(contact, clock.today),
        promises=tuple(
            entry
            for entry in log.open_promises
            if entry.sensitivity is Sensitivity.OPEN and _worth_saying(log, entry, items)
        ),
        last_touch=log.last_touch,
        last_two_way_day=log.last_two_way_day,
        items=items,
        give=give,
        is_spared=log.active_until(EntryKind.HARD_TIME, desk.settings.method.hard_time_days) is not None,
    )


def with_common_ground(material: Material, common: tuple[Shared, ...]) -> Material:
    """The material with what they and I share; of me no more is said than the facts that show it."""
    mine = {fact.id: fact for shared in common for fact in shared.mine}
    known = allowed(known_of_my(mine.values()), Destination.PERSON)
    return dataclasses.replace(material, common=common, known=(*material.known, *known))


def _worth_saying(log: Evidence, promise: Entry, items: Mapping[str, LibraryItem]) -> bool:
    """Whether a note has to name a promise: it is not yet told them, late, or kept by this very note."""
    item = items.get(promise.item or "")
    # A note of the same day came after the promise: that is when first notes are written.
    told = any(message.date.day >= promise.date.day for message in log.of_kind(EntryKind.MESSAGE_OUT))
    return bool(item and item.url) or log.days_late(promise) > 0 or not told


def _meeting(log: Evidence, event: Event | None) -> tuple[Entry, ...]:
    """The entries of the last meeting, or of the one at ``event``: what was captured in several goes."""
    meetings = [entry for entry in log.of_kind(*MEETINGS) if entry.sensitivity is Sensitivity.OPEN]
    pool = [entry for entry in meetings if event and entry.event == event.id] or meetings
    last = max((entry.date.day for entry in pool), default=None)
    return tuple(entry for entry in pool if entry.date.day == last)


def _quote(contact: Contact, meeting: tuple[Entry, ...]) -> tuple[str | None, str | None]:
    if any(entry.pitch_only for entry in meeting):
        return None, None
    if quoted := next((entry for entry in meeting if entry.quote and not avoids(contact, entry.quote)), None):
        return quoted.quote, quoted.id
    # "I remember you saying" holds only of what was said to me, not of what they said in public.
    said = [fact for fact in facts_allowed(contact, Destination.PERSON) if fact.quote and fact.source is Source.TOLD_ME]
    latest = max((fact for fact in said if not avoids(contact, fact.quote, fact.value)), key=told_on, default=None)
    return (latest.quote, latest.id) if latest else (None, None)
