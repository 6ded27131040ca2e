"""Apply the rules that are data: each to the marks on a message, those that rest on others last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netprep.guard.book import Rule
from netprep.guard.kinds import WHOLE, ReadyRule, find
from netprep.guard.language.matching import Hit
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.model.plan import Finding
from netprep.model.rules import RuleKind
from netprep.model.words import Form, StageCode

_STAGES = tuple(StageCode)
_LATER = {RuleKind.SEQUENCE: 1, RuleKind.COMBINATION: 2}


def order_of(rule: ReadyRule) -> int:
    """When a rule's turn is: those that look at words first, at acts in order next, at other rules last."""
    return _LATER.get(rule.kind, 0)


def holds(rule: Rule, form: Form, stage: StageCode, *, invited: bool) -> bool:
    """Whether a rule is about notes of this form at this stage."""
    if rule.forms and form not in rule.forms:
        return False
    return rule.below is None or (not invited and _STAGES.index(stage) < _STAGES.index(rule.below))


def apply(
    ready: Iterable[ReadyRule], rules: dict[str, Rule], message: Message, marks: Marks
) -> Iterator[tuple[Rule, Hit]]:
    """Every rule that finds something, with each place; what a rule found is a mark for those after it.

    Args:
        ready: the rules in the order of their turn.
        rules: the same by code; one that does not hold for the message is left out.
        message: what is read.
        marks: its speech acts and phrases.
    """
    for rule in ready:
        if rule.code not in rules:
            continue
        hits = find(rule, message, marks)
        if not hits:
            marks.drop(rule.code)
            continue
        marks.put(rule.code, hits)
        for hit in hits:
            yield rules[rule.code], hit


def finding_of(rule: Rule, hit: Hit, message: Message) -> Finding:
    """What the user is told of a place."""
    span = (0, 0) if hit.sentence == WHOLE or hit.after <= hit.first else message.words.span(hit.first, hit.after)
    words = message.body[span[0] : span[1]]
    return rule.at(message.body, span, rule.message.replace("{text}", " ".join(words.split())))
