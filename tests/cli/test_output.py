"""What commands print: JSON with the promised fields, text that fits, streams kept apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netprep.cli import COMMANDS
from tests.conftest import TODAY, Made, Netprep, make_demo

SHOWING = [
    ("today",), ("contact", "list"), ("contact", "show", "efua-mensah"), ("event", "list"), ("event", "show", "harbour-mixer"),
    ("library", "list"), ("library", "show", "a-16-week"), ("me",), ("stage", "efua-mensah"), ("promise", "list"),
    ("contact", "show", "efua-mensah", "--sealed"), ("promise", "list", "anselmo-ferreira"), ("me", "--sealed"),
    ("undo", "--list"), ("find", "race"), ("backends",), ("channels",), ("prompts", "list"), ("config", "list"),
    ("restore",), ("may-i", "efua-mensah", "what would you do first?"), ("followup", "efua-mensah"),
    ("share", "mirela-popescu"), ("share", "thuy-pham"), ("share", "ravi-menon", "--why"),
    ("brief", "boat-shed-breakfast"), ("brief", "boat-shed-breakfast", "--why"),
    ("questions",), ("questions", "--contact", "efua-mensah"), ("questions", "--event", "boat"),
    ("questions", "--event", "boat", "--contact", "beatriz", "--low-key"),
    ("plugins",), ("plugins", "list"), ("plugins", "doctor"),
]  # fmt: skip


@pytest.fixture
def filled(made: Made) -> Netprep:
    return made(make_demo)


@pytest.mark.parametrize("arguments", SHOWING, ids=" ".join)
def test_everything_shown_can_be_had_as_json_with_a_version(filled: Netprep, arguments: tuple[str, ...]) -> None:
    assert filled(*arguments, "--format", "json", code=None).json["version"] == 1


@pytest.mark.parametrize("arguments", [each for each in SHOWING if each[0] != "followup"], ids=" ".join)
def test_text_fits_a_narrow_terminal(filled: Netprep, arguments: tuple[str, ...]) -> None:
    done = filled(*arguments, code=None, width=42)
    wide = [line for line in done.stdout.splitlines() if len(line) > 42 and "://" not in line and "/home" not in line]
    assert not wide


FIELDS = {
    ("followup", "efua-mensah"): {
        "version", "contact", "kind", "form", "channel", "subject", "body", "status", "backend", "model", "fallback",
        "sentences", "facts", "findings", "gate", "promises", "due", "words", "draft",
    },
    ("stage", "efua-mensah"): {
        "version", "stage", "name", "override", "freshness", "flags", "has", "lacks", "next", "knows_me", "knows_my_work",
        "feels_connected",
    },
    ("share", "mirela-popescu"): {"version", "suggestions", "ask_instead"},
    ("today",): {"version", "date", "items", "later"},
    ("brief", "boat-shed"): {
        "version", "event", "capacity", "why", "people", "strangers", "give_back", "me", "listen_for", "not_today",
        "leave_with", "after", "gaps", "sections",
    },
    ("may-i", "efua-mensah", "what would you do first?"): {
        "version", "class", "answer", "reason", "earliest", "meanwhile",
    },
    ("questions", "--contact", "efua-mensah"): {"version", "contact", "event", "questions", "give_back", "gaps"},
    ("import", "-", "--dry-run"): {
        "version", "format", "new", "same", "updated", "merged", "conflicts", "skipped", "events", "warnings",
    },
}  # fmt: skip


@pytest.mark.parametrize("arguments", list(FIELDS), ids=" ".join)
def test_json_has_the_promised_fields_and_no_others(filled: Netprep, arguments: tuple[str, ...]) -> None:
    document = filled(*arguments, "--format", "json", stdin="netprep: 1\n", code=None).json
    assert set(document) == FIELDS[arguments]


def test_the_parts_of_the_json_have_the_promised_fields(filled: Netprep) -> None:
    note = filled("followup", "anselmo-ferreira", "--format", "json").json
    assert {frozenset(each) for each in note["sentences"]} == {frozenset({"text", "role", "move", "facts"})}
    assert {frozenset(each) for each in note["facts"]} == {frozenset({"id", "text", "source", "date"})}
    assert set(note["gate"]) == {"class", "answer", "reason", "earliest", "meanwhile"}
    assert note["words"] == len(note["body"].split())
    assert all(sentence["text"] in note["body"] for sentence in note["sentences"])
    shares = filled("share", "mirela-popescu", "--format", "json").json["suggestions"]
    assert {frozenset(each) for each in shares} == {
        frozenset({"kind", "item", "title", "url", "score", "because", "effort_minutes", "risk", "sentence"})
    }
    assert {frozenset(each["because"]) for each in shares} == {frozenset({"fact", "quote", "date"})}
    asked = filled("questions", "--contact", "efua-mensah", "--format", "json").json["questions"]
    assert {frozenset(each) for each in asked} == {
        frozenset({"id", "text", "category", "depth", "because", "then", "facts"})
    }
    assert {frozenset(each["because"]) for each in asked if each["because"]} == {frozenset({"fact", "quote", "date"})}
    items = filled("today", "--format", "json").json["items"]
    assert {frozenset(each) for each in items} == {
        frozenset({"contact", "kind", "what", "due", "reason", "overdue_days", "command"})
    }


def test_a_dry_run_imports_nothing(filled: Netprep) -> None:
    before = filled.export()
    report = filled(
        "import", "-", "--dry-run", "--format", "json",
        stdin="netprep: 1\ncontacts:\n  - {name: Ann Lee, emails: [ann@mill.example], org: Mill}\n",
    ).json  # fmt: skip
    assert report["new"] == [{"name": "Ann Lee", "emails": ["ann@mill.example"], "org": "Mill", "where": "contacts[1]"}]
    assert filled.export() == before


def test_importing_twice_finds_everything_the_same(netprep: Netprep) -> None:
    example = (Path(__file__).parents[2] / "docs" / "example-notebook.yaml").read_text(encoding="utf-8")
    netprep("import", "-", stdin=example)
    first = netprep.export()
    report = netprep("import", "-", "--format", "json", stdin=example).json
    assert report["new"] == report["updated"] == report["conflicts"] == []
    assert [each["name"] for each in report["same"]] == ["Maya Okafor", "Sam Oyelaran"]
    assert netprep.export() == first


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_export_import_export_is_byte_for_byte_the_same(filled: Netprep, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"book.{form}"
    filled("export", str(path))
    assert path.stat().st_mode & 0o777 == 0o600
    other = Netprep(tmp_path / "other")
    other("import", str(path))
    assert other("export", "--format", form).stdout == path.read_text(encoding="utf-8")
    refused = filled("export", str(path), code=2)
    assert "--force" in refused.stderr


EMPTY = [
    ("today",), ("contact", "list"), ("event", "list"), ("library", "list"), ("promise", "list"), ("me",),
    ("find", "race"), ("undo",), ("undo", "--list"), ("restore",),
]  # fmt: skip


@pytest.mark.parametrize("arguments", EMPTY, ids=" ".join)
def test_an_empty_notebook_is_friendly_in_every_list(netprep: Netprep, arguments: tuple[str, ...]) -> None:
    done = netprep(*arguments, width=42)
    assert done.stdout.strip()
    assert done.stderr == ""
    assert max(map(len, done.stdout.splitlines())) <= 42
    assert netprep(*arguments, "--format", "json").json
    assert not netprep.home.exists(), "reading makes nothing"


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_whose_first_line_is_in_the_list(netprep: Netprep, name: str) -> None:
    shown = netprep(name, "--help")
    assert shown.stdout.startswith(f"Usage: netprep {name}")
    assert COMMANDS[name].help in netprep("--help", width=200).stdout


def program(home: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "NETPREP_HOME": str(home), "NETPREP_TODAY": TODAY}
    return subprocess.Popen(
        [str(Path(sys.executable).with_name("netprep")), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=environment,
    )


def test_a_reader_that_stops_reading_is_no_error(filled: Netprep) -> None:
    with program(filled.home, "export") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == ""


def test_terminal_escapes_in_data_never_reach_the_terminal(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex\x1b]0;owned\x07 Reyes")
    netprep("log", "Ada \x1b[2JBerg", "q: \x1b[31mred\x1b[0m words | a: the \x9b5m lift", "--kind", "met")
    for arguments in (("contact", "list"), ("contact", "show", "ada"), ("followup", "ada"), ("me",), ("export",)):
        done = netprep(*arguments)
        assert not any(
            (ord(letter) < 32 and letter not in "\n\t") or 127 <= ord(letter) < 160 for letter in done.stdout
        )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(netprep: Netprep, shell: str) -> None:
    assert "_NETPREP_COMPLETE" in netprep("completion", shell).stdout


def test_forgetting_is_final_and_an_import_does_not_bring_them_back(filled: Netprep) -> None:
    exported = filled.export()
    filled("forget", "efua-mensah", "--yes")
    assert filled("undo").stdout == "There is nothing to take back.\n"
    report = filled("import", "-", "--format", "json", stdin=exported).json
    assert any("forget" in each["reason"] for each in report["skipped"])
    assert "Efua" not in filled("contact", "list").stdout


def test_a_contact_of_whom_only_the_name_is_known_is_in_the_list(netprep: Netprep) -> None:
    netprep("contact", "add", "Ada Berg")
    netprep("contact", "add", "Bo Lind", "--org", "Mill")
    assert netprep("contact", "list").stdout.split("\n") == ["Ada Berg", "Bo Lind   Mill", ""]
