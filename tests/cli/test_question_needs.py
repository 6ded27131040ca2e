"""Needs, troubles and what lies ahead in questions, as a person asks for them."""

from __future__ import annotations

import pytest

from netprep.method.needs import is_exclaimed, is_need
from tests.cli.test_questions import texts
from tests.conftest import Netprep


def told(netprep: Netprep, field: str, value: str, *more: str) -> str:
    netprep("log", "Ada Berg", "q: hello")
    netprep("fact", "add", "ada", field, value, *more)
    wished = ((), ("--purpose", "serve"), ("--purpose", "learn"))
    return " ".join(text for wish in wished for text in texts(netprep, "--contact", "ada", *wish))


def test_a_need_is_asked_after_as_a_need(netprep: Netprep) -> None:
    said = told(netprep, "challenges", "a controller")
    assert "Where have you looked so far for a controller?" in said
    assert "tried so far" not in said


def test_an_interest_is_nothing_that_could_have_saved_a_year(netprep: Netprep) -> None:
    assert "saved you a year" not in told(netprep, "interests", "karaoke")


def test_a_skill_is(netprep: Netprep) -> None:
    assert "now about steaming oak, what would have saved" in told(netprep, "skills", "steaming oak")


def test_what_lies_ahead_is_not_spoken_of_as_done(netprep: Netprep) -> None:
    said = told(netprep, "accomplishments", "the county loaf prize", "--when", "2027-04-19")
    assert "county loaf prize" not in said


@pytest.mark.parametrize(
    "value",
    ["a controller", "a flat", "another room", "an apprentice baker", "help with pricing", "someone who knows permits"],
)
def test_what_is_looked_for_is_a_need(value: str) -> None:
    assert is_need(value)


@pytest.mark.parametrize(
    "value",
    ["wet stalls", "a noisy neighbour", "a fever", "a customer who does not pay", "some of the rotas", "more complaints",
     "a quarrel about a lease", "finding desks in time"],
)  # fmt: skip
def test_a_trouble_is_no_need(value: str) -> None:
    assert not is_need(value)


def test_what_was_asked_or_cried_out_is_no_topic() -> None:
    assert all(map(is_exclaimed, ("how do I price this", "which oven?", "the oven!")))
    assert not is_exclaimed("how to price bread")


def test_a_need_is_something_they_look_for_in_a_gift_and_on_a_page(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("log", "Zoë Nuñez", "--kind", "met", "n: an editor for grant reports | a: the frozen door handle")
    netprep(
        "library", "add", "link_doc", "Grant reports people finish", "--url", "https://example.org/g",
        "--topic", "grant reports", "--opened", "2026-11-01",
    )  # fmt: skip
    said = netprep("share", "zoe").stdout
    assert "could use an editor for grant reports" in said
    assert "For an editor" not in said
    netprep("event", "add", "Dinner", "--starts", "next thu 19:00", "--with", "zoë")
    page = " ".join(netprep("brief", "dinner").stdout.split())
    assert "looking for an editor for grant reports" in page
    assert "challenge:" not in page
