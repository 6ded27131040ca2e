"""The page as a whole: purpose, people, giving before asking, me last."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from netprep.clock import Clock
from netprep.compose.briefing.asking import Asker
from netprep.compose.briefing.person import Line, PersonMaker, Sheet
from netprep.compose.briefing.room import Need, RoomPage
from netprep.facts import Destination
from netprep.guard.goals import event_findings, said
from netprep.method.capacity import Capacity, event_capacity
from netprep.method.company import MOST, Guest, Room, Sought, chosen, ranked, same_name, with_common_ground
from netprep.method.plans import PlanRemark, too_many_known, too_many_planned, two_from_one_firm
from netprep.model.brief import Brief, BriefBlock
from netprep.model.frozen import frozen
from netprep.model.plan import Finding, Level
from netprep.model.records import Contact, Event, Me
from netprep.model.text import at_a_glance
from netprep.model.words import TrustBar
from netprep.settings.user import Settings
from netprep.writers.language import Language, sentence


@frozen
class InCommon:
    """What the user shares with somebody, in words: the first of it, and the rarest where that is rare."""

    first: str
    rare: str = ""


Common = Callable[[Sequence[Contact]], Mapping[str, InCommon]]
"""What the user has in common with each of several contacts, by their ids."""
Give = Callable[[Guest], Line | None]
"""What could be given to somebody, in a few words."""
_LOOKED_AT = 12
"""How many of the first are looked at for common ground; a date or a promise brings nobody further."""
_FEW = 4
"""So few people need no stop sign."""
_ABOUT = 400
"""Characters of a self-introduction; forty words are fewer."""


@frozen
class BriefRequest:
    """What ``netprep brief`` was asked for."""

    low_key: bool = False
    discreet: bool = False

    @property
    def destination(self) -> Destination:
        """Which column of the table holds for the page."""
        return Destination.DISCREET_BRIEF if self.discreet else Destination.BRIEF


@frozen
class BriefDesk:
    """What a page is written from: the event and its people, the user, the time, and who helps.

    ``told_by_plugins`` adds what plugins know of somebody who is on the page.
    ``unsure`` are names on the list that a contact has, too. ``blocks`` are what plugins add.
    ``waiting`` says that the last event's follow-ups are not done.
    """

    event: Event
    guests: tuple[Guest, ...]
    me: Me | None
    needs: tuple[Need, ...]
    clock: Clock
    settings: Settings
    language: Language
    give: Give
    asker: Asker
    common: Common
    told_by_plugins: Callable[[Sought], Sought]
    unsure: tuple[str, ...] = ()
    blocks: tuple[BriefBlock, ...] = ()
    waiting: PlanRemark | None = None


def write_brief(desk: BriefDesk, request: BriefRequest) -> Brief:
    """The page for an event: whom to look for and why, what to give, ask and listen for."""
    event, method = desk.event, desk.settings.method
    capacity = event_capacity(event, method, low_key=request.low_key)
    room = Room(
        event=event,
        now=desk.clock.now,
        settings=method,
        trust_bar=desk.me.trust_bar if desk.me else TrustBar.NORMAL,
        seeks=bool(desk.me and desk.me.seeks),
        guests=len(desk.guests),
    )
    sought = ranked(desk.guests, room)
    common = desk.common([each.guest.contact for each in sought[:_LOOKED_AT] if each.guest.contact])
    sought = with_common_ground(
        sought, {contact: shared.rare for contact, shared in common.items() if shared.rare}, room
    )
    picked = tuple(desk.told_by_plugins(each) for each in chosen(sought, room, _most(capacity, request)))
    sheet = Sheet(event, desk.me, desk.language, method, request.destination)
    gives = {each.guest.name: desk.give(each.guest) for each in picked}
    people = tuple(
        PersonMaker(sheet, each, gives[each.guest.name], desk.asker.for_person(each), _shared(each, common)).person()
        for each in picked
    )
    aside = RoomPage(event, desk.me, picked, desk.needs, desk.language, request.destination)
    serve = _full_sentence(event.serve) if event.serve else _serve_one(desk, picked, gives)
    findings = _goal_findings(desk, request, serves=serve is not None)
    is_sayable = all(finding.level is not Level.ERROR for finding in findings)
    return Brief(
        event=event,
        new=capacity.new if capacity else None,
        keep=capacity.keep if capacity else None,
        talk_minutes=event.fit.talk_minutes if event.fit else None,
        learn=_full_sentence(event.goal) if event.goal and is_sayable else None,
        serve=serve,
        job=_full_sentence(event.role) if event.role else None,
        people=people,
        strangers=desk.asker.for_strangers(),
        give_back=_pick(desk.me.give_back, event.id) if desk.me else None,
        me=at_a_glance(desk.me.about, _ABOUT) if desk.me and desk.me.about else None,
        listen_for=aside.listen_for(),
        not_today=aside.not_today(),
        leave_with=desk.asker.leave_with(),
        after=_after(desk.language, capacity),
        blocks=desk.blocks,
        gaps=(*_gaps(desk, picked, findings), *_amiss(desk, picked, capacity)),
        also=tuple(_also(sought, picked, method.seek_short_list)),
        left_out=tuple(f"{each.guest.name}: {each.passed_over}" for each in sought if each.passed_over),
    )


def _shared(sought: Sought, common: Mapping[str, InCommon]) -> str:
    shared = common.get(sought.guest.contact.id) if sought.guest.contact else None
    return shared.first if shared else ""


def _also(sought: Sequence[Sought], picked: Sequence[Sought], short: int) -> Iterator[str]:
    """Names of the others, where the list is short; nobody who is to be left in peace."""
    on_page = {each.guest.name for each in picked}
    others = [each for each in sought if each.guest.name not in on_page and not each.passed_over]
    yield from (at_a_glance(each.guest.name, 40) for each in others if len(sought) <= short)


def _goal_findings(desk: BriefDesk, request: BriefRequest, *, serves: bool) -> tuple[Finding, ...]:
    """What is wrong with the goal; that it serves nobody only where the page has nothing to give either."""
    found = event_findings(desk.event, desk.settings.method, low_key=request.low_key)
    return tuple(finding for finding in found if finding.rule != "G05" or not serves)


def _amiss(desk: BriefDesk, picked: Sequence[Sought], capacity: Capacity | None) -> Iterator[str]:
    """What is amiss with the plan as a whole, a line each."""
    marked = sum(1 for attendee in desk.event.attendees if attendee.look_for)
    remarks = (
        too_many_planned(marked, capacity.new[1] if capacity else None),
        desk.waiting,
        *two_from_one_firm(picked),
        too_many_known(picked, desk.event.purpose),
    )
    yield from (remark.line for remark in remarks if remark is not None)


def _most(capacity: Capacity | None, request: BriefRequest) -> int:
    """As many as fit in a head; somebody low-key looks for as many as they can keep in touch with."""
    if request.low_key and capacity is not None:
        return max(1, min(MOST, capacity.keep[1]))
    return MOST


def _serve_one(desk: BriefDesk, picked: Sequence[Sought], gives: dict[str, Line | None]) -> str | None:
    """How to be of use where the user did not say: to the first one there is something for."""
    for each in picked:
        for reason in each.reasons:
            fact = next(
                (fact for fact in (each.guest.contact.facts if each.guest.contact else ()) if fact.id in reason.facts),
                None,
            )
            if gives.get(each.guest.name) and fact is not None:
                name = desk.language.first_name(each.guest.name)
                text: str = desk.language.words["brief"]["serve_one"]
                return text.format(name=name, topic=at_a_glance(fact.value))
    return None


def _after(language: Language, capacity: Capacity | None) -> str:
    words = language.words["brief"]
    if capacity is None or capacity.new[1] == 0:
        return str(words["after_line"])
    most = capacity.new[1]
    few = most <= _FEW
    number = language.words["numbers"][capacity.keep[1] if few else most]
    pattern = "after_one" if few and capacity.keep[1] == 1 else "after_few" if few else "after_stop"
    return f"{words['after_line']} {words[pattern].format(number=number, Number=sentence(number))}"


def _gaps(desk: BriefDesk, picked: Sequence[Sought], findings: Sequence[Finding]) -> list[str]:
    """What would make the page better, each with the command that fills it."""
    event, me = desk.event, desk.me
    edit = f"netprep event edit {event.id}"
    gaps = []
    if (event.ends or event.starts).day < desk.clock.today:
        gaps.append(f"{event.name} is over; this is the page as it would have been.")
    gaps += [f"{said(each)} {edit} ({'serve' if each.rule == 'G05' else 'goal'})" for each in findings]
    if not event.goal:
        gaps.append(f"What would you like to learn there? {edit} (goal)")
    if event_capacity(event, desk.settings.method) is None:
        gaps.append(f"How long it goes on is not known, so there is no number of people. {edit} (ends)")
    if not event.attendees:
        gaps.append(f"Nobody is on the list yet. {edit} (attendees)")
    elif not picked:
        gaps.append(f"Nobody on the list stands out by what is known. Look two of them up: {edit} (public)")
    gaps += [f"{name} is on the list by name only; if that is your contact, say so: {edit}" for name in desk.unsure[:3]]
    gaps += [f"Two people on the list are called {name}. {edit}" for name in same_name(desk.guests)[:2]]
    if me is None or not me.about:
        gaps.append('What do you say when somebody asks what you do? netprep me --about "... ?"')
    elif len(me.about.split()) > desk.settings.method.about_words:
        words, most = len(me.about.split()), desk.settings.method.about_words
        gaps.append(f"Your introduction has {words} words; {most} are said in two breaths. netprep me --about")
    if me is None or not me.give_back:
        gaps.append('One true thing about you that is no pitch: netprep me --give-back "..."')
    return gaps


def _pick(lines: Sequence[str], seed: str) -> str | None:
    """One of several lines, the same one for an event every time."""
    if not lines:
        return None
    digest = hashlib.sha256(seed.encode("utf-8")).digest()
    return at_a_glance(lines[int.from_bytes(digest[:4]) % len(lines)])


def _full_sentence(text: str) -> str:
    said = sentence(at_a_glance(text))
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
