"""The stage of a contact with its evidence: what the log has, what it lacks, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from netprep.method import lanes
from netprep.method.credibility import (
    at_least,
    bar_for,
    credible_since,
    earned_stage,
    has_talked,
    late_promises,
    reliable_entries,
)
from netprep.method.evidence import RETURNS, Evidence, read_log
from netprep.method.next_step import next_step
from netprep.method.wording import add_days, counted, spoken, what_promised
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry, Fact, StageOverride
from netprep.model.words import AskClass, EntryKind, Party, StageCode, TrustBar, WantsMore
from netprep.settings.method import MethodSettings


@frozen
class Reason:
    """Something the log shows or lacks: in words, with the entries that show it and the last day of them."""

    text: str
    entries: tuple[str, ...] = ()
    date: date | None = None


@frozen
class StageReport:
    """A contact's stage, and why.

    Attributes:
        stage: as it stands; visibility at most while a promise of mine is more than 14 days late.
        earned: what the log has earned, late promises left aside.
        override: the user's own view, shown beside the derived one.
        freshness: ``fresh``, ``due``, ``fading`` or ``dormant``; None when we have never met.
        flags: of ``at_risk ripe resting over_giving do_not_contact``, in this order.
        has: what the log shows towards a stage.
        lacks: what the next stage asks for and the log does not show.
        next: the one thing to do next, in words.
        knows_me: what shows that they know who I am; None where nothing does.
        knows_my_work: what shows that they know what I do.
        feels_connected: what shows that they feel a connection.
        credible_since: the first day on which credibility held.
        last_touch: the last two-way day or my last message.
        constants_used: names in ``MethodSettings`` that decided any of this.
    """

    stage: StageCode
    earned: StageCode
    override: StageOverride | None
    freshness: str | None
    flags: tuple[str, ...]
    has: tuple[Reason, ...]
    lacks: tuple[Reason, ...]
    next: str
    knows_me: Reason | None
    knows_my_work: Reason | None
    feels_connected: Reason | None
    credible_since: date | None
    last_touch: date | None
    constants_used: tuple[str, ...]


def stage(
    contact: Contact,
    now: datetime,
    settings: MethodSettings,
    trust_bar: TrustBar = TrustBar.NORMAL,
    *,
    seeks: bool = False,
    common: Fact | None = None,
) -> StageReport:
    """The stage of a contact at an instant, derived from the log alone.

    After Misner, The VCP Process; thresholds are our own choice (grade D). The three conditions of a
    referral (they know me, they know my work, they feel connected) are those of an organiser of
    networking events, "Three networking failures", 2010 (grade D).

    Args:
        contact: whose stage.
        now: an aware instant.
        settings: the method's constants.
        trust_bar: how much the user's trade asks for before it trusts.
        seeks: whether the user has written down what they look for; nobody is ripe without.
        common: the fact of theirs that shows what they and the user share before all.
    """
    evidence = read_log(contact, now)
    earned = earned_stage(evidence, settings, trust_bar)
    late = late_promises(evidence, settings)
    shown = StageCode.V if late and at_least(earned, StageCode.C) else earned
    since = credible_since(evidence, settings, trust_bar)
    fresh = lanes.freshness(evidence, earned, settings)
    flags = tuple(_flags(evidence, settings, earned, since, seeks and fresh != "dormant"))
    return StageReport(
        stage=shown,
        earned=earned,
        override=contact.stage,
        freshness=fresh,
        flags=flags,
        has=tuple(_has(evidence, settings)),
        lacks=tuple(_lacks(evidence, settings, trust_bar, earned)),
        next=next_step(evidence, settings, trust_bar, flags, is_dormant=fresh == "dormant", common=common),
        knows_me=_knows_me(evidence, settings),
        knows_my_work=_knows_my_work(evidence),
        feels_connected=_feels_connected(evidence),
        credible_since=since,
        last_touch=evidence.last_touch,
        constants_used=_constants_used(evidence, settings, trust_bar, earned),
    )


def over_giving(evidence: Evidence, settings: MethodSettings) -> tuple[Entry, ...]:
    """The gives of the last 90 days since they last took part, where they are five or more.

    After Grant 2013, Give and Take (grade C): rest, your attention may serve somebody else.
    """
    since = add_days(evidence.today, -settings.over_giving_window_days)
    last = evidence.last_two_way_day or date.min
    gives = tuple(give for give in evidence.gives if give.date.day > max(since, last))
    return gives if len(gives) >= max(1, settings.over_giving_gives) else ()


def is_ripe(evidence: Evidence, settings: MethodSettings, stage: StageCode, since: date | None) -> bool:
    """Whether it is time to let them know what I look for, given that I know it.

    Credibility or beyond for 60 days, a sharing tie, no ask for an introduction or for business
    in 180 days, no promise too late (after Misner, V + C does not make P; numbers our own, grade D).
    """
    if since is None or not at_least(stage, StageCode.C) or late_promises(evidence, settings):
        return False
    asked_since = add_days(evidence.today, -settings.ripe_without_ask_days)
    large = (AskClass.A3, AskClass.A4)
    asked = any(ask.ask_class in large and ask.date.day > asked_since for ask in evidence.asks)
    is_old_enough = (evidence.today - since).days >= settings.ripe_days
    return is_old_enough and bool(evidence.sharing_tie) and not asked


def _flags(
    evidence: Evidence, settings: MethodSettings, earned: StageCode, since: date | None, may_be_ripe: bool
) -> Iterator[str]:
    forbidden = evidence.contact.do_not_contact
    if late_promises(evidence, settings):
        yield "at_risk"
    if may_be_ripe and not forbidden and is_ripe(evidence, settings, earned, since):
        yield "ripe"
    if lanes.resting_until(evidence, earned, settings):
        yield "resting"
    if over_giving(evidence, settings):
        yield "over_giving"
    if forbidden:
        yield "do_not_contact"


def _has(evidence: Evidence, settings: MethodSettings) -> Iterator[Reason]:
    if days := evidence.two_way_days:
        yield _shown(counted(len(days), "two-way day"), evidence.two_way)
    if talks := evidence.talks(settings.stage_talk_minutes):
        longest = max(talk.minutes or 0 for talk in talks)
        many = f"{len(talks)} one-to-ones, the longest {longest} minutes"
        yield _shown(f"a one-to-one of {longest} minutes" if len(talks) == 1 else many, talks)
    if days := evidence.shared_work_days:
        yield _shown(f"shared work on {counted(len(days), 'day')}", evidence.of_kind(EntryKind.SHARED_WORK))
    if kept := evidence.kept_promises:
        yield _shown("a promise you kept" if len(kept) == 1 else f"{len(kept)} promises you kept", kept)
    if acks := evidence.well_received:
        yield _shown(f"something you gave that they {_did(acks[-1])}", acks)
    if returns := evidence.received(*RETURNS):
        days_of = sorted({entry.date.day for entry in returns})
        kinds = sorted({(entry.what or "").strip() for entry in returns})
        yield _shown(f"received on {counted(len(days_of), 'day')}: {', '.join(kinds)}", returns)


def _lacks(evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar, earned: StageCode) -> Iterator[Reason]:
    for promise in late_promises(evidence, settings):
        due = evidence.due_day(promise) or evidence.today
        late = counted(evidence.days_late(promise), "day")
        when = spoken(due, evidence.today)
        yield Reason(f"you promised {what_promised(promise)} by {when}; it is {late} late", (promise.id,), due)
    if earned is StageCode.I:
        yield Reason("a first two-way day: a meeting, or a word from them")
    elif earned is StageCode.V:
        yield from _lacks_for_credibility(evidence, settings, trust_bar)
    elif earned is StageCode.C:
        days = len({entry.date.day for entry in evidence.received(*RETURNS)})
        if days < settings.stage_p_return_days:
            known = f"; so far on {counted(days, 'day')}" if days else ""
            many = counted(settings.stage_p_return_days, "day")
            yield Reason(f"an introduction, referral, endorsement or business from them on {many}{known}")
        if not evidence.gives:
            yield Reason("something you gave them")


def _lacks_for_credibility(evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar) -> Iterator[Reason]:
    bar = bar_for(trust_bar, settings)
    if not reliable_entries(evidence):
        yield Reason("a promise you kept, or something you gave that they used or thanked you for")
    if not has_talked(evidence, settings, bar):
        minutes = settings.stage_talk_minutes
        talk = f"a one-to-one of {minutes} minutes or more"
        talks = talk if bar.talks == 1 else f"{bar.talks} one-to-ones of {minutes} minutes or more"
        unmeasured = [e for e in evidence.of_kind(EntryKind.ONE_TO_ONE) if e.minutes is None]
        work = f"shared work on {counted(settings.stage_c_shared_work_days, 'day')}"
        note = "; how long the last one took is not written down" if unmeasured else ""
        yield Reason(f"{talks}, or {work}{note}", tuple(e.id for e in unmeasured[-1:]))
    if len(evidence.two_way_days) < bar.two_way_days:
        yield Reason(f"{counted(bar.two_way_days, 'two-way day')}, so far {len(evidence.two_way_days)}")


def _knows_me(evidence: Evidence, settings: MethodSettings) -> Reason | None:
    long_enough = settings.talk_for_advice_minutes
    met = [e for e in evidence.of_kind(EntryKind.MET) if (e.minutes or 0) >= long_enough]
    together = [*met, *evidence.of_kind(EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK)]
    if together:
        return _shown("you talked long enough for a name to stay", together)
    if len(evidence.two_way_days) > 1:
        return _shown("you were in touch more than once", evidence.two_way)
    return None


def _knows_my_work(evidence: Evidence) -> Reason | None:
    if work := evidence.of_kind(EntryKind.SHARED_WORK):
        return _shown("you worked on something together", work)
    if returns := evidence.received(*(RETURNS - {"intro"})):
        return _shown("they put their name or their money on it", returns)
    if reliable := reliable_entries(evidence):
        return _shown("they saw you do what you said", reliable)
    return None


def _feels_connected(evidence: Evidence) -> Reason | None:
    if received := evidence.received():
        return _shown("they gave you something", received)
    if began := [e for e in evidence.of_kind(EntryKind.MESSAGE_IN) if e.initiated]:
        return _shown("they wrote to you first", began)
    if wanted := [e for e in evidence.two_way if e.wants_more is WantsMore.YES]:
        return _shown("they said they would like to talk again", wanted)
    if opened := [e for e in evidence.of_kind(EntryKind.MET) if e.opened_by == Party.THEM]:
        return _shown("they came up to you", opened)
    return None


def _constants_used(
    evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar, earned: StageCode
) -> tuple[str, ...]:
    names = [*bar_for(trust_bar, settings).names, "stage_talk_minutes", "stage_c_shared_work_days"]
    names += ["late_promise_days"] if evidence.open_promises else []
    names += ["stage_p_return_days"] if at_least(earned, StageCode.C) else []
    if evidence.contact.every is None:
        lane = lanes.lane_of(evidence, earned, settings).value
        names.append("fading_days" if lane == "none" else f"lane_{lane}_days")
    names += ["maximum_gap_factor", "fading_days", "dormant_gap_factor"]
    if at_least(earned, StageCode.C):
        names += ["ripe_days", "ripe_without_ask_days"]
    return tuple(dict.fromkeys(names))


def _did(ack: Entry) -> str:
    return "used" if ack.reaction == "used" else "thanked you for"


def _shown(text: str, entries: list[Entry] | tuple[Entry, ...]) -> Reason:
    return Reason(text, tuple(entry.id for entry in entries if entry.id), max(entry.date.day for entry in entries))
