"""Bytes of a file to text, and errors that name the file and the line."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path as FilePath

from netprep.errors import BadFile
from netprep.model.codec import Malformed, Path, spell_path
from netprep.model.frozen import frozen
from netprep.model.text import one_line

LARGEST_FILE = 200_000_000
"""Bytes a file may have: some hundred thousand contacts with their logs."""
DEEPEST = 20
"""How deep lists and mappings may be nested; the schema needs six."""
_TRY_AGAIN = "Nothing was taken from it. Correct this and run the command again."
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@frozen
class Source:
    """A file's name and text, and how to find the line of a path in it.

    ``find_line`` is asked only once something is wrong, so that a good file costs no line table.
    """

    name: str
    text: str
    find_line: Callable[[str, Path], int | None]

    def bad(self, reason: str, line: int | None = None, hint: str = "") -> BadFile:
        """The error to raise for ``reason``; ``line`` counts from one."""
        return bad_file(self.name, reason, line, hint)

    def malformed(self, error: Malformed) -> BadFile:
        """A schema error with its line; the nearest name becomes the hint."""
        reason, _, meant = error.reason.partition("; did you mean ")
        where = f"{spell_path(error.path)}: " if error.path else ""
        hint = f"Did you mean {meant}" if meant else ""
        return self.bad(where + reason, self.find_line(self.text, error.path) or 1, hint)


def bad_file(name: str, reason: str, line: int | None = None, hint: str = "") -> BadFile:
    """``NAME, line N: REASON`` with a hint; the name is made safe to show."""
    where = f"{one_line(name)}, line {line}" if line else one_line(name)
    return BadFile(f"{where}: {reason}", hint=hint or _TRY_AGAIN)


def read_bytes(path: FilePath) -> bytes:
    """The content of a file that is not too large.

    Raises:
        BadFile: it is missing, unreadable, no file, or too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_large(str(path), size)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise bad_file(
            str(path), f"it cannot be read ({reason})", hint="Check the path and its permissions."
        ) from error


def decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one.

    Raises:
        BadFile: it is too large, or not text; the message has line and byte offset.
    """
    if len(data) > LARGEST_FILE:
        raise _too_large(name, len(data))
    encoding = next((known for mark, known in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # Python counts from behind the mark that "utf-8-sig" takes off.
        offset = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
        line = data.count(b"\n", 0, offset) + 1
        label = "UTF-16" if encoding == "utf-16" else "UTF-8"
        reason = f"byte {offset:,} (0x{data[offset]:02x}) is not {label} text"
        raise bad_file(name, reason, line, "Save the file as UTF-8 and try again.") from error


def _too_large(name: str, size: int) -> BadFile:
    reason = f"{size:,} bytes are too many; at most {LARGEST_FILE:,} are read"
    return bad_file(name, reason, 1, "Split the file and import the parts one after the other.")
