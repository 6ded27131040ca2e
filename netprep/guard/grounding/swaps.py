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
    r"|seven|eight|nine|ten|dozen|any|more|other|another|many|both|of|"
    r"in|at|for|with|from|into|on|by|about|through) (?:(?!to |and |or )[\w’'-]+[ -]){0,2}$",
    re.IGNORECASE,
)


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
        run = _foreign(body, said, index, support, quiet)
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
            if line.known and line.known.what in _CARDS:
                continue
            if found := _in_place(body, line, run, before, after, roots):
                known, is_sure = found
                yield Swap(span_of(run), known, is_sure=is_sure)
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
) -> tuple[str, bool] | None:
    """What the line has where the text has ``run``, and whether both neighbours say so; None elsewhere."""
    there = line.roots
    left, right = (before[-1].root if before else ""), (after[0].root if after else "")
    if left and right:
        for at, root in enumerate(there):
            if root != left:
                continue
            for to in range(at + 2, min(at + 2 + _MOST_BETWEEN, len(there))):
                if to - at - 1 == len(run) and there[to] == right and not roots & set(there[at + 1 : to]):
                    return _said(line, at + 1, to), True
    if not _BEFORE_NOUN.search(body[max(0, run[0].start - 40) : run[0].start]):
        return None
    size = len(run)
    if after and not after[0].is_everyday:
        joint = _joint(body, run[-1].end, after[0].start)
        for at in range(size, len(there)):
            same = there[at] == right and _joint(line.text, *_between(line, at - 1)) == joint
            if (
                same
                and not roots & set(there[at - size : at])
                and _is_the_same(
                    line, size, roots, joint, is_next=len(after) > 1 and after[1].root in there[at + 1 : at + 3]
                )
            ):
                return _named(line, at - size, at)
    if before and not before[-1].is_everyday:
        joint = _joint(body, before[-1].end, run[0].start)
        for at in range(len(there) - size):
            same = there[at] == left and _joint(line.text, *_between(line, at)) == joint
            if (
                same
                and not roots & set(there[at + 1 : at + 1 + size])
                and _is_the_same(
                    line, size, roots, joint, is_next=len(before) > 1 and before[0].root in there[max(0, at - 2) : at]
                )
            ):
                return _named(line, at + 1, at + 1 + size)
    return None


_LOOSE = re.compile(
    r"(?<!\w)(?:the|an?|my|your|our|his|her|their|its|this|that|these|those|still|only|all)(?!\w)", re.IGNORECASE
)
_LONGEST_JOINT = 24


def _joint(body: str, start: int, end: int) -> str | None:
    """What stands between two words without articles, as "with" in "the dictionary with the hole"."""
    between = body[start:end]
    if len(between) > _LONGEST_JOINT or re.search(r"[^\w\s’'-]", between):
        return None
    return " ".join(_LOOSE.sub(" ", between.replace("-", " ")).casefold().split())


def _between(line: Line, at: int) -> tuple[int, int]:
    return line.words[at].end, line.words[at + 1].start


def _is_the_same(line: Line, size: int, roots: frozenset[str], joint: str | None, *, is_next: bool) -> bool:
    """Whether what is said is the line but for the changed words: two thirds of the rest of it, and two words.

    Of words that stand side by side ("fire alarm", "smoke alarm") all of the rest has to be there, or to go on so.
    """
    if joint is None:
        return False
    rest = len(set(line.roots)) - size
    there = len(set(line.roots) & roots)
    if not joint:
        return there == rest or (there >= 2 and is_next)
    return there == rest and there >= (1 if rest == 1 and line.known and line.known.what in _THINGS else 2)


_CARDS = frozenset({"name", "org", "role", "address", "location"})
_THINGS = frozenset({"anchor", "item"})


def _named(line: Line, start: int, end: int) -> tuple[str, bool] | None:
    """What the line has in that place; None for a deed, which a noun may well stand for."""
    return None if line.words[start].low.endswith("ing") else (_said(line, start, end), True)


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
