"""The things a notebook holds. The types here are the schema: the codec reads them.

A field's key in a file is its name unless ``key="..."`` says otherwise (``class`` and ``with``
are words Python keeps for itself). A field without a default is required.

Annotations are evaluated here and not kept as text: the codec would have to compile each of them.
"""

from dataclasses import astuple, field
from typing import Any

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.words import (
    Answer,
    AskClass,
    Cue,
    EntryKind,
    EventEntryKind,
    EventType,
    FactField,
    Intent,
    Lane,
    LibraryKind,
    Party,
    Purpose,
    Reaction,
    Sensitivity,
    Source,
    StageCode,
    TrustBar,
    WantsMore,
)


def _named(key: str) -> Any:
    return field(default=None, metadata={"key": key})


@frozen
class Fact:
    """Something known about a person: ``value`` is a topic, ``quote`` their own words."""

    field: FactField
    value: str
    id: str = ""
    quote: str | None = None
    source: Source = Source.TOLD_ME
    date: Moment | None = None
    when: Moment | None = None
    until: Moment | None = None
    sensitivity: Sensitivity = Sensitivity.OPEN
    shareable: bool = False
    asked_me: bool = False
    city: str | None = None
    activity: str | None = None


@frozen
class Struck:
    """Why an entry no longer counts."""

    date: Moment
    why: str


@frozen
class Taps:
    """Six impressions of a talk, each 0, 1 or 2."""

    can_serve: int = 0
    they_engaged: int = 0
    common_ground: int = 0
    learn: int = 0
    fit: int = 0
    bridge: int = 0

    def __post_init__(self) -> None:
        if max(astuple(self)) > 2:
            raise ValueError("each tap is 0, 1 or 2")


@frozen
class Chosen:
    """Whether a person was chosen for a follow-up, and why or why not."""

    chosen: bool = field(metadata={"key": "value"})
    why: str | None = None


@frozen
class Entry:
    """One line of a contact's append-only log. ``ENTRY_KEYS`` says which keys go with which kind."""

    kind: EntryKind
    date: Moment
    id: str = ""
    event: str | None = None
    minutes: int | None = None
    anchor: str | None = None
    quote: str | None = None
    opened_by: str | None = None
    form: str | None = None
    topic: str | None = None
    group: str | None = None
    what: str | None = None
    taps: Taps | None = None
    pitch_only: bool | None = None
    wants_more: WantsMore | None = None
    chosen: Chosen | None = None
    channel: str | None = None
    subject: str | None = None
    body: str | None = None
    gist: str | None = None
    draft: str | None = None
    ai_assisted: bool | None = None
    initiated: bool | None = None
    question: str | None = None
    answered: bool | None = None
    share: LibraryKind | None = None
    item: str | None = None
    because: str | None = None
    of: str | None = None
    reaction: Reaction | None = None
    path: str | None = None
    ask_class: AskClass | None = _named("class")
    invited: bool | None = None
    anyway: bool | None = None
    answer: Answer | None = None
    thanked: bool | None = None
    by: Party | None = None
    due: Moment | None = None
    cue: Cue | None = None
    whom: str | None = _named("for")
    routed: str | None = None
    about: str | None = None
    to: str | None = None
    partner: str | None = _named("with")
    until: Moment | None = None
    why: str | None = None
    text: str | None = None
    sensitivity: Sensitivity = Sensitivity.OPEN
    struck: Struck | None = None


_MEETING = frozenset({"minutes", "anchor", "quote", "taps", "pitch_only", "wants_more", "chosen"})
_INTRO = frozenset({"with", "answer"})
_OF = frozenset({"of"})

COMMON_ENTRY_KEYS = frozenset({"id", "kind", "date", "event", "text", "sensitivity", "struck"})
ENTRY_KEYS: dict[EntryKind, frozenset[str]] = {
    EntryKind.MET: _MEETING | {"opened_by"},
    EntryKind.ONE_TO_ONE: _MEETING | {"form", "topic"},
    EntryKind.SHARED_WORK: _MEETING | {"group", "what"},
    EntryKind.MESSAGE_OUT: frozenset({"form", "channel", "subject", "body", "gist", "draft", "ai_assisted"}),
    EntryKind.MESSAGE_IN: frozenset({"channel", "gist", "initiated", "question", "answered"}),
    EntryKind.GIVE: frozenset({"share", "item", "because", "minutes", "what"}),
    EntryKind.GIVE_ACK: _OF | {"reaction"},
    EntryKind.RECEIVED: frozenset({"what", "path"}),
    EntryKind.ASK: frozenset({"class", "invited", "anyway"}),
    EntryKind.ASK_CLOSED: _OF | {"answer", "thanked"},
    EntryKind.PROMISE: frozenset({"by", "what", "due", "item"}),
    EntryKind.PROMISE_KEPT: _OF,
    EntryKind.PROMISE_BROKEN: _OF,
    EntryKind.SIGNAL: frozenset({"cue", "quote", "for", "routed"}),
    EntryKind.CONSENT: frozenset({"what", "about", "to", "answer"}),
    EntryKind.INTRO_PROPOSED: _INTRO,
    EntryKind.INTRO_ASKED: _INTRO,
    EntryKind.INTRO_ANSWERED: _INTRO,
    EntryKind.INTRODUCED: _INTRO,
    EntryKind.INTRO_MET: _INTRO,
    EntryKind.QUESTION_ASKED: frozenset({"question"}),
    EntryKind.THANKED: _OF | {"what"},
    EntryKind.LOOP_CLOSED: _OF | {"what"},
    EntryKind.SNOOZE: frozenset({"until", "why"}),
    EntryKind.HARD_TIME: frozenset({"until"}),
    EntryKind.REST: frozenset({"until"}),
}


