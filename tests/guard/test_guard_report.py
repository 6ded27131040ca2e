"""The corpus is read, and the guard is at least as good on it as it was: `make guard-report` prints all figures."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from netprep.guard import read_text
from netprep.settings.method import MethodSettings

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "guard"
sys.path.insert(0, str(BENCHMARK))

from corpus import CORPUS, NOBODY, read_half  # noqa: E402 - the benchmark's own module, not a package
from notes import report_notes  # noqa: E402
from report import Figures, Read  # noqa: E402

LEAST_F1, MOST_FALSE = 0.88, 0.04
"""A little below and above what was measured, so that a step back is noticed."""


@pytest.fixture(scope="module")
def read() -> list[Read]:
    return [
        Read(each, read_text(each.subject, each.text, each.form, NOBODY, MethodSettings()))
        for each in read_half("test")
    ]


def test_both_halves_of_the_corpus_are_there() -> None:
    for half, least in (("build", 2000), ("test", 400)):
        texts = read_half(half)
        assert len(texts) >= least
        assert 0.4 < sum(each.is_pitch for each in texts) / len(texts) < 0.6
        assert len({each.id for each in texts}) == len(texts)


def test_no_text_of_the_test_half_was_built_with() -> None:
    built = {each.text for each in read_half("build")}
    assert not [each.id for each in read_half("test") if each.text in built]


def test_texts_nobody_built_with_are_judged_as_well_as_they_were(read: list[Read]) -> None:
    figures = Figures.of(read)
    assert figures.f1 >= LEAST_F1
    assert figures.false_positives <= MOST_FALSE


def test_every_finding_quotes_what_stands_there(read: list[Read]) -> None:
    for each in read:
        for finding in each.reading.findings:
            assert finding.text in ("", each.text.text[finding.start : finding.end])


def test_no_true_note_has_an_error_and_most_lies_have_one() -> None:
    folder = CORPUS / "notes" / "cold-chains"
    assert len([json.loads(line) for line in (folder / "notes.jsonl").read_text(encoding="utf-8").splitlines()]) == 20
    report = report_notes("cold-chains", every=4)
    assert report.notes == 20
    assert report.wrong_notes == []
    assert report.caught >= 0.85 * report.lies
