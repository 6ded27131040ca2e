"""Adding records from what somebody typed: contacts, facts, promises, events, library items, me."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, TypeVar

from netprep.clock import Clock
from netprep.clock.said import read_minutes, read_moment
from netprep.compose.naming import describe, find_contact, find_event, find_item
from netprep.errors import Ambiguous, DataError, UsageError
from netprep.exchange.check import check_record
from netprep.model.codec import Malformed, from_document
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import EntryKind, Party
from netprep.store import Store

R = TypeVar("R", Contact, Event, Fact, LibraryItem, Me)
Typed = Mapping[str, Any]
"""What was typed, by key; empty values mean "not said"."""


def typed_record(cls: type[R], typed: Typed) -> R:
    """The record of what was typed.

    Raises:
        UsageError: a value is not of its key's type, or contradicts another.
    """
    document = {key: _plain(value) for key, value in typed.items() if value not in (None, "", (), [], False)}
    try:
        record = from_document(cls, document)
        check_record(record)
    except Malformed as error:
        raise UsageError(f"{error}.") from None
    return record


def add_contact(store: Store, typed: Typed, clock: Clock, *, new: bool) -> Contact:
    """Add a contact.

    Raises:
        Ambiguous: the name resembles somebody's, and ``new`` was not said.
    """
    contact = typed_record(Contact, typed)
    alike = [*store.contacts_named(contact.name), *(card for card, _ in store.contacts_like(contact.name))]
    if alike and not new:
        raise Ambiguous(f"“{contact.name}” resembles {describe(alike[0])}.", hint="Add --new if this is somebody else.")
    with store.step(f"contact add {contact.name}", clock.moment) as writer:
        return writer.put_card(contact)


def add_fact(store: Store, who: str, typed: Typed, clock: Clock) -> tuple[Contact, Fact]:
    """Add a fact about a contact; it is dated today where no date is said."""
    contact = find_contact(store, who)
    fact = typed_record(Fact, _dated(typed, clock, past=("date",), ahead=("when", "until")))
    fact = fact if fact.date else dataclasses.replace(fact, date=Moment(clock.today))
    with store.step(f"fact add {contact.name}", clock.moment) as writer:
        return contact, writer.put_fact(contact.id, fact)


def add_promise(
    store: Store, who: str, what: str, clock: Clock, *, by: str | None, item: str | None, theirs: bool
) -> tuple[Contact, Entry]:
    """Add a promise of mine, or of theirs."""
    contact = find_contact(store, who)
    entry = Entry(
        kind=EntryKind.PROMISE,
        date=Moment(clock.today),
        by=Party.THEM if theirs else Party.ME,
        what=typed_text(what),
        due=Moment(read_moment(by, clock).day) if by else None,
        item=find_item(store, item).id if item else None,
    )
    with store.step(f"promise add {contact.name}", clock.moment) as writer:
        return contact, writer.append(contact.id, entry)


def keep_promise(store: Store, words: str, clock: Clock) -> tuple[Contact, Entry]:
    """Mark a promise as kept, by its id, or by a contact who has one open promise.

    Raises:
        DataError: the contact has no open promise, or more than one.
    """
    found = store.entry(words.strip())
    if found is None:
        owner, promise = _only_promise(store, words)
    else:
        owner, promise = found
        if promise not in [entry for _, entry in store.open_promises()]:
            raise DataError(f"{promise.id} is no open promise of yours.", hint="See: netprep promise list")
    with store.step(f"promise keep {promise.id}", clock.moment) as writer:
        writer.append(owner, Entry(kind=EntryKind.PROMISE_KEPT, date=Moment(clock.today), of=promise.id))
    return find_contact(store, owner), promise


def _only_promise(store: Store, words: str) -> tuple[str, Entry]:
    contact = find_contact(store, words)
    promises = [entry for owner, entry in store.open_promises() if owner == contact.id]
    if not promises:
        raise DataError(f"There is no open promise to {contact.name}.", hint="See: netprep promise list")
    if len(promises) > 1:
        listed = "; ".join(f"{entry.id}: {entry.what}" for entry in promises)
        raise Ambiguous(f"You promised {contact.name} several things: {listed}.", hint="Say the id.")
    return contact.id, promises[0]


def add_event(
    store: Store,
    typed: Typed,
    clock: Clock,
    *,
    starts: str,
    length: str | None,
    ends: str | None,
    people: tuple[str, ...],
) -> Event:
    """Add an event.

    Args:
        store: the notebook.
        typed: the other keys.
        clock: now.
        starts: when it begins, as said.
        length: how long it lasts, as said; not together with ``ends``.
        ends: when it ends, as said.
        people: contacts, or names of people, who are expected.

    Raises:
        UsageError: a date cannot be read, or it ends before it starts.
    """
    begin = read_moment(starts, clock)
    end = read_moment(ends, clock) if ends else None
    if length:
        if end or begin.time_of_day is None:
            raise UsageError("--for needs a start with a time, and no --ends.", hint='--starts "thu 18:00" --for 2h')
        end = Moment(begin.time_of_day + timedelta(minutes=read_minutes(length)))
    event = typed_record(Event, {**typed, "starts": str(begin), "ends": str(end) if end else None})
    event = dataclasses.replace(event, attendees=tuple(_attendee(store, name) for name in people))
    with store.step(f"event add {event.name}", clock.moment) as writer:
        return writer.put_event(event)


def add_item(store: Store, typed: Typed, clock: Clock, *, contact: str | None, event: str | None) -> LibraryItem:
    """Add something worth sharing to the library."""
    known = {
        "contact": find_contact(store, contact).id if contact else None,
        "event": find_event(store, event).id if event else None,
    }
    item = typed_record(LibraryItem, {**_dated(typed, clock, past=("opened",)), **known})
    with store.step(f"library add {item.title}", clock.moment) as writer:
        return writer.put_item(item)


def change_me(store: Store, typed: Typed, clock: Clock) -> Me:
    """Change what the notebook knows of the user; what is not said stays.

    Raises:
        UsageError: there is no name yet and none was said.
    """
    known = store.me()
    if known is None and not typed.get("name"):
        raise UsageError("The notebook does not know your name yet.", hint='netprep me --name "Your Name"')
    said = {key: value for key, value in typed.items() if value not in (None, "", ())}
    changed = typed_record(Me, {**(_document(known) if known else {}), **said})
    with store.step("me", clock.moment) as writer:
        return writer.put_me(changed)


def remarks_on_me(me: Me) -> tuple[str, ...]:
    """What would make the self-introduction work better: at most 40 words, with a question at the end."""
    if not me.about:
        return ()
    remarks = []
    words = len(me.about.split())
    if words > _ABOUT_WORDS:
        remarks.append(f"Your introduction has {words} words; {_ABOUT_WORDS} are as many as people take in.")
    if not me.about.rstrip().endswith("?"):
        remarks.append("End your introduction with a question: it hands the talk back.")
    return tuple(remarks)


_ABOUT_WORDS = 40


def typed_text(text: str) -> str:
    """Free text that was typed, cleaned.

    Raises:
        UsageError: it is empty or far too long.
    """
    try:
        return from_document(Fact, {"field": "goals", "value": text}).value
    except Malformed as error:
        raise UsageError(f"“{text[:40]}”: {error.reason}.") from None


def _attendee(store: Store, name: str) -> Attendee:
    named = store.contacts_named(name)
    return Attendee(contact=named[0].id) if len(named) == 1 else Attendee(name=typed_text(name))


def _dated(typed: Typed, clock: Clock, past: tuple[str, ...] = (), ahead: tuple[str, ...] = ()) -> dict[str, Any]:
    read = dict(typed)
    for key in (*past, *ahead):
        if read.get(key):
            read[key] = str(read_moment(read[key], clock, prefer="past" if key in past else "future"))
    return read


def _document(record: Me) -> dict[str, Any]:
    from netprep.model.codec import to_document

    return to_document(record)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
