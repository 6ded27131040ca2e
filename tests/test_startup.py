"""Nothing heavy is imported before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# What may be imported beside Click and the standard library to answer these.
ALLOWED = {
    "netprep",
    "netprep.cli",
    "netprep.cli.commands",
    "netprep.cli.main",
    "netprep.cli.run",
}
# The list of commands looks for those of plugins, without importing any.
FOR_HELP = {"netprep.loader", "netprep.loader.commands", "netprep.loader.finding"}
PROBE = """
import json, sys
from netprep.cli import run
before = run(sys.argv[1:])
print("\\n" + json.dumps(sorted(sys.modules)))
"""


def modules_after(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.strip().splitlines()[-1]))


def third_party(modules: set[str]) -> set[str]:
    tops = {module.split(".")[0] for module in modules}
    return {top for top in tops if top not in sys.stdlib_module_names and not top.startswith("_")} - {"netprep"}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("-h",)])
def test_version_and_help_import_click_and_the_command_table_only(arguments: tuple[str, ...]) -> None:
    bare = modules_after_nothing()
    modules = modules_after(*arguments)
    assert {module for module in modules if module.split(".")[0] == "netprep"} == (
        ALLOWED if arguments == ("--version",) else ALLOWED | FOR_HELP
    )
    assert third_party(modules) - third_party(bare) <= {"click"}


@pytest.mark.parametrize("heavy", ["dateparser", "rapidfuzz", "pyperclip", "hypothesis", "rich", "openai"])
def test_a_followup_loads_nothing_it_does_not_use(heavy: str) -> None:
    assert heavy not in third_party(modules_after("--home", "/nonexistent/netprep", "today"))


def modules_after_nothing() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", "import json, sys; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "heavy", ["dateparser", "rapidfuzz", "pyperclip", "jinja2", "yaml", "hypothesis", "openai", "difflib"]
)
def test_a_check_of_tone_loads_nothing_it_does_not_use(heavy: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Your story about the lift stayed with me.")
    modules = modules_after("--home", str(tmp_path / "none"), "--no-plugins", "check", str(letter))
    assert heavy not in {module.split(".")[0] for module in modules}
