"""What a contact and the user have in common, the rarest first, and what lies ahead of both before all.

After an organiser of networking events, "Three networking failures", 2010: detect common interests,
and suggest a coffee to talk about those (grade D). How rare a thing is tells how much it joins: the
inverse document frequency of search engines, over one's contacts. Only what may be said to the
person counts, on both sides.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from netprep.method.alike import Likeness, likeness
from netprep.method.evidence import Evidence
from netprep.method.next_step import sayable_facts
from netprep.method.topic_parts import Topic, read_topic, words_shared
from netprep.method.wording import spoken
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Fact, Group, Me
from netprep.model.shared import Ahead, Shared, Whose
from netprep.model.text import fold
from netprep.model.words import FactField
from netprep.settings.method import MethodSettings

_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}
_YEARS = {2: "two", 3: "three", 4: "four", 5: "five"}


Count = Callable[[Shared], int | None]
"""How many contacts have what is shared; None for too many to count."""


@frozen
class _Side:
    """A fact with what it can be compared by: its value, and its activity and city where they are set."""

    fact: Fact
    value: Topic
    others: tuple[Topic, ...]


@frozen
class _Pair:
    """A fact of theirs and one of mine that are alike."""

    theirs: Fact
    mine: Fact
    topic: str
    likeness: Likeness


def shared_topics(me: Me | None, evidence: Evidence, settings: MethodSettings) -> tuple[Shared, ...]:
    """What the facts of the user and of a contact share, neither counted nor in order.

    Args:
        me: the user; without facts nothing is shared.
        evidence: the contact's log, for the contact and the day.
        settings: the method's constants.
    """
    if me is None or not me.facts or not evidence.contact.facts:
        return ()
    contact = evidence.contact
    mine = _sides(dataclasses.replace(contact, facts=me.facts), evidence, settings)
    theirs = _sides(contact, evidence, settings) if mine else ()
    pairs = [pair for one in theirs for other in mine if (pair := _pair(one, other, settings))]
    close = _grouped([pair for pair in pairs if not pair.likeness.is_broad])
    named = {id(fact) for group in close for pair in group for fact in (pair.theirs, pair.mine)}
    broad: dict[str, list[_Pair]] = {}
    for pair in pairs:
        if id(pair.theirs) not in named and id(pair.mine) not in named:
            broad.setdefault(fold(pair.topic), []).append(pair)
    return tuple(_shared(group, evidence) for group in (*close, *broad.values()))


def shared_groups(groups: Iterable[Group], contact: Contact) -> Iterator[Shared]:
    """The user's groups that a contact is in, too."""
    for group in groups:
        people = {member.contact for member in group.people}
        if contact.id in people:
            yield Shared(topic=group.name, group=group.id, number=len(people))


def ranked(shared: Iterable[Shared], count: Count, total: int, settings: MethodSettings) -> tuple[Shared, ...]:
    """What is shared with how rare it is: first what has a date ahead, by that date, then the rarest.

    Args:
        shared: what is shared.
        count: how many contacts have it; asked once for each, not for groups.
        total: how many contacts there are.
        settings: the method's constants.
    """
    counted = (_counted(each, each.number if each.group else count(each), total, settings) for each in shared)
    return tuple(sorted(counted, key=_rank))


def is_rare(shared: Shared, settings: MethodSettings) -> bool:
    """Whether at most one in ten of the others one knows has it, and it is more than alike in broad terms."""
    if shared.is_broad or shared.number is None:
        return False
    return shared.number - 1 <= settings.common_rare_share * max(0, shared.total - 1)


def in_words(shared: Shared, today: date, settings: MethodSettings) -> str:
    """What is shared as the user reads it: what, how often, when, and how many of those they know have it."""
    notes = [
        "in broad terms" if shared.is_broad else "",
        "you are both in it" if shared.group else "",
        _how_often(shared, today),
        _when(shared.ahead, today) if shared.ahead else "",
    ]
    said = "; ".join(filter(None, notes))
    return shared.topic + (f" ({said})" if said else "") + _how_many(shared, settings)


def _sides(contact: Contact, evidence: Evidence, settings: MethodSettings) -> tuple[_Side, ...]:
    avoided = [fold(word) for word in contact.avoid if word.strip()]
    sides = []
    for fact in sayable_facts(contact, evidence):
        others = tuple(filter(None, (fact.activity, fact.city)))
        if not any(word in fold(text) for word in avoided for text in others):
            topics = (read_topic(text, settings) for text in others)
            sides.append(_Side(fact, read_topic(fact.value, settings), tuple(topics)))
    return tuple(sides)


