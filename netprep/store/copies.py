"""Copies of the notebook, and bringing one back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netprep.errors import NotebookError, NotFound
from netprep.model.frozen import frozen
from netprep.store.connection import FILE_NAME, explained, version_of

FOLDER = "backups"
_SIDE_FILES = ("-wal", "-shm")


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
        NotebookError: the notebook cannot be read or the copy cannot be written.
    """
    source, target = home / FILE_NAME, _new_path(home, why)
    with explained(source), closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)
        # One file, without a log beside it, so that it can be moved and purged as one.
        there.execute("pragma journal_mode = delete")
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
    part = database.with_suffix(".part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(chosen.path.read_bytes())
        for suffix in _SIDE_FILES:
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        part.replace(database)
    except OSError as error:
        raise NotebookError(f"{database} cannot be written: {error.strerror}.", hint="Check the folder.") from None
    return chosen


def _choose(home: Path, name: str | None) -> Backup:
    found = backups(home)
    chosen = [each for each in found if name in (None, each.name, each.path.name)]
    if not chosen:
        known = f"There are {', '.join(each.name for each in found[:5])}." if found else "No copy has been made yet."
        raise NotFound(f"There is no backup{f' “{name}”' if name else ''}.", hint=known)
    return chosen[0]


def _check(path: Path) -> None:
    with explained(path), closing(sqlite3.connect(path)) as connection:
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
    except NotebookError:
        database.replace(_new_path(home, "damaged").with_suffix(".damaged"))


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
