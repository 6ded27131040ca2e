"""The parts of a message: greeting, body, closing, signature, P.S. and what it quotes of an earlier one."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from netprep.guard.language.words import Words, read_words
from netprep.guard.phrases import lazily
from netprep.method.stems import stem_of
from netprep.model.rules import Scope
from netprep.model.text import word_set

Span = tuple[int, int]

_QUOTED_LINE = lazily(r"^[ \t]*>.*$", re.MULTILINE)
_QUOTED_REST = lazily(
    r"^(?:[ \t]*-{2,}[ \t]*(?:original message|forwarded message)[^\n]*"
    r"|[ \t]*(?:on|am) [^\n]{6,160}\b(?:wrote|schrieb)\b[^\n]{0,40}:"
    r"|[ \t]*from:[^\n]{3,120}\r?\n[ \t]*(?:sent|date|to):)",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTING = ("wrote", "schrieb", "original message", "forwarded message", "from:")
_SIGNATURE = lazily(r"^--[ \t]*$", re.MULTILINE)
_GREETS = word_set("hi hello hey dear good greetings hiya morning afternoon evening respected")
_CLOSES = word_set(
    """best regards cheers thanks thank yours sincerely warmly warm kind kindest love cordially respectfully take all
    many with bye ciao talk speak see blessings peace gratefully faithfully truly fondly wishes until warmest hugs
    xx x"""
)
_IN_NAMES = word_set("of the and from # @link @address")
_LONGEST_GREETING = 6
_LONGEST_CLOSING = 6
_SHORT_LINE = 5
"""Words a greeting, a closing or a line of a signature has at most."""


@dataclass(frozen=True)
class Message:
    """A text with its words, its sentences and the part each sentence belongs to."""

    body: str
    words: Words

    @classmethod
    def read(cls, body: str) -> Message:
        """A text, taken apart. Linear in its length."""
        return cls(body, read_words(body))

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each word."""
        return list(map(stem_of, self.words.words))

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands there of an earlier message: it is somebody else's, or was read before."""
        body = self.body
        found: list[Span] = []
        if ">" in body:
            found += [match.span() for match in _QUOTED_LINE().finditer(body)]
        low = body.lower()
        if (
            "wrote" in low
            or "schrieb" in low
            or "original message" in low
            or "forwarded message" in low
            or "from:" in low
        ):
            match = _QUOTED_REST().search(body)
            if match:
                found.append((match.start(), len(body)))
        return tuple(found)

    @cached_property
    def parts(self) -> tuple[Scope, ...]:
        """The part of each sentence. ``OPENING`` and ``CLOSING`` name the first and last sentence of the body."""
        words = self.words
        parts = [Scope.BODY] * words.sentences
        end = self._signature(parts)
        for i in range(end):
            first, after = words.bounds(i)
            if words.words[first:after][:2] == ("p", "s") or words.words[first] == "ps":
                parts[i:end] = [Scope.POSTSCRIPT] * (end - i)
                end = self._sign_off(parts, i)
                break
        else:
            end = self._sign_off(parts, end)
        start = 1 if end and self._greets(0) else 0
        if start:
            parts[0] = Scope.GREETING
        if start < end:
            parts[end - 1] = Scope.CLOSING
            parts[start] = Scope.OPENING
        return tuple(parts)

    def _signature(self, parts: list[Scope]) -> int:
        """Mark what follows a line of two dashes; the sentence it begins with."""
        match = _SIGNATURE().search(self.body) if "--" in self.body else None
        if not match:
            return len(parts)
        for i in range(len(parts)):
            if self.span_of(i)[0] >= match.start():
                parts[i:] = [Scope.SIGNATURE] * (len(parts) - i)
                return i
        return len(parts)

    def _sign_off(self, parts: list[Scope], end: int) -> int:
        """Mark the sign-off and the name before ``end``; the sentence it begins with."""
        words = self.words
        start = end
        while start > 1 and end - start < 4:
            first, after = words.bounds(start - 1)
            if not words.lines[start - 1] or after - first > _LONGEST_CLOSING or words.asks[start - 1]:
                break
            if words.words[first] in _CLOSES or (after - first <= _SHORT_LINE and self._is_name(first, after)):
                start -= 1
            else:
                break
        parts[start:end] = [Scope.SIGNATURE] * (end - start)
        return start

    def _is_name(self, first: int, after: int) -> bool:
        """Whether a last line has nothing but words with capitals, and no stop behind them."""
        words = self.words
        if after - first > 1 and words.mark_after(after - 1) in (".", "!", "?"):
            return False
        return all(words.written(i)[0].isupper() or words.words[i] in _IN_NAMES for i in range(first, after))

    def _greets(self, sentence: int) -> bool:
        """Whether a sentence is a greeting and nothing else, or a name with a comma on a line of its own."""
        words = self.words
        first, after = words.bounds(sentence)
        if after - first > _LONGEST_GREETING or words.asks[sentence]:
            return False
        if words.words[first] in _GREETS:
            return True
        return after - first <= 2 and words.mark_after(after - 1) == "," and words.sentences > 1

    @cached_property
    def content(self) -> tuple[int, int]:
        """The first sentence of the body and the one after its last."""
        inner = [i for i, part in enumerate(self.parts) if part in (Scope.OPENING, Scope.BODY, Scope.CLOSING)]
        return (inner[0], inner[-1] + 1) if inner else (0, 0)

    def span_of(self, sentence: int) -> Span:
        """The characters of a sentence, from its first word to its last."""
        return self.words.span(*self.words.bounds(sentence))

    def sentence_after(self, offset: int) -> Span:
        """The sentence with the first word from ``offset`` on, up to the next one; empty where there is none.

        The first sentence begins where the text does.
        """
        ahead = bisect_left(self._last_words, offset)
        if ahead == len(self._last_words):
            return offset, offset
        start = min(offset, self.span_of(ahead)[0]) if ahead else 0
        return start, self.span_of(ahead + 1)[0] if ahead + 1 < len(self._last_words) else len(self.body)

    @cached_property
    def _last_words(self) -> list[int]:
        """Where the last word of each sentence begins."""
        lasts = (self.words.bounds(i)[1] - 1 for i in range(self.words.sentences))
        return [self.words.span(last, last + 1)[0] for last in lasts]

    def is_in(self, sentence: int, scope: Scope) -> bool:
        """Whether a sentence belongs to a part; opening and closing belong to the body, too."""
        part = self.parts[sentence]
        if scope is Scope.NOTE:
            return True
        if scope is Scope.BODY:
            return part in (Scope.OPENING, Scope.BODY, Scope.CLOSING)
        first, after = self.content
        if scope is Scope.CLOSING:
            return after > first and sentence == after - 1
        if scope is Scope.OPENING:
            return after > first and sentence == first
        return part is scope
