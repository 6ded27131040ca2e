"""Questions worth asking: for somebody in the notebook, for a guest on a list, for a room of strangers.

Nothing here reads the notebook, so that a brief can ask for several people at once.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence

from netprep.compose.followup import Desk
from netprep.compose.question_room import Room, part_of_day, slots_of_room
from netprep.compose.question_slots import fillings_for, fillings_for_guest, of_line
from netprep.facts import Destination, known_about, may_say
from netprep.guard.questions import MAY_BE_CLOSED, QuestionContext, review_question, trade_of
from netprep.method.evidence import read_log
from netprep.method.gate import ALLOW, gate
from netprep.method.question_case import Candidate, Filling, Situation, Wish
from netprep.method.question_gaps import all_gaps, asked_before, gaps
from netprep.method.questions import OPENERS, Accept, choose, fill
from netprep.method.stage import stage
from netprep.model.frozen import frozen
from netprep.model.plan import Known
from netprep.model.questions import BLANKS, AskedOf, Bank, Offered, PartOfDay, QuestionSet
from netprep.model.records import Attendee, Group, Me
from netprep.model.text import one_line
from netprep.model.words import AskClass, EntryKind, FactField, Purpose
from netprep.settings.method import MethodSettings
from netprep.writers.language import Language

UP = "up"
"""The tag of somebody further along, to learn from."""
BLANK = "___"


@frozen
class Asking:
    """What is asked for; None is "as the user has set it".

    Attributes:
        n: how many questions; never more than the method's cap.
        low_key: only questions somebody quiet can ask, and fewer of them.
        purposes: questions for these purposes first.
        used: ids already offered to others in the same room, so that not everybody is asked the same.
    """

    n: int | None = None
    low_key: bool | None = None
    purposes: tuple[Purpose, ...] = ()
    used: frozenset[str] = frozenset()


ANY = Asking()


def questions_for(
    desk: Desk, bank: Bank, language: Language, *, room: Room | None = None, asking: Asking = ANY,
    groups: Sequence[Group] = (),
) -> QuestionSet:  # fmt: skip
    """What to ask the desk's contact: a few, what rests on their own words first.

    Args:
        desk: whom it is about, and what the notebook has on the user, events and the library.
        bank: all questions.
        language: how days and parts of a day are said.
        room: the event where they are met, if it is at one.
        asking: how many, and of which sort.
        groups: the user's groups, for committees both are on.
    """
    contact, settings = desk.contact, desk.settings.method
    asks = frozenset(question.ask for question in bank.questions if question.ask)
    situation = _situation(desk, language, room, groups, asks)
    event = room.event.id if room else None
    low_key = _low_key(asking, desk.me)
    wish = Wish(
        n=_most(asking, low_key, settings.questions_a_person, settings),
        variety=f"{contact.id}|{event or ''}",
        low_key=low_key,
        purposes=asking.purposes,
        used=asking.used,
    )
    chosen = () if contact.do_not_contact else choose(bank, situation, wish, settings, _accept_for(desk, situation))
    give_back = _give_back(desk.me, wish.variety) if chosen else None
    return QuestionSet(contact.id, event, one_line(contact.name), chosen, give_back, tuple(situation.gaps))


def questions_for_guest(
    guest: Attendee, room: Room, bank: Bank, language: Language, me: Me | None, settings: MethodSettings, *,
    asking: Asking = ANY,
) -> QuestionSet:  # fmt: skip
    """What to ask somebody who is on the list of an event and not in the notebook.

    Args:
        guest: the name, and what the list says of them.
        room: the event.
        bank: all questions.
        language: how parts of a day are said.
        me: who asks.
        settings: the method's numbers.
        asking: how many, and of which sort.
    """
    name = one_line(guest.name or "")
    low_key = _low_key(asking, me)
    situation = Situation(
        fillings=fillings_for_guest(guest, settings),
        room=slots_of_room(room, language, name),
        gaps=all_gaps(settings),
        at_event=True,
        event_type=room.event.type,
        purposes=room.event.purpose,
        role=room.role_of(name),
        looks_up=room.role_of(name) is AskedOf.SPEAKER,
    )
    wish = Wish(
        n=_most(asking, low_key, settings.questions_a_person, settings),
        variety=f"{name}|{room.event.id}",
        low_key=low_key,
        purposes=asking.purposes,
        used=asking.used,
    )
    chosen = choose(bank, situation, wish, settings, _accept_any(me, settings))
    return QuestionSet(None, room.event.id, name, chosen, _give_back(me, wish.variety), tuple(situation.gaps))


def openers(
    bank: Bank, language: Language, me: Me | None, settings: MethodSettings, *, room: Room | None = None,
    asking: Asking = ANY,
) -> QuestionSet:  # fmt: skip
    """What to ask anybody in a room; to somebody low-key also the one question for the host.

    Args:
        bank: all questions.
        language: how parts of a day are said.
        me: who asks.
        settings: the method's numbers.
        room: the event; without one, questions for any room.
        asking: how many, and of which sort.
    """
    low_key = _low_key(asking, me)
    event = room.event if room else None
    situation = Situation(
        room=slots_of_room(room, language),
        gaps=all_gaps(settings),
        at_event=True,
        event_type=event.type if event else None,
        purposes=event.purpose if event else (),
    )
    wish = Wish(
        n=_most(asking, low_key, settings.openers_an_event, settings),
        variety=event.id if event else "",
        low_key=low_key,
        purposes=asking.purposes,
        used=asking.used,
        categories=OPENERS,
        one_deep=False,
    )
    accept = _accept_any(me, settings)
    chosen = choose(bank, situation, wish, settings, accept)
    if low_key and event:
        chosen = (*chosen, *_for_the_host(bank, situation, wish, settings, accept))
    return QuestionSet(None, event.id if event else None, None, chosen, _give_back(me, wish.variety), ())


def exit_line(bank: Bank, room: Room | None = None) -> str | None:
    """One kind way to end a talk, with a blank for what is filled in by heart; None where the bank has none."""
    event = room.event if room else None
    part = part_of_day(event) if event else PartOfDay.ANY
    kind = event.type if event else None
    fitting = [
        line.text
        for line in bank.exits
        if (not line.event_types or kind in line.event_types) and (not line.parts_of_day or part in line.parts_of_day)
    ]
    text = _pick(fitting, event.id if event else "")
    return fill(text, dict.fromkeys(BLANKS, BLANK)) if text else None


def _situation(
    desk: Desk, language: Language, room: Room | None, groups: Sequence[Group], asks: frozenset[AskClass]
) -> Situation:
    contact, settings, now = desk.contact, desk.settings.method, desk.clock.now
    evidence = read_log(contact, now)
    report = stage(contact, now, settings, desk.trust_bar)
    role = room.role_of(contact.id) if room else AskedOf.ANYONE
    return Situation(
        stage=report.stage,
        fillings=(*fillings_for(desk, evidence, language, groups), *_on_the_list(contact.id, room, settings)),
        room=slots_of_room(room, language, contact.id),
        gaps=gaps(contact, evidence, settings),
        asked=asked_before(evidence),
        is_dormant=report.freshness == "dormant",
        is_spared=evidence.active_until(EntryKind.HARD_TIME, settings.hard_time_days) is not None,
        at_event=room is not None,
        event_type=room.event.type if room else None,
        purposes=room.event.purpose if room else (),
        role=role,
        has_address=bool(contact.emails or contact.phones or contact.links),
        looks_up=UP in contact.tags or role is AskedOf.SPEAKER,
        may_ask=frozenset(ask for ask in asks if _is_open(desk, ask)),
    )


def _on_the_list(contact: str, room: Room | None, settings: MethodSettings) -> Iterator[Filling]:
    """What the event's list says in public of a contact."""
    for guest in room.event.attendees if room else ():
        if guest.contact == contact:
            yield from of_line(guest.public, settings)


