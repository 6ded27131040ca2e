"""What a note is before and after it has words: plan, sentences, findings, draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.words import AskClass, FollowupKind, Form, Sensitivity, Source


class Role(StrEnum):
    """What a sentence is, so that a reader can see that nothing else was said."""

    FACT = "fact"
    OFFER = "offer"
    QUESTION = "question"
    COURTESY = "courtesy"
    YOURS = "yours"
    GAP = "gap"


class MoveName(StrEnum):
    """The moves a note is made of; each is a template in ``prompts/followup/``."""

    GREETING = "greeting"
    PROMISE = "promise"
    ANCHOR = "anchor"
    THEIR_WORDS = "their_words"
    HOOK = "hook"
    THANKS = "thanks"
    GIVE = "give"
    LATE = "late"
    OWN_WORDS = "own_words"
    OFFER_TO_MEET = "offer_to_meet"
    QUESTION = "question"
    ASK = "ask"
    CHECK_IN = "check_in"
    CONNECT = "connect"
    GAP = "gap"
    CLOSING = "closing"
    SIGN_OFF = "sign_off"


@frozen
class Known:
    """One thing known, with where it comes from: the smallest piece a sentence may rest on.

    ``what`` says which sort of thing it is: ``fact``, ``quote``, ``anchor``, ``promise``,
    ``meeting``, ``event``, ``item``, ``person``, ``profile`` (name, organisation, role), ``received``,
    ``give``, ``message`` or ``mine`` (a fact about the user).
    """

    id: str
    what: str
    text: str
    source: Source = Source.TOLD_ME
    sensitivity: Sensitivity = Sensitivity.OPEN
    shareable: bool = False
    date: Moment | None = None
    quote: str | None = None


@frozen
class Move:
    """One step of a note: which template, with which values, resting on which facts."""

    name: MoveName
    role: Role
    facts: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


@frozen
class GateAnswer:
    """The gate's answer to an ask: ``allow``, ``wait`` or ``instead``."""

    ask: AskClass
    answer: str
    reason: str
    earliest: Moment | None = None
    meanwhile: str | None = None


@frozen
class Plan:
    """A note before words: its kind and form, its moves in order, all it may rest on.

    ``moves`` are the ones to be said, in order. ``allowed`` is everything the note may mention:
    the guard holds the finished text against it.
    """

    contact: str
    kind: FollowupKind
    form: Form
    moves: tuple[Move, ...]
    allowed: tuple[Known, ...]
    subject: Mapping[str, object]
    variety: str
    gate: GateAnswer
    language: str = "en"
    promises: tuple[str, ...] = ()
    due: Moment | None = None
    because: str = ""


@frozen
class Sentence:
    """A sentence of a note, the move it carries out and the facts it rests on."""

    text: str
    role: Role
    move: MoveName
    facts: tuple[str, ...] = ()
    ends_paragraph: bool = False


LETTERS = frozenset({Form.EMAIL, Form.INMAIL, Form.PLAIN})
"""Forms with a blank line between paragraphs."""


@frozen
class Note:
    """A written note. ``subject`` is ``None`` in a form that has none."""

    subject: str | None
    sentences: tuple[Sentence, ...]
    form: Form

    @property
    def body(self) -> str:
        """The text as it is sent: sentences joined by blanks; in a letter a blank line parts paragraphs."""
        paragraph = "\n\n" if self.form in LETTERS else "\n"
        parts = []
        for sentence in self.sentences:
            parts.append(sentence.text)
            parts.append(paragraph if sentence.ends_paragraph else " ")
        return "".join(parts).strip()

    @property
    def words(self) -> int:
        """Words in the body."""
        return len(self.body.split())


class Level(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@frozen
class Finding:
    """What the guard saw. ``start`` and ``end`` are character offsets in the body."""

    rule: str
    name: str
    level: Level
    start: int
    end: int
    text: str
    message: str
    suggestion: str


class Status(StrEnum):
    """Whether a draft can go out."""

    SEND_READY = "send-ready"
    NEEDS_FILL = "needs-fill"
    NOT_USABLE = "not-usable"


@frozen
class Draft:
    """A note that went through the guard, with everything needed to explain it."""

    plan: Plan
    note: Note
    findings: tuple[Finding, ...]
    status: Status
    backend: str
    channel: str
    model: str | None = None
    fallback: str | None = None
    id: str | None = None
