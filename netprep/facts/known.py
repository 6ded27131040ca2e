"""A contact's records as single known things, each with its source: what the table is asked about."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from netprep.facts.sayable import Destination, may_say
from netprep.model.plan import Known
from netprep.model.records import Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import EntryKind, LibraryKind, Sensitivity, Source

_PEOPLE = frozenset({LibraryKind.RESOURCE_PERSON, LibraryKind.REFERRAL, LibraryKind.INTRODUCTION})


def known_about(contact: Contact, events: Mapping[str, Event], items: Iterable[LibraryItem] = ()) -> tuple[Known, ...]:
    """Everything the notebook holds on a contact that a note could rest on, allowed or not.

    Struck entries and the user's own notes (``text``) are left out: they are never said.
    """
    return (
        *_profile(contact),
        *(known for fact in contact.facts for known in _fact_dates(fact)),
        *(known for entry in contact.log if entry.struck is None for known in _entry(entry)),
        *_events(contact, events),
        # Somebody in the library is named only where a note passes them on: see known_person.
        *(known_item(item) for item in items if item.kind not in _PEOPLE or item.consent),
    )


def allowed(knowns: Iterable[Known], to: Destination, *, model_allowed: bool = True) -> tuple[Known, ...]:
    """Those of ``knowns`` that may be said to ``to``."""
    return tuple(known for known in knowns if may_say(known, to, model_allowed=model_allowed))


def facts_allowed(contact: Contact, to: Destination) -> tuple[Fact, ...]:
    """The facts of a contact that may be said to ``to``."""
    return tuple(fact for fact in contact.facts if may_say(known_fact(fact), to))


def profile_allowed(contact: Contact, to: Destination) -> frozenset[str]:
    """Which parts of a contact's card may be said to ``to``: of ``name org role address``."""
    return frozenset(known.what for known in _profile(contact) if may_say(known, to))


def known_item(item: LibraryItem) -> Known:
    """A library item as a note may name it."""
    text = " ".join(filter(None, (item.title, item.author, item.url)))
    secret = Sensitivity.PRIVATE if item.consent is False else Sensitivity.OPEN
    return Known(id=item.id, what="item", text=text, source=Source.PUBLIC, sensitivity=secret)


def known_event(event: Event) -> Known:
    """An event as a note may name it: its name, place and address were on the invitation, so they are public."""
    text = " ".join(filter(None, (event.name, event.place, event.url)))
    return Known(id=event.id, what="event", text=text, source=Source.PUBLIC, date=event.starts)


def known_person(who: Contact) -> Known:
    """Somebody who agreed to be passed on, by name."""
    return Known(id=who.id, what="person", text=who.name, source=Source.PUBLIC)


def may_pass_on(fact: Fact) -> bool:
    """Whether a fact about one person may be told to another."""
    return bool(may_say(known_fact(fact), Destination.THIRD_PERSON))


def known_of_me(me: Me | None) -> tuple[Known, ...]:
    """What a note may say of the user: name, organisation and role."""
    if me is None:
        return ()
    parts = {"name": me.name, "org": me.org, "role": me.role, "address": me.email}
    return tuple(Known(id=f"me.{what}", what=what, text=text) for what, text in parts.items() if text)


def known_of_messages(contact: Contact) -> tuple[Known, ...]:
    """What was written between a contact and me: they wrote or have read it."""
    return tuple(
        Known(id=entry.id, what="message", text=text, sensitivity=entry.sensitivity, date=entry.date)
        for entry in contact.log
        if entry.struck is None and entry.kind in (EntryKind.MESSAGE_IN, EntryKind.MESSAGE_OUT)
        for text in (entry.gist, entry.question, entry.body)
        if text
    )


def known_of_my(facts: Iterable[Fact]) -> tuple[Known, ...]:
    """Facts about the user, for a note about what they share with the reader."""
    return tuple(dataclasses.replace(known, what="mine") for fact in facts for known in _fact_dates(fact))


def _profile(contact: Contact) -> Iterator[Known]:
    source = Source.IMPORT if contact.source else Source.TOLD_ME
    named = {
        "name": (contact.name, contact.nickname),
        "org": (contact.org,),
        "role": (contact.role,),
        "address": (*contact.emails, *contact.phones, *contact.links),
        "location": (contact.location,),
    }
    for what, texts in named.items():
        for text in filter(None, texts):
            yield Known(id=f"{contact.id}.{what}", what=what, text=text, source=source)


def _fact_dates(fact: Fact) -> Iterator[Known]:
    """A fact as known on the day it was told, and again for the day ahead that it is about."""
    yield known_fact(fact)
    if fact.when:
        yield dataclasses.replace(known_fact(fact), date=fact.when)


def known_fact(fact: Fact) -> Known:
    """A fact as the table is asked about it."""
    return Known(
        id=fact.id,
        what="fact",
        text=fact.value,
        source=fact.source,
        sensitivity=fact.sensitivity,
        shareable=fact.shareable,
        date=fact.date,
        quote=fact.quote,
    )


def _entry(entry: Entry) -> Iterator[Known]:
    def known(what: str, text: str) -> Known:
        return Known(id=entry.id, what=what, text=text, sensitivity=entry.sensitivity, date=entry.date)

    if entry.kind is EntryKind.PROMISE:
        yield known("promise", entry.what or "")
        if entry.due:
            yield dataclasses.replace(known("promise", entry.what or ""), date=entry.due)
    elif entry.kind in (EntryKind.MET, EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK):
        yield known("meeting", " ".join(filter(None, (entry.form, entry.topic, entry.what))))
    elif entry.kind is EntryKind.RECEIVED:
        yield known("received", " ".join(filter(None, (entry.what, entry.path))))
    elif entry.kind is EntryKind.GIVE:
        yield known("give", entry.what or "")
    if entry.anchor:
        yield known("anchor", entry.anchor)
    if entry.quote:
        yield Known(
            id=entry.id, what="quote", text="", sensitivity=entry.sensitivity, date=entry.date, quote=entry.quote
        )


def _events(contact: Contact, events: Mapping[str, Event]) -> Iterator[Known]:
    """The events where we met."""
    met_at = {entry.event for entry in contact.log if entry.event and entry.struck is None}
    for event_id in sorted(met_at & set(events)):
        yield known_event(events[event_id])
