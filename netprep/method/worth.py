"""What sharing a thing is worth: the fit, the fact, its age, the kind, and what counts less.

The graver and the fresher what they told the better, and a five-minute favour before a long one (Grant
2013, Give and Take, grade C). The weights are our own choice (grade D).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netprep.method.candidate import Candidate
from netprep.method.cautions import reads_as_advice
from netprep.method.credibility import at_least
from netprep.method.evidence import Evidence
from netprep.method.wording import add_days
from netprep.model.frozen import frozen
from netprep.model.records import Fact, LibraryItem
from netprep.model.words import FactField, LibraryKind, StageCode
from netprep.settings.method import MethodSettings

_ADVISING = frozenset({LibraryKind.INFORMATION, LibraryKind.LINK_DOC, LibraryKind.BOOK, LibraryKind.AUDIO})
"""Kinds that can tell people what to do; news and people do not."""
_EARLY = frozenset({LibraryKind.REFERRAL, LibraryKind.INTRODUCTION, LibraryKind.RESOURCE_PERSON})


@frozen
class Score:
    """How much a thing is worth sharing for a fact, with all it was worked out from.

    ``value`` is ``similarity · weight · freshness · kind`` less ``effort``, ``repeats`` and ``advice``;
    ``constants`` are the names in ``MethodSettings`` of what decided.
    """

    similarity: float
    weight: float
    freshness: float
    kind: float
    effort: float = 0.0
    repeats: float = 0.0
    advice: float = 0.0
    constants: tuple[str, ...] = ()

    @property
    def value(self) -> float:
        """From about -0.6 to 1."""
        return self.similarity * self.weight * self.freshness * self.kind - self.effort - self.repeats - self.advice

    @property
    def if_asked(self) -> float:
        """What it is worth once they were asked whether it would help: then it is no unasked advice."""
        return self.value + self.advice


@frozen
class Occasion:
    """What beside thing and fact decides: the day, the stage, and which kinds they had lately."""

    today: date
    stage: StageCode
    lately: frozenset[LibraryKind]
    settings: MethodSettings


def score(similarity: float, fact: Fact, candidate: Candidate, occasion: Occasion) -> Score:
    """What sharing ``candidate`` is worth for ``fact``.

    Args:
        similarity: how well the two fit, from 0 to 1.
        fact: what they told.
        candidate: what could be shared.
        occasion: the day, the stage, what they had lately.
    """
    settings = occasion.settings
    less = {
        "share_less_for_effort": (candidate.minutes or 0) > settings.share_effort_minutes,
        "share_less_for_same_kind": candidate.kind in occasion.lately,
        "share_less_for_advice": is_unasked_advice(candidate, fact),
    }
    effort, repeats, advice = (float(getattr(settings, name)) if applies else 0.0 for name, applies in less.items())
    kind = _kind_constant(candidate.kind, occasion.stage)
    return Score(
        similarity=similarity,
        weight=fact_weight(fact, settings),
        freshness=freshness(fact, occasion.today, settings),
        kind=float(getattr(settings, kind)),
        effort=effort,
        repeats=repeats,
        advice=advice,
        constants=(
            f"share_weight_{_called(fact)}",
            *((_half_life_name(fact),) if _half_life(fact, settings) else ()),
            kind,
            *(name for name, applies in less.items() if applies),
        ),
    )


def fact_weight(fact: Fact, settings: MethodSettings) -> float:
    """How much a fact calls for something: what they asked for most, a skill of theirs least."""
    return float(getattr(settings, f"share_weight_{_called(fact)}"))


def freshness(fact: Fact, today: date, settings: MethodSettings) -> float:
    """1 on the day a fact was told, half after its half-life in days; always 1 for what does not age or has no date."""
    half_life = _half_life(fact, settings)
    age = max(0, (today - fact.date.day).days) if fact.date else 0
    return float(0.5 ** (age / half_life)) if half_life else 1.0


def _half_life(fact: Fact, settings: MethodSettings) -> int:
    """Days after which a fact weighs half; 0 for what does not age: interests and skills."""
    return int(getattr(settings, _half_life_name(fact), 0))


def _half_life_name(fact: Fact) -> str:
    return f"half_life_{_called(fact)}_days"


def _called(fact: Fact) -> str:
    return "asked_me" if fact.asked_me else fact.field.value


def kind_weight(kind: LibraryKind, stage: StageCode, settings: MethodSettings) -> float:
    """How much a kind of thing is worth: people count less before credibility."""
    return float(getattr(settings, _kind_constant(kind, stage)))


def _kind_constant(kind: LibraryKind, stage: StageCode) -> str:
    early = kind in _EARLY and not at_least(stage, StageCode.C)
    return f"share_{'early' if early else 'kind'}_{kind.value}"


def is_unasked_advice(candidate: Candidate, fact: Fact) -> bool:
    """Whether it tells somebody what to do about a worry they told of and did not ask for help with."""
    return (
        candidate.kind in _ADVISING
        and fact.field is FactField.CHALLENGES
        and not fact.asked_me
        and reads_as_advice(candidate.title, candidate.topics)
    )


def occasion_for(
    log: Evidence, stage: StageCode, settings: MethodSettings, library: Iterable[LibraryItem] = ()
) -> Occasion:
    """The occasion as the log has it today; the library says of what kind a thing was where the log does not."""
    since = add_days(log.today, -settings.share_same_kind_days)
    kinds = {item.id: item.kind for item in library}
    given = [give.share or kinds.get(give.item or "") for give in log.gives if give.date.day > since]
    return Occasion(log.today, stage, frozenset(kind for kind in given if kind), settings)


def shared_lately(log: Evidence, settings: MethodSettings) -> tuple[date, date] | None:
    """The day of the last thing shared and the first day for the next one, while that lies ahead."""
    if not log.gives:
        return None
    last = max(give.date.day for give in log.gives)
    free = add_days(last, settings.share_every_days)
    return (last, free) if free > log.today else None
