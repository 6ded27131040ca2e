"""What may be said to whom."""

from __future__ import annotations

from netprep.facts.known import (
    allowed,
    facts_allowed,
    known_about,
    known_event,
    known_fact,
    known_item,
    known_of_me,
    known_of_messages,
    known_of_my,
    known_person,
    may_pass_on,
)
from netprep.facts.sayable import Destination, Permission, may_say

__all__ = [
    "Destination",
    "Permission",
    "allowed",
    "facts_allowed",
    "known_about",
    "known_event",
    "known_fact",
    "known_item",
    "known_of_me",
    "known_of_messages",
    "known_of_my",
    "known_person",
    "may_pass_on",
    "may_say",
]
