"""What the guard is told about the note it reads: what may be said, and how far things have come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from netprep.guard.grounding.background import Happened, Other, Sent
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
        is_whole: ``allowed`` and what follows are all that the notebook holds of the reader, so that
            what is not in them is not so. Without it, only specifics are held against what is known.
        tone_only: nothing is known of a reader; then no rule of grounding runs.
        needs_anchor: it is a first note, a request to connect or a note after a long silence.
        reader_names: the reader's name and nickname.
        my_names: my own.
        kept_back: what is known of the reader and may not be said to them.
        others: people in the notebook whose names the text seems to have.
        sent: what went out before: my last message to the reader, and messages to others that have
            stretches of this text in them.
        history: what took place between the reader and me, by date.
        promises: promises of mine to the reader that are open, or were kept within a month.
        unanswered: how many messages of mine they have not answered.
        last_written: the day of my last message to them.
        they_wrote_last: the last message between us is theirs.
        today: the day the note is written, which "yesterday" and "on Thursday" are relative to.
    """

    allowed: tuple[Known, ...]
    stage: StageCode
    gate: GateAnswer
    invited: bool = False
    names: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    rules: tuple[RuleFile, ...] = ()
    is_whole: bool = False
    tone_only: bool = False
    silenced: frozenset[str] = frozenset()
    needs_anchor: bool = False
    reader_names: tuple[str, ...] = ()
    my_names: tuple[str, ...] = ()
    kept_back: tuple[Known, ...] = ()
    others: tuple[Other, ...] = ()
    sent: tuple[Sent, ...] = ()
    history: tuple[Happened, ...] = ()
    promises: tuple[Known, ...] = ()
    unanswered: int = 0
    last_written: date | None = None
    they_wrote_last: bool = False
    today: date = field(kw_only=True)
