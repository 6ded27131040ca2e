"""The notebook: opening it, reading it, and changing it one undoable step at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from netprep.errors import NotebookError
from netprep.model.moment import Moment
from netprep.store.connection import (
    FILE_NAME,
    connect,
    explained,
    in_memory,
    migrate,
    transaction,
)
from netprep.store.reading import Reader
from netprep.store.rows import Step
from netprep.store.writing import Writer


def open_store(home: Path, *, create: bool = False, timeout: float = 5.0) -> Store:
    """Open the notebook of a folder; close it by leaving a ``with`` block.

    An absent notebook reads as empty; with ``create`` the first write makes it, so that a command that
    fails before it writes leaves nothing behind.

    Args:
        home: the folder.
        create: whether to make it where there is none.
        timeout: seconds to wait for another process.

    Raises:
        NotebookError: it cannot be opened, is damaged, or was written by a newer netprep.
    """
    path = home / FILE_NAME
    try:
        exists = path.is_file()
    except OSError:
        exists = False
    if exists:
        return Store(home, _on_disk(home, timeout), exists=True)
    return Store(home, in_memory(), exists=False, make=(lambda: _on_disk(home, timeout)) if create else None)


def _on_disk(home: Path, timeout: float) -> sqlite3.Connection:
    path = home / FILE_NAME
    connection = connect(path, timeout)
    try:
        with explained(path):
            migrate(connection, before=lambda version: _back_up(home, f"v{version}"))
    except BaseException:
        connection.close()
        raise
    return connection


def _back_up(home: Path, label: str) -> None:
    from netprep.store.copies import backup  # here: the schema changes once in a version

    backup(home, label)


class Store(Reader):
    """A notebook that is open. Reading is in :class:`Reader`; every change is a :meth:`step`."""

    def __init__(
        self,
        home: Path,
        connection: sqlite3.Connection,
        *,
        exists: bool,
        make: Callable[[], sqlite3.Connection] | None = None,
    ) -> None:
        super().__init__(connection, home / FILE_NAME)
        self.home = home
        self.exists = exists
        self._make = make

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the notebook."""
        self._connection.close()

    @contextmanager
    def step(self, command: str, at: Moment) -> Iterator[Writer]:
        """One transaction, and one step of ``undo``: everything in the block, or nothing.

        Args:
            command: what to call the step in ``undo --list``.
            at: when.

        Raises:
            NotebookError: the notebook cannot be written to.
        """
        with explained(self.path), self._transaction():
            step = self._queries.begin_step(self._connection, at=str(at), command=command)
            self._queries.enter_step(self._connection, id=step)
            writer = Writer(self._connection)
            yield writer
            writer.finish()
            self._queries.leave_step(self._connection)
            self._queries.drop_step_if_empty(self._connection, id=step)

    def undo(self) -> Step | None:
        """Take the last step back and return it; None where there is nothing to take back."""
        if not self.exists:
            return None
        with explained(self.path), self._transaction():
            last = next(iter(self.steps(1)), None)
            if last is None:
                return None
            self._queries.take_away(self._connection, step=last.id)
            self._queries.put_back(self._connection, step=last.id)
            self._queries.drop_step(self._connection, id=last.id)
            return last

    def forget(self, contact_id: str) -> None:
        """Remove a person for good, from the notebook, its history and every backup.

        What stays are keyed hashes of the name and the addresses, for :meth:`is_forgotten`; a backup
        keeps them too, so that the person stays forgotten once it is brought back. The history of all
        steps goes, since an earlier one could bring the person back, and so do notebooks and backups
        that are damaged, since nobody can tell what they hold.

        Raises:
            NotebookError: the notebook or a backup cannot be written to.
        """
        from netprep.store import copies, forgetting  # here: few commands forget, and these load much

        contact = self.contact(contact_id)
        if contact is None:
            return
        with explained(self.path):
            with self._transaction():
                forgetting.remember(self._connection, contact.name, contact.emails)
                forgetting.erase(self._connection, contact_id)
            forgetting.compact(self._connection)
        copies.forget_everywhere(self.home, contact)

    def is_forgotten(self, name: str, emails: Iterable[str]) -> bool:
        """Whether somebody of this name, or with one of these addresses, was forgotten."""
        from netprep.store import forgetting

        with explained(self.path):
            digests = forgetting.hashes(self._connection, name, emails)
            return any(self._queries.forgotten_hash(self._connection, hash=digest) for digest in digests)

    def save_draft(self, id: str, contact_id: str, created: Moment, document: Mapping[str, Any]) -> None:  # noqa: A002
        """Keep a draft; it is working paper, no step of ``undo`` and in no export.

        Raises:
            NotebookError: the notebook cannot be written to.
        """
        text = json.dumps(document, ensure_ascii=False)
        with explained(self.path), self._transaction():
            self._queries.save_draft(self._connection, id=id, contact=contact_id, created=str(created), document=text)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if not self.exists:
            if self._make is None:
                raise NotebookError(f"There is no notebook in {self.home} yet.", hint="Make one: netprep init")
            connection = self._make()
            self._connection.close()
            self._connection, self.exists = connection, True
        with transaction(self._connection):
            yield
