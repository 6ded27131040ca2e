"""What plugins get: small copies of what their destination may see, never the notebook."""

from __future__ import annotations

from pathlib import Path

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.words import EventType, FactField, FollowupKind, Form, Purpose, StageCode


@frozen
class FactView:
    """A fact that may be said where the plugin's words go. ``quote`` is theirs, word for word."""

    id: str
    field: FactField
    value: str
    quote: str | None = None
    date: Moment | None = None
    when: Moment | None = None


@frozen
class ContactView:
    """A contact as far as the plugin's destination may see: no log, no notes, no private facts."""

    id: str
    name: str
    org: str | None = None
    role: str | None = None
    stage: StageCode = StageCode.I
    facts: tuple[FactView, ...] = ()


@frozen
class AttendeeView:
    """Somebody expected at an event; ``contact`` is an id where they are in the notebook."""

    name: str
    contact: str | None = None
    org: str | None = None
    role: str | None = None


@frozen
class EventView:
    """An event and who is expected there."""

    id: str
    name: str
    starts: Moment
    ends: Moment | None = None
    place: str | None = None
    type: EventType | None = None
    url: str | None = None
    purpose: tuple[Purpose, ...] = ()
    attendees: tuple[AttendeeView, ...] = ()


@frozen
class CandidateView:
    """Something that could be shared, as a matcher sees it."""

    title: str
    topics: tuple[str, ...] = ()
    note: str | None = None


@frozen
class DraftView:
    """A finished draft: the words as they would be sent, to whom, and how they were judged."""

    id: str
    contact: str
    kind: FollowupKind
    form: Form
    subject: str | None
    body: str
    status: str


@frozen
class Outgoing:
    """A finished note on its way out. ``name`` is a file name without its ending."""

    subject: str | None
    body: str
    to: str | None
    name: str
    folder: Path

    @property
    def text(self) -> str:
        """Subject line and body as one text."""
        return f"Subject: {self.subject}\n\n{self.body}" if self.subject else self.body
