"""A brief as plain text: a phone held upright, one page, read in a minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from netprep.model.brief import Brief, BriefPerson, BriefQuestion
from netprep.model.frozen import frozen
from netprep.model.text import at_a_glance, clean, width
from netprep.model.words import StageCode
from netprep.settings.method import MethodSettings
from netprep.writers.brief.head import head_lines
from netprep.writers.brief.shorter import shortened
from netprep.writers.language import Language

_INDENT = "  "


@frozen
class TextPage:
    """Lays a brief out in columns."""

    language: Language
    settings: MethodSettings

    def write(self, brief: Brief) -> str:
        """The page, at most as wide and as long as a phone and a minute allow."""
        brief = shortened(brief, self._fits)
        pages = [*self._pages(brief)]
        return "\n".join(next((page for page in pages if self._is_page(page)), pages[-1]))

    def _fits(self, brief: Brief) -> bool:
        return any(map(self._is_page, self._pages(brief)))

    def _is_page(self, lines: list[str]) -> bool:
        words = sum(any(map(str.isalnum, word)) for line in lines for word in line.split())
        return len(lines) <= self.settings.brief_lines and words <= self.settings.brief_words

    def _pages(self, brief: Brief) -> Iterator[list[str]]:
        """The page with room between its blocks, and closer together: that costs nobody a word."""
        yield self._lines(self._blocks(brief))
        yield self._lines(self._tight(brief))

    def _lines(self, blocks: Iterable[Iterable[str]]) -> list[str]:
        filled = [lines for block in blocks if (lines := list(block))]
        return [line for index, lines in enumerate(filled) for line in ([""] if index else []) + lines]

    def _tight(self, brief: Brief) -> Iterator[Iterable[str]]:
        """The same blocks, those that are about nobody in particular in one."""
        people, rest = 2 + len(brief.people), [*self._blocks(brief)]
        yield from rest[:people]
        yield (line for block in rest[people:] for line in block)

    def _blocks(self, brief: Brief) -> Iterator[Iterable[str]]:
        yield self._head(brief)
        yield self._why(brief)
        for number, person in enumerate(brief.people, 1):
            yield self._person(number, person)
        yield self._labelled("also", ", ".join(brief.also))
        yield self._labelled("job", brief.job)
        yield self._strangers(brief.strangers)
        yield self._labelled("give_back", brief.give_back)
        yield self._labelled("me", brief.me)
        yield self._end(brief)
        for block in brief.blocks:
            yield [
                *self._wrap(f"{block.title.upper()} ({block.plugin})"),
                *(line for each in block.lines for line in self._wrap(each, _INDENT)),
            ]

    def _head(self, brief: Brief) -> Iterator[str]:
        name, day = at_a_glance(brief.event.name).upper(), self.language.short_day(brief.event.starts.day)
        room = self.settings.brief_columns - width(name) - width(day)
        if room >= len(_INDENT):
            yield name + " " * min(room, 3) + day
        else:
            yield from self._wrap(name)
            yield day
        for line in head_lines(brief, self.language):
            yield from self._wrap(line)

    def _why(self, brief: Brief) -> Iterator[str]:
        text = " ".join(filter(None, (brief.learn, brief.serve)))
        yield from self._labelled("why", text)

    def _person(self, number: int, person: BriefPerson) -> Iterator[str]:
        tag = "[-]" if person.stage is StageCode.I else f"[{person.stage.value}]"
        start = f"{number} {clean(person.name).upper()}"
        role, _, rest = person.about.partition(" · ")
        with_role = f"{start}  {role}" if role else start
        columns = self.settings.brief_columns
        fits = width(with_role) + len(tag) + 1 <= columns
        first = with_role if fits else start
        if width(first) + len(tag) + 1 <= columns:
            yield first + " " * (columns - width(first) - len(tag)) + tag
        else:
            yield from self._wrap(f"{first} {tag}", "", _INDENT)
        for line in filter(None, ("" if fits else role, rest, *person.known)):
            yield from self._wrap(line, _INDENT)
        words = self.language.words["brief"]
        if person.give:
            yield from self._aligned(words["give"], person.give)
        for question in person.ask:
            yield from self._aligned("+".rjust(2) if question.is_second else words["ask"], question.text)
        for line in person.aside:
            yield from self._wrap(line, _INDENT)

    def _aligned(self, mark: str, text: str) -> Iterator[str]:
        label = f"{_INDENT}{mark.ljust(4)} "
        yield from self._wrap(text, label, " " * width(label))

    def _strangers(self, questions: tuple[BriefQuestion, ...]) -> Iterator[str]:
        if questions:
            yield self.language.words["brief"]["strangers"]
            for question in questions:
                yield from self._wrap(question.text, " · ", "   ")

    def _end(self, brief: Brief) -> Iterator[str]:
        yield from self._labelled("listen_for", " · ".join(brief.listen_for))
        yield from self._labelled("not_today", " · ".join(brief.not_today))
        yield from self._labelled("leave_with", f"“{brief.leave_with}”" if brief.leave_with else "")
        yield from self._labelled("after", brief.after)

    def _labelled(self, label: str, text: str | None, indent: str = "") -> Iterator[str]:
        if text:
            yield from self._wrap(text, f"{indent}{self.language.words['brief'][label]}  ", f"{indent}  ")

    def _wrap(self, text: str, first: str = "", later: str | None = None) -> tuple[str, ...]:
        return wrap(clean(text), self.settings.brief_columns, first, first if later is None else later)


@lru_cache(maxsize=1024)
def wrap(text: str, columns: int, first: str = "", later: str = "") -> tuple[str, ...]:
    """``text`` in lines of at most ``columns`` columns; a word that is wider is broken.

    Columns are those of a terminal: a Chinese sign takes two, a combining accent none. A page is laid
    out anew for everything that is left out, so lines are remembered.
    """
    lines: list[str] = []
    line, taken, is_empty = first, width(first), True
    for word in text.split():
        long = width(word)
        if taken + (not is_empty) + long <= columns:
            line, taken, is_empty = f"{line}{'' if is_empty else ' '}{word}", taken + (not is_empty) + long, False
            continue
        if not is_empty:
            lines.append(line)
            line = later
        while width(line) + width(word) > columns:
            head = _as_wide_as(word, max(1, columns - width(line)))
            lines.append(line + head)
            word, line = word[len(head) :], later
        line, is_empty = line + word, False
        taken = width(line)
    return tuple(lines) if is_empty else (*lines, line)


def _as_wide_as(word: str, columns: int) -> str:
    taken = 0
    for index, letter in enumerate(word):
        taken += width(letter)
        if taken > columns:
            return word[: max(1, index)]
    return word
