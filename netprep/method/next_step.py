"""What to do next with a contact: the first line the next stage lacks, in words.

The order is our own choice after Misner (grade D): the late promise, a small one made and kept, a
talk about a topic of theirs, another two-way day, and at credibility the word that I would like it.
"""

from __future__ import annotations

from netprep.method.cautions import touches
from netprep.method.credibility import at_least, bar_for, earned_stage, has_talked, late_promises, reliable_entries
from netprep.method.evidence import Evidence
from netprep.method.lanes import resting_until
from netprep.method.wording import spoken, what_promised
from netprep.model.records import Contact, Fact
from netprep.model.words import FactField, Sensitivity, Source, StageCode, TrustBar
from netprep.settings.method import MethodSettings

_SAYABLE = frozenset({Source.TOLD_ME, Source.PUBLIC})
_TOPICS = (
    FactField.CHALLENGES,
    FactField.GOALS,
    FactField.WORKING_ON,
    FactField.INTERESTS,
    FactField.SKILLS,
    FactField.ACCOMPLISHMENTS,
)
"""Fields that make a topic of talk, the ones where I can be of use first."""


def sayable_facts(contact: Contact, evidence: Evidence) -> tuple[Fact, ...]:
    """Facts that may be named to the person: told to me or public, open, current, not to be avoided."""
    return tuple(
        fact
        for fact in contact.facts
        if fact.source in _SAYABLE
        and fact.sensitivity is Sensitivity.OPEN
        and (fact.until is None or evidence.local_day(fact.until) >= evidence.today)
        and not is_avoided(contact, fact)
    )


def is_avoided(contact: Contact, fact: Fact) -> bool:
    """Whether a fact touches a topic the user wants to avoid with this contact."""
    return avoids(contact, fact.value, fact.quote)


def avoids(contact: Contact, *texts: str | None) -> bool:
    """Whether any of the texts touches a topic the user wants to avoid with this contact."""
    return any(touches(topic, *texts) for topic in contact.avoid if topic.strip())


def shared_topic(evidence: Evidence) -> Fact | None:
    """The topic of theirs to talk about: where I can be of use before interests, the newest first."""
    facts = [fact for fact in sayable_facts(evidence.contact, evidence) if fact.field in _TOPICS]
    newest = sorted(facts, key=lambda fact: (str(fact.date or ""), fact.id), reverse=True)
    return min(newest, key=lambda fact: _TOPICS.index(fact.field), default=None)


def next_step(
    evidence: Evidence,
    settings: MethodSettings,
    trust_bar: TrustBar,
    flags: tuple[str, ...],
    *,
    is_dormant: bool,
    common: Fact | None = None,
) -> str:
    """The one thing to do next, in words.

    Args:
        evidence: the contact's log.
        settings: the method's constants.
        trust_bar: how much the user's trade asks for before it trusts.
        flags: the flags of the stage report.
        is_dormant: whether the tie sleeps.
        common: the fact of theirs that shows what they and the user share before all; a talk begins there.
    """
    earned = earned_stage(evidence, settings, trust_bar)
    if "do_not_contact" in flags:
        return "nothing: you marked them as not to be contacted"
    if late := late_promises(evidence, settings):
        when = spoken(evidence.due_day(late[0]) or evidence.today, evidence.today)
        return f"do what you promised by {when}, {what_promised(late[0])}, or say why not"
    if end := resting_until(evidence, earned, settings):
        return f"let it rest until {spoken(end, evidence.today)}"
    if "over_giving" in flags:
        return "rest; your attention may serve someone else"
    if is_dormant:
        return "write a short note to pick up the thread, without an ask beyond advice"
    if at_least(earned, StageCode.C):
        return _next_from_credibility(earned, flags)
    return _next_to_credibility(evidence, settings, trust_bar, earned, common)


def _next_from_credibility(earned: StageCode, flags: tuple[str, ...]) -> str:
    if "ripe" in flags:
        return "tell them in two sentences what you look for; they may not know"
    if earned is StageCode.P:
        return "look after the tie: be of use, and pass on what you receive"
    return "be of use again; what they give back is theirs to choose"


def _next_to_credibility(
    evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar, earned: StageCode, common: Fact | None
) -> str:
    bar = bar_for(trust_bar, settings)
    if earned is StageCode.I:
        return "a first exchange: meet them, or find a reason they would answer to"
    if not reliable_entries(evidence):
        if promise := next(iter(evidence.open_promises), None):
            return f"do what you promised: {what_promised(promise)}"
        return "make a small promise and keep it, or give something that is of use to them"
    if not has_talked(evidence, settings, bar):
        shared = f"{_named(common, evidence)}, which you share" if common else ""
        return f"coffee or a call about {shared or _named_topic(evidence)}"
    return "another two-way day: their event, or an invitation of yours"


def _named_topic(evidence: Evidence) -> str:
    fact = shared_topic(evidence)
    if fact is None:
        return "something they care about; ask what that is"
    return _named(fact, evidence)


def _named(fact: Fact, evidence: Evidence) -> str:
    told = [f"“{fact.quote}”"] if fact.quote else []
    told += [spoken(fact.date.day, evidence.today)] if fact.date else []
    return f"{fact.value} ({', '.join(told)})" if told else fact.value
