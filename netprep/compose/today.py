"""What is due today, each with its reason; a cap, never a target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from netprep.clock import Clock
from netprep.facts import Destination, facts_allowed
from netprep.method.cadence import Due, due_kinds
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry, Event, Fact, Me
from netprep.model.words import FollowupKind, Sensitivity
from netprep.settings.method import MethodSettings
from netprep.store import Store

PROMISE = "promise"
_FOLLOWUP = "netprep followup"
_LOOK_BACK_DAYS = 30
"""How long after a meeting its first note can still be due."""
_LOOK_AHEAD_DAYS = 7
"""How far ahead a promise is shown."""
_FIRST = frozenset({FollowupKind.FIRST_NOTE, FollowupKind.THANKS, FollowupKind.CLOSE_LOOP, FollowupKind.LATE_THANKS})


@frozen
class Item:
    """One thing that is due.

    ``due`` is a day, or None where no day was said; ``overdue_days`` is 0 where it is not late.
    """

    contact: str
    name: str
    kind: str
    what: str
    due: date | None
    reason: str
    overdue_days: int
    command: str


@frozen
class Today:
    """The list of a day: ``later`` counts what the cap left out."""

    day: date
    items: tuple[Item, ...]
    later: int


def today(store: Store, clock: Clock, settings: MethodSettings, limit: int | None = None) -> Today:
    """What is due: my promises, first notes and thanks, then dated hooks.

    Promises and first notes are always shown; the rest fills up to ``limit`` (the method's cap
    where it is None).
    """
    cap = settings.items_a_day if limit is None else limit
    me, events = store.me(), {event.id: event for event in store.events()}
    contacts = _Contacts(store)
    promises = list(_promises(store, contacts, clock))
    # A promise that a note keeps is that note: one line for both.
    noted = {item.contact for item in promises if item.command.startswith(_FOLLOWUP)}
    notes = _notes(store, contacts, clock, settings, events, me)
    musts = [*promises, *(item for item in notes if item.contact not in noted)]
    promised = {item.contact for item in musts}
    hooks = [item for item in _hooks(store, contacts, clock, settings) if item.contact not in promised]
    room = max(0, cap - len(musts))
    shown = musts if limit is None else musts[:limit]
    items = (*shown, *hooks[:room])
    return Today(clock.today, items, len(musts) + len(hooks) - len(items))


class _Contacts:
    """Contacts by id, each read once; those who are not to be contacted are left out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, Contact | None] = {}

    def get(self, identity: str) -> Contact | None:
        if identity not in self._read:
            contact = self._store.contact(identity)
            self._read[identity] = None if contact is None or contact.do_not_contact else contact
        return self._read[identity]


def _promises(store: Store, contacts: _Contacts, clock: Clock) -> Iterator[Item]:
    horizon = clock.today + timedelta(days=_LOOK_AHEAD_DAYS)
    for owner, entry in store.open_promises():
        contact = contacts.get(owner)
        if contact is None or (entry.due and entry.due.day > horizon):
            continue
        yield Item(
            contact=owner,
            name=contact.name,
            kind=PROMISE,
            what=_promised(entry),
            due=entry.due.day if entry.due else None,
            reason="you promised",
            overdue_days=max(0, (clock.today - entry.due.day).days) if entry.due else 0,
            command=_promise_command(contact, entry),
        )


def _promised(entry: Entry) -> str:
    """What was promised; what is kept private is not put on a list."""
    open_words = entry.what if entry.sensitivity is Sensitivity.OPEN else "something you keep private"
    return open_words or "what you promised"


def _promise_command(contact: Contact, entry: Entry) -> str:
    return f"{_FOLLOWUP} {contact.id}" if entry.item else f"netprep promise keep {entry.id}"


def _notes(
    store: Store,
    contacts: _Contacts,
    clock: Clock,
    settings: MethodSettings,
    events: Mapping[str, Event],
    me: Me | None,
) -> Iterator[Item]:
    found: list[tuple[date, Item]] = []
    for identity in store.met_since(clock.today - timedelta(days=_LOOK_BACK_DAYS)):
        contact = contacts.get(identity)
        if contact is None:
            continue
        dues = due_kinds(contact, clock.now, settings, events=events, me=me, has_new_give=False)
        due = next((each for each in dues if each.kind in _FIRST), None)
        if due is not None:
            item = _note_item(contact, due, clock)
            found.append((item.due or clock.today, item))
    for _, item in sorted(found, key=lambda pair: (pair[0], pair[1].contact)):
        yield item


def _note_item(contact: Contact, due: Due, clock: Clock) -> Item:
    day = due.due.day if due.due else None
    return Item(
        contact=contact.id,
        name=contact.name,
        kind=due.kind.value,
        what={"first_note": "a first note", "thanks": "thanks", "close_loop": "what came of it"}.get(
            due.kind.value, "thanks, late but meant"
        ),
        due=day,
        reason=due.reason,
        overdue_days=max(0, (clock.today - day).days) if day else 0,
        command=f"{_FOLLOWUP} {contact.id}",
    )


def _hooks(store: Store, contacts: _Contacts, clock: Clock, settings: MethodSettings) -> Iterator[Item]:
    first = clock.today - timedelta(days=settings.hook_days_after)
    last = clock.today + timedelta(days=settings.hook_days_before)
    for owner, fact in store.dated_facts(first, last):
        contact = contacts.get(owner)
        if contact and fact in facts_allowed(contact, Destination.PERSON) and not _written_about(contact, fact):
            day = fact.when.day if fact.when else clock.today
            yield Item(
                contact=owner,
                name=contact.name,
                kind=FollowupKind.HOOK.value,
                what=fact.value,
                due=day,
                reason="it is their day",
                overdue_days=0,
                command=f"{_FOLLOWUP} {contact.id} --kind hook",
            )


def _written_about(contact: Contact, fact: Fact) -> bool:
    """Whether a message went out since the day came near."""
    if fact.when is None:
        return True
    near = fact.when.day - timedelta(days=1)
    return any(
        entry.kind.value == "message_out" and entry.struck is None and entry.date.day >= near for entry in contact.log
    )
