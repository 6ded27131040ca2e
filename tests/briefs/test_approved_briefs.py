"""Briefs of three made-up notebooks, word for word as somebody read and approved them.

After a wanted change: ``NETPREP_APPROVE=1 pytest tests/briefs``, then read what ``git diff`` shows aloud.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Netprep

FOLDER = Path(__file__).parent
APPROVE = bool(os.environ.get("NETPREP_APPROVE"))
BRIEFS = {
    "instruments": ("mill-breakfast", "2026-05-13T20:00"),
    "pipelines": ("pipe-night", "2026-06-08T20:00"),
    "dinner": ("chamber-dinner", "2026-06-18T20:00"),
}


@pytest.mark.parametrize("name", BRIEFS)
def test_the_brief_reads_as_it_was_approved(netprep: Netprep, name: str) -> None:
    event, today = BRIEFS[name]
    netprep("import", str(FOLDER / f"{name}.yaml"), today=today)
    page = netprep("brief", event, today=today).stdout
    approved = FOLDER / f"{name}.txt"
    if APPROVE:
        approved.write_text(page, encoding="utf-8")
    assert page == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BRIEFS)
def test_no_question_asks_what_the_log_answers_or_is_asked_twice(netprep: Netprep, name: str) -> None:
    event, today = BRIEFS[name]
    netprep("import", str(FOLDER / f"{name}.yaml"), today=today)
    page = netprep("brief", event, "--format", "json", today=today).json
    asked = [question["text"] for person in page["people"] for question in person["ask"]]
    asked += [question["text"] for question in page["strangers"]]
    assert len(asked) == len(set(asked))
    assert all(text.endswith("?") and text.count("?") == 1 for text in asked)


@pytest.mark.parametrize("name", BRIEFS)
def test_what_was_asked_is_not_asked_again(netprep: Netprep, name: str) -> None:
    event, today = BRIEFS[name]
    netprep("import", str(FOLDER / f"{name}.yaml"), today=today)
    known = [person for person in _people(netprep, event, today) if person["contact"] and person["ask"]]
    for person in known:
        netprep("questions", "--contact", person["contact"], "--asked", person["ask"][0]["id"], today=today)
    again = {person["contact"]: person for person in _people(netprep, event, today)}
    for person in known:
        ids = [question["id"] for question in again[person["contact"]]["ask"]]
        assert person["ask"][0]["id"] not in ids


def _people(netprep: Netprep, event: str, today: str) -> list[dict[str, object]]:
    return netprep("brief", event, "--format", "json", today=today).json["people"]
