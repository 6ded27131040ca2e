"""JSON to a plain document, refusing what would silently lose data."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from netprep.errors import BadFile
from netprep.exchange.source import DEEPEST, Source
from netprep.exchange.yaml_reader import find_line as find_line_in_yaml
from netprep.exchange.yaml_reader import read_yaml
from netprep.model.codec import Path

_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|.)")


class _GivenTwice(Exception):
    """An object has a key twice; the JSON module does not say where."""


def read_json(text: str, name: str) -> tuple[Any, Source]:
    """The document in ``text``.

    Raises:
        BadFile: with the line, for broken JSON, a key given twice and too deep a nesting.
    """
    source = Source(name, text, find_line)
    try:
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise source.bad(f"this is not JSON: {error.msg}", error.lineno) from error
    except _GivenTwice as error:
        raise _given_twice(source, str(error)) from None
    except RecursionError as error:
        raise source.bad(f"nested deeper than {DEEPEST} levels", 1, "A notebook needs six.") from error
    except ValueError as error:  # NaN, or an integer with more digits than Python reads
        raise source.bad(f"this is not JSON: {error}", 1, "Write an ordinary number.") from error
    if too_deep := _too_deep(document, ()):
        line = find_line(text, too_deep)
        raise source.bad(f"nested deeper than {DEEPEST} levels", line, "A notebook needs six.")
    return document, source


def find_line(text: str, path: Path) -> int | None:
    """The line of ``path``, as near as reading JSON as YAML tells."""
    return find_line_in_yaml(_as_yaml(text), path)


def _as_yaml(text: str) -> str:
    """JSON with the two things taken out that YAML reads otherwise: tabs and escapes."""
    return _ESCAPE.sub("_", text.replace("\t", " "))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) < len(pairs):
        seen: set[str] = set()
        raise _GivenTwice(next(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]
    return document


def _given_twice(source: Source, key: str) -> BadFile:
    try:
        read_yaml(_as_yaml(source.text), source.name)
    except BadFile as error:
        if "given twice" in error.message:
            return error
    return source.bad(f"the key “{key[:60]}” is given twice", 1, "Keep one of the two.")


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number")


def _too_deep(value: Any, path: Path) -> Path | None:
    if not isinstance(value, dict | list):
        return None
    if len(path) >= DEEPEST:
        return path
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return next((found for step, each in steps if (found := _too_deep(each, (*path, step)))), None)
