"""``promise``: written down, listed, kept."""

from __future__ import annotations

import pytest

from tests.conftest import Made, Netprep


def make(netprep: Netprep) -> None:
    netprep("contact", "add", "Maya Okafor")
    netprep("contact", "add", "Bo Lind")
    netprep("promise", "add", "maya", "the training plan", "--by", "friday")
    netprep("promise", "add", "maya", "the race list")
    netprep("promise", "add", "bo", "a photo of the oven", "--by", "tomorrow")


@pytest.fixture
def promised(made: Made) -> Netprep:
    return made(make)


def open_ids(netprep: Netprep, *who: str) -> list[str]:
    return [each["id"] for each in netprep("promise", "list", *who, "--format", "json").json["promises"]]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("e1",), "e1"),
        (("bo",), "e3"),
        (("maya", "training"), "e1"),
        (("maya okafor", "the RACE"), "e2"),
        (("Maya", "Okafor", "race", "list"), "e2"),
        (("bo-lind",), "e3"),
    ],
)
def test_a_promise_is_kept_by_its_id_or_by_words(promised: Netprep, words: tuple[str, ...], kept: str) -> None:
    before = promised.export()
    assert promised("promise", "keep", *words, "--format", "json").json["promise"] == kept
    assert kept not in open_ids(promised)
    promised("undo")
    assert promised.export() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("maya",), "e1: the training plan (Maya Okafor); e2: the race list (Maya Okafor)"),
        (("maya", "the"), "Say the id, or more of its words"),
        (("maya", "oven"), "It could be e1: the training plan"),
        (("nobody",), "There is no contact “nobody”"),
        (("e99",), "e99"),
        (("mayya okafor",), "Did you mean Maya Okafor"),
    ],
)
def test_words_that_fit_none_or_several_are_answered_with_what_there_is(
    promised: Netprep, words: tuple[str, ...], says: str
) -> None:
    before = promised.export()
    assert says in " ".join(promised("promise", "keep", *words, code=3).stderr.split())
    assert promised.export() == before


def test_a_kept_promise_is_not_kept_again(promised: Netprep) -> None:
    promised("promise", "keep", "e1")
    assert "no open promise" in promised("promise", "keep", "e1", code=3).stderr
    promised("log", "--strike", "e4", "--why", "it had not gone yet")
    promised("promise", "keep", "e1")


def test_a_promise_of_theirs_can_be_kept_by_its_id_and_is_not_in_my_list(promised: Netprep) -> None:
    said = promised("promise", "add", "bo", "the name of a joiner", "--theirs").stdout
    assert "Their promise e4" in said
    assert "e4" not in open_ids(promised)
    promised("promise", "keep", "e4")


def test_a_private_promise_is_kept_by_id_without_being_said(promised: Netprep) -> None:
    promised("import", "-", stdin=(
        "netprep: 1\ncontacts:\n  - {id: bo-lind, name: Bo Lind, log: ["
        "{id: e90, kind: promise, date: 2026-11-01, by: me, what: the clinic, sensitivity: private}]}\n"
    ))  # fmt: skip
    assert "clinic" not in promised("promise", "list").stdout
    kept = promised("promise", "keep", "e90")
    assert "clinic" not in kept.stdout + kept.stderr
    assert "e90" in kept.stdout


def test_promises_are_listed_soonest_first_and_one_person_at_a_time(promised: Netprep) -> None:
    assert [line[:3] for line in promised("promise", "list").stdout.splitlines()][-1] == "·  "
    assert set(open_ids(promised, "bo")) == {"e3"}
    late = promised("promise", "list", today="2026-12-20T09:00").stdout
    assert "late" in late


def test_an_empty_notebook_says_how_to_make_a_promise(netprep: Netprep) -> None:
    assert "netprep log" in netprep("promise", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("maya", ""), 2, "empty"),
        (("maya", "x" * 60_000), 2, "60,000 characters"),
        (("maya", "the plan", "--by", "whenever"), 2, "whenever"),
        (("maya", "the plan", "--item", "nothing"), 3, "no library item"),
        (("zed", "the plan"), 3, "There is no contact"),
    ],
)
def test_a_promise_with_a_mistake_is_refused(
    promised: Netprep, arguments: tuple[str, ...], code: int, says: str
) -> None:
    before = promised.export()
    assert says in promised("promise", "add", *arguments, code=code).stderr
    assert promised.export() == before
