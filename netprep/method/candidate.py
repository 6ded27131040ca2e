"""Something that could be shared, wherever it was found."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.records import Contact, Event, Fact
from netprep.model.words import FactField, LibraryKind

PEOPLE = frozenset({LibraryKind.RESOURCE_PERSON, LibraryKind.REFERRAL, LibraryKind.INTRODUCTION})
"""Kinds that are somebody: nobody is passed on before they were asked."""


class Origin(StrEnum):
    """Where something to share was found."""

    LIBRARY = "library"
    CONTACT = "contact"
    EVENT = "event"
    LEARNED = "learned"
    SIGNAL = "signal"
    PLUGIN = "plugin"


@frozen
class Candidate:
    """Something that could be shared.

    Attributes:
        kind: one of the eight kinds, an introduction or another thing.
        title: what it is called, or what it is about.
        topics: tags.
        note: the user's own note on it; it is matched and never said.
        origin: where it was found; ``source`` is the plugin's name for what a plugin gave.
        id: of the library item, contact, event or line of an event's log.
        minutes: what it takes of somebody's time.
        who: the person it is about.
        theirs: the fact about that person it rests on, where they were found by it.
        event: the event it invites to, or where something was learned.
        fits: fields of a fact it can be for; every field where None.
        mine: whether I made it.
        free: whether it costs nothing, where that is known.
        opened: the day I last looked at it.
        consent: what the library says of whether the person may be passed on.
        meets: who is expected at the event and worth meeting, for the user's eyes alone.
        text: what is matched in place of the title.
    """

    kind: LibraryKind
    title: str
    topics: tuple[str, ...] = ()
    note: str | None = None
    origin: Origin = Origin.LIBRARY
    source: str = ""
    id: str | None = None
    url: str | None = None
    author: str | None = None
    minutes: int | None = None
    who: Contact | None = None
    theirs: Fact | None = None
    event: Event | None = None
    fits: frozenset[FactField] | None = None
    mine: bool = False
    free: bool | None = None
    opened: date | None = None
    consent: bool | None = None
    meets: str | None = None
    text: str | None = None

    @property
    def same(self) -> tuple[str, str]:
        """What two ways to share one thing have in common: the person, the event, else the thing itself."""
        if self.who is not None and self.who.id:
            return ("person", self.who.id)
        if self.event is not None and self.kind is LibraryKind.INVITATION:
            return ("event", self.event.id)
        return (self.origin.value, self.id or self.title)
