"""What is known of somebody, in the words in which a question said to them can hold it.

Only what may be said to the person fills a slot: told or public, open, current, no topic to avoid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from netprep.compose.followup import Desk
from netprep.compose.topics import as_topic
from netprep.facts import Destination, facts_allowed
from netprep.method.evidence import Evidence
from netprep.method.needs import is_exclaimed, is_need
from netprep.method.next_step import sayable_facts
from netprep.method.question_case import Filling
from netprep.method.question_gaps import field_weight, half_life, has_turned_out
from netprep.method.stems import stems
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.questions import Because
from netprep.model.records import Attendee, Entry, Fact, Group, Me
from netprep.model.text import fold, one_line
from netprep.model.words import EntryKind, FactField, LibraryKind, Sensitivity, Source
from netprep.settings.method import MethodSettings
from netprep.writers.language import Language, bare_quote
from netprep.writers.spoken import as_known, as_talk, as_theirs, in_question, public_line, with_article

_GROWING = re.compile(r"growing\s+(?=\S)", re.IGNORECASE)
_SHARED_FIELDS = frozenset({FactField.INTERESTS, FactField.SKILLS})
_UNDERTAKINGS = frozenset({FactField.GOALS, FactField.WORKING_ON, FactField.INTERESTS, FactField.ACCOMPLISHMENTS})
_LEARNT_FROM = frozenset({FactField.SKILLS, FactField.ACCOMPLISHMENTS, FactField.WORKING_ON})
_PUBLISHED = frozenset({FactField.ACCOMPLISHMENTS, FactField.WORKING_ON})
_READ_OR_HEARD = frozenset(
    {LibraryKind.INFORMATION, LibraryKind.LINK_DOC, LibraryKind.NEWS, LibraryKind.BOOK, LibraryKind.AUDIO}
)
_QUOTE_WORDS = 14
_TITLE_WORDS = 10
_YEAR = 365


@frozen
class Topic:
    """A fact, and its value as it stands inside a question."""

    fact: Fact
    value: str


def fillings_for(desk: Desk, evidence: Evidence, language: Language, groups: Sequence[Group]) -> tuple[Filling, ...]:
    """Everything known of the desk's contact that can fill a slot, the newest first.

    Args:
        desk: whom it is about, and what the notebook has on the user, events and the library.
        evidence: the contact's log.
        language: how days are said.
        groups: the user's groups, for committees both are on.
    """
    contact, settings = desk.contact, desk.settings.method
    topics = tuple(_topics(desk, evidence))
    return (
        *(_of_topic(topic, evidence, desk.me, language, settings) for topic in topics),
        *(filling for topic in topics if (filling := _public_words(topic, settings))),
        *_shared_thing(desk, evidence, settings),
        *of_role(contact.role, f"{contact.id}.role", grounded=not evidence.two_way_days),
        *_committees(contact.id, groups, language),
        *_last_seen(evidence, language, settings),
        *_my_challenges(desk.me),
    )


def fillings_for_guest(guest: Attendee, settings: MethodSettings) -> tuple[Filling, ...]:
    """What a guest list says of somebody who is not in the notebook, where it fits a question."""
    return (*of_line(guest.public, settings), *of_role(guest.role, "", grounded=True))


def of_line(public: str | None, settings: MethodSettings) -> tuple[Filling, ...]:
    """A public line about somebody on a guest list, where it fits a question."""
    line = public_line(public)
    if line is None:
        return ()
    slot, words = line
    weight = field_weight(FactField.ACCOMPLISHMENTS, settings)
    return (Filling({slot: words}, Because(one_line(public or "")), (), weight),)


def of_role(role: str | None, fact: str, *, grounded: bool) -> tuple[Filling, ...]:
    """What somebody does, where it reads well with an article; of somebody new it is all there is to go by."""
    said = with_article(role)
    because = Because(one_line(role or ""))
    return (Filling({"a_role": said}, because, (fact,) if fact else (), grounded=grounded),) if said else ()


def _topics(desk: Desk, evidence: Evidence) -> Iterator[Topic]:
    current = sayable_facts(desk.contact, evidence)
    for fact in sorted(facts_allowed(desk.contact, Destination.PERSON), key=_newest_first):
        if fact not in current or (fact.date and evidence.local_day(fact.date) > evidence.today):
            continue
        if is_exclaimed(fact.value):
            continue
        topic = as_topic(fact, evidence.today)
        value = in_question(topic.value) if topic else None
        if value:
            yield Topic(fact, value)


def _newest_first(fact: Fact) -> tuple[int, str]:
    return (-fact.date.day.toordinal() if fact.date else 0, fact.id)


def _of_topic(topic: Topic, evidence: Evidence, me: Me | None, language: Language, settings: MethodSettings) -> Filling:
    fact = topic.fact
    passed = fact.when is not None and evidence.local_day(fact.when) < evidence.today
    weight = field_weight(fact.field, settings) + fact.asked_me + _freshness(fact, evidence.today, settings)
    if passed:
        slots = _slots_of_plan(topic, evidence, settings)
    else:
        slots = dict(_slots_of_field(topic, evidence, language, settings))
        if (shared := _shared(fact, topic.value, me)) is not None:
            slots["shared_activity"] = shared
            weight = max(weight, float(settings.question_weight_shared))
    return Filling(slots, _because(fact), (fact.id,) if fact.id else (), weight)


def _because(fact: Fact) -> Because:
    return Because(one_line(fact.value), one_line(fact.quote) if fact.quote else None, fact.date)


def _freshness(fact: Fact, today: date, settings: MethodSettings) -> float:
    """From 1 on the day it was told, halved with each half-life: of two challenges the newer one counts more."""
    age = (today - fact.date.day).days if fact.date else _YEAR
    return float(0.5 ** (max(0, age) / max(1, half_life(fact.field, settings) or _YEAR)))


def _slots_of_plan(topic: Topic, evidence: Evidence, settings: MethodSettings) -> dict[str, str]:
    """What was ahead of them when they told it, and has passed since without a word on how it went."""
    fact = topic.fact
    if fact.when is None or fact.date is None or fact.source is not Source.TOLD_ME or not _turns_out(topic):
        return {}
    day = evidence.local_day(fact.when)
    told_before = evidence.local_day(fact.date) < day
    is_near = (evidence.today - day).days <= settings.question_turn_out_days
    return {"plan": as_theirs(topic.value)} if told_before and is_near and not has_turned_out(fact, evidence) else {}


def _turns_out(topic: Topic) -> bool:
    """Whether one asks how it turned out: an undertaking does, people and skills do not."""
    if topic.fact.field is FactField.CHALLENGES:
        return bool(re.match(r"(?:the|your)\s|[\w-]+ing\b", topic.value))
    return topic.fact.field in _UNDERTAKINGS


def _slots_of_field(
    topic: Topic, evidence: Evidence, language: Language, settings: MethodSettings
) -> Iterator[tuple[str, str]]:
    fact, value = topic.fact, topic.value
    # Nothing that lies ahead is spoken of as done.
    is_ahead = fact.when is not None and evidence.local_day(fact.when) >= evidence.today
    if fact.field in _LEARNT_FROM and not is_ahead:
        yield "craft", value if fact.field is FactField.SKILLS else as_theirs(value)
    if fact.field is FactField.CHALLENGES:
        yield "need" if is_need(value) else "challenge", value
    elif fact.field is FactField.WORKING_ON:
        yield "project", as_theirs(value)
        if fact.date and (evidence.today - evidence.local_day(fact.date)).days >= settings.question_progress_days:
            yield "when_told", language.since(Moment(evidence.local_day(fact.date)))
    elif fact.field is FactField.GOALS:
        yield "goal", value
    elif fact.field is FactField.ACCOMPLISHMENTS and not is_ahead:
        yield "achievement", as_theirs(value)
    elif fact.field is FactField.SKILLS:
        yield from (("skill", value), ("topic", value), ("expertise", value))
    elif fact.field is FactField.INTERESTS:
        yield "topic", value
    if fact.field in (FactField.WORKING_ON, FactField.GOALS) and (match := _GROWING.match(value)):
        yield "growing", as_theirs(value[match.end() :])
    if fact.source is Source.PUBLIC and fact.field in _PUBLISHED and not is_ahead:
        talk = as_talk(value)
        yield ("talk", talk) if talk else ("public_work", as_theirs(value))
        yield "expertise", talk or as_theirs(value)


def _public_words(topic: Topic, settings: MethodSettings) -> Filling | None:
    """What they said in public, word for word, where it is short enough to be said again."""
    fact = topic.fact
    quote = bare_quote(fact.quote or "")
    short = 0 < len(quote.split()) <= _QUOTE_WORDS and not re.search(r"[“”\"?？…]", quote)
    if fact.source is not Source.PUBLIC or not short:
        return None
    # Their own words before a name for their work.
    weight = field_weight(FactField.ACCOMPLISHMENTS, settings) + field_weight(fact.field, settings) + 1
    return Filling({"public_words": quote}, _because(fact), (fact.id,) if fact.id else (), weight)


def _shared(fact: Fact, value: str, me: Me | None) -> str | None:
    """An interest or a skill that is the user's too, word for word or but for its form."""
    if me is None or fact.field not in _SHARED_FIELDS:
        return None
    mine = [each for each in me.facts if each.sensitivity is Sensitivity.OPEN and each.field in _SHARED_FIELDS]
    theirs = frozenset(stems(fact.value)) if mine else frozenset()
    same = any(fold(each.value) == fold(fact.value) or frozenset(stems(each.value)) == theirs for each in mine)
    return value if theirs and same else None


