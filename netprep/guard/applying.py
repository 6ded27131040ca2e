"""Apply the rules that are data: each to the marks on a message, those that rest on others last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netprep.guard.book import Rule
from netprep.guard.kinds import WHOLE, ReadyRule, find
from netprep.guard.language.matching import Hit
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.model.plan import Finding
from netprep.model.words import Form, StageCode

_STAGES = tuple(StageCode)


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
        rules: the same by code.
        message: what is read.
        marks: its speech acts and phrases.
    """
    found = marks.hits.keys()
    for rule in ready:
        if rule.inputs and found.isdisjoint(rule.inputs):
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
