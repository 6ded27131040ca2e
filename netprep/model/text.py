"""Text from outside made safe and comparable."""

from __future__ import annotations

import re
import unicodedata

# Tabs and line ends are text; every other control character, a lone surrogate and the
# bidirectional overrides (which can make a terminal show other words than were stored) are not.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")


def clean(text: str) -> str:
    """``text`` in NFC without control characters or terminal escape sequences."""
    if text.isascii() and text.isprintable():
        return text  # the usual case, at a tenth of the cost
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSAFE.sub("", _ESCAPE_SEQUENCE.sub("", text)))


def one_line(text: str) -> str:
    """``text`` cleaned, with every run of white space as one blank."""
    return " ".join(clean(text).split())


_COLUMNS_A_WORD = 5


def at_a_glance(text: str, columns: int = 120) -> str:
    """``text`` on one line and short enough to be taken in at once; a longer one ends in "…" after a word.

    Args:
        text: what is to be read.
        columns: how wide it may be; a word for every five of them at most.
    """
    text = one_line(text)
    words = text.split(" ")
    if width(text) <= columns and len(words) <= columns // _COLUMNS_A_WORD:
        return text
    head = " ".join(words[: columns // _COLUMNS_A_WORD])[:columns]
    while width(head) >= columns:
        head = head[:-1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head[len(head) // 2 :] else head}…"


def width(text: str) -> int:
    """Columns that ``text`` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(_width_of(letter) for letter in text)


def _width_of(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def fold(text: str) -> str:
    """``text`` for comparison: no case, no accents, single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def slug(text: str) -> str:
    """An id made from a name: ``"Maya Okafor"`` becomes ``"maya-okafor"``; may be empty."""
    words = re.findall(r"\w+", fold(text))
    return "-".join(words)[:60].strip("-")


def word_set(*texts: str) -> frozenset[str]:
    """The words of some texts: a table of words that reads like a list and is formatted like prose."""
    return frozenset(word for text in texts for word in text.split())
