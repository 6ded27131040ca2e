"""The door is whole: what it promises is there, documented, and shown by examples that run."""

from __future__ import annotations

import ast
import dataclasses
import doctest
import inspect
import re
import typing
from collections.abc import Callable
from pathlib import Path

import pytest

from netprep import api
from netprep.api import given, hooks, registry, views
from netprep.loader.loaded import HOOKS
from netprep.loader.samples import arguments_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")


def named_in(hint: object) -> set[str]:
    """The classes of netprep that a type is made of."""
    found = {hint.__name__} if isinstance(hint, type) and hint.__module__.startswith("netprep") else set()
    for inner in typing.get_args(hint):
        for each in inner if isinstance(inner, list) else [inner]:
            found |= named_in(each)
    return found


def dataclasses_of(module: object) -> list[type]:
    return [
        each
        for each in vars(module).values()
        if dataclasses.is_dataclass(each) and isinstance(each, type) and each.__module__ == module.__name__  # type: ignore[attr-defined]
    ]


def test_everything_promised_is_there_once() -> None:
    assert all(hasattr(api, name) for name in api.__all__)
    assert len(set(api.__all__)) == len(api.__all__)


def test_whatever_a_hook_gives_or_gets_can_be_imported_from_the_door() -> None:
    needed = {each.__name__ for module in (given, views) for each in dataclasses_of(module)}
    for name in HOOKS:
        for hint in typing.get_type_hints(getattr(hooks, name)).values():
            needed |= named_in(hint)
    for module in (given, views):
        for each in dataclasses_of(module):
            for hint in typing.get_type_hints(each).values():
                needed |= named_in(hint)
    assert needed <= set(api.__all__)


def test_nothing_is_promised_that_no_plugin_could_use() -> None:
    used = {each.__name__ for module in (given, views) for each in dataclasses_of(module)}
    for module in (given, views):
        for each in dataclasses_of(module):
            for hint in typing.get_type_hints(each).values():
                used |= named_in(hint)
    others = {"API_VERSION", "Contribution", "Registry", "ServiceFailed", "hookimpl"}
    assert set(api.__all__) == used | others


def test_every_hook_has_a_way_to_its_things() -> None:
    source = inspect.getsource(registry)
    for name in HOOKS:
        assert f'"{name}"' in source, name
        parameters = set(inspect.signature(getattr(hooks, name)).parameters)
        for arguments in arguments_of(name):
            assert set(arguments) == parameters


@pytest.mark.parametrize("name", HOOKS)
def test_the_example_of_every_hook_runs(name: str) -> None:
    hook: Callable[..., object] = getattr(hooks, name)
    (test,) = doctest.DocTestFinder(recurse=False).find(hook, name, module=hooks, globs={})
    assert len(test.examples) >= 3, "a hook's docstring shows how it is implemented and what comes of it"
    assert f"def {name}(" in test.docstring  # type: ignore[operator]
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert runner.summarize().failed == 0


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_says_when_it_is_called_and_what_an_exception_does(name: str) -> None:
    text = inspect.getdoc(getattr(hooks, name)) or ""
    assert "Called " in text
    assert re.search(r"An?\s+exception|anything else as a fault", text)


@pytest.mark.parametrize("name", HOOKS)
def test_the_docs_have_every_hook_with_its_exact_signature(name: str) -> None:
    (node,) = (
        each
        for each in ast.parse(inspect.getsource(hooks)).body
        if isinstance(each, ast.FunctionDef) and each.name == name
    )
    signature = f"def {name}({ast.unparse(node.args)}) -> {ast.unparse(node.returns)}"  # type: ignore[arg-type]
    assert signature in PAGE


@pytest.mark.parametrize("kind", [*dataclasses_of(given), *dataclasses_of(views)], ids=lambda kind: kind.__name__)
def test_the_docs_have_everything_given_and_got_with_its_fields(kind: type) -> None:
    section = PAGE.split(f"### `{kind.__name__}`\n")[1].split("\n### ")[0]
    for field in dataclasses.fields(kind):
        assert f"\n{field.name}: {field.type}" in section


def test_the_docs_say_what_has_to_be_said() -> None:
    for said in ("trusted code", "--send", "NETPREP_API = 1", "exit code 5", "--no-plugins", "netprep.commands"):
        assert said in PAGE
