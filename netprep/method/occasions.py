"""The occasions for a follow-up, one rule each: what a log gives reason to do now.

Windows after Misner's 24/7/30 (grade D, never tested); one nudge is our own choice for warm ties
(grade D); thanks after Kumar and Epley 2018 (grade B); loops after Misner's survey of master
networkers (grade C); sleeping ties after Levin, Walter and Murnighan 2011 (grade B).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from netprep.method import lanes, windows
from netprep.method.case import Case, Due
from netprep.method.credibility import at_least
from netprep.method.evidence import LOOPS
from netprep.method.next_step import sayable_facts
from netprep.method.wording import add_days, counted, what_promised
from netprep.model.moment import Moment
from netprep.model.records import Entry, Fact
from netprep.model.words import EntryKind, FollowupKind, Form, Lane, MeetingForm, StageCode, WantsMore


def first_note(case: Case) -> Iterator[Due]:
    """A note to somebody chosen or promised something, not written to since we met; late, a reconnect."""
    met, evidence, zone = case.met, case.evidence, case.evidence.zone
    if met is None or zone is None or evidence.wrote_after(met) or _acted_since(case, met):
        return
    promised = [promise for promise in evidence.open_promises if promise.date.day >= met.date.day]
    if not promised and not lanes.is_chosen(met):
        return
    due = windows.first_note_due(met, case.event, zone, case.settings)
    where = f" at {case.event.name}" if case.event else ""
    reason = f"you met{where} on {case.say(met.date.day)} and have not written yet"
    late = windows.reads_as_reconnect(met, case.event, evidence.now, case.settings)
    kind = FollowupKind.RECONNECT if late else FollowupKind.FIRST_NOTE
    heard_since = any(evidence.follows(entry, met) for entry in evidence.two_way)
    if not late or not (heard_since or evidence.contact.lane is Lane.NONE):
        yield Due(kind, Moment(due), reason, _ids(met, *promised))


def promises(case: Case) -> Iterator[Due]:
    """Open promises of mine: kept now where the thing is at hand or the day has come, else a word that it is late."""
    evidence = case.evidence
    ahead = add_days(evidence.today, case.settings.promise_ahead_days)
    for promise in sorted(evidence.open_promises, key=lambda each: each not in evidence.overdue):
        day = evidence.due_day(promise)
        what = f"you promised {what_promised(promise)} on {case.say(promise.date.day)}"
        if promise in evidence.overdue:
            late = counted(evidence.days_late(promise), "day")
            since = f"it is {late} late" if evidence.days_late(promise) else "its hour has passed"
            kind = FollowupKind.PROMISE_KEPT if promise.item else FollowupKind.NOT_YET
            yield Due(kind, promise.due, f"{what}; {since}", _ids(promise))
        elif day == evidence.today or (promise.item and (day is None or day <= ahead)):
            by = f"; it is due {case.say(day)}" if day else ""
            yield Due(FollowupKind.PROMISE_KEPT, promise.due, what + by, _ids(promise))


def thanks(case: Case) -> Iterator[Due]:
    """Thanks for a one-to-one (not a call) or for something received; after 14 days, late thanks for the latter."""
    evidence, settings = case.evidence, case.settings
    days = max(1, round(settings.thanks_hours / 24))
    for talk in evidence.of_kind(EntryKind.ONE_TO_ONE)[-1:]:
        unthanked = not evidence.wrote_after(talk) and not evidence.is_thanked(talk)
        is_recent = case.days_since(talk.date.day) <= settings.late_thanks_days
        if unthanked and is_recent and talk.form != MeetingForm.CALL:
            due = Moment(add_days(talk.date.day, days))
            yield Due(FollowupKind.THANKS, due, f"you talked on {case.say(talk.date.day)}", _ids(talk))
    late: list[Entry] = []
    for received in (entry for entry in evidence.received() if not evidence.is_thanked(entry)):
        if case.days_since(received.date.day) > settings.late_thanks_days:
            late.append(received)
            continue
        due = Moment(add_days(received.date.day, days))
        yield Due(FollowupKind.THANKS, due, f"{_received(received)} on {case.say(received.date.day)}", _ids(received))
    if late:
        newest = late[-1]
        reason = f"{_received(newest)} on {case.say(newest.date.day)}, and no thanks are written down"
        yield Due(FollowupKind.LATE_THANKS, Moment(add_days(newest.date.day, days)), reason, _ids(*reversed(late)))


def loops(case: Case) -> Iterator[Due]:
    """An introduction or referral of theirs came to something, and they have not heard of it."""
    evidence = case.evidence
    for received in evidence.received(*LOOPS):
        met = [entry for entry in evidence.of_kind(EntryKind.INTRO_MET) if entry.date.day >= received.date.day]
        days = [entry.date.day for entry in met] + [day for key, day in case.outcomes.items() if key == received.id]
        told = evidence.is_closed(received) or any(evidence.is_closed(entry) for entry in met)
        came_of_it = min((day for day in days if day <= evidence.today), default=None)
        if came_of_it is not None and not told:
            due = Moment(add_days(came_of_it, max(1, round(case.settings.loop_hours / 24))))
            reason = f"{_received(received)} on {case.say(received.date.day)}; it led to a meeting on "
            yield Due(FollowupKind.CLOSE_LOOP, due, reason + case.say(came_of_it), _ids(received, *met))


def hooks(case: Case) -> Iterator[Due]:
    """A dated topic of theirs, from the day before to three days after, unless I wrote in that time."""
    before, after = case.settings.hook_days_before, case.settings.hook_days_after
    for day, fact in dated_facts(case):
        starts = add_days(day, -before)
        is_now = starts <= case.evidence.today <= add_days(day, after)
        wrote = case.evidence.last_message is not None and case.evidence.last_message.date.day >= starts
        if is_now and not wrote:
            yield _hook(case, day, fact)


def hook_nearby(case: Case) -> Due | None:
    """The dated topic nearest to today within 30 days, for a note that nothing asks for."""
    near = [
        (abs(case.days_since(day)), day, fact)
        for day, fact in dated_facts(case)
        if abs(case.days_since(day)) <= case.settings.hook_near_days
    ]
    nearest = min(near, key=lambda each: (each[0], each[2].id), default=None)
    return None if nearest is None else _hook(case, nearest[1], nearest[2])


def dated_facts(case: Case) -> list[tuple[date, Fact]]:
    """Facts that may be named to them and have a date ahead or behind, by that date."""
    facts = sayable_facts(case.evidence.contact, case.evidence)
    return sorted(
        ((case.evidence.local_day(fact.when), fact) for fact in facts if fact.when),
        key=lambda each: (each[0], each[1].id),
    )


def offer_to_meet(case: Case) -> Iterator[Due]:
    """A one-to-one within 30 days of the first meeting, once they replied and it is my turn."""
    met, evidence = case.met, case.evidence
    replies = evidence.of_kind(EntryKind.MESSAGE_IN)
    if met is None or not replies or evidence.of_kind(EntryKind.ONE_TO_ONE) or met.wants_more is WantsMore.NO:
        return
    reply = replies[-1]
    is_in_time = case.days_since(met.date.day) <= case.settings.one_to_one_days
    if is_in_time and evidence.follows(reply, met) and not evidence.wrote_after(reply):
        due = Moment(add_days(met.date.day, case.settings.one_to_one_days))
        yield Due(FollowupKind.OFFER_TO_MEET, due, f"they replied on {case.say(reply.date.day)}", _ids(reply, met))


def connect(case: Case) -> Iterator[Due]:
    """A connection where they are, within 7 days: the chosen, and others after a talk of five minutes."""
    met, evidence, settings = case.met, case.evidence, case.settings
    if met is None or not evidence.contact.links or met.wants_more is WantsMore.NO:
        return
    talked = (met.minutes or 0) >= settings.connect_talk_minutes
    connected = any(
        message.form == Form.LINKEDIN_NOTE or message.channel == "linkedin"
        for message in evidence.of_kind(EntryKind.MESSAGE_OUT)
    )
    is_in_time = case.days_since(met.date.day) <= settings.connect_days
    if is_in_time and not connected and (talked or lanes.is_chosen(met)) and not met.pitch_only:
        due = Moment(add_days(met.date.day, settings.connect_days))
        yield Due(FollowupKind.CONNECT, due, f"you met on {case.say(met.date.day)}", _ids(met))


def nudge(case: Case) -> Iterator[Due]:
    """The one nudge: five working days after my only unanswered note, and only with something new to give."""
    met, evidence, settings = case.met, case.evidence, case.settings
    if met is None or not case.has_new_give or len(evidence.unanswered) != 1 or not lanes.is_chosen(met):
        return
    note = evidence.unanswered[0]
    waited = windows.working_days_between(note.date.day, evidence.today)
    is_first = evidence.follows(note, met) and not _talked_since(case, met)
    if is_first and waited >= settings.nudge_working_days and case.days_since(note.date.day) <= settings.rest_days:
        due = note.date.day + timedelta(days=7 * settings.nudge_working_days // 5)
        reason = f"you wrote on {case.say(note.date.day)} and have something new for them"
        yield Due(FollowupKind.NUDGE, Moment(due), reason, _ids(note))


def lane_turn(case: Case) -> Due | None:
    """When the lane asks for a touch: at credibility, where the user set the rhythm, or with something to give."""
    evidence, contact = case.evidence, case.evidence.contact
    last = evidence.last_touch
    wished = lanes.every_days(contact) is not None or contact.lane is not None
    apt = at_least(case.stage, StageCode.C) or wished or case.has_new_give
    if last is None or case.stage is StageCode.I or not apt or not case.is_kept_up:
        return None
    ideal = lanes.ideal_days(evidence, case.stage, case.settings)
    gap = lanes.spread_days(contact.id, ideal, case.settings)
    reason = f"the last time you were in touch was {case.say(last)}"
    urgency = lanes.urgency(case.days_since(last), ideal)
    return Due(FollowupKind.CHECK_IN, Moment(add_days(last, gap)), reason, (), (), urgency)


def check_in(case: Case) -> Iterator[Due]:
    """A plain word when a lane's gap has passed and the tie does not sleep."""
    turn = lane_turn(case)
    if turn and turn.due and not case.is_dormant and turn.due.day <= case.evidence.today:
        yield turn


