"""Ids for what a file brings without any."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any, TypeVar

from netprep.model.records import Notebook
from netprep.model.text import slug
from netprep.store import Store

R = TypeVar("R", bound=Any)
_LETTERS = {"facts": "f", "log": "e"}
_LONG = 16
"""Digits of an id from which on it is no number but a name."""


class Numbering:
    """Gives records that have no id the ids the store would, except those that others of the file have.

    The store sees one record after the other, so it would give a nameless one the id of a record
    further down, which would then replace it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._highest = {letter: int(store.next_id(letter)[1:]) - 1 for letter in _LETTERS.values()}

    def fill(self, notebook: Notebook) -> Notebook:
        """The records with ids for all of them and all their lines."""
        store = self._store
        notebook = dataclasses.replace(
            notebook,
            contacts=tuple(_identified(notebook.contacts, "name", "contact", store.contact)),
            events=tuple(_identified(notebook.events, "name", "event", store.event)),
            groups=tuple(_identified(notebook.groups, "name", "group", store.group)),
            library=tuple(_identified(notebook.library, "title", "library-item", store.item)),
        )
        for owner in (*filter(None, [notebook.me]), *notebook.events, *notebook.contacts):
            self._note(owner)
        return dataclasses.replace(
            notebook,
            me=self._numbered(notebook.me) if notebook.me else None,
            events=tuple(map(self._numbered, notebook.events)),
            contacts=tuple(map(self._numbered, notebook.contacts)),
        )

    def _note(self, owner: Any) -> None:
        for key, letter in _LETTERS.items():
            for line in getattr(owner, key, ()):
                number = line.id[1:]
                if line.id[:1] == letter and number.isascii() and number.isdigit() and len(number) < _LONG:
                    self._highest[letter] = max(self._highest[letter], int(number))

    def _numbered(self, owner: R) -> R:
        for key, letter in _LETTERS.items():
            lines = getattr(owner, key, ())
            if not all(line.id for line in lines):
                named = tuple(line if line.id else self._next(letter, line) for line in lines)
                owner = dataclasses.replace(owner, **{key: named})
        return owner

    def _next(self, letter: str, line: Any) -> Any:
        self._highest[letter] += 1
        return dataclasses.replace(line, id=f"{letter}{self._highest[letter]}")


def _identified(records: Iterable[R], named_by: str, nameless: str, known: Callable[[str], Any]) -> Iterator[R]:
    taken = {record.id for record in records}
    numbers: dict[str, Iterator[int]] = {}
    for record in records:
        if record.id:
            yield record
            continue
        base = slug(getattr(record, named_by)) or nameless
        for number in numbers.setdefault(base, count(1)):
            identity = base if number == 1 else f"{base}-{number}"
            if identity not in taken and known(identity) is None:
                break
        taken.add(identity)
        yield dataclasses.replace(record, id=identity)
