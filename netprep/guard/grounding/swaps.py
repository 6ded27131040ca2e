"""One word changed in something known: "the buffet queue" where the log has the coat-check queue (M04)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from netprep.guard.grounding.everyday import EVERYDAY
from netprep.guard.grounding.numbers import VALUES
from netprep.guard.grounding.support import Line, Support
from netprep.guard.grounding.words import Word, span_of, words
from netprep.guard.text import Mask, Span, Text
from netprep.model.frozen import frozen
from netprep.model.text import word_set

_LONGEST_RUN = 3
_MOST_BETWEEN = 3
_BEFORE_NOUN = re.compile(
    r"(?:^|\W)(?:the|an?|your|my|our|their|his|her|its|this|that|these|"
    r"those|some|every|no|own|\d+|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozen|of|in|at|for|with|from|into|on|by|about|through) (?:[\w’'-]+[ -]){0,2}$",
    re.IGNORECASE,
)
_ALL_OF_IT = 3
"""Words of a line up to which one of them is enough to know it by."""


@frozen
class Swap:
    """A stretch, and what stands in its place in what is known."""

    span: Span
    known: str
    is_sure: bool = True


_ANY_WORD = word_set(
    "go goes went gone come comes came take takes took promise promised introduce introduced run runs ran keep keeps",
    "way road route part side end top start middle edge",
    "kept hold holds held begin begins began start starts started become becomes became stay stays stayed turn turned",
)
"""Words that say of a thing what another word says as well."""


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
        run = _foreign(said, index, support, quiet)
        if not run:
            index += 1
            continue
        before, after = said[max(0, index - 2) : index], said[index + len(run) : index + len(run) + 2]
        index += len(run)
        if run[-1].low.endswith("ing") and len(run) == 1:
            continue  # what somebody is doing, not a thing that has another name
        if len(run) > _LONGEST_RUN or any(word.low in _ANY_WORD for word in run):
            continue
        for line in support.lines:
            if found := _in_place(body, line, run, before, after, roots):
                known, is_sure = found
                yield Swap(span_of(run), known, is_sure=is_sure)
                break


def _foreign(said: Sequence[Word], index: int, support: Support, quiet: Mask) -> list[Word]:
    run: list[Word] = []
    for word in said[index:]:
        if word.low in EVERYDAY or support.has(word) or quiet.hits((word.start, word.end)) or word.low in VALUES:
            break
        run.append(word)
    return run


def _in_place(
    body: str, line: Line, run: list[Word], before: Sequence[Word], after: Sequence[Word], roots: frozenset[str]
) -> tuple[str, bool] | None:
    """What the line has where the text has ``run``, and whether both neighbours say so; None elsewhere."""
    there = line.roots
    left, right = (before[-1].root if before else ""), (after[0].root if after else "")
    if left and right:
        for at, root in enumerate(there):
            if root != left:
                continue
            for to in range(at + 2, min(at + 2 + _MOST_BETWEEN, len(there))):
                if there[to] == right and not roots & set(there[at + 1 : to]):
                    return _said(line, at + 1, to), True
    if not _BEFORE_NOUN.search(body[max(0, run[0].start - 40) : run[0].start]):
        return None
    if after and _touches(body, run[-1].end, after[0].start):
        for at in range(1, len(there)):
            if there[at] == right and there[at - 1] not in roots and _goes_on(there, at, after, 1):
                return _said(line, at - 1, at), False
    if before and _touches(body, before[-1].end, run[0].start):
        for at in range(len(there) - 1):
            if there[at] == left and there[at + 1] not in roots and _goes_on(there, at, before[::-1], -1):
                return _said(line, at + 1, at + 2), False
    return None


def _touches(body: str, start: int, end: int) -> bool:
    """Whether two words stand side by side, with one framing word between at most."""
    return bool(re.fullmatch(r"(?:[ -](?:\w{1,4})){0,1}[ -]", body[start:end]))


def _goes_on(there: Sequence[str], at: int, said: Sequence[Word], way: int) -> bool:
    """Whether the line goes on as the text does; a short line need not."""
    if len(there) <= _ALL_OF_IT:
        return True
    if len(said) < 2:
        return False
    ahead = there[at + way : at + 3 * way : way] if way > 0 else there[max(0, at - 2) : at]
    return said[1].root in ahead


def _said(line: Line, start: int, end: int) -> str:
    return line.text[line.words[start].start : line.words[end - 1].end]


def counted(text: Text, support: Support, quiet: Mask, is_known: Callable[[float], bool]) -> Iterator[Swap]:
    """Numbers of things that are known by another number: "four cafés" where the log has three.

    ``is_known`` tells whether something known has a larger number, of whatever.
    """
    known = _counts(support)
    for word, value, thing in _pairs(list(words(text.body))):
        if quiet.hits((word.start, word.end)) or thing not in known:
            continue
        if value not in known[thing] and not is_known(value):
            yield Swap((word.start, word.end), " or ".join(sorted(set(known[thing].values()))))


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
            if index and said[index - 1].end + 1 == word.start and said[index - 1].low in VALUES:
                continue  # the "five" of "forty-five"
            if thing.root and not thing.low.isdecimal():
                yield word, float(value), thing.root
