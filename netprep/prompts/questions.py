"""Packs of questions: TOML files read strictly, and all of them together as one bank.

``docs/questions.md`` says what stands in a pack. Every mistake names the file, the line and what is
allowed there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from netprep.errors import BadFile
from netprep.model.frozen import frozen
from netprep.model.questions import (
    BLANKS,
    SLOTS,
    AskedOf,
    Bank,
    Category,
    ExitLine,
    PartOfDay,
    Question,
    SecondMove,
    Unless,
)
from netprep.model.text import one_line
from netprep.model.words import AskClass, EventType, FactField, Purpose, StageCode

SLOT = re.compile(r"\{([^{}]*)\}")
"""A place in a question that is filled in."""
_ID = re.compile(r"[A-Za-z][\w-]{0,39}")
_LONGEST = 300
_DEEPEST = 3
_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_HINT = "netprep questions --help says where packs are kept; docs/questions.md says what stands in one."


@frozen
class PackFile:
    """What one file holds."""

    path: Path
    owner: str
    language: str
    bank: Bank


def read_pack(path: Path, owner: str) -> PackFile:
    """The pack in a file.

    Args:
        path: the file.
        owner: whose it is: the pack's name, or ``yours``.

    Raises:
        BadFile: it cannot be read, is not TOML, or says something that no pack can say.
    """
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(f"{path} cannot be read: {error}", hint="Mend or remove it.") from None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = _AT_LINE.search(str(error))
        line = where[1] if where and where[1] else str(len(text.splitlines()) or 1)
        reason = _AT_LINE.sub("", str(error))
        raise BadFile(f"{path}, line {line}: this is not TOML: {reason}.", hint=_HINT) from None
    except RecursionError:
        raise BadFile(f"{path} is not TOML: it is nested too deeply.", hint=_HINT) from None
    return _Reader(path, text.splitlines(), owner).pack(document)


def merged(banks: Iterable[Bank]) -> Bank:
    """Several banks as one: a later question, stem or exit line takes the place of an earlier one."""
    questions: dict[str, Question] = {}
    moves: dict[SecondMove, tuple[str, ...]] = {}
    exits: dict[str, ExitLine] = {}
    for bank in banks:
        questions.update({question.id: question for question in bank.questions})
        moves.update(bank.moves)
        exits.update({line.id: line for line in bank.exits})
    return Bank(tuple(questions.values()), moves, tuple(exits.values()))


class _Wrong(ValueError):
    """What is wrong with the value of a key."""


class _Reader:
    """Reads one document, and knows the lines it came from."""

    def __init__(self, path: Path, lines: Sequence[str], owner: str) -> None:
        self._path = path
        self._lines = lines
        self._owner = owner

    def pack(self, document: Mapping[str, Any]) -> PackFile:
        for key in document:
            if key not in _TOP:
                raise self._error(self._line_of_key(key, 0), "", f"there is no key “{key}” here", _TOP)
        language = document.get("language", "en")
        if not isinstance(language, str) or not language.isalpha():
            raise self._error(self._line_of_key("language", 0), "", "language is a code such as en")
        bank = Bank(
            tuple(self._records(document, "question", Question, _QUESTION)),
            self._moves(document.get("moves", {})),
            tuple(self._records(document, "exit", ExitLine, _EXIT)),
        )
        return PackFile(self._path, self._owner, language, bank)

    def _records(self, document: Mapping[str, Any], table: str, cls: type[Any], keys: _Keys) -> Iterator[Any]:
        entries = document.get(table, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise self._error(self._line_of_key(table, 0), "", f"each {table} begins with a line [[{table}]]")
        headers = [number for number, line in enumerate(self._lines) if _header(line) == table]
        seen: dict[str, int] = {}
        for place, entry in enumerate(entries):
            start = headers[place] if place < len(headers) else 0
            record = self._record(entry, start, cls, keys)
            if record.id in seen:
                reason = f"the id {record.id} is used twice; it is also in line {seen[record.id]}"
                raise self._error(self._line_of_key("id", start), "", reason)
            seen[record.id] = self._line_of_key("id", start)
            yield record

    def _record(self, entry: Mapping[str, Any], start: int, cls: type[Any], keys: _Keys) -> Any:
        name = str(entry.get("id") or "")[:40]
        values = {}
        for key, value in entry.items():
            if key not in keys:
                raise self._error(self._line_of_key(key, start), name, f"there is no key “{key}” here", keys)
            try:
                values[key] = keys[key](value)
            except _Wrong as wrong:
                raise self._error(self._line_of_key(key, start), name, f"{key}: {wrong}") from None
        for key in ("id", "category", "text") if cls is Question else ("id", "text"):
            if key not in values:
                raise self._error(start + 1, name, f"the {cls.__name__.lower()} has no {key}")
        return cls(**{"stages": tuple(StageCode), "pack": self._owner, **values} if cls is Question else values)

    def _moves(self, stems: Any) -> dict[SecondMove, tuple[str, ...]]:
        if not isinstance(stems, dict):
            raise self._error(self._line_of_key("moves", 0), "", "the stems stand under a line [moves]")
        start = next((number for number, line in enumerate(self._lines) if _header(line) == "moves"), 0)
        moves = {}
        for key, value in stems.items():
            if key not in set(SecondMove):
                reason = f"there is no move “{key}”"
                raise self._error(self._line_of_key(key, start), "", reason, [move.value for move in SecondMove])
            try:
                moves[SecondMove(key)] = _texts({})(value)
            except _Wrong as wrong:
                raise self._error(self._line_of_key(key, start), "", f"{key}: {wrong}") from None
        return moves

    def _line_of_key(self, key: str, start: int) -> int:
        """The line of a key below the header in line ``start`` (from 0); the header's own where it is not found."""
        for number in range(start, len(self._lines)):
            line = self._lines[number]
            if number > start and _header(line) and start:
                break
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line) or _header(line) == key:
                return number + 1
        return start + 1

    def _error(self, line: int, name: str, reason: str, known: Collection[str] = ()) -> BadFile:
        of = f" (question {name})" if name else ""
        allowed = f" Allowed: {', '.join(known)}." if known else ""
        return BadFile(f"{self._path}, line {line}{of}: {reason}.{allowed}", hint=_HINT)


