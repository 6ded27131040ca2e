"""Whom to look for at an event, and why: at most four, however many are coming.

What was promised weighs most, then what is dated, then where one can be of use; a client's worth
weighs nothing. Nobody is on the page for no reason: of a list of names alone nobody is picked. The
idea is Misner's "be interested" and the two to four of Sapato 2013; the weights are our own choice
(grade D). A third of the time, at most, goes to people one knows well (our own choice, grade D).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from netprep.method import lanes
from netprep.method.credibility import at_least, earned_stage
from netprep.method.evidence import MEETINGS, Evidence, read_log
from netprep.method.next_step import sayable_facts
from netprep.method.stems import says_little, stems
from netprep.method.wording import spoken, what_promised
from netprep.model.brief import BriefReason
from netprep.model.frozen import frozen
from netprep.model.records import Attendee, Contact, Event, Fact
from netprep.model.text import fold
from netprep.model.words import EntryKind, FactField, Purpose, Sensitivity, Source, StageCode, TrustBar, WantsMore
from netprep.settings.method import MethodSettings

MOST = 4
"""How many people fit on a page, and into a head on the way in."""
_OF_USE = frozenset({FactField.CHALLENGES, FactField.GOALS, FactField.WORKING_ON, FactField.WANTS_TO_MEET})
_TO_LEARN_FROM = frozenset({FactField.ACCOMPLISHMENTS, FactField.SKILLS, FactField.NETWORKS})
_HOSTS = re.compile(r"\b(?:hosts?|organi[sz]ers?|welcom\w+|greeters?)\b", re.IGNORECASE)
_SPEAKERS = re.compile(r"\b(?:speak(?:s|er|ers|ing)?|keynote|panell?ists?|gives? (?:a|the) talk)\b", re.IGNORECASE)
_NEWCOMERS = re.compile(r"\b(?:new (?:member|in town|here|to)|newcomer|first time|moved here)\b", re.IGNORECASE)


@frozen
class Guest:
    """Somebody expected: a line of the list, with their contact where they are in the notebook."""

    attendee: Attendee
    contact: Contact | None = None

    @property
    def name(self) -> str:
        """What to call them."""
        return self.contact.name if self.contact else self.attendee.name or self.attendee.contact or ""

    @property
    def org(self) -> str | None:
        """Their firm, as the list has it, else as the notebook has it."""
        return self.attendee.org or (self.contact.org if self.contact else None)

    @property
    def role(self) -> str | None:
        """What they do, as the list has it, else as the notebook has it."""
        return self.attendee.role or (self.contact.role if self.contact else None)


@frozen
class Sought:
    """A guest with the reasons to look for them; ``points`` is what the reasons weigh together."""

    guest: Guest
    stage: StageCode
    points: float
    reasons: tuple[BriefReason, ...]
    passed_over: str = ""


@frozen
class Room:
    """What decides who is looked for: the event, the instant and how the user's trade trusts."""

    event: Event
    now: datetime
    settings: MethodSettings
    trust_bar: TrustBar = TrustBar.NORMAL
    seeks: bool = False
    guests: int = 0

    @property
    def day(self) -> date:
        """The day of the event."""
        return self.event.starts.day


def ranked(guests: Iterable[Guest], room: Room) -> tuple[Sought, ...]:
    """Every guest with points and reasons, the one to look for first at the top.

    Guests with the same points stay in the order of the list.
    """
    goal = frozenset(stem for stem in stems(room.event.goal or "") if not says_little(stem))
    sought = [_weigh(guest, room, goal) for guest in guests]
    return tuple(sorted(sought, key=lambda each: -each.points))


