"""Where there is something to share: the library, coming events, what was learned, plugins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from netprep.api import CandidateView, ContactView, Registry, ShareCandidate
from netprep.compose.desk import Desk
from netprep.method.candidate import PEOPLE, Candidate, Origin
from netprep.method.matching import Rarity, Thing, Topic, similarity
from netprep.model.records import Event, Fact, LibraryItem
from netprep.model.text import one_line
from netprep.model.words import EventEntryKind, FactField, LibraryKind

_DRAWS = frozenset({FactField.INTERESTS, FactField.WANTS_TO_MEET})
_MEETS = frozenset({FactField.WANTS_TO_MEET})
_LONGEST = 200
"""Characters of a title, as the notebook has it for its own."""


def from_library(desk: Desk) -> Iterator[Candidate]:
    """Everything in the library."""
    for item in desk.library:
        yield from_item(item, desk)


def from_item(item: LibraryItem, desk: Desk) -> Candidate:
    """A library item, with the person or the event it is about."""
    about_person = item.contact and item.kind in PEOPLE
    return Candidate(
        kind=item.kind,
        title=item.title,
        topics=item.topics,
        note=item.note,
        id=item.id,
        url=item.url,
        author=item.author,
        minutes=item.minutes or (desk.settings.method.share_person_minutes if item.kind in PEOPLE else None),
        who=desk.person(item.contact) if about_person and item.contact else None,
        event=desk.events.get(item.event) if item.event else None,
        mine=bool(item.mine),
        free=item.free,
        opened=item.opened.day if item.opened else None,
        consent=item.consent,
    )


def from_events(desk: Desk) -> Iterator[Candidate]:
    """Coming events, for what they are about and for who is expected there."""
    for event in desk.events.values():
        if is_coming(event, desk):
            yield invitation(event)
            for attendee in event.attendees:
                # What is known of somebody who is only a name on a list is what stands on the list.
                told = " ".join(filter(None, (attendee.role, attendee.public, attendee.org)))
                if attendee.name and told:
                    yield invitation(event, meets=one_line(attendee.name), text=told)


def invitation(event: Event, *, meets: str | None = None, text: str | None = None) -> Candidate:
    """An event to come along to, or to meet somebody at who is expected there.

    Args:
        event: where.
        meets: the name of somebody worth meeting there.
        text: what is known of them.
    """
    return Candidate(
        kind=LibraryKind.INVITATION,
        title=event.name,
        topics=(event.type.value.replace("_", " "),) if event.type and not meets else (),
        origin=Origin.EVENT,
        id=event.id,
        url=event.url,
        event=event,
        fits=_MEETS if meets else _DRAWS,
        meets=meets,
        text=text or " ".join(filter(None, (event.name, event.description))),
    )


def is_coming(event: Event, desk: Desk) -> bool:
    """Whether an event is ahead, and near enough to invite somebody to."""
    days = (event.starts.day - desk.clock.today).days
    if event.starts.has_time and event.starts.instant(desk.clock.zone) <= desk.clock.now:
        return False
    return 0 <= days <= desk.settings.method.share_event_days


def from_learned(desk: Desk) -> Iterator[Candidate]:
    """What the user wrote down as learned at an event; it is told in two lines, never quoted."""
    for event in desk.events.values():
        for line in event.log:
            if line.kind is EventEntryKind.LEARNED and line.text and line.struck is None:
                title = one_line(line.text)[:_LONGEST]
                yield Candidate(
                    LibraryKind.INFORMATION, title, origin=Origin.LEARNED, id=line.id, event=event, mine=True
                )


def from_plugins(view: ContactView, registry: Registry) -> Iterator[Candidate]:
    """What plugins have for a contact; their texts come from outside and are cleaned, their links are not touched."""
    for contribution in registry.share_candidates(view):
        given: ShareCandidate = contribution.value
        if title := one_line(str(given.title or ""))[:_LONGEST]:
            yield Candidate(
                kind=LibraryKind(given.kind),
                title=title,
                topics=tuple(one_line(str(topic)) for topic in given.topics),
                note=one_line(given.note) if given.note else None,
                origin=Origin.PLUGIN,
                source=contribution.plugin,
                url=given.url or None,
                author=one_line(given.author) if given.author else None,
                minutes=given.minutes,
            )


@lru_cache(maxsize=4096)
def _thing(title: str, topics: tuple[str, ...], note: str | None) -> Thing:
    """A thing in stems; a brief asks for the same ones for everybody."""
    return Thing.of(title, topics, note)


class Fitting:
    """How well a candidate fits a fact: the best opinion of netprep's own matching and of all plugins' matchers."""

    def __init__(self, candidates: Sequence[Candidate], desk: Desk) -> None:
        self._settings = desk.settings.method
        self._matchers = desk.matchers()
        self._things = {id(each): _thing(each.text or each.title, each.topics, each.note) for each in candidates}
        self._rarity = Rarity.among(self._things.values(), self._settings)
        self._topics: dict[str, Topic] = {}

    def __call__(self, fact: Fact, candidate: Candidate) -> float:
        """From 0 to 1."""
        own = similarity(self._topic(fact), self._things[id(candidate)], self._rarity, self._settings)
        if not self._matchers:
            return own
        view = CandidateView(candidate.text or candidate.title, candidate.topics, candidate.note)
        return max(own, *(matcher.similarity(fact.value, view) for matcher in self._matchers))

    def _topic(self, fact: Fact) -> Topic:
        key = f"{fact.id}|{fact.value}"
        if key not in self._topics:
            self._topics[key] = Topic.of(
                fact.value, self._settings, fact.quote, (fact.activity,) if fact.activity else ()
            )
        return self._topics[key]
