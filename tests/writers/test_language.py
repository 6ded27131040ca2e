"""English as people write it: dates, names, events, capitals, quotes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.clock import read_clock
from netprep.model.moment import Moment
from netprep.prompts import builtin_folder
from netprep.writers.language import Language, bare_quote, quoted, sentence

NOW = read_clock("2026-11-20T09:00").now  # a Friday
ENGLISH = Language.load(builtin_folder(), "en", NOW)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20T07:30", "this morning"),
        ("2026-11-20T18:00", "this evening"),
        ("2026-11-20", "today"),
        ("2026-11-19T18:00", "last night"),
        ("2026-11-19T12:00", "yesterday"),
        ("2026-11-19", "yesterday"),
        ("2026-11-16", "on Monday"),
        ("2026-11-21", "tomorrow"),
        ("2026-11-24", "on Tuesday"),
        ("2026-11-10", "on 10 November"),
        ("2026-12-12", "on 12 December"),
        ("2026-03-02", "in March"),
        ("2025-12-30", "in December 2025"),
        ("2027-01-05", "on 5 January"),
        ("2027-04-19", "on 19 April"),
        ("2028-04-19", "in April 2028"),
    ],
)
def test_days_are_said_by_how_far_away_they_are(moment: str, said: str) -> None:
    assert ENGLISH.when(Moment.parse(moment)) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-21", "tomorrow"),
        ("2026-11-24", "on Tuesday"),
        ("2026-12-12", "on 12 December"),
        ("2027-01-05", "in January"),
        ("2027-04-19", "in April"),
        ("2028-04-19", "in April 2028"),
    ],
)
def test_days_ahead_are_said_no_more_exactly_than_people_need_them(moment: str, said: str) -> None:
    assert ENGLISH.around(Moment.parse(moment)) == said


@pytest.mark.parametrize(
    ("topic", "occasion"),
    [
        ("running Boston", "Boston"),
        ("running the Boston Marathon next April", "the Boston Marathon"),
        ("Boston in April 2027", "Boston"),
        ("taking the CPA exam on Tuesday", "the CPA exam"),
        ("moving to Leith next month", "moving to Leith"),
        ("opening a second shop", "opening a second shop"),
        ("running a bakery", "running a bakery"),
        ("opening on Sundays", "opening on Sundays"),
        ("the spring fair", "the spring fair"),
        ("next year", "next year"),
        ("running", "running"),
    ],
)
def test_a_topic_is_named_as_what_is_on_a_day(topic: str, occasion: str) -> None:
    assert ENGLISH.occasion(topic) == occasion


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20", "by the end of today"),
        ("2026-11-21", "by tomorrow"),
        ("2026-11-24", "by Tuesday"),
        ("2026-12-04", "by 4 December"),
        ("2027-01-15", "by 15 January"),
        ("2028-01-15", "by 15 January 2028"),
    ],
)
def test_deadlines(moment: str, said: str) -> None:
    assert ENGLISH.by(Moment.parse(moment)) == said


@given(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)))
def test_any_day_can_be_said(day: datetime) -> None:
    for said in (ENGLISH.when(Moment(day)), ENGLISH.by(Moment(day.date()))):
        assert said
        assert "{" not in said


@given(st.integers(-6, 6))
def test_a_weekday_is_only_said_of_the_week_around_today(days: int) -> None:
    day = NOW.date() + timedelta(days=days)
    if abs(days) > 1:
        assert day.strftime("%A") in ENGLISH.when(Moment(day))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Chamber mixer", "the Chamber mixer"),
        ("The Quay Breakfast", "the Quay Breakfast"),
        ("Data Night", "Data Night"),
        ("First Tuesdays", "First Tuesdays"),
        ("PyCon 2026", "PyCon 2026"),
        ("harbour meet-up", "the harbour meet-up"),
    ],
)
def test_events_have_an_article_where_english_gives_them_one(name: str, said: str) -> None:
    assert ENGLISH.the_event(name) == said


@pytest.mark.parametrize(
    ("name", "called"),
    [("Maya Okafor", "Maya"), ("Dr. Ada Osei", "Ada"), ("Prof Li Chen", "Li"), ("Cher", "Cher"), ("Dr.", "Dr.")],
)
def test_people_are_called_by_their_first_name(name: str, called: str) -> None:
    assert ENGLISH.first_name(name) == called


@pytest.mark.parametrize(
    ("text", "said"),
    [("the plan", "The plan"), ("iPhone repairs", "iPhone repairs"), ("éclairs", "Éclairs"), ("", "")],
)
def test_a_sentence_begins_with_a_capital(text: str, said: str) -> None:
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("third year.", "“third year”"),
        ('"so what?"', "“so what?”"),
        ("«non»", "“non”"),
        ("it's fine", "“it's fine”"),
    ],
)
def test_quotes_are_set_once_and_keep_their_own_question_mark(said: str, written: str) -> None:
    assert quoted(said) == written
    assert quoted(quoted(said)) == quoted(said)


@given(st.text(max_size=40))
def test_quoting_twice_is_quoting_once(text: str) -> None:
    assert bare_quote(bare_quote(text)) == bare_quote(text)


def test_every_language_has_all_the_words() -> None:
    import tomllib

    folder = builtin_folder() / "words"
    files = {path: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.toml"))}
    english = next(words for path, words in files.items() if path.stem == "en")
    for words in files.values():
        assert set(words) == set(english)
        assert set(words["when"]) == set(english["when"])
        assert set(words["by"]) == set(english["by"])
