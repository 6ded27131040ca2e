"""What is not known of somebody yet, or no longer, and what the log has already answered.

How long a thing told stays true, and how much it helps to know it, are our own choice (grade D).
"""

from __future__ import annotations

from netprep.method.evidence import Evidence
from netprep.method.stems import stems
from netprep.model.records import Contact, Entry, Fact
from netprep.model.words import EntryKind, FactField, Source
from netprep.settings.method import MethodSettings

_TOLD = frozenset({Source.TOLD_ME, Source.PUBLIC})
_ORDER = (
    FactField.CHALLENGES,
    FactField.WANTS_TO_MEET,
    FactField.GOALS,
    FactField.WORKING_ON,
    FactField.INTERESTS,
    FactField.ACCOMPLISHMENTS,
    FactField.SKILLS,
    FactField.NETWORKS,
)


def field_weight(about: FactField, settings: MethodSettings) -> float:
    """How much knowing a field helps to be of use to somebody, in points."""
    weights = {
        FactField.CHALLENGES: settings.question_weight_challenges,
        FactField.WANTS_TO_MEET: settings.question_weight_wants_to_meet,
        FactField.GOALS: settings.question_weight_goals,
        FactField.WORKING_ON: settings.question_weight_working_on,
        FactField.INTERESTS: settings.question_weight_interests,
    }
    return float(weights.get(about, settings.question_weight_other))


def half_life(about: FactField, settings: MethodSettings) -> int | None:
    """Days after which what is known of a field is out of date; None where it stays true."""
    return {
        FactField.CHALLENGES: settings.half_life_challenges_days,
        FactField.GOALS: settings.half_life_goals_days,
        FactField.WORKING_ON: settings.half_life_working_on_days,
        FactField.ACCOMPLISHMENTS: settings.half_life_accomplishments_days,
        FactField.WANTS_TO_MEET: settings.half_life_wants_to_meet_days,
        FactField.NETWORKS: settings.half_life_networks_days,
    }.get(about)


def gaps(contact: Contact, evidence: Evidence, settings: MethodSettings) -> dict[FactField, float]:
    """Fields nothing current is known of, with their weight, the most useful first.

    What they told, or is public, counts whatever its sensitivity: asking again shows that one did not
    listen. What was heard elsewhere, imported or guessed does not: they have not said it.
    """
    known = {fact.field for fact in contact.facts if fact.source in _TOLD and _is_current(fact, evidence, settings)}
    return {about: weight for about, weight in all_gaps(settings).items() if about not in known}


def all_gaps(settings: MethodSettings) -> dict[FactField, float]:
    """Every field with its weight, the most useful first: of a stranger nothing is known."""
    weights = {about: field_weight(about, settings) for about in _ORDER}
    return dict(sorted(weights.items(), key=lambda pair: -pair[1]))


def _is_current(fact: Fact, evidence: Evidence, settings: MethodSettings) -> bool:
    if fact.until and evidence.local_day(fact.until) < evidence.today:
        return False
    if fact.date is None:
        return True
    lasts = half_life(fact.field, settings)
    age = (evidence.today - evidence.local_day(fact.date)).days
    return age >= 0 and (lasts is None or age <= lasts)


def asked_before(evidence: Evidence) -> frozenset[str]:
    """Ids of the questions they were asked."""
    asked = evidence.of_kind(EntryKind.QUESTION_ASKED)
    return frozenset(entry.question for entry in asked if entry.question)


def has_turned_out(fact: Fact, evidence: Evidence) -> bool:
    """Whether the log shows that they have told since how a dated thing of theirs went.

    They wrote or sat down with me after its day, or something was written down since that shares a
    word with it. A false yes costs a question; a false no shows that one did not listen.
    """
    if fact.when is None:
        return False
    day = evidence.local_day(fact.when)
    since = [entry for entry in evidence.two_way if entry.date.day > day]
    if any(entry.kind in (EntryKind.ONE_TO_ONE, EntryKind.MESSAGE_IN) for entry in since):
        return True
    later = [other for other in evidence.contact.facts if other.date and evidence.local_day(other.date) > day]
    said = [*(_words_of(entry) for entry in since), *(f"{each.value} {each.quote or ''}" for each in later)]
    about = set(stems(fact.value))
    return any(about & set(stems(text)) for text in said)


def _words_of(entry: Entry) -> str:
    return " ".join(filter(None, (entry.quote, entry.anchor, entry.topic, entry.what, entry.gist, entry.text)))
