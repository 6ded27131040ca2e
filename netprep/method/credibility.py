"""Which stage a log has earned, and since when: the rules, without the words.

I, V, C, P after Misner, The VCP Process; every threshold is our own choice (grade D).

- V: at least one two-way day.
- C: three two-way days, one talk of 15 minutes or shared work on three days, one sign that I am
  reliable (a promise kept, a give they used or thanked me for), and no promise of mine more than
  14 days late. A low trust bar asks for two days, a high one for five days and two talks.
- P: C, and returns received on two different days, and a give of mine.

Nothing is reached by time, by warm words or by messages of mine; nothing is lost by silence.
"""

from __future__ import annotations

from datetime import date

from netprep.method.evidence import RETURNS, Evidence, is_mine
from netprep.method.wording import add_days
from netprep.model.frozen import frozen
from netprep.model.records import Entry
from netprep.model.words import StageCode, TrustBar
from netprep.settings.method import MethodSettings

_ORDER = tuple(StageCode)


def at_least(stage: StageCode, least: StageCode) -> bool:
    """Whether a stage is ``least`` or beyond."""
    return _ORDER.index(stage) >= _ORDER.index(least)


@frozen
class Bar:
    """What a trade asks for before it trusts, with the names of the constants it comes from."""

    two_way_days: int
    talks: int
    names: tuple[str, str]


def bar_for(trust_bar: TrustBar, settings: MethodSettings) -> Bar:
    """The thresholds of credibility for a trust bar."""
    days, talks = {
        TrustBar.LOW: ("stage_c_two_way_days_low_bar", "stage_c_talks"),
        TrustBar.NORMAL: ("stage_c_two_way_days", "stage_c_talks"),
        TrustBar.HIGH: ("stage_c_two_way_days_high_bar", "stage_c_talks_high_bar"),
    }[trust_bar]
    return Bar(max(1, getattr(settings, days)), max(1, getattr(settings, talks)), (days, talks))


def late_promises(evidence: Evidence, settings: MethodSettings) -> tuple[Entry, ...]:
    """Open promises of mine that put the tie at risk: more than 14 days late."""
    return tuple(
        promise for promise in evidence.open_promises if evidence.days_late(promise) > settings.late_promise_days
    )


def earned_stage(evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar) -> StageCode:
    """The stage the log has earned, late promises left aside."""
    if not evidence.two_way_days:
        return StageCode.I
    if _conditions_met_on(evidence, settings, trust_bar) is None:
        return StageCode.V
    return StageCode.P if gives_return(evidence, settings) else StageCode.C


def shown_stage(evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar) -> StageCode:
    """The stage as it stands: visibility at most while a promise of mine is more than 14 days late."""
    earned = earned_stage(evidence, settings, trust_bar)
    is_at_risk = at_least(earned, StageCode.C) and late_promises(evidence, settings)
    return StageCode.V if is_at_risk else earned


def gives_return(evidence: Evidence, settings: MethodSettings) -> bool:
    """Whether referrals, introductions, business or endorsements came on two days, and I gave something."""
    days = {entry.date.day for entry in evidence.received(*RETURNS)}
    return len(days) >= settings.stage_p_return_days and bool(evidence.gives)


def credible_since(evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar) -> date | None:
    """The first day on which credibility held, as a replay of the log day by day would show; or None."""
    day = _conditions_met_on(evidence, settings, trust_bar)
    spans = [_late_span(evidence, promise, settings) for promise in evidence.promises]
    late = sorted((span for span in spans if span is not None), key=lambda span: span[0])
    for start, end in late:
        # Sorted by start, one pass is enough: a later span cannot cover a day before the last end.
        if day is not None and start <= day and (end is None or day < end):
            day = end
    return day if day is not None and day <= evidence.today else None


def reliable_entries(evidence: Evidence) -> tuple[Entry, ...]:
    """What shows that I do as I say: promises kept, and gives they used or thanked me for."""
    return (*evidence.kept_promises, *evidence.well_received)


def has_talked(evidence: Evidence, settings: MethodSettings, bar: Bar) -> bool:
    """Whether there were talks or shared work enough for credibility."""
    talks = evidence.talks(settings.stage_talk_minutes)
    return len(talks) >= bar.talks or len(evidence.shared_work_days) >= settings.stage_c_shared_work_days


def _conditions_met_on(evidence: Evidence, settings: MethodSettings, trust_bar: TrustBar) -> date | None:
    """The first day on which all of credibility but the late promises was there."""
    bar = bar_for(trust_bar, settings)
    talks = [entry.date.day for entry in evidence.talks(settings.stage_talk_minutes)]
    talked = [
        day
        for day in (_nth(talks, bar.talks), _nth(evidence.shared_work_days, settings.stage_c_shared_work_days))
        if day is not None
    ]
    days = [
        _nth(evidence.two_way_days, bar.two_way_days),
        min(talked, default=None),
        min((entry.date.day for entry in reliable_entries(evidence)), default=None),
    ]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _nth(days: list[date] | tuple[date, ...], number: int) -> date | None:
    number = max(1, number)
    return days[number - 1] if len(days) >= number else None


def _late_span(evidence: Evidence, promise: Entry, settings: MethodSettings) -> tuple[date, date | None] | None:
    """The days on which a promise of mine was too late: from the first on, up to and without the second."""
    due = evidence.due_day(promise)
    if due is None or not is_mine(promise):
        return None
    start = max(add_days(due, settings.late_promise_days + 1), promise.date.day)
    end = evidence.closed_on(promise)
    return None if end is not None and end <= start else (start, end)
