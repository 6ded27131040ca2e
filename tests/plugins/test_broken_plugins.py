"""Whatever one plugin breaks, no other command feels; who asks for the broken one is told, with exit code 5."""

from __future__ import annotations

import json
import time

import pytest

from tests.plugins.conftest import Installed, Installer
from tests.plugins.packages import BROKEN, FAXES, HANGS, TWINS, Package

BROKEN_NOW = 5
SAID = {
    "raises_at_import": "RuntimeError: no such luck",
    "exits_at_import": "it tried to end the program",
    "syntax_error": "SyntaxError",
    "no_such_module": "ModuleNotFoundError: No module named 'np_nowhere'",
    "unspeakable": ": E.",
    "attribute_raises": "RuntimeError: do not look",
    "unknown_hook": "there is no hook netprep_chanels; did you mean netprep_channels?",
    "wrong_arguments": "its netprep_facts asks for contact; it is given about",
    "raises_in_hook": "LookupError: no channel in netprep_channels",
    "raises_in_generator": "TypeError: then in netprep_channels",
    "wrong_type": "netprep_channels gave a dict where a Channel belongs",
    "wrong_field": "netprep_channels gave a Channel whose about is None, not a text",
    "other_version": "it was made for version 2 of netprep.api; this is 1",
    "takes_ours": "its channel “plain” has the name of one of netprep's own",
    "a_class": "“np_a_class:Plugin” is a class",
    "reserved": "a plugin cannot be called “netprep”",
}
"""What the user is told of each."""


def plugin_of(package: Package) -> str:
    (entry,) = package.plugins or (f"{package.name.replace('_', '-')} = ",)
    return entry.partition(" = ")[0]


@pytest.mark.parametrize("package", BROKEN, ids=lambda package: package.name)
def test_a_broken_plugin_is_left_out_with_a_word_and_the_note_is_written(beside: Installer, package: Package) -> None:
    netprep = beside(package.name)
    done = netprep("followup", "efua-mensah", "--format", "json")
    assert done.json["channel"] == "plain"
    assert done.json["status"] == "send-ready"
    told = [line for line in done.stderr.splitlines() if "is left out" in line]
    assert len(told) == 1, done.stderr
    assert SAID[package.name] in told[0]
    assert f"The plugin {plugin_of(package)} (netprep-{package.name.replace('_', '-')} 1.0)" in told[0]
    assert "\x1b" not in done.stderr


def test_the_doctor_says_of_each_what_is_wrong_and_what_to_do(beside: Installer) -> None:
    netprep = beside("good", *(package.name for package in BROKEN))
    diagnoses = {
        row["name"]: row for row in netprep("plugins", "doctor", "--format", "json", code=BROKEN_NOW).json["plugins"]
    }
    assert diagnoses.pop("good")["status"] == "ok"
    assert set(diagnoses) == {plugin_of(package) for package in BROKEN}
    for package in BROKEN:
        row = diagnoses[plugin_of(package)]
        assert row["status"] == "failed"
        (problem,) = row["problems"]
        assert SAID[package.name].strip(":. ") in problem["what"]
        assert problem["what"].endswith((".", "?"))
        assert problem["do"].endswith(".") or f"netprep plugins disable {row['name']}" in problem["do"]
        if package.name.startswith("raises"):
            assert f"np_{package.name}" in problem["where"]
            assert "line" in problem["where"]


def test_everything_broken_at_once_hurts_no_command(beside: Installer) -> None:
    netprep = beside("good", *(package.name for package in (*BROKEN, *TWINS, *FAXES)), "commands", "commands_too")
    assert netprep("--version").stderr == ""
    assert netprep("--help").stderr == ""
    assert netprep("today").stderr == ""
    done = netprep("followup", "efua-mensah", "--channel", "shout", "--format", "json")
    assert done.json["channel"] == "shout"
    assert "Shouted" in done.stderr
    rows = {}
    for row in netprep("plugins", "--format", "json").json["plugins"]:
        rows.setdefault(row["name"], []).append(row)
        assert set(row) == {"name", "package", "package_version", "hooks", "status", "error"}
        assert (row["error"] is None) == (row["status"] == "ok")
    assert rows["good"][0]["status"] == "ok"
    assert [row["package"] for row in rows["twin"]] == ["netprep-twin-one", "netprep-twin-two"]
    assert all(row["status"] == "failed" for row in rows["twin"])
    text = netprep("plugins").stdout
    assert "netprep-raises-at-import 1.0, failed: RuntimeError: no such luck. See: netprep plugins doctor" in text
    netprep("plugins", "doctor", "good")


