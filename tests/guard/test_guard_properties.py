"""What holds for any text: spans, no surprises, monotone facts, linear time."""

from __future__ import annotations

import dataclasses
import re
import time

import pytest
from guard_notes import BAD, HONEST, MIXER, context, known
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netprep.guard import review, review_text
from netprep.guard.plain import plain_view
from netprep.model.plan import Finding, MoveName, Note, Role, Sentence
from netprep.model.text import clean
from netprep.model.words import Form
from netprep.settings.method import MethodSettings

SETTINGS = MethodSettings()
BODIES = [note.body for note in (*HONEST, *BAD)]
PIECES = [
    "Hi Zed,",
    "\r\n", "\n\n", "😀", "👩‍👩‍👧", "e\u0301", "Jose\u0301", "İstanbul", "ß", "ﬁne", "“", "”", '"', "’s", "'",
    "...",
    "on Thursday", "last night", "19 November 2026", "99/99/9999", "31 February", "999 years ago", "three", "30%", "$5",
    "https://example.org/a?b",
    "me@x.example", "+47 22 33 44 55", "[", "]", "[Name]", "[your words: a]", "{{x}}", "<name>",
    "None", "just checking in", "our clients", "I'll send you it", "if you refer me, I can", "Dana said", "O'Brien's",
    "?", "？", "!", ".", " ", "\u00a0", "\u200b", "\ud800", "٣", "²", "a quick call", "Maya Okafor", "noon", "at six",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=24).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join),
    st.tuples(st.sampled_from(BODIES), st.integers(0, 400), st.sampled_from(PIECES)).map(
        lambda cut: cut[0][: cut[1]] + cut[2] + cut[0][cut[1] :]
    ),
)
WHERE = context(
    MIXER, known("running", quote="slower than my sister"), names=("Maya Okafor",), own_words=("I ran 3 times",)
)


def specifics(body: str, where: object, form: Form = Form.EMAIL) -> set[Finding]:
    found = review_text(body[:30], body, form, where, SETTINGS)  # type: ignore[arg-type]
    return {finding for finding in found if finding.rule == "M04"}


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.sampled_from(Form))
def test_a_finding_is_where_it_says(body: str, form: Form) -> None:
    for finding in review_text(body[:40], body, form, WHERE, SETTINGS):
        assert 0 <= finding.start <= finding.end <= len(body)
        assert body[finding.start : finding.end] == finding.text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(Role), st.booleans()), max_size=6))
def test_a_finding_in_a_note_is_where_it_says(parts: list[tuple[str, Role, bool]]) -> None:
    note = Note(None, tuple(Sentence(text, role, MoveName.GIVE, (), end) for text, role, end in parts), Form.DM)
    for finding in review(note, WHERE, SETTINGS):
        assert note.body[finding.start : finding.end] == finding.text


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.dates())
def test_one_more_fact_never_adds_an_unsupported_specific(body: str, fact: str, when: object) -> None:
    more = known(fact, when=str(when), quote=fact[::-1])
    before = {(one.start, one.end, one.message[:14]) for one in specifics(body, WHERE)}
    after = specifics(body, dataclasses.replace(WHERE, allowed=(*WHERE.allowed, more)))
    assert {(one.start, one.end, one.message[:14]) for one in after} <= before


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_text_that_is_known_word_for_word_has_no_unsupported_name(body: str) -> None:
    assume(not re.search(r"[\d_]\w*['’ʼ]", body))  # a digit before an apostrophe makes no word and no name
    body = plain_view(clean(body)).text  # as everything that is known, and is read
    for one in specifics(body, dataclasses.replace(WHERE, allowed=(known(body),))):
        assert "the name" not in one.message or "In the subject" in one.message


@pytest.mark.parametrize("note", HONEST, ids=lambda note: note.id)
def test_line_ends_and_apostrophes_do_not_matter(note: object) -> None:
    for change in (("\n", "\r\n"), ("'", "’"), (" ", "\u00a0")):
        body = note.body.replace(*change)  # type: ignore[attr-defined]
        found = review_text(None, body, Form.PLAIN, note.context, SETTINGS)  # type: ignore[attr-defined]
        assert [one for one in found if one.level.value == "error"] == []


@pytest.mark.parametrize(
    "unit",
    ["a", "A", "1", "1,", "“", '"a ', "'", "a.", "a@", "a-", "Aa ", "if you ", "I'll ", "[", "{", "<a",
     "two ", "on May ",
     "? ",     "http://", "at 6 ", "Hi A ", "\n", "é", "we help a "],
)  # fmt: skip
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(size: int) -> float:
        body = (unit * size)[:size]
        start = time.perf_counter()
        review_text(None, body, Form.PLAIN, WHERE, SETTINGS)
        return time.perf_counter() - start

    seconds(500)
    assert seconds(16_000) < 2.0


def test_a_note_of_two_hundred_words_takes_milliseconds() -> None:
    note = HONEST[0]
    body = " ".join([note.body] * 3)[:1200]
    review_text("A word", body, Form.EMAIL, note.context, SETTINGS)
    best = min(_timed(body, note.context) for _ in range(5))
    assert best < 0.05


def _timed(body: str, where: object) -> float:
    start = time.perf_counter()
    review_text("A word", body, Form.EMAIL, where, SETTINGS)  # type: ignore[arg-type]
    return time.perf_counter() - start