def chosen(sought: Sequence[Sought], room: Room, most: int = MOST) -> tuple[Sought, ...]:
    """Whom to put on the page.

    Args:
        sought: all guests, ranked.
        room: the event.
        most: how many at most; fewer where there is no reason for more.
    """
    deepens = bool({Purpose.DEEPEN, Purpose.PARTNER} & set(room.event.purpose))
    room_for_known = most if deepens else max(1, (most + 1) // 3)
    kept: list[Sought] = []
    waiting: list[Sought] = []
    for each in sought:
        if len(kept) == most or each.points < room.settings.seek_least:
            break
        is_known = at_least(each.stage, StageCode.C) and not _has_promise(each, room)
        if is_known and room_for_known == 0:
            waiting.append(each)
        else:
            room_for_known -= is_known
            kept.append(each)
    # Better an old friend than an empty line.
    return tuple(sorted((kept + waiting)[:most], key=lambda each: -each.points))


def with_common_ground(sought: Sequence[Sought], rare: Mapping[str, str], room: Room) -> tuple[Sought, ...]:
    """The guests ranked anew with one more reason: rare common ground.

    Args:
        sought: guests, ranked; the others of a long list need not be asked about.
        rare: what is rare and shared, in words, by the contact's id.
        room: the event.
    """
    weighed = []
    for each in sought:
        contact = each.guest.contact
        if contact and contact.id in rare and not each.passed_over:
            reason = BriefReason(f"in common: {rare[contact.id]}", room.settings.seek_common)
            reasons = sorted((*each.reasons, reason), key=lambda other: -other.points)
            each = dataclasses.replace(each, points=each.points + reason.points, reasons=tuple(reasons))
        weighed.append(each)
    return tuple(sorted(weighed, key=lambda other: -other.points))


def _has_promise(sought: Sought, room: Room) -> bool:
    return any(reason.points >= room.settings.seek_promise for reason in sought.reasons)


def _weigh(guest: Guest, room: Room, goal: frozenset[str]) -> Sought:
    case = _Guest(guest, room, goal)
    if why := case.passed_over:
        return Sought(guest, case.stage, 0.0, (), why)
    reasons = sorted(case.reasons(), key=lambda reason: -reason.points)
    return Sought(guest, case.stage, sum(reason.points for reason in reasons), tuple(reasons))


@dataclass(frozen=True)
class _Guest:
    """One guest at one event, with the reasons worked out."""

    guest: Guest
    room: Room
    goal: frozenset[str]

    @cached_property
    def evidence(self) -> Evidence | None:
        return read_log(self.guest.contact, self.room.now) if self.guest.contact else None

    @cached_property
    def stage(self) -> StageCode:
        if self.evidence is None or not self.evidence.entries:
            return StageCode.I
        return earned_stage(self.evidence, self.room.settings, self.room.trust_bar)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return sayable_facts(self.evidence.contact, self.evidence) if self.evidence else ()

    @property
    def passed_over(self) -> str:
        if self.guest.contact is None or self.evidence is None:
            return ""
        if self.guest.contact.do_not_contact:
            return "you marked them as not to be contacted"
        meetings = self.evidence.of_kind(*MEETINGS)
        if meetings and meetings[-1].wants_more is WantsMore.NO:
            return "you noted that one talk was enough"
        if meetings and meetings[-1].pitch_only:
            return "the last time it was a pitch and nothing else"
        if end := lanes.resting_until(self.evidence, self.stage, self.room.settings):
            return f"resting until {spoken(end, self.room.now.date())}; say hello if they do"
        return ""

    def reasons(self) -> Iterator[BriefReason]:
        yield from self._from_the_list()
        if self.evidence is not None:
            yield from self._from_the_log(self.evidence)
            yield from self._from_facts()
            yield from self._from_public()
            yield from self._from_purpose(self.evidence)

    def _from_the_list(self) -> Iterator[BriefReason]:
        attendee, settings = self.guest.attendee, self.room.settings
        said = " ".join(filter(None, (self.guest.role, attendee.public)))
        if attendee.public:
            yield BriefReason(f"public: {attendee.public}", settings.seek_public)
        if _HOSTS.search(said) or _SPEAKERS.search(said):
            yield BriefReason(f"has a part in it: {self.guest.role or attendee.public}", settings.seek_role)
        if _NEWCOMERS.search(said):
            yield BriefReason(f"may be glad of company: {self.guest.role or attendee.public}", settings.seek_newcomer)
        if attendee.look_for:
            yield BriefReason("you noted how to recognise them", settings.seek_noted)
        if self.goal & set(stems(f"{said} {attendee.org or ''}")):
            yield BriefReason("fits what you want to learn", settings.seek_goal)
        elif fitting := [fact for fact in self.facts if self.goal & set(stems(fact.value))]:
            reason = f"fits what you want to learn: {fitting[0].value}"
            yield BriefReason(reason, settings.seek_goal, (fitting[0].id,))
        if self.room.guests <= settings.seek_short_list and (about := self._in_short()):
            yield BriefReason(f"the list is short: {about}", settings.seek_least)

    def _in_short(self) -> str:
        """Who they are in a few words; nothing for a bare name."""
        met = self.evidence.last_two_way_day if self.evidence else None
        if met is not None:
            return f"in touch {spoken(met, self.room.now.date())}"
        return ", ".join(filter(None, (self.guest.role, self.guest.org)))

    def _from_the_log(self, evidence: Evidence) -> Iterator[BriefReason]:
        settings, today = self.room.settings, self.room.now.date()
        for promise in evidence.open_promises[:1]:
            if promise.sensitivity is Sensitivity.OPEN:
                due = evidence.due_day(promise)
                by = f", due {spoken(due, today)}" if due else ""
                yield BriefReason(f"you promised {what_promised(promise)}{by}", settings.seek_promise, (promise.id,))
        for entry in evidence.of_kind(EntryKind.MESSAGE_IN)[-1:]:
            if entry.question and not entry.answered and entry.sensitivity is Sensitivity.OPEN:
                yield BriefReason(f"they asked you: “{entry.question}”", settings.seek_question, (entry.id,))
        for signal in evidence.of_kind(EntryKind.SIGNAL)[-1:]:
            if not signal.routed and signal.sensitivity is Sensitivity.OPEN:
                yield BriefReason("you heard something they may need", settings.seek_signal, (signal.id,))
        meetings = evidence.of_kind(*MEETINGS)
        if meetings and meetings[-1].wants_more is WantsMore.YES:
            yield BriefReason("you noted that they want to talk again", settings.seek_wants_more, (meetings[-1].id,))

    def _from_facts(self) -> Iterator[BriefReason]:
        settings, today = self.room.settings, self.room.now.date()
        hooks = [fact for fact in self.facts if fact.when and self._is_near(fact.when.day)]
        for fact in sorted(hooks, key=lambda each: str(each.when))[:1]:
            when = spoken(fact.when.day, today) if fact.when else ""
            yield BriefReason(f"{fact.value}: {when}", settings.seek_hook, (fact.id,))
        for fact in self._newest(_OF_USE):
            points = settings.seek_of_use if self._is_fresh(fact) else settings.seek_of_use / 2
            yield BriefReason(f"something you could be of use in: {fact.value}", points, (fact.id,))

    def _from_public(self) -> Iterator[BriefReason]:
        public = [fact for fact in self.facts if fact.source is Source.PUBLIC]
        if public and not self.guest.attendee.public:
            newest = max(public, key=_most_telling)
            yield BriefReason(f"public: {newest.value}", self.room.settings.seek_public, (newest.id,))

    def _from_purpose(self, evidence: Evidence) -> Iterator[BriefReason]:
        settings, purposes = self.room.settings, self.room.event.purpose
        if Purpose.LEARN in purposes:
            for fact in self._newest(_TO_LEARN_FROM):
                yield BriefReason(f"somebody to learn from: {fact.value}", settings.seek_purpose, (fact.id,))
        if Purpose.DEEPEN in purposes and at_least(self.stage, StageCode.V):
            since = (
                f", last in touch {spoken(evidence.last_touch, self.room.now.date())}" if evidence.last_touch else ""
            )
            yield BriefReason(f"you came to deepen what is there{since}", settings.seek_purpose)
        if Purpose.PARTNER in purposes and at_least(self.stage, StageCode.C):
            yield BriefReason("a tie that could carry more", settings.seek_purpose)
        if Purpose.MEET in purposes and self.stage is StageCode.I:
            yield BriefReason("you have not met yet", settings.seek_purpose)

    def _newest(self, fields: frozenset[FactField]) -> list[Fact]:
        facts = [fact for fact in self.facts if fact.field in fields and fact.source is Source.TOLD_ME]
        return sorted(facts, key=_most_telling, reverse=True)[:1]

    def _is_near(self, day: date) -> bool:
        days = (day - self.room.day).days
        return -self.room.settings.seek_hook_days <= days <= self.room.settings.seek_hook_days

    def _is_fresh(self, fact: Fact) -> bool:
        return (
            fact.date is not None and (self.room.now.date() - fact.date.day).days <= self.room.settings.give_fresh_days
        )


def _most_telling(fact: Fact) -> tuple[bool, str, bool, str]:
    return (fact.asked_me, str(fact.date or ""), bool(fact.quote), fact.id)


def same_name(guests: Sequence[Guest]) -> tuple[str, ...]:
    """Names that several guests have."""
    seen: dict[str, int] = {}
    for guest in guests:
        seen[fold(guest.name)] = seen.get(fold(guest.name), 0) + 1
    names = {fold(guest.name): guest.name for guest in guests}
    return tuple(names[folded] for folded, number in seen.items() if number > 1)
