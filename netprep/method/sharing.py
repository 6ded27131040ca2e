"""Which of the things one could share is worth sharing with somebody now.

Networking is sharing what adds value, in eight kinds from information to a real referral (after
Misner, grade D): the best few are shown, of more than one kind, each for what somebody told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from netprep.method.candidate import Candidate, Origin
from netprep.method.evidence import Evidence
from netprep.method.worth import Occasion, Score, score
from netprep.model.frozen import frozen
from netprep.model.records import Fact
from netprep.model.words import Cue, EntryKind, FactField, LibraryKind, Sensitivity
from netprep.settings.method import MethodSettings


@frozen
class Match:
    """A thing, the fact it is for, and what that is worth."""

    candidate: Candidate
    fact: Fact
    score: Score


def passes(match: Match, settings: MethodSettings) -> bool:
    """Whether a match is good enough to show; unasked advice is, where a question first would make it so."""
    return match.score.if_asked >= settings.share_bar


def heard(log: Evidence, occasion: Occasion) -> tuple[Match, ...]:
    """Hints of theirs that I thought of somebody for, and of which nobody was told yet.

    A need that was heard is routed to whoever could serve it, after they were asked whether it may be
    (an organiser of networking events, "Three networking failures", 2010; grade D).
    """
    signals = [entry for entry in log.of_kind(EntryKind.SIGNAL) if entry.quote]
    routed = {entry.quote for entry in signals if entry.routed}
    found = []
    for entry in signals:
        if entry.whom and entry.quote not in routed and entry.sensitivity is Sensitivity.OPEN:
            field = FactField.WORKING_ON if entry.cue in (Cue.PLAN, Cue.GROWTH) else FactField.CHALLENGES
            fact = Fact(field, entry.quote or "", entry.id, quote=entry.quote, date=entry.date)
            candidate = Candidate(
                kind=LibraryKind.RESOURCE_PERSON,
                title=entry.whom,
                topics=(entry.quote or "",),
                note=entry.cue,
                origin=Origin.SIGNAL,
                id=entry.id,
                minutes=occasion.settings.share_person_minutes,
            )
            found.append(Match(candidate, fact, score(1.0, fact, candidate, occasion)))
    return tuple(found)


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
