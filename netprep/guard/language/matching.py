"""Where phrases stand in a text: one walk over the words for all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from netprep.guard.language.phrase import Element, Pattern
from netprep.guard.language.words import Words

PREFIX = 3
"""Letters of a prefix by which it is looked up."""
NO_WORD = ""
"""What stands before the first word of a sentence and after its last."""
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


_ByWord = dict[str, tuple[Ready, ...]]
_At = tuple[tuple[Ready, ...], _ByWord, _ByWord, _ByWord]
"""What to try where a word stands: patterns that need nothing else, those that need one of some words right before,
right after, or where neither can be told, somewhere in the sentence."""


def _at(patterns: Iterable[Ready]) -> _At | None:
    """What to try where a word stands, each pattern under the fewest words it can be told by; None for none."""
    alone: list[Ready] = []
    tables: tuple[dict[str, list[Ready]], ...] = ({}, {}, {})
    for ready in patterns:
        _, left, right, _, also, is_first, is_last, _ = ready
        told_by = (_neighbours(left, ends=is_first), _neighbours(right, ends=is_last))
        beside = [(len(words), side) for side, words in enumerate(told_by) if words is not None]
        words, table = (
            (told_by[min(beside)[1]], tables[min(beside)[1]]) if beside else (also[:1] and also[0], tables[2])
        )
        if not words:
            alone.append(ready)
        for word in words or ():
            table.setdefault(word, []).append(ready)
    before, after, near = ({word: tuple(found) for word, found in table.items()} for table in tables)
    return (tuple(alone), before, after, near) if alone or before or after or near else None


def _neighbours(places: tuple[Place, ...], *, ends: bool) -> frozenset[str] | None:
    """The words of which one stands beside the pivot where these places begin; None where it may be any.

    ``ends`` says that the sentence ends where the places do: then no word is one of them.
    """
    found: set[str] = set()
    for wanted, prefixes, runs, least, most in places:
        if not most:
            continue  # "none of these here" takes no word
        if wanted is None or prefixes:
            return None
        found.update(wanted, runs)
        if least:
            return frozenset(found)
    return frozenset((*found, NO_WORD)) if ends else None


class _Known(dict[str, _At | None]):
    """What to try at a word, kept for the next time it comes."""

    def __init__(self, look_up: Callable[[str], _At | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _At | None:
        if len(self) > MOST_KNOWN:
            self.clear()
        here = self[word] = self._look_up(word)
        return here


def _nothing_to_unfold(number: int) -> Ready:
    raise LookupError(number)


class PhraseIndex:
    """Patterns of many groups, looked up by the words they cannot do without.

    A group may have phrases that make it something else where they stand in the same sentence. Patterns may be
    numbers that ``unfold`` turns into patterns when a text first has their word: a note needs a few dozen of
    thousands.
    """

    def __init__(
        self,
        by_word: dict[str, Candidates] | None = None,
        by_prefix: dict[str, Candidates] | None = None,
        unless: dict[str, str] | None = None,
        unfold: Callable[[int], Ready] = _nothing_to_unfold,
    ) -> None:
        self._by_word = by_word if by_word is not None else {}
        self._by_prefix = by_prefix if by_prefix is not None else {}
        self._unless_numbers = unless or {}
        self._unless: dict[str, PhraseIndex] = {}
        self._unfold = unfold
        self._known = _Known(self._look_up)

    def add(self, group: str, patterns: Iterable[Pattern]) -> None:
        """Look for all patterns of a phrase."""
        for pattern in patterns:
            self._add(ready_pattern(group, pattern, place))

    def add_unless(self, group: str, patterns: Iterable[Pattern]) -> None:
        """Leave out a hit of a group where one of these is in its sentence."""
        self._unless.setdefault(group, PhraseIndex()).add(group, patterns)

    def _add(self, ready: Ready) -> None:
        self._known.clear()
        wanted, prefixes, *_ = ready[3]
        for word in wanted or ():
            self._by_word[word] = (*self._unfolded(self._by_word, word), ready)
        for prefix in {prefix[:PREFIX] for prefix in prefixes}:
            self._by_prefix[prefix] = (*self._unfolded(self._by_prefix, prefix), ready)

    def find(self, words: Words) -> dict[str, list[Hit]]:
        """The hits of each group in a text, in no order; none that something in its sentence makes fine."""
        found: dict[str, set[Hit]] = {}
        for sentence in range(words.sentences):
            for hit in self._in_sentence(words, sentence):
                found.setdefault(hit.group, set()).add(hit)
        kept = {group: self._without_exceptions(group, hits, words) for group, hits in found.items()}
        return {group: list(hits) for group, hits in kept.items() if hits}

    def _without_exceptions(self, group: str, hits: set[Hit], words: Words) -> set[Hit]:
        unless = self._unless.get(group)
        if unless is None:
            if group not in self._unless_numbers:
                return hits
            unless = self._unless[group] = PhraseIndex()
            for number in self._unless_numbers[group].split():
                unless._add(self._unfold(int(number)))
        fine = {
            sentence
            for sentence in {hit.sentence for hit in hits}
            if next(unless._in_sentence(words, sentence), None) is not None
        }
        return {hit for hit in hits if hit.sentence not in fine} if fine else hits

    def _in_sentence(self, words: Words, sentence: int) -> Iterator[Hit]:
        known, texts, asks = self._known, words.words, words.asks[sentence]
        begin, end = words.bounds(sentence)
        around = set(texts[begin:end])
        if not self._by_prefix and self._by_word.keys().isdisjoint(around):
            return  # as mostly for what makes something fine
        before = NO_WORD
        for at in range(begin, end):
            word = texts[at]
            here = known[word]
            if here is not None:  # half of the words are the pivot of nothing
                tries, by_before, by_after, by_near = here
                if by_before and before in by_before:
                    tries = tries + by_before[before]
                if by_after:
                    after = texts[at + 1] if at + 1 < end else NO_WORD
                    if after in by_after:
                        tries = tries + by_after[after]
                if by_near:
                    for near in by_near.keys() & around:
                        tries = tries + by_near[near]
                for ready in tries:
                    for needed_words in ready[4]:
                        if needed_words.isdisjoint(around):
                            break
                    else:
                        if hit := _try(ready, texts, at, begin, end, asks):
                            yield Hit(ready[0], *hit, sentence)
            before = word

    def _look_up(self, word: str) -> _At | None:
        by_prefix = self._unfolded(self._by_prefix, word[:PREFIX])
        with_prefix = (each for each in by_prefix if word.startswith(each[3][1]))
        return _at((*self._unfolded(self._by_word, word), *with_prefix))

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
