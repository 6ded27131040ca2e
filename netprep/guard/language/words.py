"""A text as words and sentences, ready to be searched for phrases.

A word is lower-case, contractions are written out ("I'm" is ``i`` and ``am``), a figure is ``#``, a
link ``@link`` and an address ``@address``. Each word knows which characters it came from, so that
a phrase found in words is a span in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from netprep.guard.phrases import lazily
from netprep.model.text import word_set

_LINKS = r"(?P<link>(?:https?://|www\.)\S{1,2000}(?<![.,;:!?)\]>]))"
_ADDRESSES = r"(?P<address>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
_PLAIN = (
    r"(?P<word>[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<number>\d[\d.,:]*(?<![.,:]))"
    r"|(?P<end>[.!?…？！。]+[\"”’»)\]*_]*(?=\s|\Z))"
    r"|(?P<line>[^\S\r\n]*(?:\r\n|\r|\n)\s*)"
    r"|(?P<mark>[%$€£&])"
)
_TOKEN = lazily(_PLAIN)
_TOKEN_OR_LINK = lazily("|".join((_LINKS, _ADDRESSES, _PLAIN)))
_ABBREVIATIONS = word_set("mr mrs ms mx dr prof st vs approx e.g i.e no etc")
_IS_AFTER = word_set("it that he she what there here who how where when this everything something")
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_WHOLE = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "cannot": ("can", "not"),
    "let's": ("let", "us"),
    "y'all": ("you",),
    "o'clock": ("o'clock",),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "dont": ("do", "not"),
    "didnt": ("did", "not"),
    "doesnt": ("does", "not"),
    "cant": ("can", "not"),
    "isnt": ("is", "not"),
    "havent": ("have", "not"),
    "hasnt": ("has", "not"),
    "wasnt": ("was", "not"),
    "wouldnt": ("would", "not"),
    "couldnt": ("could", "not"),
    "youre": ("you", "are"),
    "youve": ("you", "have"),
    "youll": ("you", "will"),
    "theyre": ("they", "are"),
    "thats": ("that", "is"),
    "whats": ("what", "is"),
    "u": ("you",),
    "ur": ("your",),
    "pls": ("please",),
    "plz": ("please",),
    "thx": ("thanks",),
    "wanna": ("want", "to"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
}
"""Words that are other words: contractions by rule would get them wrong, and what thumbs leave out."""
_LONG_LINE = 50
"""Characters of a line from which on its end may be a wrap and no end of a sentence."""


@dataclass(frozen=True)
class Words:
    """The words of a text and where sentences begin.

    Attributes:
        words: the words, as phrases are compared with them.
        starts: where each begins in the text.
        ends: where each ends.
        firsts: for each sentence the index of its first word.
        asks: for each sentence whether it ends with a question mark.
        lines: for each sentence whether a new line begins with it.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    firsts: tuple[int, ...]
    asks: tuple[bool, ...]
    lines: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def sentence_of(self, word: int) -> int:
        """Which sentence a word is in."""
        return bisect_right(self.firsts, word) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The first word of a sentence and the one after its last."""
        after = self.firsts[sentence + 1] if sentence + 1 < len(self.firsts) else len(self.words)
        return self.firsts[sentence], after

    def span(self, first: int, after: int) -> tuple[int, int]:
        """The characters of the words from ``first`` up to ``after``."""
        return self.starts[first], self.ends[after - 1]

    @cached_property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.firsts)


def read_words(text: str) -> Words:
    """The words and sentences of a text; linear in its length."""
    return _Reader(text).read()


class _Reader:
    """Walks over the tokens of a text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.firsts: list[int] = []
        self.asks: list[bool] = []
        self.lines: list[bool] = []
        self.begins_sentence = True
        self.begins_line = True
        self.line_start = 0

    def read(self) -> Words:
        text = self.text
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals of other scripts grow when they are made small
            lower = "".join(small if len(small := character.lower()) == 1 else character for character in text)
        has_link = "@" in lower or "://" in lower or "www." in lower
        words, starts, ends = self.words, self.starts, self.ends
        for match in (_TOKEN_OR_LINK if has_link else _TOKEN)().finditer(lower):
            kind = match.lastgroup
            if kind == "word":
                word = match[0]
                if not self.begins_sentence and word not in _WHOLE and word.isalpha():  # nine of ten words
                    words.append(word)
                    starts.append(match.start())
                    ends.append(match.end())
                else:
                    self._word(word, match.start(), match.end())
            elif kind == "number":
                self._put("#", match.start(), match.end())
            elif kind == "end":
                self._end(match)
            elif kind == "line":
                self._line(match)
            elif kind == "mark":
                self._put(match[0], match.start(), match.end())
            else:
                self._put(f"@{kind}", match.start(), match.end())
        return Words(tuple(words), tuple(starts), tuple(ends), tuple(self.firsts), tuple(self.asks), tuple(self.lines))

    def _put(self, word: str, start: int, end: int) -> None:
        if self.begins_sentence:
            self.firsts.append(len(self.words))
            self.asks.append(False)
            self.lines.append(self.begins_line)
            self.begins_sentence = self.begins_line = False
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def _word(self, word: str, start: int, end: int) -> None:
        if "’" in word or "ʼ" in word:
            word = word.replace("’", "'").replace("ʼ", "'")
        whole = _WHOLE.get(word)
        if whole is not None:
            for piece in whole:
                self._put(piece, start, end)
            return
        head, mark, tail = word.rpartition("'")
        if not mark:
            self._put(word, start, end)
        elif tail == "t" and head.endswith("n"):
            self._put(head[:-1], start, end)
            self._put("not", start, end)
        elif tail in _ENDINGS or (tail == "s" and head in _IS_AFTER):
            cut = start + len(head)
            self._put(head, start, cut)
            self._put(_ENDINGS.get(tail, "is"), cut, end)
        else:
            self._put(word, start, end)

    def _end(self, match: re.Match[str]) -> None:
        if match[0][0] == "." and self.words and self._is_abbreviation(match.start()):
            return
        if self.asks and not self.begins_sentence and ("?" in match[0] or "？" in match[0]):
            self.asks[-1] = True
        self.begins_sentence = True

    def _is_abbreviation(self, dot: int) -> bool:
        last = self.words[-1]
        return self.ends[-1] == dot and (last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()))

    def _line(self, match: re.Match[str]) -> None:
        breaks = match[0].count("\n") or match[0].count("\r")
        before, after = self.text[max(0, match.start() - 1) : match.start()], self.text[match.end() : match.end() + 1]
        is_long = match.start() - self.line_start >= _LONG_LINE
        is_wrap = breaks == 1 and (
            (is_long and after.isalnum() and before not in ".!?:") or (after.islower() and before.isalnum())
        )
        self.line_start = match.end()
        if not is_wrap:
            self.begins_sentence = self.begins_line = True
