"""How commands show things: results on stdout as text or JSON, talk on stderr."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

from netprep.model.text import clean

F = TypeVar("F", bound=Callable[..., Any])
VERSION = 1
_WIDEST = 88
_UNBROKEN = 10_000
_NARROWEST = 30


def format_option(command: F) -> F:
    """Give a command ``--format text|json`` as the argument ``as_json``."""
    option = click.option(
        "--format",
        "as_json",
        type=click.Choice(["text", "json"]),
        default="text",
        callback=lambda _ctx, _param, value: value == "json",
        help="What to print: text for people, json for programs.",
    )
    return option(command)


def print_json(document: Mapping[str, Any]) -> None:
    """Print a document as JSON with its version first."""
    click.echo(json_text(document))


def json_text(document: Mapping[str, Any]) -> str:
    """A document as JSON with its version first."""
    import json

    return json.dumps({"version": VERSION, **document}, ensure_ascii=False, indent=2)


def print_text(text: str = "") -> None:
    """Print text as it stands, without control characters or escapes."""
    click.echo(clean(text))


def print_wrapped(text: str, indent: str = "", hanging: str | None = None) -> None:
    """Print text wrapped to the terminal; the second line on begins with ``hanging``."""
    print_text(wrapped(text, indent, hanging))


def wrapped(text: str, indent: str = "", hanging: str | None = None) -> str:
    """``text`` in lines no wider than the terminal."""
    return "\n".join(
        textwrap.fill(
            clean(line),
            width(),
            initial_indent=indent,
            subsequent_indent=indent if hanging is None else hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.split("\n")
    )


def print_rows(rows: Iterable[tuple[str, str]], gap: int = 2) -> None:
    """Print pairs as two columns; the left one takes at most a third of the width."""
    pairs = [(clean(left), clean(right)) for left, right in rows]
    left_width = min(max((len(left) for left, _ in pairs), default=0), width() // 3)
    for left, right in pairs:
        if len(left) > left_width or not right:
            print_wrapped(left, hanging="  ")
            left = ""
        if right:
            print_wrapped(right, left.ljust(left_width + gap), " " * (left_width + gap))


def width() -> int:
    """Columns to use: a terminal's, within what reads well; a pipe's lines are not broken."""
    if sys.stdout.isatty():
        return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
    return max(_NARROWEST, shutil.get_terminal_size((_UNBROKEN, 24)).columns)


def talk(text: str, indent: str = "") -> None:
    """Say something beside the result, on stderr."""
    click.echo(wrapped(text, indent), err=True)


def is_terminal() -> bool:
    """Whether a person can be asked something."""
    return sys.stdin.isatty() and sys.stderr.isatty()
