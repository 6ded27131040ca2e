"""What the guard is told about the note it reads: what may be said, and how far things have come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from netprep.model.plan import GateAnswer, Known
from netprep.model.words import StageCode

if TYPE_CHECKING:
    from netprep.model.rules import RuleFile


@dataclass(frozen=True)
class Context:
    """All the guard may hold a text against.

    Attributes:
        allowed: everything that may be mentioned. A fact that is private, sealed, heard from
            others or guessed supports nothing, even when it is handed over here by mistake.
        stage: how far the relationship has come.
        gate: the verdict on the ask the note carries; ``A0 allow`` when it carries none.
        invited: they asked what I offer, so answering plainly is no pitch.
        names: names that are always fine: the reader's, my own, my organisation's.
        own_words: the user's own sentences. Their specifics are the user's to say and are at
            most marked ``unverified``; the rules of tone hold for them too.
        rules: rules from files, the user's own and plugins', which are applied after the guard's own.
        silenced: codes of rules that the user's settings keep quiet in all texts.
        tone_only: nobody is named whom the text is for, so only its tone can be judged.
        today: the day the note is written, which "yesterday" and "on Thursday" are relative to.
    """

    allowed: tuple[Known, ...]
    stage: StageCode
    gate: GateAnswer
    invited: bool = False
    names: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    rules: tuple[RuleFile, ...] = ()
    tone_only: bool = False
    silenced: frozenset[str] = frozenset()
    today: date = field(kw_only=True)
