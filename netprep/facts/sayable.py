"""What may be said to whom: one table, one function.

Everything that shows a word to anybody but the user asks :func:`may_say`; nothing else decides.
"""

from __future__ import annotations

from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.plan import Known
from netprep.model.words import Sensitivity, Source


class Destination(StrEnum):
    """Who will read the words."""

    PERSON = "person"
    THIRD_PERSON = "third_person"
    BRIEF = "brief"
    DISCREET_BRIEF = "discreet_brief"
    REMOTE_MODEL = "remote_model"
    LOCAL_MODEL = "local_model"


_EVERYWHERE = frozenset(Destination)
_NOT_THIRD = _EVERYWHERE - {Destination.THIRD_PERSON}
_BRIEF = frozenset({Destination.BRIEF})
_NOWHERE: frozenset[Destination] = frozenset()

_BY_SOURCE = {
    Source.TOLD_ME: _NOT_THIRD,
    Source.PUBLIC: _EVERYWHERE,
    Source.IMPORT: _BRIEF,
    Source.THIRD_PARTY: _BRIEF,
    Source.GUESS: _BRIEF,
}
_IMPORTED_PROFILE = {
    "name": _EVERYWHERE,
    "role": _EVERYWHERE,
    "org": _EVERYWHERE - {Destination.THIRD_PERSON, Destination.DISCREET_BRIEF, Destination.REMOTE_MODEL},
    "address": frozenset({Destination.PERSON, Destination.BRIEF, Destination.LOCAL_MODEL}),
}
"""What of an imported card may be said where; ``Known.what`` names the part of the card."""
_MARKS = {Source.IMPORT: "imported", Source.THIRD_PARTY: "heard", Source.GUESS: "your guess"}


@frozen
class Permission:
    """Whether a thing may be said, how a brief has to mark it, and why not."""

    allowed: bool
    mark: str = ""
    with_quote: bool = True
    why_not: str = ""

    def __bool__(self) -> bool:
        return self.allowed


def may_say(known: Known, to: Destination, *, model_allowed: bool = True) -> Permission:
    """Whether ``known`` may be said to ``to``.

    Args:
        known: the thing, with its source and sensitivity.
        to: who reads it.
        model_allowed: whether the contact lets a remote model see anything (``remote_model``).
    """
    if known.sensitivity is not Sensitivity.OPEN:
        return Permission(False, why_not=f"it is {known.sensitivity.value}")
    if to is Destination.REMOTE_MODEL and not model_allowed:
        return Permission(False, why_not="this contact is not shown to a remote model")
    if known.source is Source.IMPORT and known.what in _IMPORTED_PROFILE:
        allowed = to in _IMPORTED_PROFILE[known.what]
        return Permission(allowed, why_not="" if allowed else "it was imported")
    shared = known.source is Source.TOLD_ME and known.shareable and to is Destination.THIRD_PERSON
    if not shared and to not in _BY_SOURCE[known.source]:
        return Permission(False, why_not=_reason(known, to))
    mark = _MARKS.get(known.source, "") if to is Destination.BRIEF else ""
    return Permission(True, mark=mark, with_quote=to is not Destination.DISCREET_BRIEF)


def _reason(known: Known, to: Destination) -> str:
    if known.source is Source.TOLD_ME and to is Destination.THIRD_PERSON:
        return "they told you, and did not say that you may pass it on"
    return {
        Source.IMPORT: "it was imported, not told to you",
        Source.THIRD_PARTY: "somebody else told you",
        Source.GUESS: "it is your guess",
    }.get(known.source, "it is not for them")
