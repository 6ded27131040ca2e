"""What plugins are handed of a contact: what their destination may see, never the notebook."""

from __future__ import annotations

from netprep.api import ContactView, FactView
from netprep.facts.known import facts_allowed, profile_allowed
from netprep.facts.sayable import Destination
from netprep.model.records import Contact
from netprep.model.words import StageCode


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