@frozen
class StageOverride:
    """The user's own view of a stage, shown beside the derived one."""

    value: StageCode
    note: str | None = None


@frozen
class ContactSource:
    """Which file a contact came from, and what of it had no key here."""

    file: str | None = None
    raw: str | None = None


@frozen
class Contact:
    """A person, what is known of them, and the log of what passed between us."""

    name: str
    id: str = ""
    nickname: str | None = None
    say: str | None = None
    address: str | None = None
    org: str | None = None
    role: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    location: str | None = None
    timezone: str | None = None
    language: str | None = None
    pronouns: str | None = None
    introduced_by: str | None = None
    how_met: str | None = None
    lane: Lane | None = None
    every: str | None = None
    tags: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    stage: StageOverride | None = None
    remote_model: bool = True
    do_not_contact: bool = False
    source: ContactSource | None = None
    facts: tuple[Fact, ...] = ()
    log: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a contact needs a name")


@frozen
class Fit:
    """What is known of an event as a place to talk."""

    talk_minutes: int | None = None
    can_hear: bool | None = None
    hosts_or_badges: bool | None = None
    size: int | None = None
    fee: str | None = None


@frozen
class Attendee:
    """Somebody expected at an event: a contact, or a name from a list."""

    contact: str | None = None
    name: str | None = None
    org: str | None = None
    role: str | None = None
    public: str | None = None
    look_for: str | None = None

    def __post_init__(self) -> None:
        if bool(self.contact) == bool(self.name):
            raise ValueError("an attendee has either a contact or a name")


@frozen
class EventEntry:
    """One line of an event's own log."""

    kind: EventEntryKind
    date: Moment
    id: str = ""
    minutes: int | None = None
    count: int | None = None
    value: Intent | None = None
    energy: int | None = None
    dread: int | None = None
    text: str | None = None
    struck: Struck | None = None

    def __post_init__(self) -> None:
        if not all(1 <= tap <= 5 for tap in (self.energy, self.dread) if tap is not None):
            raise ValueError("energy and dread go from 1 to 5")


@frozen
class Event:
    """A gathering."""

    name: str
    starts: Moment
    id: str = ""
    ends: Moment | None = None
    timezone: str | None = None
    place: str | None = None
    type: EventType | None = None
    url: str | None = None
    description: str | None = None
    series: str | None = None
    purpose: tuple[Purpose, ...] = ()
    goal: str | None = None
    good_evening: str | None = None
    serve: str | None = None
    leave_at: Moment | None = None
    debrief_at: Moment | None = None
    role: str | None = None
    fit: Fit | None = None
    attendees: tuple[Attendee, ...] = ()
    log: tuple[EventEntry, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an event needs a name")


@frozen
class Member:
    """A person in a group, and what I have done with them there."""

    contact: str
    used_service: bool | None = None
    loyal: bool | None = None


@frozen
class Meeting:
    """A meeting of a group."""

    date: Moment
    attended: bool | None = None


@frozen
class GroupRole:
    """A job held in a group."""

    role: str
    start: Moment | None = _named("from")
    end: Moment | None = _named("to")
    hours: int | None = None


@frozen
class Group:
    """A chamber, club or committee."""

    name: str
    id: str = ""
    type: str | None = None
    members: int | None = None
    people: tuple[Member, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    roles: tuple[GroupRole, ...] = ()


@frozen
class LibraryItem:
    """Something worth sharing."""

    kind: LibraryKind
    title: str
    id: str = ""
    url: str | None = None
    author: str | None = None
    topics: tuple[str, ...] = ()
    note: str | None = None
    minutes: int | None = None
    free: bool | None = None
    mine: bool | None = None
    opened: Moment | None = None
    contact: str | None = None
    event: str | None = None
    consent: bool | None = None


@frozen
class Me:
    """The person whose notebook this is."""

    name: str
    email: str | None = None
    org: str | None = None
    role: str | None = None
    about: str | None = None
    give_back: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    seeks: tuple[str, ...] = ()
    voice: str | None = None
    language: str | None = None
    low_key: bool = False
    minutes_per_week: int | None = None
    trust_bar: TrustBar = TrustBar.NORMAL
    facts: tuple[Fact, ...] = ()


@frozen
class Notebook:
    """All a user's data, in the order it was written down."""

    me: Me | None = None
    contacts: tuple[Contact, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[Group, ...] = ()
    library: tuple[LibraryItem, ...] = ()


__all__ = [
    "COMMON_ENTRY_KEYS",
    "ENTRY_KEYS",
    "Attendee",
    "Chosen",
    "Contact",
    "ContactSource",
    "Entry",
    "Event",
    "EventEntry",
    "Fact",
    "Fit",
    "Group",
    "GroupRole",
    "LibraryItem",
    "Me",
    "Meeting",
    "Member",
    "Notebook",
    "StageOverride",
    "Struck",
    "Taps",
]