def _shared_thing(desk: Desk, evidence: Evidence, settings: MethodSettings) -> Iterator[Filling]:
    """The last thing I gave them to read or hear, where they have not said anything of it."""
    heard = {ack.of for ack in evidence.of_kind(EntryKind.GIVE_ACK)}
    gives = [give for give in evidence.gives if give.share in _READ_OR_HEARD and give.date.day < evidence.today]
    if not gives or gives[-1].id in heard or gives[-1].sensitivity is not Sensitivity.OPEN:
        return
    give = gives[-1]
    named = _name_of_gift(desk, give)
    if named and not any(evidence.follows(entry, give) for entry in evidence.of_kind(EntryKind.MESSAGE_IN)):
        said, what = named
        weight = float(settings.question_weight_other)
        yield Filling({"shared_thing": said}, Because(what, None, give.date), (give.id,) if give.id else (), weight)


def _name_of_gift(desk: Desk, give: Entry) -> tuple[str, str] | None:
    item = next((each for each in desk.library if each.id == give.item and each.consent is not False), None)
    title = one_line(item.title) if item else ""
    if title and len(title.split()) <= _TITLE_WORDS and not re.search(r"[“”\"?？]", title):
        return f"“{title}”", title
    value = in_question(give.what or "")
    return (as_known(value), one_line(give.what or "")) if value else None


