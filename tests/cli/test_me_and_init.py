"""``me`` and ``init``."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TODAY, Netprep


def test_nobody_yet_is_said_and_is_null_in_json(netprep: Netprep) -> None:
    assert "netprep me --name" in netprep("me").stdout
    assert netprep("me", "--format", "json").json["me"] is None
    assert "--name" in netprep("me", "--role", "baker", code=2).stderr
    assert "--name" in netprep("me", "facts", "add", "interests", "running", code=2).stderr
    assert not netprep.home.exists()


def test_what_is_said_is_kept_the_rest_stays_and_an_empty_text_clears(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes", "--org", "Mill", "--give-back", "One.", "--give-back", "Two.", "--low-key",
            "--minutes-per-week", "0", "--trust-bar", "high")  # fmt: skip
    netprep("me", "facts", "add", "interests", "running Boston", "--when", "2027-04-19")
    known = netprep("me", "--role", "baker", "--org", "", "--format", "json").json["me"]
    assert known == {
        "name": "Alex Reyes", "role": "baker", "give_back": ["One.", "Two."], "low_key": True, "minutes_per_week": 0,
        "trust_bar": "high",
        "facts": [{"field": "interests", "value": "running Boston", "id": "f1", "date": "2026-11-20", "when": "2027-04-19"}],
    }  # fmt: skip
    assert "low_key" not in netprep("me", "--no-low-key", "--format", "json").json["me"]
    assert "name" in netprep("me", "--name", "", code=2).stderr


@pytest.mark.parametrize(
    ("about", "remarks"),
    [
        ("I see to it that bakers sleep. What keeps you up?", []),
        ("I see to it that bakers sleep.", ["question"]),
        ("word " * 41 + "?", ["42 words"]),
        ("word " * 50, ["50 words", "question"]),
    ],
)
def test_an_introduction_that_would_not_work_gets_a_remark(netprep: Netprep, about: str, remarks: list[str]) -> None:
    said = netprep("me", "--name", "Alex Reyes", "--about", about).stderr
    assert [remark for remark in ("42 words", "50 words", "question") if remark in said] == remarks


def test_a_fact_about_me_is_added_undone_and_marked(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    before = netprep.export()
    assert netprep("me", "facts", "add", "interests", "runs marathons").stderr.count("netprep me edit") == 1
    netprep("undo")
    assert netprep.export() == before
    netprep("me", "facts", "add", "challenges", "a bad hip", "--sensitivity", "private")
    netprep("me", "facts", "add", "challenges", "the old debt", "--sensitivity", "sealed")
    assert "a bad hip (f2, today, PRIVATE)" in netprep("me").stdout
    assert "debt" not in netprep("me").stdout + netprep("me", "--format", "json").stdout
    assert "debt" in netprep("me", "--sealed").stdout
    added = netprep("fact", "add", "x", "goals", "y", code=3)
    assert "There is no contact" in added.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--trust-bar", "lofty"), "lofty"),
        (("--minutes-per-week", "many"), "whole number"),
        (("--name", "A" * 5000), "5,000 characters"),
        (("--role", "baker", "edit"), "do not go with"),
    ],
)
def test_a_mistake_changes_nothing(netprep: Netprep, arguments: tuple[str, ...], says: str) -> None:
    netprep("me", "--name", "Alex Reyes")
    before = netprep.export()
    assert says in netprep("me", *arguments, code=2).stderr
    assert netprep.export() == before


def answered(home: Path, *answers: str) -> str:
    """``init`` on a terminal: each answer is typed once its question is there."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "NETPREP_HOME": str(home), "NETPREP_TODAY": TODAY, "TERM": "dumb"}
    program = [sys.executable, "-m", "netprep", "init"]
    waiting, shown = list(answers), ""
    with subprocess.Popen(program, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as running:
        os.close(theirs)
        while select.select([ours], [], [], 30)[0]:
            try:
                part = os.read(ours, 4096).decode()
            except OSError:
                break  # the program has ended, and its terminal with it
            shown += part
            if part.rstrip("\n").endswith(": ") and waiting:
                os.write(ours, waiting.pop(0).encode())
        else:
            running.kill()
    os.close(ours)
    return shown


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@needs_terminal
def test_init_asks_four_questions_and_any_can_be_skipped(netprep: Netprep) -> None:
    shown = answered(netprep.home, "Alex Reyes\n", "baker\n", "running in the hills\n", "\n")
    assert "netprep log" in shown
    me = netprep("me", "--format", "json").json["me"]
    assert (me["name"], me["role"]) == ("Alex Reyes", "baker")
    assert [fact["value"] for fact in me["facts"]] == ["running in the hills"]
    before = netprep.export()
    again = answered(netprep.home, "\n", "\n", "\n", "\n")
    assert "Alex Reyes" in again, "what is known is the default"
    assert "Nothing was written down" in again
    assert netprep.export() == before
    answered(netprep.home, "\n", "pastry cook\n", "\n", "running in the hills\n")
    assert netprep("me", "--format", "json").json["me"] == {**me, "role": "pastry cook"}
    netprep("undo")
    assert netprep.export() == before


@needs_terminal
@pytest.mark.parametrize("typed", [("\n", "\n", "\n", "\n"), ("\x04",), ("Alex\n", "\x04")])
def test_init_that_is_skipped_or_left_writes_nothing(netprep: Netprep, typed: tuple[str, ...]) -> None:
    answered(netprep.home, *typed)
    assert netprep("me", "--format", "json").json["me"] is None


def test_init_without_a_terminal_asks_nothing_and_says_what_to_run(netprep: Netprep) -> None:
    done = netprep("init", stdin="Alex\n")
    assert "netprep me --name" in done.stdout
    assert not netprep.home.exists()
