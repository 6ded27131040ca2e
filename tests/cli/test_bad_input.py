"""Bad input gets a clear error and loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Made, Netprep

ODD_NAMES = [
    'Ada "Lovely" O’Berg',
    "{{ me.name }} {% raw %}",
    "Ada\nBerg\r\nof Kiln",
    "🦊 Fox 🧑‍🚀",
    "ليلى الحدّاد",
    "שרה לוי",
    "Ада; DROP TABLE record; --",
    "=cmd|' /C calc'!A0",
    "\x1b[31mRed\x1b[0m Ada",
    "A" * 200,
]


def make(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("contact", "add", "Maya Okafor")
    netprep("contact", "add", "Marta Nowak")
    netprep("event", "add", "Chamber mixer", "--starts", "yesterday 18:00", "--for", "2h")


@pytest.fixture
def someone(made: Made) -> Netprep:
    return made(make)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("followup", "nobody"), 3, "There is no contact “nobody”"),
        (("followup", "ma"), 3, "could be 2 contacts"),
        (("followup", "Maia Okafor"), 3, "Did you mean Maya Okafor (maya-okafor)?"),
        (("followup", ""), 3, "There is no contact"),
        (("log", "Maya Okafr", "q: hm"), 3, "--new"),
        (("log", "maya", "z: what is this"), 2, "z:"),
        (("log", "maya", "m: perhaps"), 2, "yes"),
        (("log", "maya", "q: hm", "--event", "chmber mixr"), 3, "Did you mean Chamber mixer?"),
        (("log", "maya", "q: hm", "--event", "nothing like it"), 3, "netprep event add"),
        (("log", "maya", "q: hm", "--set", "minutes=ten"), 2, "minutes"),
        (("log", "maya", "q: hm", "--set", "minuts=10"), 2, "did you mean “minutes”"),
        (("log", "maya", "q: hm", "--set", "minutes"), 2, "KEY=VALUE"),
        (("log", "maya", "q: hm", "--date", "2026-02-30"), 2, "no such date"),
        (("log", "maya"), 2, "netprep log CONTACT TEXT"),
        (("log", "maya", f"p: {'the plan ' * 6000}"), 2, "too many for one line"),
        (("log", "--strike", "e99", "--why", "wrong"), 3, "e99"),
        (("log", "--strike", "e1", "--why", "  "), 2, "this is empty"),
        (("log", "--strike", "e1", "--why", "wrong " * 9000), 2, "characters are too many"),
        (("event", "add", "Late", "--starts", "thu 20:00", "--ends", "thu 18:00"), 2, "before it starts"),
        (("event", "add", "Late", "--starts", "someday"), 2, "yesterday 18:00"),
        (("event", "add", "Late", "--starts", "2026-13-01"), 2, "no such date"),
        (("event", "add", "Late", "--starts", "thu 18:00", "--timezone", "Mars/Olympus"), 2, "Mars/Olympus"),
        (("event", "add", "Late", "--starts", "thu 18:00", "--for", "a while"), 2, "length of time"),
        (("event", "show", "chamber mixxer"), 3, "Did you mean Chamber mixer?"),
        (("contact", "add", "Maya Okafor"), 3, "--new"),
        (("contact", "add", ""), 2, "name"),
        (("contact", "add", "A" * 5000), 2, "5,000 characters"),
        (("log", "A" * 5000, "q: hm"), 2, "5,000 characters"),
        (("library", "add", "link_doc", "Trap", "--url", "javascript:alert(1)"), 2, "javascript"),
        (("fact", "add", "maya", "goals", ""), 2, "value"),
        (("promise", "keep", "maya"), 3, "no open promise"),
        (("promise", "keep", "e99"), 3, "e99"),
        (("sent", "maya"), 3, "no draft"),
        (("sent", "maya", "--draft", "d-none"), 3, "d-none"),
        (("import", "/no/such/file.yaml"), 3, "/no/such/file.yaml"),
        (("restore", "nothing"), 3, "no backup"),
        (("prompts", "show", "followup/none"), 3, "netprep prompts list"),
        (("config", "set", "own_wrods", "off"), 2, "Did you mean own_words?"),
        (("config", "set", "own_words", "maybe"), 2, "off, invite, require"),
        (("config", "set", "method.rest_days", "many"), 2, "number"),
        (("followup", "maya", "--backend", "oracle"), 2, "template"),
        (("followup", "maya", "--channel", "pigeon"), 2, "clipboard"),
        (("followup", "maya", "--send"), 2, "does not send"),
        (("may-i", "maya", ""), 2, "nothing to ask"),
        (("forget", "maya"), 2, "--yes"),
        (("folowup", "maya"), 2, "Did you mean followup?"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_what_to_do_and_changes_nothing(
    someone: Netprep, arguments: tuple[str, ...], code: int, says: str
) -> None:
    before = someone.export()
    failed = someone(*arguments, code=code)
    assert says.lower() in " ".join(failed.stderr.lower().split())
    assert failed.stdout == ""
    assert someone.export() == before


@pytest.mark.parametrize("letter", "qngiwspax")
def test_a_part_of_characters_that_are_not_kept_is_an_empty_one(someone: Netprep, letter: str) -> None:
    done = someone("log", "Bo Lind", f"a: the lift | {letter}: \x01\u202a", "--new", "--kind", "met")
    assert f"“{letter}:”" in done.stderr
    assert "the lift" in someone("contact", "show", "bo").stdout


@pytest.mark.parametrize("name", ODD_NAMES, ids=range(len(ODD_NAMES)))
def test_any_name_can_be_logged_written_to_exported_and_forgotten(netprep: Netprep, name: str) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("log", name, "q: we start early | a: the broken lift")
    contact = netprep("contact", "list", "--format", "json").json["contacts"][0]
    note = netprep("followup", contact["id"])
    shown = netprep("contact", "show", contact["id"])
    for text in (note.stdout, shown.stdout, contact["name"]):
        assert "\x1b" not in text
        assert "broken lift" in text or text == contact["name"]
    exported = netprep.export()
    netprep("undo")
    netprep("import", "-", stdin=exported)
    assert netprep.export() == exported
    netprep("forget", contact["id"], "--yes")
    assert contact["name"].splitlines()[0] not in netprep.export()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("netprep: 1\ncontacts:\n  - {id: a, name: Ada, nickame: A}\n", 3, "nickname"),
        ("netprep: 1\ncontacts:\n  - id: a\n    name: Ada\n    emails: ada@x.example\n", 5, "list"),
        ("netprep: 1\ncontacts:\n  - {id: a, name: Ada}\n  - {id: a, name: Bo}\n", 4, "a"),
        ("netprep: 1\nevents:\n  - {id: e, name: Eve, starts: 2026-02-30}\n", 3, "2026-02-30"),
        ("netprep: 1\nevents:\n  - {id: e, name: Eve, starts: 2026-02-03T10:00, ends: 2026-02-03T09:00}\n", 3, "ends"),
        ("netprep: 1\nme: &a {name: Ada}\ncontacts: [*a, *a]\n", 2, ""),
        ("netprep: 1\nme: !!python/object/apply:os.system [id]\n", 2, "tag"),
        ("netprep: 2\n", 1, "newer"),
        ("netprep: 1\ncontacts: [\n", 2, ""),
    ],
)
def test_a_bad_notebook_file_is_named_with_its_line_and_takes_nothing_in(
    someone: Netprep, tmp_path: Path, text: str, line: int, says: str
) -> None:
    path, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    path.write_text(text, encoding="utf-8")
    good.write_text("netprep: 1\ncontacts:\n  - {id: new, name: New Person}\n", encoding="utf-8")
    before = someone.export()
    failed = someone("import", str(good), str(path), code=3)
    assert f"bad.yaml, line {line}" in failed.stderr or f"bad.yaml, line {line + 1}" in failed.stderr
    assert says in failed.stderr
    assert someone.export() == before


def test_a_file_that_is_no_text_is_refused(someone: Netprep, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"netprep: 1\nme: {name: \xff\xfe}\n")
    assert "UTF-8" in someone("import", str(path), code=3).stderr


def test_a_yaml_bomb_goes_off_nowhere(someone: Netprep) -> None:
    bomb = "a: &a [x,x,x,x]\n" + "\n".join(
        f"{n}: &{n} [*{m},*{m},*{m},*{m}]" for m, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    before = someone.export()
    assert "line 1" in someone("import", "-", stdin=bomb, code=3).stderr
    assert someone.export() == before


def test_a_home_that_cannot_be_written_is_named(netprep: Netprep, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    failed = Netprep(tmp_path / "file" / "home")("contact", "add", "Ada", code=3)
    assert "cannot be written" in failed.stderr
    assert "NETPREP_HOME" in failed.stderr


def test_a_damaged_notebook_is_said_to_be_damaged(someone: Netprep) -> None:
    for path in someone.home.glob("netprep.db*"):
        path.unlink()
    (someone.home / "netprep.db").write_bytes(b"nonsense" * 1000)
    assert "netprep restore" in someone("today", code=3).stderr


def test_a_notebook_of_a_newer_netprep_is_left_alone(someone: Netprep) -> None:
    with closing(sqlite3.connect(someone.home / "netprep.db")) as connection:
        connection.execute("pragma user_version = 999")
    assert "newer netprep" in someone("today", code=3).stderr


def test_a_clock_that_cannot_be_read_is_named(netprep: Netprep) -> None:
    assert "NETPREP_TODAY" in netprep("today", today="tomorrow-ish", code=2).stderr


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("---\nabout: mine\n---\nFine so far.\n{{ anchr }}\n", 5, "anchr"),
        ("---\nabout: mine\n---\n{% if anchor %}\nunfinished\n", 5, ""),
        ("no front matter", 1, "front matter"),
    ],
)
def test_a_broken_template_of_ones_own_is_named_with_file_line_and_what_to_do(
    someone: Netprep, template: str, line: int, says: str
) -> None:
    someone("log", "maya", "a: the broken lift", "--event", "chamber")
    path = someone.home / "prompts" / "followup" / "anchor.j2"
    path.parent.mkdir(parents=True)
    path.write_text(template, encoding="utf-8")
    failed = someone("followup", "maya", code=3)
    assert f"{path}, line {line}" in failed.stderr
    assert says in failed.stderr


@pytest.mark.parametrize("line", ["a|b testing | q: so | what", "q: | a: the lift", "|||", "| q: hm |", "Q: Loud"])
def test_odd_separators_and_empty_parts_lose_nothing(someone: Netprep, line: str) -> None:
    done = someone("log", "maya", line, "--event", "chamber")
    kept = someone("contact", "show", "maya").stdout
    for word in ("a|b testing", "so", "what", "the lift", "hm", "Loud"):
        if word in line:
            assert word in kept, done.stdout


def test_a_mistake_in_the_editor_opens_the_text_again_with_the_message(
    someone: Netprep, editor: Callable[..., Path]
) -> None:
    rounds = editor(
        "text = text.replace('name: Maya Okafor', 'name: Maya Okafor\\nnicknme: May')",
        "assert 'nickname' in text.splitlines()[0] + text.splitlines()[1]; text = text.replace('nicknme', 'nickname')",
    )
    assert someone("contact", "edit", "maya").stdout.startswith("Changed Maya Okafor")
    assert rounds.read_text() == "2"
    assert "nickname: May" in someone("contact", "show", "maya").stdout


@pytest.mark.parametrize("leave", ["text = ''", "pass"])
def test_leaving_the_editor_changes_nothing(someone: Netprep, editor: Callable[..., Path], leave: str) -> None:
    editor(leave)
    before = someone.export()
    assert someone("contact", "edit", "maya").stdout == "Nothing changed.\n"
    assert someone.export() == before


def test_an_editor_that_cannot_be_started_is_named(someone: Netprep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert "EDITOR" in someone("contact", "edit", "maya", code=2).stderr


def test_somebody_not_to_be_contacted_gets_no_draft(someone: Netprep, editor: Callable[..., Path]) -> None:
    editor("text += 'do_not_contact: true\\n'")
    someone("contact", "edit", "maya")
    failed = someone("followup", "maya", code=1)
    assert "do_not_contact" in failed.stderr
    assert failed.stdout == ""
    answer = someone("may-i", "maya", "would you buy this?", "--format", "json", code=1).json
    assert (answer["answer"], answer["earliest"]) == ("wait", None)
