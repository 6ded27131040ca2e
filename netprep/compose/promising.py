"""Open promises with the people they were made to."""

from __future__ import annotations

from netprep.compose.naming import find_contact
from netprep.model.records import Contact, Entry
from netprep.model.words import Sensitivity
from netprep.store import Store


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
