"""Small copies of what a plugin's destination may see: never the notebook."""

from __future__ import annotations

from collections.abc import Sequence

from netprep.api import AttendeeView, EventView
from netprep.model.records import Event


def event_view(event: Event, names: Sequence[str]) -> EventView:
    """An event and who is expected there, by name, as the list says it.

    Args:
        event: the event.
        names: the attendees' names in the order of the list.
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
            AttendeeView(name, attendee.contact, attendee.org, attendee.role)
            for attendee, name in zip(event.attendees, names, strict=False)
        ),
    )
