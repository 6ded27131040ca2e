"""Writing to the notebook: records put, appended, struck and removed inside one step."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from netprep.errors import NotFound
from netprep.model.records import Contact, Entry, Event, Fact, Group, LibraryItem, Me, Struck
from netprep.model.text import slug
from netprep.store.queries import queries
from netprep.store.rows import decode, encode

R = TypeVar("R", Contact, Event, Group, LibraryItem)
_ME = "me"
_NUMBERED = re.compile(r"[fe](\d{1,15})")
_BATCH = 2_000


class Writer:
    """Writes of one step. Every ``put`` returns the record with the ids it was given."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._queries = queries()
        self._counters: dict[str, int] = {}

    def finish(self) -> None:
        """Write down which numbers were given; the step calls it when all is done."""
        for letter, number in self._counters.items():
            self._queries.raise_counter(self._connection, name=letter, value=number)

    def put_me(self, me: Me) -> Me:
        """Write down who I am."""
        me = dataclasses.replace(me, facts=tuple(self._numbered("f", fact) for fact in me.facts))
        self._put("me", _ME, None, me)
        return me

    def put_card(self, contact: Contact) -> Contact:
        """Write a contact's card; its facts and log stay as they are."""
        contact = self._identified("contact", contact, contact.name)
        self._put("contact", contact.id, None, contact)
        return contact

    def put_contact(self, contact: Contact) -> Contact:
        """Write a whole contact: afterwards it has exactly these facts and this log."""
        contact = self.put_card(contact)
        contact = self._whole(contact)
        kept = {("fact", fact.id) for fact in contact.facts} | {("entry", entry.id) for entry in contact.log}
        for row in list(self._queries.records_of_owner(self._connection, owner=contact.id)):
            if (row["kind"], row["id"]) not in kept:
                self.delete(row["kind"], row["id"])
        for fact in contact.facts:
            self._put("fact", fact.id, contact.id, fact)
        for entry in contact.log:
            self._put("entry", entry.id, contact.id, entry)
        return contact

    def add_contacts(self, contacts: Iterable[Contact]) -> int:
        """Add many contacts that are not there yet, quickly; how many they were."""
        added, waiting = 0, set[str]()
        rows: list[dict[str, Any]] = []
        for contact in contacts:
            if len(rows) >= _BATCH or (not contact.id and slug(contact.name) in waiting):
                # Written before the next one is named, so that it sees which ids are taken.
                self._queries.insert_records(self._connection, rows)
                rows.clear()
                waiting.clear()
            named = self._whole(self._identified("contact", contact, contact.name))
            rows.extend(_rows(named))
            waiting.add(slug(contact.name))
            added += 1
        self._queries.insert_records(self._connection, rows)
        return added

    def put_fact(self, contact_id: str, fact: Fact) -> Fact:
        """Write down a fact about a contact, or change the one with its id."""
        fact = self._numbered("f", fact)
        self._put("fact", fact.id, contact_id, fact)
        return fact

    def append(self, contact_id: str, entry: Entry) -> Entry:
        """Append an entry to a contact's log."""
        entry = self._numbered("e", entry)
        self._put("entry", entry.id, contact_id, entry)
        return entry

    def strike(self, entry_id: str, struck: Struck) -> None:
        """Mark an entry as no longer counting.

        Raises:
            NotFound: there is no such entry.
        """
        row = self._queries.record(self._connection, kind="entry", id=entry_id)
        if row is None:
            raise NotFound(f"There is no entry “{entry_id}”.")
        entry: Entry = decode("entry", row["document"])
        self._put("entry", entry_id, row["owner"], dataclasses.replace(entry, struck=struck))

    def put_event(self, event: Event) -> Event:
        """Write down an event with its people and its own log."""
        event = self._identified("event", event, event.name)
        event = dataclasses.replace(event, log=tuple(self._numbered("e", entry) for entry in event.log))
        self._put("event", event.id, None, event)
        return event

    def put_group(self, group: Group) -> Group:
        """Write down a group."""
        group = self._identified("group", group, group.name)
        self._put("group", group.id, None, group)
        return group

    def put_item(self, item: LibraryItem) -> LibraryItem:
        """Write down a library item."""
        item = self._identified("library_item", item, item.title)
        self._put("library_item", item.id, None, item)
        return item

    def delete(self, kind: str, id: str) -> None:  # noqa: A002 - what everybody calls it
        """Remove a record; a contact goes with its facts and log."""
        if kind == "contact":
            self._queries.delete_owned(self._connection, owner=id)
        self._queries.delete_record(self._connection, kind=kind, id=id)

    def _put(self, kind: str, identity: str, owner: str | None, record: Any) -> None:
        document = encode(record)
        if self._queries.record(self._connection, kind=kind, id=identity) is None:
            self._queries.insert_record(self._connection, kind=kind, id=identity, owner=owner, document=document)
        else:
            self._queries.update_record(self._connection, kind=kind, id=identity, document=document)

    def _whole(self, contact: Contact) -> Contact:
        return dataclasses.replace(
            contact,
            facts=tuple(self._numbered("f", fact) for fact in contact.facts),
            log=tuple(self._numbered("e", entry) for entry in contact.log),
        )

    def _identified(self, kind: str, record: R, name: str) -> R:
        if record.id:
            return record
        base = slug(name) or kind.replace("_", "-")
        taken = {row["id"] for row in self._queries.ids_like(self._connection, kind=kind, id=base, prefix=f"{base}-")}
        number = 1
        while (identity := base if number == 1 else f"{base}-{number}") in taken:
            number += 1
        return dataclasses.replace(record, id=identity)

    def _numbered(self, letter: str, record: Any) -> Any:
        """The record with an id; numbers only ever go up, so none is used twice."""
        if letter not in self._counters:
            self._counters[letter] = self._queries.counter(self._connection, name=letter)["value"]
        if not record.id:
            record = dataclasses.replace(record, id=f"{letter}{self._counters[letter] + 1}")
        match = _NUMBERED.fullmatch(record.id)
        if match and record.id.startswith(letter):
            self._counters[letter] = max(self._counters[letter], int(match[1]))
        return record


def _rows(contact: Contact) -> Iterator[dict[str, Any]]:
    yield {"kind": "contact", "id": contact.id, "owner": None, "document": encode(contact)}
    for fact in contact.facts:
        yield {"kind": "fact", "id": fact.id, "owner": contact.id, "document": encode(fact)}
    for entry in contact.log:
        yield {"kind": "entry", "id": entry.id, "owner": contact.id, "document": encode(entry)}
