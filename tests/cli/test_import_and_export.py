"""``import``, ``export`` and ``restore``."""

from __future__ import annotations

from pathlib import Path

import pytest

from netprep.store.copies import backup
from tests.conftest import Netprep

UNNUMBERED = """netprep: 1
me: {name: Alex Reyes, facts: [{field: interests, value: running}, {field: goals, value: a shop}]}
contacts:
  - {id: ada, name: Ada Berg, facts: [{id: f1, field: goals, value: a bakery}], log: [{kind: met, date: 2026-11-01}]}
  - {id: bo, name: Bo Lind, facts: [{field: goals, value: a kiln}], log: [{id: e1, kind: met, date: 2026-11-02}]}
events:
  - {id: mixer, name: Mixer, starts: 2026-11-01, log: [{kind: card_in, date: 2026-11-01, count: 3}]}
"""


def test_lines_without_an_id_get_one_that_nothing_else_has(netprep: Netprep, tmp_path: Path) -> None:
    netprep("contact", "add", "Eve Lund")
    netprep("fact", "add", "eve", "goals", "a boat")
    other = tmp_path / "other.yaml"
    other.write_text(UNNUMBERED.replace("ada", "cid").replace("Ada Berg", "Cid Holm").replace("bo,", "dag,")
                     .replace("Bo Lind", "Dag Moe").replace("mixer", "fair").replace("Mixer", "Fair"))  # fmt: skip
    report = netprep("import", "-", str(other), "--format", "json", stdin=UNNUMBERED).json
    assert [each["name"] for each in report["new"]] == ["Ada Berg", "Bo Lind", "Cid Holm", "Dag Moe"]
    exported = netprep.export()
    copied = Netprep(tmp_path / "copy")
    copied("import", "-", stdin=exported)
    assert copied.export() == exported, "an export with an id twice could not be imported"
    assert netprep("undo", "--list").stdout.count("import") == 1
    netprep("undo")
    assert "Ada" not in netprep.export()


def test_a_record_without_an_id_does_not_take_that_of_another_in_the_file(netprep: Netprep) -> None:
    netprep("contact", "add", "Bo Lind")
    text = (
        "netprep: 1\ncontacts:\n  - {name: Ada Berg, org: One}\n  - {id: ada-berg, name: Cid Holm}\n"
        "  - {name: Ada Berg, org: Three}\n  - {name: Bo Lind, emails: [bo@mill.example]}\n  - {name: 🦊}\n"
        "events:\n  - {name: Fair, starts: 2026-11-01}\n  - {id: fair, name: Fair two, starts: 2026-11-02}\n"
        "library:\n  - {kind: book, title: Quiet}\n  - {id: quiet, kind: book, title: Loud}\n"
    )
    netprep("import", "-", stdin=text)
    contacts = netprep("contact", "list", "--format", "json").json["contacts"]
    assert {each["id"]: each["name"] for each in contacts} == {
        "bo-lind": "Bo Lind", "ada-berg-2": "Ada Berg", "ada-berg": "Cid Holm", "ada-berg-3": "Ada Berg", "contact": "🦊",
    }  # fmt: skip
    assert [each["org"] for each in contacts if each["name"] == "Ada Berg"] == ["One", "Three"]
    assert len(netprep("event", "list", "--format", "json").json["events"]) == 2
    assert len(netprep("library", "list", "--format", "json").json["items"]) == 2


def test_importing_again_changes_nothing_and_offers_no_undo(netprep: Netprep) -> None:
    netprep("contact", "add", "Eve Lund")
    netprep("import", "-", stdin=UNNUMBERED)
    first, steps = netprep.export(), netprep("undo", "--list").stdout
    done = netprep("import", "-", stdin=UNNUMBERED)
    assert "netprep undo" not in done.stdout
    assert netprep.export() == first
    assert netprep("undo", "--list").stdout == steps


def test_a_dry_run_makes_no_notebook(netprep: Netprep) -> None:
    report = netprep("import", "-", "--dry-run", "--format", "json", stdin=UNNUMBERED).json
    assert len(report["new"]) == 2
    assert report["events"] == ["mixer"]
    assert not netprep.home.exists()
    assert "new: Ada Berg" in netprep("import", "-", "--dry-run", stdin=UNNUMBERED).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("-", "-"), 2, "read once"),
        (("-", "--as", "vcard"), 2, "vcard"),
        (("-", "--event", "mixer"), 2, "--event"),
        (("{folder}",), 3, "cannot be read"),
        (("{folder}/none.yaml",), 3, "none.yaml"),
        (("-", "{folder}/none.yaml"), 3, "none.yaml"),
        ((), 2, "PATHS"),
    ],
)
def test_what_cannot_be_imported_makes_nothing(
    netprep: Netprep, tmp_path: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    given = [argument.format(folder=tmp_path) for argument in arguments]
    assert says in netprep("import", *given, code=code, stdin=UNNUMBERED).stderr
    assert not netprep.home.exists()


@pytest.mark.parametrize(
    "text", ["", "\n", "- a\n", "netprep: x\n", "{", "\x00", "name: Ada\n", "netprep: 1\n---\nnetprep: 1\n"]
)
def test_what_is_no_notebook_is_refused(netprep: Netprep, text: str) -> None:
    assert "line" in netprep("import", "-", stdin=text, code=3).stderr
    assert not netprep.home.exists()


def test_an_export_never_replaces_a_file_unasked_and_is_the_users_alone(netprep: Netprep, tmp_path: Path) -> None:
    netprep("contact", "add", "Ada Berg")
    path = tmp_path / "book.yaml"
    path.write_text("mine")
    path.chmod(0o644)
    assert "--force" in netprep("export", str(path), code=2).stderr
    assert path.read_text() == "mine"
    done = netprep("export", str(path), "--force")
    assert done.stdout == ""
    assert "private" in done.stderr
    assert path.read_text() == netprep.export()
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["book.yaml"]


def test_an_export_to_a_place_that_is_not_there_is_named(netprep: Netprep, tmp_path: Path) -> None:
    assert "none/book.yaml" in netprep("export", str(tmp_path / "none" / "book.yaml"), code=3).stderr
    assert "directory" in netprep("export", str(tmp_path), code=2).stderr


def test_the_form_follows_the_name_or_what_is_asked_for(netprep: Netprep, tmp_path: Path) -> None:
    netprep("contact", "add", "Ada Berg")
    netprep("export", str(tmp_path / "a.json"))
    netprep("export", str(tmp_path / "b.txt"), "--format", "json")
    assert (
        (tmp_path / "a.json").read_text()
        == (tmp_path / "b.txt").read_text()
        == netprep("export", "--format", "json").stdout
    )
    assert netprep("export", "-").stdout == netprep.export()


def test_a_backup_is_listed_and_brought_back(netprep: Netprep) -> None:
    assert "No backups" in netprep("restore").stdout
    assert netprep("restore", "--latest", code=3).stderr
    netprep("contact", "add", "Ada Berg")
    before = netprep.export()
    made = backup(netprep.home, "test")
    netprep("contact", "add", "Bo Lind")
    assert made.name in netprep("restore").stdout
    listed = netprep("restore", "--format", "json").json["backups"]
    assert [(each["name"], set(each)) for each in listed] == [(made.name, {"name", "made", "bytes"})]
    netprep("restore", made.name)
    assert netprep.export() == before
    assert len(netprep("restore", "--format", "json").json["backups"]) == 2, "what stood before can be brought back too"
