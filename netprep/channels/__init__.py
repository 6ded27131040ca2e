"""How words leave: the built-in channels. None of them sends anything to anybody."""

from __future__ import annotations

from netprep.api import Channel
from netprep.channels.clipboard import copy
from netprep.channels.file import save

BUILTIN_CHANNELS = (
    Channel("plain", "prints the note", lambda _: ""),
    Channel("clipboard", "prints the note and copies it", copy),
    Channel("file", "writes the note to a file in this folder", save),
)
