"""Whether there is an editor to open, and somebody to use it."""

from __future__ import annotations

import os

from netprep.cli.output import is_terminal
from netprep.errors import UsageError


def require_editor() -> None:
    """Refuse to open an editor that nobody could use or leave.

    Raises:
        UsageError: there is no terminal, and no editor was named.
    """
    if not is_terminal() and not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        raise UsageError("There is no terminal to edit in.", hint="Set EDITOR to a program that edits a file.")
