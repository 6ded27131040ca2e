"""Parts that were typed and not read as such: ``hi. x: layoffs`` without its ``|``, ``need: cash`` for ``n: cash``."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INSIDE = re.compile(r"(?<!\S)(?P<before>\S+)\s+(?P<letter>[qngiwspamyx]):\s*(?=[^\s/:|])", re.IGNORECASE)
_SPELT = re.compile(
    r"(?:^|(?<=[.!?;])\s+)(?P<word>need|quote|promise|goal|interest|avoid)s?\s?:\s*(?=[^\s/])", re.IGNORECASE
)
_LETTER_OF = {"need": "n", "quote": "q", "promise": "p", "goal": "g", "interest": "i", "avoid": "x"}
_NAMED_BY_LETTER = re.compile(
    r"\W*(?:plan|option|variant|version|vitamin|group|team|type|class|grade|gate|hall|room|section|part|step|block|track"
    r"|series|exhibit|appendix|point|item|side|answer|question|case|model|level|stage|drive)",
    re.IGNORECASE,
)
"""Words that a letter of the alphabet follows as a name: "plan a: the cheap oven"."""
_SAID_WITH_AN = frozenset("aimnsx")
_SHOWN = 40


def slips(piece: str, where: str = "your note") -> Iterator[str]:
    """What looks like a part inside ``piece``, each with the line as it was probably meant.

    Args:
        piece: one part as typed, its own letter left out.
        where: what the part is called.
    """
    for match in _INSIDE.finditer(piece):
        if not _NAMED_BY_LETTER.fullmatch(match["before"]):
            letter = match["letter"]
            article = "an" if letter.lower() in _SAID_WITH_AN else "a"
            meant = _meant(piece[: match.start("letter")], letter, piece[match.end() :])
            yield f"There is {article} “{letter}:” inside {where}. If it begins a part, put | before it: {meant}"
    for match in _SPELT.finditer(piece):
        word = match["word"].lower()
        meant = _meant(piece[: match.start()], _LETTER_OF[word], piece[match.end() :])
        yield f"“{match['word']}:” is kept as plain words. If it begins a part, write: {meant}"


def _meant(before: str, letter: str, after: str) -> str:
    """The line as it was probably meant; of a long one the place in question."""
    before, after = before.rstrip(), after.strip()
    start = f"…{before[-_SHOWN:]}" if len(before) > _SHOWN else before
    end = f"{after[:_SHOWN]}…" if len(after) > _SHOWN else after
    return f'"{f"{start} | " if start else ""}{letter}: {end}"   (netprep undo)'
