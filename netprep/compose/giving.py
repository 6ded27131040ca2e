"""What is worth sharing as the move of a note: a thing, a person, an invitation, or a question first."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from netprep.facts import known_event, known_person
from netprep.method.candidate import PEOPLE, Candidate, Origin
from netprep.method.cautions import fits_a_sentence
from netprep.method.consent import Agreed, Consent, consent_of
from netprep.method.sharing import Match
from netprep.method.topics import refers_to_third_person, topic_problem
from netprep.method.withheld import Recipient
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.plan import Known, Move, MoveName, Role
from netprep.model.records import Event, Fact
from netprep.model.text import fold, one_line
from netprep.model.words import FactField, LibraryKind, Source
from netprep.settings.method import MethodSettings

_ARTICLE = re.compile(r"(?:a|an|the|one|some(?:one|body)) (?=\S)", re.IGNORECASE)
_NO_PERSON = re.compile(r"(?:an?|the) (?:introduction|referral|contact|name|number|address|e-?mail) ", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=\s)[^\W\d_]*[A-ZÀ-ÖØ-Þ]")
_NEEDS_A_LINK = frozenset(
    {LibraryKind.INFORMATION, LibraryKind.LINK_DOC, LibraryKind.NEWS, LibraryKind.AUDIO, LibraryKind.OTHER}
)
"""Kinds that are nothing without a link; a book is found by its title."""


class Shape(StrEnum):
    """The shape of a give; each but the first is a template of its own."""

    THING = "thing"
    PERSON = "person"
    INVITATION = "invitation"
    PERMISSION = "permission"
    ROUTE = "route"


@frozen
class Give:
    """A match as a move, and what beside the facts about the reader the move may name.

    Attributes:
        match: what is shared and for which fact.
        shape: how it is said.
        move: the move, with its template's values.
        known: what it names.
        consent: how the person was asked, where it is one.
    """

    match: Match
    shape: Shape
    move: Move
    known: tuple[Known, ...] = ()
    consent: Agreed = Agreed(Consent.UNASKED)

    @property
    def is_given(self) -> bool:
        """Whether the sentence itself gives something, and does not only ask whether it would help."""
        return self.shape in (Shape.THING, Shape.INVITATION) or bool(self.move.values.get("name"))


def give(match: Match, recipient: Recipient) -> Give:
    """The move that shares a match.

    Args:
        match: what is shared and for which fact; the fact's value is a topic.
        recipient: to whom, and when.
    """
    candidate = match.candidate
    if candidate.origin is Origin.SIGNAL:
        values: dict[str, object] = {"quote": one_line(match.fact.quote or "")}
        return Give(match, Shape.ROUTE, _move(match, Role.QUESTION, values, Shape.ROUTE))
    if candidate.kind in PEOPLE or candidate.who is not None:
        return _person(match, recipient)
    if candidate.kind is LibraryKind.INVITATION:
        return _invitation(match, candidate.event, recipient.settings)
    if why := _why_ask_first(match, recipient.settings):
        return ask_first(match, why)
    link = candidate.url if candidate.url and can_be_said(candidate.url, recipient.settings) else None
    values = {**_reason(match.fact), **_named(candidate), "url": link, "mine": candidate.mine}
    return Give(match, Shape.THING, _move(match, Role.OFFER, values, Shape.THING), (_known(candidate, link),))


def ask_first(match: Match, why: str) -> Give:
    """The move that asks whether something would help before it is sent.

    Args:
        match: what would be shared.
        why: ``advice``, ``no_link``, ``learned``, ``vague`` (the title cannot be said) or ``blank`` (nor the topic).
    """
    candidate, event = match.candidate, match.candidate.event
    says_title = why in ("advice", "no_link")
    values = {
        **_reason(match.fact),
        **_named(candidate),
        "why": why,
        "event": one_line(event.name) if event and why == "learned" else None,
        "day": Moment(event.starts.day) if event and why == "learned" else None,
    }
    if not says_title:
        values |= {"title": None, "author": None}
    if why == "blank":
        values |= {"topic": None, "asked": False}
    known = [_known(candidate, None)] if says_title else []
    if event and why == "learned":
        known.append(known_event(event))
    return Give(match, Shape.PERMISSION, _move(match, Role.QUESTION, values, Shape.PERMISSION), tuple(known))


def plainer(given: Give) -> tuple[Give, ...]:
    """Ways to say the same where the title, and then where the topic, cannot stand in a sentence."""
    if given.shape is not Shape.PERSON:
        return ask_first(given.match, "vague"), ask_first(given.match, "blank")
    values = {**given.move.values, "who": None, "does": None, "does_field": None, "name": None}
    unnamed = replace(given, move=replace(given.move, values=values), known=())
    return unnamed, ask_first(given.match, "blank")


def can_be_said(url: str, settings: MethodSettings) -> bool:
    """Whether a link can stand in a sentence."""
    return fits_a_sentence(url, settings.share_link_characters)


def _why_ask_first(match: Match, settings: MethodSettings) -> str | None:
    candidate = match.candidate
    if candidate.origin is Origin.LEARNED:
        return "learned"
    if match.score.advice:
        return "advice"
    has_link = candidate.url is not None and can_be_said(candidate.url, settings)
    return None if has_link or candidate.kind not in _NEEDS_A_LINK else "no_link"


def _person(match: Match, recipient: Recipient) -> Give:
    candidate, theirs = match.candidate, match.candidate.theirs
    agreed = _agreed(candidate, recipient)
    yes = agreed.answer is Consent.YES
    name = None
    if yes and candidate.who is not None:
        name = one_line(candidate.who.name)
    elif yes and _as_somebody(candidate, named=True) is None:
        name = one_line(candidate.title)
    does = _as_topic(theirs, candidate, named=yes) if theirs else None
    values = {
        **_reason(match.fact),
        "kind": candidate.kind.value,
        "who": None if theirs else _as_somebody(candidate, named=yes),
        "does": does,
        "does_field": theirs.field.value if theirs and does else None,
        "name": name,
        "agreed": yes,
    }
    known = [] if theirs else [_known(candidate, None)]
    if theirs and does:
        known.append(Known(id=theirs.id, what="fact", text=does, source=Source.PUBLIC))
    if name and candidate.who is not None:
        known.append(known_person(candidate.who))
    return Give(match, Shape.PERSON, _move(match, Role.QUESTION, values, Shape.PERSON), tuple(known), agreed)


def _agreed(candidate: Candidate, recipient: Recipient) -> Agreed:
    asked = (
        consent_of(candidate.who, recipient.contact, recipient.log.now) if candidate.who else Agreed(Consent.UNASKED)
    )
    return Agreed(Consent.YES) if candidate.consent and asked.answer is not Consent.NO else asked


def _as_somebody(candidate: Candidate, *, named: bool) -> str | None:
    """The title as somebody ("a roofer who ..."); None where it is not, or might name one who was not asked."""
    title = one_line(candidate.title).rstrip(".")
    if not _ARTICLE.match(title) or _NO_PERSON.match(title):
        return None
    if not named and (_CAPITAL.search(title) or _names(candidate, title)):
        return None
    return title[:1].lower() + title[1:]


def _as_topic(theirs: Fact, candidate: Candidate, *, named: bool) -> str | None:
    """What is known of them as a topic; None where it is none, or might name or point at one who was not asked."""
    problem = topic_problem(theirs.value, goal=theirs.field is FactField.GOALS)
    value = one_line(problem.suggestion or "" if problem else theirs.value)
    if not value or refers_to_third_person(value) or (not named and _names(candidate, value)):
        return None
    return value


def _names(candidate: Candidate, title: str) -> bool:
    if candidate.who is None:
        return False
    parts = {word for name in (candidate.who.name, candidate.who.nickname) if name for word in fold(name).split()}
    return bool(parts & set(re.findall(r"[^\W_]+", fold(title))))


def _invitation(match: Match, event: Event | None, settings: MethodSettings) -> Give:
    candidate = match.candidate
    links = (candidate.url, event.url if event else None)
    url = next((link for link in links if link and can_be_said(link, settings)), None)
    values = {
        **_reason(match.fact),
        **_named(candidate),
        "event": one_line(event.name) if event else None,
        "day": event.starts if event else None,
        "place": _place(event) if event else None,
        "url": url,
    }
    # Only what the sentence names: the library's own title is not in it where the event's name is.
    known = [known_event(event)] if event else [_known(candidate, url)]
    if event and url and url != event.url:
        known.append(Known(id=candidate.id or "", what="item", text=url, source=Source.PUBLIC))
    return Give(match, Shape.INVITATION, _move(match, Role.QUESTION, values, Shape.INVITATION), tuple(known))


def _place(event: Event) -> str | None:
    """Where an event is, unless its name says so."""
    place = one_line(event.place or "")
    return place if place and fold(place).removeprefix("the ") not in fold(event.name) else None


def _reason(fact: Fact) -> dict[str, object]:
    return {
        "topic": one_line(fact.value),
        "field": fact.field.value,
        "told": fact.source is Source.TOLD_ME,
        "asked": fact.asked_me,
    }


def _named(candidate: Candidate) -> dict[str, object]:
    return {
        "title": one_line(candidate.title),
        "author": one_line(candidate.author) if candidate.author else None,
        "kind": candidate.kind.value,
    }


def _move(match: Match, role: Role, values: dict[str, object], shape: Shape) -> Move:
    candidate = match.candidate
    ids = (candidate.id or "", match.fact.id, candidate.theirs.id if candidate.theirs else "")
    return Move(MoveName.GIVE, role, tuple(filter(None, ids)), {**values, "shape": shape.value})


def _known(candidate: Candidate, url: str | None) -> Known:
    text = " ".join(filter(None, (candidate.title, candidate.author, url)))
    return Known(id=candidate.id or candidate.source, what="item", text=text, source=Source.PUBLIC)
