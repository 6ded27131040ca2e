"""Who is expected: the event's list, with the contacts it names."""

from __future__ import annotations

from netprep.method.company import Guest
from netprep.model.records import Event
from netprep.store.reading import Reader


def guests_of(reader: Reader, event: Event) -> tuple[Guest, ...]:
    """Everybody on an event's list, in its order; somebody listed twice comes once.

    A name alone stays a name, also where a contact is called so: it may be somebody else.
    """
    wanted = [attendee.contact for attendee in event.attendees if attendee.contact]
    contacts = {contact.id: contact for contact in reader.contacts_by_id(wanted)}
    guests: list[Guest] = []
    seen: set[str] = set()
    for attendee in event.attendees:
        if attendee.contact in seen:
            continue
        if attendee.contact:
            seen.add(attendee.contact)
        if attendee.name or attendee.contact in contacts:
            guests.append(Guest(attendee, contacts.get(attendee.contact or "")))
    return tuple(guests)


def perhaps_known(reader: Reader, guests: tuple[Guest, ...]) -> tuple[str, ...]:
    """Names on the list, without a contact, that a contact has who is not on it."""
    listed = {guest.contact.id for guest in guests if guest.contact}
    names = [guest.name for guest in guests if guest.contact is None]
    return tuple(name for name, contact in reader.ids_of_names(names) if contact not in listed)
