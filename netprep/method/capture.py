"""What somebody types in a corridor: one line about one person, in parts.

``q: third year and still slower than my sister | a: the coat-check queue | p: the plan by friday``.
Parts are separated by a ``|`` with white space on one side at least, or at an end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from netprep.method.deadlines import split_deadline
from netprep.method.slips import slips
from netprep.model.frozen import frozen
from netprep.model.words import WantsMore


class Part(StrEnum):
    """What a part of a line is; its value is the letter before the colon."""

    TEXT = ""
    QUOTE = "q"
    NEED = "n"
    GOAL = "g"
    INTEREST = "i"
    WORKING_ON = "w"
    SIGNAL = "s"
    PROMISE = "p"
    ANCHOR = "a"
    WANTS_MORE = "m"
    WHY_CAME = "y"
    AVOID = "x"

    @property
    def label(self) -> str:
        """What the letter stands for."""
        return _LABELS[self]


_LABELS = {
    Part.TEXT: "your own note",
    Part.QUOTE: "their words",
    Part.NEED: "a need",
    Part.GOAL: "a goal",
    Part.INTEREST: "an interest",
    Part.WORKING_ON: "what they work on",
    Part.SIGNAL: "a signal",
    Part.PROMISE: "a promise of yours",
    Part.ANCHOR: "what only the two of you remember",
    Part.WANTS_MORE: "whether they want more (yes, maybe, no)",
    Part.WHY_CAME: "why they came",
    Part.AVOID: "what to avoid",
}
_LETTERS = {part.value: part for part in Part if part.value}
_SEPARATOR = re.compile(r"(?:^|(?<=\s))\||\|(?=\s|$)")
_LETTERED = re.compile(r"([^\W\d_])\s?:(?P<gap>\s*)")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'"}


class CaptureError(ValueError):
    """A part that cannot be read.

    Attributes:
        position: the offset of the part in the text.
        reason: what is wrong, and what can be written.
    """

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.position = position


@frozen
class CapturePart:
    """One part: what it is, its words, and for a promise the deadline as it was said.

    Attributes:
        part: what it is.
        text: its words; of a promise what was promised, of a quote the words without their marks.
        position: the offset in the text where its words or its letter begin.
        when_said: for a promise, the deadline as said ("friday"); the caller reads it as a date.
        wants_more: for ``m:``, the answer.
        whole: for a promise, all its words, for where the deadline turns out to be no date.
    """

    part: Part
    text: str
    position: int
    when_said: str | None = None
    wants_more: WantsMore | None = None
    whole: str | None = None


@frozen
class Capture:
    """A line in parts, in the order they were written."""

    parts: tuple[CapturePart, ...]
    warnings: tuple[str, ...] = ()

    def of(self, part: Part) -> tuple[CapturePart, ...]:
        """The parts of one sort."""
        return tuple(each for each in self.parts if each.part is part)


def parse_capture(text: str) -> Capture:
    """Read a line of capture parts.

    A part without a letter is the user's own note. Letters may be large or small. An empty part is
    left out, with a warning if it has a letter or stands between others; what looks like a part inside
    another stays in it, with a warning.

    Raises:
        CaptureError: an unknown letter (``z: ...``), or an ``m:`` that is not yes, maybe or no.
    """
    parts: list[CapturePart] = []
    warnings: list[str] = []
    pieces = list(_pieces(text))
    for number, (position, piece) in enumerate(pieces, 1):
        found = _read_part(piece, position)
        if found.text:
            parts.append(found)
            warnings.extend(slips(found.text, f"“{found.part.value}:”" if found.part.value else "your note"))
        elif found.part is not Part.TEXT or 1 < number < len(pieces):
            named = f"“{found.part.value}:” ({found.part.label})" if found.part is not Part.TEXT else f"part {number}"
            warnings.append(f"{named} is empty and was left out")
    return Capture(tuple(parts), tuple(warnings))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The parts as written, each with the offset of its first character that is no blank."""
    start = 0
    for end in [*(match.start() for match in _SEPARATOR.finditer(text)), len(text)]:
        piece = text[start:end]
        yield start + len(piece) - len(piece.lstrip()), piece.strip()
        start = end + 1


def _read_part(piece: str, position: int) -> CapturePart:
    match = _LETTERED.match(piece)
    part = _LETTERS.get(match[1].lower()) if match else None
    if match is None or (part is None and not match["gap"] and match.end() < len(piece)):
        return CapturePart(Part.TEXT, piece, position)
    if part is None:
        known = ", ".join(f"{letter} {each.label}" for letter, each in _LETTERS.items())
        raise CaptureError(f"“{match[1]}:” is no part I know. There are: {known}.", position)
    if piece[match.end() :].startswith("//"):
        return CapturePart(Part.TEXT, piece, position)
    words = piece[match.end() :].strip()
    if part is Part.QUOTE:
        return CapturePart(part, _unquoted(words), position)
    if part is Part.PROMISE:
        return _promise(words, position)
    if part is Part.WANTS_MORE and words:
        return CapturePart(part, words, position, wants_more=_wants_more(words, position))
    return CapturePart(part, words, position)


def _unquoted(words: str) -> str:
    inner = words[1:-1]
    is_quoted = len(words) > 2 and _QUOTES.get(words[0]) == words[-1]
    return inner.strip() if is_quoted and words[0] not in inner and words[-1] not in inner else words


def _promise(words: str, position: int) -> CapturePart:
    what, when = split_deadline(words)
    return CapturePart(Part.PROMISE, what, position, when_said=when, whole=words)


def _wants_more(words: str, position: int) -> WantsMore:
    try:
        return WantsMore(words.lower())
    except ValueError:
        raise CaptureError(f"“m: {words[:40]}” should say yes, maybe or no.", position) from None
