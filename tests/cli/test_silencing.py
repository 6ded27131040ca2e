"""A rule is kept quiet where the user says so, for a reason; what says so never leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.guard.silence import cut, without_comments
from tests.cli.test_check import NUDGE, SILENCED, checked, codes
from tests.conftest import Made, Netprep, make_demo

COMMENT = '<!-- netprep: ignore M11 reason="she asked" -->'


@pytest.mark.parametrize(
    "comment",
    [COMMENT, '<!--netprep:ignore empty-nudge reason="she asked"-->', '<!-- NETPREP: ignore m11, M01 reason="she asked" -->',
     "<!-- netprep: ignore M11 reason=“she asked” -->", '<!-- netprep: ignore M11\nreason="she\nasked" -->'],
)  # fmt: skip
def test_a_rule_is_silent_in_the_sentence_that_follows(netprep: Netprep, comment: str) -> None:
    assert "M11" not in codes(checked(netprep, f"It rained. {comment} {NUDGE}"))
    assert "M11" in codes(checked(netprep, f"{comment} It rained. {NUDGE}", code=1))
    assert codes(checked(netprep, f"{comment} {NUDGE} {NUDGE}", code=1)).count("M11") == 1


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- netprep: ignore M11 -->", "reason="), ('<!-- netprep: ignore M11 reason="" -->', "reason="),
        ('<!-- netprep: ignore M11 reason=" . " -->', "reason="), ('<!-- netprep: ignore M99 reason="a" -->', "no rule “M99”"),
        ('<!-- netprep: ignore empty-nugde reason="a" -->', "Did you mean empty-nudge"), ("<!-- netprep: hush -->", "cannot be read"),
        ('<!-- netprep: ignore reason="a" -->', "names no rule"), ('<!-- netprep: ignore M11 reason="a"', "not closed"),
    ],
)  # fmt: skip
def test_a_silence_without_sense_is_an_error_of_its_own(netprep: Netprep, comment: str, message: str) -> None:
    document = checked(netprep, f"It rained.\n{comment}\n{NUDGE}", code=1)
    (finding,) = (each for each in document["findings"] if each["rule"] == "M59")
    assert finding["level"] == "error"
    assert message in finding["message"]
    assert finding["text"] == comment
    assert "M11" in codes(document)


def test_a_silence_that_is_of_no_use_is_mentioned(netprep: Netprep) -> None:
    document = checked(netprep, f"{COMMENT} It rained.", code=0)
    assert [(each["name"], each["level"]) for each in document["findings"]] == [("unused-silence", "info")]


def test_what_must_not_be_silenced_is_not(netprep: Netprep) -> None:
    document = checked(netprep, '<!-- netprep: ignore M59 reason="no" --> It rained.')
    (finding,) = document["findings"]
    assert "cannot be silenced" in finding["message"]
    assert "cannot be silenced" in netprep("config", "set", "silenced_rules.M59", "no", code=2).stderr


def test_comments_are_no_text(netprep: Netprep) -> None:
    document = checked(netprep, f"Hello.\n{SILENCED}It rained.", "--form", "sms", code=None)
    assert document["words"] == 6
    assert checked(netprep, COMMENT * 40 + "Hello, it rained.", "--form", "linkedin_note")["words"] == 3


def test_one_silenced_word_does_not_make_the_text_a_pitch(netprep: Netprep) -> None:
    text = 'It rained. <!-- netprep: ignore M01, M02 reason="they asked for it" --> We help firms save money.'
    assert checked(netprep, text, code=0)["pitch"]["is_pitch"] is False


def test_a_rule_can_be_silenced_in_all_texts_by_code_or_name(netprep: Netprep) -> None:
    netprep("config", "set", "silenced_rules.empty-nudge", "my readers ask for reminders")
    assert codes(checked(netprep, f"{NUDGE} {NUDGE}", code=0)) == []
    assert "my readers ask for reminders" in netprep("config", "list").stdout
    assert netprep("config", "get", "silenced_rules.M11").stdout == "my readers ask for reminders\n"
    assert "silenced by you" in netprep("rules", "list").stdout
    netprep("config", "unset", "silenced_rules.M11")
    assert "M11" in codes(checked(netprep, NUDGE, code=1))


def test_a_rule_is_silenced_in_all_texts_for_a_reason_only(netprep: Netprep) -> None:
    assert "for a reason" in netprep("config", "set", "silenced_rules.M11", " ", code=2).stderr
    assert "Did you mean empty-nudge" in netprep("config", "set", "silenced_rules.emty-nudge", "why", code=3).stderr
    netprep.home.mkdir(exist_ok=True)
    (netprep.home / "config.yaml").write_text('silenced_rules.M11: ""\n')
    netprep("check", stdin=NUDGE, code=3)


def test_a_note_changed_by_hand_leaves_without_its_comments(made: Made, editor: Callable[..., Path]) -> None:
    netprep = made(make_demo)
    editor(f"text = {SILENCED!r} + text")
    document = netprep("followup", "efua", "--edit", "--format", "json", code=None).json
    assert "netprep:" not in document["body"]
    assert NUDGE in document["body"]
    assert "M11" not in [each["rule"] for each in document["findings"]]
    for each in document["findings"]:
        assert document["body"][each["start"] : each["end"]] == each["text"]


def test_what_went_is_recorded_without_comments(made: Made) -> None:
    netprep = made(make_demo)
    netprep("sent", "efua", "--text", "-", stdin=f"{SILENCED}It rained.")
    assert "It rained." in netprep.export()
    assert "netprep: ignore" not in netprep.export()


PIECES = st.lists(
    st.sampled_from([COMMENT, "<!-- x -->", "a", " ", "\n", "\r\n", "b c.", "<!-- netprep: no", "👋"]), max_size=12
)


@given(PIECES.map("".join))
def test_no_comment_is_left_and_every_place_is_found_again(text: str) -> None:
    kept = cut(text)
    assert COMMENT not in without_comments(text)
    for i, letter in enumerate(kept.text):
        start, end = kept.back((i, i + 1))
        assert text[start:end] == letter
        assert kept.seen((start, end)) == (i, i + 1)
    for comment in kept.comments:
        start, end = kept.seen(comment.span)
        assert start == end
