"""What is due for a contact now, what comes next, and what fits when nothing is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from netprep.method import lanes, occasions
from netprep.method.case import Case, Due
from netprep.method.credibility import at_least
from netprep.method.evidence import read_log
from netprep.method.lanes import ideal_days, lane_of, spread_days, urgency
from netprep.method.windows import (
    end_of_meeting,
    first_note_due,
    is_working_day,
    needs_late_clause,
    next_working_day,
    reads_as_reconnect,
    working_days_between,
)
from netprep.method.wording import add_days, counted, what_promised
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Contact, Event, Me
from netprep.model.words import EntryKind, FollowupKind, StageCode, TrustBar
from netprep.settings.method import MethodSettings

Occasion = Callable[[Case], Iterator[Due]]

_OWED: tuple[Occasion, ...] = (occasions.promises, occasions.thanks, occasions.loops)
"""What I owe: neither a rest nor a wish to be quiet puts it off."""
_OFFERED: tuple[Occasion, ...] = (
    occasions.hooks,
    occasions.offer_to_meet,
    occasions.connect,
    occasions.nudge,
    occasions.check_in,
    occasions.reconnect,
)
_IMPORTANCE = tuple(
    FollowupKind(kind)
    for kind in (
        "first_note",
        "promise_kept",
        "not_yet",
        "thanks",
        "close_loop",
        "late_thanks",
        "hook",
        "offer_to_meet",
        "connect",
        "nudge",
        "check_in",
        "reconnect",
    )
)


@frozen
class Fallback:
    """The note that fits best when nothing is due.

    Attributes:
        kind: what sort of note it is.
        reason: why, in words.
        entries: ids of the log's entries it rests on.
        facts: ids of the facts it rests on.
        needs_reason: no reason was found; the draft asks for the question that would find one.
    """

    kind: FollowupKind
    reason: str
    entries: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    needs_reason: bool = False


def due_kinds(
    contact: Contact,
    now: datetime,
    settings: MethodSettings,
    events: Mapping[str, Event],
    me: Me | None = None,
    has_new_give: bool = False,
    *,
    outcomes: Mapping[str, date] | None = None,
) -> tuple[Due, ...]:
    """Everything there is to do for a contact now, what weighs most first; nothing for ``do_not_contact``.

    A first note leads, since an open promise goes into it; then promises, thanks, loops to close,
    dated hooks, offers to meet, connections, the one nudge, lanes and sleeping ties. A rest leaves
    only what is owed and a new meeting; a snooze only what is owed.

    Args:
        contact: for whom.
        now: an aware instant.
        settings: the method's constants.
        events: events by id.
        me: the user, for the trust bar.
        has_new_give: whether there is something worth sharing that they have not had.
        outcomes: by the id of something received, the day on which it led to a meeting, where only
            the log of another contact shows that.
    """
    if contact.do_not_contact:
        return ()
    case = _case(contact, now, settings, events, me, has_new_give, outcomes)
    rules: list[Occasion] = [*_OWED]
    if not _snoozed_until(case):
        rules.insert(0, occasions.first_note)
        rules += () if _resting_until(case) else _OFFERED
    found = [due for rule in rules for due in rule(case)]
    return tuple(sorted(_without_echo(found), key=lambda due: _IMPORTANCE.index(due.kind)))


def next_due(
    contact: Contact,
    now: datetime,
    settings: MethodSettings,
    events: Mapping[str, Event],
    me: Me | None = None,
    has_new_give: bool = False,
) -> Due | None:
    """The next thing to come for a contact after today, and when; None where nothing is in sight.

    What is due already is not among it: see ``due_kinds``. A lane's turn that falls into a rest or a
    snooze comes after it.
    """
    if contact.do_not_contact:
        return None
    case = _case(contact, now, settings, events, me, has_new_give, None)
    today = case.evidence.today
    ahead = [due for due in _upcoming(case) if due.due and case.evidence.local_day(due.due) > today]
    return min(ahead, key=lambda due: (_day(case, due), _IMPORTANCE.index(due.kind)), default=None)


def fallback_kind(
    contact: Contact,
    now: datetime,
    settings: MethodSettings,
    events: Mapping[str, Event],
    me: Me | None = None,
    has_new_give: bool = False,
) -> Fallback:
    """What to write when nothing is due but the user wants to.

    The first note after a meeting; a dated hook within 30 days or something to give; for
    credibility, profitability and sleeping ties a check-in; else a note that needs a reason.
    """
    case = _case(contact, now, settings, events, me, has_new_give, None)
    met, evidence = case.met, case.evidence
    if met is not None and not evidence.wrote_after(met) and not evidence.of_kind(EntryKind.ONE_TO_ONE):
        late = reads_as_reconnect(met, case.event, now, settings)
        kind = FollowupKind.RECONNECT if late else FollowupKind.FIRST_NOTE
        return Fallback(kind, f"you met on {case.say(met.date.day)} and have not written since", (met.id,))
    if hook := occasions.hook_nearby(case):
        return Fallback(FollowupKind.HOOK, hook.reason, facts=hook.facts)
    last = evidence.last_touch
    since = f"the last time you were in touch was {case.say(last)}" if last else "you have not been in touch"
    if case.is_dormant:
        return Fallback(FollowupKind.RECONNECT, since)
    if has_new_give:
        return Fallback(FollowupKind.CHECK_IN, f"you have something for them; {since}")
    if at_least(case.stage, StageCode.C):
        return Fallback(FollowupKind.CHECK_IN, since)
    kind = FollowupKind.FIRST_NOTE if case.stage is StageCode.I else FollowupKind.CHECK_IN
    return Fallback(kind, f"no reason yet; {since}", needs_reason=True)


def _case(
    contact: Contact,
    now: datetime,
    settings: MethodSettings,
    events: Mapping[str, Event],
    me: Me | None,
    has_new_give: bool,
    outcomes: Mapping[str, date] | None,
) -> Case:
    bar = me.trust_bar if me else TrustBar.NORMAL
    return Case(read_log(contact, now), settings, events, bar, has_new_give, outcomes or {})


def _without_echo(found: list[Due]) -> Iterator[Due]:
    """What was found, without a second reconnect beside one that says that I never wrote."""
    reconnects = 0
    for due in found:
        reconnects += due.kind is FollowupKind.RECONNECT
        if due.kind is not FollowupKind.RECONNECT or reconnects == 1:
            yield due


def _upcoming(case: Case) -> Iterator[Due]:
    evidence, settings = case.evidence, case.settings
    for promise in evidence.open_promises:
        what = f"you promised {what_promised(promise)} on {case.say(promise.date.day)}"
        yield Due(FollowupKind.PROMISE_KEPT, promise.due, what, (promise.id,))
    quiet = max((end for end in (_snoozed_until(case), _resting_until(case)) if end), default=evidence.today)
    for day, fact in occasions.dated_facts(case):
        if day > quiet:
            starts = Moment(add_days(day, -settings.hook_days_before))
            first = Moment(max(starts.day, add_days(evidence.today, 1)))
            yield Due(FollowupKind.HOOK, first, f"{fact.value}: {case.say(day)}", (), (fact.id,))
    turn = occasions.lane_turn(case)
    if turn and turn.due and not case.is_dormant:
        after_quiet = add_days(quiet, 1) if quiet > evidence.today else turn.due.day
        every = lanes.every_days(evidence.contact)
        rhythm = f"; you want {counted(every, 'day')} between" if every else ""
        day = max(turn.due.day, after_quiet)
        yield Due(turn.kind, Moment(day), turn.reason + rhythm, turn.entries, turn.facts, turn.urgency)


def _day(case: Case, due: Due) -> date:
    return case.evidence.local_day(due.due) if due.due else date.max


def _snoozed_until(case: Case) -> date | None:
    return case.evidence.active_until(EntryKind.SNOOZE, case.settings.rest_days)


def _resting_until(case: Case) -> date | None:
    return lanes.resting_until(case.evidence, case.stage, case.settings)


__all__ = [
    "Due",
    "Fallback",
    "due_kinds",
    "end_of_meeting",
    "fallback_kind",
    "first_note_due",
    "ideal_days",
    "is_working_day",
    "lane_of",
    "needs_late_clause",
    "next_due",
    "next_working_day",
    "reads_as_reconnect",
    "spread_days",
    "urgency",
    "working_days_between",
]
