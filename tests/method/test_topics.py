"""A value is a topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.topics import TopicAdvice, refers_to_third_person, topic_problem
from tests.method.builders import steady


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("runs the Peachtree", "running the Peachtree"),
        ("Runs marathons", "running marathons"),
        ("is opening on Sundays", "opening on Sundays"),
        ("Is opening on Sundays", "opening on Sundays"),
        ("she runs a bakery", "running a bakery"),
        ("She's opening a shop", "opening a shop"),
        ("wants to sell bread", "wanting to sell bread"),
        ("works at Tidewater", "working at Tidewater"),
        ("plans to move", "planning to move"),
        ("plans a second shop", "planning a second shop"),
        ("also teaches Welsh", "teaching Welsh"),
        ("has two shops", "having two shops"),
        ("has been running the club", "running the club"),
        ("was promoted to lead", "being promoted to lead"),
        ("he can weld", "being able to weld"),
        ("does not eat meat", None),
        ("they like chess", None),
    ],
)
def test_a_sentence_is_noticed_and_the_topic_offered(value, suggestion):
    advice = topic_problem(value)
    assert isinstance(advice, TopicAdvice)
    assert advice.suggestion == suggestion
    assert suggestion is None or topic_problem(suggestion) is None


@pytest.mark.parametrize(
    "value",
    [
        "running the Peachtree",
        "early-morning delivery",
        "opening on Sundays from March",
        "a project that needs a dozen temps",
        "news",
        "business lunches",
        "sales training",
        "glass design",
        "is",
        "has",
        "wins",
        "hires",
        "runs batted in",
        "IT security",
        "works of art",
        "works councils",
        "plans for Boston",
        "trains in Europe",
        "likes and dislikes",
        "finished goods",
        "built heritage",
        "can openers",
        "Sunday rotas",
        "The Who",
        "Will Young concerts",
        "Isle of Wight ferries",
        "hermit crabs",
        "",
    ],
)
def test_no_false_alarm(value):
    assert topic_problem(value) is None


@steady
@given(st.text())
def test_any_text_is_a_topic_or_has_its_problem_named(value):
    problem = topic_problem(value)
    assert problem is None or problem.problem


@pytest.mark.parametrize("text", ["her bakery", "what he said", "The shop is hers.", "by himself", "ask him"])
def test_a_third_person_is_heard(text):
    assert refers_to_third_person(text)


@pytest.mark.parametrize("text", ["the bakery", "there", "sheets", "Sherry", "history", "this", "hymns"])
def test_words_that_only_look_like_one_are_not(text):
    assert not refers_to_third_person(text)
