"""The notebook: opening it, reading it, and changing it one undoable step at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from netprep.errors import NotebookError
from netprep.model.moment import Moment
from netprep.store import copies, forgetting
from netprep.store.connection import (
    FILE_NAME,
    check_version,
    connect,
    explained,
    in_memory,
    migrate,
    migrations,
    version_of,
)
from netprep.store.reading import Reader
from netprep.store.rows import Step
from netprep.store.writing import Writer


def open_store(home: Path, *, create: bool = False, timeout: float = 5.0) -> Store:
    """Open the notebook of a folder; close it by leaving a ``with`` block.

    Args:
        home: the folder.
        create: whether to make it where there is none. Otherwise an absent one is read as empty.
        timeout: seconds to wait for another process.

    Raises:
        NotebookError: it cannot be opened, is damaged, or was written by a newer netprep.
    """
    path = home / FILE_NAME
    try:
        exists = path.is_file()
    except OSError:
        exists = False
    if not exists and not create:
        return Store(home, in_memory(), exists=False)
    connection = connect(path, timeout)
    try:
        with explained(path):
            _bring_up_to_date(home, connection)
    except BaseException:
        connection.close()
        raise
    return Store(home, connection, exists=True)


def _bring_up_to_date(home: Path, connection: sqlite3.Connection) -> None:
    version = version_of(connection)
    if version == len(migrations()):
        return
    if version > 0:
        copies.backup(home, f"v{version}")
    migrate(connection)


class Store(Reader):
    """A notebook that is open. Reading is in :class:`Reader`; every change is a :meth:`step`."""

    def __init__(self, home: Path, connection: sqlite3.Connection, *, exists: bool) -> None:
        super().__init__(connection, home / FILE_NAME)
        self.home = home
        self.exists = exists

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
        with explained(self.path), self._transaction():
            last = next(iter(self.steps(1)), None)
            if last is None:
                return None
            for change in list(self._queries.changes_backwards(self._connection, step=last.id)):
                if change["before"] is None:
                    self._queries.take_away(self._connection, seq=change["seq"])
                else:
                    self._queries.put_back(self._connection, seq=change["seq"], **json.loads(change["before"]))
            self._queries.drop_step(self._connection, id=last.id)
            return last

    def forget(self, contact_id: str) -> None:
        """Remove a person for good, from the notebook, its history and every backup.

        What stays are keyed hashes of the name and the addresses, for :meth:`is_forgotten`. The
        history of all steps goes too, since an earlier one could bring the person back.

        Raises:
            NotebookError: the notebook or a backup cannot be written to.
        """
        contact = self.contact(contact_id)
        if contact is None:
            return
        with explained(self.path):
            with self._transaction():
                for digest in forgetting.hashes(self._connection, contact.name, contact.emails):
                    self._queries.remember_forgotten(self._connection, hash=digest)
                forgetting.erase(self._connection, contact_id)
            forgetting.compact(self._connection)
        for copy in copies.backups(self.home):
            _forget_in_copy(copy.path, contact_id)

    def is_forgotten(self, name: str, emails: Iterable[str]) -> bool:
        """Whether somebody of this name, or with one of these addresses, was forgotten."""
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
            raise NotebookError(f"There is no notebook in {self.home} yet.", hint="Make one: netprep init")
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")


def _forget_in_copy(path: Path, contact_id: str) -> None:
    with explained(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        check_version(connection, path)
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma secure_delete = on")
        migrate(connection)
        connection.execute("begin immediate")
        forgetting.erase(connection, contact_id)
        connection.execute("commit")
        forgetting.compact(connection)
