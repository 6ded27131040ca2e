"""Records to plain documents and back: one definition of every key, for the store and for files.

A *document* is what JSON can hold: dicts with string keys, lists, strings, whole numbers and
booleans. Reading is strict (an unknown key, a wrong type or a missing key is an error that names
its path); a YAML file's scalars arrive as strings and are typed here, so ``no`` stays a name.
Writing leaves out whatever equals its default, and keeps the order of the record's fields.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import COMMON_ENTRY_KEYS, ENTRY_KEYS, Entry
from netprep.model.text import clean
from netprep.model.words import EntryKind

R = TypeVar("R")
Document = dict[str, Any]
Path = tuple[str | int, ...]

LONGEST_TEXT = 50_000
"""Characters one value may have: longer than any letter, far from a memory problem."""
LONGEST_NAME = 200
"""Characters a name, a title or an id may have."""
SHORT_KEYS = frozenset({"name", "nickname", "title", "id", "contact", "org", "role"})
"""Keys whose texts are one line of at most ``LONGEST_NAME`` characters."""


class Malformed(ValueError):
    """A document that is not what the schema asks for.

    Attributes:
        path: where, from the outermost document inwards: ``("contacts", 0, "facts", 1, "field")``.
        reason: what is wrong there, as a sentence without a full stop.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{spell_path(path)}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


def spell_path(path: Path) -> str:
    """A path as people read it: ``contacts[1].facts[2].field`` (counted from one)."""
    spelt = ""
    for step in path:
        spelt += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if spelt else step
    return spelt


