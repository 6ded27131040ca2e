"""How words leave: the built-in channels. None of them sends anything to anybody."""

from __future__ import annotations

from collections.abc import Iterable

from netprep.api import Channel, hookimpl
from netprep.channels.clipboard import copy
from netprep.channels.file import save


@hookimpl
def netprep_channels() -> Iterable[Channel]:
    """The ways a note can leave with no plugin."""
    return (
        Channel("plain", "prints the note", lambda _: ""),
        Channel("clipboard", "prints the note and copies it", copy),
        Channel("file", "writes the note to a file in this folder", save),
    )