def _pair(theirs: _Side, mine: _Side, settings: MethodSettings) -> _Pair | None:
    wants = FactField.WANTS_TO_MEET
    if (theirs.fact.field is wants) != (mine.fact.field is wants):
        return None  # whom one would like to meet the other may be, or help with: that is no common ground
    found = likeness(theirs.value, mine.value, settings)
    if found:
        whole = not found.is_broad or found.says_all
        topic = theirs.fact.value if whole else words_shared(theirs.fact.value, found.stems)
        return _Pair(theirs.fact, mine.fact, topic, found)
    for one in (*theirs.others, theirs.value):
        for other in (*mine.others, mine.value):
            if found := likeness(one, other, settings):
                topic = one.text if found.says_all else words_shared(one.text, found.stems)
                return _Pair(theirs.fact, mine.fact, topic, dataclasses.replace(found, is_broad=True))
    return None


def _grouped(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Pairs that have a fact in common together: the same race in two years is one topic."""
    groups: list[list[_Pair]] = []
    for pair in pairs:
        joined = [group for group in groups if any(pair.theirs is p.theirs or pair.mine is p.mine for p in group)]
        groups = [group for group in groups if all(group is not other for other in joined)]
        groups.append([each for group in joined for each in group] + [pair])
    return groups


def _shared(pairs: list[_Pair], evidence: Evidence) -> Shared:
    is_broad = pairs[0].likeness.is_broad
    best = max(pairs, key=lambda pair: (_is_ahead(pair.theirs, evidence), pair.likeness.says_all, _age(pair.theirs)))
    theirs = _distinct([best.theirs, *(pair.theirs for pair in pairs)])
    mine = _distinct([best.mine, *(pair.mine for pair in pairs)])
    common = set(pairs[0].likeness.stems).intersection(*(pair.likeness.stems for pair in pairs))
    return Shared(
        topic=best.topic,
        theirs=theirs,
        mine=mine,
        stems=tuple(sorted(common)) or min((pair.likeness.stems for pair in pairs), key=len),
        is_broad=is_broad,
        says_all=best.likeness.says_all and not is_broad,
        ahead=None if is_broad else _ahead(theirs, mine, evidence),
    )


def _ahead(theirs: Sequence[Fact], mine: Sequence[Fact], evidence: Evidence) -> Ahead | None:
    here, there = (
        sorted((fact.when for fact in facts if fact.when and _is_ahead(fact, evidence)), key=evidence.local_day)
        for facts in (theirs, mine)
    )
    my_days = {evidence.local_day(when) for when in there}
    if both := next((when for when in here if evidence.local_day(when) in my_days), None):
        return Ahead(both, Whose.BOTH)
    if here:
        return Ahead(here[0], Whose.THEIRS)
    return Ahead(there[0], Whose.MINE) if there else None


def _is_ahead(fact: Fact, evidence: Evidence) -> bool:
    return fact.when is not None and evidence.local_day(fact.when) >= evidence.today


def _age(fact: Fact) -> tuple[int, str]:
    return (fact.date.day.toordinal() if fact.date else 0, fact.id)


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({id(fact): fact for fact in facts}.values())


def _counted(shared: Shared, number: int | None, total: int, settings: MethodSettings) -> Shared:
    number = None if number is None else min(max(1, number), max(1, total))
    have = min(settings.common_most, total) if number is None else number
    rarity = max(0.0, math.log((total + 1) / (have + 1)))
    return dataclasses.replace(shared, number=number, total=total, rarity=rarity)


def _rank(shared: Shared) -> tuple[bool, date, float, bool, str]:
    ahead = shared.ahead.day.day if shared.ahead else date.max
    return (shared.ahead is None, ahead, -shared.rarity, shared.is_broad, fold(shared.topic))


def _how_often(shared: Shared, today: date) -> str:
    """How often they and the user did it, as far as dates in different years show."""
    theirs, mine = (_times(facts, today) for facts in (shared.theirs, shared.mine))
    if theirs and theirs == mine:
        return f"both of you, {theirs}"
    return "; ".join(filter(None, (f"they: {theirs}" if theirs else "", f"you: {mine}" if mine else "")))


def _times(facts: Sequence[Fact], today: date) -> str:
    # Two dates in one year are as likely one thing told twice.
    years = sorted({fact.date.day.year for fact in facts if fact.date and fact.date.day <= today})
    if len(years) < 2:
        return ""
    if years[-1] - years[0] == len(years) - 1:
        return f"{_YEARS.get(len(years), str(len(years)))} years running"
    return _TIMES.get(len(years), f"{len(years)} times")


def _when(ahead: Ahead, today: date) -> str:
    whom = {Whose.BOTH: "you both", Whose.THEIRS: "them", Whose.MINE: "you"}[ahead.whose]
    return f"ahead of {whom} on {spoken(ahead.day.day, today)}"


def _how_many(shared: Shared, settings: MethodSettings) -> str:
    if shared.total < 2:
        return ""
    if shared.number is None:
        return f", like many of the {shared.total:,} you know"
    only = "only " if is_rare(shared, settings) else ""
    return f", {only}{shared.number:,} of {shared.total:,} you know"
