"""What may be said to whom."""

from __future__ import annotations

from netprep.facts.known import allowed, facts_allowed, known_about, known_fact, known_of_me, known_of_my
from netprep.facts.sayable import Destination, Permission, may_say

__all__ = [
    "Destination",
    "Permission",
    "allowed",
    "facts_allowed",
    "known_about",
    "known_fact",
    "known_of_me",
    "known_of_my",
    "may_say",
]
