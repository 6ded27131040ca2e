"""The tour: every command in it works as it stands, on any day."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from netprep.cli.run import run
from netprep.clock import Clock
from netprep.compose.demo import DEMO_TOUR, demo_notebook, fill
from netprep.exchange.notebook_file import write_notebook
from netprep.store import open_store

SECRETS = ("Brannoc", "Kestrel", "Grauwald", "lease", "counter")


def test_every_stop_says_in_one_line_what_there_is_to_see() -> None:
    for stop in DEMO_TOUR:
        assert stop.caption.endswith((".", "?"))
        assert len(stop.caption) <= 100
        assert "\n" not in stop.caption
        assert stop.arguments
        assert stop.command_line
    commands = [stop.arguments[0] for stop in DEMO_TOUR]
    assert 3 <= commands.count("followup") <= 4
    assert {"today", "stage", "may-i", "share"} <= set(commands)
    assert any("--why" in stop.arguments for stop in DEMO_TOUR)


def test_it_fills_a_notebook_in_one_step(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=-5))))
    with open_store(tmp_path, create=True) as store:
        fill(store, clock)
        assert write_notebook(store.notebook()) == write_notebook(demo_notebook(clock.now))
        store.undo()
        assert not any(store.counts().values())


@pytest.mark.parametrize(
    "today", ["2026-11-20", "2026-11-22T23:30+01:00", "2027-01-01T00:10+05:30", "2028-02-29T14:00-08:00"]
)
def test_every_stop_works_on_any_day(
    today: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETPREP_TODAY", today)
    assert run(["demo", "--keep", str(tmp_path / "demo")]) == 0
    shown = capsys.readouterr().out
    for stop in DEMO_TOUR:
        assert f"$ netprep {stop.arguments[0]}" in shown
    assert not [word for word in SECRETS if word in shown]
    notes = {}
    for stop in DEMO_TOUR:
        assert run(["--home", str(tmp_path / "demo"), *stop.arguments]) == stop.exit_code
        notes[stop.arguments] = capsys.readouterr().out
    assert all(f"\n{number}  " in f"\n{notes['share', 'mirela-popescu']}" for number in (1, 2, 3))
    written = [text for arguments, text in notes.items() if arguments[0] == "followup"]
    assert not [text for text in written if "[" in text], "a note of the tour has a gap"


@pytest.mark.parametrize("contact", ["efua-mensah", "solveig-aas", "hana-kovarova", "wanjiru-kamau", "ravi-menon"])
def test_notes_are_ready_to_send(
    contact: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NETPREP_TODAY", "2026-11-20T09:00-05:00")
    with open_store(tmp_path, create=True) as store:
        fill(store, Clock(datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=-5)))))
    assert run(["--home", str(tmp_path), "followup", contact, "--format", "json"]) == 0
    assert '"status": "send-ready"' in capsys.readouterr().out
