"""The example plugin, installed as anybody would install it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.plugins.conftest import EXAMPLE, Installer


def test_its_own_tests_pass_where_it_is_installed(beside: Installer) -> None:
    netprep = beside("example")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", str(EXAMPLE / "pyproject.toml"), str(EXAMPLE / "tests")],
        env=netprep.environment,
        capture_output=True,
        text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_does_what_its_readme_says(beside: Installer) -> None:
    netprep = beside("example")
    row = netprep.rows()["example"]
    assert row["status"] == "ok"
    assert row["hooks"] == ["netprep_brief_sections", "netprep_channels", "netprep_questions"]
    assert netprep.rows()["spool"]["hooks"] == ["netprep.commands"]
    assert "example (netprep-example 0.1.0): ok" in netprep("plugins", "doctor").stdout
    done = netprep("followup", "efua-mensah", "--channel", "spool")
    assert "Nothing was sent." in done.stderr
    assert netprep("spool").stdout.startswith("efua-mensah-")


def test_the_plugin_that_the_docs_write_works(beside: Installer) -> None:
    netprep = beside("loud")
    assert "loud (netprep-loud 0.1.0): ok" in netprep("plugins", "doctor", "loud").stdout
    done = netprep("followup", "efua-mensah", "--own-words", "What a night! And the race!")
    assert "loud: 2 exclamation marks. One voice is enough." in done.stderr


def test_it_imports_the_door_and_nothing_else_of_netprep() -> None:
    for path in EXAMPLE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            assert {module for module in modules if module.split(".")[0] == "netprep"} <= {"netprep.api"}, path


def test_the_suite_sees_netprep_without_plugins() -> None:
    from netprep.loader.finding import COMMANDS, PLUGINS, installed

    assert installed(PLUGINS) == installed(COMMANDS) == ()
    assert not Path(EXAMPLE / "src" / "netprep_example.egg-info").exists()
