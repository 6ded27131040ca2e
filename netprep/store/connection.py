"""Opening the database: permissions, pragmas, migrations, and SQLite's errors in words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netprep.errors import NotebookError
from netprep.model.text import fold

FILE_NAME = "netprep.db"
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNWRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL})


def migrations() -> tuple[Path, ...]:
    """The migrations in order; the number of a file is the schema's version after it."""
    return tuple(sorted(_MIGRATIONS.glob("[0-9]*.sql")))


def connect(path: Path, timeout: float, *, any_version: bool = False) -> sqlite3.Connection:
    """A connection to a database file that only its owner can read, made if it is not there.

    Args:
        path: the file; its folder is made too.
        timeout: seconds to wait for another process.
        any_version: whether to open what a newer netprep wrote, too; only to replace it.

    Raises:
        NotebookError: the folder or the file cannot be written, is locked, or is no database.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(path)
    except OSError as error:
        raise NotebookError(
            f"The notebook {path} cannot be written: {error.strerror}.",
            hint="Choose another folder with --home or NETPREP_HOME.",
        ) from None
    with explained(path):
        connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    try:
        with explained(path):
            prepare(connection)
            _use_write_ahead_log(connection, timeout)
        if not any_version:
            check_version(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Give a connection what every one of a notebook needs, whichever file it is on."""
    connection.row_factory = sqlite3.Row
    connection.create_function("fold", 1, _fold, deterministic=True)
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma secure_delete = on")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma cache_size = -32000")


def in_memory() -> sqlite3.Connection:
    """An empty notebook that is nowhere: what an absent one reads as."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    prepare(connection)
    migrate(connection)
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema; 0 for an empty file."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, before: Callable[[int], object] | None = None) -> None:
    """Bring the schema up to date, each migration once, all of them in one transaction.

    Args:
        connection: to the notebook.
        before: called with the schema's version before anything changes; not for a new file.
    """
    if version_of(connection) >= len(migrations()):
        return
    with transaction(connection):
        # Asked again: another process may have brought it up to date while this one waited.
        version = version_of(connection)
        if version >= len(migrations()):
            return
        if version > 0 and before is not None:
            before(version)
        for path in migrations()[version:]:
            for statement in statements(path.read_text(encoding="utf-8").splitlines()):
                connection.execute(statement)
        connection.execute(f"pragma user_version = {len(migrations())}")


def statements(lines: Iterable[str]) -> Iterator[str]:
    """The statements of a script, each ending with its line; ``executescript`` would commit first."""
    statement = ""
    for line in lines:
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All writes of a block or, after any exception, none of them."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        # After some errors, such as a full disk, SQLite has ended the transaction itself.
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


def is_damaged(error: NotebookError) -> bool:
    """Whether the file itself is to blame, and not a lock, a full disk or a folder."""
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return code is not None and code & 0xFF not in _LOCKED | _UNWRITABLE


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


def side_files(path: Path) -> tuple[Path, ...]:
    """The files SQLite keeps beside a database while it is open, or after a crash."""
    return tuple(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))


def _make_private(path: Path) -> None:
    # Made here and not by SQLite, so that it is private from its first byte on; the files beside it
    # take their permissions from it. One that is there is not opened: closing it again would drop
    # the locks that this process may hold on it elsewhere.
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        for each in (path, *side_files(path)):
            with suppress(FileNotFoundError, PermissionError):
                if each.is_file() and each.stat().st_mode & 0o077:
                    each.chmod(0o600)


def _use_write_ahead_log(connection: sqlite3.Connection, timeout: float) -> None:
    # SQLite does not wait by itself here where two processes make the notebook at one time.
    give_up = time.monotonic() + timeout
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _LOCKED or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _in_words(error: sqlite3.Error, path: Path) -> NotebookError:
    # The low byte is the primary code; the rest says more than anybody needs.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _LOCKED:
        return NotebookError(
            f"Another netprep is writing to {path}, and was still at it when I stopped waiting.",
            hint="Try again when it has finished.",
        )
    if code == sqlite3.SQLITE_CONSTRAINT:
        return NotebookError(
            f"Nothing was written to {path}: it already holds something with that id ({error}).",
            hint="Choose another id.",
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
