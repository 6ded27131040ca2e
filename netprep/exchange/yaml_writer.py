"""A notebook as YAML that people can edit and that no reader, of YAML 1.1 or 1.2, misreads.

The layout is our own because the emitters' is not ours to choose: one record a line below the
second level, lists indented under their key, and the same text whichever emitter an installation
has (libyaml's escapes every emoji, the Python one does not). Escaping is the JSON module's: a JSON
string is a YAML double-quoted scalar. Tests hold the result against three readers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from netprep.model.moment import Moment
from netprep.model.records import Notebook

_FLOW_SECTIONS = frozenset({"library"})
_MISREAD = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# White space but a single blank, and what either YAML does not count as printable.
_NEEDS_QUOTES = re.compile("[^\\S ]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|: |:$| #")
_NEEDS_QUOTES_IN_FLOW = re.compile(r"[,\[\]{}:?#]")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_LITERAL = re.compile("[^\\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]| \n")


def write_yaml(notebook: Notebook) -> str:
    """The whole notebook as a file of version 1."""
    lines = ["netprep: 1"]
    if notebook.me is not None:
        lines.append("me:")
        lines += block(notebook.me, "  ")
    for section in ("contacts", "events", "groups", "library"):
        records = getattr(notebook, section)
        if records:
            lines.append(f"{section}:")
        for record in records:
            lines += [f"  - {flow(record)}"] if section in _FLOW_SECTIONS else _item(record)
    return "\n".join(lines) + "\n"


def block(record: Any, indent: str) -> Iterator[str]:
    """The lines of a record, one key a line; records inside it one a line."""
    for key, value in values(record):
        yield from key_lines(key, value, indent)


def key_lines(key: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of one key of a record in block style."""
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        yield f"{indent}{key}:"
        for each in value:
            yield f"{indent}  - {flow(each)}"
    elif isinstance(value, str) and "\n" in value and _fits_literal(value):
        yield f"{indent}{key}: |-"
        for line in value.split("\n"):
            yield f"{indent}  {line}" if line else ""
    else:
        yield f"{indent}{key}: {flow(value) if isinstance(value, tuple) or is_dataclass(value) else _scalar(value)}"


def flow(value: Any) -> str:
    """A value on one line: ``{key: value}``, ``[item, item]`` or a scalar."""
    if isinstance(value, tuple):
        return f"[{', '.join(flow(each) for each in value)}]"
    if is_dataclass(value) and not isinstance(value, Moment):
        return f"{{{', '.join(f'{key}: {flow(each)}' for key, each in values(value))}}}"
    return _scalar(value, in_flow=True)


def values(record: Any) -> Iterator[tuple[str, Any]]:
    """The keys a record is written with (those the codec writes), each with its typed value; its id leads."""
    for key, name, default in _keys(type(record)):
        value = getattr(record, name)
        if default is MISSING or value != default:
            yield key, value


_cached: dict[type, tuple[tuple[str, str, Any], ...]] = {}


def _keys(cls: type) -> tuple[tuple[str, str, Any], ...]:
    """Key, field name and default of every field."""
    if cls not in _cached:
        keys = [(field.metadata.get("key", field.name), field.name, field.default) for field in fields(cls)]
        _cached[cls] = tuple(sorted(keys, key=lambda key: key[0] != "id"))
    return _cached[cls]


def _item(record: Any) -> list[str]:
    lines = list(block(record, "    "))
    lines[0] = f"  - {lines[0].lstrip()}"
    return lines


def _scalar(value: Any, *, in_flow: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Moment):
        return str(value)
    text = str(value)
    return text if _is_plain(text, in_flow=in_flow) else quoted(text)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether every reader takes the bare text for this text.

    Numbers, dates, times, ``=``, ``<<``, ``~`` and all indicators begin with something that is no
    letter, so what begins with a letter and is none of the words for true, false or null is text.
    """
    if not text[:1].isalpha() or text[-1] == " " or text.lower() in _MISREAD:
        return False
    return not (_NEEDS_QUOTES.search(text) or (in_flow and _NEEDS_QUOTES_IN_FLOW.search(text)))


def quoted(text: str) -> str:
    """``text`` between double quotes, with escapes that JSON and both YAMLs share."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _fits_literal(text: str) -> bool:
    """Whether a literal block gives the text back: no blanks at line ends, nothing to escape."""
    return not (text[0].isspace() or text[-1].isspace() or _NOT_LITERAL.search(text))
