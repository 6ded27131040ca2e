"""How each kind of rule works: from marks on a message to the places a rule is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from netprep.guard.language.matching import Hit
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.model.frozen import frozen
from netprep.model.rules import RuleKind, Scope

WHOLE = -1
"""The sentence of a finding that is about the whole message."""


@frozen
class ReadyRule:
    """A rule from a file, as it is run. The fields are those of ``RuleFile``.

    ``inputs`` are the acts and rules of which one has to be there for it to find anything; none for a rule that
    may find that something is missing.
    """

    kind: RuleKind
    code: str
    scope: tuple[Scope, ...] = ()
    phrases: bool = False
    acts: tuple[str, ...] = ()
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
    inputs: frozenset[str] = frozenset()


_LATER = {RuleKind.SEQUENCE: 1, RuleKind.COMBINATION: 2}


def in_turn(rules: Iterable[ReadyRule]) -> tuple[ReadyRule, ...]:
    """Rules that are data, in the order of their turn: those that look at words, at acts in order, at other rules."""
    return tuple(sorted((rule for rule in rules if rule.kind in _FINDERS), key=lambda rule: _LATER.get(rule.kind, 0)))


def find(rule: ReadyRule, message: Message, marks: Marks) -> list[Hit]:
    """Where a rule that is data has something to say, in the order of the text."""
    return list(_FINDERS[rule.kind](rule, message, marks))


def exceptions_of(code: str) -> str:
    """The group of the phrases that make the acts of a rule fine; those of its phrases the index looks after."""
    return f"{code}-unless"


def _found(rule: ReadyRule, message: Message, marks: Marks) -> list[Hit]:
    """The hits of a rule's phrases and acts, in its scope, without those that something makes fine."""
    hits = marks.of_any((*((rule.code,) if rule.phrases else ()), *rule.acts))
    if not hits:
        return hits
    if any(marks.of(act) for act in rule.unless_note):
        return []
    fine = {hit.sentence for act in (*rule.unless_acts, exceptions_of(rule.code)) for hit in marks.of(act)}
    return [
        hit
        for hit in hits
        if hit.sentence not in fine
        and (not rule.scope or any(message.is_in(hit.sentence, scope) for scope in rule.scope))
    ]


def _existence(rule: ReadyRule, message: Message, marks: Marks) -> Iterator[Hit]:
    reach = -1
    for hit in _found(rule, message, marks):
        if hit.after > reach:
            yield hit
            reach = hit.after


def _count(rule: ReadyRule, message: Message, marks: Marks) -> Iterator[Hit]:
    if len(message.words) < rule.least_words:
        return
    hits = list(_existence(rule, message, marks))
    if len(hits) > rule.more_than:
        yield hits[rule.more_than]


def _ratio(rule: ReadyRule, message: Message, marks: Marks) -> Iterator[Hit]:
    first, after = message.content
    if len(message.words) < rule.least_words or after - first < 2:
        return
    hits = [hit for hit in _found(rule, message, marks) if first <= hit.sentence < after]
    if 100 * len({hit.sentence for hit in hits}) > rule.percent * (after - first):
        yield hits[0]


def _absence(rule: ReadyRule, message: Message, marks: Marks) -> Iterator[Hit]:
    if len(message.words) < max(1, rule.least_words) or any(marks.of(act) for act in rule.unless_note):
        return
    if not marks.of_any((*((rule.code,) if rule.phrases else ()), *rule.acts)):
        yield Hit(rule.code, 0, 0, WHOLE)


def _sequence(rule: ReadyRule, message: Message, marks: Marks) -> Iterator[Hit]:
    if any(marks.of(name) for name in rule.none_of):
        return
    first, *others = (marks.of_any(_names(step)) for step in rule.steps)
    for hit in first:
        if rule.scope and not any(message.is_in(hit.sentence, scope) for scope in rule.scope):
            continue
        if any(before.first < hit.first for name in rule.not_before for before in marks.of(name)):
            return
        last = hit
        for step in others:
            found = _next(step, last, hit, rule.within)
            if found is None:
                break
            last = found
        else:
            yield last if others else hit
            return


def _next(step: Sequence[Hit], last: Hit, first: Hit, within: int) -> Hit | None:
    for hit in step:
        if hit.first >= last.after and (not within or hit.sentence - first.sentence < within):
            return hit
    return None


def _combination(rule: ReadyRule, _: Message, marks: Marks) -> Iterator[Hit]:
    if any(marks.of(name) for name in rule.none_of):
        return
    needed = [marks.of_any(_names(name)) for name in rule.all_of]
    if not all(needed) or (rule.any_of and not marks.of_any(rule.any_of)):
        return
    shown = marks.of_any(_names(rule.at)) if rule.at else needed[0]
    if shown:
        yield shown[0]


def _names(step: str) -> tuple[str, ...]:
    """A step names one act or rule, or several with ``|`` between them."""
    return tuple(name.strip() for name in step.split("|"))


_FINDERS: dict[RuleKind, Callable[[ReadyRule, Message, Marks], Iterator[Hit]]] = {
    RuleKind.EXISTENCE: _existence,
    RuleKind.COUNT: _count,
    RuleKind.RATIO: _ratio,
    RuleKind.ABSENCE: _absence,
    RuleKind.SEQUENCE: _sequence,
    RuleKind.COMBINATION: _combination,
}
