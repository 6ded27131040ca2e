"""What stands in the way of an ask, one rule each, with what would lift it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from netprep.method import lanes
from netprep.method.credibility import at_least, credible_since, earned_stage, late_promises
from netprep.method.evidence import Evidence
from netprep.method.next_step import next_step
from netprep.method.windows import end_of_meeting
from netprep.method.wording import add_days, counted, spoken, what_promised
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Event
from netprep.model.words import AskClass, EntryKind, StageCode, TrustBar
from netprep.settings.method import MethodSettings

NETWORKING_UP = "up"
"""The tag of somebody far ahead of me, to be met with interest and never with an ask above advice."""

_GIVE = "give something they can use, without strings"


@frozen
class Question:
    """Everything an ask is judged by."""

    evidence: Evidence
    settings: MethodSettings
    trust_bar: TrustBar
    events: Mapping[str, Event]
    in_first_note: bool = False

    @property
    def earned(self) -> StageCode:
        """The stage the log has earned, late promises left aside."""
        return earned_stage(self.evidence, self.settings, self.trust_bar)

    @property
    def stage(self) -> StageCode:
        """The stage as it stands."""
        at_risk = at_least(self.earned, StageCode.C) and late_promises(self.evidence, self.settings)
        return StageCode.V if at_risk else self.earned

    @property
    def is_dormant_former(self) -> bool:
        """Whether they once were at credibility and the tie sleeps now."""
        was_credible = credible_since(self.evidence, self.settings, self.trust_bar) is not None
        return was_credible and lanes.freshness(self.evidence, self.earned, self.settings) == "dormant"


@frozen
class Obstacle:
    """One reason not to ask yet.

    Attributes:
        reason: in words, as part of a sentence.
        until: when time alone lifts it; None where time does not.
        helps: what would lift it, as part of a sentence.
        instead: whether it caps the size of an ask, so that a smaller one is the answer.
    """

    reason: str
    until: Moment | None = None
    helps: str = ""
    instead: bool = False


def obstacles(question: Question, ask: AskClass) -> tuple[Obstacle, ...]:
    """Everything that stands in the way of an ask, what weighs most first; nothing when it is earned."""
    if ask is AskClass.A0:
        return ()
    if ask is AskClass.A1:
        return tuple(_to_advice(question))
    own = {AskClass.A2: _to_favour, AskClass.A3: _to_referral, AskClass.A4: _to_business}[ask]
    return (*_caps(question), *own(question), *_always(question), *_cool_down(question, ask))


def _to_advice(question: Question) -> Iterator[Obstacle]:
    if question.is_dormant_former:
        return
    if question.in_first_note:
        yield _first_note()
    if not _had_an_exchange(question):
        minutes = counted(question.settings.talk_for_advice_minutes, "minute")
        yield Obstacle(
            f"you have had no real exchange yet: no reply, no one-to-one, no talk of {minutes} that is written down",
            helps="ask about their work first, or write down how long you talked",
        )


def _had_an_exchange(question: Question) -> bool:
    evidence = question.evidence
    long_enough = question.settings.talk_for_advice_minutes
    talked = any((met.minutes or 0) >= long_enough for met in evidence.of_kind(EntryKind.MET))
    replied = evidence.of_kind(EntryKind.MESSAGE_IN, EntryKind.ONE_TO_ONE)
    # What earns a favour earns advice, which is less.
    return talked or bool(replied) or (bool(evidence.two_way_days) and _earns_favour(question))


def _earns_favour(question: Question) -> bool:
    evidence = question.evidence
    return bool(evidence.reactions) or len(evidence.two_way_days) >= question.settings.favour_two_way_days


def _to_favour(question: Question) -> Iterator[Obstacle]:
    if question.stage is StageCode.I:
        yield Obstacle("you have not met or exchanged a word", helps="have a first exchange")
    elif not _earns_favour(question):
        days = counted(question.settings.favour_two_way_days, "two-way day")
        yield Obstacle(
            f"there is neither a give of yours they reacted to nor {days}",
            helps="give something of use, or have another exchange",
        )


def _to_referral(question: Question) -> Iterator[Obstacle]:
    if not at_least(question.stage, StageCode.C):
        yield _stage_too_low(question, "an introduction or referral (A3) needs credibility (C)")
    yield from _to_sharing(question)


def _to_business(question: Question) -> Iterator[Obstacle]:
    days = question.settings.business_credibility_days
    since = credible_since(question.evidence, question.settings, question.trust_bar)
    if not at_least(question.stage, StageCode.C):
        needs = f"business (A4) needs {counted(days, 'day')} of credibility (C), or profitability (P)"
        yield _stage_too_low(question, needs)
    elif question.stage is StageCode.C and since is not None:
        old_enough = add_days(since, days)
        if question.evidence.today < old_enough:
            today = question.evidence.today
            yield Obstacle(
                f"credibility is {counted((today - since).days, 'day')} old and business (A4) needs {days}",
                Moment(old_enough),
            )
    yield from _to_sharing(question)


def _stage_too_low(question: Question, needs: str) -> Obstacle:
    helps = next_step(question.evidence, question.settings, question.trust_bar, (), is_dormant=False)
    return Obstacle(f"{needs}; you are at {question.stage.label} ({question.stage.value})", helps=helps)


def _to_sharing(question: Question) -> Iterator[Obstacle]:
    evidence, settings = question.evidence, question.settings
    if not evidence.sharing_tie:
        yield Obstacle(
            "there is no sharing tie yet: a give of yours they reacted to, and a one-to-one or something received",
            helps=_to_a_tie(question),
        )
    since = add_days(evidence.today, -settings.give_fresh_days)
    if not any(give.date.day >= since for give in evidence.gives):
        yield Obstacle(
            f"you gave them nothing in the last {counted(settings.give_fresh_days, 'day')}",
            helps=_GIVE,
        )


def _to_a_tie(question: Question) -> str:
    if not question.evidence.reactions:
        return _GIVE
    return "meet for a talk of two" if at_least(question.stage, StageCode.C) else ""


def _caps(question: Question) -> Iterator[Obstacle]:
    """What no log earns: a large ask of a sleeping tie, or of somebody far ahead at visibility."""
    if question.in_first_note and not question.is_dormant_former:
        yield _first_note()
    if question.is_dormant_former:
        yield Obstacle(
            "the tie has been asleep, and after a long silence advice is as much as one asks for",
            helps="pick up the thread first",
            instead=True,
        )
    elif NETWORKING_UP in question.evidence.contact.tags and not at_least(question.stage, StageCode.C):
        yield Obstacle(
            "they are far ahead of you, and at this stage interest and advice are all one asks for",
            helps="ask about their work now, and for advice once you have had an exchange",
            instead=True,
        )


def _first_note() -> Obstacle:
    return Obstacle("a first note asks for nothing", helps="send the note without the ask and wait for a reply")


def _always(question: Question) -> Iterator[Obstacle]:
    """What stops any ask from a favour on."""
    evidence, settings = question.evidence, question.settings
    if overdue := evidence.overdue:
        due = spoken(evidence.due_day(overdue[0]) or evidence.today, evidence.today)
        what = what_promised(overdue[0])
        yield Obstacle(f"you promised {what} by {due} and it is open", helps=f"do what you promised: {what}")
    if asked := evidence.open_asks:
        day = spoken(asked[-1].date.day, evidence.today)
        yield Obstacle(f"your ask of {day} has no answer yet", helps="write down how it was answered, or let it go")
    if end := evidence.active_until(EntryKind.HARD_TIME, settings.hard_time_days):
        yield Obstacle(
            f"they are having a hard time, until {spoken(end, evidence.today)} as you noted",
            Moment(add_days(end, 1)),
            "be there for them without a wish of yours",
        )
    yield from _after_event(question)


def _after_event(question: Question) -> Iterator[Obstacle]:
    """Not within 24 hours of the event where we met last."""
    evidence = question.evidence
    at_events = [met for met in evidence.of_kind(EntryKind.MET) if met.event]
    if not at_events or evidence.zone is None:
        return
    ends = [end_of_meeting(met, question.events.get(met.event or ""), evidence.zone) for met in at_events[-2:]]
    quiet_until = max(ends) + timedelta(hours=question.settings.event_quiet_hours)
    if evidence.now < quiet_until:
        hours = counted(question.settings.event_quiet_hours, "hour")
        yield Obstacle(f"you met at an event less than {hours} ago", Moment(quiet_until))


def _cool_down(question: Question, ask: AskClass) -> Iterator[Obstacle]:
    evidence, settings = question.evidence, question.settings
    days = {
        AskClass.A2: settings.favour_cool_down_days,
        AskClass.A3: settings.referral_cool_down_days,
        AskClass.A4: settings.business_cool_down_days,
    }[ask]
    before = [earlier.date.day for earlier in evidence.asks if earlier.ask_class is ask]
    if before and evidence.today < add_days(before[-1], days):
        last = spoken(before[-1], evidence.today)
        yield Obstacle(
            f"you last asked for {ask.label} ({ask.value}) on {last}, and {counted(days, 'day')} should pass between",
            Moment(add_days(before[-1], days)),
        )
