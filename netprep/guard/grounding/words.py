"""Words with where they stand and their root, so that "opening" finds "opens" and "bakery" finds "bakers"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from netprep.guard.grounding.everyday import EVERYDAY, FRAME, IRREGULAR, SAME
from netprep.guard.grounding.links import LINK
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span
from netprep.method.stems import stems
from netprep.model.frozen import frozen
from netprep.model.text import fold

_WORD = lazily(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_ENDINGS = ("eri", "ment", "ship", "ist", "ion", "er", "or", "ee", "al", "ing", "i", "e", "y", "s")
_SHORTEST = 3
"""Letters that a root keeps when an ending is taken away."""


@frozen
class Word:
    """A word of a text. ``root`` is empty for a word that only frames others, such as "the"."""

    start: int
    end: int
    low: str
    root: str

    @property
    def is_everyday(self) -> bool:
        """Whether it says so little that it may stand in any note."""
        return not self.root or self.low in EVERYDAY or self.root in _everyday_roots()


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of ``text`` from ``start`` to ``end``; offsets are into all of ``text``."""
    stop = len(text) if end is None else end
    linked = (
        Mask(len(text), (match.span() for match in LINK().finditer(text, start, stop))) if _may_link(text) else None
    )
    for match in _WORD().finditer(text, start, stop):
        if linked and linked.hits(match.span()):
            continue
        low = fold(match[0].replace("’", "'").replace("ʼ", "'"))
        yield Word(*match.span(), low, root_of(low))


def _may_link(text: str) -> bool:
    return "://" in text or "/" in text or "." in text.rstrip(". ")


@lru_cache(maxsize=4096)
def root_of(low: str) -> str:
    """The root of a word in lower case; empty where it only frames others."""
    low = low.removesuffix("'s").removesuffix("'")
    if low in FRAME or "'" in low:
        return ""
    found = stems(IRREGULAR.get(low, low))
    stem = found[0] if found else low
    return _same().get(_bare(stem), _bare(stem))


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    """For each root that means what another does, that other one."""
    return {_bare(stems(word)[0]): _bare(stems(first)[0]) for first, *more in SAME for word in more if stems(word)}


def _bare(stem: str) -> str:
    """A stem without the ending that makes a person or a place of it: baker and bakery are bake."""
    for _ in range(2):
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST:
                stem = stem.removesuffix(ending)
                break
        else:
            break
    return stem


def roots(texts: Iterable[str]) -> frozenset[str]:
    """The roots of all words of some texts."""
    return frozenset(word.root for text in texts for word in words(text) if word.root)


@lru_cache(maxsize=1)
def _everyday_roots() -> frozenset[str]:
    return frozenset(root for word in EVERYDAY if (root := root_of(word)))


_BREAK = lazily(r"[.!?…;:\n\r()\[\]“”\"–—]|,\s|\s-\s")


def clause_end(text: str, start: int, stop: int) -> int:
    """Where the clause that ``start`` lies in ends, at ``stop`` at the latest."""
    match = _BREAK().search(text, start, stop)
    return match.start() if match else stop


def clause_start(text: str, end: int, start: int) -> int:
    """Where the clause that ends at ``end`` begins, at ``start`` at the earliest."""
    last = start
    for match in _BREAK().finditer(text, start, end):
        last = match.end()
    return last


def runs(found: Iterable[Word], text: str) -> Iterator[list[Word]]:
    """Words that stand side by side with nothing but blanks or hyphens between, and no framing word."""
    run: list[Word] = []
    for word in found:
        joined = run and re.fullmatch(r"[ \t\u00a0]{1,3}|[-‑]|\s", text[run[-1].end : word.start])
        ended = run and text[run[-1].start : run[-1].end].endswith(("'s", "’s"))
        if run and (not word.root or not joined or ended):
            yield run
            run = []
        if word.root:
            run.append(word)
    if run:
        yield run


def span_of(run: list[Word]) -> Span:
    """From the first word's start to the last one's end."""
    return run[0].start, run[-1].end
