"""Adding records from what somebody typed: contacts, facts, library items, me."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from netprep.clock import Clock
from netprep.clock.said import read_moment
from netprep.compose.naming import describe, find_contact, find_event
from netprep.errors import Ambiguous, UsageError
from netprep.exchange.check import check_record
from netprep.method.topics import topic_problem
from netprep.model.codec import Malformed, from_document, to_document
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import EntryKind, FactField
from netprep.store import Store

R = TypeVar("R", Contact, Event, Fact, LibraryItem, Me)
Typed = Mapping[str, Any]
"""What was typed, by key; empty values mean "not said"."""


def typed_record(cls: type[R], typed: Typed) -> R:
    """The record of what was typed.

    Raises:
        UsageError: a value is not of its key's type, or contradicts another.
    """
    document = {key: _plain(value) for key, value in typed.items() if _is_said(value)}
    try:
        record = from_document(cls, document)
        check_record(record)
    except Malformed as error:
        raise UsageError(f"{error}.") from None
    return record


def add_contact(store: Store, typed: Typed, clock: Clock, *, new: bool, met: str | None = None) -> Contact:
    """Add a contact, and that you met at an event where ``met`` names one.

    Raises:
        Ambiguous: the name resembles somebody's, or an address is somebody's, and ``new`` was not said.
        UsageError: the event has not taken place yet.
    """
    contact = typed_record(Contact, typed)
    if not new:
        _hold_new(store, contact)
    event = find_event(store, met) if met else None
    if event and event.starts.day > clock.today:
        raise UsageError(f"{event.name} has not taken place yet.", hint="Say --met once you have met there.")
    with store.step(f"contact add {contact.name}", clock.moment) as writer:
        added = writer.put_card(contact)
        if event:
            writer.append(added.id, Entry(kind=EntryKind.MET, date=Moment(event.starts.day), event=event.id))
        return added


def _hold_new(store: Store, contact: Contact) -> None:
    """Refuse somebody who may be in the notebook already."""
    for email in contact.emails:
        for card in store.contacts_named(email):
            if email.casefold() in {each.casefold() for each in card.emails}:
                raise Ambiguous(f"{email} is the address of {describe(card)}.", hint="Add --new if they share it.")
    alike = [*store.contacts_named(contact.name), *(card for card, _ in store.contacts_like(contact.name))]
    if alike:
        raise Ambiguous(f"“{contact.name}” resembles {describe(alike[0])}.", hint="Add --new if this is somebody else.")


def add_fact(store: Store, who: str, typed: Typed, clock: Clock) -> tuple[Contact, Fact]:
    """Add a fact about a contact; it is dated today where no date is said."""
    contact = find_contact(store, who)
    fact = _fact(typed, clock)
    with store.step(f"fact add {contact.name}", clock.moment) as writer:
        return contact, writer.put_fact(contact.id, fact)


def add_my_fact(store: Store, typed: Typed, clock: Clock) -> Fact:
    """Add a fact about the user; it is dated today where no date is said.

    Raises:
        UsageError: the notebook does not know the user's name yet.
    """
    me = store.me()
    if me is None:
        raise _nameless()
    with store.step("me facts add", clock.moment) as writer:
        return writer.put_me(dataclasses.replace(me, facts=(*me.facts, _fact(typed, clock)))).facts[-1]


def remarks_on_my_fact(fact: Fact) -> tuple[str, ...]:
    """What would make a fact about the user read better in a note."""
    problem = topic_problem(fact.value, goal=fact.field is FactField.GOALS)
    if problem is None:
        return ()
    better = f": “{problem.suggestion}”" if problem.suggestion else ""
    return (f"“{fact.value}”: {problem.problem}{better}. (netprep me edit)",)


def _fact(typed: Typed, clock: Clock) -> Fact:
    fact = typed_record(Fact, _dated(typed, clock, past=("date",), ahead=("when", "until")))
    return fact if fact.date else dataclasses.replace(fact, date=Moment(clock.today))


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
    """Change what the notebook knows of the user; what is not said stays, and an empty text clears.

    Raises:
        UsageError: there is no name yet and none was said.
    """
    known = store.me()
    if known is None and not typed.get("name"):
        raise _nameless()
    said = {key: value for key, value in typed.items() if value not in (None, ())}
    changed = typed_record(Me, {**(to_document(known) if known else {}), **said})
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


def _dated(typed: Typed, clock: Clock, past: tuple[str, ...] = (), ahead: tuple[str, ...] = ()) -> dict[str, Any]:
    read = dict(typed)
    for key in (*past, *ahead):
        if read.get(key):
            read[key] = str(read_moment(read[key], clock, prefer="past" if key in past else "future"))
    return read


def _nameless() -> UsageError:
    return UsageError("The notebook does not know your name yet.", hint='netprep me --name "Your Name"')


def _is_said(value: Any) -> bool:
    return value is not False and value not in (None, "", (), [])


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
