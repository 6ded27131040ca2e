"""One record as a file to edit: every key explained, the unused ones ready to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from netprep.exchange.check import check_record
from netprep.exchange.key_help import EXAMPLE_LINES, KEY_HELP
from netprep.exchange.source import decode
from netprep.exchange.yaml_reader import read_yaml
from netprep.exchange.yaml_writer import key_lines, values
from netprep.model.codec import Document, Malformed, from_document, key_names
from netprep.model.records import Contact, Event, Fact, Group, LibraryItem, Me

R = TypeVar("R", Contact, Event, Fact, Group, LibraryItem, Me)

LOG_KEY = "log"
"""The key that is never edited: a log is only added to."""


def write_record(record: Contact | Event | Fact | Group | LibraryItem | Me, comments: Mapping[str, str]) -> str:
    """A record as YAML, its log left out.

    Args:
        record: what to edit.
        comments: a phrase for each key, such as ``KEY_HELP[Contact]``; a key without one gets none.
    """
    cls = type(record)
    written = dict(values(record))
    lines: list[str] = []
    for key in ("id", *(each for each in key_names(cls) if each != "id")):
        if key in key_names(cls) and key != LOG_KEY:
            lines += _set(key, written[key], comments) if key in written else _unset(cls, key, comments)
    if LOG_KEY in key_names(cls):
        lines.append(f"# The log is not shown: {comments.get(LOG_KEY, 'it is only added to')}.")
    return "\n".join(lines) + "\n"


def parse_record(cls: type[R], data: str | bytes, name: str) -> R:
    """The record in the text that :func:`write_record` made and a person changed.

    A contact or event comes back with an empty log: the caller keeps the one it has. References to
    other records are not looked up here.

    Raises:
        BadFile: with file, line and what to do.
    """
    document, source = read_yaml(
        decode(data.encode(errors="surrogatepass") if isinstance(data, str) else data, name), name
    )
    try:
        _refuse_log(document)
        record = from_document(cls, document)
        check_record(record)
    except Malformed as error:
        raise source.malformed(error) from error
    return record


def help_for(cls: type) -> Mapping[str, str]:
    """The phrases to give :func:`write_record` for a record of this class."""
    return KEY_HELP[cls]


def _set(key: str, value: Any, comments: Mapping[str, str]) -> Iterator[str]:
    if key in comments:
        yield f"# {comments[key]}"
    yield from key_lines(key, value, "")


def _unset(cls: type, key: str, comments: Mapping[str, str]) -> Iterator[str]:
    """A line that becomes the key when its first two characters are taken away.

    The explanation stays a comment then, so that a key taken up but not filled in stays empty.
    """
    yield f"# {key}:   # {comments[key]}" if key in comments else f"# {key}: "
    if example := EXAMPLE_LINES.get((cls, key)):
        yield f"#   - {example}"


def _refuse_log(document: Document | Any) -> None:
    if isinstance(document, dict) and LOG_KEY in document:
        raise Malformed((LOG_KEY,), "a log is not edited; it is added to, and an entry is struck, with “netprep log”")
