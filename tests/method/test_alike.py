"""Which topics are about the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.alike import Likeness, likeness
from netprep.method.topic_parts import is_doing, read_topic, says, words_shared
from netprep.settings.method import MethodSettings

SETTINGS = MethodSettings()

SAME = [
    ("running the Peachtree Road Race", "running the Peachtree"),
    ("running the peachtree", "running the Peachtree"),
    ("running Boston", "running the Boston Marathon"),
    ("running Boston", "training for the Boston Marathon"),
    ("running the Boston Marathon next year", "running Boston"),
    ("running Boston", "Boston next April"),
    ("growing tomatoes", "tomatoes on the balcony"),
    ("keeping bees", "bees on a roof"),
    ("learning to sail", "sailing"),
    ("learning Portuguese", "Portuguese"),
    ("working with horses", "horses"),
    ("swimming in the sea", "swimming with my daughter"),
    ("singing in the Harbour Choir", "the Harbour Choir"),
    ("volunteering at Parkrun", "Parkrun every Saturday"),
    ("Sunday rotas", "rotas for cafés"),
    ("a second shop", "opening a second shop"),
    ("winter cycling", "cycling"),
    ("board games", "board games"),
]
BROAD = [
    ("running", "running the Peachtree"),
    ("running", "running a half marathon"),
    ("running marathons", "running the Boston Marathon"),
    ("running the London Marathon", "running the Boston Marathon"),
    ("New York Marathon", "New Jersey Marathon"),
    ("running Boston", "the Boston office"),
    ("running Boston", "moving to Boston"),
    ("living in Leith", "a bakery in Leith"),
    ("keeping bees", "photographing bees"),
    ("singing in a choir", "the chamber choir"),
    ("early-morning delivery", "late delivery"),
    ("the school board", "a surf board"),
    ("HR in a factory", "HR software"),
    ("cycling", "cycling to work"),
]
APART = [
    ("running a bakery", "running the Peachtree"),
    ("running a bakery", "running"),
    ("running my own shop", "running"),
    ("running for the school board", "running"),
    ("running late", "running"),
    ("choir on Sundays", "Sunday rotas"),
    ("opening on Sundays", "Sunday rotas"),
    ("rotas for cafés", "music for cafés"),
    ("late payers", "late delivery"),
    ("learning to weld", "learning to sail"),
    ("learning a language", "learning Portuguese"),
    ("living on a boat", "living with my brother"),
    ("volunteering at the library", "volunteering at the food bank"),
    ("moving to Leeds", "moving to York"),
    ("the office move", "the office party"),
    ("wedding cakes", "wedding photos"),
    ("hiring in winter", "winter cycling"),
    ("my team", "our team"),
    ("", "running"),
]


def compared(one: str, other: str) -> Likeness | None:
    return likeness(read_topic(one, SETTINGS), read_topic(other, SETTINGS), SETTINGS)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_topics_about_the_same_thing_are_alike(one: str, other: str) -> None:
    found = compared(one, other)
    assert found is not None
    assert not found.is_broad


@pytest.mark.parametrize(("one", "other"), BROAD)
def test_topics_that_only_touch_are_alike_in_broad_terms(one: str, other: str) -> None:
    found = compared(one, other)
    assert found is not None
    assert found.is_broad


@pytest.mark.parametrize(("one", "other"), APART)
def test_topics_with_a_word_in_common_and_nothing_else_are_not_alike(one: str, other: str) -> None:
    assert compared(one, other) is None


@pytest.mark.parametrize(
    ("theirs", "mine", "all_of_it"),
    [
        ("running the Peachtree", "running the Peachtree Road Race", True),
        ("running the Peachtree Road Race", "running the Peachtree", True),
        ("running the Boston Marathon next year", "running Boston", True),
        ("tomatoes on the balcony", "growing tomatoes", False),
        ("running the Boston Marathon with three colleagues", "running Boston", False),
        ("Sunday rotas", "rotas", False),
        ("rotas", "Sunday rotas", True),
    ],
)
def test_what_i_cannot_say_of_myself_is_not_called_common(theirs: str, mine: str, all_of_it: bool) -> None:
    found = compared(theirs, mine)
    assert found is not None
    assert found.says_all is all_of_it


@pytest.mark.parametrize(
    ("text", "stems", "words"),
    [
        ("running the Peachtree", ("run",), "running"),
        ("running the Boston Marathon", ("marathon", "run"), "Marathon"),
        ("the new school board of Leith", ("board", "school"), "school board"),
        ("early-morning delivery", ("deliveri",), "delivery"),
        ("early-morning delivery", (), "early-morning delivery"),
    ],
)
def test_the_words_two_topics_share_are_given_as_they_stand(text: str, stems: tuple[str, ...], words: str) -> None:
    assert words_shared(text, stems) == words


def test_what_is_done_is_told_from_what_is() -> None:
    assert is_doing("opening a second shop")
    assert not any(map(is_doing, ("Boston", "the wedding", "wedding cakes", "spring", "a king", "")))


WORDS = st.sampled_from(
    [
        "running",
        "keeping",
        "learning",
        "to",
        "the",
        "a",
        "of",
        "in",
        "at",
        "on",
        "for",
        "my",
        "Boston",
        "Marathon",
        "Peachtree",
        "bees",
        "tomatoes",
        "bakery",
        "choir",
        "Sundays",
        "rotas",
        "new",
        "April",
        "next",
        "year",
        "and",
        "10k",
        "HR",
        "Ångström",
        "李小龙",
        "run's",
        "—",
    ]
)
TOPICS = st.lists(WORDS, max_size=7).map(" ".join) | st.text(max_size=30)


@given(TOPICS, TOPICS)
def test_likeness_does_not_depend_on_who_is_asked_first(one: str, other: str) -> None:
    here, there = compared(one, other), compared(other, one)
    assert (here is None) == (there is None)
    if here and there:
        assert (here.stems, here.is_broad) == (there.stems, there.is_broad)


@given(TOPICS)
def test_a_topic_that_says_anything_is_like_itself_and_says_its_own_stems(text: str) -> None:
    topic = read_topic(text, SETTINGS)
    assert says(text, topic.stems)
    if found := compared(text, text):
        assert found.says_all
        assert not found.is_broad
        assert words_shared(text, found.stems) in text


@given(TOPICS, TOPICS, st.floats(0, 1), st.floats(0, 1))
def test_no_setting_makes_it_fail(one: str, other: str, share: float, aside: float) -> None:
    settings = MethodSettings(common_share=share, common_aside=aside)
    likeness(read_topic(one, settings), read_topic(other, settings), settings)
