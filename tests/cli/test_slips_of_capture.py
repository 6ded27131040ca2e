"""What is typed in a corridor as people type it: nothing is lost in silence."""

from __future__ import annotations

import pytest

from tests.conftest import Made, Netprep


def make(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", "Book fair", "--starts", "yesterday 18:00", "--for", "2h")


@pytest.fixture
def fair(made: Made) -> Netprep:
    return made(make)


def said(netprep: Netprep, line: str) -> str:
    """What stderr says about a line, on one line."""
    return " ".join(netprep("log", "Di Lund", line, "--event", "fair", width=400).stderr.split())


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("hi. x: layoffs", 'There is an “x:” inside your note. If it begins a part, put | before it: "hi. | x: layoffs"'),
        ("hi g: a shop", 'There is a “g:” inside your note. If it begins a part, put | before it: "hi | g: a shop"'),
        ("q: so slow. P: the plan", 'There is a “P:” inside “q:”. If it begins a part, put | before it: "so slow. | P: '),
        ("need: cash", '“need:” is kept as plain words. If it begins a part, write: "n: cash"'),
        ("quote: lala", '“quote:” is kept as plain words. If it begins a part, write: "q: lala"'),
        ("hi | Interest: chess", 'If it begins a part, write: "i: chess"'),
        ("hi. avoid: layoffs", 'If it begins a part, write: "hi. | x: layoffs"'),
        ("promise: the plan", 'write: "p: the plan"'),
        ("goal: a shop", 'write: "g: a shop"'),
    ],
)  # fmt: skip
def test_a_part_that_was_not_read_as_one_is_kept_and_named(fair: Netprep, line: str, remark: str) -> None:
    stderr = said(fair, line)
    assert remark in stderr
    assert "(netprep undo)" in stderr
    assert line.split(":")[-1].strip() in fair("contact", "show", "di").stdout


@pytest.mark.parametrize(
    "line",
    [
        "see https://shop.example x://y",
        "at 9:30 with s://shop.example",
        "a: the lift | x: layoffs",
        "note: she knows Dee",
        "plan a: the cheap oven",
        "we need: nothing",
        "C:\\rotas",
        "the shop x : y",
    ],
)
def test_a_colon_is_no_false_alarm(fair: Netprep, line: str) -> None:
    stderr = said(fair, line)
    assert "inside" not in stderr
    assert "plain words" not in stderr


@pytest.mark.parametrize(
    ("words", "what", "due"),
    [
        ("CV tomorrow", "CV", "2026-11-21"),
        ("the deck tmrw", "the deck", "2026-11-21"),
        ("the deck tomorrow morning", "the deck", "2026-11-21"),
        ("the deck today", "the deck", "2026-11-20"),
        ("the deck tonight.", "the deck", "2026-11-20"),
        ("the deck eod", "the deck", "2026-11-20"),
        ("the deck by eod", "the deck", "2026-11-20"),
        ("the list next tuesday", "the list", "2026-11-24"),
        ("the list this thu", "the list", "2026-11-26"),
        ("the list on Tuesday", "the list", "2026-11-24"),
        ("the list by monday morning", "the list", "2026-11-23"),
        ("the list in 3 days", "the list", "2026-11-23"),
        ("the list in two weeks", "the list", "2026-12-04"),
        ("the list in a week", "the list", "2026-11-27"),
        ("the list end of the week", "the list", "2026-11-20"),
        ("the list before the weekend", "the list", "2026-11-20"),
        ("the list by next week", "the list", "2026-11-27"),
    ],
)
def test_the_day_of_a_promise_is_read_where_it_is_sure(netprep: Netprep, words: str, what: str, due: str) -> None:
    netprep("log", "Di Lund", f"p: {words}")
    promise = netprep("promise", "list", "--format", "json").json["promises"][0]
    assert (promise["what"], promise["due"]) == (what, due)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the deck asap", "asap"),
        ("the plan by 3/12", "3/12"),
        ("the plan before 2026-02-30", "2026-02-30"),
        ("the list by blursday", "blursday"),
        ("the plan for tomorrow", "tomorrow"),
        ("the talk on Monday mornings", None),
        ("a day in Leeds", None),
        ("the Friday list", None),
        ("notes on two days", None),
    ],
)
def test_a_promise_without_a_sure_day_keeps_its_words(netprep: Netprep, words: str, said: str | None) -> None:
    stderr = netprep("log", "Di Lund", f"n: cash | p: {words}", width=400).stderr
    promise = netprep("promise", "list", "--format", "json").json["promises"][0]
    assert (promise["what"], promise.get("due")) == (words, None)
    assert ("No day was read" in stderr) == (said is not None)
    assert said is None or f"“{said}”" in stderr


def test_a_day_is_counted_from_the_day_it_was_said(netprep: Netprep) -> None:
    netprep("log", "Di Lund", "p: the list in 3 days", "--date", "yesterday")
    assert netprep("promise", "list", "--format", "json").json["promises"][0]["due"] == "2026-11-22"


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("g: open a bubble tea place", "“opening a bubble tea place”"),
        ("g: speak at a conference", "“speaking at a conference”"),
        ("i: I juggle on the Main every sunday", "“I” makes it a sentence"),
        ("w: recruiter at Hays", "“recruiter at Hays” is a job, not what they work on; it belongs to: netprep contact edit di-lund (role)"),
    ],
)  # fmt: skip
def test_what_is_no_topic_is_kept_with_a_remark(fair: Netprep, line: str, remark: str) -> None:
    assert remark in said(fair, line)
    assert line[3:] in fair("contact", "show", "di").stdout


def test_a_fact_added_by_itself_gets_the_remarks_too(fair: Netprep) -> None:
    fair("contact", "add", "Di Lund")
    assert "“opening a shop”" in fair("fact", "add", "di", "goals", "open a shop").stderr
    assert "opening" not in fair("fact", "add", "di", "interests", "open a shop").stderr
