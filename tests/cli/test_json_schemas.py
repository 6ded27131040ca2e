"""What ``--format json`` prints is what ``docs/schemas`` says: no more, no less, and nothing made up.

``json_runs.py`` says how to add a command.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from netprep.cli import COMMANDS, cli
from netprep.exchange.notebook_file import write_notebook
from netprep.model import plan, rules, words
from netprep.model.records import Notebook
from tests.cli.json_runs import AHEAD, LINES, RUNS, Make, Run
from tests.cli.json_shapes import SCHEMAS, SHARED, Shape, claims, described, places, problem, schema_at, shapes
from tests.conftest import Netprep
from tests.exchange.generated import notebooks

VOCABULARIES = {
    re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower(): list(kind)
    for name, kind in (vars(words) | vars(plan) | vars(rules)).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum)
}
OF_A_LINE = "check-jsonl.json"
Printed = Callable[[Make], list[tuple[Run, Any]]]


def test_every_command_with_json_has_a_schema_and_every_schema_a_command() -> None:
    assert {file_of(name): f"netprep {name}" for name in commands()} == {
        file: schema["title"] for file, schema in SCHEMAS.items() if file not in (SHARED, OF_A_LINE)
    }


@pytest.mark.parametrize("file", sorted(SCHEMAS))
def test_a_schema_is_one_is_closed_and_describes_every_field(file: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[file])
    for place, schema in places(file):
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False, place
            assert set(schema.get("required", ())) <= set(schema.get("properties", ())), place
        for key in schema.get("properties", ()):
            assert described(f"{place}/properties/{key}").endswith("."), (place, key)


def test_the_words_of_the_schemas_are_those_of_the_program() -> None:
    shared = {name: schema["enum"] for name, schema in SCHEMAS[SHARED]["$defs"].items() if "enum" in schema}
    assert shared == {name: VOCABULARIES[name] for name in shared}
    for file in SCHEMAS.keys() - {SHARED}:
        for place, schema in places(file):
            assert schema.get("enum") not in VOCABULARIES.values(), f"{place}: refer to {SHARED}"


@pytest.mark.parametrize("make", RUNS, ids=lambda make: make.__name__)
def test_what_is_printed_is_what_the_schema_says(printed: Printed, make: Make) -> None:
    for run, document in printed(make):
        assert problem(f"{file_of(run.line)}#", document) is None, run.line


def test_each_line_that_is_printed_is_what_the_schema_says(netprep: Netprep) -> None:
    for document in documents_of_lines(netprep):
        assert problem(f"{OF_A_LINE}#", document) is None, document


def test_all_that_a_schema_leaves_open_is_printed_by_some_command(printed: Printed, netprep: Netprep) -> None:
    of_lines = {shape for each in documents_of_lines(netprep) for shape, _ in shapes(f"{OF_A_LINE}#", each)}
    claimed = {claim for file in SCHEMAS for claim in claims(file)}
    assert claimed - of_lines - {shape for shape, _ in shown(printed)} == set(AHEAD), "see json_runs.py"


def test_a_field_too_many_or_too_few_is_noticed_everywhere(printed: Printed) -> None:
    samples = {place: value for (place, _), value in shown(printed) if isinstance(value, dict)}
    for place, value in samples.items():
        if schema_at(place).get("type") != "object":
            continue
        assert problem(place, value) is None
        assert problem(place, {**value, "unheard_of": 1}), place
        for key in schema_at(place).get("required", ()):
            assert problem(place, {other: value[other] for other in value if other != key}), (place, key)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(notebook=notebooks())
def test_any_notebook_is_exported_as_the_schema_says(
    tmp_path_factory: pytest.TempPathFactory, notebook: Notebook
) -> None:
    netprep = Netprep(tmp_path_factory.mktemp("home"))
    netprep("import", "-", stdin=write_notebook(notebook))
    assert problem("export.json#", json.loads(netprep("export", "--format", "json").stdout)) is None


@pytest.fixture(scope="module")
def _printed() -> dict[Make, list[tuple[Run, Any]]]:
    return {}


@pytest.fixture
def printed(_printed: dict[Make, list[tuple[Run, Any]]], tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The lines that are run on a notebook, each with the document it printed; they are run once."""

    def documents(make: Make) -> list[tuple[Run, Any]]:
        if make not in _printed:
            netprep = Netprep(tmp_path_factory.mktemp("printed") / "home")
            make(netprep)
            runs = [Run(each) if isinstance(each, str) else each for each in RUNS[make]]
            found = [(run, document_of(netprep, run)) for run in runs]
            _printed[make] = [(run, document) for run, document in found if document is not None]
        return _printed[make]

    return documents


def document_of(netprep: Netprep, run: Run) -> Any:
    """The document that a line prints; None for a command that prints none and prepares others."""
    arguments = shlex.split(run.line)
    if command_of(run.line) is None:
        netprep(*arguments, stdin=run.stdin, today=run.today)
        return None
    done = netprep(*arguments, "--format", "json", stdin=run.stdin, today=run.today, code=None)
    assert done.code in (0, 1, 5), f"{run.line}\n{done.stderr}"
    return json.loads(done.stdout)


def documents_of_lines(netprep: Netprep) -> list[Any]:
    """What ``check --jsonl`` answers, line by line."""
    done = netprep("check", "--jsonl", "-", stdin=LINES, code=3)
    return [json.loads(line) for line in done.stdout.splitlines()]


def shown(printed: Printed) -> Iterator[tuple[Shape, Any]]:
    """Every shape that any document shows, with the value that shows it."""
    for make in RUNS:
        for run, document in printed(make):
            yield from shapes(f"{file_of(run.line)}#", document)


@cache
def commands() -> frozenset[str]:
    """Every command that has ``--format json``, by its words."""
    root = click.Context(cli)
    return frozenset(name for top in COMMANDS for name in _with_json(top, cli.get_command(root, top)))


def _with_json(name: str, command: click.Command | None) -> Iterator[str]:
    assert command is not None
    formats = [option for option in command.params if "--format" in option.opts]
    if any("json" in getattr(each.type, "choices", re.findall(r"\w+", getattr(each, "help", ""))) for each in formats):
        yield name
    if isinstance(command, click.Group):
        for each, child in command.commands.items():
            yield from _with_json(f"{name} {each}", child)


def command_of(line: str) -> str | None:
    """The command with ``--format json`` that a line calls, such as ``contact show``."""
    said = shlex.split(line)
    found = [name for name in commands() if said[: len(name.split())] == name.split()]
    return max(found, key=len, default=None)


def file_of(line: str) -> str:
    """The schema of the command that a line calls."""
    return f"{(command_of(line) or '').replace(' ', '-')}.json"