def test_no_plugins_leaves_all_out_and_lists_what_is_there(beside: Installer) -> None:
    netprep = beside("good", "raises_at_import", "hangs_at_import")
    started = time.monotonic()
    done = netprep("--no-plugins", "followup", "efua-mensah", "--format", "json")
    assert done.stderr.count("plugin") == 0
    assert [each["name"] for each in netprep("--no-plugins", "channels", "--format", "json").json["channels"]] == [
        "plain", "clipboard", "file",
    ]  # fmt: skip
    listed = netprep("--no-plugins", "plugins", "--format", "json").json["plugins"]
    assert {row["name"]: row["status"] for row in listed} == {
        "good": "disabled", "hangs-at-import": "disabled", "raises-at-import": "disabled",
    }  # fmt: skip
    assert time.monotonic() - started < 20
    refused = netprep("--no-plugins", "followup", "efua-mensah", "--channel", "good", code=2)
    assert "--no-plugins leaves it out" in refused.stderr


@pytest.mark.parametrize("package", HANGS, ids=lambda package: package.name)
def test_a_plugin_that_does_not_come_back_is_skipped_and_the_program_ends(beside: Installer, package: Package) -> None:
    netprep = beside(package.name)
    netprep.set(plugin_seconds=0.3)
    started = time.monotonic()
    done = netprep("followup", "efua-mensah", "--format", "json")
    assert time.monotonic() - started < 15
    assert done.json["channel"] == "plain"
    if package.name != "never_ends":
        assert "is left out: it did not answer within 0.3 s" in done.stderr
        asked = netprep("followup", "efua-mensah", "--channel", plugin_of(package), code=BROKEN_NOW)
        assert "netprep config set plugin_seconds 10" in asked.stderr


def test_what_a_plugin_prints_is_no_result(beside: Installer) -> None:
    done = beside("prints")("followup", "efua-mensah", "--channel", "quiet", "--format", "json")
    assert json.loads(done.stdout)["channel"] == "quiet"
    for said in (
        "at import", "written at import", "in a hook", "from a program", "from a thread of its own", "while it carries",
        "Carried.", "at the end",
    ):  # fmt: skip
        assert said in done.stderr


def test_a_plugin_that_closes_stdout_closes_nothing_of_ours(beside: Installer) -> None:
    done = beside("closes")("followup", "efua-mensah")
    assert "Hello Efua," in done.stdout
    for said in ("before", "wrapped", "in a hook", "One sentence only you could write makes it yours"):
        assert said in done.stderr


@pytest.mark.parametrize("name", ["raises-in-hook", "netprep-raises-in-hook"])
def test_who_asks_for_a_broken_plugin_is_told(beside: Installer, name: str) -> None:
    done = beside("raises_in_hook")("followup", "efua-mensah", "--channel", name, code=BROKEN_NOW)
    assert "The plugin raises-in-hook (netprep-raises-in-hook 1.0) is broken: LookupError: no channel" in done.stderr
    assert "netprep plugins disable raises-in-hook" in done.stderr
    assert done.stdout == ""


def test_a_channel_nobody_has_may_be_one_of_a_broken_plugin(beside: Installer) -> None:
    done = beside("raises_in_hook")("followup", "efua-mensah", "--channel", "telex", code=2)
    assert "There is no channel “telex”" in done.stderr
    assert "perhaps it is theirs: raises-in-hook" in done.stderr


def test_of_two_plugins_with_one_channel_neither_is_used(beside: Installer) -> None:
    netprep = beside(*(package.name for package in FAXES))
    asked = netprep("followup", "efua-mensah", "--channel", "fax", code=BROKEN_NOW)
    assert "its channel “fax” has a name that is in use by fax-t" in asked.stderr
    listed = netprep("channels", "--format", "json")
    assert "fax" not in {row["name"] for row in listed.json["channels"]}
    assert listed.stderr.count("is left out") == 2
    assert "netprep plugins disable fax-one or fax-two" in netprep("plugins", "doctor", code=BROKEN_NOW).stdout
    netprep("plugins", "disable", "fax-one")
    assert "faxes too" in netprep("channels").stdout


