"""Writing to the notebook: records put, appended, struck and removed inside one step."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Any, TypeVar

from netprep.errors import DataError, NotFound
from netprep.model.records import Contact, Entry, Event, EventEntry, Fact, Group, LibraryItem, Me, Struck
from netprep.model.text import clean, slug
from netprep.store.queries import queries
from netprep.store.rows import as_json, decode, encode

R = TypeVar("R", Contact, Event, Group, LibraryItem)
T = TypeVar("T", Fact, Entry, EventEntry)
Row = tuple[str, str, str | None, str]
_ME = "me"
_NUMBERED = re.compile(r"[fe](\d{1,15})")
_BATCH = 10_000


class Writer:
    """Writes of one step. Every ``put`` returns the record with the ids it was given."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._queries = queries()
        self._counters: dict[str, int] = {}
        self._waiting: set[str] = set()
        self._given: set[str] = set()

    def finish(self) -> None:
        """Write down which numbers were given; the step calls it when all is done."""
        for letter, number in self._counters.items():
            self._queries.raise_counter(self._connection, name=letter, value=number)

    def put_me(self, me: Me) -> Me:
        """Write down who I am."""
        me = dataclasses.replace(me, facts=self._all_numbered("fact", me.facts))
        for fact in me.facts:
            if self._queries.record(self._connection, kind="fact", id=fact.id) is not None:
                self._make_room("fact", fact.id)
        self._my_facts = {fact.id for fact in me.facts}
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
        facts, log = self._all_numbered("fact", contact.facts), self._all_numbered("entry", contact.log)
        contact = dataclasses.replace(contact, facts=facts, log=log)
        rows = list(self._queries.records_of_owner(self._connection, owner=contact.id))
        for kind, records in (("fact", contact.facts), ("entry", contact.log)):
            stored = [row["id"] for row in rows if row["kind"] == kind]
            given = [record.id for record in records]
            # They are read back in the order they were written in, so what stands after the first
            # difference in order is written anew.
            for identity in set(stored) - _in_place(stored, given):
                self.delete(kind, identity)
            for record in records:
                self._put_owned(kind, contact.id, record)
        return contact

    def add_contacts(self, contacts: Iterable[Contact]) -> int:
        """Add many contacts that are not there yet, quickly; how many they were."""
        added = 0
        rows: list[Row] = []
        for contact in contacts:
            if len(rows) >= _BATCH:
                self._insert(rows)
            self._hold_all_free(contact, rows)
            contact = self._identified("contact", contact, contact.name)
            self._waiting.add(contact.id)
            rows.append(("contact", contact.id, None, encode(contact)))
            rows.extend(self._lines("fact", contact.id, contact.facts))
            rows.extend(self._lines("entry", contact.id, contact.log))
            added += 1
        self._insert(rows)
        return added

    def put_fact(self, contact_id: str, fact: Fact) -> Fact:
        """Write down a fact about a contact, or change the one with its id."""
        fact = self._numbered("fact", fact)
        self._put_owned("fact", contact_id, fact)
        return fact

    def append(self, contact_id: str, entry: Entry) -> Entry:
        """Append an entry to a contact's log."""
        entry = self._numbered("entry", entry)
        self._put_owned("entry", contact_id, entry)
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
        event = dataclasses.replace(event, log=self._all_numbered("entry", event.log))
        for entry in event.log:
            elsewhere = self._event_lines.get(entry.id, event.id) != event.id
            if elsewhere or self._queries.record(self._connection, kind="entry", id=entry.id) is not None:
                self._make_room("entry", entry.id)
        kept = {line: of for line, of in self._event_lines.items() if of != event.id}
        self._event_lines = kept | {entry.id: event.id for entry in event.log}
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
        elif kind == "event":
            self._event_lines = {line: of for line, of in self._event_lines.items() if of != id}
        elif kind == _ME:
            self._my_facts = set()
        self._queries.delete_record(self._connection, kind=kind, id=id)

    @cached_property
    def _my_facts(self) -> set[str]:
        """Ids of the facts about me, which stand inside one document."""
        return {row["id"] for row in self._queries.my_fact_ids(self._connection)}

    @cached_property
    def _event_lines(self) -> dict[str, str]:
        """Ids of the entries of events' own logs, which stand inside their events, and those events."""
        return {row["id"]: row["event"] for row in self._queries.event_entry_ids(self._connection)}

    def _put_owned(self, kind: str, owner: str, record: Fact | Entry) -> None:
        self._hold_free(kind, record.id)
        self._put(kind, record.id, owner, record)

    def _hold_free(self, kind: str, identity: str) -> None:
        if identity in (self._my_facts if kind == "fact" else self._event_lines):
            self._make_room(kind, identity)

    def _hold_all_free(self, contact: Contact, rows: list[Row]) -> None:
        for kind, records in (("fact", contact.facts), ("entry", contact.log)):
            for record in records:
                if record.id in self._given:
                    self._insert(rows)
                    self._number(kind, record.id)
                    self._make_room(kind, record.id)
                elif record.id:
                    self._hold_free(kind, record.id)

    def _make_room(self, kind: str, identity: str) -> None:
        """Let a record that came without an id take another number, for one that comes with this one.

        A file may name lines further down by numbers that were given to nameless ones further up;
        nothing can refer to those yet.

        Raises:
            DataError: what has the id did not get it in this step.
        """
        if identity not in self._given:
            raise _taken(kind, identity)
        self._given.discard(identity)
        if kind == "fact" and identity in self._my_facts:
            me: Me = decode(_ME, self._queries.record(self._connection, kind=_ME, id=_ME)["document"])
            self.put_me(dataclasses.replace(me, facts=_nameless(me.facts, identity)))
        elif kind == "entry" and identity in self._event_lines:
            row = self._queries.record(self._connection, kind="event", id=self._event_lines[identity])
            event: Event = decode("event", row["document"])
            self.put_event(dataclasses.replace(event, log=_nameless(event.log, identity)))
        else:
            row = self._queries.record(self._connection, kind=kind, id=identity)
            record = self._numbered(kind, dataclasses.replace(decode(kind, row["document"]), id=""))
            self._queries.rename_record(
                self._connection, kind=kind, id=identity, new_id=record.id, document=encode(record)
            )

    def _put(self, kind: str, identity: str, owner: str | None, record: Any) -> None:
        document = encode(record)
        row = self._queries.record(self._connection, kind=kind, id=identity)
        if row is not None and row["owner"] != owner:
            self._make_room(kind, identity)
            row = None
        if row is None:
            self._queries.insert_record(self._connection, kind=kind, id=identity, owner=owner, document=document)
        else:
            self._queries.update_record(self._connection, kind=kind, id=identity, document=document)

    def _insert(self, rows: list[Row]) -> None:
        self._queries.insert_records(self._connection, rows=as_json(rows))
        rows.clear()
        self._waiting.clear()

    def _identified(self, kind: str, record: R, name: str) -> R:
        if record.id:
            return record
        # Composed, as every text is that is read back: Hangul, for one, comes out of folding in pieces.
        base = clean(slug(name)) or kind.replace("_", "-")
        taken = {row["id"] for row in self._queries.ids_like(self._connection, kind=kind, id=base, prefix=f"{base}-")}
        taken |= self._waiting if kind == "contact" else set()
        number = 1
        while (identity := base if number == 1 else f"{base}-{number}") in taken:
            number += 1
        return dataclasses.replace(record, id=identity)

    def _lines(self, kind: str, owner: str, records: Sequence[Fact | Entry]) -> Iterator[Row]:
        self._take_note(kind, records)
        for record in records:
            identity = self._number(kind, record.id)
            yield kind, identity, owner, encode(record, identity)

    def _all_numbered(self, kind: str, records: tuple[T, ...]) -> tuple[T, ...]:
        self._take_note(kind, records)
        return tuple(self._numbered(kind, record) for record in records)

    def _take_note(self, kind: str, records: Iterable[Fact | Entry | EventEntry]) -> None:
        """See which numbers come with the lines of one owner, before those without get theirs."""
        seen: set[str] = set()
        for record in records:
            if record.id:
                if record.id in seen:
                    raise _taken(kind, record.id)
                seen.add(self._number(kind, record.id))

    def _numbered(self, kind: str, record: T) -> T:
        """The record with an id."""
        identity = self._number(kind, record.id)
        return record if record.id else dataclasses.replace(record, id=identity)

    def _number(self, kind: str, identity: str) -> str:
        """An id, the next one where it is empty; numbers only ever go up, so none is used twice."""
        letter = kind[0]
        if letter not in self._counters:
            self._counters[letter] = self._queries.counter(self._connection, name=letter)["value"]
        if not identity:
            self._counters[letter] += 1
            identity = f"{letter}{self._counters[letter]}"
            self._given.add(identity)
            return identity
        match = _NUMBERED.fullmatch(identity)
        if match and identity.startswith(letter):
            self._counters[letter] = max(self._counters[letter], int(match[1]))
        return identity


def _in_place(stored: Iterable[str], given: Sequence[str]) -> set[str]:
    """The ids that stand where they should, up to the first one that does not."""
    wanted = set(given)
    kept = (identity for identity in stored if identity in wanted)
    return {one for one, other in takewhile(lambda pair: pair[0] == pair[1], zip(kept, given, strict=False))}


def _nameless(records: tuple[T, ...], identity: str) -> tuple[T, ...]:
    return tuple(dataclasses.replace(each, id="") if each.id == identity else each for each in records)


def _taken(kind: str, identity: str) -> DataError:
    return DataError(
        f"There is another {kind} “{identity}” in the notebook.", hint="Leave the id out to get the next number."
    )
