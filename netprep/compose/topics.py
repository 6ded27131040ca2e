"""What somebody told, as topics that can be said to them."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from netprep.facts import Destination, facts_allowed
from netprep.method.next_step import is_avoided
from netprep.method.topics import is_job, topic_problem
from netprep.model.records import Contact, Fact
from netprep.model.words import FactField
from netprep.writers.address import said_to_reader

_QUESTION_FIRST = re.compile(r"(?:what|how|where|whether|when|who) to\b", re.IGNORECASE)
_SAID_OF_THE_TIME = re.compile(
    r"(?:\s+(?:by|before|until|from|in|for|over|during))?\s+(?:next|this|last)\s+"
    r"(?:year|month|week|quarter|spring|summer|autumn|fall|winter)$",
    re.IGNORECASE,
)
_USEFUL_FIRST = (
    FactField.CHALLENGES,
    FactField.WORKING_ON,
    FactField.GOALS,
    FactField.INTERESTS,
    FactField.ACCOMPLISHMENTS,
    FactField.WANTS_TO_MEET,
    FactField.SKILLS,
    FactField.NETWORKS,
)


def topics_to_say(contact: Contact, today: date) -> tuple[Fact, ...]:
    """The facts that may be named to the person, each with its value as a topic, the most useful first.

    What is no longer so, what is to be avoided and what cannot be said to them in good words is left out.
    """
    current = [
        topic
        for fact in facts_allowed(contact, Destination.PERSON)
        if not (fact.until and fact.until.day < today)
        and not is_avoided(contact, fact)
        and (topic := as_topic(fact, today))
    ]
    return tuple(sorted(current, key=lambda fact: (not fact.asked_me, _USEFUL_FIRST.index(fact.field), -told_on(fact))))


def told_on(fact: Fact) -> int:
    """The day a fact was told, as a number to sort by; 0 where it is not known."""
    return fact.date.day.toordinal() if fact.date else 0


def as_topic(fact: Fact, today: date) -> Fact | None:
    """The fact with its value as a topic that can be said to the person; None where there is none."""
    if fact.field is FactField.WORKING_ON and is_job(fact.value):
        return None
    problem = topic_problem(fact.value, goal=fact.field is FactField.GOALS)
    value = said_to_reader(problem.suggestion or "" if problem else fact.value)
    if not value:
        return None
    if _QUESTION_FIRST.match(value):
        value = f"working out {value}"
    if fact.date and fact.date.day != today:
        # "next year" was true on the day it was said.
        value = _SAID_OF_THE_TIME.sub("", value)
    return dataclasses.replace(fact, value=value)
