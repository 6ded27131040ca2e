"""Other contacts as something to share: somebody who can help, somebody to meet, somebody to work for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netprep.compose.candidates import invitation, is_coming
from netprep.compose.desk import Desk
from netprep.facts import may_pass_on
from netprep.method.candidate import Candidate, Origin
from netprep.method.matching import Rarity, Thing, Topic, similarity
from netprep.method.stems import says_little, stems
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Event, Fact
from netprep.model.words import FactField, LibraryKind
from netprep.store import Store

_HELPS = frozenset({FactField.CHALLENGES, FactField.GOALS, FactField.WORKING_ON})
_MEETS = frozenset({FactField.WANTS_TO_MEET})
_OFFERS = frozenset({FactField.SKILLS, FactField.NETWORKS})
_WAYS: dict[FactField, tuple[tuple[LibraryKind, frozenset[FactField]], ...]] = {
    FactField.SKILLS: ((LibraryKind.RESOURCE_PERSON, _HELPS), (LibraryKind.INTRODUCTION, _MEETS)),
    FactField.NETWORKS: ((LibraryKind.RESOURCE_PERSON, _HELPS), (LibraryKind.INTRODUCTION, _MEETS)),
    FactField.WORKING_ON: ((LibraryKind.INTRODUCTION, _MEETS),),
    FactField.INTERESTS: ((LibraryKind.INTRODUCTION, _MEETS | {FactField.INTERESTS}),),
    FactField.CHALLENGES: ((LibraryKind.REFERRAL, _OFFERS),),
    FactField.WANTS_TO_MEET: ((LibraryKind.REFERRAL, _OFFERS),),
}
"""By what is known of the other: as what they are shared, and for which facts of this contact."""
_MOST_WORDS = 40
"""Words that are looked up in all."""
_MOST_PEOPLE = 12
"""People whose page is read: the ones that fit best."""


@frozen
class _Found:
    """Somebody's fact that has to do with this contact, and how much."""

    owner: str
    fact: Fact
    likeness: float


def from_contacts(desk: Desk, facts: Sequence[Fact], store: Store) -> Iterator[Candidate]:
    """Other contacts of whom something is known that may be told and that fits a fact of this one.

    They are found by the words of the facts in the full-text index, so that the size of the notebook
    makes no difference; their pages are read only where a fact fits.
    """
    said = {item.contact: item.consent for item in desk.library if item.contact and item.consent is not None}
    events = tuple(event for event in desk.events.values() if is_coming(event, desk))
    people: dict[str, Contact | None] = {}
    for found in _found(desk, facts, store):
        if found.owner not in people:
            if len(people) == _MOST_PEOPLE:
                continue
            people[found.owner] = store.contact(found.owner)
        who = people[found.owner]
        if who is not None:
            yield from _as_candidates(found.fact, who, desk, events, said.get(who.id))


def _found(desk: Desk, facts: Sequence[Fact], store: Store) -> list[_Found]:
    held: dict[str, tuple[str, Fact]] = {}
    for word in _words(facts):
        for owner, fact in store.facts_holding(word):
            if owner != desk.contact.id and fact.field in _WAYS and may_pass_on(fact):
                held.setdefault(fact.id, (owner, fact))
    settings = desk.settings.method
    things = {key: Thing.of(fact.value, (fact.value,)) for key, (_, fact) in held.items()}
    rarity = Rarity.among(things.values(), settings)
    topics = [(Topic.of(fact.value, settings, fact.quote), fact.field) for fact in facts]
    found = []
    for key, (owner, theirs) in held.items():
        fits = frozenset().union(*(fields for _, fields in _WAYS[theirs.field]))
        likeness = max(
            (similarity(topic, things[key], rarity, settings) for topic, field in topics if field in fits), default=0.0
        )
        if likeness >= settings.share_bar:  # less cannot pass the bar, whatever the weights
            found.append(_Found(owner, theirs, likeness))
    return sorted(found, key=lambda each: (-each.likeness, each.fact.id))


def _words(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The beginnings of the words to look for, each once: "apprentic" finds "apprentices", "earl" "early"."""
    found: dict[str, None] = {}
    for fact in facts:
        for stem in stems(fact.value):
            if not says_little(stem) and len(stem) > 1:
                found[stem[:-1] if stem.endswith("i") and len(stem) > 3 else stem] = None
    return tuple(found)[:_MOST_WORDS]


def _as_candidates(
    theirs: Fact, who: Contact, desk: Desk, events: Sequence[Event], consent: bool | None
) -> Iterator[Candidate]:
    """The ways to share somebody; ``consent`` is what the library says of them."""
    minutes = desk.settings.method.share_person_minutes
    for kind, fits in _WAYS[theirs.field]:
        yield Candidate(
            kind=kind,
            title=f"{who.name}: {theirs.value}",
            topics=(theirs.value,),
            origin=Origin.CONTACT,
            id=who.id,
            minutes=minutes,
            who=who,
            theirs=theirs,
            fits=fits,
            text=theirs.value,
            consent=consent,
        )
    here = next((event for event in events if any(each.contact == who.id for each in event.attendees)), None)
    if here is not None:
        yield invitation(here, meets=who.name, text=theirs.value)
