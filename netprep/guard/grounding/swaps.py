"""One word changed in something known: "the buffet queue" where the log has the coat-check queue (M04)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netprep.guard.grounding.everyday import EVERYDAY
from netprep.guard.grounding.numbers import VALUES
from netprep.guard.grounding.support import Line, Support
from netprep.guard.grounding.words import Word, span_of, words
from netprep.guard.text import Mask, Span, Text
from netprep.model.frozen import frozen

_LONGEST_RUN = 3
_MOST_BETWEEN = 3
_BEFORE_NOUN = re.compile(
    r"(?:^|\W)(?:the|an?|your|my|our|their|his|her|its|this|that|these|those|some|every|no|own|\d+|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozen|any|more|other|another|many|both|of|in|at|for|with|from|into|on|by|about|through) (?:[\w’'-]+[ -]){0,2}$",
    re.IGNORECASE,
)
_ALL_OF_IT = 3
"""Words of a line up to which one of them is enough to know it by."""


@frozen
class Swap:
    """A stretch, and what stands in its place in what is known."""

    span: Span
    known: str


def swaps(text: Text, support: Support, quiet: Mask) -> Iterator[Swap]:
    """Stretches that nothing known has, amid words that stand in one line with another word in that place."""
    seen = -1
    for match in re.finditer(r"\S", text.body):
        if match.start() < seen:
            continue
        start, seen = text.sentence_at(match.start())
        said = [word for word in words(text.body, start, seen) if word.root]
        yield from _in_sentence(text.body, said, support, quiet)


def _in_sentence(body: str, said: Sequence[Word], support: Support, quiet: Mask) -> Iterator[Swap]:
    roots = frozenset(word.root for word in said)
    index = 0
    while index < len(said):
        run = _foreign(body, said, index, support, quiet)
        if not run:
            index += 1
            continue
        before, after = said[max(0, index - 2) : index], said[index + len(run) : index + len(run) + 2]
        index += len(run)
        if len(run) > _LONGEST_RUN:
            continue
        for line in support.lines:
            if known := _in_place(body, line, run, before, after, roots):
                yield Swap(span_of(run), known)
                break


def _foreign(body: str, said: Sequence[Word], index: int, support: Support, quiet: Mask) -> list[Word]:
    run: list[Word] = []
    for word in said[index:]:
        if run and not re.fullmatch(r"[ \t\u00a0-]{1,3}", body[run[-1].end : word.start]):
            break
        if word.low in EVERYDAY or support.has(word) or quiet.hits((word.start, word.end)) or word.low in VALUES:
            break
        run.append(word)
    return run


def _in_place(
    body: str, line: Line, run: list[Word], before: Sequence[Word], after: Sequence[Word], roots: frozenset[str]
) -> str:
    """What the line has where the text has ``run``; empty where it is not the same place."""
    there = line.roots
    left, right = (before[-1].root if before else ""), (after[0].root if after else "")
    if left and right:
        for at, root in enumerate(there):
            if root != left:
                continue
            for to in range(at + 2, min(at + 2 + _MOST_BETWEEN, len(there))):
                if to - at - 1 == len(run) and there[to] == right and not roots & set(there[at + 1 : to]):
                    return _said(line, at + 1, to)
    if not _BEFORE_NOUN.search(body[max(0, run[0].start - 40) : run[0].start]):
        return ""
    size = len(run)
    if after and not after[0].is_everyday:
        joint = _joint(body, run[-1].end, after[0].start)
        for at in range(size, len(there)):
            same = there[at] == right and _joint(line.text, *_between(line, at - 1)) == joint
            if same and not roots & set(there[at - size : at]) and _goes_on(line, at, after, 1, joint):
                return _named(line, at - size, at)
    if before and not before[-1].is_everyday:
        joint = _joint(body, before[-1].end, run[0].start)
        for at in range(len(there) - size):
            same = there[at] == left and _joint(line.text, *_between(line, at)) == joint
            if same and not roots & set(there[at + 1 : at + 1 + size]) and _goes_on(line, at, before[::-1], -1, joint):
                return _named(line, at + 1, at + 1 + size)
    return ""


_LOOSE = re.compile(r"(?<!\w)(?:the|an?|my|your|our|his|her|their|its|this|that|these|those|still|only|all)(?!\w)", re.IGNORECASE)
_LONGEST_JOINT = 24


def _joint(body: str, start: int, end: int) -> str | None:
    """What stands between two words without articles, as "with" in "the dictionary with the hole"."""
    between = body[start:end]
    if len(between) > _LONGEST_JOINT or re.search(r"[^\w\s’'-]", between):
        return None
    return " ".join(_LOOSE.sub(" ", between.replace("-", " ")).casefold().split())


def _between(line: Line, at: int) -> tuple[int, int]:
    return line.words[at].end, line.words[at + 1].start


def _goes_on(line: Line, at: int, said: Sequence[Word], way: int, joint: str | None) -> bool:
    """Whether the line goes on as the text does; a short line need not, nor one that is joined in the same way."""
    there = line.roots
    if joint is None:
        return False
    if joint or len(there) <= _ALL_OF_IT:
        return True
    if len(said) < 2:
        return False
    ahead = there[at + way : at + 3 * way : way] if way > 0 else there[max(0, at - 2) : at]
    return said[1].root in ahead


def _named(line: Line, start: int, end: int) -> str:
    """What the line has in that place; empty for a deed, which a noun may well stand for."""
    return "" if line.words[start].low.endswith("ing") else _said(line, start, end)


def _said(line: Line, start: int, end: int) -> str:
    return line.text[line.words[start].start : line.words[end - 1].end]


def counted(text: Text, support: Support, quiet: Mask) -> Iterator[Swap]:
    """Numbers of things that are known by another number: "four cafés" where the log has three."""
    known = _counts(support)
    for word, value, thing in _pairs(list(words(text.body))):
        if quiet.hits((word.start, word.end)) or thing not in known:
            continue
        if value not in known[thing]:
            yield Swap((word.start, word.end), " or ".join(sorted({said for said in known[thing].values()})))


def _counts(support: Support) -> dict[str, dict[float, str]]:
    found: dict[str, dict[float, str]] = {}
    for line in support.lines:
        for word, value, thing in _pairs(list(words(line.text))):
            found.setdefault(thing, {})[value] = line.text[word.start : word.end]
    return found


def _pairs(said: Sequence[Word]) -> Iterator[tuple[Word, float, str]]:
    """Each small number with the root of what it counts: one of the next two words."""
    for index, word in enumerate(said):
        value = VALUES.get(word.low, float(word.low) if word.low.isdecimal() and len(word.low) < 7 else None)
        if value is None or word.low == "one":
            continue
        for thing in said[index + 1 : index + 2]:
            if thing.root and not thing.low.isdecimal():
                yield word, float(value), thing.root