def closest(word: str, words: typing.Iterable[str]) -> str | None:
    """The one of ``words`` that ``word`` was probably meant to be, if any is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), None)


@frozen
class _Key:
    """How one field of a record is read and written."""

    key: str
    field: str
    read: Callable[[Any, Path], Any]
    default: Any
    required: bool


def to_document(record: Any) -> Document:
    """The document of a record, without the keys that hold their default."""
    document: Document = {}
    for key in _shape(type(record)).keys:
        value = getattr(record, key.field)
        if key.required or value != key.default:
            document[key.key] = _plain(value)
    return document


def from_document(cls: type[R], document: Any, path: Path = ()) -> R:
    """The record that ``document`` describes.

    Raises:
        Malformed: with the path of the first thing that is wrong.
    """
    if not isinstance(document, dict):
        raise Malformed(path, f"expected keys and values, found {_named_type(document)}")
    shape = _shape(cls)
    keys = shape.by_name
    allowed = _allowed(cls, document, keys, path)
    values: dict[str, Any] = {}
    for name, value in document.items():
        if name not in allowed:
            raise Malformed((*path, name), _unknown(name, allowed))
        # An empty value means "not filled in", as it does in the file `edit` opens.
        if value is None or (value == "" and not keys[name].required):
            continue
        values[keys[name].field] = keys[name].read(value, (*path, name))
    for key in shape.required:
        if key.field not in values:
            raise Malformed(path, f"the key “{key.key}” is missing")
    try:
        return cls(**values)
    except ValueError as error:
        raise Malformed(path, str(error)) from error


def key_names(cls: type) -> tuple[str, ...]:
    """Every key a record of this class may have, in the order they are written."""
    return tuple(key.key for key in _shape(cls).keys)


def read_value(cls: type, key: str, value: Any) -> tuple[str, Any]:
    """One key of a record typed on its own: ``(field name, value)``, for ``--set KEY=VALUE``.

    Raises:
        Malformed: the key does not exist or the value is not of its type.
    """
    keys = _shape(cls).by_name
    if key not in keys:
        raise Malformed((key,), _unknown(key, keys))
    return keys[key].field, keys[key].read(value, (key,))


def _unknown(name: str, allowed: typing.Iterable[str]) -> str:
    near = closest(name, allowed)
    return f"there is no key “{name}” here" + (f"; did you mean “{near}”?" if near else "")


def _allowed(cls: type, document: Document, keys: dict[str, _Key], path: Path) -> typing.Iterable[str]:
    if cls is not Entry or "kind" not in document:
        return keys
    kind = keys["kind"].read(document["kind"], (*path, "kind"))
    return _keys_of_entry(kind)


@cache
def _keys_of_entry(kind: EntryKind) -> frozenset[str]:
    return COMMON_ENTRY_KEYS | ENTRY_KEYS[kind]


@frozen
class _Shape:
    """The keys of a class of record: in their order, by name, and those that have to be there."""

    keys: tuple[_Key, ...]
    by_name: dict[str, _Key]
    required: tuple[_Key, ...]


_SHAPES: dict[type, _Shape] = {}


def _shape(cls: type) -> _Shape:
    if cls not in _SHAPES:
        keys = _read_keys(cls)
        required = tuple(key for key in keys if key.required)
        _SHAPES[cls] = _Shape(keys, {key.key: key for key in keys}, required)
    return _SHAPES[cls]


def _read_keys(cls: type) -> tuple[_Key, ...]:
    types = typing.get_type_hints(cls)
    return tuple(
        _Key(
            key=(name := field.metadata.get("key", field.name)),
            field=field.name,
            read=_reader(types[field.name], name),
            default=None if field.default is dataclasses.MISSING else field.default,
            required=field.default is dataclasses.MISSING,
        )
        for field in dataclasses.fields(cls)
    )


def _reader(kind: Any, key: str) -> Callable[[Any, Path], Any]:
    if isinstance(kind, UnionType):
        return _reader(next(arm for arm in typing.get_args(kind) if arm is not NoneType), key)
    if typing.get_origin(kind) is tuple:
        return _list_reader(_reader(typing.get_args(kind)[0], key))
    if kind is str:
        limit = LONGEST_NAME if key in SHORT_KEYS else LONGEST_TEXT
        return lambda value, path: _read_text(value, path, limit)
    if kind in (bool, int, Moment):
        return {bool: _read_bool, int: _read_int, Moment: _read_moment}[kind]
    if issubclass(kind, StrEnum):
        words = {word.value: word for word in kind}
        return lambda value, path: _read_word(words, value, path)
    return lambda value, path: from_document(kind, value, path)


def _list_reader(read: Callable[[Any, Path], Any]) -> Callable[[Any, Path], Any]:
    def read_list(value: Any, path: Path) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Malformed(path, f"expected a list, found {_named_type(value)}")
        return tuple(read(each, (*path, i)) for i, each in enumerate(value))

    return read_list


def _read_text(value: Any, path: Path, limit: int) -> str:
    if not isinstance(value, str):
        raise Malformed(path, f"expected text, found {_named_type(value)}")
    text = clean(value).strip()
    if limit == LONGEST_NAME:
        text = " ".join(text.split())
    if len(text) > limit:
        raise Malformed(path, f"{len(text):,} characters are too many; at most {limit:,} fit")
    if not text:
        raise Malformed(path, "this is empty")
    return text


def _read_bool(value: Any, path: Path) -> bool:
    if isinstance(value, bool):
        return value
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if isinstance(value, str) and value.strip().lower() in words:
        return words[value.strip().lower()]
    raise Malformed(path, f"expected true or false, found {_shown(value)}")


def _read_int(value: Any, path: Path) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        number = value
    elif isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
        number = int(value.strip()[:12])
    else:
        raise Malformed(path, f"expected a whole number, found {_shown(value)}")
    if not 0 <= number < 10**9:
        raise Malformed(path, f"expected a whole number from 0 up, found {_shown(value)}")
    return number


def _read_moment(value: Any, path: Path) -> Moment:
    if isinstance(value, str):
        try:
            return Moment.parse(value)
        except ValueError:
            pass
    raise Malformed(path, f"expected a date like 2026-11-19 or 2026-11-19T18:00, found {_shown(value)}")


def _read_word(words: dict[str, StrEnum], value: Any, path: Path) -> StrEnum:
    if isinstance(value, str) and (word := words.get(value.strip())):
        return word
    near = closest(value, words) if isinstance(value, str) else None
    meant = f"; did you mean “{near}”?" if near else f"; it can be {', '.join(words)}"
    raise Malformed(path, f"{_shown(value)} is not one of the words for this key{meant}")


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Moment):
        return str(value)
    if hasattr(value, "__dataclass_fields__"):
        return to_document(value)
    return value


def _named_type(value: Any) -> str:
    if value is None:
        return "nothing"
    names = {dict: "keys and values", list: "a list", bool: "true or false"}
    return names.get(type(value), _shown(value))


def _shown(value: Any) -> str:
    text = clean(str(value))
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
