"""A made-up person, event and draft, to try plugins with. Their ids begin with ``example``."""

from __future__ import annotations

from typing import Any

from netprep.api import (
    AttendeeView,
    CandidateView,
    ContactView,
    DraftView,
    EventType,
    EventView,
    FactField,
    FactView,
    FollowupKind,
    Form,
    Moment,
    Purpose,
    StageCode,
)

DAY = Moment.parse("2026-11-19")
CARD = ContactView("example-person", "Efua Example", "Example Pumps", "site lead", StageCode.V)
CONTACT = ContactView(
    *(CARD.id, CARD.name, CARD.org, CARD.role, CARD.stage),
    facts=(FactView("example-1", FactField.INTERESTS, "early-morning swimming", "before the town wakes", DAY),),
)
EVENT = EventView(
    id="example-event",
    name="Example mixer",
    starts=Moment.parse("2026-11-19T18:00-05:00"),
    ends=Moment.parse("2026-11-19T20:00-05:00"),
    place="Example Hall",
    type=EventType.MIXER,
    purpose=(Purpose.LEARN,),
    attendees=(AttendeeView(CARD.name, CARD.id, CARD.org, CARD.role), AttendeeView("Li Example")),
)
DRAFT = DraftView(
    id="example-draft",
    contact=CARD.id,
    kind=FollowupKind.FIRST_NOTE,
    form=Form.EMAIL,
    subject="The coat-check queue",
    body="Hello Efua,\n\nthe coat-check queue is what I remember first.\n\nAlex",
    status="send-ready",
)
CANDIDATE = CandidateView("A guide to cold-water swimming", ("swimming",))
NOTEBOOK: dict[str, object] = {
    "netprep": 1,
    "contacts": [{"id": CARD.id, "name": CARD.name, "org": CARD.org, "log": [{"kind": "met", "date": "2026-11-19"}]}],
}


def arguments_of(hook: str) -> tuple[dict[str, Any], ...]:
    """What to call a hook with; some are called twice."""
    return {
        "netprep_facts": ({"about": CARD}, {"about": EVENT}),
        "netprep_share_candidates": ({"contact": CONTACT},),
        "netprep_brief_sections": ({"event": EVENT},),
        "netprep_draft_written": ({"draft": DRAFT},),
    }.get(hook, ({},))
