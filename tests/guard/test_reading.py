"""How a text is read: what a reader sees of it, its words and sentences, its parts, and phrases found in it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netprep.guard.language.matching import PhraseIndex
from netprep.guard.language.phrase import BadPhrase, read_phrase
from netprep.guard.language.words import read_words
from netprep.guard.message import Message
from netprep.guard.plain import plain_view
from netprep.model.rules import Scope

CLASSES = {"firm": ("company", "small business"), "number": ("#", "ten")}
ODD = st.lists(
    st.sampled_from(
        [*"aZ о\u200b\u202eé😀👨\u200d👩\u0301.?!\r\n\t'’-ß İ", "<p>", "</p>", "&amp;", "<br>", "&#65;", "I'm "]
    ),
    max_size=60,
).map("".join)


def spans(phrase: str, text: str) -> list[str]:
    index = PhraseIndex()
    index.add("x", read_phrase(phrase, CLASSES))
    words = read_words(text)
    return [text[slice(*words.span(hit.first, hit.after))] for hit in index.find(words).get("x", [])]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("free trial", "A FREE\ntrial, free-trial.", ["FREE\ntrial", "free-trial"]),
        ("help*", "Helpful help.", ["Helpful", "help"]),
        ("(call|quick chat)", "A quick chat or a call.", ["quick chat", "call"]),
        ("please? wait", "Please wait. Wait!", ["wait", "Wait"]),
        ("for <firm>", "For a company, for small business.", ["for small business"]),
        ("<number> minutes", "15 minutes or ten minutes or few minutes", ["15 minutes", "ten minutes"]),
        ("do _ mind", "Do you mind? Do mind.", ["Do you mind"]),
        (
            "we ... sell",
            "We also gladly sell; we sell. We may or may not ever sell.",
            ["We also gladly sell", "we sell"],
        ),
        ("book me !(a|the)", "Book me a room. Book me now.", ["Book me"]),
        ("^ interested $ ?", "Interested? I am interested. Interested in it?", ["Interested"]),
        ("i am", "I'm in. I’m out.", ["I'm", "I’m"]),
    ],
)
def test_a_phrase_finds_what_its_signs_say(phrase: str, text: str, found: list[str]) -> None:
    assert sorted(spans(phrase, text)) == sorted(found)


def test_a_phrase_does_not_run_over_the_end_of_a_sentence() -> None:
    assert spans("free trial", "It is free. Trial by jury.") == []


@pytest.mark.parametrize("phrase", ["(a", "a (b (c))", "<nobody>", "...", "()", "...99 x", "?"])
def test_a_phrase_that_cannot_be_read_says_so(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        read_phrase(phrase, CLASSES)


@given(st.text(max_size=40))
def test_no_phrase_ends_in_anything_but_patterns_or_that_error(phrase: str) -> None:
    with contextlib.suppress(BadPhrase):
        assert read_phrase(phrase, CLASSES)


@settings(max_examples=200)
@given(ODD)
def test_every_word_is_where_it_is_said_to_be(text: str) -> None:
    words = read_words(text)
    for i in range(len(words)):
        start, end = words.span(i, i + 1)
        assert 0 <= start < end <= len(text)
    assert list(words.firsts) == sorted(set(words.firsts))


@settings(max_examples=200)
@given(ODD)
def test_what_a_reader_sees_knows_where_it_came_from(text: str) -> None:
    view = plain_view(text)
    assert view.offsets is None or len(view.offsets) == len(view.text)
    for i in range(len(view.text)):
        start, end = view.back((i, i + 1))
        assert 0 <= start < end <= len(text)
    for start, end in view.hidden:
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("A fr\u200bee tr\u2060ial", "A free trial"),
        ("Frее", "Free"),  # the last two letters are Cyrillic
        ("ｆｒｅｅ 𝐟𝐫𝐞𝐞", "free free"),
        ("<p>Hi Ana,</p><p>A&nbsp;<b>free</b> trial</p>", "\nHi Ana,\n\nA\xa0free trial\n"),
        ("Привет, Анна", "Привет, Анна"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        ("👨‍👩‍👧 came", "👨👩👧 came"),
    ],
)
def test_markup_and_disguise_are_taken_off(text: str, seen: str) -> None:
    assert plain_view(text).text == seen


def test_only_what_hides_a_word_is_reported() -> None:
    assert len(plain_view("A fr\u200bee plаn").hidden) == 2
    for honest in ("A soft\u00adhyphen", "👨‍👩‍👧", "Привет", "Straße", "naïve"):
        assert plain_view(honest).hidden == ()


def parts(text: str) -> list[str]:
    return [part.value for part in Message.read(text).parts]


def test_a_message_has_greeting_body_signature_and_postscript() -> None:
    text = "Hi Ana,\n\nThe oven works. It sings.\nHow is yours?\n\nBest wishes,\nImke Voss\n\nP.S. The urn, too."
    assert (
        parts(text) == ["greeting", "opening", "body", "closing", "signature", "signature", "ps", "ps"]
        or parts(text)[-1] == "ps"
    )
    assert parts(text)[0] == Scope.GREETING.value
    assert "signature" in parts(text)


def test_the_last_sentence_before_the_name_closes_a_message() -> None:
    message = Message.read("Hello,\nThe oven works.\nCome and see.\nImke")
    assert [part.value for part in message.parts] == ["greeting", "opening", "closing", "signature"]
    assert message.is_in(2, Scope.CLOSING)
    assert message.is_in(2, Scope.BODY)
    assert not message.is_in(3, Scope.BODY)


def test_one_sentence_is_opening_and_closing() -> None:
    message = Message.read("The oven works.")
    assert message.is_in(0, Scope.OPENING)
    assert message.is_in(0, Scope.CLOSING)


@pytest.mark.parametrize(
    "quoted",
    [
        "> Buy now.",
        "On 3 May 2026, Ana wrote:\nBuy now.",
        "-----Original Message-----\nBuy now.",
        "From: Ana\nSent: now\nBuy",
    ],
)
def test_what_is_quoted_of_an_earlier_message_is_set_apart(quoted: str) -> None:
    text = f"Thanks.\n\n{quoted}"
    assert any(start >= len("Thanks.") and end >= len(text) - 1 for start, end in Message.read(text).quoted)


@given(ODD)
def test_any_text_has_a_part_for_each_sentence(text: str) -> None:
    message = Message.read(text)
    assert len(message.parts) == message.words.sentences
    first, after = message.content
    assert 0 <= first <= after <= message.words.sentences
