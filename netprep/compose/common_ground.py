"""What the user and their contacts have in common, counted over the notebook."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from netprep.clock import Clock
from netprep.method.common_ground import in_words, ranked, shared_groups, shared_topics
from netprep.method.evidence import read_log
from netprep.method.topic_parts import says
from netprep.model.records import Contact, Me
from netprep.model.shared import Shared
from netprep.settings.method import MethodSettings
from netprep.store.reading import Reader

_LINES = 3
"""How much of what is shared is shown: nobody can talk about more at once."""
_SHORTEST = 2
"""Letters a word has to begin with; with fewer, half the notebook would begin so."""


def common_ground(
    store: Reader, contact: Contact, me: Me | None, clock: Clock, method: MethodSettings
) -> tuple[Shared, ...]:
    """What ``contact`` and the user have in common: first what has a date ahead, by that date, then the rarest."""
    return common_grounds(store, (contact,), me, clock, method)[contact.id]


def common_grounds(
    store: Reader, contacts: Iterable[Contact], me: Me | None, clock: Clock, method: MethodSettings
) -> dict[str, tuple[Shared, ...]]:
    """What the user has in common with each of several contacts, by their ids; each topic is counted once."""
    groups, counter = store.groups(), _Counter(store, method)
    return {
        contact.id: _ranked((*_topics(contact, me, clock, method), *shared_groups(groups, contact)), counter)
        for contact in contacts
    }


def close_ground(
    store: Reader, contact: Contact, me: Me | None, clock: Clock, method: MethodSettings
) -> tuple[Shared, ...]:
    """What can be named to ``contact`` as something both care about: no groups, nothing in broad terms only.

    Asks the notebook nothing where there is no such thing.
    """
    close = [each for each in _topics(contact, me, clock, method) if not each.is_broad]
    return _ranked(close, _Counter(store, method))


def common_lines(common: Sequence[Shared], clock: Clock, method: MethodSettings) -> tuple[str, ...]:
    """The first of what is shared as the user reads it, a line each."""
    return tuple(in_words(shared, clock.today, method) for shared in common[:_LINES])


def _topics(contact: Contact, me: Me | None, clock: Clock, method: MethodSettings) -> tuple[Shared, ...]:
    return shared_topics(me, read_log(contact, clock.now), method)


def _ranked(shared: Iterable[Shared], counter: _Counter) -> tuple[Shared, ...]:
    shared = tuple(shared)
    return ranked(shared, counter, counter.total, counter.method) if shared else ()


class _Counter:
    """Counts how many contacts have what is shared, and remembers it."""

    def __init__(self, store: Reader, method: MethodSettings) -> None:
        self.method = method
        self._store = store
        self._total: int | None = None
        self._counted: dict[tuple[str, ...], int | None] = {}
        self._placed: tuple[tuple[str, str], ...] | None = None

    @property
    def total(self) -> int:
        """How many contacts there are."""
        if self._total is None:
            self._total = self._store.number_of_contacts()
        return self._total

    def __call__(self, shared: Shared) -> int | None:
        """How many contacts have a fact with these stems; None for too many to count."""
        if shared.stems not in self._counted:
            self._counted[shared.stems] = self._count(frozenset(shared.stems))
        return self._counted[shared.stems]

    def _count(self, wanted: frozenset[str]) -> int | None:
        worded = self._store.facts_worded(map(_beginning, wanted), self.method.common_most)
        if worded is None:
            return None
        owners = {owner for owner, value in worded if says(value, wanted)}
        return len(owners | {owner for owner, text in self._of_fields() if says(text, wanted)})

    def _of_fields(self) -> tuple[tuple[str, str], ...]:
        """What stands in facts beside their value: activity and city, which the search does not hold."""
        if self._placed is None:
            placed = self._store.facts_placed()
            self._placed = tuple((owner, text) for owner, *texts in placed for text in filter(None, texts))
        return self._placed


def _beginning(stem: str) -> str:
    """How a word with this stem begins: "deliveri" is delivery, "bake" is baking."""
    stem = unicodedata.normalize("NFC", stem)
    return stem.rstrip("aeiy") if len(stem.rstrip("aeiy")) >= _SHORTEST else stem
