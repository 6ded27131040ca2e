"""The open door of a note: an offer to meet about them, or about what we share, with an easy no.

What is rare, or lies ahead, and is shared is named ("a coffee, before Boston in April"); nothing is
said of both that does not hold for both. After "Three networking failures", 2010 (grade D).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netprep.compose.material import Material
from netprep.method.topics import topic_problem
from netprep.model.frozen import frozen
from netprep.model.plan import Move, MoveName, Role
from netprep.model.records import Fact
from netprep.model.shared import Shared, Whose
from netprep.model.words import FactField, FollowupKind
from netprep.settings.method import MethodSettings
from netprep.writers.language import Language

OFFERING = frozenset({FollowupKind.FIRST_NOTE, FollowupKind.OFFER_TO_MEET})
"""Kinds of note with an open door."""
_IS_NOT_YET = frozenset({FactField.GOALS, FactField.WANTS_TO_MEET})
_OWNED = re.compile(r"\b(?:my|mine|our|ours|your|yours)\b", re.IGNORECASE)


@frozen
class Door:
    """Makes the offer to meet of one note."""

    material: Material
    language: Language
    method: MethodSettings

    def about_shared(self, kind: FollowupKind, body: Sequence[Move]) -> Iterator[Move]:
        """The offer that names what we share; nothing where nothing shared is worth naming in this note.

        Args:
            kind: the kind of the note; a first note names only what is rare or lies ahead.
            body: the moves before, which are not to be said again.
        """
        if not self.material.common:
            return
        from netprep.method.common_ground import is_rare

        said = {fact for move in body if move.values.get("topic") for fact in move.facts}
        for shared in self.material.common:
            topic = self._sayable(shared)
            if topic is None:
                continue
            is_ahead = self._is_ahead(shared)
            worth_it = kind is FollowupKind.OFFER_TO_MEET or is_rare(shared, self.method)
            if is_ahead or (worth_it and not said.intersection(fact.id for fact in shared.theirs)):
                yield self._offer(shared, topic, is_ahead=is_ahead)
                return

    def about(self, topic: Fact | None) -> Move:
        """The offer that names a topic of theirs, or none."""
        return self._move(topic.value if topic else None, (topic.id,) if topic else ())

    def _offer(self, shared: Shared, topic: Fact, *, is_ahead: bool) -> Move:
        mine = tuple(fact.id for fact in shared.mine)
        event = self.language.occasion(topic.value)
        whose = shared.ahead.whose if shared.ahead else None
        if not is_ahead or shared.ahead is None:
            common = self._is_common(shared)
            if common and not _OWNED.search(event):
                return self._move(topic.value, (topic.id, *mine), event=event, common=True)
            return self._move(topic.value, (topic.id,))
        day = shared.ahead.day
        if whose is Whose.MINE:
            own = self._own_occasion(shared)
            if own is None:
                return self._move(topic.value, (topic.id,))
            return self._move(topic.value, (topic.id, *mine), event=own, day=day, ahead=whose.value)
        if whose is Whose.BOTH and shared.says_all and not _OWNED.search(event):
            return self._move(topic.value, (topic.id, *mine), event=event, day=day, ahead=whose.value)
        return self._move(topic.value, (topic.id,), event=event, day=day, ahead=Whose.THEIRS.value)

    def _move(self, topic: str | None, facts: tuple[str, ...], **more: object) -> Move:
        values: dict[str, object] = {"topic": topic, "event": None, "day": None, "ahead": None, "common": False}
        values |= more | {"doing": _is_doing(more.get("event"))}
        return Move(MoveName.OFFER_TO_MEET, Role.OFFER, tuple(filter(None, facts)), values)

    def _sayable(self, shared: Shared) -> Fact | None:
        """The fact of theirs that shows it, as it can be said to them."""
        topics = {fact.id: fact for fact in self.material.topics}
        return next((topics[fact.id] for fact in shared.theirs if fact.id in topics), None)

    def _own_occasion(self, shared: Shared) -> str | None:
        """What lies ahead of me, where it is a thing: "I have Boston ahead of me"."""
        dated = next(
            (fact for fact in shared.mine if fact.when and shared.ahead and fact.when == shared.ahead.day), None
        )
        if dated is None or topic_problem(dated.value):
            return None
        event = self.language.occasion(dated.value)
        return None if _is_doing(event) else event

    def _is_common(self, shared: Shared) -> bool:
        """Whether "we have it in common" is so: my facts say all of it, and it is nothing that has yet to come."""
        facts = (*shared.theirs, *shared.mine)
        dated = any(fact.when or fact.field in _IS_NOT_YET for fact in facts)
        return shared.says_all and not dated

    def _is_ahead(self, shared: Shared) -> bool:
        """Whether there is time for a coffee before the day, and the day is not years away."""
        if shared.ahead is None:
            return False
        days = (shared.ahead.day.day - self.material.clock.today).days
        return self.method.common_ahead_days <= days <= self.method.common_ahead_most_days


def _is_doing(event: object) -> bool:
    """Whether what lies ahead is something one does ("moving to Leith"), not a thing ("Boston")."""
    if not event:
        return False
    from netprep.method.topic_parts import is_doing

    return is_doing(str(event))
