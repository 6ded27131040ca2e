"""A text as words and sentences, ready to be searched for phrases.

A word is lower-case, contractions are written out ("I'm" is ``i`` and ``am``), a figure is ``#``, a
link ``@link`` and an address ``@address``. Each word knows which characters it came from, so that
a phrase found in words is a span in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from netprep.guard.phrases import lazily
from netprep.model.text import word_set

_LINKS = r"(?:https?://|www\.)\S{1,2000}(?<![.,;:!?)\]>])"
_ADDRESSES = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_PLAIN = (
    r"[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ][^\W\d_]+)*"  # a word
    r"|\d[\d.,:]*(?<![.,:])"  # a figure
    r"|[.!?…？！。]+[\"”’»)\]*_]*(?=\s|\Z)"  # the end of a sentence
    r"|[^\w\s]?[^\S\r\n]*(?:\r\n|\r|\n)\s*(?:[-•*–—>✓✔]\s*)?"  # the end of a line, and what lists begin with
    r"|[%$€£&]"
)
_TOKEN = lazily(f"({_PLAIN})")
_TOKEN_OR_LINK = lazily(f"({_LINKS}|{_ADDRESSES}|{_PLAIN})", re.IGNORECASE)
_ENDS = ".!?…？！。"
_MARKS = "%$€£&"
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
_LONG_LINE = 9
"""Words of a line from which on its end may be a wrap and no end of a sentence."""


@dataclass(frozen=True)
class Words:
    """The words of a text and where sentences begin.

    Where a word stands in the text is worked out only for those that somebody asks about.

    Attributes:
        text: the text.
        words: the words, as phrases are compared with them.
        firsts: for each sentence the index of its first word.
        asks: for each sentence whether it ends with a question mark.
        lines: for each sentence whether a new line begins with it.
        pieces: the text cut up: what stands before a token, the token, what stands before the next one, and so on.
        tokens: the words as they are written, and the ends of sentences and lines between them.
        token_of: for each word the index of its token.
        cuts: words that are a part of their token, with the part: "am" of "I'm" is from 1 to 3.
    """

    text: str
    words: tuple[str, ...]
    firsts: tuple[int, ...]
    asks: tuple[bool, ...]
    lines: tuple[bool, ...]
    pieces: Sequence[str]
    tokens: Sequence[str]
    token_of: Sequence[int]
    cuts: dict[int, tuple[int, int]]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.firsts)

    def sentence_of(self, word: int) -> int:
        """Which sentence a word is in."""
        return bisect_right(self.firsts, word) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The first word of a sentence and the one after its last."""
        after = self.firsts[sentence + 1] if sentence + 1 < len(self.firsts) else len(self.words)
        return self.firsts[sentence], after

    def written(self, word: int) -> str:
        """A word as it is written, with its capitals; a contraction whole."""
        return self.tokens[self.token_of[word]]

    def mark_after(self, word: int) -> str:
        """The mark right behind a word at the end of a line or sentence; nothing elsewhere."""
        token = self.token_of[word] + 1
        mark = self.tokens[token][:1] if token < len(self.tokens) else ""
        return "" if mark.isalnum() or mark.isspace() else mark

    def span(self, first: int, after: int) -> tuple[int, int]:
        """The characters of the words from ``first`` up to ``after``."""
        return self._span(first)[0], self._span(after - 1)[1]

    def _span(self, word: int) -> tuple[int, int]:
        token = 2 * self.token_of[word]
        start, end = self._ends[token : token + 2]
        if word in self.cuts:
            cut_start, cut_end = self.cuts[word]
            return start + cut_start, start + cut_end
        return start, end

    @cached_property
    def _ends(self) -> list[int]:
        """Where each piece of the text ends."""
        return list(accumulate(map(len, self.pieces)))


def read_words(text: str) -> Words:
    """The words and sentences of a text; linear in its length."""
    return _Reader(text, _tokens_of(text).split(text)).read()


def _tokens_of(text: str) -> re.Pattern[str]:
    """The expression that cuts a text at its tokens and keeps them; most have no link to look for."""
    has_link = "@" in text or "://" in text or "www." in text or "WWW." in text
    return (_TOKEN_OR_LINK if has_link else _TOKEN)()


