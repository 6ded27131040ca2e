"""What is known, as roots and as lines of roots: the measure of what a note claims in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from netprep.guard.context import Context
from netprep.guard.grounding.evidence import sayable
from netprep.guard.grounding.links import ADDRESS, LINK
from netprep.guard.grounding.words import Word, roots, words
from netprep.model.plan import Known


@dataclass(frozen=True)
class Line:
    """Something known, as the words of it that are more than a frame."""

    known: Known | None
    text: str
    words: tuple[Word, ...]

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The roots of its words, in order."""
        return tuple(word.root for word in self.words)


@dataclass(frozen=True)
class Support:
    """Everything a note may rest on. More that is known can only support more."""

    lines: tuple[Line, ...]
    extra: frozenset[str] = frozenset()

    @classmethod
    def of(cls, context: Context) -> Support:
        """What ``context`` lets a note say, and who it is between."""
        lines = [_line(None, name) for name in (*context.names, *context.reader_names, *context.my_names)]
        for known in context.allowed:
            if sayable(known):
                lines += [_line(known, text) for text in (known.text, known.quote) if text]
        return cls(tuple(lines), roots(f"{each.words} {each.form}" for each in context.history))

    @classmethod
    def of_lines(cls, texts: Iterable[str]) -> Support:
        """Some texts alone."""
        return cls(tuple(_line(None, text) for text in texts))

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all that is known."""
        return frozenset(root for line in self.lines for root in line.roots) | self.extra

    @cached_property
    def theirs(self) -> frozenset[str]:
        """The roots of all that is known but for what is known of me."""
        lines = (line for line in self.lines if line.known is None or line.known.what != "mine")
        return frozenset(root for line in lines for root in line.roots) | self.extra

    def has(self, word: Word) -> bool:
        """Whether a word stands in something known, in whatever form."""
        return word.root in self.roots

    def missing(self, found: Iterable[Word]) -> list[Word]:
        """Those of the words that would tell something and that nothing known has."""
        return [word for word in found if not word.is_everyday and not self.has(word)]


def _line(known: Known | None, text: str) -> Line:
    """A line without its links and addresses: their pieces are no words of anybody."""
    text = ADDRESS().sub("", LINK().sub("", text))
    return Line(known, text, tuple(word for word in words(text) if word.root))
