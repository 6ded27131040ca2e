"""The session that everything is measured by, as it stands."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from netprep.compose.naming import describe
from netprep.store import open_store
from tests.conftest import Netprep

LINE = (
    "q: third year and still slower than my sister | a: the coat-check queue"
    " | i: running the Peachtree | p: the training plan by friday"
)


@pytest.fixture
def clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clipboard program that keeps what is copied in a file."""
    folder = tmp_path / "bin"
    folder.mkdir()
    copied = tmp_path / "copied"
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\ncat > {copied}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return copied


def session(home: Path, today: str, *commands: list[str]) -> list[subprocess.CompletedProcess[str]]:
    """Commands as a person types them, each a process of its own, without a terminal."""
    environment = {**os.environ, "NETPREP_HOME": str(home), "NETPREP_TODAY": today, "COLUMNS": "200"}
    program = str(Path(sys.executable).with_name("netprep"))
    return [
        subprocess.run(
            [program, *command],
            capture_output=True,
            text=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            check=True,
            timeout=60,
        )
        for command in commands
    ]


def test_the_first_five_minutes(tmp_path: Path, clipboard: Path) -> None:
    init, event, logged, note, sent, today = session(
        tmp_path / "home",
        "2026-11-17T09:00",  # a Tuesday: the mixer was on Monday, Friday is still ahead
        ["init"],
        ["event", "add", "Chamber mixer", "--starts", "yesterday 18:00", "--for", "2h"],
        ["log", "Maya Okafor", "--event", "chamber", LINE],
        ["followup", "maya", "--copy"],
        ["sent", "maya"],
        ["today"],
    )
    assert "netprep me --name" in init.stdout
    assert "Chamber mixer" in event.stdout
    assert logged.stdout == (
        "New contact Maya Okafor. Logged: met at Chamber mixer, 1 quote, 1 anchor, 1 interest,"
        " 1 promise due Friday.   (netprep undo)\n"
    )
    assert "training plan" in note.stdout
    assert "Friday" in note.stdout
    assert "Copied" in note.stderr
    assert clipboard.read_text() in note.stdout
    assert "Maya Okafor" in sent.stdout
    assert today.stdout == "Fri  Maya Okafor: the training plan (you promised)\n"
    assert "netprep me --name" in note.stderr
    assert not any(done.stderr for done in (init, event, logged, sent, today))


def test_the_first_note_is_grounded_and_leads_with_the_promise(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", "Chamber mixer", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("log", "Maya Okafor", "--event", "chamber", LINE)
    note = netprep("followup", "maya", "--format", "json").json
    assert note["status"] == "send-ready"
    assert note["kind"] == "first_note"
    assert [sentence["move"] for sentence in note["sentences"]][:2] == ["greeting", "promise"]
    assert "the training plan" in note["sentences"][1]["text"]
    for said in ("coat-check queue", "third year and still slower than my sister", "running the Peachtree"):
        assert said.lower() in note["body"].lower()
    assert note["promises"] == ["e2"]
    assert {fact["id"] for fact in note["facts"]} >= {"f1", "e1", "e2"}
    assert note["due"] == "2026-11-20T20:00+00:00"
    assert note["body"].count("?") == 1
    assert note["draft"].startswith("d-")
    assert note["findings"] == []


@pytest.mark.parametrize(
    ("who", "event", "line", "expected"),
    [
        (
            "Joost van der Meer",
            "Bread & Butter breakfast",
            "n: finding a driver before five | a: the toaster that set off the alarm | p: my list of carriers",
            ("driver", "toaster", "carrier"),
        ),
        (
            "Ngozi Eze-Smith",
            "Data Night",
            "w: moving ten years of exports | q: nothing breaks until a Friday",
            ("exports", "Friday"),
        ),
        (
            "李 小龙",
            "Open day",
            "g: opening a second studio | a: the broken projector",
            ("second studio", "broken projector"),
        ),
    ],
)
def test_anybodys_evening_becomes_a_note(
    netprep: Netprep, who: str, event: str, line: str, expected: tuple[str, ...]
) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", event, "--starts", "yesterday 18:00", "--for", "3h")
    netprep("log", who, "--event", event, line)
    note = netprep("followup", who, "--format", "json").json
    assert note["status"] == "send-ready", note["findings"]
    for words in expected:
        assert words in note["body"]


def test_without_a_clipboard_the_note_is_printed_and_the_exit_code_says_it_was_not_copied(
    netprep: Netprep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    netprep("me", "--name", "Alex Reyes")
    netprep("log", "Maya Okafor", LINE)
    result = netprep("followup", "maya", "--copy", code=4)
    assert "training plan" in result.stdout
    assert "not copied" in result.stderr


def test_a_person_of_whom_nothing_is_known_gets_no_invention(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", "Chamber mixer", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("log", "Sam Oyelaran", "--event", "chamber", "talked briefly by the door, seemed tired")
    note = netprep("followup", "sam", "--format", "json").json
    assert note["status"] == "needs-fill"
    assert 'netprep log "Sam Oyelaran" --event chamber-mixer "a: ...' in note["body"]
    assert "tired" not in note["body"]
    assert "door" not in note["body"]
    assert all(finding["level"] != "error" for finding in note["findings"])
    roles = {sentence["role"] for sentence in note["sentences"]}
    assert roles <= {"courtesy", "fact", "gap", "offer"}


def test_a_name_alone_is_not_enough_for_a_note(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("contact", "add", "Sam Oyelaran")
    note = netprep("followup", "sam", "--format", "json").json
    assert note["status"] == "needs-fill"
    assert "netprep log" in note["body"]


def test_a_promise_said_to_them_is_not_said_again_in_the_next_note(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("log", "Maya Okafor", LINE, today="2026-11-17T09:00")
    netprep("followup", "maya", today="2026-11-17T09:00")
    netprep("sent", "maya", today="2026-11-17T09:00")
    later = netprep("followup", "maya", "--format", "json", today="2026-11-18T09:00").json
    assert later["promises"] == []
    late = netprep("followup", "maya", "--format", "json", today="2026-11-23T09:00").json
    assert late["promises"] == ["e2"]


def test_sending_the_promised_thing_keeps_the_promise(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep(
        "library",
        "add",
        "link_doc",
        "A 16-week plan",
        "--url",
        "https://example.org/plan?w=16&l=en",
        "--topic",
        "running",
    )
    netprep("contact", "add", "Maya Okafor")
    netprep("promise", "add", "maya", "the training plan", "--by", "friday", "--item", "16-week")
    note = netprep("followup", "maya").stdout
    assert "https://example.org/plan?w=16&l=en" in note
    sent = netprep("sent", "maya").stdout
    assert "1 promise kept" in sent
    assert netprep("promise", "list").stdout == "No open promises.\n"
    netprep("undo")
    assert "the training plan" in netprep("promise", "list").stdout


def test_two_people_of_one_name_are_told_apart(netprep: Netprep) -> None:
    netprep("contact", "add", "Li Chen", "--org", "Chen Timber")
    netprep("contact", "add", "Li Chen", "--org", "Harbour Office", "--new")
    refused = netprep("followup", "li chen", code=3)
    assert "Chen Timber" in refused.stderr
    assert "li-chen-2" in refused.stderr
    with open_store(netprep.home) as store:
        assert len({describe(card) for card in store.contact_cards()}) == 2
