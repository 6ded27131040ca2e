"""Opening the database: permissions, pragmas, migrations, and SQLite's errors in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netprep.errors import NotebookError

FILE_NAME = "netprep.db"
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNWRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL})


def migrations() -> tuple[Path, ...]:
    """The migrations in order; the number of a file is the schema's version after it."""
    return tuple(sorted(_MIGRATIONS.glob("[0-9]*.sql")))


def connect(path: Path, timeout: float) -> sqlite3.Connection:
    """A connection to a database file that only its owner can read, made if it is not there.

    Args:
        path: the file; its folder is made too.
        timeout: seconds to wait for another process.

    Raises:
        NotebookError: the folder or the file cannot be written, is locked, or is no database.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Made here and not by SQLite, so that it is private from its first byte on. The files
        # SQLite puts beside it take their permissions from this one.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise NotebookError(
            f"The notebook {path} cannot be written: {error.strerror}.",
            hint="Choose another folder with --home or NETPREP_HOME.",
        ) from None
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    return _prepared(connection, path)


def in_memory() -> sqlite3.Connection:
    """An empty notebook that is nowhere: what an absent one reads as."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema; 0 for an empty file."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, each migration once, all of them in one transaction."""
    version = version_of(connection)
    pending = migrations()[version:]
    if not pending:
        return
    script = "\n".join(path.read_text(encoding="utf-8") for path in pending)
    try:
        connection.executescript(f"begin immediate;\n{script}\npragma user_version = {len(migrations())};\ncommit;")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into errors a person can act on.

    Raises:
        NotebookError: for anything SQLite has to say.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error, path) from error


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a notebook that a newer netprep wrote.

    Raises:
        NotebookError: its schema is newer than this program.
    """
    version = version_of(connection)
    if version > len(migrations()):
        raise NotebookError(
            f"The notebook {path} is of a newer netprep: schema {version}, and this one knows {len(migrations())}.",
            hint="Update netprep: pipx upgrade netprep",
        )


def _prepared(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    try:
        with explained(path):
            connection.execute("pragma foreign_keys = on")
            connection.execute("pragma secure_delete = on")
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            connection.execute("pragma cache_size = -16000")
        check_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _in_words(error: sqlite3.Error, path: Path) -> NotebookError:
    # The low byte is the primary code; the rest says more than anybody needs.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _LOCKED:
        return NotebookError(
            f"Another netprep is writing to {path}, and was still at it when I stopped waiting.",
            hint="Try again when it has finished.",
        )
    if code in _BROKEN:
        return NotebookError(f"The notebook {path} is damaged: {error}.", hint="Bring a backup back: netprep restore")
    if code in _UNWRITABLE:
        return NotebookError(
            f"The notebook {path} cannot be written: {error}.", hint="Check the folder's permissions and free space."
        )
    return NotebookError(
        f"The notebook {path} could not be used: {error}.", hint="Bring a backup back: netprep restore"
    )
