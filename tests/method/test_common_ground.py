"""What a contact and I have in common, in which order, and what does not count."""

from __future__ import annotations

import dataclasses
import math
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from netprep.method.common_ground import in_words, is_rare, ranked, shared_groups, shared_topics
from netprep.method.evidence import read_log
from netprep.model.moment import Moment
from netprep.model.records import Contact, Fact, Group, Me, Member
from netprep.model.shared import Shared, Whose
from netprep.model.words import FactField, Sensitivity, Source
from netprep.settings.method import MethodSettings

SETTINGS = MethodSettings()
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
BOSTON = "2027-04-19"


def fact(value: str, day: str = "", *, when: str = "", field: str = "interests", key: str = "", **more: object) -> Fact:
    return Fact(
        FactField(field),
        value,
        key or value,
        date=Moment.parse(day) if day else None,
        when=Moment.parse(when) if when else None,
        **more,  # type: ignore[arg-type]
    )


def dana(*facts: Fact, **more: object) -> Contact:
    return Contact("Dana Wells", "dana-wells", facts=facts, **more)  # type: ignore[arg-type]


def shared(mine: tuple[Fact, ...], theirs: Contact) -> tuple[Shared, ...]:
    return shared_topics(Me("Alex Reyes", facts=mine), read_log(theirs, NOW), SETTINGS)


def ordered(found: tuple[Shared, ...], counts: dict[str, int], total: int = 40) -> tuple[Shared, ...]:
    return ranked(found, lambda each: counts.get(each.stems[0], 1), total, SETTINGS)


def test_the_same_race_in_two_years_is_one_topic_in_their_words() -> None:
    mine = (
        fact("running the Peachtree", "2025-07-04", key="m1"),
        fact("running the Peachtree", "2026-07-04", key="m2"),
    )
    theirs = dana(
        fact("running the Peachtree Road Race", "2025-07-04", key="t1"),
        fact("running the Peachtree Road Race", "2026-07-04", key="t2"),
    )
    (found,) = ordered(shared(mine, theirs), {})
    assert found.topic == "running the Peachtree Road Race"
    assert {each.id for each in found.theirs} == {"t1", "t2"}
    assert {each.id for each in found.mine} == {"m1", "m2"}
    said = in_words(found, NOW.date(), SETTINGS)
    assert said == "running the Peachtree Road Race (both of you, two years running), only 1 of 40 you know"


def test_a_date_ahead_of_both_comes_first_and_the_rest_by_rarity() -> None:
    mine = (fact("keeping bees"), fact("board games"), fact("running Boston", when=BOSTON, field="goals"))
    theirs = dana(fact("board games"), fact("keeping bees"), fact("running Boston", when=BOSTON))
    found = ordered(shared(mine, theirs), {"bee": 2, "board": 20, "boston": 30})
    assert [each.topic for each in found] == ["running Boston", "keeping bees", "board games"]
    assert found[0].ahead is not None
    assert found[0].ahead.whose is Whose.BOTH
    assert math.isclose(found[1].rarity, math.log(41 / 3))
    assert is_rare(found[1], SETTINGS)
    assert not is_rare(found[2], SETTINGS)


def test_dates_of_one_only_are_theirs_or_mine_and_those_behind_are_none() -> None:
    def whose(mine: str, theirs: str) -> Whose | None:
        (found,) = shared((fact("running Boston", when=mine),), dana(fact("running Boston", when=theirs)))
        return found.ahead.whose if found.ahead else None

    assert whose("", BOSTON) is Whose.THEIRS
    assert whose(BOSTON, "2026-04-20") is Whose.MINE
    assert whose(BOSTON, "2028-04-17") is Whose.THEIRS
    assert whose("2026-04-20", "2026-04-20") is None


def test_what_only_touches_is_named_by_the_words_that_both_have() -> None:
    found = shared((fact("running"),), dana(fact("running the Peachtree"), fact("running marathons")))
    assert [(each.topic, each.is_broad, each.ahead) for each in found] == [("running", True, None)]
    assert len(found[0].theirs) == 2
    assert (
        in_words(ordered(found, {"run": 12})[0], NOW.date(), SETTINGS) == "running (in broad terms), 12 of 40 you know"
    )


def test_what_is_shared_in_full_is_not_said_again_in_broad_terms() -> None:
    mine = (fact("running"), fact("running the Peachtree"))
    assert [each.topic for each in shared(mine, dana(fact("running the Peachtree")))] == ["running the Peachtree"]


def test_activity_and_city_count_where_they_are_set() -> None:
    mine = (fact("the Peachtree", activity="running", city="Atlanta"),)
    theirs = dana(fact("a half marathon by the sea", activity="Running"), fact("the botanic garden", city="Atlanta"))
    assert {(each.topic, each.is_broad) for each in shared(mine, theirs)} == {("Running", True), ("Atlanta", True)}


