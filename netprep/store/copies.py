"""Copies of the notebook, and bringing one back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netprep.errors import NotebookError, NotFound
from netprep.model.frozen import frozen
from netprep.model.records import Contact
from netprep.store import forgetting
from netprep.store.connection import (
    FILE_NAME,
    check_version,
    connect,
    explained,
    is_damaged,
    migrate,
    prepare,
    side_files,
    transaction,
    version_of,
)
from netprep.store.queries import queries

FOLDER = "backups"
DAMAGED = ".damaged"
"""What the name of a notebook that could not be read ends with, once it was moved out of the way."""
_PATIENCE = 5.0
"""Seconds to wait for another process before a copy is brought back."""


@frozen
class Backup:
    """A copy of the notebook. ``size`` is in bytes; ``made`` is when, to the second."""

    name: str
    path: Path
    made: datetime
    size: int


def backups(home: Path) -> tuple[Backup, ...]:
    """The copies there are, the latest first."""
    folder = home / FOLDER
    found = [_describe(path) for path in folder.glob("*.db")] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.name), reverse=True))


def backup(home: Path, why: str) -> Backup:
    """Copy the notebook as it stands.

    Args:
        home: the notebook's folder.
        why: a word for the copy's name, such as ``v1`` or ``restore``.

    Raises:
        NotFound: there is no notebook.
        NotebookError: the notebook cannot be read or the copy cannot be written.
    """
    source = home / FILE_NAME
    if not source.is_file():
        raise NotFound(f"There is no notebook in {home} to copy.", hint="Name its folder with --home or NETPREP_HOME.")
    target = _new_path(home, why)
    try:
        with explained(source), closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
            copy_pages(here, there)
            # One file, without a log beside it, so that it can be moved and purged as one.
            there.execute("pragma journal_mode = delete")
    except BaseException:
        # Half a copy would be the latest one, and the one that "restore" takes.
        target.unlink(missing_ok=True)
        raise
    return _describe(target)


def restore(home: Path, name: str | None = None) -> Backup:
    """Bring a copy back, the latest where none is named; what stands now becomes a copy first.

    Raises:
        NotFound: there is no such copy.
        NotebookError: the copy is damaged, or files cannot be written.
    """
    chosen = _choose(home, name)
    _check(chosen.path)
    _set_aside(home)
    database = home / FILE_NAME
    # Page by page into the file that is there, under SQLite's locks: another netprep that has it
    # open sees either what was or what is brought back.
    with explained(database), closing(sqlite3.connect(chosen.path)) as copy, closing(_opened(database)) as there:
        copy_pages(copy, there)
    return chosen


def forget_everywhere(home: Path, person: Contact) -> None:
    """Remove a person from every copy; one that is damaged goes as a whole.

    Raises:
        NotebookError: a copy cannot be written to, or a newer netprep wrote it; all others are done.
    """
    failed: NotebookError | None = None
    for path in sorted((home / FOLDER).glob(f"*{DAMAGED}*")):
        path.unlink()
    for copy in backups(home):
        try:
            _forget_in(copy, person)
        except NotebookError as error:
            if is_damaged(error):
                copy.path.unlink()
            else:
                failed = failed or error
    if failed:
        raise failed


def _forget_in(copy: Backup, person: Contact) -> None:
    with explained(copy.path), closing(sqlite3.connect(copy.path, isolation_level=None)) as connection:
        prepare(connection)
        check_version(connection, copy.path)
        migrate(connection)
        with transaction(connection):
            forgetting.remember(connection, person.name, person.emails)
            for known in forgetting.same_person(connection, person):
                forgetting.remember(connection, known.name, known.emails)
                forgetting.erase(connection, known.id)
            # The history of a copy may know the person where its records no longer do.
            queries().drop_steps(connection)
        forgetting.compact(connection)
    # Copies are told apart by when they were made, and this one was not made now.
    os.utime(copy.path, (copy.made.timestamp(), copy.made.timestamp()))


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make ``target`` what ``source`` is.

    Raises:
        sqlite3.Error: either cannot be used, or another process did not let go of it.
    """

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            # Without this, Python would try for ever.
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = status
            raise error

    source.backup(target, progress=give_up)


def _choose(home: Path, name: str | None) -> Backup:
    found = backups(home)
    chosen = [each for each in found if name in (None, each.name, each.path.name)]
    if not chosen:
        known = f"There are {', '.join(each.name for each in found[:5])}." if found else "No copy has been made yet."
        raise NotFound(f"There is no backup{f' “{name}”' if name else ''}.", hint=known)
    return chosen[0]


def _check(path: Path) -> None:
    with explained(path), closing(sqlite3.connect(path)) as connection:
        check_version(connection, path)
        if version_of(connection) == 0:
            raise NotebookError(f"{path} is not a notebook.", hint="Choose another: netprep restore")
        verdict = connection.execute("pragma quick_check").fetchone()[0]
    if verdict != "ok":
        raise NotebookError(f"The backup {path} is damaged: {verdict}.", hint="Choose another: netprep restore")


def _set_aside(home: Path) -> None:
    """Keep what stands now: as a copy if it can be read, else the file itself under another name."""
    database = home / FILE_NAME
    if not database.exists():
        return
    try:
        backup(home, "before-restore")
        _opened(database).close()
    except NotebookError as error:
        # Another process at work, or a full disk, is no reason to move a good notebook.
        if not is_damaged(error):
            raise
        _move_aside(home, database)


def _opened(database: Path) -> sqlite3.Connection:
    """The notebook for writing, of whatever version: it is about to be replaced."""
    return connect(database, _PATIENCE, any_version=True)


def _move_aside(home: Path, database: Path) -> None:
    place = _new_path(home, "damaged")
    target = place.with_suffix(DAMAGED)
    try:
        for path, suffix in zip((database, *side_files(database)), ("", "-wal", "-shm"), strict=True):
            if path.exists():
                path.replace(target.with_name(target.name + suffix))
        place.unlink()
    except OSError as error:
        raise NotebookError(f"{database} cannot be moved: {error.strerror}.", hint="Check the folder.") from None


def _new_path(home: Path, why: str) -> Path:
    folder = home / FOLDER
    stamp = datetime.now().astimezone().strftime("%Y%m%dT%H%M%S")
    number = 0
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        while True:
            path = folder / f"notebook-{why}-{stamp}{f'-{number}' if number else ''}.db"
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            except FileExistsError:
                number += 1
            else:
                return path
    except OSError as error:
        raise NotebookError(f"{folder} cannot be written: {error.strerror}.", hint="Check the folder.") from None


def _describe(path: Path) -> Backup:
    status = path.stat()
    return Backup(path.stem, path, datetime.fromtimestamp(int(status.st_mtime)).astimezone(), status.st_size)