class _Reader:
    """Walks over the tokens of a text once."""

    def __init__(self, text: str, pieces: Sequence[str]) -> None:
        self.text, self.pieces, self.tokens = text, pieces, pieces[1::2]
        self.words: list[str] = []
        self.token_of: list[int] = []
        self.cuts: dict[int, tuple[int, int]] = {}
        self.firsts: list[int] = []
        self.asks: list[bool] = []
        self.lines: list[bool] = []
        self.begins_sentence = True
        self.begins_line = True
        self.line_start = 0

    def read(self) -> Words:
        words, token_of, whole = self.words, self.token_of, _WHOLE
        for at, token in enumerate(self.tokens):
            if token.isalpha():
                word = token.lower()
                if not self.begins_sentence and word not in whole:  # nine of ten words
                    words.append(word)
                    token_of.append(at)
                else:
                    self._word(word, at)
            else:
                self._other(token, at)
        return Words(
            self.text,
            tuple(words),
            tuple(self.firsts),
            tuple(self.asks),
            tuple(self.lines),
            self.pieces,
            self.tokens,
            token_of,
            self.cuts,
        )

    def _other(self, token: str, at: int) -> None:
        first = token[0]
        if first in _MARKS:
            self._put(token, at) if len(token) == 1 else self._line(token, at)
        elif "\n" in token or "\r" in token:
            self._line(token, at)
        elif first in _ENDS:
            self._end(token, at)
        elif "://" in token or token[:4].lower() == "www.":
            self._put("@link", at)
        elif "@" in token:
            self._put("@address", at)
        elif first.isdigit():
            self._put("#", at)
        else:
            self._word(token.lower(), at)

    def _put(self, word: str, at: int) -> None:
        if self.begins_sentence:
            self.firsts.append(len(self.words))
            self.asks.append(False)
            self.lines.append(self.begins_line)
            self.begins_sentence = self.begins_line = False
        self.words.append(word)
        self.token_of.append(at)

    def _put_part(self, word: str, at: int, start: int, end: int) -> None:
        self._put(word, at)
        self.cuts[len(self.words) - 1] = (start, end)

    def _word(self, word: str, at: int) -> None:
        if "’" in word or "ʼ" in word:
            word = word.replace("’", "'").replace("ʼ", "'")
        whole = _WHOLE.get(word)
        if whole is not None:
            for piece in whole:
                self._put(piece, at)
            return
        head, mark, tail = word.rpartition("'")
        length = len(self.tokens[at])
        if not mark or len(word) != length:
            self._put(word, at)
        elif tail == "t" and head.endswith("n"):
            self._put_part(head[:-1], at, 0, length)
            self._put_part("not", at, 0, length)
        elif tail in _ENDINGS or (tail == "s" and head in _IS_AFTER):
            self._put_part(head, at, 0, len(head))
            self._put_part(_ENDINGS.get(tail, "is"), at, len(head), length)
        else:
            self._put(word, at)

    def _end(self, token: str, at: int) -> None:
        if token[0] == "." and self.words and self.token_of[-1] == at - 1 and self._is_abbreviation():
            return
        if self.asks and not self.begins_sentence and ("?" in token or "？" in token):
            self.asks[-1] = True
        self.begins_sentence = True

    def _is_abbreviation(self) -> bool:
        last = self.words[-1]
        return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())

    def _line(self, token: str, at: int) -> None:
        if not self._is_wrap(token, at):
            self.begins_sentence = self.begins_line = True
        self.line_start = len(self.words)

    def _is_wrap(self, token: str, at: int) -> bool:
        """Whether a line ends in the middle of a sentence, as in mail that is broken at so many characters."""
        if token.count("\n") > 1 or not token[-1].isspace() or at + 1 == len(self.tokens) or at == 0:
            return False
        before = token[0] if not token[0].isspace() else self.tokens[at - 1][-1]
        after = self.tokens[at + 1][0]
        is_long = len(self.words) - self.line_start >= _LONG_LINE
        return (is_long and before not in ".!?:" and after.isalnum()) or (before.isalnum() and after.islower())