def test_of_two_packages_with_one_plugin_name_neither_is_used(beside: Installer) -> None:
    netprep = beside(*(package.name for package in TWINS))
    done = netprep("channels")
    assert "netprep-twin-one 1.0 and netprep-twin-two 2.1 each have a plugin of this name" in done.stderr
    assert netprep("followup", "efua-mensah", "--channel", "twin", code=BROKEN_NOW).stdout == ""


def test_a_disabled_plugin_is_not_even_imported(beside: Installer) -> None:
    netprep = beside("exits_at_import", "good")
    assert netprep("plugins", "disable", "exits-at-import").stdout.startswith("exits-at-import is disabled.")
    assert "already" in netprep("plugins", "disable", "exits-at-import").stdout
    assert netprep("channels").stderr == ""
    assert netprep.rows()["exits-at-import"]["status"] == "disabled"
    assert "disabled" in netprep("plugins", "doctor", "exits-at-import").stdout
    netprep("plugins", "disable", "good")
    refused = netprep("followup", "efua-mensah", "--channel", "good", code=2)
    assert "netprep plugins enable good" in refused.stderr
    netprep("plugins", "enable", "good")
    netprep("plugins", "enable", "exits-at-import")
    assert "is left out" in netprep("channels").stderr
    assert netprep("config", "get", "disabled_plugins").stdout.strip() == ""


@pytest.mark.parametrize("command", ["disable", "enable", "doctor", "path"])
def test_an_unknown_plugin_is_answered_with_the_nearest(beside: Installer, command: str) -> None:
    netprep = beside("good")
    assert "Did you mean good?" in netprep("plugins", command, "goood", code=3).stderr
    assert "netprep-good is a package; it brings good" in netprep("plugins", command, "netprep-good", code=3).stderr


def test_a_plugin_that_is_gone_can_be_enabled_to_be_rid_of_its_name(beside: Installer) -> None:
    netprep = beside()
    netprep.set(disabled_plugins="long-gone")
    assert "long-gone is enabled" in netprep("plugins", "enable", "long-gone").stdout
    assert "None is installed" in netprep("plugins", "enable", "long-gone", code=3).stderr


def test_path_prints_where_the_code_is_without_importing_it(beside: Installer) -> None:
    netprep = beside("exits_at_import")
    assert netprep("plugins", "path", "exits-at-import").stdout.strip().endswith("np_exits_at_import")
    assert "site-packages" in netprep("plugins", "path").stdout


@pytest.mark.parametrize("how", ["no equals sign", "no text", "no name"])
def test_a_package_with_damaged_metadata_takes_nobody_with_it(beside: Installer, how: str) -> None:
    netprep = beside("good")
    folder = netprep.home.parent / "damaged"
    metadata = folder / "netprep_damaged-1.0.dist-info"
    metadata.mkdir(parents=True)
    content = {
        "no equals sign": b"[netprep]\ndamaged\n",
        "no text": b"[netprep]\nd\xff = x\n",
        "no name": b"[netprep]\n = \n",
    }
    (metadata / "entry_points.txt").write_bytes(content[how])
    netprep = Installed(netprep.home, (folder, *map(type(folder), netprep.path.split(":")[1:])))
    assert netprep("--help").stdout
    assert netprep("followup", "efua-mensah", "--channel", "shout", "--format", "json").json["channel"] == "shout"
    rows = netprep.rows()
    assert rows["good"]["status"] == "ok"
    assert any(row["package"] == "netprep_damaged" and row["status"] == "failed" for row in rows.values())


def test_ctrl_c_while_a_plugin_keeps_us_waiting_ends_the_command_at_once(beside: Installer) -> None:
    import signal
    import subprocess
    import sys

    netprep = beside("hangs_in_hook")
    netprep.set(plugin_seconds=50)
    mark = netprep.home.parent / "in the hook"
    running = subprocess.Popen(
        [sys.executable, "-m", "netprep", "channels"],
        env=netprep.environment | {"NP_MARK": str(mark)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not mark.exists():
        time.sleep(0.05)
        assert running.poll() is None
    started = time.monotonic()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert time.monotonic() - started < 10
    assert running.returncode == 130
    assert out == ""
    assert "interrupted" in err
    assert "Traceback" not in err
