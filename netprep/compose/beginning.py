"""The first answers: ``netprep init``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from netprep.clock import Clock
from netprep.compose.records import typed_record
from netprep.model.moment import Moment
from netprep.model.records import Fact, Me
from netprep.model.words import FactField
from netprep.store import Store


def begin(store: Store, answers: Mapping[str, str], interests: Sequence[str], clock: Clock) -> bool:
    """Write down what was answered; whether anything was.

    A skipped question changes nothing that is known already.
    """
    known = store.me()
    name = answers.get("name") or (known.name if known else "")
    if not name:
        return False
    said = typed_record(Me, {"name": name, "role": answers.get("role")})
    base = known or said
    day = Moment(clock.today)
    new_facts = tuple(
        Fact(field=FactField.INTERESTS, value=typed_record(Fact, {"field": "interests", "value": text}).value, date=day)
        for text in interests
        if text and text not in [fact.value for fact in base.facts]
    )
    changed = dataclasses.replace(base, name=said.name, role=said.role or base.role, facts=(*base.facts, *new_facts))
    if changed == known:
        return False
    with store.step("init", clock.moment) as writer:
        writer.put_me(changed)
    return True
