"""``find``, ``undo``, ``config``, ``prompts``, ``backends``, ``channels`` and ``completion``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Netprep


def test_find_looks_in_everything_and_says_where(netprep: Netprep) -> None:
    netprep("event", "add", "Harbour mixer", "--starts", "yesterday 18:00", "--goal", "learning about barges")
    netprep("log", "Ada Berg", "q: barges leave at four | i: barge races", "--event", "harbour")
    netprep("library", "add", "book", "Barges of the north")
    hits = netprep("find", "barge", "--format", "json").json["hits"]
    assert {hit["kind"] for hit in hits} >= {"fact", "entry", "library_item"}
    assert {frozenset(hit) for hit in hits} == {frozenset({"kind", "id", "contact", "title", "excerpt"})}
    assert len(netprep("find", "barge", "--limit", "1", "--format", "json").json["hits"]) == 1
    assert "Ada Berg" in netprep("find", "barge", "races").stdout


@pytest.mark.parametrize(
    "text", ["", "*", '"', "a AND (", "NEAR(", "-x", "^", "'; drop table record", "🦊", "x" * 5000]
)
def test_any_text_can_be_searched_for(netprep: Netprep, text: str) -> None:
    netprep("contact", "add", "Ada Berg")
    assert netprep("find", "--", text).stdout.startswith("Nothing holds")


def test_undo_lists_the_latest_first(netprep: Netprep) -> None:
    for name in ("Ada", "Bo", "Cid"):
        netprep("contact", "add", name)
    steps = netprep("undo", "--list", "--limit", "2", "--format", "json").json["steps"]
    assert [step["command"] for step in steps] == ["contact add Cid", "contact add Bo"]
    undone = netprep("undo", "--format", "json").json["undone"]
    assert [step["command"] for step in undone] == ["contact add Cid"]


def test_a_setting_is_set_shown_listed_and_unset(netprep: Netprep) -> None:
    assert netprep("config", "get", "own_words").stdout == "invite\n"
    netprep("config", "set", "own_words", "off")
    netprep("config", "set", "method.rest_days", "30")
    assert netprep("config", "get", "own_words").stdout == "off\n"
    listed = netprep("config", "list", width=200).stdout
    assert "own_words: off" in listed
    assert "method.rest_days: 30" in listed
    assert {"settings", "method"} < set(netprep("config", "list", "--format", "json").json)
    path = Path(netprep("config", "path").stdout.strip())
    assert path.stat().st_mode & 0o777 == 0o600
    netprep("config", "unset", "own_words")
    assert netprep("config", "get", "own_words").stdout == "invite\n"
    for command in (("get", "own_wrods"), ("unset", "own_wrods"), ("set", "own_wrods", "off")):
        assert "own_wrods" in netprep("config", *command, code=2).stderr


def test_settings_that_cannot_be_written_are_no_bug(netprep: Netprep, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    failed = Netprep(tmp_path / "file")("config", "set", "own_words", "off", code=3)
    assert "cannot be written" in failed.stderr


@pytest.mark.parametrize(
    "text", ["own_words: maybe\n", "- a\n", "own_words: [a]\n", "{", "nothing: x\n", "own_words: !!int 3\n"]
)
def test_a_settings_file_with_a_mistake_is_named(netprep: Netprep, text: str) -> None:
    netprep("config", "set", "own_words", "off")
    (netprep.home / "config.yaml").write_text(text)
    done = netprep("config", "list", code=None)
    assert done.code in (0, 3)
    assert done.code == 0 or "config.yaml" in done.stderr


def test_a_template_can_be_copied_and_then_stands_before_the_built_in_one(netprep: Netprep) -> None:
    assert netprep("prompts", "path").stdout.strip() == str(netprep.home / "prompts")
    netprep("prompts", "copy", "followup/anchor")
    mine = netprep.home / "prompts" / "followup" / "anchor.j2"
    assert mine.stat().st_mode & 0o777 == 0o600
    assert "yours, replaces" in netprep("prompts", "list", width=200).stdout
    shown = netprep("prompts", "show", "followup/anchor", "--format", "json").json
    assert (shown["owner"], shown["path"]) == ("yours", str(mine))
    assert "there already" in netprep("prompts", "copy", "followup/anchor", code=2).stderr
    for name in ("followup/none", "../../etc/passwd", ""):
        assert "There is no template" in netprep("prompts", "copy", name, code=3).stderr


def test_a_template_that_cannot_be_copied_is_named(netprep: Netprep, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    failed = Netprep(tmp_path / "file")("prompts", "copy", "followup/anchor", code=3)
    assert "cannot be written" in failed.stderr


@pytest.mark.parametrize("what", ["backends", "channels"])
def test_what_there_is_is_listed_with_what_is_chosen(netprep: Netprep, what: str) -> None:
    rows = netprep(what, "--format", "json").json[what]
    assert [row["default"] for row in rows].count(True) == 1
    assert "*" in netprep(what).stdout


@pytest.mark.parametrize(("shell", "offered"), [("bash", "plain,contact"), ("zsh", "contact"), ("fish", "contact")])
def test_completion_works_and_needs_no_notebook(netprep: Netprep, tmp_path: Path, shell: str, offered: str) -> None:
    assert netprep("completion", shell).stdout.strip()
    home = tmp_path / "none"
    environment = {
        **os.environ, "NETPREP_HOME": str(home), "_NETPREP_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "netprep conta", "COMP_CWORD": "conta" if shell == "fish" else "1",
    }  # fmt: skip
    done = subprocess.run(
        [str(Path(sys.executable).with_name("netprep"))], env=environment, capture_output=True, text=True, timeout=60
    )
    assert offered in done.stdout, done.stderr
    assert not home.exists()


def test_an_unknown_shell_is_answered_with_the_known_ones(netprep: Netprep) -> None:
    assert "fish" in netprep("completion", "tcsh", code=2).stderr
