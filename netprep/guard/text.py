"""A text with its parts found: sentences, quotations, the user's own words, gaps.

All offsets are into the text as it came. Nothing is normalised before it is searched, so a span
always is what it says, whatever line ends, emoji or combining characters stand around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from netprep.guard.phrases import lazily, lowered
from netprep.model.frozen import frozen
from netprep.model.text import fold

Span = tuple[int, int]

WORD = lazily(r"(?<!\w)[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ][^\W\d_][\w\u0300-\u036f]*)*")
_ENDS = lazily(r"(?:[.!?…]+[\"”’»)\]]*\s+|\]\s+|[\r\n]+\s*)")
_ABBREVIATED = lazily(r"(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|e\.g|i\.e|vs|approx|[A-Z])\.\s+$")
_QUOTED = lazily(
    "“(?P<curly>[^“”\r\n]{1,600})”"
    "|«(?P<guillemet>[^«»\r\n]{1,600})»"
    "|„(?P<low>[^„“”\r\n]{1,600})[“”]"
    r'|(?<![\w"])"(?P<straight>[^"\r\n]{1,600})"(?!\w)'
    r"|(?<![\w'‘])‘(?P<single>[^‘\r\n]{1,600}?)’(?!\w)"
    r"|(?<![\w'’])'(?P<typed>[^'\r\n]{1,300}(?:'\w[^'\r\n]{1,300}){0,8})'(?!\w)"
)
_MARKS = ("“", "«", "„", '"', "‘", " '", "\n'", "('")
"""One of these is in every text with a quotation, unless it begins with one."""
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'"})
_KEY = lazily(r"[^\W_]+(?:'[^\W_]+)*")


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` for comparison: no case, accents, punctuation or typographic marks."""
    return tuple(_KEY().findall(fold(text.translate(_PLAIN))))


def phrase_key(text: str) -> str:
    """``text`` as one string of words with blanks around, so that ``in`` means "word for word"."""
    return f" {' '.join(words_of(text))} "


@frozen
class Quotation:
    """Text in quotation marks: ``span`` with the marks, ``inner`` without them."""

    span: Span
    inner: str

    @property
    def is_claim(self) -> bool:
        """Three words or more: it says that somebody said just this."""
        return len(words_of(self.inner)) >= 3

    @property
    def parts(self) -> tuple[str, ...]:
        """The stretches between ellipses, ready to compare."""
        keys = (phrase_key(part) for part in re.split(r"\.{3}|…|\[…\]", self.inner))
        return tuple(key for key in keys if key.strip())


@dataclass(frozen=True)
class Text:
    """A text and what of it is the user's own or a gap."""

    body: str
    own: tuple[Span, ...] = ()
    gaps: tuple[Span, ...] = ()

    @cached_property
    def low(self) -> str:
        """The text as cues are looked up in it. Not for offsets."""
        return lowered(self.body)

    @cached_property
    def _starts(self) -> list[int]:
        ends = (match for match in _ENDS().finditer(self.body) if not self._is_abbreviation(match))
        return [0, *(match.end() for match in ends)]

    def _is_abbreviation(self, end: re.Match[str]) -> bool:
        return bool(_ABBREVIATED().search(self.body[max(0, end.start() - 8) : end.end()]))

    def sentence_at(self, offset: int) -> Span:
        """The sentence that ``offset`` lies in, with the blanks after it."""
        index = bisect_right(self._starts, offset)
        end = self._starts[index] if index < len(self._starts) else len(self.body)
        return self._starts[index - 1], end

    def sentence_text(self, offset: int) -> str:
        """The words of the sentence that ``offset`` lies in."""
        start, end = self.sentence_at(offset)
        return self.body[start:end]

    def opens_sentence(self, offset: int) -> bool:
        """Whether nothing but marks stands between the sentence's start, a colon or a quote and ``offset``."""
        start, _ = self.sentence_at(offset)
        before = self.body[max(start, offset - 12) : offset]
        if re.search(r"[:;(\[{\"“‘«„–—]\s*$", before):
            return True
        return offset - start <= 12 and not re.search(r"\w", before)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every stretch in quotation marks."""
        found: list[Quotation] = []
        if not self.body.startswith("'") and not any(mark in self.body for mark in _MARKS):
            return ()
        for match in _QUOTED().finditer(self.body):
            inner = next(group for group in match.groups() if group is not None)
            found.append(Quotation(match.span(), inner))
        return tuple(found)

    def is_own(self, span: Span) -> bool:
        """Whether the user wrote this stretch."""
        return any(start <= span[0] and span[1] <= end for start, end in self.own)


class Mask:
    """Which characters of a text are spoken for; one byte each, so that long texts stay cheap."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._taken = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Take the characters of ``span``."""
        start, end = span
        self._taken[start:end] = b"\x01" * (end - start)

    def hits(self, span: Span) -> bool:
        """Whether a character of ``span`` is taken."""
        return self._taken.find(1, *span) >= 0


def occurrences(body: str, sentence: str) -> list[Span]:
    """Where ``sentence`` stands in ``body``, whatever the white space between its words."""
    parts = sentence.split()
    if not parts:
        return []
    return [match.span() for match in re.finditer(r"\s+".join(map(re.escape, parts)), body)]
