"""Notes that are true and lies told of them, held against a notebook of their own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netprep.clock import Clock, read_clock
from netprep.compose.asking import desk_for
from netprep.compose.checking import Wording, context_for
from netprep.compose.desk import Desk
from netprep.guard import Context, read_text
from netprep.model.plan import Finding, Level
from netprep.model.words import Form
from netprep.settings.user import default_settings
from netprep.store import open_store
from tests.conftest import TODAY, Netprep

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Note:
    """A true note, and the lies: a kind, the words found in it, and what is put in their place."""

    contact: str
    form: Form
    subject: str | None
    text: str
    lies: tuple[tuple[str, str, str], ...]

    def with_lie(self, find: str, put: str) -> str:
        assert find in self.text, f"{self.contact}: {find!r} is not in the note"
        return self.text.replace(find, put, 1)


def read_notes(path: Path = HERE / "notes.jsonl") -> tuple[Note, ...]:
    return tuple(_note(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _note(record: dict[str, Any]) -> Note:
    lies = tuple((lie["kind"], lie["find"], lie["put"]) for lie in record["mutations"])
    return Note(record["contact"], Form(record["form"]), record.get("subject"), record["text"], lies)


class Reader:
    """Reads texts to the contacts of an imported notebook."""

    def __init__(self, home: Path, notebook: Path = HERE / "notebook.yaml", today: str = TODAY) -> None:
        self.clock: Clock = read_clock(today)
        self.home = home
        Netprep(home)("import", str(notebook), today=today)
        self.settings = default_settings()
        self._desks: dict[str, Desk] = {}
        self._store = open_store(home)
        self.store = self._store.__enter__()

    def close(self) -> None:
        self._store.__exit__(None, None, None)

    def desk(self, contact: str) -> Desk:
        if contact not in self._desks:
            self._desks[contact] = desk_for(self.store, contact, self.clock, self.settings)
        return self._desks[contact]

    def context(self, note: Note, text: str) -> Context:
        return context_for(self.desk(note.contact), Wording(note.form, note.subject, text))

    def findings(self, note: Note, text: str) -> tuple[Finding, ...]:
        context = self.context(note, text)
        return read_text(note.subject, text, note.form, context, self.settings.method).findings


def errors(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """The errors, each by its rule and the words it is about."""
    return {(finding.rule, finding.text) for finding in findings if finding.level is Level.ERROR}
