"""The made-up notebook of ``netprep demo``, as if it had been kept until today, and the tour through it."""

from __future__ import annotations

import dataclasses
import shlex
from datetime import date, datetime, timedelta, tzinfo
from importlib.resources import files
from typing import Any

from netprep.clock import Clock
from netprep.exchange.notebook_file import parse_notebook
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Notebook
from netprep.store import Store

REFERENCE_DAY = date(2026, 11, 20)
"""The day the file is written as if it were; the mixer in it is on the evening before."""
_FILE = "demo_notebook.yaml"


@frozen
class Stop:
    """One command of the tour.

    Attributes:
        caption: what there is to see, in one line.
        arguments: the command line after ``netprep``.
        exit_code: what it ends with; 1 where the point is that the answer is no.
    """

    caption: str
    arguments: tuple[str, ...]
    exit_code: int = 0

    @property
    def command_line(self) -> str:
        """The arguments as one types them."""
        return " ".join(f'"{each}"' if " " in each else shlex.quote(each) for each in self.arguments)


DEMO_TOUR: tuple[Stop, ...] = (
    Stop(
        "The morning after a mixer. A first note: what you share, something of use, one question.",
        ("followup", "efua-mensah"),
    ),
    Stop(
        "Three things worth sharing: somebody who agreed to be named, news, and somebody to ask first.",
        ("share", "mirela-popescu"),
    ),
    Stop(
        "A page for the way in, in two weeks: three people, something to give, something to ask.",
        ("brief", "boat-shed-breakfast"),
    ),
    Stop("What is due, promises first.", ("today",)),
    Stop(
        "A promise is kept before its day; in a short message, too.",
        ("followup", "anselmo-ferreira", "--kind", "promise_kept", "--form", "dm"),
    ),
    Stop(
        "Tomorrow is her big day, so today is a day to write. --why shows what each sentence rests on.",
        ("followup", "solveig-aas", "--why"),
    ),
    Stop("Two years of silence. A sleeping tie needs no excuse.", ("followup", "hana-kovarova")),
    Stop(
        "A meeting, a call, a coffee, and one promise three weeks late: where does that leave you?",
        ("stage", "tendai-moyo", "--why"),
    ),
    Stop(
        "She is adding temps, and you met last night. May you offer your firm's?",
        ("may-i", "hyun-ju-seo", "Would you hire our temps for your project?"),
        exit_code=1,
    ),
    Stop(
        "After a year of being of use to one another, the answer is another one.",
        ("may-i", "wanjiru-kamau", "Would you introduce me to a manufacturer that plans its projects early?"),
    ),
)
"""The commands the demo shows, in order; each can be typed as it stands."""


def demo_notebook(now: datetime) -> Notebook:
    """The made-up notebook, moved in time so that its last evening was yesterday.

    Every date moves by the same whole number of days, so what lies between two of them stays; hours
    stay as they are, in the zone of ``now``.
    """
    path = files("netprep.compose").joinpath(_FILE)
    notebook = parse_notebook(path.read_bytes(), _FILE)
    moved: Notebook = _moved(notebook, now.date() - REFERENCE_DAY, now.tzinfo)
    return moved


def fill(store: Store, clock: Clock) -> None:
    """Write the made-up notebook into an empty one, as one step of ``undo``."""
    notebook = demo_notebook(clock.now)
    with store.step("demo", clock.moment) as writer:
        if notebook.me:
            writer.put_me(notebook.me)
        writer.add_contacts(notebook.contacts)
        for event in notebook.events:
            writer.put_event(event)
        for group in notebook.groups:
            writer.put_group(group)
        for item in notebook.library:
            writer.put_item(item)


def _moved(value: Any, by: timedelta, zone: tzinfo | None) -> Any:
    """``value`` with every moment in it moved, whatever record it is."""
    if isinstance(value, Moment):
        return Moment(_moved_day(value.value, by, zone))
    if isinstance(value, tuple):
        return tuple(_moved(each, by, zone) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _moved(getattr(value, field.name), by, zone) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value


def _moved_day(day: date, by: timedelta, zone: tzinfo | None) -> date:
    return (day + by).replace(tzinfo=zone) if isinstance(day, datetime) else day + by
