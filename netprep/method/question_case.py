"""What a choice of questions is made from: what is known, where things stand, what is wished for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from netprep.model.frozen import frozen
from netprep.model.questions import AskedOf, Because, Category, Question
from netprep.model.words import AskClass, EventType, FactField, Purpose, StageCode

DEEP = 2
"""From this depth on a question asks something of the other."""


@frozen
class Filling:
    """Something that fills slots of a question.

    Attributes:
        slots: words by slot.
        because: what they rest on.
        facts: ids of the facts and entries they rest on.
        weight: how much is gained by asking about it, in points.
        grounded: whether it is something they told or that is public of them.
    """

    slots: Mapping[str, str]
    because: Because | None = None
    facts: tuple[str, ...] = ()
    weight: float = 0.0
    grounded: bool = True


@frozen
class Situation:
    """Where things stand with whoever is asked, and where.

    Attributes:
        stage: how far the relationship has come.
        fillings: what is known that a question may rest on.
        room: slots that the event fills.
        gaps: fields not known or out of date, with their weight in points.
        asked: ids of questions they were asked before.
        is_dormant: whether the tie sleeps.
        is_spared: whether they go through a hard time.
        at_event: whether there is a room to speak of.
        event_type: what sort of event it is.
        purposes: why the user goes there.
        role: what they do there.
        has_address: whether it is known how to reach them.
        looks_up: whether they are somebody to learn from.
        may_ask: the classes of ask that are open.
    """

    stage: StageCode = StageCode.I
    fillings: tuple[Filling, ...] = ()
    room: Mapping[str, str] = field(default_factory=dict)
    gaps: Mapping[FactField, float] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    is_dormant: bool = False
    is_spared: bool = False
    at_event: bool = False
    event_type: EventType | None = None
    purposes: tuple[Purpose, ...] = ()
    role: AskedOf = AskedOf.ANYONE
    has_address: bool = False
    looks_up: bool = False
    may_ask: frozenset[AskClass] = frozenset()


@frozen
class Wish:
    """What is asked for.

    Attributes:
        n: how many questions.
        variety: what the choice among equals depends on, such as a contact and an event.
        low_key: only questions somebody quiet can ask.
        purposes: questions for these purposes first.
        used: ids already offered to somebody else in the same room; they come last among the general ones.
        categories: only these; all where empty.
        one_deep: whether one question has to go deeper where there is one.
    """

    n: int
    variety: str
    low_key: bool = False
    purposes: tuple[Purpose, ...] = ()
    used: frozenset[str] = frozenset()
    categories: frozenset[Category] = frozenset()
    one_deep: bool = True


@frozen
class Candidate:
    """A question with a way to fill it; ``slots`` are those of its wording."""

    question: Question
    text: str
    filling: Filling | None
    slots: frozenset[str] = frozenset()

    @property
    def is_grounded(self) -> bool:
        """Whether it rests on something they told or that is public of them; a closing is none of those."""
        rests = self.filling is not None and self.filling.grounded
        return rests and self.question.category is not Category.L

    @property
    def is_deep(self) -> bool:
        """Whether it asks something of the other."""
        return self.question.depth >= DEEP
