"""``netprep check --jsonl``: many texts, one a line, each answered in its turn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any, TypeGuard

from netprep.compose.check import LARGEST, Checker, checked_document, read_wording
from netprep.errors import DataError
from netprep.model.frozen import frozen
from netprep.model.words import Form

_FORMS = {form.value: form for form in Form}


@frozen
class Answer:
    """The answer to a line: a document of JSON, and what is wrong with the line where it is broken."""

    document: dict[str, Any]
    line: int
    error: str = ""


class BrokenLine(DataError):
    """A line that cannot be checked."""


_OTHER_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""What JSON lets stand in a text, and some readers of lines take for the end of one."""


def answers(lines: IO[bytes], check: Checker, form: Form | None = None) -> Iterator[Answer]:
    """Check a text a line; only one is held at a time. Empty lines are passed over.

    Args:
        lines: objects with ``id`` and ``text``, and ``form`` and ``subject`` where they have them.
        check: what checks a text.
        form: the form of those that name none.
    """
    for number, line in enumerate(_lines(lines), 1):
        if not line.strip():
            continue
        document: Any = None
        try:
            document = _document(line)
            wording = read_wording(_text(document, "text"), "text", *_manner(document, form))
            yield Answer({"version": 1, "id": _identity(document), **checked_document(check(wording))}, number)
        except DataError as error:
            message = error.message.rstrip(".")
            identity = document.get("id") if isinstance(document, dict) else None
            known = identity if _is_identity(identity) else None
            yield Answer({"version": 1, "id": known, "line": number, "error": message}, number, message)


def in_json(document: dict[str, Any]) -> str:
    """A document in one line."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_OTHER_LINE_ENDS)


def _lines(lines: IO[bytes]) -> Iterator[bytes]:
    """Each line; of one that is too long no more than shows that it is."""
    while line := lines.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = lines.readline(LARGEST + 1)
        yield line


def _document(line: bytes) -> Any:
    if len(line) > LARGEST:
        raise BrokenLine(f"it is too long; at most {LARGEST:,} bytes are read")
    try:
        document = json.loads(line)
    except UnicodeDecodeError:
        raise BrokenLine("it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BrokenLine("it is not JSON") from None
    if not isinstance(document, dict):
        raise BrokenLine('it is no object such as {"id": "1", "text": "..."}')
    if rb"\u" in line and not _is_text(document):
        raise BrokenLine("it has half a character in it (a lone surrogate)")
    return document


def _is_text(document: dict[str, Any]) -> bool:
    try:
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        document.pop("id", None)
        return False
    return True


def _text(document: dict[str, Any], key: str) -> str:
    value = document.get(key)
    if not isinstance(value, str):
        raise BrokenLine(f"“{key}” is missing" if value is None else f"“{key}” is not a text")
    return value


def _manner(document: dict[str, Any], form: Form | None) -> tuple[Form | None, str | None]:
    """The form and the subject of a line."""
    named = document.get("form")
    if named is not None:
        if not isinstance(named, str) or named not in _FORMS:
            raise BrokenLine(f"there is no form {in_json(named)[:60]}; there is {', '.join(_FORMS)}")
        form = _FORMS[named]
    return form, None if document.get("subject") is None else _text(document, "subject")


def _identity(document: dict[str, Any]) -> str | int:
    identity = document.get("id")
    if not _is_identity(identity):
        raise BrokenLine("“id” is missing" if identity is None else "“id” is neither a text nor a whole number")
    return identity


def _is_identity(value: Any) -> TypeGuard[str | int]:
    return isinstance(value, (str, int)) and not isinstance(value, bool)
