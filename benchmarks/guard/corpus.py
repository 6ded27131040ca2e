"""The texts the guard is built and measured with, written for this project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netprep.guard import Context
from netprep.model.plan import GateAnswer
from netprep.model.words import AskClass, Form, StageCode

CORPUS = Path(__file__).parent / "corpus"
NOBODY = Context((), StageCode.V, GateAnswer(AskClass.A0, "allow", ""), tone_only=True, today=date(2026, 11, 20))
"""Nothing is known of the reader: only the tone is judged."""


@dataclass(frozen=True)
class Labelled:
    """A message and what a careful reader says of it."""

    id: str
    is_pitch: bool
    form: Form
    subject: str | None
    text: str
    hard: bool
    pair: str | None


def read_half(name: str) -> list[Labelled]:
    """One half of the corpus, ``build`` or ``test``, in the order of its files."""
    return [message for path in sorted((CORPUS / name).glob("*.jsonl")) for message in _read(path)]


def _read(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        yield Labelled(
            id=said["id"],
            is_pitch={"pitch": True, "relationship": False}[said["label"]],
            form=Form(said["form"]),
            subject=said["subject"],
            text=said["text"],
            hard=bool(said["hard"]),
            pair=said["pair"],
        )
