"""What holds for the questions of any notebook."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netprep.api import Contribution
from netprep.clock import Clock, read_clock
from netprep.compose.followup import Desk
from netprep.compose.question_bank import read_bank
from netprep.compose.question_room import room_of
from netprep.compose.questions import Asking, exit_line, openers, questions_for, questions_for_guest
from netprep.facts import Destination, known_about, may_say
from netprep.guard.questions import MAY_BE_CLOSED, QuestionContext, review_question, review_questions
from netprep.guard.text import phrase_key
from netprep.method.evidence import read_log
from netprep.method.question_gaps import asked_before
from netprep.model.moment import Moment
from netprep.model.questions import AskedOf, Bank, QuestionSet
from netprep.model.records import Contact, Entry, Event, Fact, Notebook
from netprep.model.words import EntryKind, EventType, FactField, Sensitivity, Source
from netprep.prompts import builtin_folder
from netprep.prompts.shipped import netprep_questions
from netprep.settings.method import MethodSettings
from netprep.settings.user import default_settings
from netprep.writers.language import Language
from tests.strategies import notebooks

METHOD = MethodSettings()
CLOCK: Clock = read_clock("2026-11-20T09:00")
LANGUAGE = Language.load(builtin_folder(), "en", CLOCK.now)

SHIPPED = [Contribution("netprep", pack) for pack in netprep_questions()]


def never(plugin: str, why: str) -> None:
    raise AssertionError(f"{plugin}: {why}")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return read_bank(SHIPPED, tmp_path_factory.mktemp("home"), "en", METHOD, never)


def desks(notebook: Notebook) -> list[Desk]:
    events = {event.id: event for event in notebook.events}
    return [
        Desk(contact, notebook.me, events, notebook.library, CLOCK, default_settings()) for contact in notebook.contacts
    ]


def sets_of(notebook: Notebook, bank: Bank, asking: Asking) -> list[tuple[Contact | None, QuestionSet]]:
    names = {contact.id: contact.name for contact in notebook.contacts}
    rooms = [room_of(event, names) for event in notebook.events]
    found: list[tuple[Contact | None, QuestionSet]] = []
    for desk in desks(notebook):
        for room in (None, *rooms):
            chosen = questions_for(desk, bank, LANGUAGE, room=room, asking=asking, groups=notebook.groups)
            found.append((desk.contact, chosen))
    for room in rooms:
        for guest in room.event.attendees:
            chosen = questions_for_guest(guest, room, bank, LANGUAGE, notebook.me, METHOD, asking=asking)
            found.append((None, chosen))
        found.append((None, openers(bank, LANGUAGE, notebook.me, METHOD, room=room, asking=asking)))
    return found


askings = st.builds(Asking, st.none() | st.integers(1, 6), st.none() | st.booleans())

TOPICS = [
    "running the Peachtree", "Sunday rotas", "a quay that drains", "opening on Sundays from March", "the talk on otters",
    "growing the team to nine", "a rye loaf that survived a week at sea", "insurers who do not believe in flat roofs",
    "her sister's wedding", "plays chess", "how to pay cooks", "short of hands", "to open a shop", "my own horn", "HR and what to do",
    "being happy with your accountant", "what if you could", "a very long thing that goes on for more words than anybody could say",
]  # fmt: skip
DAYS = st.dates(date(2024, 11, 1), date(2027, 3, 1)).map(Moment)
MARK = "quincunx"
"""A word that stands only in what may not be said."""


@st.composite
def lifelike(draw: st.DrawFn) -> Notebook:
    """A notebook whose people told things worth asking about, and others that may not be said."""
    notebook = draw(notebooks())
    contacts = tuple(
        dataclasses.replace(each, facts=draw(facts_of(each)), log=(*each.log, *draw(MEETINGS)), avoid=draw(AVOID))
        for each in notebook.contacts or (Contact("Ada Berg", "ada"),)
    )
    return dataclasses.replace(notebook, contacts=contacts)


def _met(kind: EntryKind, day: Moment) -> Entry:
    return Entry(kind, day, minutes=30)


MEETINGS = st.lists(st.builds(_met, st.sampled_from([EntryKind.MET, EntryKind.ONE_TO_ONE]), DAYS), max_size=4)
AVOID = st.lists(st.sampled_from(["sundays", "sea", "roofs", "work"]), max_size=2).map(tuple)


@st.composite
def facts_of(draw: st.DrawFn, contact: Contact) -> tuple[Fact, ...]:
    facts = []
    for number in range(draw(st.integers(0, 5))):
        fact = Fact(
            field=draw(st.sampled_from(FactField)),
            value=draw(st.sampled_from(TOPICS)),
            id=f"{contact.id}-f{number}",
            quote=draw(st.none() | st.just("bread takes time")),
            source=draw(st.sampled_from(Source)),
            date=draw(st.none() | DAYS),
            when=draw(st.none() | DAYS),
            until=draw(st.none() | DAYS),
            sensitivity=draw(st.sampled_from([*Sensitivity, Sensitivity.OPEN, Sensitivity.OPEN])),
            asked_me=draw(st.booleans()),
        )
        hidden = fact.source not in (Source.TOLD_ME, Source.PUBLIC) or fact.sensitivity is not Sensitivity.OPEN
        if hidden or (fact.until and fact.until.day < CLOCK.today):
            fact = dataclasses.replace(fact, value=f"a {MARK} matter", quote=f"my {MARK}")
        facts.append(fact)
    return tuple(facts)


@settings(deadline=None, max_examples=40)
@given(notebook=lifelike(), asking=askings)
def test_no_question_rests_on_what_may_not_be_said_to_the_person(
    bank: Bank, notebook: Notebook, asking: Asking
) -> None:
    for contact, chosen in sets_of(notebook, bank, asking):
        assert MARK not in str(chosen)
        if contact is None:
            continue
        known = known_about(contact, {event.id: event for event in notebook.events}, notebook.library)
        sayable = {each.id for each in known if may_say(each, Destination.PERSON)}
        mine = {f"me.{fact.id}" for fact in notebook.me.facts} if notebook.me else set()
        for question in chosen.questions:
            assert set(question.facts) <= sayable | mine | {group.id for group in notebook.groups}
            assert not any(phrase_key(topic) in phrase_key(question.text) for topic in contact.avoid)


@settings(deadline=None, max_examples=40)
@given(notebook=lifelike(), asking=askings)
def test_every_question_of_any_notebook_passes_the_rules(bank: Bank, notebook: Notebook, asking: Asking) -> None:
    for contact, chosen in sets_of(notebook, bank, asking):
        to_them = [question for question in chosen.questions if chosen.person or question.to is not AskedOf.HOST]
        asked = asked_before(read_log(contact, CLOCK.now)) if contact else frozenset()
        for question in chosen.questions:
            context = QuestionContext(may_be_closed=question.category in MAY_BE_CLOSED, was_asked=question.id in asked)
            for text in filter(None, (question.text, question.then)):
                assert review_question(text, context, METHOD) == ()
        most = METHOD.questions_a_person if chosen.person else METHOD.openers_an_event
        assert review_questions([question.text for question in to_them], most) == ()
        assert sum(question.depth > 1 for question in to_them) <= METHOD.deep_questions_a_set
        assert len({question.category for question in to_them}) == len(to_them)


@settings(deadline=None, max_examples=20)
@given(notebook=lifelike(), asking=askings)
def test_the_same_notebook_always_gives_the_same_questions(bank: Bank, notebook: Notebook, asking: Asking) -> None:
    assert sets_of(notebook, bank, asking) == sets_of(notebook, bank, asking)


@settings(deadline=None, max_examples=20)
@given(notebook=lifelike())
def test_low_key_gives_few_and_only_what_can_be_asked_from_the_edge(bank: Bank, notebook: Notebook) -> None:
    quiet = {question.id for question in bank.questions if question.low_key}
    for _, chosen in sets_of(notebook, bank, Asking(low_key=True)):
        assert {question.id for question in chosen.questions} <= quiet
        to_them = [question for question in chosen.questions if chosen.person or question.to is not AskedOf.HOST]
        assert len(to_them) <= METHOD.low_key_questions


@settings(deadline=None, max_examples=20)
@given(notebook=lifelike())
def test_nothing_is_said_of_another_contact(bank: Bank, notebook: Notebook) -> None:
    for contact, chosen in sets_of(notebook, bank, Asking()):
        theirs = {fact.id for other in notebook.contacts if other is not contact for fact in other.facts}
        assert not theirs & {each for question in chosen.questions for each in question.facts}


@settings(deadline=None, max_examples=30)
@given(notebook=notebooks(), asking=askings)
def test_any_notebook_at_all_gives_questions_without_a_hitch(bank: Bank, notebook: Notebook, asking: Asking) -> None:
    for _, chosen in sets_of(notebook, bank, asking):
        for question in chosen.questions:
            assert review_question(question.text, QuestionContext(may_be_closed=True), METHOD) == ()


@pytest.mark.parametrize(("hour", "early_night"), [("18:00", True), ("08:00", False)])
def test_a_talk_is_ended_kindly_and_as_fits_the_hour(bank: Bank, hour: str, early_night: bool) -> None:
    lines = set()
    for number in range(40):
        event = Event("Mixer", Moment.parse(f"2026-12-01T{hour}"), id=f"e{number}", type=EventType.MIXER)
        line = exit_line(bank, room_of(event, {}))
        assert line == exit_line(bank, room_of(event, {}))
        lines.add(line)
    assert any("early night" in str(line) for line in lines) is early_night
    assert not any("{" in str(line) for line in lines)
    assert any("___" in str(line) for line in lines)


def test_the_second_question_of_a_set_is_that_of_its_first(bank: Bank) -> None:
    chosen = openers(bank, LANGUAGE, None, METHOD)
    assert chosen.plus == chosen.questions[0].then
    assert QuestionSet().plus is None
