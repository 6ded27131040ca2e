"""The notebook on disk: SQLite, one file, everything undoable. Backups are in ``netprep.store.copies``."""

from __future__ import annotations

from netprep.store.rows import Hit, Step
from netprep.store.store import Store, open_store
from netprep.store.writing import Writer

__all__ = ["Hit", "Step", "Store", "Writer", "open_store"]
