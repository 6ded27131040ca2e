"""Phrases as data: how a line of a rule's table is written, compiled and found.

A phrase is a regular expression in which a blank stands for any white space and ``'`` for a
straight or a typographic apostrophe. It is compiled only when its cue is in the text, so that
an honest note pays for almost none of them. Repetitions are bounded and never nested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from netprep.model.frozen import frozen


def lazily(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A regular expression that is compiled at its first use: most commands read no note."""
    return lru_cache(maxsize=1)(lambda: re.compile(pattern, flags))


_CURLY = str.maketrans("’ʼ", "''")


@frozen
class Phrase:
    """One thing not to write.

    Attributes:
        cue: lower-case letters that every match contains.
        pattern: the expression, matched without regard to case between word boundaries.
        example: a sentence that it must find.
        unless: an expression; where the same sentence has it, the phrase is fine.
        topic: only a subject, no act: fine where the notebook knows the matched words, or where
            the thing is somebody else's ("your demo").
    """

    cue: str
    pattern: str
    example: str
    unless: str = ""
    topic: bool = False


def lowered(text: str) -> str:
    """``text`` as cues are looked up in it."""
    return " ".join(text.translate(_CURLY).lower().split())


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """A phrase's expression, ready to search with."""
    source = pattern.replace("'", "['’ʼ]").replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
    return re.compile(rf"(?<!\w)(?:{source})(?!\w)", re.IGNORECASE)


def matches(phrase: Phrase, body: str, low: str) -> Iterator[re.Match[str]]:
    """Every match of a phrase in ``body``; ``low`` is ``lowered(body)``."""
    if phrase.cue in low:
        yield from compiled(phrase.pattern).finditer(body)
