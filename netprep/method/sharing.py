"""Which of the things one could share is worth sharing with somebody now.

Networking is sharing what adds value, in eight kinds from information to a real referral (after
Misner, grade D): a thing is worth sharing for what somebody told, the fresher and the graver the
better, and a five-minute favour before a long one (Grant 2013, Give and Take, grade C). The weights
are our own choice (grade D).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from netprep.method.cautions import reads_as_advice
from netprep.method.credibility import at_least
from netprep.method.evidence import Evidence
from netprep.method.wording import add_days
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Event, Fact, LibraryItem
from netprep.model.words import FactField, LibraryKind, StageCode
from netprep.settings.method import MethodSettings

PEOPLE = frozenset({LibraryKind.RESOURCE_PERSON, LibraryKind.REFERRAL, LibraryKind.INTRODUCTION})
"""Kinds that are somebody: nobody is passed on before they were asked."""
_ADVISING = frozenset({LibraryKind.INFORMATION, LibraryKind.LINK_DOC, LibraryKind.BOOK, LibraryKind.AUDIO})
"""Kinds that can tell people what to do; news and people do not."""
_EARLY = frozenset({LibraryKind.REFERRAL, LibraryKind.INTRODUCTION, LibraryKind.RESOURCE_PERSON})


class Origin(StrEnum):
    """Where something to share was found."""

    LIBRARY = "library"
    CONTACT = "contact"
    EVENT = "event"
    LEARNED = "learned"
    PLUGIN = "plugin"


@frozen
class Candidate:
    """Something that could be shared.

    Attributes:
        kind: one of the eight kinds, an introduction or another thing.
        title: what it is called, or what it is about.
        topics: tags.
        note: the user's own note on it; it is matched and never said.
        origin: where it was found; ``source`` is the plugin's name for what a plugin gave.
        id: of the library item, contact, event or line of an event's log.
        minutes: what it takes of somebody's time.
        who: the person it is about.
        theirs: the fact about that person it rests on, where they were found by it.
        event: the event it invites to, or where something was learned.
        fits: fields of a fact it can be for; every field where None.
        mine: whether I made it.
        free: whether it costs nothing, where that is known.
        opened: the day I last looked at it.
        consent: what the library says of whether the person may be passed on.
        meets: who is expected at the event and worth meeting, for the user's eyes alone.
        text: what is matched in place of the title.
    """

    kind: LibraryKind
    title: str
    topics: tuple[str, ...] = ()
    note: str | None = None
    origin: Origin = Origin.LIBRARY
    source: str = ""
    id: str | None = None
    url: str | None = None
    author: str | None = None
    minutes: int | None = None
    who: Contact | None = None
    theirs: Fact | None = None
    event: Event | None = None
    fits: frozenset[FactField] | None = None
    mine: bool = False
    free: bool | None = None
    opened: date | None = None
    consent: bool | None = None
    meets: str | None = None
    text: str | None = None

    @property
    def same(self) -> tuple[str, str]:
        """What two ways to share one thing have in common: the person, the event, else the thing itself."""
        if self.who is not None and self.who.id:
            return ("person", self.who.id)
        if self.event is not None and self.kind is LibraryKind.INVITATION:
            return ("event", self.event.id)
        return (self.origin.value, self.id or self.title)


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


@frozen
class Match:
    """A thing, the fact it is for, and what that is worth."""

    candidate: Candidate
    fact: Fact
    score: Score


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
            f"share_half_{_called(fact)}",
            kind,
            *(name for name, applies in less.items() if applies),
        ),
    )


def fact_weight(fact: Fact, settings: MethodSettings) -> float:
    """How much a fact calls for something: what they asked for most, a skill of theirs least."""
    return float(getattr(settings, f"share_weight_{_called(fact)}"))


def freshness(fact: Fact, today: date, settings: MethodSettings) -> float:
    """1 on the day a fact was told, half after its half-life in days; always 1 for what does not age or has no date."""
    half_life = int(getattr(settings, f"share_half_{_called(fact)}"))
    age = max(0, (today - fact.date.day).days) if fact.date else 0
    return float(0.5 ** (age / half_life)) if half_life else 1.0


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


def passes(match: Match, settings: MethodSettings) -> bool:
    """Whether a match is good enough to show; unasked advice is, where a question first would make it so."""
    return match.score.if_asked >= settings.share_bar


def best(matches: Iterable[Match], settings: MethodSettings, most: int | None = None) -> tuple[Match, ...]:
    """The best few that pass the bar, each thing once, of at least two kinds where there are two.

    Args:
        matches: in any order.
        settings: the bar, how many, of how many kinds.
        most: how many at most, where not as the settings have it.
    """
    limit = settings.share_most if most is None else most
    ranked = _each_once(match for match in matches if passes(match, settings))
    taken = list(ranked[:limit])
    for match in ranked[limit:]:
        kinds = {each.candidate.kind for each in taken}
        if len(kinds) >= min(settings.share_least_kinds, limit):
            break
        if match.candidate.kind not in kinds:
            taken[-1] = match
    return tuple(taken)


def _rank(match: Match) -> tuple[float, float, str, str, str]:
    candidate = match.candidate
    return (
        -match.score.value,
        -match.score.kind,
        candidate.origin.value,
        candidate.id or candidate.title,
        match.fact.id,
    )


def _each_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The best way to share each thing, the best thing first; the user's own words in the library before found ones."""
    ways: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        ways.setdefault(match.candidate.same, []).append(match)
    once = (
        min(each, key=lambda way: (way.candidate.origin is not Origin.LIBRARY, _rank(way))) for each in ways.values()
    )
    return tuple(sorted(once, key=_rank))


Similarity = Callable[[Fact, Candidate], float]


def matches(
    facts: Sequence[Fact], candidates: Iterable[Candidate], similarity: Similarity, occasion: Occasion
) -> tuple[Match, ...]:
    """Every thing with every fact it has anything to do with."""
    found = []
    for candidate in candidates:
        for fact in facts:
            if candidate.fits is None or fact.field in candidate.fits:
                like = similarity(fact, candidate)
                if like > 0:
                    found.append(Match(candidate, fact, score(like, fact, candidate, occasion)))
    return tuple(found)
