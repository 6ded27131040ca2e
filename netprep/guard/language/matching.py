"""Where phrases stand in a text: one walk over the words for all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from netprep.guard.language.phrase import Element, Pattern
from netprep.guard.language.words import Words
from netprep.model.frozen import frozen

PREFIX = 3
"""Letters of a prefix by which it is looked up."""
Runs = dict[str, tuple[tuple[str, ...], ...]]
"""Alternatives of several words, longest first, by their first word in the direction of the walk."""
Place = tuple[frozenset[str] | None, tuple[str, ...], Runs, int, int]
"""An element, ready to try: words (None is any word), prefixes, runs, least, most."""
Ready = tuple[str, tuple[Place, ...], tuple[Place, ...], Place, bool, bool, bool]
"""A pattern, ready to try: its group, what is left of the pivot (outwards) and right of it, the pivot, its signs."""


@frozen
class Hit:
    """A phrase of a group, found: the words from ``first`` up to ``after`` in a sentence."""

    group: str
    first: int
    after: int
    sentence: int


class PhraseIndex:
    """Patterns of many groups, looked up by the words they cannot do without."""

    def __init__(self, patterns: Iterable[tuple[str, Pattern]] = ()) -> None:
        self._by_word: dict[str, list[Ready]] = {}
        self._by_prefix: dict[str, list[Ready]] = {}
        for group, pattern in patterns:
            self.add(group, pattern)

    def add(self, group: str, pattern: Pattern) -> None:
        """Look for one more phrase."""
        elements = pattern.elements
        left = tuple(place(element, backwards=True) for element in reversed(elements[: pattern.pivot]))
        right = tuple(place(element) for element in elements[pattern.pivot + 1 :])
        self.add_ready((group, left, right, place(elements[pattern.pivot]), pattern.first, pattern.last, pattern.asks))

    def add_ready(self, ready: Ready) -> None:
        """Look for one more phrase that is ready to try."""
        wanted, prefixes, runs, _, _ = ready[3]
        for word in {*(wanted or ()), *runs}:
            self._by_word.setdefault(word, []).append(ready)
        for prefix in {prefix[:PREFIX] for prefix in prefixes}:
            self._by_prefix.setdefault(prefix, []).append(ready)

    def find(self, words: Words) -> Iterator[Hit]:
        """Every hit in a text, by the pivot's place; a phrase found twice over the same words counts once."""
        by_word, by_prefix, firsts = self._by_word, self._by_prefix, words.firsts
        texts, sentence, begin, end = words.words, -1, 0, 0
        for at, word in enumerate(texts):
            if at == end:
                sentence += 1
                begin, end = at, firsts[sentence + 1] if sentence + 1 < len(firsts) else len(texts)
            candidates = by_word.get(word)
            if candidates:
                for ready in candidates:
                    if hit := _try(ready, texts, at, begin, end, words.asks[sentence]):
                        yield Hit(ready[0], *hit, sentence)
            candidates = by_prefix.get(word[:PREFIX])
            if candidates:
                for ready in candidates:
                    if word.startswith(ready[3][1]) and (
                        hit := _try(ready, texts, at, begin, end, words.asks[sentence])
                    ):
                        yield Hit(ready[0], *hit, sentence)


def place(element: Element, *, backwards: bool = False) -> Place:
    """An element, ready to try; ``backwards`` for one that is left of the pivot."""
    runs: dict[str, list[tuple[str, ...]]] = {}
    for run in sorted(element.runs, key=len, reverse=True):
        walked = run[::-1] if backwards else run
        runs.setdefault(walked[0], []).append(walked)
    words = frozenset(element.words) if element.words or element.prefixes or element.runs else None
    return words, element.prefixes, {word: tuple(found) for word, found in runs.items()}, element.least, element.most


def _try(ready: Ready, words: Sequence[str], at: int, begin: int, end: int, asks: bool) -> tuple[int, int] | None:
    """The words a pattern covers when its pivot begins at ``at``, or None."""
    _, left, right, pivot, is_first, is_last, is_question = ready
    if is_question and not asks:
        return None
    first = at
    if left:
        found = _walk(left, 0, words, at - 1, begin - 1, -1)
        if found is None:
            return None
        first = found + 1
    if is_first and first != begin:
        return None
    if not right and not pivot[2]:
        return None if is_last and at + 1 != end else (first, at + 1)
    after = _walk((pivot, *right), 0, words, at, end, 1) if pivot[2] else _walk(right, 0, words, at + 1, end, 1)
    if after is None or (is_last and after != end):
        return None
    return first, after


def _walk(places: tuple[Place, ...], which: int, words: Sequence[str], at: int, stop: int, step: int) -> int | None:
    """Where the places end when they are laid out from ``at``, or None; fewest words first."""
    count = len(places)
    while which < count:
        wanted, prefixes, runs, least, most = places[which]
        which += 1
        if runs or least != most:
            return _choose(places[which - 1], places, which, words, at, stop, step)
        if least:
            if at == stop:
                return None
            if wanted is not None:
                word = words[at]
                if word not in wanted and not (prefixes and word.startswith(prefixes)):
                    return None
            at += step
        elif at != stop:
            word = words[at]
            if (wanted is not None and word in wanted) or (prefixes and word.startswith(prefixes)):
                return None
    return at


def _choose(
    chosen: Place, places: tuple[Place, ...], which: int, words: Sequence[str], at: int, stop: int, step: int
) -> int | None:
    """The same from a place on that may be filled in several ways: left empty, by words, by a run of words."""
    wanted, prefixes, runs, least, most = chosen
    if runs and at != stop:
        for run in runs.get(words[at], ()):
            after = at + step * len(run)
            if (after - stop) * step <= 0 and _is_run(run, words, at, step):
                if not most:
                    return None
                found = _walk(places, which, words, after, stop, step)
                if found is not None:
                    return found
    taken = 0
    while True:
        if taken >= least:
            found = _walk(places, which, words, at, stop, step)
            if found is not None:
                return found
        if taken == most or at == stop:
            return None
        if wanted is not None:
            word = words[at]
            if word not in wanted and not (prefixes and word.startswith(prefixes)):
                return None
        at += step
        taken += 1


def _is_run(run: tuple[str, ...], words: Sequence[str], at: int, step: int) -> bool:
    return all(words[at + step * i] == run[i] for i in range(1, len(run)))
