"""Where phrases stand in a text: one walk over the words for all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from netprep.guard.language.phrase import Element, Pattern
from netprep.guard.language.words import Words

PREFIX = 3
"""Letters of a prefix by which it is looked up."""
MOST_KNOWN = 50_000
"""Words whose patterns are kept at hand."""
Runs = dict[str, tuple[tuple[str, ...], ...]]
"""Alternatives of several words, longest first, by their first word in the direction of the walk."""
Place = tuple[frozenset[str] | None, tuple[str, ...], Runs, int, int]
"""An element, ready to try: words (None is any word), prefixes, runs, least, most."""
Ready = tuple[str, tuple[Place, ...], tuple[Place, ...], Place, tuple[frozenset[str], ...], bool, bool, bool]
"""A pattern, ready to try: its group, what is left of the pivot (outwards) and right of it, the pivot, sets of words of
each of which the sentence has to have one besides, its signs."""
Candidates = tuple[Ready, ...] | str
"""Patterns to try at a word, or the numbers of patterns that were not needed yet, with blanks between them."""


class Hit(NamedTuple):
    """A phrase of a group, found: the words from ``first`` up to ``after`` in a sentence."""

    group: str
    first: int
    after: int
    sentence: int


def _nothing_to_unfold(number: int) -> Ready:
    raise LookupError(number)


class PhraseIndex:
    """Patterns of many groups, looked up by the words they cannot do without.

    Patterns may be numbers that ``unfold`` turns into patterns when a text first has their word: a note
    needs a few dozen of a thousand.
    """

    def __init__(
        self,
        by_word: dict[str, Candidates] | None = None,
        by_prefix: dict[str, Candidates] | None = None,
        unfold: Callable[[int], Ready] = _nothing_to_unfold,
    ) -> None:
        self._by_word = by_word if by_word is not None else {}
        self._by_prefix = by_prefix if by_prefix is not None else {}
        self._unfold = unfold
        self._known: dict[str, tuple[Ready, ...]] = {}

    def add(self, group: str, pattern: Pattern) -> None:
        """Look for one more phrase."""
        self._known.clear()
        ready = ready_pattern(group, pattern, place)
        words, prefixes = looked_up(pattern.elements[pattern.pivot])
        for table, keys in ((self._by_word, words), (self._by_prefix, prefixes)):
            for key in keys:
                table[key] = (*self._unfolded(table, key), ready)

    def add_all(self, group: str, patterns: Iterable[Pattern]) -> None:
        """Look for all patterns of a phrase."""
        for pattern in patterns:
            self.add(group, pattern)

    def find(self, words: Words) -> Iterator[Hit]:
        """Every hit in a text, by the pivot's place; a phrase found twice over the same words counts once."""
        known, firsts, texts = self._known, words.firsts, words.words
        sentence, begin, end = -1, 0, 0
        around: set[str] = set()
        for at, word in enumerate(texts):
            if at == end:
                sentence += 1
                begin, end = at, firsts[sentence + 1] if sentence + 1 < len(firsts) else len(texts)
                around = set(texts[begin:end])
            candidates = known.get(word)
            if candidates is None:
                candidates = self._candidates(word)
            for ready in candidates:
                for needed_words in ready[4]:
                    if needed_words.isdisjoint(around):
                        break
                else:
                    if hit := _try(ready, texts, at, begin, end, words.asks[sentence]):
                        yield Hit(ready[0], *hit, sentence)

    def _candidates(self, word: str) -> tuple[Ready, ...]:
        """The patterns to try at a word, kept for the next time it comes."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        ready = self._unfolded(self._by_word, word)
        by_prefix = self._unfolded(self._by_prefix, word[:PREFIX])
        found = (*ready, *(each for each in by_prefix if word.startswith(each[3][1])))
        self._known[word] = found
        return found

    def _unfolded(self, table: dict[str, Candidates], key: str) -> tuple[Ready, ...]:
        candidates = table.get(key, ())
        if isinstance(candidates, str):
            table[key] = candidates = tuple(self._unfold(int(number)) for number in candidates.split())
        return candidates


def ready_pattern(group: str, pattern: Pattern, make: Callable[[Element, bool], Place]) -> Ready:
    """A pattern, ready to try; ``make`` turns an element into a place, backwards where it is left of the pivot."""
    elements, pivot = pattern.elements, pattern.pivot
    left = tuple(make(element, True) for element in reversed(elements[:pivot]))
    right = tuple(make(element, False) for element in elements[pivot + 1 :])
    also = needed(elements, pivot)
    return group, left, right, make(elements[pivot], False), also, pattern.first, pattern.last, pattern.asks


def needed(elements: tuple[Element, ...], pivot: int) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which a sentence has to have one besides the pivot, those with the fewest first."""
    must = [
        frozenset((*each.words, *(run[0] for run in each.runs)))
        for i, each in enumerate(elements)
        if i != pivot and each.least and not each.prefixes and (each.words or each.runs)
    ]
    return tuple(sorted(must, key=len))


