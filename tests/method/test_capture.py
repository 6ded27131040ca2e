"""What somebody types in a corridor."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.capture import CaptureError, Part, parse_capture
from netprep.model.words import WantsMore
from tests.method.builders import steady

LINE = (
    "q: third year and still slower than my sister | a: the coat-check queue | i: running the Peachtree "
    "| p: the training plan by friday"
)


def read(text):
    return [(each.part.value, each.text) for each in parse_capture(text).parts]


def test_a_line_in_parts():
    capture = parse_capture(LINE)
    assert [(each.part, each.text) for each in capture.parts] == [
        (Part.QUOTE, "third year and still slower than my sister"),
        (Part.ANCHOR, "the coat-check queue"),
        (Part.INTEREST, "running the Peachtree"),
        (Part.PROMISE, "the training plan"),
    ]
    assert capture.parts[3].when_said == "friday"
    assert capture.warnings == ()
    assert capture.of(Part.ANCHOR)[0].position == LINE.index("a: the coat")


def test_text_of_ones_own_stands_between_the_parts():
    text = "bakery, 2nd shop | q: “Sunday rotas eat my Saturday night” | P: Dee's rota sheet | M: Yes"
    assert read(text) == [
        ("", "bakery, 2nd shop"),
        ("q", "Sunday rotas eat my Saturday night"),
        ("p", "Dee's rota sheet"),
        ("m", "Yes"),
    ]
    assert parse_capture(text).parts[-1].wants_more is WantsMore.YES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b is text", [("", "a|b is text")]),
        ("one |two| three", [("", "one"), ("", "two"), ("", "three")]),
        ("| i: chess |", [("i", "chess")]),
        ("https://shop.example/a", [("", "https://shop.example/a")]),
        ("s://shop.example", [("", "s://shop.example")]),
        ("9: 30 train", [("", "9: 30 train")]),
        ("C:\\rotas", [("", "C:\\rotas")]),
        ("note: she knows Dee", [("", "note: she knows Dee")]),
        ("y:to learn", [("y", "to learn")]),
        ('q: he said "no" and "yes"', [("q", 'he said "no" and "yes"')]),
        ('q: "no" and "yes"', [("q", '"no" and "yes"')]),
        ("q: 'slower than my sister'", [("q", "slower than my sister")]),
        ("", []),
        ("   ", []),
    ],
)
def test_how_a_line_is_cut(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("said", "what", "when"),
    [
        ("the plan by Friday", "the plan", "Friday"),
        ("the plan by the end of the week", "the plan", "the end of the week"),
        ("the plan until 20 Nov", "the plan", "20 Nov"),
        ("the plan before tomorrow 18:00", "the plan", "tomorrow 18:00"),
        ("the plan on 2026-11-20.", "the plan", "2026-11-20"),
        ("a list by two weeks from now", "a list", "two weeks from now"),
        ("the book by Ann May", "the book by Ann May", None),
        ("the sheet on Sunday rotas", "the sheet on Sunday rotas", None),
        ("the book on bread by next tue", "the book on bread", "next tue"),
        ("a word before the", "a word before the", None),
        ("by friday", "by friday", None),
    ],
)
def test_a_deadline_is_split_off_a_promise(said, what, when):
    (part,) = parse_capture(f"p: {said}").parts
    assert (part.text, part.when_said) == (what, when)


def test_empty_parts_are_left_out_with_a_warning():
    capture = parse_capture("bakery | x: | | q: hello")
    assert [each.text for each in capture.parts] == ["bakery", "hello"]
    assert capture.warnings == ("“x:” (what to avoid) is empty and was left out", "part 3 is empty and was left out")


def test_an_unknown_letter_is_an_error_that_lists_the_known_ones():
    with pytest.raises(CaptureError) as caught:
        parse_capture("q: hello | z: what")
    assert caught.value.position == len("q: hello | ")
    assert "“z:”" in caught.value.reason
    for part in Part:
        assert part.label in caught.value.reason or part is Part.TEXT
    with pytest.raises(CaptureError, match="yes, maybe or no"):
        parse_capture("m: perhaps")


WORDS = st.text(st.characters(blacklist_characters="|:\"'“”„«»‘’", blacklist_categories=["Cc", "Cs", "Z"]), min_size=1)
PARTS = st.sampled_from([part for part in Part if part not in (Part.WANTS_MORE, Part.PROMISE)])


@steady
@given(st.lists(st.tuples(PARTS, st.lists(WORDS, min_size=1).map(" ".join)), min_size=1))
def test_no_character_of_a_part_is_lost(parts):
    line = " | ".join(f"{part.value}: {words}" if part.value else words for part, words in parts)
    capture = parse_capture(line)
    assert [(each.part, each.text) for each in capture.parts] == [(part, words.strip()) for part, words in parts]
    for each in capture.parts:
        assert line[each.position :].startswith((each.text, f"{each.part.value}:"))


@steady
@given(st.text(st.sampled_from('qnpm z:|| \t\n"“a.by friday')) | st.text())
def test_nothing_else_is_raised(text):
    with suppress(CaptureError):
        capture = parse_capture(text)
        assert all(each.text and 0 <= each.position < len(text) for each in capture.parts)
