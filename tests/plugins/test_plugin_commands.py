"""Commands of plugins: called as netprep's own are, and told apart from them when they fail."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.plugins.conftest import Installed, Installer


def test_a_command_of_a_plugin_is_called_by_its_name(beside: Installer) -> None:
    netprep = beside("commands")
    assert netprep("tool", "works").stdout == "It works.\n"
    assert "Do things." in netprep("tool", "--help").stdout


def test_help_lists_commands_of_plugins_without_importing_them(beside: Installer) -> None:
    netprep = beside("commands", "slow_command", "example")
    text = netprep("--help").stdout
    listed = text.split("From plugins:")[1]
    assert re.findall(r"^  (\S+)", listed, re.MULTILINE) == ["gone", "nocommand", "slow", "spool", "tool", "twice"]
    assert "Of netprep-example." in listed
    assert "From plugins" not in netprep("--no-plugins", "--help").stdout


@pytest.mark.parametrize("what", ["crashes", "refused"])
def test_what_a_command_does_not_catch_is_its_fault_and_no_bug_of_netprep(beside: Installer, what: str) -> None:
    done = beside("commands")("tool", what, code=5)
    first, *rest = done.stderr.splitlines()
    error = {"crashes": "ZeroDivisionError: by nought", "refused": "ConnectionRefusedError: [Errno 111]"}[what]
    assert first.startswith(f"netprep: The command tool of a plugin (netprep-commands 1.0) failed: {error}")
    (path,) = (Path(found) for found in re.findall(r"written down in (\S+)\.$", done.stderr, re.MULTILINE))
    report = path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600
    path.unlink()
    assert "plugin: netprep-commands 1.0" in report
    assert "Traceback" in report
    assert "netprep plugins disable tool" in rest[-1]
    assert "bug" not in done.stderr


def test_what_a_command_says_to_the_user_passes_as_it_is(beside: Installer) -> None:
    netprep = beside("commands")
    assert "That number is too large." in netprep("tool", "checks", "7", code=2).stderr
    assert "not a valid integer" in netprep("tool", "checks", "x", code=2).stderr
    assert netprep("tool", "fails", code=4).stderr == "netprep: The line is down.\n  Try again.\n"
    assert netprep("tool", "leaves", "9", code=9).stderr == ""
    assert netprep("tool", "leaves", "in words", code=1).stderr == "in words\n"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nocommand", "np_commands:no_command is not a Click command"),
        ("gone", "AttributeError: module 'np_commands' has no attribute 'gone'"),
        ("boom", "ModuleNotFoundError: No module named 'np_nowhere'"),
        ("twice", "netprep-commands 1.0 and netprep-commands-too 1.0 each have a command “twice”"),
    ],
)
def test_a_command_that_cannot_be_loaded_is_told_with_its_package(beside: Installer, name: str, why: str) -> None:
    netprep = beside("commands", "commands_too")
    done = netprep(name, code=5)
    assert why in done.stderr
    assert f"The command {name} of a plugin (netprep-commands" in done.stderr
    for row in netprep("plugins", "doctor", name, "--format", "json", code=5).json["plugins"]:
        assert why in row["problems"][0]["what"]
    assert why in str(netprep.rows()[name]["error"])
    assert netprep("tool", "works").stdout == "It works.\n"


def test_netpreps_own_command_wins_and_the_doctor_tells(beside: Installer) -> None:
    netprep = beside("commands")
    assert netprep("today", "--format", "json").json["date"]
    assert "netprep has a command “today” of its own" in netprep("plugins", "doctor", "today", code=5).stdout
    assert netprep("--help").stdout.count("\n  today ") == 1


def test_a_command_that_takes_too_long_to_import_is_told(beside: Installer) -> None:
    netprep = beside("slow_command")
    netprep.set(plugin_seconds=0.3)
    assert "it did not answer within 0.3 s" in netprep("slow", code=5).stderr


def test_what_a_command_starts_may_take_its_time(beside: Installer) -> None:
    netprep = beside("commands")
    netprep.set(plugin_seconds=0.5)
    assert netprep("tool", "threads").stdout == "Done in the background.\n"


def test_a_command_that_is_left_out_says_what_brings_it_back(beside: Installer) -> None:
    netprep = beside("commands")
    assert "--no-plugins leaves it out" in netprep("--no-plugins", "tool", "works", code=2).stderr
    netprep("plugins", "disable", "tool")
    assert "netprep plugins enable tool" in netprep("tool", "works", code=2).stderr
    assert "\n  tool " not in netprep("--help").stdout
    netprep("plugins", "enable", "tool")
    assert netprep("tool", "works").stdout == "It works.\n"


def test_a_mistyped_command_is_answered_with_a_plugins(beside: Installer) -> None:
    assert "Did you mean spool?" in beside("example")("spol", code=2).stderr


def test_settings_that_cannot_be_read_break_no_help(beside: Installer) -> None:
    netprep = beside("commands")
    netprep.set(no_such_setting=1)
    assert "From plugins" in netprep("--help").stdout
    assert netprep("tool", "works").stdout == "It works.\n"


def test_a_plugin_in_an_archive_is_found_too(beside: Installer, tmp_path: Path) -> None:
    netprep = beside("commands")
    folder = netprep.path.split(os.pathsep)[1]
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", folder)
    packed = Installed(netprep.home, (Path(archive),))
    assert packed("tool", "works").stdout == "It works.\n"
