"""Questions: as a pack holds them, and as they are offered for one person or one room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.words import AskClass, EventType, FactField, Purpose, StageCode


class Category(StrEnum):
    """What a question is for."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H = "H"
    I = "I"  # noqa: E741 - the method's own letter
    J = "J"
    K = "K"
    L = "L"

    @property
    def label(self) -> str:
        """The category in words, as people read it."""
        return _CATEGORIES[self.value]


_CATEGORIES = {
    "A": "opening",
    "B": "their craft",
    "C": "working on now",
    "D": "goals",
    "E": "challenges",
    "F": "what worked",
    "G": "interests",
    "H": "whom to meet",
    "I": "this event or group",
    "J": "learning from them",
    "K": "deepening",
    "L": "closing",
}


class SecondMove(StrEnum):
    """What to do with an answer: the second question is the useful one."""

    DETAIL = "detail"
    CAUSE = "cause"
    CONTRAST = "contrast"
    MEANING = "meaning"
    FORWARD = "forward"
    BRIDGE = "bridge"


class AskedOf(StrEnum):
    """Who is asked."""

    ANYONE = "anyone"
    HOST = "host"
    SPEAKER = "speaker"


class PartOfDay(StrEnum):
    """When an event is: ``any`` where that is not known or it goes on for days."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    DAY = "day"
    ANY = "any"


class Unless(StrEnum):
    """What makes a question needless, beside a fact in the field it would fill."""

    ADDRESS = "address"


SLOTS: Mapping[str, str] = {
    "part_of_day": "when the event is: morning, afternoon, evening, day or event",
    "today": "the same as an adverb: this morning, this afternoon, this evening or today",
    "host": "the name of the event's host (an attendee whose role says so)",
    "speaker": "the name of a speaker at the event",
    "committee": "a committee you both are on, with its article",
    "a_role": "what they do, with its article: a glassblower",
    "project": "what they told you they work on",
    "when_told": "when they told you, as it stands after “since”: only together with project",
    "goal": "a goal they told you",
    "growing": "what they told you they are growing: a goal or work that begins with “growing”",
    "challenge": "a challenge they told you",
    "need": "something they told you they look for: a controller, help with pricing",
    "craft": "a skill, an achievement or work of theirs, none of it ahead of them",
    "achievement": "something they told you they achieved, or that is public",
    "skill": "a skill they told you of",
    "topic": "an interest or a skill they told you of",
    "expertise": "a skill they told you of, or a public work of theirs",
    "talk": "a public talk, article or the like of theirs",
    "public_work": "any other public work of theirs",
    "public_words": "what they said in public, word for word",
    "public_line": "what a guest list says they did, as said to them: you gave the talk about otters",
    "shared_activity": "an interest or a skill that you have too",
    "plan": "something they told you of whose day has passed since",
    "last_seen": "when you last took part in something together, as it stands after “since”",
    "shared_thing": "what you last gave them and have not heard of since",
    "my_challenge": "a challenge of your own",
}
"""Every slot a question may have, and what fills it. A question whose slots nothing fills is not offered."""

BLANKS: Mapping[str, str] = {
    "anchor": "what you talked about",
    "project": "what they work on",
    "name": "somebody else's name",
    "shared": "what those two share",
}
"""Slots of an exit line: they are said by heart, so they are shown as a blank."""


@frozen
class Question:
    """A question of a pack.

    Attributes:
        id: its name in the log.
        category: what it is for; of one category a set has one question.
        text: its wordings, the best first; the first whose slots can be filled is used.
        stages: where a relationship has to stand for it.
        depth: 1 to 3; how much it asks of them.
        low_key: whether it draws a long answer and can be asked by somebody on the edge of a group.
        follow: the move for its second question; None where it needs none.
        then: its own second question; a stem of the move where it has none.
        closes: the fields its answer would fill.
        purposes: what one goes to an event for that it serves.
        event_types: the sorts of event it fits; any where empty.
        to: who is asked.
        here: whether it only makes sense at an event.
        lifts: stages it helps to the next; those of its category where empty.
        dormant: whether it also fits a tie that sleeps, whatever its stage.
        ask: the class of ask it is, where it is one; the gate decides.
        unless: what makes it needless.
        pack: where it comes from.
    """

    id: str
    category: Category
    text: tuple[str, ...]
    stages: tuple[StageCode, ...]
    depth: int = 1
    low_key: bool = False
    follow: SecondMove | None = None
    then: str | None = None
    closes: tuple[FactField, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    event_types: tuple[EventType, ...] = ()
    to: AskedOf = AskedOf.ANYONE
    here: bool = False
    lifts: tuple[StageCode, ...] = ()
    dormant: bool = False
    ask: AskClass | None = None
    unless: tuple[Unless, ...] = ()
    pack: str = ""


@frozen
class ExitLine:
    """A way to end a talk kindly; the blanks in it are filled by heart."""

    id: str
    text: str
    event_types: tuple[EventType, ...] = ()
    parts_of_day: tuple[PartOfDay, ...] = ()


@frozen
class Bank:
    """All questions there are, each id once."""

    questions: tuple[Question, ...] = ()
    moves: Mapping[SecondMove, tuple[str, ...]] = field(default_factory=dict)
    exits: tuple[ExitLine, ...] = ()

    def get(self, id: str) -> Question | None:  # noqa: A002 - what everybody calls it
        """The question of that id."""
        return next((question for question in self.questions if question.id == id), None)


@frozen
class Because:
    """What a question rests on: the thing itself, their own words if there are any, and when it was said."""

    fact: str
    quote: str | None = None
    date: Moment | None = None


@frozen
class Offered:
    """A question with its slots filled.

    Attributes:
        id: its id in the bank.
        text: what to say.
        category: what it is for.
        depth: 1 to 3.
        because: what it rests on; None for a question to anybody.
        then: the second question.
        facts: ids of the facts and entries it rests on.
        to: who is asked.
    """

    id: str
    text: str
    category: Category
    depth: int
    because: Because | None = None
    then: str | None = None
    facts: tuple[str, ...] = ()
    to: AskedOf = AskedOf.ANYONE


@frozen
class QuestionSet:
    """A few questions, one sentence to give back, and what is not known yet, the most useful first.

    ``contact`` and ``event`` are ids; ``person`` is the name of whoever is asked.
    """

    contact: str | None = None
    event: str | None = None
    person: str | None = None
    questions: tuple[Offered, ...] = ()
    give_back: str | None = None
    gaps: tuple[FactField, ...] = ()

    @property
    def plus(self) -> str | None:
        """The one second question to print beneath the first."""
        return self.questions[0].then if self.questions else None
