"""The example does what its README says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import netprep_example as example
import pytest
from click.testing import CliRunner
from netprep_example.command import spool

from netprep.api import AttendeeView, EventView, Moment, Outgoing, ServiceFailed


@pytest.fixture
def note(tmp_path: Path) -> Outgoing:
    return Outgoing("The queue", "Hello Maya,\n\nthe queue.\n\nAlex", "maya@tidewater.example", "maya-first", tmp_path)


def test_the_channel_leaves_a_note_in_the_spool_and_never_replaces_one(note: Outgoing) -> None:
    (channel,) = example.netprep_channels()
    assert not channel.sends
    said = [channel.carry(note) for _ in range(2)]
    files = sorted(path.name for path in (note.folder / "outgoing").iterdir())
    assert files == ["maya-first-2.md", "maya-first.md"]
    assert "Nothing was sent" in said[0]
    first = note.folder / "outgoing" / "maya-first.md"
    assert first.read_text(encoding="utf-8") == (
        "To: maya@tidewater.example\nSubject: The queue\n\nHello Maya,\n\nthe queue.\n\nAlex\n"
    )
    assert first.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_is_said(note: Outgoing) -> None:
    (note.folder / "outgoing").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(ServiceFailed, match="cannot be written"):
        next(iter(example.netprep_channels())).carry(note)


def test_the_command_lists_what_waits(note: Outgoing) -> None:
    run = CliRunner().invoke(spool, [str(note.folder)])
    assert run.output == "Nothing waits.\n"
    next(iter(example.netprep_channels())).carry(note)
    run = CliRunner().invoke(spool, [str(note.folder)])
    assert run.output == "maya-first.md  maya@tidewater.example  The queue\n"


def test_the_questions_can_be_read() -> None:
    (pack,) = example.netprep_questions()
    questions = tomllib.loads(pack.path.read_text(encoding="utf-8"))["question"]
    assert len({question["id"] for question in questions}) == len(questions) == 3
    assert all(question["text"].endswith("?") for question in questions)


@pytest.mark.parametrize(("people", "cards"), [(0, 5), (40, 20)])
def test_the_brief_says_how_many_cards_are_enough(people: int, cards: int) -> None:
    attendees = tuple(AttendeeView(f"Guest {number}") for number in range(people))
    event = EventView("mixer", "Chamber mixer", Moment.parse("2026-11-19T18:00"), attendees=attendees)
    (section,) = example.netprep_brief_sections(event=event)
    assert section.lines == (f"{cards} cards, and a pen that writes.",)
