"""The user's editor."""

from __future__ import annotations

import os
from pathlib import Path

import click

from netprep.cli.output import is_terminal
from netprep.errors import UsageError

_HINT = "Set EDITOR to the editor you use, such as EDITOR=nano"
# What is no UTF-8 is kept byte for byte, so that the text can be shown again with what is wrong.
_BYTES = "surrogateescape"


def open_editor(text: str, name: str = "edit.yaml") -> str | None:
    """Show ``text`` in ``$VISUAL`` or ``$EDITOR`` and return what became of it; None if the file is gone.

    The file is in a folder of its own that only the user can enter, and goes with it: so do the
    copies that editors leave beside a file.

    Raises:
        UsageError: the editor could not be started, or failed.
    """
    from tempfile import TemporaryDirectory

    if not (os.environ.get("VISUAL") or os.environ.get("EDITOR") or is_terminal()):
        raise UsageError("There is no terminal to open an editor in.", hint=_HINT)
    with TemporaryDirectory(prefix="netprep-") as folder:
        path = Path(folder) / name
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors=_BYTES) as file:
            file.write(text)
        try:
            click.edit(filename=str(path))
        except click.ClickException as error:
            raise UsageError(f"{error.message}; nothing was changed.", hint=_HINT) from None
        try:
            return path.read_text(encoding="utf-8-sig", errors=_BYTES)
        except FileNotFoundError:
            return None
