"""The one judgement: what condemns a message, what never does, and that the score is what it says it is."""

from __future__ import annotations

import math

import pytest
from guard_notes import HONEST, TODAY, context
from hypothesis import given, settings
from hypothesis import strategies as st

from netprep.guard import Context, features_of, read_text
from netprep.guard.judgement import weights
from netprep.model.plan import GateAnswer, Level
from netprep.model.words import AskClass, Form, StageCode
from netprep.settings.method import MethodSettings

NOBODY = Context((), StageCode.V, GateAnswer(AskClass.A0, "allow", ""), tone_only=True, today=TODAY)
SETTINGS = MethodSettings()

PITCHES = (
    "Hi Mirela, we help bakeries like yours cut waste by 30%. Do you have 15 minutes this week for a quick call?",
    "Hi Mirela, just bumping this up. Did you get a chance to look at our proposal? The offer ends on Friday.",
    (
        "Dear Mirela, I enjoyed your talk. I am a seasoned consultant with twelve years of experience and would love to "
        "show you how I could help your team. When would suit you for a short call?"
    ),
    (
        "Dear friend, your gift of £20 will feed a child for a month. Please donate today, every pound counts, and only "
        "three days are left."
    ),
)
RELATIONSHIPS = (
    (
        "Hi Mirela, I sell tractors for a living, so I came to your talk on orchards for the lunch. I left thinking about "
        "your alleys. I measured ours last night: 1.18, 1.25 and 1.31 m. No answer needed."
    ),
    (
        "Hi Mirela, you asked for the price list and the demo recording. Both are here: https://example.org/p. The discount "
        "you mentioned is in it. See you on Thursday."
    ),
    (
        "Dear Mirela, thank you for introducing me to Ana. We met on Tuesday, and she is trying your export check on "
        "Monday. It would not have happened without your two lines."
    ),
)
WORDS = st.lists(
    st.sampled_from(
        [
            "demo",
            "pricing",
            "platform",
            "discount",
            "free",
            "trial",
            "offer",
            "sales",
            "leads",
            "roi",
            "solution",
            "growth",
            "call",
            "clients",
            "buy",
            "deal",
            "quick",
            "opportunity",
            "your",
            "the",
            "a",
            "of",
            "and",
            "we",
            "you",
            "it",
            "is",
            "with",
            "for",
            "on",
            "talk",
            "orchard",
            "bread",
            "oven",
            "Sunday",
        ]
    ),
    min_size=1,
    max_size=60,
).map(" ".join)


@pytest.mark.parametrize("text", PITCHES)
def test_a_pitch_is_condemned_and_says_which_rules_speak_for_it(text: str) -> None:
    verdict = read_text(None, text, Form.EMAIL, NOBODY, SETTINGS).verdict
    assert verdict.is_pitch
    assert verdict.because
    assert verdict.score > 0.5


@pytest.mark.parametrize("text", RELATIONSHIPS)
def test_a_note_full_of_business_words_is_not(text: str) -> None:
    assert not read_text(None, text, Form.EMAIL, NOBODY, SETTINGS).verdict.is_pitch


@pytest.mark.parametrize("note", HONEST, ids=lambda note: note.id)
def test_an_honest_note_is_no_pitch_even_where_nothing_is_known(note: object) -> None:
    verdict = read_text(note.subject, note.body, note.form, NOBODY, SETTINGS).verdict  # type: ignore[attr-defined]
    assert not verdict.is_pitch


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_words_alone_never_condemn(text: str) -> None:
    verdict = read_text(None, text, Form.EMAIL, NOBODY, SETTINGS).verdict
    if len({*verdict.together, *verdict.alike}) < 2 and not verdict.is_hard:
        assert not verdict.is_pitch


@settings(max_examples=100, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=200)), st.one_of(st.none(), WORDS))
def test_the_score_is_the_sum_of_features_times_weights(text: str, subject: str | None) -> None:
    known = weights()
    total = known.bias
    for feature, value in features_of(subject, text, Form.EMAIL, NOBODY, SETTINGS).items():
        kind, _, name = feature.partition(":")
        if kind == "pairs":
            first, _, second = name.partition(" ")
            total += value * known.features.get((first, second), 0.0)
        else:
            table = known.features if kind == "words" else getattr(known, kind)
            total += value * table.get(name, 0.0)
    expected = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    assert read_text(subject, text, Form.EMAIL, NOBODY, SETTINGS).verdict.score == pytest.approx(expected, abs=2e-3)


def test_whoever_asked_for_it_or_knows_me_well_is_not_sold_to() -> None:
    for where in (context(stage=StageCode.C), context(invited=True)):
        assert not read_text(None, PITCHES[0], Form.EMAIL, where, SETTINGS).verdict.is_pitch


def test_a_pitch_without_a_hard_rule_is_an_error_that_names_what_came_together() -> None:
    found = read_text(None, PITCHES[2], Form.EMAIL, NOBODY, SETTINGS).findings
    assert any(finding.rule == "M01" and finding.level is Level.ERROR for finding in found)
