"""The gate: whether an ask is earned by now, and if not, when or how it will be.

Classes, needs and cool-downs are our own choice after Misner's "premature solicitation" (grade D);
advice asked of a sleeping tie after Levin, Walter and Murnighan 2011 (grade B). It is never a lock:
what was asked anyway is logged, and the user's own yes-rates judge the gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from netprep.method.evidence import read_log
from netprep.method.obstacles import Obstacle, Question, obstacles
from netprep.method.wording import sentence, what_promised
from netprep.model.moment import Moment
from netprep.model.plan import GateAnswer
from netprep.model.records import Contact, Event
from netprep.model.words import AskClass, TrustBar
from netprep.settings.method import MethodSettings

ALLOW, WAIT, INSTEAD = "allow", "wait", "instead"

_CLASSES = tuple(AskClass)


def gate(
    contact: Contact,
    ask: AskClass,
    now: datetime,
    settings: MethodSettings,
    *,
    trust_bar: TrustBar = TrustBar.NORMAL,
    events: Mapping[str, Event] | None = None,
    invited: bool = False,
    anyway: bool = False,
    in_first_note: bool = False,
) -> GateAnswer:
    """The gate's answer to an ask: ``allow``, ``wait`` or ``instead`` (a smaller one is allowed).

    ``earliest`` is given only where nothing but time is missing: asked then, with the same log and
    the promises of until then kept, the answer is ``allow``. It is ``instead`` where waiting alone
    does not help and the next smaller class is allowed. Not monotone in one point: a cool-down
    belongs to its class, so that after a small favour a larger ask can be open while the next small
    favour waits.

    Args:
        contact: who would be asked.
        ask: how large the ask is.
        now: an aware instant.
        settings: the method's constants.
        trust_bar: how much the user's trade asks for before it trusts.
        events: events by id, for the end of the one where we met.
        invited: they asked what the user offers or needs; it overrides everything but
            ``do_not_contact``: not to answer would be odd, not polite.
        anyway: the user asks all the same.
        in_first_note: whether the ask would be part of the first note after a meeting.
    """
    question = Question(read_log(contact, now), settings, trust_bar, events or {}, in_first_note)
    if contact.do_not_contact:
        return GateAnswer(ask, WAIT, f"You marked {contact.name} as not to be contacted.")
    if invited:
        return _invited(question, ask)
    found = obstacles(question, ask)
    if not found:
        return GateAnswer(ask, ALLOW, _why_allowed(ask), meanwhile=_how_to_ask(ask))
    because = _sentences(obstacle.reason for obstacle in found)
    if anyway:
        return GateAnswer(ask, ALLOW, f"You chose to ask anyway. {because}")
    return _not_yet(question, ask, found, because)


def allowed_classes(
    contact: Contact,
    now: datetime,
    settings: MethodSettings,
    *,
    trust_bar: TrustBar = TrustBar.NORMAL,
    events: Mapping[str, Event] | None = None,
    in_first_note: bool = False,
) -> tuple[AskClass, ...]:
    """The classes of ask that are open now, the smallest first."""
    if contact.do_not_contact:
        return ()
    question = Question(read_log(contact, now), settings, trust_bar, events or {}, in_first_note)
    return tuple(ask for ask in _CLASSES if not obstacles(question, ask))


def _not_yet(question: Question, ask: AskClass, found: tuple[Obstacle, ...], because: str) -> GateAnswer:
    smaller = _largest_smaller(question, ask)
    capped = next((obstacle.instead for obstacle in found if obstacle.instead), None)
    if capped and smaller:
        return GateAnswer(ask, INSTEAD, because, meanwhile=_instead(smaller))
    earliest = _earliest(question, ask, found)
    helps = _sentences(obstacle.helps for obstacle in found)
    if earliest is None and smaller and _CLASSES.index(smaller) == _CLASSES.index(ask) - 1:
        return GateAnswer(ask, INSTEAD, because, meanwhile=f"{_instead(smaller)} {helps}".strip())
    now = f"{_named(smaller)} is fine now." if smaller else ""
    return GateAnswer(ask, WAIT, because, earliest, f"{helps} {now}".strip() or None)


def _largest_smaller(question: Question, ask: AskClass) -> AskClass | None:
    """The largest class below ``ask`` that is open and more than curiosity."""
    below = _CLASSES[1 : _CLASSES.index(ask)]
    return next((smaller for smaller in reversed(below) if not obstacles(question, smaller)), None)


def _earliest(question: Question, ask: AskClass, found: tuple[Obstacle, ...]) -> Moment | None:
    """When the ask will be open if nothing but time is missing; None if more is, or will be by then."""
    for _ in range(len(AskClass)):
        if any(obstacle.until is None for obstacle in found):
            return None
        moments = [obstacle.until for obstacle in found if obstacle.until]
        latest = max(moments, key=question.evidence.instant)
        found = obstacles(_as_of(question, question.evidence.instant(latest)), ask)
        if not found:
            return latest
    return None


def _as_of(question: Question, then: datetime) -> Question:
    """The question asked later, the promises that are open and in time by now taken as kept."""
    evidence = question.evidence
    pending = {id(promise) for promise in evidence.open_promises if promise not in evidence.overdue}
    log = tuple(entry for entry in evidence.contact.log if id(entry) not in pending)
    return replace(question, evidence=read_log(replace(evidence.contact, log=log), then))


def _invited(question: Question, ask: AskClass) -> GateAnswer:
    overdue = question.evidence.overdue
    first = f"First do what you promised: {what_promised(overdue[0])}." if overdue else None
    return GateAnswer(ask, ALLOW, "They asked: answer plainly and shortly.", meanwhile=first)


def _why_allowed(ask: AskClass) -> str:
    if ask is AskClass.A0:
        return "A question about them needs no leave."
    return f"{_named(ask)} is earned."


def _how_to_ask(ask: AskClass) -> str | None:
    if ask in (AskClass.A3, AskClass.A4):
        return "Ask in person or by call, for one thing, with an easy no."
    return "Keep it specific and leave an easy no." if ask is not AskClass.A0 else None


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(sentence(text) for text in dict.fromkeys(texts) if text)


def _instead(smaller: AskClass) -> str:
    return f"Ask for {_article(smaller)}{smaller.label} ({smaller.value}) instead."


def _named(ask: AskClass) -> str:
    return sentence(f"{_article(ask)}{ask.label} ({ask.value})").removesuffix(".")


def _article(ask: AskClass) -> str:
    return {AskClass.A2: "a ", AskClass.A3: "an "}.get(ask, "")
