"""The SQL of the store, read from its files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "sql"


@cache
def queries() -> Any:
    """Every query by the name it has in its ``.sql`` file; aiosql makes them when they are first needed."""
    import aiosql

    return aiosql.from_path(_FOLDER, "sqlite3")
