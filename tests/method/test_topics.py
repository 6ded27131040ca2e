"""A value is a topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.topics import TopicAdvice, is_job, refers_to_third_person, topic_problem
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


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("open a bubble tea place", "opening a bubble tea place"),
        ("Speak at a conference", "speaking at a conference"),
        ("to move to Leeds", "moving to Leeds"),
        ("run 10k", "running 10k"),
        ("plan a second shop", "planning a second shop"),
        ("hire two bakers", "hiring two bakers"),
    ],
)
def test_a_goal_in_the_infinitive_gets_its_ing(value, suggestion):
    advice = topic_problem(value, goal=True)
    assert advice
    assert advice.suggestion == suggestion
    assert topic_problem(suggestion, goal=True) is None
    assert topic_problem(value) is None


@pytest.mark.parametrize(
    "value",
    ["open source tools", "plan for winter", "help with pricing", "lead generation", "open 24 hours", "open to offers",
     "work in progress", "start-up grants", "a second shop", "set design", "found objects"],
)  # fmt: skip
def test_a_noun_is_no_infinitive(value):
    assert topic_problem(value, goal=True) is None


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("I juggle on the Main every sunday", None),
        ("I’ve juggled since school", None),
        ("we forage for mushrooms", None),
        ("I run the club", "running the club"),
    ],
)
def test_what_a_speaker_says_of_themselves_is_a_sentence(value, suggestion):
    advice = topic_problem(value)
    assert advice
    assert advice.suggestion == suggestion


@pytest.mark.parametrize("value", ["I Ching", "I, Robot", "I beams", "I and thou", "it security"])
def test_what_only_begins_like_a_speaker_is_none(value):
    assert topic_problem(value) is None


@pytest.mark.parametrize(
    "value", ["recruiter at Hays", "Senior data engineer at Tidewater", "teacher in Leeds", "head of sales for Kiln"]
)
def test_a_job_is_told_from_what_they_work_on(value):
    assert is_job(value)


@pytest.mark.parametrize(
    "value", ["hiring a recruiter at Hays", "the teacher at Hays", "early delivery in Leeds", "training teachers in Leeds",
              "recruiter at work", "engineer shortages in Leeds"]
)  # fmt: skip
def test_what_they_work_on_is_no_job(value):
    assert not is_job(value)
