"""``edit``: one record in the user's editor."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netprep.model.moment import Moment
from netprep.model.records import Entry
from netprep.model.words import EntryKind
from netprep.store import open_store
from tests.conftest import TODAY, Made, Netprep

Editor = Callable[..., Path]


def make(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", "Mixer", "--starts", "yesterday 18:00", "--with", "Jo")
    netprep("contact", "add", "Bo Lind")
    netprep("log", "Maya Okafor", "i: choral singing | a: the broken lift", "--event", "mixer")
    netprep("library", "add", "book", "The Quiet Room")


@pytest.fixture
def known(made: Made) -> Netprep:
    return made(make)


EDITED = [
    (("contact", "edit", "maya"), "name: Maya Okafor", "name: Maya O. Okafor"),
    (("contact", "edit", "maya"), "value: choral singing", "value: singing in a choir"),
    (("event", "edit", "mixer"), "name: Mixer", "name: Harbour mixer"),
    (("library", "edit", "quiet"), "title: The Quiet Room", "title: The Quiet Rooms"),
    (("me", "edit"), "name: Alex Reyes", "name: Alex P. Reyes"),
]


@pytest.mark.parametrize(("command", "before", "after"), EDITED)
def test_what_is_saved_is_kept_and_the_log_stays(
    known: Netprep, editor: Editor, command: tuple[str, ...], before: str, after: str
) -> None:
    exported = known.export()
    editor(f"assert {before!r} in text; text = text.replace({before!r}, {after!r})")
    assert "Changed" in known(*command).stdout
    assert known.export() == exported.replace(before, after)
    known("undo")
    assert known.export() == exported


def test_the_file_explains_its_keys_has_the_facts_and_not_the_log(
    known: Netprep, editor: Editor, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    editor(f"pathlib = __import__('pathlib'); pathlib.Path({str(copy)!r}).write_text(text)")
    known("contact", "edit", "maya")
    text = copy.read_text()
    assert "choral singing" in text
    assert "broken lift" not in text
    assert "# nickname:" in text


def test_the_file_is_the_users_alone_and_does_not_stay(known: Netprep, editor: Editor, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    editor(
        "import sys, pathlib; path = pathlib.Path(sys.argv[-1])\n"
        f"pathlib.Path({str(seen)!r}).write_text(f'{{path}} {{path.stat().st_mode & 0o777:o}} "
        "{path.parent.stat().st_mode & 0o777:o}')"
    )
    known("contact", "edit", "maya")
    path, mode, folder_mode = seen.read_text().split()
    assert (mode, folder_mode) == ("600", "700")
    assert not Path(path).parent.exists()


MISTAKES = [
    (("contact", "edit", "maya"), "text.replace('id: maya-okafor', 'id: maya')", "The id stays “maya-okafor”"),
    (("contact", "edit", "maya"), "text + 'introduced_by: Bo\\n'", "Did you mean bo-lind?"),
    (("contact", "edit", "maya"), "text + 'introduced_by: zed\\n'", "no contact with the id “zed”"),
    (("contact", "edit", "maya"), "text + 'emails: maya@x.example\\n'", "expected a list"),
    (("contact", "edit", "maya"), "text + 'log: []\\n'", "a log is not edited"),
    (("contact", "edit", "maya"), "text + 'links: [\"javascript:x\"]\\n'", "javascript"),
    (("contact", "edit", "maya"), "text + 'tags: &a [x, *a]\\n'", "anchor"),
    (("contact", "edit", "maya"), "text + 'org: !!python/name:os.system x\\n'", "tag"),
    (("contact", "edit", "maya"), "text + 'org: [unclosed\\n'", "YAML"),
    (("event", "edit", "mixer"), "text + 'ends: 2026-11-18\\n'", "before it starts"),
    (("event", "edit", "mixer"), "text.replace('name: Jo', 'contact: Bo')", "Did you mean bo-lind?"),
    (("event", "edit", "mixer"), "text + 'timezone: Mars/Olympus\\n'", "Mars/Olympus"),
    (("library", "edit", "quiet"), "text + 'event: mixxer\\n'", "no event with the id"),
    (("me", "edit"), "text.replace('name: Alex Reyes', 'nmae: Alex Reyes')", "name"),
]


@pytest.mark.parametrize(("command", "change", "says"), MISTAKES)
def test_a_mistake_comes_back_on_top_of_the_same_text_and_leaving_it_changes_nothing(
    known: Netprep, editor: Editor, tmp_path: Path, command: tuple[str, ...], change: str, says: str
) -> None:
    before, second = known.export(), tmp_path / "second"
    rounds = editor(
        f"text = {change}", f"pathlib = __import__('pathlib'); pathlib.Path({str(second)!r}).write_text(text)"
    )
    failed = known(*command, code=2)
    assert rounds.read_text() == "2", "saved as it stands, a text with a mistake is not opened for ever"
    marked = [line for line in second.read_text().splitlines() if line.startswith("#!")]
    assert says in " ".join(marked)
    assert says in failed.stderr
    assert known.export() == before


def test_the_line_that_is_named_is_the_line_that_is_shown(known: Netprep, editor: Editor, tmp_path: Path) -> None:
    second = tmp_path / "second"
    editor(
        "text += 'nicknme: May\\n'", f"pathlib = __import__('pathlib'); pathlib.Path({str(second)!r}).write_text(text)"
    )
    known("contact", "edit", "maya", code=2)
    shown = second.read_text().splitlines()
    number = re.search(r"line (\d+)", shown[0])
    assert number
    assert shown[int(number[1]) - 1] == "nicknme: May"


def test_a_mended_text_is_saved_without_the_message(known: Netprep, editor: Editor) -> None:
    editor("text += 'introduced_by: Bo\\n'", "text = text.replace('introduced_by: Bo', 'introduced_by: bo-lind')")
    known("contact", "edit", "maya")
    assert known("contact", "show", "maya", "--format", "json").json["introduced_by"] == "bo-lind"


def test_a_facts_id_of_somebody_else_is_a_mistake_like_any_other(known: Netprep, editor: Editor) -> None:
    known("fact", "add", "bo", "goals", "a second oven")
    before = known.export()
    editor("text += 'facts:\\n  - {id: f1, field: goals, value: a bigger shop}\\n'", "text = ''")
    known("contact", "edit", "bo", code=0)
    assert known.export() == before
    editor("text = text.replace('id: f2', 'id: f1')", "text = ''")
    assert known("contact", "edit", "bo").stdout == "Nothing changed.\n"
    assert known.export() == before


@pytest.mark.parametrize("leave", ["text = ''", "text = '\\n\\n'", "pass", "text += '# a thought\\n'"])
def test_an_emptied_or_unchanged_text_changes_nothing(known: Netprep, editor: Editor, leave: str) -> None:
    editor(leave)
    before = known("undo", "--list").stdout
    for command in (
        ("contact", "edit", "maya"),
        ("event", "edit", "mixer"),
        ("library", "edit", "quiet"),
        ("me", "edit"),
    ):
        assert known(*command).stdout == "Nothing changed.\n"
    assert known("undo", "--list").stdout == before


def test_who_has_not_said_a_name_is_asked_for_it(netprep: Netprep, editor: Editor) -> None:
    editor("text += 'org: Mill\\n'", "text = text.replace('Your Name', 'Alex Reyes')")
    netprep("me", "edit")
    assert netprep("me", "--format", "json").json["me"] == {"name": "Alex Reyes", "org": "Mill"}


@pytest.mark.parametrize("broken", ["false", "/no/such/editor", "sh -c 'exit 3'"])
def test_an_editor_that_fails_is_named_and_nothing_changes(
    known: Netprep, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setenv("VISUAL", broken)
    before = known.export()
    assert "EDITOR" in known("contact", "edit", "maya", code=2).stderr
    assert known.export() == before


def test_without_an_editor_and_a_terminal_nothing_is_opened(known: Netprep) -> None:
    assert "no terminal" in known("contact", "edit", "maya", code=2).stderr


def test_what_is_no_utf8_is_a_mistake_like_any_other(
    known: Netprep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "latin.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\nold = path.read_bytes()\n"
        "path.write_bytes(old if old.startswith(b'#!') else old + b'org: M\\xfcller\\n')\n"
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    assert "UTF-8" in known("contact", "edit", "maya", code=2).stderr


def test_what_was_logged_while_the_editor_was_open_is_not_lost(known: Netprep, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(text: str) -> str:
        with open_store(known.home) as store, store.step("log", Moment.parse(TODAY)) as writer:
            writer.append("maya-okafor", Entry(kind=EntryKind.MET, date=Moment.parse("2026-11-20"), anchor="the rain"))
        return text.replace("name: Maya Okafor", "name: Maya O. Okafor")

    monkeypatch.setattr("netprep.cli.editor.open_editor", meanwhile)
    known("contact", "edit", "maya")
    shown = known("contact", "show", "maya").stdout
    assert "Maya O. Okafor" in shown
    assert "the rain" in shown


def test_what_was_changed_elsewhere_meanwhile_is_not_overwritten(
    known: Netprep, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(text: str) -> str:
        if not text.startswith("#!"):
            known("fact", "add", "maya", "goals", "a second choir")
        return text.replace("name: Maya Okafor", "name: Maya O. Okafor")

    monkeypatch.setattr("netprep.cli.editor.open_editor", meanwhile)
    assert "changed elsewhere" in known("contact", "edit", "maya", code=2).stderr
    assert "a second choir" in known("contact", "show", "maya").stdout
