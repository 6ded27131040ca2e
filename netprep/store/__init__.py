"""The notebook on disk: SQLite, one file, everything undoable."""

from __future__ import annotations

from netprep.store.copies import Backup, backup, backups, restore
from netprep.store.rows import Hit, Step
from netprep.store.store import Store, open_store
from netprep.store.writing import Writer

__all__ = ["Backup", "Hit", "Step", "Store", "Writer", "backup", "backups", "open_store", "restore"]
