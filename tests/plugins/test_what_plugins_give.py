"""What a well-behaved plugin gives is used where it belongs, and held to the same rules as everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Netprep
from tests.plugins.conftest import Installed, Installer

MAYA = """\
netprep: 1
me: {name: Alex Reyes}
contacts:
  - id: maya-okafor
    name: Maya Okafor
    emails: [maya@tidewater.example]
    facts:
      - {id: f1, field: challenges, value: the illness of a brother, sensitivity: private}
    log:
      - {id: e1, kind: met, date: 2026-11-19, minutes: 15, anchor: the coat-check queue}
"""


@pytest.fixture
def good(beside: Installer) -> Installed:
    netprep = beside("good")
    netprep("import", "-", stdin=MAYA)
    return netprep


def test_the_doctor_finds_nothing_wrong_and_the_list_says_what_it_brings(good: Installed) -> None:
    row = good.rows()["good"]
    assert row["package"] == "netprep-good"
    assert row["package_version"] == "1.0"
    assert len(row["hooks"]) == 10  # type: ignore[arg-type]
    assert good("plugins", "doctor", "good").stdout == "good (netprep-good 1.0): ok\n"
    assert good("plugins").stdout.startswith("good  netprep-good 1.0, ok: brief sections, channels, ")


def test_facts_of_plugins_join_what_is_known(good: Installed) -> None:
    done = good("followup", "maya", "--format", "json")
    note = done.json
    assert "restoring old pumps" in note["body"]
    (fact,) = [fact for fact in note["facts"] if fact["id"].startswith("good:")]
    assert fact == {"id": "good:1", "text": "restoring old pumps", "source": "public", "date": None}
    for kept in ("coast", "being ill", "brother"):
        assert kept not in note["body"]
    assert "restoring old pumps" not in good("--no-plugins", "followup", "maya").stdout
    assert "restoring old pumps" not in good("export").stdout


def test_facts_of_plugins_give_stage_something_to_talk_about_and_leave_the_gate_as_it_is(good: Installed) -> None:
    good("promise", "add", "maya", "the map")
    good("promise", "keep", "maya", "map")
    assert "coffee or a call about restoring old pumps" in good("stage", "maya").stdout
    assert "restoring old pumps" not in good("--no-plugins", "stage", "maya").stdout
    asked = ("may-i", "maya", "what would you do first?")
    assert good(*asked).stdout == good("--no-plugins", *asked).stdout


def test_a_remark_on_a_draft_is_shown_with_the_plugins_name(good: Installed) -> None:
    done = good("followup", "maya", "--format", "json")
    assert f"good: That is draft {done.json['draft']} to maya-okafor.\n" in done.stderr


def test_a_channel_that_sends_is_called_only_with_send_and_only_with_a_note_that_is_ready(good: Installed) -> None:
    done = good("followup", "maya", "--channel", "pigeon")
    assert "Nothing was sent. With --send, the channel pigeon sends it." in done.stderr
    assert "The pigeon is off." in good("followup", "maya", "--channel", "pigeon", "--send").stderr
    good("contact", "add", "Ann Stranger", "--new")
    refused = good("followup", "ann-stranger", "--channel", "pigeon", "--send", code=1)
    assert "Nothing was sent: the note has a gap to fill." in refused.stderr
    assert "does not send" in good("followup", "maya", "--channel", "shout", "--send", code=2).stderr


def test_a_channel_that_fails_ends_with_4_after_the_note_was_shown(good: Installed) -> None:
    done = good("followup", "maya", "--channel", "lost", code=4)
    assert "coat-check" in done.stdout
    assert "The channel lost of the plugin good failed: RuntimeError: it is lost." in done.stderr
    assert "looking for it" not in done.stdout


def test_a_template_of_a_plugin_stands_before_the_built_in_and_behind_the_users(good: Installed) -> None:
    def owner() -> str:
        rows = good("prompts", "list", "--format", "json").json["prompts"]
        return str(next(row["owner"] for row in rows if row["name"] == "followup/closing"))

    assert owner() == "good"
    assert "Until the next queue." in good("prompts", "show", "followup/closing").stdout
    assert "Until the next queue." in good("followup", "maya", "--kind", "check_in").stdout
    good("prompts", "copy", "followup/closing")
    assert owner() == "yours"


@pytest.mark.parametrize(("words", "found"), [("Pure Synergy.", "Synergy"), ("It is low-hanging\n fruit.", None)])
def test_a_rule_of_a_plugin_reads_every_draft(good: Installed, words: str, found: str | None) -> None:
    note = good("followup", "maya", "--own-words", words, "--format", "json").json
    (finding,) = [finding for finding in note["findings"] if finding["rule"] == "GOOD-1"]
    assert note["status"] == "not-usable"
    assert finding["name"] == "worn-out-word"
    assert finding["message"] == f"“{finding['text']}” is worn out."
    assert note["body"][finding["start"] : finding["end"]] == finding["text"]
    assert finding["text"] == found or found is None


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("bad_rules", 2, "code: “low” is no code"),
        ("bad_template", 4, "there is no value “anchr” here"),
        ("bad_filter", 5, "No filter named 'shouted'."),
    ],
)
def test_a_mistake_in_a_plugins_files_leaves_it_out_and_the_note_is_written(
    beside: Installer, name: str, line: int, said: str
) -> None:
    netprep = beside("good", name)
    done = netprep("followup", "efua-mensah", "--format", "json")
    assert done.json["status"] == "send-ready"
    assert done.stderr.count("is left out") == 1
    assert f"The plugin {name.replace('_', '-')} (netprep-" in done.stderr
    assert f", line {line}: {said.rstrip('.')}" in done.stderr
    diagnosis = netprep("plugins", "doctor", name.replace("_", "-"), "--format", "json", code=5).json["plugins"][0]
    assert [f", line {line}: {said.rstrip('.')}" in problem["what"] for problem in diagnosis["problems"]] == [True]


def test_an_importer_is_chosen_by_the_files_suffix_or_by_name(good: Installed, tmp_path: Path) -> None:
    path = tmp_path / "people.LINES"
    path.write_text("Li Chen\nAnn Lee\n", encoding="utf-8")
    report = good("import", str(path), "--format", "json").json
    assert report["format"] == "lines"
    assert [each["name"] for each in report["new"]] == ["Li Chen", "Ann Lee"]
    report = good("import", "-", "--as", "lines", "--format", "json", stdin="Ann Lee").json
    assert [each["name"] for each in report["same"] + report["updated"]] == ["Ann Lee"]
    good("undo")
    good("undo")
    assert "Li Chen" not in good("export").stdout


def test_what_an_importer_brings_counts_as_imported_and_changes_nobody_who_is_known(good: Installed) -> None:
    good("import", "-", "--as", "lines", stdin="Li Chen\nMaya Okafor\n")
    exported = good("export").stdout
    li, maya = (exported.split(f"name: {name}\n")[1].split("\n  - id:")[0] for name in ("Li Chen", "Maya Okafor"))
    assert "file:" in li
    assert "value: keeping bees" in li
    assert "source: import" in li
    assert "source: public" in li
    assert "file:" not in maya
    note = good("followup", "li-chen", "--format", "json").json
    assert "bees" not in note["body"]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("ValueError", 3, "people.lines: line 1: this says ValueError (read as lines by the plugin good)."),
        ("KeyError", 5, "The importer lines of the plugin good failed: KeyError: 'nothing'."),
        ("odd", 3, "people.lines, read as lines: contacts[1].facts[1].feild: there is no key “feild” here; did you mean “field”?"),
        ("object", 3, "people.lines, read as lines: contacts[1].name: expected a text, a whole number, true or false, found a value of the type object"),
        ("\xff", 3, "people.lines: UnicodeDecodeError"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_names_file_and_importer(
    good: Installed, tmp_path: Path, text: str, code: int, said: str
) -> None:
    path = tmp_path / "people.lines"
    path.write_bytes(text.encode("latin-1"))
    before = good("export").stdout
    done = good("import", str(path), code=code)
    assert said in done.stderr
    assert done.stdout == ""
    assert good("export").stdout == before


def test_an_unknown_format_lists_what_there_is(good: Installed) -> None:
    done = good("import", "-", "--as", "telex", code=2)
    assert "There is no importer “telex”" in done.stderr
    assert "There is netprep, lines." in done.stderr
    done = good("export", "--as", "telex", code=2)
    assert "There is yaml, json, names." in done.stderr


def test_a_format_of_a_broken_plugin_is_told_as_such(beside: Installer) -> None:
    netprep = beside("raises_at_import")
    assert "is broken" in netprep("import", "-", "--as", "raises-at-import", code=5).stderr
    assert "is broken" in netprep("export", "--as", "raises-at-import", code=5).stderr


def test_an_exporter_is_chosen_by_the_files_suffix_or_by_name(good: Installed, tmp_path: Path) -> None:
    written = good("export", "--as", "names")
    assert "Maya Okafor\n" in written.stdout
    assert "writing" in written.stderr
    assert "writing" not in written.stdout
    path = tmp_path / "people.names"
    assert "private facts too" in good("export", str(path)).stderr
    assert path.read_text(encoding="utf-8") == written.stdout
    assert path.stat().st_mode & 0o777 == 0o600
    assert good("export", str(path), "--force", "--as", "json").stdout == ""
    assert path.read_text(encoding="utf-8").startswith("{")


def test_without_plugins_nothing_of_this_is_there(netprep: Netprep) -> None:
    assert netprep("plugins", "--format", "json").json == {"version": 1, "plugins": []}
    assert netprep("plugins").stdout.startswith("No plugins are installed.")
    assert netprep("plugins", "doctor", "--format", "json").json == {"version": 1, "plugins": []}