def _header(line: str) -> str | None:
    match = _HEADER.match(line)
    return match[1] if match else None


Convert = Callable[[Any], Any]
_Keys = Mapping[str, Convert]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong("a text in quotation marks is wanted")
    text = one_line(value)
    if len(text) > _LONGEST:
        raise _Wrong(f"{len(text)} characters are too many to say; {_LONGEST} are the most")
    return text


def _identity(value: Any) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise _Wrong("an id is a letter, then letters, digits, - and _; at most 40")
    return value


def _with_slots(value: Any, slots: Collection[str]) -> str:
    text = _text(value)
    for name in SLOT.findall(text):
        if name not in slots:
            allowed = f"There are: {', '.join(slots)}" if slots else "None can be used here"
            raise _Wrong(f"there is no slot {{{name}}}. {allowed}")
    if re.search(r"[{}]", SLOT.sub("", text)):
        raise _Wrong("a { or } stands alone; a slot is a name between both")
    return text


def _asking(slots: Collection[str]) -> Convert:
    def convert(value: Any) -> str:
        text = _with_slots(value, slots)
        if not text.endswith("?"):
            raise _Wrong(f"“{text}” does not end with a question mark")
        if "{when_told}" in text and "{project}" not in text:
            raise _Wrong("{when_told} stands only beside {project}")
        return text

    return convert


def _texts(slots: Collection[str]) -> Convert:
    """One text, or a list of them with at least one."""

    def convert(value: Any) -> tuple[str, ...]:
        texts = value if isinstance(value, list) else [value]
        if not texts:
            raise _Wrong("at least one wording is wanted")
        return tuple(map(_asking(slots), texts))

    return convert


def _one_of(words: type[StrEnum]) -> Convert:
    by_value = {word.value: word for word in words}

    def convert(value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in by_value:
            raise _Wrong(f"“{value}” is none of {', '.join(by_value)}")
        return by_value[value]

    return convert


def _some_of(words: type[StrEnum]) -> Convert:
    one = _one_of(words)

    def convert(value: Any) -> tuple[StrEnum, ...]:
        if not isinstance(value, list) or not value:
            raise _Wrong(f'a list is wanted, such as ["{next(iter(words)).value}"]')
        return tuple(map(one, value))

    return convert


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("true or false is wanted")
    return value


def _depth(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _DEEPEST:
        raise _Wrong(f"a number from 1 to {_DEEPEST} is wanted")
    return value


_QUESTION: _Keys = {
    "id": _identity,
    "category": _one_of(Category),
    "text": _texts(SLOTS),
    "stages": _some_of(StageCode),
    "depth": _depth,
    "low_key": _boolean,
    "follow": _one_of(SecondMove),
    "then": _asking(()),
    "closes": _some_of(FactField),
    "purposes": _some_of(Purpose),
    "event_types": _some_of(EventType),
    "to": _one_of(AskedOf),
    "here": _boolean,
    "lifts": _some_of(StageCode),
    "dormant": _boolean,
    "ask": _one_of(AskClass),
    "unless": _some_of(Unless),
}
_EXIT: _Keys = {
    "id": _identity,
    "text": lambda value: _with_slots(value, BLANKS),
    "event_types": _some_of(EventType),
    "parts_of_day": _some_of(PartOfDay),
}
_TOP = ("language", "moves", "question", "exit")
