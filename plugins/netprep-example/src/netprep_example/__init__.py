"""An example of a netprep plugin. The functions marked ``hookimpl`` are all that netprep looks at."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from netprep.api import BriefSection, Channel, EventView, Form, QuestionPack, hookimpl
from netprep_example.channel import write_to_spool

NETPREP_API = 1
"""The version of ``netprep.api`` that this was made for."""
_FEWEST_CARDS = 5


@hookimpl
def netprep_channels() -> Iterable[Channel]:
    """A channel that leaves the note in a folder."""
    return [Channel("spool", "writes the note into the folder outgoing", write_to_spool, form=Form.EMAIL)]


@hookimpl
def netprep_questions() -> Iterable[QuestionPack]:
    """Questions to ask people who give their time."""
    return [QuestionPack("example-volunteers", Path(__file__).parent / "questions.toml")]


@hookimpl
def netprep_brief_sections(event: EventView) -> Iterable[BriefSection]:
    """What to have in your pocket."""
    cards = max(_FEWEST_CARDS, len(event.attendees) // 2)
    return [BriefSection("To bring", (f"{cards} cards, and a pen that writes.",))]
