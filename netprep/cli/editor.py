"""The user's editor."""

from __future__ import annotations

import click

from netprep.errors import UsageError


def open_editor(text: str) -> str | None:
    """Show ``text`` in ``$VISUAL`` or ``$EDITOR`` and return what became of it; None if it was not saved.

    Raises:
        UsageError: the editor could not be started, or failed.
    """
    try:
        return click.edit(text, extension=".yaml", require_save=False)
    except click.ClickException as error:
        raise UsageError(f"{error.message}.", hint="Set EDITOR to the editor you use, such as EDITOR=nano") from None
