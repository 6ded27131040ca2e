"""Whether what a plugin gave is what the hook asks for: type by type, before anybody uses it."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from netprep.loader.isolation import PluginFault

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_WORDS: Mapping[Any, str] = {
    str: "a text",
    int: "a whole number",
    bool: "True or False",
    Path: "a pathlib.Path",
    types.NoneType: "None",
}


def listed(given: Any, kind: type[Any], hook: str) -> tuple[Any, ...]:
    """What a hook gave, as a tuple of the type it has to give, each of them well-formed.

    Raises:
        PluginFault: it gave something else.
    """
    if given is None:
        return ()
    if isinstance(given, str | bytes | Mapping | kind):
        raise PluginFault(f"{hook} gave {_a(given)}, not a list of {kind.__name__}")
    try:
        values = tuple(given)
    except TypeError as error:
        if hasattr(given, "__iter__"):
            raise  # it is a generator, and the plugin's own code raised
        raise PluginFault(f"{hook} gave {_a(given)}, not a list of {kind.__name__}") from error
    for value in values:
        if type(value) is not kind:
            raise PluginFault(f"{hook} gave {_a(value)} where {_with_article(kind.__name__)} belongs")
        _check(value, hook)
    return values


def what_is(kind: type[Any]) -> str:
    """The name of a type in words: ``PromptFolder`` is a prompt folder."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()


def _check(value: Any, hook: str) -> None:
    for field, hint in _hints(type(value)).items():
        part = getattr(value, field)
        if not _fits(part, hint):
            raise PluginFault(
                f"{hook} gave {_with_article(type(value).__name__)} whose {field} is {_a(part)}, not {_spelled(hint)}"
            )
    for suffix in getattr(value, "suffixes", None) or filter(None, [getattr(value, "suffix", None)]):
        if not suffix.startswith(".") or len(suffix) < 2:
            raise PluginFault(f"{hook} gave a file ending “{suffix[:40]}”", do="A file ending begins with a dot: .csv")
    name = getattr(value, "name", None)
    if isinstance(name, str) and not _NAME.fullmatch(name):
        raise PluginFault(
            f"{hook} gave {_with_article(type(value).__name__)} named “{name[:40]}”",
            do="A name is small letters, digits, dots and dashes, at most 40 of them.",
        )


_cached: dict[type[Any], dict[str, Any]] = {}


def _hints(kind: type[Any]) -> dict[str, Any]:
    if kind not in _cached:
        _cached[kind] = typing.get_type_hints(kind)
    return _cached[kind]


def _fits(value: Any, hint: Any) -> bool:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return any(_fits(value, each) for each in inner)
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(each, inner[0]) for each in value)
    if origin is Callable:
        return callable(value)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


def _spelled(hint: Any) -> str:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return " or ".join(map(_spelled, inner))
    if origin is tuple:
        return f"a tuple, each of it {_spelled(inner[0])}"
    if origin is Callable:
        return "a function"
    return _WORDS.get(hint) or _with_article(hint.__name__)


def _a(value: Any) -> str:
    return "None" if value is None else _with_article(type(value).__name__)


def _with_article(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
