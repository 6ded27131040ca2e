"""What plugins know of a person, as facts beside those of the notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from netprep.api import Contribution, GivenFact
from netprep.method.stems import stems
from netprep.method.topics import topic_problem
from netprep.model.records import Contact, Fact
from netprep.model.text import one_line
from netprep.model.words import Sensitivity, Source

LONGEST_TOPIC = 200
"""Characters of a topic: what is longer is no topic."""
_BELIEVED = frozenset({Source.PUBLIC, Source.THIRD_PARTY, Source.IMPORT})


def given_facts(given: Iterable[Contribution], contact: Contact) -> tuple[Fact, ...]:
    """Facts of plugins about a contact, with ids such as ``example:1`` that no fact of the notebook has.

    A plugin cannot know what they told the user or what the user guesses, so such facts count as
    imported. What is no topic, or speaks of something the user keeps private or sealed, is left out.

    Args:
        given: ``GivenFact`` values, each with its plugin.
        contact: who they are about.
    """
    return tuple(_facts(given, contact))


def topic_given(value: str) -> str | None:
    """The value of a given fact as a topic; None where it is none and cannot be made one."""
    value = one_line(value)
    problem = topic_problem(value)
    topic = problem.suggestion if problem else value
    return topic if topic and len(topic) <= LONGEST_TOPIC else None


def _facts(given: Iterable[Contribution], contact: Contact) -> Iterator[Fact]:
    numbers: Counter[str] = Counter()
    kept_back = [fact for fact in contact.facts if fact.sensitivity is not Sensitivity.OPEN]
    for each in given:
        fact: GivenFact = each.value
        numbers[each.plugin] += 1
        topic = topic_given(fact.value)
        if topic is None:
            continue
        made = Fact(
            field=fact.field,
            value=topic,
            id=f"{each.plugin}:{numbers[each.plugin]}",
            quote=one_line(fact.quote) or None if fact.quote else None,
            source=fact.source if fact.source in _BELIEVED else Source.IMPORT,
            date=fact.date,
            when=fact.when,
        )
        if not any(_tells(made, secret) for secret in kept_back):
            yield made


def _tells(made: Fact, secret: Fact) -> bool:
    """Whether a given fact speaks of what the user keeps back: one says all that the other's topic says."""
    of_secret, of_made = _stems(secret.value), _stems(made.value)
    everything = _stems(f"{made.value} {made.quote or ''}")
    return bool(of_secret and of_secret <= everything) or bool(
        of_made and of_made <= _stems(f"{secret.value} {secret.quote or ''}")
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))
