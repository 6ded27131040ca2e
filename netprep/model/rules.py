"""Rules of the guard as files, the built-in ones, the user's own and those of plugins. The types are the schema."""

from __future__ import annotations

from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.plan import Level
from netprep.model.words import AskClass, Form, StageCode


class RuleKind(StrEnum):
    """How a rule works."""

    EXISTENCE = "existence"
    COUNT = "count"
    RATIO = "ratio"
    ABSENCE = "absence"
    SEQUENCE = "sequence"
    COMBINATION = "combination"
    GROUNDING = "grounding"
    HISTORY = "history"
    PYTHON = "python"


class Category(StrEnum):
    """What a rule is about. Two of ask, pitch and pressure together are what condemns a note."""

    ASK = "ask"
    PITCH = "pitch"
    PRESSURE = "pressure"
    SELF = "self"
    PRAISE = "praise"
    HYPE = "hype"
    GROUNDING = "grounding"
    GENERIC = "generic"
    FORM = "form"
    QUESTION = "question"
    GOAL = "goal"
    PLAN = "plan"
    HOUSE = "house"


class Scope(StrEnum):
    """Where in a message a rule looks."""

    NOTE = "note"
    SUBJECT = "subject"
    GREETING = "greeting"
    OPENING = "opening"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    POSTSCRIPT = "ps"


class Does(StrEnum):
    """What somebody does with a sentence: its speech act."""

    ASK = "ask"
    PITCH = "pitch"
    PRESSURE = "pressure"
    CLAIM = "claim"
    SELF = "self"
    PRAISE = "praise"
    THANKS = "thanks"
    NEWS = "news"
    MEMORY = "memory"
    GIVE = "give"
    OFFER = "offer"
    REPORT = "report"
    ANSWER = "answer"
    COURTESY = "courtesy"
    OUT = "out"


@frozen
class RuleFile:
    """A rule, as a YAML file says it. Which keys a rule has depends on its kind: see ``KEYS``.

    Attributes:
        kind: how it works.
        code: capitals and figures, such as ``M11``.
        name: a few words joined with dashes.
        level: how much a finding matters.
        message: what the user is told; ``{text}`` stands for the words that were found.
        suggestion: what to write instead.
        fires: texts, three at least, in which it has to find something.
        passes: texts, three at least, that come near and are fine.
        category: what it is about.
        why: why there is such a rule.
        source: where it is from: author and work.
        grade: how sure that is, A to D.
        scope: the parts of a message it looks at; all of them where there is none.
        forms: the forms it holds for; all of them where there is none.
        below: it holds below this stage of the relationship, unless they asked.
        hard: whether a finding condemns a message by itself.
        always: whether it cannot be silenced.
        phrases: what to find.
        acts: speech acts to find.
        unless: phrases that make it fine when they stand in the same sentence.
        unless_acts: speech acts that make it fine when they stand in the same sentence.
        unless_note: speech acts that make it fine wherever they stand.
        more_than: so many are fine (count).
        percent: such a share of sentences is fine (ratio).
        least_words: shorter messages are fine (count, ratio, absence).
        steps: acts or rules in the order in which they have to come (sequence).
        within: sentences from the first step to the last (sequence); 0 is the whole message.
        not_before: acts that, when they come first, make it fine (sequence).
        all_of: acts or rules that all have to be there (combination).
        any_of: acts or rules of which one has to be there (combination).
        none_of: acts or rules that must not be there (combination, sequence).
        at: the act or rule whose words are shown (combination); the first of ``all_of`` without it.
    """

    kind: RuleKind
    code: str
    name: str
    level: Level
    message: str
    suggestion: str
    fires: tuple[str, ...]
    passes: tuple[str, ...]
    category: Category = Category.HOUSE
    why: str = ""
    source: str = ""
    grade: str = ""
    scope: tuple[Scope, ...] = ()
    forms: tuple[Form, ...] = ()
    below: StageCode | None = None
    hard: bool = False
    always: bool = False
    phrases: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_acts: tuple[str, ...] = ()
    unless_note: tuple[str, ...] = ()
    more_than: int = 0
    percent: int = 0
    least_words: int = 0
    steps: tuple[str, ...] = ()
    within: int = 0
    not_before: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    at: str = ""


@frozen
class ActFile:
    """A speech act: what somebody does with a sentence, and the phrases it is known by.

    ``size`` is how large an ask is. ``unless`` are phrases in the same sentence that make it
    something else.
    """

    act: str
    does: Does
    phrases: tuple[str, ...]
    fires: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    size: AskClass | None = None
    unless: tuple[str, ...] = ()


_COMMON = frozenset(
    {"kind", "code", "name", "level", "message", "suggestion", "fires", "passes", "category", "why", "source", "grade"}
    | {"scope", "forms", "below", "hard", "always"}
)
_FOUND = frozenset({"phrases", "acts", "unless", "unless_acts", "unless_note"})
KEYS: dict[RuleKind, frozenset[str]] = {
    RuleKind.EXISTENCE: _COMMON | _FOUND,
    RuleKind.COUNT: _COMMON | _FOUND | {"more_than", "least_words"},
    RuleKind.RATIO: _COMMON | _FOUND | {"percent", "least_words"},
    RuleKind.ABSENCE: _COMMON | {"phrases", "acts", "least_words", "unless_note"},
    RuleKind.SEQUENCE: _COMMON | {"steps", "within", "not_before", "none_of"},
    RuleKind.COMBINATION: _COMMON | {"all_of", "any_of", "none_of", "at"},
    RuleKind.GROUNDING: _COMMON,
    RuleKind.HISTORY: _COMMON,
    RuleKind.PYTHON: _COMMON,
}
"""Which keys a rule of each kind may have."""
NEEDED: dict[RuleKind, tuple[str, ...]] = {
    RuleKind.EXISTENCE: ("phrases", "acts"),
    RuleKind.COUNT: ("phrases", "acts"),
    RuleKind.RATIO: ("phrases", "acts"),
    RuleKind.ABSENCE: ("phrases", "acts"),
    RuleKind.SEQUENCE: ("steps",),
    RuleKind.COMBINATION: ("all_of",),
}
"""Keys of which a rule of a kind needs one."""
BUILT_IN_ONLY = frozenset({RuleKind.GROUNDING, RuleKind.HISTORY, RuleKind.PYTHON})
"""Kinds that code answers for, so that no file of the user's own can have them."""
EXAMPLES = 3
"""How many texts a rule has to bring that it finds something in, and that it lets pass."""
