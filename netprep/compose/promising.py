"""Promises: the open ones, new ones, and the ones that were kept."""

from __future__ import annotations

from collections.abc import Sequence

from netprep.clock import Clock
from netprep.clock.said import read_moment
from netprep.compose.naming import find_contact, find_item
from netprep.compose.records import typed_text
from netprep.errors import Ambiguous, DataError, UsageError
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry
from netprep.model.text import fold
from netprep.model.words import EntryKind, Party, Sensitivity
from netprep.store import Store

_CLOSING = frozenset({EntryKind.PROMISE_KEPT, EntryKind.PROMISE_BROKEN})
_SEE = "See: netprep promise list"


def open_promises(store: Store, who: str | None = None) -> tuple[tuple[Contact, Entry], ...]:
    """Promises of mine that are open, the soonest due first; what is kept private is left out.

    Raises:
        NotFound: ``who`` is nobody.
    """
    wanted = find_contact(store, who).id if who else None
    found = []
    for owner, entry in store.open_promises():
        if wanted in (None, owner) and entry.sensitivity is Sensitivity.OPEN:
            contact = store.contact(owner)
            if contact is not None:
                found.append((contact, entry))
    return tuple(found)


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


def keep_promise(store: Store, words: Sequence[str], clock: Clock) -> tuple[Contact, Entry]:
    """Mark a promise as kept: by its id, or by the contact and, where there are several, words of it.

    Raises:
        NotFound: the words name nobody.
        Ambiguous: they fit several promises.
        DataError: there is no open promise like that.
    """
    said = " ".join(words).split()
    if not said:
        raise UsageError("Say which promise.", hint=_SEE)
    found = store.entry(said[0]) if len(said) == 1 else None
    contact, promise = _by_id(store, *found) if found else _by_words(store, said)
    with store.step(f"promise keep {promise.id}", clock.moment) as writer:
        writer.append(contact.id, Entry(kind=EntryKind.PROMISE_KEPT, date=Moment(clock.today), of=promise.id))
    return contact, promise


def named_promise(promise: Entry) -> str:
    """What a promise is called in public: what is private has no words."""
    return promise.what if promise.what and promise.sensitivity is Sensitivity.OPEN else "what was promised"


def _by_id(store: Store, owner: str, entry: Entry) -> tuple[Contact, Entry]:
    contact = find_contact(store, owner)
    closed = {line.of for line in contact.log if line.kind in _CLOSING and not line.struck}
    if entry.kind is not EntryKind.PROMISE or entry.struck or entry.id in closed:
        raise DataError(f"{entry.id} is no open promise.", hint=_SEE)
    return contact, entry


def _by_words(store: Store, said: list[str]) -> tuple[Contact, Entry]:
    """The one open promise to somebody whom the first words name, with what follows in it."""
    for end in range(len(said), 0, -1):
        people = store.contacts_named(" ".join(said[:end]))
        if not people:
            continue
        ids = {person.id for person in people}
        promises = [(contact, entry) for contact, entry in open_promises(store) if contact.id in ids]
        fitting = [(contact, entry) for contact, entry in promises if _holds(entry, said[end:])]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Ambiguous(f"That could be {_listed(fitting)}.", hint="Say the id, or more of its words.")
        others = f" It could be {_listed(promises)}." if promises else ""
        to = " or ".join(person.name for person in people[:3])
        raise DataError(f"There is no open promise to {to}{' of that' if others else ''}.{others}", hint=_SEE)
    # Nobody goes by any of it: this says so, and who comes near.
    find_contact(store, " ".join(said))
    raise DataError(f"There is no open promise “{' '.join(said)}”.", hint=_SEE)


def _holds(promise: Entry, words: Sequence[str]) -> bool:
    said = fold(promise.what or "").split()
    return all(any(each.startswith(fold(word)) for each in said) for word in words)


def _listed(promises: Sequence[tuple[Contact, Entry]]) -> str:
    return "; ".join(f"{entry.id}: {named_promise(entry)} ({contact.name})" for contact, entry in promises[:8])
