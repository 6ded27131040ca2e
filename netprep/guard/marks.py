"""What a message does: the speech acts and the phrases of rules that were found in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from netprep.guard.language.matching import Hit, PhraseIndex
from netprep.guard.message import Message
from netprep.guard.text import Mask

UNLESS = "!"
"""Ends the group of phrases that make an act or a rule something else."""


@dataclass(frozen=True)
class Marks:
    """Hits by their group: the name of an act, or the code of a rule, in the order of the text."""

    hits: dict[str, list[Hit]] = field(default_factory=dict)

    def of(self, name: str) -> Sequence[Hit]:
        """The hits of an act or a rule."""
        return self.hits.get(name, ())

    def of_any(self, names: Iterable[str]) -> list[Hit]:
        """The hits of several, in the order of the text."""
        found = [hit for name in names for hit in self.hits.get(name, ())]
        return sorted(found, key=_in_order) if len(found) > 1 else found

    def put(self, name: str, hits: list[Hit]) -> None:
        """Note what a rule found, in place of its mere phrases."""
        self.hits[name] = hits

    def drop(self, name: str) -> None:
        """Forget the phrases of a rule that found nothing after all."""
        self.hits.pop(name, None)


def _in_order(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.after


def marks_of(message: Message, indexes: Iterable[PhraseIndex], quiet: Mask | None) -> Marks:
    """Everything that phrases find in a message.

    Args:
        message: what is read.
        indexes: the phrases.
        quiet: characters that are not the writer's: quotations of the reader, gaps, slots; None where there are none.
    """
    found: dict[str, list[Hit]] = {}
    for index in indexes:
        for hit in index.find(message.words):
            hits = found.get(hit.group)
            if hits is None:
                found[hit.group] = [hit]
            elif hits[-1] != hit:
                hits.append(hit)
    kept: dict[str, list[Hit]] = {}
    for group, hits in found.items():
        if group.endswith(UNLESS):
            continue
        against = found.get(group + UNLESS)
        fine = {hit.sentence for hit in against} if against else ()
        words = message.words
        left = [
            hit
            for hit in hits
            if hit.sentence not in fine and (quiet is None or not quiet.hits(words.span(hit.first, hit.after)))
        ]
        if left:
            kept[group] = sorted(left, key=_in_order) if len(left) > 1 else left
    return Marks(kept)
