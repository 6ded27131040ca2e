"""True notes, each with twenty lies of one word or one clause: what the guard makes of them with the notebook open."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import CORPUS

from netprep.app import open_app
from netprep.clock import Clock, read_clock
from netprep.compose.asking import desk_for
from netprep.compose.check import Checked, Wording, checker, of_contact
from netprep.compose.importing import import_files, read_files
from netprep.model.plan import Level
from netprep.model.words import Form
from netprep.settings.user import load_settings
from netprep.store import Store, open_store


@dataclass
class NoteReport:
    """How many lies were caught, by kind, and which true notes the guard found fault with."""

    notes: int = 0
    lies: int = 0
    caught: int = 0
    by_kind: Counter[tuple[str, bool]] = field(default_factory=Counter)
    wrong_notes: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The report as text."""
        share = self.caught / self.lies if self.lies else 0.0
        yield f"Grounding: {self.notes} true notes, {len(self.wrong_notes)} with an error"
        yield f"  {self.lies} lies, {self.caught} caught ({share:.3f})"
        for kind in sorted({kind for kind, _ in self.by_kind}):
            caught, missed = self.by_kind[kind, True], self.by_kind[kind, False]
            yield f"  {kind:16}{caught:5} of {caught + missed}"
        yield "True notes with an error: " + ("; ".join(self.wrong_notes) or "none")
        yield "Lies let through: " + ("; ".join(self.missed) or "none")


def report_notes(only: str | None = None) -> NoteReport:
    """Read every note and every lie of the corpus, or of one of its notebooks."""
    report = NoteReport()
    for folder in sorted((CORPUS / "notes").iterdir()):
        if folder.is_dir() and only in (None, folder.name):
            with tempfile.TemporaryDirectory() as home:
                _read_folder(folder, Path(home), report)
    return report


def _read_folder(folder: Path, home: Path, report: NoteReport) -> None:
    clock = read_clock((folder / "today.txt").read_text(encoding="utf-8").strip())
    registry = open_app(home, with_plugins=False).registry
    with open_store(home, create=True) as store:
        notebook = folder / "notebook.yaml"
        import_files(store, read_files([(notebook.name, notebook.read_bytes())], registry), clock, dry_run=False)
        for line in (folder / "notes.jsonl").read_text(encoding="utf-8").splitlines():
            _read_note(json.loads(line), store, clock, home, report)


def _read_note(note: dict[str, Any], store: Store, clock: Clock, home: Path, report: NoteReport) -> None:
    settings = load_settings(home)
    check = checker(of_contact(desk_for(store, note["contact"], clock, settings), ()), settings.method)

    def errors(subject: str | None, text: str) -> set[tuple[str, str]]:
        checked: Checked = check(Wording(text, subject, 0, Form(note["form"])))
        return {(each.rule, each.message) for each in checked.findings if each.level is Level.ERROR}

    before = errors(note["subject"], note["text"])
    report.notes += 1
    if before:
        report.wrong_notes.append(f"{note['contact']} ({', '.join(sorted(f'{c}: {m}' for c, m in before))})")
    for number, lie in enumerate(note["mutations"], 1):
        subject = (note["subject"] or "").replace(lie["find"], lie["put"]) or None
        is_caught = bool(errors(subject, note["text"].replace(lie["find"], lie["put"])) - before)
        report.lies += 1
        report.caught += is_caught
        report.by_kind[lie["kind"], is_caught] += 1
        if not is_caught:
            report.missed.append(f"{note['contact']} {number} {lie['kind']}")