def test_whom_they_would_like_to_meet_is_not_what_i_am() -> None:
    menders = fact("menders of clocks", field="wants_to_meet")
    assert not shared((fact("menders of clocks"),), dana(menders))
    assert shared((menders,), dana(menders))


def test_a_group_that_both_are_in_is_common_ground() -> None:
    group = Group("Harbour Chamber", "harbour", people=(Member("dana-wells"), Member("bo")))
    other = Group("Rowing club", "rowing", people=(Member("bo"),))
    (found,) = ranked(shared_groups((group, other), dana()), lambda _: None, 40, SETTINGS)
    assert in_words(found, NOW.date(), SETTINGS) == "Harbour Chamber (you are both in it), only 2 of 40 you know"


def test_too_many_to_count_is_said_so_and_never_rare() -> None:
    found = ranked(shared((fact("running"),), dana(fact("running"))), lambda _: None, 5000, SETTINGS)
    assert in_words(found[0], NOW.date(), SETTINGS) == "running, like many of the 5,000 you know"
    assert not is_rare(found[0], SETTINGS)


VALUES = st.sampled_from(
    [
        "running", "running the Peachtree", "running the Peachtree Road Race", "running Boston", "the Boston Marathon",
        "running a bakery", "keeping bees", "bees on the roof", "board games", "Sunday rotas", "rotas", "the Boston office",
    ]
)  # fmt: skip
FACTS = st.builds(
    fact,
    VALUES,
    st.sampled_from(["", "2025-07-04", "2026-07-04", "2026-11-19"]),
    when=st.sampled_from(["", BOSTON, "2026-01-01"]),
    field=st.sampled_from(["interests", "goals", "wants_to_meet"]),
    key=st.integers(0, 10**6).map(str),
    source=st.sampled_from(list(Source)),
    sensitivity=st.sampled_from(list(Sensitivity)),
    activity=st.sampled_from([None, "running"]),
    until=st.sampled_from([None, Moment.parse("2026-01-01"), Moment.parse("2027-01-01")]),
)
LISTS = st.lists(FACTS, max_size=6).map(tuple)


@given(LISTS, LISTS)
def test_it_is_the_same_seen_from_either_side_up_to_the_words(mine: tuple[Fact, ...], theirs: tuple[Fact, ...]) -> None:
    def kinds(found: tuple[Shared, ...]) -> set[tuple[frozenset[str], frozenset[str]]]:
        close = [each for each in found if not each.is_broad]
        return {(frozenset(each.id for each in one.theirs), frozenset(each.id for each in one.mine)) for one in close}

    here = kinds(shared(mine, dana(*theirs)))
    there = kinds(shared(theirs, dana(*mine)))
    assert here == {(ours, others) for others, ours in there}


@given(LISTS, LISTS, st.sampled_from([(), ("bees",), ("run",)]))
def test_only_what_may_be_said_to_them_is_shared(
    mine: tuple[Fact, ...], theirs: tuple[Fact, ...], avoid: tuple[str, ...]
) -> None:
    for found in shared(mine, dana(*theirs, avoid=avoid)):
        for each in (*found.theirs, *found.mine):
            assert each.sensitivity is Sensitivity.OPEN
            assert each.source in (Source.TOLD_ME, Source.PUBLIC)
            assert each.until is None or each.until.day >= NOW.date()
            assert not any(word in f"{each.value} {each.activity}".lower() for word in avoid)


@given(LISTS, LISTS, st.integers(0, 50), st.dictionaries(st.text(max_size=3), st.integers(0, 50)))
def test_dates_come_first_by_date_and_the_rest_by_rarity(
    mine: tuple[Fact, ...], theirs: tuple[Fact, ...], total: int, counts: dict[str, int]
) -> None:
    found = ranked(
        shared(mine, dana(*theirs)), lambda each: counts.get(each.stems[0][:3], len(each.stems[0])), total, SETTINGS
    )
    dated = [each.ahead.day.day for each in found if each.ahead]
    assert [each.ahead is None for each in found] == sorted(each.ahead is None for each in found)
    assert dated == sorted(dated)
    rest = [each.rarity for each in found if each.ahead is None]
    assert rest == sorted(rest, reverse=True)
    assert all(each.rarity >= 0 and 1 <= (each.number or 1) <= max(1, total) for each in found)
    assert all(in_words(each, NOW.date(), SETTINGS).startswith(each.topic) for each in found)


@given(LISTS, LISTS)
def test_each_topic_is_counted_once_and_nobody_else_is(mine: tuple[Fact, ...], theirs: tuple[Fact, ...]) -> None:
    asked: list[Shared] = []
    found = shared(mine, dana(*theirs))
    ranked(found, lambda each: asked.append(each) or 1, 10, SETTINGS)
    assert asked == list(found)
    assert all(each.stems for each in found)
    assert not shared((), dana(*theirs))
    assert not shared(mine, dataclasses.replace(dana(*theirs), facts=()))
