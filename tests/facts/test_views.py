"""What plugins get to see of a person and an event."""

from __future__ import annotations

import dataclasses

from netprep.api import AttendeeView
from netprep.facts.views import contact_card, event_view
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Event, Fact
from netprep.model.words import FactField, StageCode

MAYA = Contact(
    "Maya Okafor",
    id="maya-okafor",
    org="Tidewater Pumps",
    role="HR manager",
    emails=("maya@tidewater.example",),
    phones=("0401234567",),
    tags=("partner",),
    avoid=("politics",),
    facts=(Fact(FactField.GOALS, "keeping bees"),),
)


def test_of_a_person_a_card_and_nothing_else() -> None:
    card = contact_card(MAYA, StageCode.V)
    assert dataclasses.astuple(card) == ("maya-okafor", "Maya Okafor", "Tidewater Pumps", "HR manager", StageCode.V, ())


def test_of_an_event_who_is_expected_and_no_log() -> None:
    event = Event(
        id="mixer",
        name="Chamber mixer",
        starts=Moment.parse("2026-11-19T18:00"),
        goal="meet two people",
        attendees=(
            Attendee(contact="maya-okafor"),
            Attendee(contact="gone"),
            Attendee(name="Li Chen", org="Chen Timber"),
        ),
    )
    view = event_view(event, {"maya-okafor": MAYA})
    assert view.attendees == (
        AttendeeView("Maya Okafor", "maya-okafor", "Tidewater Pumps", "HR manager"),
        AttendeeView("gone", "gone"),
        AttendeeView("Li Chen", None, "Chen Timber"),
    )
    assert "two people" not in repr(view)
