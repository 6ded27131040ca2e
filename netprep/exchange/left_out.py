"""References to people a merge does not take in: they must not lead to nobody, or to somebody else."""

from __future__ import annotations

from dataclasses import replace

from netprep.model.codec import Path, spell_path
from netprep.model.records import Attendee, Contact, Entry, Event, Group, LibraryItem, Member


class LeftOut:
    """The ids of people who are left out, each with the reason; collects a warning a reference."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}
        self.warnings: list[str] = []

    def add(self, contact: str, reason: str) -> None:
        """Leave somebody out; nothing can refer to a contact without an id."""
        if contact:
            self._reasons[contact] = reason

    def contact(self, contact: Contact, path: Path) -> Contact:
        """The contact without ``introduced_by``, ``with`` and ``about`` that name one of them."""
        if not self._reasons:
            return contact
        if self._names(contact.introduced_by, (*path, "introduced_by")):
            contact = replace(contact, introduced_by=None)
        log = tuple(self._entry(entry, (*path, "log", i)) for i, entry in enumerate(contact.log))
        return contact if log == contact.log else replace(contact, log=log)

    def event(self, event: Event, path: Path, known: Event | None) -> Event:
        """The event without attendees who are left out; those the notebook has stay."""
        if not self._reasons:
            return event
        present = {each.contact: each for each in known.attendees if each.contact} if known else {}
        attendees: list[Attendee] = []
        for i, attendee in enumerate(event.attendees):
            if not self._names(attendee.contact, (*path, "attendees", i)):
                attendees.append(attendee)
            elif attendee.contact in present:
                attendees.append(present[attendee.contact])
        return replace(event, attendees=tuple(attendees))

    def group(self, group: Group, path: Path, known: Group | None) -> Group:
        """The group without members who are left out; those the notebook has stay."""
        if not self._reasons:
            return group
        present = {each.contact: each for each in known.people} if known else {}
        people: list[Member] = []
        for i, member in enumerate(group.people):
            if not self._names(member.contact, (*path, "people", i)):
                people.append(member)
            elif member.contact in present:
                people.append(present[member.contact])
        return replace(group, people=tuple(people))

    def item(self, item: LibraryItem, path: Path) -> LibraryItem:
        """The item without a person who is left out."""
        return replace(item, contact=None) if self._names(item.contact, (*path, "contact")) else item

    def _entry(self, entry: Entry, path: Path) -> Entry:
        if self._names(entry.partner, (*path, "with")):
            entry = replace(entry, partner=None)
        if self._names(entry.about, (*path, "about")):
            entry = replace(entry, about=None)
        return entry

    def _names(self, contact: str | None, path: Path) -> bool:
        if contact is None or contact not in self._reasons:
            return False
        self.warnings.append(f"{spell_path(path)} is left out: {self._reasons[contact]}")
        return True
