"""Time netprep against bare programs, in turns, and print ratios of medians.

Machines are noisy, so no figure here is an absolute time and none is asserted: each pair is run in
turn, A B A B, and the median of the pairwise ratios is what counts.

    python benchmarks/run.py [--runs N] [--contacts N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from netprep.clock import read_clock
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import EntryKind, FactField, LibraryKind, Party, Purpose
from netprep.store import open_store

TODAY = "2026-11-20T09:00"
BARE_CLICK = """
import click

@click.group()
@click.version_option("1")
def cli():
    pass

@cli.command()
def one():
    pass

cli()
"""
Command = Sequence[str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="pairs of runs for each row")
    parser.add_argument("--contacts", type=int, default=100_000, help="contacts in the large notebook")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = _rows(Path(folder), options.runs, options.contacts)
    width = max(len(name) for name, _, _ in rows)
    for name, figure, budget in rows:
        print(f"{name.ljust(width)}  {figure:>10}  {budget}")


def _rows(folder: Path, runs: int, contacts: int) -> list[tuple[str, str, str]]:
    bare = folder / "bare.py"
    bare.write_text(BARE_CLICK, encoding="utf-8")
    netprep = [str(Path(sys.executable).with_name("netprep"))]
    python = [sys.executable]
    homes = {size: _notebook(folder / str(size), size) for size in (1, 1_000, contacts)}

    def note(size: int) -> list[str]:
        return [*netprep, "--home", str(homes[size]), "followup", "maya-okafor"]

    def page(size: int, guests: int) -> list[str]:
        return [*netprep, "--home", str(homes[size]), "brief", f"fair-{guests}"]

    def against(command: Command, other: Command) -> str:
        return f"{_ratio(command, other, runs):.2f} ×"

    nothing = [*python, "-c", "pass"]
    return [
        (
            "--version against a bare Click app",
            against([*netprep, "--version"], [*python, str(bare), "--version"]),
            "≤ 1.5",
        ),
        ("--help against a bare Click app", against([*netprep, "--help"], [*python, str(bare), "--help"]), "≤ 2.5"),
        ("followup against python -c pass", against(note(1), nothing), "≤ 16, aim 12"),
        ("followup on 1,000 contacts against 1", against(note(1_000), note(1)), "≤ 1.3"),
        (f"followup on {contacts:,} contacts against 1", against(note(contacts), note(1)), "≤ 1.3"),
        ("brief of 20 people against python -c pass", against(page(1_000, 20), nothing), "≤ 16, aim 12"),
        (
            f"brief of 20 people on {contacts:,} contacts against 1,000",
            against(page(contacts, 20), page(1_000, 20)),
            "≤ 1.3",
        ),
        ("brief of 500 people against 20", against(page(1_000, 500), page(1_000, 20)), "≤ 2"),
        (f"peak memory of brief of 500 on {contacts:,}", f"{_peak_mib(page(contacts, 500)):.0f} MiB", "≤ 150 MiB"),
        (f"peak memory of followup on {contacts:,}", f"{_peak_mib(note(contacts)):.0f} MiB", "≤ 150 MiB"),
        (
            f"peak memory of today on {contacts:,}",
            f"{_peak_mib([*netprep, '--home', str(homes[contacts]), 'today']):.0f} MiB",
            "≤ 150 MiB",
        ),
    ]


def _ratio(command: Command, other: Command, runs: int) -> float:
    first, second = (lambda: _seconds(command)), (lambda: _seconds(other))
    first(), second()
    return statistics.median(_pair(first, second) for _ in range(runs))


def _pair(first: Callable[[], float], second: Callable[[], float]) -> float:
    return first() / second()


def _seconds(command: Command) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    return time.perf_counter() - start


def _peak_mib(command: Command) -> float:
    """Peak resident memory of one run, asked of the operating system in a process of its own."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], check=True, capture_output=True, text=True, env=_environment()
    )
    kibibytes = int(done.stdout) / (1024 if sys.platform == "darwin" else 1)
    return kibibytes / 1024


def _environment() -> dict[str, str]:
    return {**os.environ, "NETPREP_TODAY": TODAY, "NO_COLOR": "1"}


def _notebook(home: Path, size: int) -> Path:
    clock = read_clock(TODAY)
    with open_store(home, create=True) as store, store.step("benchmark", clock.moment) as writer:
        writer.put_me(_me())
        writer.add_contacts(_contact(number) for number in range(size))
        for number in range(12):
            writer.put_item(_item(number))
        for guests in (20, 500):
            if guests <= size:
                writer.put_event(_event(guests))
    return home


def _me() -> Me:
    about = "I keep books so that people can leave by six. What keeps you busy?"
    hills = Fact(field=FactField.INTERESTS, value="running in the hills")
    return Me(name="Alex Reyes", email="alex@example.org", about=about, seeks=("a manufacturer",), facts=(hills,))


def _item(number: int) -> LibraryItem:
    opened = Moment.parse("2026-11-01")
    topics = ("running", "hills") if number == 0 else (f"topic {number}", "kitchens")
    url = f"https://example.org/{number}"
    return LibraryItem(kind=LibraryKind.LINK_DOC, title=f"Sheet {number}", url=url, topics=topics, opened=opened)


def _event(guests: int) -> Event:
    """A fair with the first contacts on its list; Maya's id is her name's."""
    ids = ["maya-okafor", *(f"person{n}-family{n % 997}" for n in range(1, guests))]
    return Event(
        id=f"fair-{guests}",
        name=f"Fair of {guests}",
        starts=Moment.parse("2026-12-04T18:00"),
        ends=Moment.parse("2026-12-04T20:00"),
        goal="learn how others run",
        serve="greet whoever comes alone",
        purpose=(Purpose.LEARN, Purpose.MEET),
        attendees=tuple(Attendee(contact=each) for each in ids),
    )


def _contact(number: int) -> Contact:
    """Maya first; everybody else has a name of their own and five entries."""
    met = Moment.parse("2026-11-19" if number == 0 else "2025-03-01")
    name = "Maya Okafor" if number == 0 else f"Person{number} Family{number % 997}"
    entries = [
        Entry(kind=EntryKind.MET, date=met, anchor="the queue at the coat check", quote="third year and slower"),
        Entry(kind=EntryKind.PROMISE, date=met, by=Party.ME, what="the training plan", due=Moment.parse("2026-11-27")),
    ]
    if number:
        entries[1:] = [Entry(kind=EntryKind.MESSAGE_OUT, date=met, body=f"Note {n}") for n in range(4)]
    fact = Fact(field=FactField.INTERESTS, value="running in the hills", date=met)
    return Contact(name=name, emails=(f"person{number}@example.org",), facts=(fact,), log=tuple(entries))


if __name__ == "__main__":
    main()
