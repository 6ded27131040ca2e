"""The floors of the house hold: data flows one way."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import netprep

PACKAGE = Path(netprep.__file__).parent
REPOSITORY = PACKAGE.parent


def test_every_floor_imports_only_the_floors_below_it(monkeypatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    assert lint_imports(config_filename=str(REPOSITORY / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_commands_hold_no_sql_and_no_yaml() -> None:
    for path in (PACKAGE / "cli").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\bimport (sqlite3|yaml|aiosql)\b|\bSELECT\b|\bINSERT\b", source), path.name


def test_sql_stands_in_sql_files_only() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.match(
                    r"\s*(select|insert into|update \w+ set|delete from)\b", node.value, re.IGNORECASE
                ), f"{path.name}: {node.value[:60]}"


def test_modules_stay_small() -> None:
    long = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 450
    }
    assert not long, long