def _is_open(desk: Desk, ask: AskClass) -> bool:
    now, method = desk.clock.now, desk.settings.method
    answer = gate(desk.contact, ask, now, method, trust_bar=desk.trust_bar, events=desk.events)
    return answer.answer == ALLOW


def _accept_for(desk: Desk, situation: Situation) -> Accept:
    """The guard's word on questions to the desk's contact."""
    contact, settings = desk.contact, desk.settings.method
    known: dict[str, list[Known]] = {}
    for each in known_about(contact, desk.events, desk.library):
        known.setdefault(each.id, []).append(each)
    kept_back = tuple(each for every in known.values() for each in every if not may_say(each, Destination.PERSON))
    needs = {fact.id: fact.asked_me for fact in contact.facts if fact.field is FactField.CHALLENGES}
    trade = _trade(desk.me)

    def accept(candidate: Candidate) -> bool:
        facts = candidate.filling.facts if candidate.filling else ()
        context = QuestionContext(
            may_be_closed=candidate.question.category in MAY_BE_CLOSED,
            rests_on=tuple(each for fact in facts for each in known.get(fact, ())),
            kept_back=kept_back if candidate.filling else (),
            avoid=contact.avoid,
            trade=trade,
            is_need=any(fact in needs for fact in facts),
            invited=any(needs.get(fact, False) for fact in facts),
            was_asked=candidate.question.id in situation.asked,
        )
        return not review_question(candidate.text, context, settings)

    return accept


def _accept_any(me: Me | None, settings: MethodSettings) -> Accept:
    """The guard's word on questions to somebody who is not in the notebook."""
    trade = _trade(me)

    def accept(candidate: Candidate) -> bool:
        context = QuestionContext(may_be_closed=candidate.question.category in MAY_BE_CLOSED, trade=trade)
        return not review_question(candidate.text, context, settings)

    return accept


def _trade(me: Me | None) -> frozenset[str]:
    return trade_of(me.role, me.org) if me else frozenset()


def _for_the_host(
    bank: Bank, situation: Situation, wish: Wish, settings: MethodSettings, accept: Accept
) -> tuple[Offered, ...]:
    """One question that gives somebody low-key something to do."""
    theirs = tuple(question for question in bank.questions if question.to is AskedOf.HOST)
    as_host = dataclasses.replace(situation, role=AskedOf.HOST)
    one = dataclasses.replace(wish, n=1, categories=frozenset())
    return choose(dataclasses.replace(bank, questions=theirs), as_host, one, settings, accept)


def _low_key(asking: Asking, me: Me | None) -> bool:
    return asking.low_key if asking.low_key is not None else bool(me and me.low_key)


def _most(asking: Asking, low_key: bool, cap: int, settings: MethodSettings) -> int:
    """How many questions: what was asked for, within the cap."""
    cap = min(cap, settings.low_key_questions) if low_key else cap
    return cap if asking.n is None else max(0, min(asking.n, cap))


def _give_back(me: Me | None, variety: str) -> str | None:
    """A true sentence about the user, to be given after two questions; always the same for one person and room."""
    return _pick([one_line(line) for line in me.give_back], variety) if me else None


def _pick(texts: Sequence[str], variety: str) -> str | None:
    def by_hash(text: str) -> str:
        return hashlib.sha256(f"{variety}|{text}".encode("utf-8", "surrogatepass")).hexdigest()

    return min(texts, key=by_hash, default=None)
