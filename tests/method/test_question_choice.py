"""Which questions are chosen, and what is no longer asked."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from netprep.method.evidence import read_log
from netprep.method.question_case import Candidate, Filling, Situation, Wish
from netprep.method.question_gaps import gaps, has_turned_out
from netprep.method.questions import choose, fill, slots_of
from netprep.model.moment import Moment
from netprep.model.questions import AskedOf, Bank, Because, Category, Question, SecondMove, Unless
from netprep.model.records import Contact, Fact
from netprep.model.words import AskClass, EventType, FactField, Purpose, Sensitivity, Source, StageCode
from tests.method.builders import SETTINGS, at, entry, met, person

V, C = StageCode.V, StageCode.C
ALL_GAPS = {FactField.CHALLENGES: 3.0, FactField.GOALS: 2.0, FactField.SKILLS: 1.0}


def asks(id: str, category: str, text: str = "", **keys: Any) -> Question:  # noqa: A002 - as in the record
    return Question(id, Category(category), (text or f"What of {id}?",), keys.pop("stages", tuple(StageCode)), **keys)


def chosen(bank: tuple[Question, ...], situation: Situation, **wish: Any) -> list[str]:
    moves = {SecondMove.DETAIL: ("What then?", "What else?")}
    wished = Wish(**{"n": 4, "variety": "ada|mixer", **wish})
    return [each.id for each in choose(Bank(bank, moves), situation, wished, SETTINGS, lambda _: True)]


def told(slot: str, value: str = "rotas", weight: float = 1.0, **keys: Any) -> Filling:
    return Filling({slot: value}, Because(value), (f"f-{value}",), weight, **keys)


def test_what_rests_on_their_words_comes_first_and_then_the_largest_gap() -> None:
    bank = (
        asks("skill", "B", closes=(FactField.SKILLS,)),
        asks("goal", "D", closes=(FactField.GOALS,)),
        asks("need", "H", closes=(FactField.CHALLENGES,)),
        asks("theirs", "E", "What of {challenge}?"),
    )
    situation = Situation(stage=V, fillings=(told("challenge"),), gaps=ALL_GAPS)
    assert chosen(bank, situation, n=3) == ["theirs", "need", "goal"]


def test_a_question_whose_slots_nothing_fills_is_not_offered() -> None:
    bank = (
        asks("a", "E", "What of {challenge}?"),
        asks("b", "A", "What of {host}?"),
        asks("c", "C", "{project}, {when_told}?"),
    )
    assert chosen(bank, Situation(stage=V, fillings=(told("project"),))) == []
    assert chosen(bank, Situation(stage=V, room={"host": "Sam"})) == ["b"]


def test_of_several_wordings_the_first_that_can_be_filled_is_used() -> None:
    question = dataclasses.replace(asks("a", "J"), text=("What of {talk}?", "What of {public_work}?", "What else?"))
    for slot, said in (("talk", "What of rotas?"), ("public_work", "What of rotas?"), ("goal", "What else?")):
        (offered,) = choose(Bank((question,)), Situation(fillings=(told(slot),)), Wish(1, ""), SETTINGS, lambda _: True)
        assert offered.text == said


def test_what_fills_a_slot_is_never_read_as_one() -> None:
    assert fill("What of {topic}?", {"topic": "{host} {{x}}", "host": "no"}) == "What of {host} {{x}}?"
    assert slots_of("What of {topic} and {host}?") == ("topic", "host")


def test_no_two_of_one_category_or_about_one_thing_and_one_deep_at_most() -> None:
    bank = (
        asks("e1", "E", "What of {challenge}?", depth=2),
        asks("e2", "E", "Who of {challenge}?"),
        asks("j", "J", "What more of {challenge}?"),
        asks("d", "D", depth=3),
        asks("g", "G"),
    )
    picked = chosen(bank, Situation(stage=V, fillings=(told("challenge"),)))
    assert len({"e1", "e2", "j"} & set(picked)) == 1
    assert len({"e1", "d"} & set(picked)) <= 1
    assert "g" in picked


def test_a_set_for_a_person_has_one_deep_question_where_there_is_one() -> None:
    bank = (
        asks("a", "G", closes=(FactField.CHALLENGES,)),
        asks("b", "H", closes=(FactField.GOALS,)),
        asks("deep", "J", depth=2),
    )
    assert "deep" in chosen(bank, Situation(stage=V, gaps=ALL_GAPS), n=2)
    assert chosen(bank, Situation(stage=V, gaps=ALL_GAPS), n=2, one_deep=False) == ["b", "a"]


def test_two_questions_do_not_close_one_gap_while_there_is_another() -> None:
    bank = (
        asks("h", "H", closes=(FactField.CHALLENGES,)),
        asks("l", "L", closes=(FactField.CHALLENGES,)),
        asks("d", "D", closes=(FactField.GOALS,)),
    )
    assert set(chosen(bank, Situation(stage=V, gaps=ALL_GAPS), n=2)) & {"h", "l"} != {"h", "l"}
    assert len(chosen(bank, Situation(stage=V, gaps=ALL_GAPS), n=3)) == 3


@pytest.mark.parametrize(
    ("question", "situation", "fits"),
    [
        (asks("x", "K", stages=(C,)), Situation(stage=V), False),
        (asks("x", "K", stages=(C,), dormant=True), Situation(stage=V, is_dormant=True), True),
        (asks("x", "A", here=True), Situation(), False),
        (asks("x", "A", here=True), Situation(at_event=True), True),
        (asks("x", "A", event_types=(EventType.MIXER,)), Situation(at_event=True), False),
        (asks("x", "A", event_types=(EventType.MIXER,)), Situation(event_type=EventType.MIXER), True),
        (asks("x", "I", to=AskedOf.HOST), Situation(), False),
        (asks("x", "I", to=AskedOf.HOST), Situation(role=AskedOf.HOST), True),
        (asks("x", "J", ask=AskClass.A1), Situation(), False),
        (asks("x", "J", ask=AskClass.A1), Situation(may_ask=frozenset({AskClass.A1})), True),
        (asks("x", "L", unless=(Unless.ADDRESS,)), Situation(has_address=True), False),
        (asks("x", "L", unless=(Unless.ADDRESS,)), Situation(), True),
        (asks("x", "E"), Situation(is_spared=True), False),
        (asks("x", "G", depth=3), Situation(is_spared=True), False),
        (asks("x", "G", depth=2), Situation(is_spared=True), True),
        (asks("x", "B"), Situation(asked=frozenset({"x"})), False),
        (asks("x", "B", closes=(FactField.SKILLS,)), Situation(), False),
        (asks("x", "B", closes=(FactField.SKILLS, FactField.GOALS)), Situation(gaps={FactField.GOALS: 2.0}), True),
    ],
)
def test_a_question_fits_where_things_stand_or_is_not_offered(
    question: Question, situation: Situation, fits: bool
) -> None:
    assert chosen((question,), situation) == (["x"] if fits else [])


def test_somebody_low_key_is_offered_only_what_can_be_asked_from_the_edge() -> None:
    assert chosen((asks("a", "A"), asks("b", "B", low_key=True)), Situation(), low_key=True) == ["b"]


def test_a_purpose_that_is_asked_for_comes_before_everything() -> None:
    bank = (asks("theirs", "E", "What of {challenge}?"), asks("learn", "J", purposes=(Purpose.LEARN,)))
    situation = Situation(stage=V, fillings=(told("challenge"),))
    assert chosen(bank, situation, n=1) == ["theirs"]
    assert chosen(bank, situation, n=1, purposes=(Purpose.LEARN,)) == ["learn"]


def test_what_came_of_a_plan_is_asked_before_the_rest_and_a_closing_last() -> None:
    bank = (
        asks("l", "L", "What of {topic}?"),
        asks("c", "C", "What of {project}?"),
        asks("k", "K", "How did {plan} go?"),
    )
    fillings = (told("topic", "oak"), told("project", "the quay", 9), told("plan", "the launch", 0.5))
    assert chosen(bank, Situation(stage=V, fillings=fillings), n=1) == ["k"]
    assert chosen(bank, Situation(stage=V, fillings=fillings))[-1] == "l"


def test_a_sleeping_tie_is_asked_what_has_changed_then_something_to_learn() -> None:
    bank = (asks("h", "H", closes=(FactField.CHALLENGES,)), asks("j", "J"), asks("k", "K", dormant=True))
    assert chosen(bank, Situation(stage=C, is_dormant=True, gaps=ALL_GAPS), n=1) == ["k"]
    assert chosen(bank[:2], Situation(stage=C, is_dormant=True, gaps=ALL_GAPS), n=1) == ["j"]


def test_people_at_one_event_are_not_all_asked_the_same() -> None:
    bank = tuple(asks(f"q{number}", letter) for number, letter in enumerate("ABCDGH"))
    sets = {tuple(chosen(bank, Situation(stage=V), n=2, variety=f"p{number}|mixer")) for number in range(12)}
    assert len(sets) > 3
    first = chosen(bank, Situation(stage=V), n=2)
    assert not set(first) & set(chosen(bank, Situation(stage=V), n=2, used=frozenset(first)))


def test_what_the_guard_refuses_is_replaced_by_the_next() -> None:
    bank = Bank((asks("a", "A"), asks("b", "B")))

    def accept(candidate: Candidate) -> bool:
        return candidate.question.id == "b"

    assert [each.id for each in choose(bank, Situation(), Wish(2, ""), SETTINGS, accept)] == ["b"]


def test_a_question_without_one_of_its_own_takes_a_stem_of_its_move() -> None:
    bank = Bank((asks("a", "A", follow=SecondMove.DETAIL),), {SecondMove.DETAIL: ("What then?", "What else?")})
    (offered,) = choose(bank, Situation(), Wish(1, "x"), SETTINGS, lambda _: True)
    assert offered.then in ("What then?", "What else?")


def fact(field: str, day: str | None, **keys: Any) -> Fact:
    return Fact(FactField(field), keys.pop("value", "rotas"), date=Moment.parse(day) if day else None, **keys)


def gaps_of(*facts: Fact) -> set[str]:
    contact = Contact("Ada Berg", facts=facts)
    return {about.value for about in gaps(contact, read_log(contact, at("2026-11-20")), SETTINGS)}


@pytest.mark.parametrize(
    ("field", "days_old", "is_gap"),
    [
        ("challenges", "2026-05-25", False), ("challenges", "2026-05-20", True),
        ("goals", "2026-02-25", False), ("goals", "2026-02-20", True),
        ("working_on", "2026-07-25", False), ("working_on", "2026-07-20", True),
        ("accomplishments", "2026-10-25", False), ("accomplishments", "2026-10-20", True),
        ("wants_to_meet", "2026-05-20", True), ("networks", "2025-11-25", False), ("networks", "2025-11-15", True),
        ("interests", "2016-11-20", False), ("skills", "2016-11-20", False),
        ("goals", "2026-11-21", True), ("goals", None, False),
    ],
)  # fmt: skip
def test_a_field_is_a_gap_when_what_is_known_is_out_of_date(field: str, days_old: str | None, is_gap: bool) -> None:
    assert (field in gaps_of(fact(field, days_old))) is is_gap


def test_what_was_heard_guessed_or_imported_leaves_a_gap_and_what_was_told_in_private_does_not() -> None:
    for source in (Source.THIRD_PARTY, Source.GUESS, Source.IMPORT):
        assert "goals" in gaps_of(fact("goals", "2026-11-01", source=source))
    assert "goals" not in gaps_of(fact("goals", "2026-11-01", sensitivity=Sensitivity.PRIVATE))
    assert "goals" in gaps_of(fact("goals", "2026-11-01", until=Moment.parse("2026-11-10")))


def test_gaps_come_the_most_useful_first() -> None:
    contact = Contact("Ada Berg")
    found = gaps(contact, read_log(contact, at("2026-11-20")), SETTINGS)
    assert [about.value for about in found] == [
        "challenges", "wants_to_meet", "goals", "working_on", "interests", "accomplishments", "skills", "networks",
    ]  # fmt: skip
    assert list(found.values()) == [3, 3, 2, 2, 2, 1, 1, 1]


OPENING = fact("working_on", "2026-04-02", value="opening the second shop", when=Moment.parse("2026-05-09"))


@pytest.mark.parametrize(
    ("log", "is_known"),
    [
        ((), False),
        ((met("2026-05-01"),), False),
        ((met("2026-05-12", anchor="the rain"),), False),
        ((met("2026-05-12", anchor="how the shop smelt"),), True),
        ((entry("message_in", "2026-05-12", gist="it went fine"),), True),
        ((entry("one_to_one", "2026-05-12", minutes=30),), True),
        ((entry("message_out", "2026-05-12", gist="how did the shop go"),), False),
    ],
)
def test_how_a_plan_went_is_known_once_they_could_have_told(log: tuple[Any, ...], is_known: bool) -> None:
    contact = person(*log, facts=(OPENING,))
    assert has_turned_out(OPENING, read_log(contact, at("2026-05-20"))) is is_known


def test_a_later_fact_about_it_says_how_a_plan_went() -> None:
    later = fact("accomplishments", "2026-05-11", value="a second shop with a queue")
    contact = person(facts=(OPENING, later))
    assert has_turned_out(OPENING, read_log(contact, at("2026-05-20")))


def test_speakers_at_one_event_are_not_all_asked_the_same() -> None:
    bank = (asks("j1", "J"), asks("b1", "B"))
    speaker = Situation(looks_up=True)
    assert chosen(bank, speaker, n=1) == ["j1"]
    assert chosen(bank, speaker, n=1, used=frozenset({"j1"})) == ["b1"]