def reconnect(case: Case) -> Iterator[Due]:
    """A tie that sleeps, if it was once at credibility or the user wants to keep it."""
    last = case.evidence.last_touch
    unwanted = case.evidence.contact.lane is Lane.NONE
    if last is not None and case.is_dormant and not unwanted and (case.was_credible or case.is_kept_up):
        ideal = lanes.ideal_days(case.evidence, case.stage, case.settings)
        reason = f"the last time you were in touch was {case.say(last)}"
        yield Due(FollowupKind.RECONNECT, None, reason, (), (), lanes.urgency(case.days_since(last), ideal))


def _hook(case: Case, day: date, fact: Fact) -> Due:
    return Due(FollowupKind.HOOK, fact.when, f"{fact.value}: {case.say(day)}", (), (fact.id,) if fact.id else ())


def _talked_since(case: Case, met: Entry) -> bool:
    later = case.evidence.of_kind(EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK)
    return any(entry.date.day > met.date.day for entry in later)


def _acted_since(case: Case, met: Entry) -> bool:
    """Whether we talked, or I gave something or kept a promise, on a day after we met."""
    acts = case.evidence.of_kind(EntryKind.GIVE, EntryKind.PROMISE_KEPT)
    return _talked_since(case, met) or any(entry.date.day > met.date.day for entry in acts)


def _received(entry: Entry) -> str:
    what = (entry.what or "").strip() or "something"
    article = {"introduction": "an ", "intro": "an ", "endorsement": "an ", "invitation": "an "}
    uncounted = {"advice", "business", "info", "something"}
    words = {"intro": "introduction", "info": "information"}.get(what, what)
    return f"they gave you {'' if what in uncounted else article.get(what, 'a ')}{words}"


def _ids(*entries: Entry) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries if entry.id)
