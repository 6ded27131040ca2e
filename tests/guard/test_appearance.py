"""What a message looks like: long sentences, hard words, capitals, marks and lists (M25, M40, M55)."""

from __future__ import annotations

import pytest
from guard_notes import MIXER, context

from netprep.guard import review_text
from netprep.guard.appearance import LONGEST_SENTENCE, grade_level
from netprep.guard.message import Message
from netprep.model.plan import Finding, Level
from netprep.model.words import Form
from netprep.settings.method import MethodSettings

ME = context(MIXER, names=("Mirela Voss", "Imke"))


def found(body: str, code: str) -> list[Finding]:
    return [each for each in review_text(None, body, Form.PLAIN, ME, MethodSettings()) if each.rule == code]


def test_a_sentence_is_long_from_one_word_beyond_a_breath() -> None:
    assert not found("ox " * (LONGEST_SENTENCE - 1) + "ox.", "M25")
    (finding,) = found("Fine. " + "ox " * LONGEST_SENTENCE + "ox. Fine.", "M25")
    assert finding.text == ("ox " * (LONGEST_SENTENCE + 1)).strip()
    assert finding.level is Level.INFO


def test_a_greeting_and_a_signature_are_no_sentences_to_read() -> None:
    signature = "Imke Voss, " * 14
    assert not found(f"Hello.\nThe urn works.\n-- \n{signature}", "M25")


LEARNED = (
    "Organisational transformation necessitates interdisciplinary collaboration among representatives of heterogeneous "
    "constituencies. Implementation considerations accordingly predominate. "
)


def test_learned_words_raise_the_grade_and_plain_ones_do_not() -> None:
    assert found(LEARNED * 3, "M25")
    assert not found("We ate the buns on the wall and sang a bit too loud for the dog next door. " * 3, "M25")


def test_a_note_of_a_few_words_has_no_grade() -> None:
    assert grade_level(Message.read("Heterogeneous constituencies predominate.")) is None
    assert grade_level(Message.read("")) is None


def test_the_grade_is_that_of_the_formula() -> None:
    text = "The cat sat on the mat. " * 10  # 60 words of one syllable in ten sentences
    assert grade_level(Message.read(text)) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


@pytest.mark.parametrize(
    "body",
    [
        "So glad!!",
        "One! Two! Three! Four!",
        "This is VERY REALLY TRULY good.",
        "HELLO THERE OLD FRIEND",
        "Yes 🎉🎉🎉🎉🎉",
    ],
)
def test_shouting_is_mentioned(body: str) -> None:
    (finding,) = found(body, "M55")
    assert finding.level is Level.INFO
    assert body[finding.start : finding.end] == finding.text


@pytest.mark.parametrize(
    "body", ["So glad!", "NASA and UNESCO came.", "One! Two! Three!", "OK", "Yes 🎉🎉", "Ωraîa! ЩИТ"]
)
def test_one_loud_word_is_not(body: str) -> None:
    assert not found(body, "M55")


def test_a_list_beside_an_offer_is_an_advertisement_and_a_list_alone_is_not() -> None:
    offer = "We help companies like yours:\n- less waste\n- more time\n- lower bills\n"
    (finding,) = found(offer, "M40")
    assert finding.text == "- less waste\n- more time\n- lower bills"
    assert not found("What you wanted to read:\n1. The Oven\n2. The Urn\n3. The Door\n", "M40")
