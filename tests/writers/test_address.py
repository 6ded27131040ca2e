"""What was written about somebody, said to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.writers.address import said_to_reader
from tests.conftest import Netprep


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("send her the slides", "send you the slides"),
        ("introduce him to Tom", "introduce you to Tom"),
        ("comments on his draft", "comments on your draft"),
        ("help her with her CV", "help you with your CV"),
        ("his story about the lost laptop", "your story about the lost laptop"),
        ("their three-legged dog", "your three-legged dog"),
        ("the plan", "the plan"),
        ("annotators who lose their patience", "annotators who lose their patience"),
    ],
)
def test_what_is_sure_is_turned(written: str, said: str) -> None:
    assert said_to_reader(written) == said


@pytest.mark.parametrize("unsure", ["she dropped the jam", "tell Tom about his talk", "what he said to Ann about her"])
def test_what_is_not_sure_is_left_for_the_user(unsure: str) -> None:
    assert said_to_reader(unsure) is None


@given(st.text(max_size=60))
def test_nobody_is_ever_spoken_to_as_she_or_he(text: str) -> None:
    said = said_to_reader(text)
    assert said is None or not {"she", "he", "him", "herself", "himself"} & set(said.lower().split())


def test_a_promise_typed_as_people_type_is_in_the_note(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("log", "Priya Rao", "p: send her the slides by friday | a: his broken chair", "--date", "yesterday")
    body = netprep("followup", "priya", "--format", "json").json["body"]
    assert "send you the slides" in body
    assert "your broken chair" in body


def test_a_promise_that_cannot_be_said_is_asked_about_and_never_dropped(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    logged = netprep("log", "Priya Rao", "p: tell Tom about her talk | a: the broken chair")
    assert "does not say who is meant" in logged.stderr
    note = netprep("followup", "priya", "--format", "json").json
    assert note["status"] == "needs-fill"
    assert "tell Tom about her talk" in note["body"]
