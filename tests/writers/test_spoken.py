"""What is written down about somebody, as a question can hold it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.writers.spoken import as_known, as_talk, as_theirs, in_question, public_line, with_article

TOPICS = {
    "Sunday rotas": "Sunday rotas",
    "Running the Peachtree.": "running the Peachtree",
    "The repair corner": "the repair corner",
    "Boston Marathon": "Boston Marathon",
    "Reading list": "Reading list",
    "a second kitchen with a window": "a second kitchen with a window",
    "payday  in two\ncurrencies": "payday in two currencies",
    "short stories": "short stories",
    "plans for a shop": "plans for a shop",
    "SQL": "SQL",
    "10 years in business": "10 years in business",
    "series A": "series A",
}
NO_TOPICS = [
    "", "no", "none", "n/a", "tbd", "?", "…", "x", "b c", "to open a shop", "that nobody answers", "how to pay cooks", "short of hands",
    "plays chess", "leads a team", "my helpers", "our new shop", "what if I moved?", "new oven. old bills", "{{ me }}", "0401", "“q”",
    "a [gap]", "moving to Lisbon by", "one thing (and more)", "word " * 13, "x" * 60, "is tired",
]  # fmt: skip


@pytest.mark.parametrize("value", list(TOPICS))
def test_a_topic_stands_inside_a_question(value: str) -> None:
    assert in_question(value) == TOPICS[value]


@pytest.mark.parametrize("value", NO_TOPICS)
def test_what_is_no_topic_for_sure_is_left_out(value: str) -> None:
    assert in_question(value) is None


ROLES = {
    "physiotherapist": "a physiotherapist",
    "HR manager": "an HR manager",
    "UX designer": "a UX designer",
    "user researcher": "a user researcher",
    "engineer": "an engineer",
    "Senior Software Engineer": "a senior software engineer",
    "French Teacher": "a French teacher",
    "cook and owner": "a cook and owner",
    "Co-founder & CEO": "a co-founder and CEO",
    "keeper of halls and keys": "a keeper of halls and keys",
    "Professor of Marine Biology": "a professor of marine biology",
    "Head of Operations": "head of operations",
    "chair of the allotments": "chair of the allotments",
    "café owner": "a café owner",
    "PhD student": "a PhD student",
}
NO_ROLES = [
    None, "", "owner", "chair", "area sales", "new in town", "retired", "VP Sales", "speaker", "host", "restaurant", "Editor, Coastal Letters",
    "🙂", "and and", "I", "member", "24/7 support",
]  # fmt: skip


@pytest.mark.parametrize("role", list(ROLES))
def test_a_role_takes_its_article(role: str) -> None:
    assert with_article(role) == ROLES[role]


@pytest.mark.parametrize("role", NO_ROLES)
def test_what_names_nobody_for_sure_takes_none(role: str | None) -> None:
    assert with_article(role) is None


LINES = {
    "gave the talk about otters in the canal": ("talk", "your talk about otters in the canal"),
    "her studio opened its furnace to schools": ("public_line", "your studio opened its furnace to schools"),
    "Her piece on waste, Evening Post, Apr": ("talk", "your piece on waste, Evening Post, Apr"),
    "moved here in May": ("public_line", "you moved here in May"),
    "won the bake-off twice": ("public_line", "you won the bake-off twice"),
    "published her thesis on ice": ("public_line", "you published your thesis on ice"),
    "runs the port": ("public_work", "running the port"),
    "retraining 140 night staff": ("expertise", "retraining 140 night staff"),
    "his bakery in the harbour": ("expertise", "your bakery in the harbour"),
}


@pytest.mark.parametrize("line", list(LINES))
def test_a_line_of_a_guest_list_is_turned_to_the_person(line: str) -> None:
    assert public_line(line) == LINES[line]


@pytest.mark.parametrize(
    "line",
    [
        None,
        "",
        "Slides (public): tests on live data",
        "She wrote the paper on tides",
        "2x founder; ex-Google",
        "nice person",
    ],
)
def test_a_line_that_is_not_sure_is_left_out(line: str | None) -> None:
    assert public_line(line) is None


def test_a_thing_of_theirs_is_named_as_theirs() -> None:
    assert as_theirs("a project that needs temps") == "your project that needs temps"
    assert as_theirs("the repair corner") == "the repair corner"
    assert as_theirs("two films") == "your two films"
    assert as_theirs("some recipes") == "your recipes"
    assert as_theirs("first place at the fair") == "your first place at the fair"
    assert as_theirs("a lot of returns") == "a lot of returns"
    assert as_known("a rain-day clause") == "the rain-day clause"
    assert as_talk("the talk on otters") == "your talk on otters"
    assert as_talk("writing a book on bees") is None
    assert as_talk("the book fair") is None


@given(st.text(max_size=60))
def test_whatever_was_typed_gives_one_clean_line_or_nothing(text: str) -> None:
    for said in (in_question(text), with_article(text), (public_line(text) or ("", None))[1]):
        assert said is None or (said.strip() == said and "\n" not in said and not set(said) & set('{}[]?“”"'))
