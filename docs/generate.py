"""Write the reference pages and the shared schemas from the program itself; ``--check`` only compares."""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

import click
from record_schemas import shared_schemas

from netprep.api import given, hooks, views
from netprep.cli import COMMANDS, cli
from netprep.compose.rulebook import book_text
from netprep.guard.book import BOOK, PACK
from netprep.prompts import builtin_folder
from netprep.prompts.fragment import parse_fragment
from netprep.settings.method import MethodSettings, constants
from netprep.settings.user import PREFERENCES

FOLDER = Path(__file__).parent


def main() -> int:
    """Write or compare the generated pages; 1 if one is not up to date."""
    pages: dict[str | Path, str] = {
        "commands.md": commands_page(),
        "settings.md": settings_page(),
        "templates.md": templates_page(),
        "json.md": json_page(),
        "schemas/shared.json": shared_schemas(),
        "plugins.md": plugins_page(),
        BOOK: book_text(PACK),
    }
    check = "--check" in sys.argv[1:]
    stale = []
    for name, text in pages.items():
        path = FOLDER / name
        if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
            stale.append(str(name))
        elif not check:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"not up to date: {', '.join(stale)}; run: make docs", file=sys.stderr)
    return 1 if stale else 0


def commands_page() -> str:
    """Every command with its ``--help``."""
    lines = ["# Commands", "", "Made by `make docs` from the program itself.", ""]
    context = click.Context(cli, info_name="netprep", terminal_width=88)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        if command is None:
            continue
        lines += [f"## netprep {name}", ""]
        for _path, text in _helps(command, context, f"netprep {name}"):
            lines += ["```text", text, "```", ""]
    return "\n".join(lines)


def _helps(command: click.Command, parent: click.Context, path: str) -> Iterator[tuple[str, str]]:
    context = click.Context(command, info_name=path.split()[-1], parent=parent, terminal_width=88)
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name, child in sorted(command.commands.items()):
            yield from _helps(child, context, f"{path} {name}")


def settings_page() -> str:
    """Every setting, and every number of the method with its source and grade."""
    lines = [
        "# Settings",
        "",
        "Made by `make docs` from the program itself. `netprep config set NAME VALUE` sets one.",
        "",
    ]
    lines += ["| name | without a setting | can be | what it is |", "|---|---|---|---|"]
    for each in PREFERENCES:
        lines.append(f"| `{each.name}` | {each.default} | {', '.join(each.choices) or 'any'} | {each.about} |")
    lines += [
        "",
        "## The numbers of the method",
        "",
        "Grades: A large field evidence close to our use · B good experiments in another setting ·",
        "C observational, survey or vendor data · D experienced people say so, no test found.",
        "",
        "| name | value | unit | source | grade |",
        "|---|---|---|---|---|",
    ]
    for rule in constants(MethodSettings()):
        lines.append(f"| `method.{rule.name}` | {rule.value:g} | {rule.unit} | {rule.source} | {rule.grade} |")
    return "\n".join([*lines, ""])


def templates_page() -> str:
    """Every template with the values it is given, after the part written by hand."""
    lines = [(FOLDER / "templates.intro.md").read_text(encoding="utf-8").rstrip(), ""]
    for path in sorted(builtin_folder().rglob("*.j2")):
        name = path.relative_to(builtin_folder()).as_posix().removesuffix(".j2")
        fragment = parse_fragment(name, path)
        lines += [f"### `{name}`", "", f"{fragment.front.about[:1].upper()}{fragment.front.about[1:]}.", ""]
        lines += [f"- `{value}`: {meaning}" for value, meaning in fragment.front.values]
        lines += [""] if fragment.front.values else []
    return "\n".join(lines)


def json_page() -> str:
    """Every JSON Schema of a command, after the part written by hand."""
    lines = [(FOLDER / "json.intro.md").read_text(encoding="utf-8").rstrip(), ""]
    lines += ["| command | schema | what it prints |", "|---|---|---|"]
    rows = []
    for path in (FOLDER / "schemas").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        if path.name != "shared.json":
            link = f"[{path.name}](schemas/{path.name})"
            rows.append(f"| `{schema['title']}` | {link} | {schema['description']} |")
    return "\n".join([*lines, *sorted(rows), ""])


def plugins_page() -> str:
    """Every hook with its exact signature and an example, and every dataclass with its fields."""
    lines = [(FOLDER / "plugins.intro.md").read_text(encoding="utf-8").rstrip(), "", "## The hooks", ""]
    for name, hook in vars(hooks).items():
        if name.startswith("netprep_"):
            about, _, example = inspect.cleandoc(hook.__doc__ or "").partition("Example:\n")
            lines += [f"### `{name}`", "", "```python", _signature(name, hook), "```", ""]
            lines += [_marked(about).strip(), "", "```pycon", inspect.cleandoc(example).strip(), "```", ""]
    for title, module in (("What hooks give", given), ("What hooks get", views)):
        lines += [f"## {title}", ""]
        for kind in vars(module).values():
            if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__:
                lines += [f"### `{kind.__name__}`", "", _marked(inspect.cleandoc(kind.__doc__ or "")), ""]
                lines += ["```python", *map(_field, dataclasses.fields(kind)), "```", ""]
    return "\n".join(lines)


def _signature(name: str, hook: Callable[..., object]) -> str:
    parameters = ", ".join(f"{each}: {kind}" for each, kind in hook.__annotations__.items() if each != "return")
    return f"def {name}({parameters}) -> {hook.__annotations__['return']}"


def _marked(text: str) -> str:
    return text.replace("``", "`")


def _field(field: dataclasses.Field[object]) -> str:
    default = "" if field.default is dataclasses.MISSING else f" = {field.default!r}".replace("'", '"')
    if isinstance(field.default, Enum):
        default = f" = {type(field.default).__name__}.{field.default.name}"
    return f"{field.name}: {field.type}{default}"


if __name__ == "__main__":
    sys.exit(main())
