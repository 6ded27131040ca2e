"""What the user and a contact have in common."""

from __future__ import annotations

from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Fact


class Whose(StrEnum):
    """Of whom something lies ahead."""

    BOTH = "both"
    THEIRS = "theirs"
    MINE = "mine"


@frozen
class Ahead:
    """A date ahead of something shared: theirs where they have one."""

    day: Moment
    whose: Whose


@frozen
class Shared:
    """Something a contact and the user have in common.

    Attributes:
        topic: in their words; where it is alike in broad terms only, the words that both have.
        theirs: the facts of theirs that show it, the one that ``topic`` is taken from first.
        mine: my facts that show it.
        stems: what to look for in others who have it too.
        is_broad: alike in broad terms only ("running", and "running the Peachtree").
        says_all: whether my facts say all that ``topic`` does, so that it may be called common.
        ahead: the nearest date ahead; never of what is alike in broad terms only.
        group: the group that both are in, where that is what is shared.
        number: how many contacts have it, this one among them; None for too many to count.
        total: how many contacts there are.
        rarity: the inverse document frequency, a natural logarithm; 0 where everybody has it.
    """

    topic: str
    theirs: tuple[Fact, ...] = ()
    mine: tuple[Fact, ...] = ()
    stems: tuple[str, ...] = ()
    is_broad: bool = False
    says_all: bool = False
    ahead: Ahead | None = None
    group: str | None = None
    number: int | None = None
    total: int = 0
    rarity: float = 0.0
