"""What sharing is worth: the method's own example to the second decimal, and what holds for every case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.candidate import Candidate
from netprep.method.consent import Consent, consent_of
from netprep.method.evidence import read_log
from netprep.method.sharing import Match, best, matches, passes
from netprep.method.withheld import Recipient, have_had, why_withheld
from netprep.method.worth import Occasion, fact_weight, freshness, occasion_for, score, shared_lately
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Event, Fact, Group, LibraryItem, Member
from netprep.model.words import FactField, LibraryKind, StageCode
from tests.method.builders import SETTINGS, at, entry, met, person, steady

TODAY = date(2026, 5, 14)
NOW = at("2026-05-14")


def told(field: str, days_ago: int = 42, **more: Any) -> Fact:
    return Fact(FactField(field), "Sunday rotas", "f1", date=Moment(TODAY - timedelta(days=days_ago)), **more)


def thing(kind: str, title: str = "Dee's one-page rota sheet", **more: Any) -> Candidate:
    return Candidate(LibraryKind(kind), title, id=more.pop("id", "sheet"), **more)


def at_stage(stage: str, *lately: str) -> Occasion:
    return Occasion(TODAY, StageCode(stage), frozenset(map(LibraryKind, lately)), SETTINGS)


def match(similarity: float, fact: Fact, candidate: Candidate, occasion: Occasion) -> Match:
    return Match(candidate, fact, score(similarity, fact, candidate, occasion))


# --- the method's example: a rota sheet against "Sunday rotas", 42 days old, at visibility ---


@pytest.mark.parametrize(
    ("kind", "title", "field", "similarity", "worth", "shown"),
    [
        ("link_doc", "Dee's one-page rota sheet", "challenges", 0.8, 0.48, True),
        ("resource_person", "Dee, who runs two cafés", "challenges", 0.8, 0.54, True),
        ("link_doc", "How to fix your rota", "challenges", 0.8, 0.18, True),  # as a question first
        ("referral", "A client for her", "challenges", 0.86, 0.22, False),
        ("audio", "An old podcast", "interests", 0.5, 0.18, False),
    ],
)
def test_the_example_of_the_method(
    kind: str, title: str, field: str, similarity: float, worth: float, shown: bool
) -> None:
    example = match(similarity, told(field), thing(kind, title), at_stage("V"))
    assert round(example.score.value, 2) == worth
    assert passes(example, SETTINGS) is shown


def test_unasked_advice_is_asked_about_first_and_what_they_asked_for_is_not() -> None:
    how_to = thing("link_doc", "How to fix your rota")
    assert score(0.8, told("challenges"), how_to, at_stage("V")).advice == SETTINGS.share_less_for_advice
    for fact in (told("challenges", asked_me=True), told("goals")):
        assert score(0.8, fact, how_to, at_stage("V")).advice == 0


def test_long_things_and_the_same_kind_again_count_less() -> None:
    plain = score(0.8, told("challenges"), thing("book"), at_stage("C")).value
    long = score(0.8, told("challenges"), thing("book", minutes=6), at_stage("C")).value
    again = score(0.8, told("challenges"), thing("book", minutes=5), at_stage("C", "book")).value
    assert plain - long == pytest.approx(SETTINGS.share_less_for_effort)
    assert plain - again == pytest.approx(SETTINGS.share_less_for_same_kind)


@pytest.mark.parametrize(
    ("field", "weight", "half_life"),
    [
        ("challenges", 1.0, 180), ("goals", 0.9, 270), ("working_on", 0.8, 120), ("wants_to_meet", 0.8, 180),
        ("interests", 0.6, 0), ("accomplishments", 0.5, 30), ("networks", 0.5, 365), ("skills", 0.4, 0),
    ],
)  # fmt: skip
def test_each_field_has_its_weight_and_its_half_life(field: str, weight: float, half_life: int) -> None:
    assert fact_weight(told(field), SETTINGS) == weight
    assert freshness(told(field, half_life), TODAY, SETTINGS) == (0.5 if half_life else 1)
    asked = told(field, 60, asked_me=True)
    assert (fact_weight(asked, SETTINGS), freshness(asked, TODAY, SETTINGS)) == (1, 0.5)
    assert freshness(replace(told(field), date=None), TODAY, SETTINGS) == 1


facts = st.builds(
    lambda field, days, asked: told(field.value, days, asked_me=asked),
    st.sampled_from(FactField), st.integers(0, 5000), st.booleans(),
)  # fmt: skip
candidates = st.builds(
    lambda kind, minutes, title, key: Candidate(kind, title, id=key, minutes=minutes),
    st.sampled_from(LibraryKind), st.none() | st.integers(0, 90), st.sampled_from(["A sheet", "How to plan"]),
    st.sampled_from("abcdefgh"),
)  # fmt: skip
occasions = st.builds(
    lambda stage, lately: Occasion(TODAY, stage, lately, SETTINGS),
    st.sampled_from(StageCode), st.frozensets(st.sampled_from(LibraryKind), max_size=3),
)  # fmt: skip
shares = st.floats(0, 1)


@steady
@given(shares, facts, candidates, occasions)
def test_a_score_lies_between_its_bounds(
    similarity: float, fact: Fact, candidate: Candidate, occasion: Occasion
) -> None:
    assert -0.6 <= score(similarity, fact, candidate, occasion).value <= 1


@steady
@given(shares, facts, candidates, occasions, st.integers(0, 3000))
def test_a_score_never_rises_with_age(
    similarity: float, fact: Fact, candidate: Candidate, occasion: Occasion, days: int
) -> None:
    assert fact.date
    older = replace(fact, date=Moment(fact.date.day - timedelta(days=days)))
    assert score(similarity, older, candidate, occasion).value <= score(similarity, fact, candidate, occasion).value


@steady
@given(st.lists(st.tuples(shares, facts, candidates), max_size=12), occasions, st.integers(1, 5))
def test_the_best_are_few_good_enough_and_of_two_kinds_where_there_are_two(
    found: list[tuple[float, Fact, Candidate]], occasion: Occasion, limit: int
) -> None:
    pool = [match(similarity, fact, candidate, occasion) for similarity, fact, candidate in found]
    chosen = best(pool, SETTINGS, limit)
    assert len(chosen) <= limit
    assert all(passes(each, SETTINGS) for each in chosen)
    assert len({each.candidate.same for each in chosen}) == len(chosen)
    things = {each.candidate.same for each in pool if passes(each, SETTINGS)}
    assert len(chosen) == min(limit, len(things))
    if limit > 1 and len(chosen) == limit and len({each.candidate.kind for each in chosen}) == 1:
        top = best(pool, SETTINGS, 100)
        assert {each.candidate.kind for each in top} == {chosen[0].candidate.kind}
    assert best(list(reversed(pool)), SETTINGS, limit) == chosen


def test_a_candidate_is_only_held_against_the_fields_it_can_be_for() -> None:
    pool = (told("skills"), told("challenges"))
    lead = thing("referral", fits=frozenset({FactField.SKILLS}))
    assert [each.fact.field for each in matches(pool, [lead], lambda *_: 1.0, at_stage("C"))] == [FactField.SKILLS]


# --- what they had, and when ---


def test_the_last_two_weeks_and_the_kinds_of_the_last_month_are_read_from_the_log() -> None:
    given_on = read_log(person(entry("give", "2026-05-01", "g1", item="sheet")), NOW)
    assert shared_lately(given_on, SETTINGS) == (date(2026, 5, 1), date(2026, 5, 15))
    assert shared_lately(read_log(given_on.contact, at("2026-05-15")), SETTINGS) is None
    assert shared_lately(read_log(person(), NOW), SETTINGS) is None
    library = [LibraryItem(LibraryKind.BOOK, "A sheet", "sheet")]
    assert occasion_for(given_on, StageCode.V, SETTINGS, library).lately == {LibraryKind.BOOK}
    later = read_log(given_on.contact, at("2026-05-31"))
    assert occasion_for(later, StageCode.V, SETTINGS, library).lately == frozenset()


def test_what_they_had_is_known_from_gives_kept_promises_and_links_in_messages() -> None:
    library = [LibraryItem(LibraryKind.LINK_DOC, "T", key, url=f"https://e.example/{key}") for key in "abcd"]
    log = (
        entry("give", "2026-05-01", "g1", item="a"),
        entry("promise", "2026-05-01", "p1", item="b"),
        entry("promise_kept", "2026-05-02", "k1", of="p1"),
        entry("message_out", "2026-05-03", "m1", body="Here: https://e.example/c"),
        entry("promise", "2026-05-01", "p2", item="d"),
    )
    assert have_had(read_log(person(*log), NOW), library) == {"a", "b", "c"}


# --- what is kept back ---

DEE = person(met("2026-03-01", "d1"), name="Dee Marlow", id="dee")


def to_marta(**more: Any) -> Recipient:
    groups = more.pop("groups", ())
    marta = person(met("2026-03-01"), name="Marta Nowak", id="marta", **more)
    return Recipient(read_log(marta, NOW), frozenset({"had"}), SETTINGS, groups)


def gala(**more: Any) -> Event:
    return Event("Gala", Moment.parse(more.pop("starts", "2026-06-01")), "gala", **more)


@pytest.mark.parametrize(
    ("candidate", "recipient", "reason"),
    [
        (thing("book", id="had"), {}, "had it"),
        (thing("link_doc", mine=True, free=False), {}, "costs money"),
        (thing("book", "Brothers at work"), {"avoid": ("brother",)}, "avoid"),
        (thing("news", "Harbour Buns sued"), {"org": "Harbour Buns"}, "bad news"),
        (thing("resource_person", consent=False), {}, "said no"),
        (thing("introduction", who=person(name="Marta Nowak", id="marta")), {}, "themselves"),
        (thing("introduction", who=replace(DEE, do_not_contact=True)), {}, "do_not_contact"),
        (thing("introduction", who=person(name="Dee", id="dee")), {}, "not met"),
        (thing("introduction", who=DEE), {"introduced_by": "dee"}, "know each other"),
        (thing("introduction", who=replace(DEE, introduced_by="marta")), {}, "know each other"),
        (thing("introduction", who=replace(DEE, org="Mill")), {"org": "mill"}, "know each other"),
        (
            thing("introduction", who=DEE),
            {"groups": (Group("Choir", people=(Member("dee"), Member("marta"))),)},
            "know each other",
        ),
        (
            thing("introduction", who=replace(DEE, log=(*DEE.log, entry("introduced", "2026-04-01", partner="marta")))),
            {},
            "know each other",
        ),
        (
            thing(
                "introduction", who=replace(DEE, log=(*DEE.log, entry("hard_time", "2026-05-01", until="2026-06-01")))
            ),
            {},
            "in peace",
        ),
        (thing("invitation", event=gala(starts="2026-05-13")), {}, "it was on 13 May"),
        (thing("invitation", event=gala(attendees=(Attendee(contact="marta"),))), {}, "coming already"),
        (thing("invitation", event=gala(attendees=(Attendee(name="marta nowak"),))), {}, "coming already"),
    ],
)
def test_some_things_are_not_shared_and_the_reason_is_said(
    candidate: Candidate, recipient: dict[str, Any], reason: str
) -> None:
    assert reason in (why_withheld(candidate, to_marta(**recipient)) or "")


@pytest.mark.parametrize(
    "candidate",
    [
        thing("link_doc", mine=True),
        thing("link_doc", free=False),
        thing("news", "Harbour Buns opens a second shop"),
        thing("introduction", who=DEE),
        thing("resource_person", who=person(name="Dee", id="dee"), consent=True),
        thing("invitation", event=gala()),
        thing("invitation"),
    ],
)
def test_others_are(candidate: Candidate) -> None:
    assert why_withheld(candidate, to_marta(org="Harbour Buns")) is None


@pytest.mark.parametrize(
    ("answers", "agreed"),
    [
        ([], Consent.UNASKED),
        ([("forward", "", "yes")], Consent.YES),
        ([("introduce", "anybody with a leak", "yes")], Consent.YES),
        ([("forward", "Marta Nowak", "yes")], Consent.YES),
        ([("forward", "somebody else", "yes")], Consent.UNASKED),
        ([("tell", "", "yes")], Consent.UNASKED),
        ([("forward", "", None)], Consent.WAITING),
        ([("forward", "", "silent")], Consent.WAITING),
        ([("forward", "somebody else", "no")], Consent.NO),
        ([("tell", "", "no")], Consent.NO),
        ([("forward", "", "yes"), ("forward", "", "no")], Consent.NO),
        ([("forward", "", "no"), ("forward", "", "yes")], Consent.YES),
        ([("forward", "", "no"), ("forward", "", None)], Consent.NO),
    ],
)
def test_consent_is_what_was_answered_last_for_this_reader(
    answers: list[tuple[str, str, str]], agreed: Consent
) -> None:
    from netprep.model.words import Answer

    log = [
        entry("consent", f"2026-04-{day:02}", what=what, to=to or None, answer=Answer(answer) if answer else None)
        for day, (what, to, answer) in enumerate(answers, 1)
    ]
    marta = Contact("Marta Nowak", "marta")
    who = person(*log, name="Dee Marlow", id="dee")
    assert consent_of(who, marta, NOW).answer is agreed
    if agreed is Consent.NO:
        why = why_withheld(thing("introduction", who=replace(who, log=(*DEE.log, *log)), consent=True), to_marta())
        assert why == "Dee Marlow said no to being passed on"
