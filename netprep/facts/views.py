"""What plugins get to see: small copies of a contact and an event, with nothing on them that is kept back."""

from __future__ import annotations

from collections.abc import Mapping

from netprep.api import AttendeeView, ContactView, EventView
from netprep.model.records import Contact, Event
from netprep.model.words import StageCode


def contact_card(contact: Contact, stage: StageCode) -> ContactView:
    """Who somebody is: id, name, organisation, role and stage; no facts."""
    return ContactView(contact.id, contact.name, contact.org, contact.role, stage)


def event_view(event: Event, people: Mapping[str, Contact]) -> EventView:
    """An event and who is expected there.

    Args:
        event: the event.
        people: contacts by id, for those attendees that are named by their contact.
    """
    return EventView(
        id=event.id,
        name=event.name,
        starts=event.starts,
        ends=event.ends,
        place=event.place,
        type=event.type,
        url=event.url,
        purpose=event.purpose,
        attendees=tuple(
            AttendeeView(
                name=attendee.name or (person.name if person else attendee.contact or ""),
                contact=attendee.contact,
                org=attendee.org or (person.org if person else None),
                role=attendee.role or (person.role if person else None),
            )
            for attendee in event.attendees
            for person in (people.get(attendee.contact or ""),)
        ),
    )
