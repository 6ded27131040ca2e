"""The SQL of the store, read from its files.

The files are written as aiosql reads them (``-- name: open_promises()`` and a mark for what comes
back), and a test holds that aiosql reads the same queries from them. It is not what reads them here:
importing it costs as much as three bare Python starts, a sixth of what a note may take.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "sql"
_NAMED = re.compile(r"^-- name: (?P<name>\w+)\([\w, ]*\)(?P<mark>\^|<!|\*!|!|)\s*$", re.MULTILINE)


class Queries:
    """Every query as a method: ``queries().open_promises(connection)``.

    The mark behind a name says what comes back: ``^`` one row or None, ``!`` the number of rows
    changed, ``<!`` the new row's number, ``*!`` nothing after running once for each of many
    parameters; without a mark, all rows.
    """

    def __init__(self, scripts: dict[str, tuple[str, str]]) -> None:
        self.scripts = scripts
        for name, (mark, sql) in scripts.items():
            setattr(self, name, _RUNNERS[mark](sql))

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"there is no query {name} in {FOLDER}")


@cache
def queries() -> Queries:
    """The queries of the store, read when they are first needed."""
    return Queries({name: (mark, sql) for path in sorted(FOLDER.glob("*.sql")) for name, mark, sql in _scripts(path)})


def _scripts(path: Path) -> Iterator[tuple[str, str, str]]:
    _, *parts = _NAMED.split(path.read_text(encoding="utf-8"))
    for name, mark, sql in zip(parts[0::3], parts[1::3], parts[2::3], strict=True):
        yield name, mark, sql.strip()


def _all_rows(sql: str) -> Callable[..., sqlite3.Cursor]:
    return lambda connection, **values: connection.execute(sql, values)


def _one_row(sql: str) -> Callable[..., Any]:
    return lambda connection, **values: connection.execute(sql, values).fetchone()


def _change(sql: str) -> Callable[..., int]:
    return lambda connection, **values: connection.execute(sql, values).rowcount


def _insert(sql: str) -> Callable[..., int | None]:
    return lambda connection, **values: connection.execute(sql, values).lastrowid


def _many(sql: str) -> Callable[..., None]:
    def run(connection: sqlite3.Connection, rows: Any) -> None:
        connection.executemany(sql, rows)

    return run


_RUNNERS: dict[str, Callable[[str], Callable[..., Any]]] = {
    "": _all_rows,
    "^": _one_row,
    "!": _change,
    "<!": _insert,
    "*!": _many,
}
