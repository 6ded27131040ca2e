"""How well the guard judges texts it was not built with: ``make guard-report``.

Reads the test half of the corpus and the true notes with their lies; prints what it finds, and names what it gets
wrong. ``--json`` prints the same figures for programs. Exit 1 where the corpus is smaller than it has to be.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus import NOBODY, Labelled, read_half
from notes import NoteReport, report_notes

from netprep.guard import Reading, read_text
from netprep.model.plan import Level
from netprep.settings.method import MethodSettings

LEAST_TEXTS = 400
LEAST_NOTES = 40
_BINS = 5


@dataclass(frozen=True)
class Read:
    """A text and what the guard makes of it."""

    text: Labelled
    reading: Reading

    @property
    def is_condemned(self) -> bool:
        """Whether the guard calls it a pitch."""
        return self.reading.verdict.is_pitch


@dataclass(frozen=True)
class Figures:
    """Precision, recall, F1 and false-positive rate over some texts."""

    texts: int
    precision: float
    recall: float
    f1: float
    false_positives: float

    @classmethod
    def of(cls, read: Sequence[Read]) -> Figures:
        """The figures of some texts; a share of nothing is 0."""
        hits = sum(each.is_condemned and each.text.is_pitch for each in read)
        said = sum(each.is_condemned for each in read)
        pitches = sum(each.text.is_pitch for each in read)
        precision, recall = _share(hits, said), _share(hits, pitches)
        f1 = _share(2 * precision * recall, precision + recall)
        return cls(len(read), precision, recall, f1, _share(said - hits, len(read) - pitches))

    def line(self, name: str) -> str:
        """One line of the table."""
        return (
            f"{name:16}{self.texts:6}{self.precision:11.3f}{self.recall:8.3f}{self.f1:8.3f}{self.false_positives:10.3f}"
        )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def main() -> int:
    """Print the report; 1 where too little was read to mean anything."""
    half = "build" if "--build" in sys.argv[1:] else "test"
    read = [
        Read(each, read_text(each.subject, each.text, each.form, NOBODY, MethodSettings())) for each in read_half(half)
    ]
    notes = report_notes()
    if "--json" in sys.argv[1:]:
        print(json.dumps(_document(read, notes), indent=2))
    else:
        print("\n".join(_lines(half, read, notes)))
    if len(read) < LEAST_TEXTS or notes.notes < LEAST_NOTES:
        print(f"the corpus was not read: {len(read)} texts, {notes.notes} notes", file=sys.stderr)
        return 1
    return 0


def _document(read: Sequence[Read], notes: NoteReport) -> dict[str, Any]:
    figures = Figures.of(read)
    return {
        "texts": figures.texts,
        "f1": round(figures.f1, 4),
        "false_positives": round(figures.false_positives, 4),
        "hard_condemned": len([each for each in read if each.is_condemned and _is_hard_note(each)]),
        "notes": notes.notes,
        "notes_with_errors": len(notes.wrong_notes),
        "lies": notes.lies,
        "lies_caught": notes.caught,
    }


def _is_hard_note(each: Read) -> bool:
    return each.text.hard and not each.text.is_pitch


def _lines(half: str, read: Sequence[Read], notes: NoteReport) -> Iterable[str]:
    yield f"The judgement on the {half} half: {len(read)} texts, nothing known of the reader"
    yield ""
    yield f"{'':16}{'texts':>6}{'precision':>11}{'recall':>8}{'F1':>8}{'false pos.':>10}"
    yield Figures.of(read).line("all")
    yield Figures.of([each for each in read if each.text.hard]).line("hard")
    yield Figures.of([each for each in read if not each.text.hard]).line("not hard")
    for form in sorted({each.text.form for each in read}):
        yield Figures.of([each for each in read if each.text.form is form]).line(form.value)
    yield ""
    yield from _calibration(read)
    yield ""
    yield from _pairs(read)
    yield ""
    yield from _rules(read)
    yield ""
    yield "Relationship notes condemned: " + _ids(each for each in read if each.is_condemned and not each.text.is_pitch)
    yield "  hard ones among them: " + _ids(each for each in read if each.is_condemned and _is_hard_note(each))
    yield "Pitches let through: " + _ids(each for each in read if not each.is_condemned and each.text.is_pitch)
    errors = [each for each in read if not each.text.is_pitch and _has_error(each)]
    yield f"Relationship notes with a finding of level error: {len(errors)}: {_ids(errors)}"
    yield ""
    yield from notes.lines()


def _has_error(each: Read) -> bool:
    return any(finding.level is Level.ERROR for finding in each.reading.findings)


def _ids(read: Iterable[Read]) -> str:
    return " ".join(each.text.id for each in read) or "none"


def _calibration(read: Sequence[Read]) -> Iterable[str]:
    scores = [(each.reading.verdict.score, each.text.is_pitch) for each in read]
    brier = _share(sum((score - is_pitch) ** 2 for score, is_pitch in scores), len(scores))
    yield f"Calibration of the score (Brier {brier:.3f})"
    for i in range(_BINS):
        low, high = i / _BINS, (i + 1) / _BINS
        inside = [(s, p) for s, p in scores if low <= s < high or (i == _BINS - 1 and s == 1)]
        mean = _share(sum(score for score, _ in inside), len(inside))
        yield f"  {low:.1f} to {high:.1f}: {len(inside):4} texts, mean score {mean:.2f}, pitches {_share(sum(p for _, p in inside), len(inside)):.2f}"


def _pairs(read: Sequence[Read]) -> Iterable[str]:
    pairs: dict[str, list[Read]] = {}
    for each in read:
        if each.text.pair:
            pairs.setdefault(each.text.pair, []).append(each)
    right = sum(all(each.is_condemned == each.text.is_pitch for each in pair) for pair in pairs.values())
    yield f"Pairs of one message made honest and salesy: {len(pairs)}, both judged right {right}"


def _rules(read: Sequence[Read]) -> Iterable[str]:
    hits: Counter[tuple[str, bool]] = Counter()
    for each in read:
        for code in {f"{finding.rule} {finding.name}" for finding in each.reading.findings}:
            hits[code, each.text.is_pitch] += 1
    yield f"{'Texts a rule finds something in':34}{'pitches':>8}{'others':>8}{'precision':>11}"
    for code in sorted({code for code, _ in hits}):
        pitches, others = hits[code, True], hits[code, False]
        yield f"  {code:32}{pitches:8}{others:8}{_share(pitches, pitches + others):11.2f}"


if __name__ == "__main__":
    sys.exit(main())
