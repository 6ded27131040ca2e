"""What plugins get to see: small copies of a contact and an event, with nothing on them that is kept back."""

from __future__ import annotations

from collections.abc import Mapping

from netprep.api import AttendeeView, ContactView, EventView, FactView
from netprep.facts.known import facts_allowed, profile_allowed
from netprep.facts.sayable import Destination
from netprep.model.records import Contact, Event
from netprep.model.words import StageCode


def contact_card(contact: Contact, stage: StageCode) -> ContactView:
    """Who somebody is: id, name, organisation, role and stage; no facts."""
    return ContactView(contact.id, contact.name, contact.org, contact.role, stage)


def contact_view(contact: Contact, stage: StageCode, to: Destination = Destination.PERSON) -> ContactView:
    """A contact as far as ``to`` may see: no log, no notes, no private facts.

    Args:
        contact: with facts.
        stage: how far the relationship has come.
        to: where what the plugin gives will be said.
    """
    profile = profile_allowed(contact, to)
    return ContactView(
        id=contact.id,
        name=contact.name,
        org=contact.org if "org" in profile else None,
        role=contact.role if "role" in profile else None,
        stage=stage,
        facts=tuple(
            FactView(fact.id, fact.field, fact.value, fact.quote, fact.date, fact.when)
            for fact in facts_allowed(contact, to)
        ),
    )


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