def _committees(contact: str, groups: Sequence[Group], language: Language) -> Iterator[Filling]:
    for group in groups:
        is_committee = "committee" in fold(f"{group.name} {group.type or ''}")
        if is_committee and any(member.contact == contact for member in group.people):
            said = language.the_event(group.name)
            yield Filling({"committee": said}, Because(one_line(group.name)), (group.id,), grounded=False)


def _last_seen(evidence: Evidence, language: Language, settings: MethodSettings) -> Iterator[Filling]:
    day = evidence.last_two_way_day
    if day is None or (evidence.today - day).days < settings.question_since_days:
        return
    # Of a day that is kept private nothing is said, not even that it was the last.
    if any(entry.date.day == day and entry.sensitivity is Sensitivity.OPEN for entry in evidence.two_way):
        said = {"last_seen": language.since(Moment(day))}
        weight = float(settings.question_weight_other)
        yield Filling(said, Because("the last time you were in touch", None, Moment(day)), (), weight)


def _my_challenges(me: Me | None) -> Iterator[Filling]:
    for fact in me.facts if me else ():
        if fact.field is FactField.CHALLENGES and fact.sensitivity is Sensitivity.OPEN:
            value = in_question_of_mine(fact.value)
            if value:
                because = Because(one_line(fact.value), None, fact.date)
                yield Filling({"my_challenge": value}, because, (f"me.{fact.id}",), grounded=False)


def in_question_of_mine(value: str) -> str | None:
    """A topic of the user's own inside a question: "my" and "our" are right there."""
    said = in_question(re.sub(r"\b(?:my|our)\b", "the", value, flags=re.IGNORECASE))
    return one_line(value).strip(" .,;:!") if said else None