def looked_up(pivot: Element) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the beginnings of words under which a pattern is found by its pivot."""
    return frozenset(pivot.words), frozenset(prefix[:PREFIX] for prefix in pivot.prefixes)


def place(element: Element, backwards: bool) -> Place:
    """An element, ready to try; ``backwards`` for one that is left of the pivot."""
    runs: dict[str, list[tuple[str, ...]]] = {}
    for run in sorted(element.runs, key=len, reverse=True):
        runs.setdefault(run[-1] if backwards else run[0], []).append(run)
    words = frozenset(element.words) if element.words or element.prefixes or element.runs else None
    return words, element.prefixes, {word: tuple(found) for word, found in runs.items()}, element.least, element.most


def _try(ready: Ready, words: Sequence[str], at: int, begin: int, end: int, asks: bool) -> tuple[int, int] | None:
    """The words a pattern covers when its pivot begins at ``at``, or None."""
    _, left, right, _, _, is_first, is_last, is_question = ready
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
    after = at + 1
    if right:
        found = _walk(right, 0, words, after, end, 1)
        if found is None:
            return None
        after = found
    if is_last and after != end:
        return None
    return first, after


def _walk(places: tuple[Place, ...], which: int, words: Sequence[str], at: int, stop: int, step: int) -> int | None:
    """Where the places end when they are laid out from ``at``, or None; fewest words first."""
    for i in range(which, len(places)):
        wanted, prefixes, runs, least, most = places[i]
        if runs or least != most:
            return _choose(places, i, words, at, stop, step)
        if least:
            if at == stop:
                return None
            if not _fits(words[at], wanted, prefixes):
                return None
            at += step
        elif at != stop and _fits(words[at], wanted, prefixes):
            return None
    return at


def _choose(places: tuple[Place, ...], which: int, words: Sequence[str], at: int, stop: int, step: int) -> int | None:
    """The same from a place on that may be filled in several ways: by a run of words, left empty, by words."""
    wanted, prefixes, runs, least, most = places[which]
    if runs and at != stop:
        for run in runs.get(words[at], ()):
            after = at + step * len(run)
            if (after - stop) * step > 0 or (words[at:after] if step > 0 else words[after + 1 : at + 1]) != run:
                continue
            if not most:
                return None
            found = _walk(places, which + 1, words, after, stop, step)
            if found is not None:
                return found
    following = places[which + 1] if which + 1 < len(places) else None
    next_words = following[0] if following and following[3] and not following[1] and not following[2] else None
    for taken in range(most + 1):
        # Whatever has to come next is looked at first: mostly it is not there.
        if taken >= least and (next_words is None or (at != stop and words[at] in next_words)):
            found = _walk(places, which + 1, words, at, stop, step)
            if found is not None:
                return found
        if at == stop or (wanted is not None and not _fits(words[at], wanted, prefixes)):
            return None
        at += step
    return None


def _fits(word: str, wanted: frozenset[str] | None, prefixes: tuple[str, ...]) -> bool:
    return wanted is None or word in wanted or (bool(prefixes) and word.startswith(prefixes))
