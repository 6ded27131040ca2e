"""What can be said to ``followup`` and ``sent``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Netprep


@pytest.fixture
def met(netprep: Netprep) -> Netprep:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", "Chamber mixer", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("log", "Maya Okafor", "q: we start early | a: the broken lift | i: running uphill", "--event", "chamber")
    return netprep


def test_a_sentence_of_ones_own_stands_in_the_note_as_it_was_given(met: Netprep) -> None:
    note = met("followup", "maya", "--own-words", "My dog says hello to yours.", "--format", "json").json
    assert "My dog says hello to yours." in note["body"]
    assert [s["role"] for s in note["sentences"] if s["move"] == "own_words"] == ["yours"]
    assert note["status"] == "send-ready"


def test_a_required_sentence_that_is_missing_is_a_gap(met: Netprep) -> None:
    met("config", "set", "own_words", "require")
    assert met("followup", "maya", "--format", "json").json["status"] == "needs-fill"
    met("config", "set", "own_words", "off")
    assert "--own-words" not in met("followup", "maya").stderr


def test_an_ask_that_is_not_earned_is_refused_with_what_would_help(met: Netprep) -> None:
    failed = met("followup", "maya", "--ask", "Would you introduce me to your director?", code=1)
    assert failed.stdout == ""
    assert "Not yet" in failed.stderr


@pytest.mark.parametrize("how", ["--invited", "--anyway"])
def test_an_ask_that_is_invited_or_insisted_on_is_in_the_note_with_an_easy_no(met: Netprep, how: str) -> None:
    ask = "Would you introduce me to your director?"
    note = met("followup", "maya", "--ask", ask, how, "--format", "json").json
    assert ask in note["body"]
    assert "no" in note["body"].split(ask)[1].lower() or "fine" in note["body"].split(ask)[1]
    assert note["gate"]["answer"] == "allow"
    met("sent", "maya")
    assert "ask" in met("contact", "show", "maya").stdout


def test_the_editors_words_are_held_against_the_same_rules(met: Netprep, editor: Callable[..., Path]) -> None:
    editor("text = text.replace('Alex', 'PS: we help companies like yours save money, book a demo!\\nAlex')")
    note = met("followup", "maya", "--edit", "--format", "json").json
    assert note["status"] == "not-usable"
    assert "M01" in {finding["rule"] for finding in note["findings"]}


def test_without_a_terminal_no_editor_is_opened(met: Netprep) -> None:
    assert "terminal" in met("followup", "maya", "--edit", code=2).stderr


def test_a_language_that_is_not_there_is_refused(met: Netprep) -> None:
    assert "en" in met("followup", "maya", "--language", "xx", code=2).stderr


def test_the_file_channel_writes_a_private_file_and_never_over_another(
    met: Netprep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        met("followup", "maya", "--channel", "file")
    files = sorted(path.name for path in tmp_path.glob("maya*"))
    assert files == ["maya-okafor-first_note-2.txt", "maya-okafor-first_note.txt"]
    assert (tmp_path / files[0]).stat().st_mode & 0o777 == 0o600


def test_the_same_note_comes_out_twice_and_two_people_get_different_ones(met: Netprep) -> None:
    met("log", "Bo Lind", "q: we start early | a: the broken lift | i: running uphill", "--event", "chamber")
    first, again, other = (met("followup", who).stdout for who in ("maya", "maya", "bo"))
    assert first == again
    assert first.replace("Maya", "Bo") != other


def test_what_was_really_written_is_what_is_recorded(met: Netprep) -> None:
    met("followup", "maya")
    met("sent", "maya", "--text", "-", stdin="I wrote something else.\n")
    assert "I wrote something else." in met.export()
    assert "sent" in met("undo", "--list").stdout


def test_a_draft_is_sent_once(met: Netprep) -> None:
    draft = met("followup", "maya", "--format", "json").json["draft"]
    met("sent", "maya", "--draft", draft)
    assert "already" in met("sent", "maya", "--draft", draft, code=3).stderr


def test_an_empty_line_is_nothing_to_write_down(met: Netprep) -> None:
    before = met.export()
    assert "nothing in it" in met("log", "maya", "q: | a:", code=2).stderr
    assert met.export() == before


def test_a_deadline_that_is_no_date_is_said_to_be_none(met: Netprep) -> None:
    assert "blursday" in met("log", "Ana Cruz", "p: the list by blursday").stderr


def test_the_line_that_a_gap_names_works(met: Netprep) -> None:
    met("log", "Sam Oyelaran", "seemed tired", "--event", "chamber")
    gap = met("followup", "sam").stdout.split("netprep log")[1].split("]")[0]
    assert "--event chamber-mixer" in gap
    met("log", "sam", "--event", "chamber-mixer", "a: the queue for tea")
    assert met("followup", "sam", "--format", "json").json["status"] == "send-ready"


@pytest.mark.parametrize("redirect", ["<&-", ">/dev/full", ">&-", "| head -1"])
def test_closed_and_full_streams_are_no_bug(met: Netprep, redirect: str) -> None:
    program = Path(sys.executable).with_name("netprep")
    environment = {**os.environ, "NETPREP_HOME": str(met.home), "NETPREP_TODAY": "2026-11-20T09:00"}
    script = f"set -o pipefail; {program} contact list {redirect}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=environment, timeout=60)
    assert done.returncode in (0, 4), done.stderr
    assert "bug" not in done.stderr
