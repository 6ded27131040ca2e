"""Goals of an event: what is wrong with them, and what is offered instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.guard.goal_rewrite import rewritten
from netprep.guard.goals import event_findings, goal_findings
from netprep.model.moment import Moment
from netprep.model.plan import Level
from netprep.model.records import Event
from netprep.model.words import Purpose
from netprep.settings.method import MethodSettings
from tests.method.builders import steady

SETTINGS = MethodSettings()
WORDS = st.lists(
    st.sampled_from(
        [
            "sell",
            "pitch",
            "to",
            "cafés",
            "bakeries",
            "learn",
            "how",
            "three",
            "25",
            "people",
            "cards",
            "network",
            "fun",
            "meet",
            "clients",
            "get",
            "from",
            "no",
            "the",
            "and",
            "help",
            "does",
            "many",
            "new",
            ";",
            ",",
            "İ",
            "’",
            "for",
            "founders",
        ]
    ),
    max_size=9,
).map(" ".join)


def codes(goal: str, most: int | None = 8) -> list[str]:
    return [finding.rule for finding in goal_findings(goal, most=most)]


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("make a sale", ["G01"]),
        ("first event where I did not sell; never again", ["G01"]),
        ("learn how they buy so I can sell to them", ["G01"]),
        ("hand out 25 cards", ["G01", "G04"]),
        ("network", ["G02"]),
        ("have fun", ["G02"]),
        ("meet interesting people", ["G02"]),
        ("meet two people", ["G03"]),
        ("20 cards", ["G03", "G04"]),
        ("learn from 12 people what they do", ["G04"]),
        ("meet ten bakers and learn how they price", ["G04"]),
        ("learn how three cafés find staff", []),
        ("learn how three shops find customers", []),
        ("listen without selling", []),
        ("learn what table 6 is busy with", []),
        ("learn from two people what 20 years of rotas taught them", []),
        ("meet people from Lisbon", []),
    ],
)
def test_a_goal_is_remarked_on_for_what_is_wrong_with_it_and_for_nothing_else(goal: str, expected: list[str]) -> None:
    assert codes(goal) == expected


def test_only_a_goal_that_sells_is_an_error() -> None:
    found = [*goal_findings("make a sale"), *goal_findings("network"), *goal_findings("20 cards", most=4)]
    assert [each.level for each in found] == [Level.ERROR, Level.WARN, Level.WARN, Level.WARN]


def test_a_better_goal_is_made_of_the_goals_own_words_where_they_say_whom() -> None:
    assert "learn from three cafés what" in goal_findings("sell rota software to cafés")[0].suggestion
    assert "learn from two cafés what" in goal_findings("sell rota software to cafés", most=2)[0].suggestion
    assert "learn from two people" in goal_findings("make a sale")[0].suggestion


def event(goal: str | None, *purpose: Purpose, serve: str | None = None) -> Event:
    starts, ends = Moment.parse("2026-11-26T18:00"), Moment.parse("2026-11-26T19:00")
    return Event("Mixer", starts, "mixer", ends=ends, goal=goal, purpose=purpose, serve=serve)


def test_a_goal_without_anything_for_somebody_else_is_remarked_on() -> None:
    def found(*args: object, **keys: str) -> list[str]:
        return [each.rule for each in event_findings(event(*args, **keys), SETTINGS)]  # type: ignore[arg-type]

    learn = "learn how three cafés find staff"
    assert found(learn) == found(None, Purpose.LEARN) == ["G05"]
    assert found(learn, Purpose.SERVE) == found(learn, serve="the rota sheet") == found(f"{learn}; help one") == []
    assert found(None) == []


def test_somebody_low_key_is_told_sooner_that_it_is_more_than_fits() -> None:
    plan = event("learn from four people how they rest", serve="a map")
    assert event_findings(plan, SETTINGS) == ()
    assert [each.rule for each in event_findings(plan, SETTINGS, low_key=True)] == ["G04"]


@steady
@given(st.one_of(WORDS, st.text(max_size=60)), st.one_of(st.none(), st.integers(0, 10)))
def test_offsets_are_in_the_goal_and_each_rule_is_said_once(goal: str, most: int | None) -> None:
    found = goal_findings(goal, most=most)
    for each in found:
        assert 0 <= each.start < each.end <= len(goal)
        assert each.text == goal[each.start : each.end]
    rules = [each.rule for each in found]
    assert len(rules) == len(set(rules))
    assert len({"G01", "G02", "G03"} & set(rules)) <= 1


@steady
@given(WORDS, st.integers(1, 10))
def test_what_is_offered_instead_is_itself_a_good_goal(goal: str, most: int) -> None:
    offered = rewritten(goal, most, lambda words: not goal_findings(words)).strip("“”.")
    assert [each.rule for each in event_findings(event(offered), SETTINGS)] == []
