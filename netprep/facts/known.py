"""A contact's records as single known things, each with its source: what the table is asked about."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from netprep.facts.sayable import Destination, may_say
from netprep.model.plan import Known
from netprep.model.records import Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import EntryKind, Sensitivity, Source


def known_about(contact: Contact, events: Mapping[str, Event], items: Iterable[LibraryItem] = ()) -> tuple[Known, ...]:
    """Everything the notebook holds on a contact that a note could rest on, allowed or not.

    Struck entries and the user's own notes (``text``) are left out: they are never said.
    """
    return (
        *_profile(contact),
        *(known for fact in contact.facts for known in _fact_dates(fact)),
        *(known for entry in contact.log if entry.struck is None for known in _entry(entry)),
        *_events(contact, events),
        *(_item(item) for item in items),
    )


def allowed(knowns: Iterable[Known], to: Destination, *, model_allowed: bool = True) -> tuple[Known, ...]:
    """Those of ``knowns`` that may be said to ``to``."""
    return tuple(known for known in knowns if may_say(known, to, model_allowed=model_allowed))


def facts_allowed(contact: Contact, to: Destination) -> tuple[Fact, ...]:
    """The facts of a contact that may be said to ``to``."""
    return tuple(fact for fact in contact.facts if may_say(known_fact(fact), to))


def known_of_me(me: Me | None) -> tuple[Known, ...]:
    """What a note may say of the user: name, organisation and role."""
    if me is None:
        return ()
    parts = {"name": me.name, "org": me.org, "role": me.role, "address": me.email}
    return tuple(Known(id=f"me.{what}", what=what, text=text) for what, text in parts.items() if text)


def known_of_my(facts: Iterable[Fact]) -> tuple[Known, ...]:
    """Facts about the user, for a note about what they share with the reader."""
    return tuple(dataclasses.replace(known, what="mine") for fact in facts for known in _fact_dates(fact))


def _profile(contact: Contact) -> Iterator[Known]:
    source = Source.IMPORT if contact.source else Source.TOLD_ME
    named = {
        "name": (contact.name, contact.nickname),
        "org": (contact.org,),
        "role": (contact.role,),
        "address": contact.emails,
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
    """The events where we met: their name and place were on the invitation, so they are public."""
    met_at = {entry.event for entry in contact.log if entry.event and entry.struck is None}
    for event_id in sorted(met_at & set(events)):
        event = events[event_id]
        text = " ".join(filter(None, (event.name, event.place)))
        yield Known(id=event.id, what="event", text=text, source=Source.PUBLIC, date=event.starts)


def _item(item: LibraryItem) -> Known:
    text = " ".join(filter(None, (item.title, item.author, item.url)))
    secret = Sensitivity.PRIVATE if item.consent is False else Sensitivity.OPEN
    return Known(id=item.id, what="item", text=text, source=Source.PUBLIC, sensitivity=secret)
