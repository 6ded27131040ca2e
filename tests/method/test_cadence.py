"""What is due, what is next, and what fits when nothing is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method import cadence
from netprep.method.cadence import due_kinds, fallback_kind, first_note_due, next_due
from netprep.method.evidence import read_log
from netprep.method.lanes import every_days, lane_of
from netprep.model.moment import Moment
from netprep.model.records import Chosen, Event, Fact
from netprep.model.words import FactField, FollowupKind, Lane, Source, StageCode, WantsMore
from tests.method.builders import (
    BAKER,
    COFFEE,
    KEPT,
    PROMISE,
    SETTINGS,
    at,
    contacts,
    entry,
    instants,
    met,
    person,
    steady,
)

K = FollowupKind
EAST = timezone(timedelta(hours=-5))
THURSDAY = Event(
    "Harbour mixer", Moment.parse("2026-11-19T18:00-05:00"), "mixer", Moment.parse("2026-11-19T20:00-05:00")
)
FRIDAY = replace(THURSDAY, starts=Moment.parse("2026-11-20T19:00-05:00"), ends=Moment.parse("2026-11-21T00:30-05:00"))
EVENTS = {"mixer": THURSDAY}
NEW = met("2026-11-19", event="mixer")
NOTE = entry("message_out", "2026-11-20", "s1", form="email")


def due(contact, day, events=EVENTS, **keys):
    return due_kinds(contact, at(day), SETTINGS, events, **keys)


def kinds(contact, day, **keys):
    return [each.kind for each in due(contact, day, **keys)]


def upcoming(contact, day, **keys):
    return next_due(contact, at(day), SETTINGS, EVENTS, **keys)


def test_the_first_note_is_due_a_day_after_the_event_or_at_noon_of_the_next_working_day():
    assert first_note_due(NEW, THURSDAY, UTC, SETTINGS) == datetime(2026, 11, 20, 20, tzinfo=EAST)
    assert first_note_due(NEW, FRIDAY, UTC, SETTINGS) == datetime(2026, 11, 23, 12, tzinfo=EAST)
    assert first_note_due(NEW, None, EAST, SETTINGS) == datetime(2026, 11, 21, tzinfo=EAST)
    open_end = replace(THURSDAY, ends=None)
    assert first_note_due(NEW, open_end, UTC, SETTINGS) == datetime(2026, 11, 21, tzinfo=EAST)
    breakfast = replace(THURSDAY, starts=Moment.parse("2026-11-19T07:30"), ends=Moment.parse("2026-11-19T09:00"))
    assert first_note_due(NEW, breakfast, EAST, SETTINGS) == datetime(2026, 11, 20, 12, tzinfo=EAST)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [("2026-11-19", "2026-11-20", 1), ("2026-11-20", "2026-11-22", 0), ("2026-11-20", "2026-11-27", 5)],
)
def test_working_days(start, end, days):
    assert cadence.working_days_between(date.fromisoformat(start), date.fromisoformat(end)) == days


@steady
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-40, 400))
def test_working_days_are_counted_one_by_one(start, length):
    end = start + timedelta(days=length)
    each = sum((start + timedelta(days=n)).weekday() < 5 for n in range(1, length + 1))
    assert cadence.working_days_between(start, end) == each


def test_a_first_note_goes_to_the_chosen_and_to_those_promised_something():
    (note,) = due(person(NEW), "2026-11-20")
    assert (note.kind, note.entries) == (K.FIRST_NOTE, ("m1",))
    assert note.reason == "you met at Harbour mixer on 19 Nov and have not written yet"
    assert note.due == Moment(datetime(2026, 11, 20, 20, tzinfo=EAST))
    left_out = replace(NEW, chosen=Chosen(False, "one was enough"))
    assert kinds(person(left_out), "2026-11-20") == []
    assert kinds(person(replace(NEW, pitch_only=True)), "2026-11-20") == []
    assert kinds(person(replace(NEW, wants_more=WantsMore.NO)), "2026-11-20") == []
    assert kinds(person(replace(NEW, pitch_only=True, chosen=Chosen(True))), "2026-11-20") == [K.FIRST_NOTE]
    promise = entry("promise", "2026-11-19", "p1", what="the plan", due="2026-11-27")
    assert due(person(left_out, promise), "2026-11-20")[0].entries == ("m1", "p1")
    assert kinds(person(NEW, NOTE), "2026-11-21") == []
    assert kinds(person(NEW, do_not_contact=True), "2026-11-20") == []


def test_a_note_on_the_day_of_the_meeting_came_after_it():
    assert kinds(person(NEW, replace(NOTE, date=NEW.date)), "2026-11-20") == []
    earlier = entry("message_out", "2026-11-19T09:00-05:00", "s0")
    assert kinds(person(replace(NEW, date=THURSDAY.starts), earlier), "2026-11-20") == [K.FIRST_NOTE]


def test_a_late_first_note_has_one_clause_and_after_two_weeks_picks_up_the_thread():
    contact = person(NEW)
    for day, clause, kind in [
        ("2026-11-22", False, K.FIRST_NOTE),
        ("2026-11-23T21:00-05:00", True, K.FIRST_NOTE),
        ("2026-12-03", True, K.FIRST_NOTE),
        ("2026-12-05", True, K.RECONNECT),
    ]:
        assert cadence.needs_late_clause(NEW, THURSDAY, at(day), SETTINGS) is clause
        assert kinds(contact, day) == [kind]


def test_a_logged_call_restarts_the_clock():
    call = entry("one_to_one", "2026-11-17", "o1", form="call", minutes=20)
    contact = person(call, every="14d")
    assert kinds(contact, "2026-11-19") == []
    nxt = upcoming(contact, "2026-11-19")
    assert (nxt.kind, nxt.due) == (K.CHECK_IN, Moment(date(2026, 12, 1)))
    assert "17 Nov" in nxt.reason
    assert kinds(contact, "2026-12-01") == [K.CHECK_IN]
    wrote = person(call, entry("message_out", "2026-11-30", "s1"), every="14d")
    assert kinds(wrote, "2026-12-01") == []


def test_connect_within_a_week_where_they_are():
    linked = person(NEW, NOTE, links=("https://social.example/ilse",))
    assert kinds(linked, "2026-11-21") == [K.CONNECT]
    assert kinds(linked, "2026-11-27") == []
    assert kinds(replace(linked, links=()), "2026-11-21") == []
    brief = replace(NEW, minutes=3, chosen=Chosen(False))
    assert kinds(replace(linked, log=(brief,)), "2026-11-21") == []
    assert kinds(replace(linked, log=(replace(brief, minutes=5),)), "2026-11-21") == [K.CONNECT]
    done = replace(NOTE, form="linkedin_note")
    assert kinds(replace(linked, log=(NEW, done)), "2026-11-21") == []


def test_an_offer_to_meet_follows_a_reply():
    reply = entry("message_in", "2026-11-23", "r1")
    assert kinds(person(NEW, NOTE), "2026-11-24") == []
    (offer,) = due(person(NEW, NOTE, reply), "2026-11-24")
    assert (offer.kind, offer.due) == (K.OFFER_TO_MEET, Moment(date(2026, 12, 19)))
    assert kinds(person(NEW, NOTE, reply, entry("message_out", "2026-11-24", "s2")), "2026-11-25") == []
    assert kinds(person(NEW, NOTE, reply), "2026-12-20") == []


def test_one_nudge_after_five_working_days_and_only_with_something_new():
    contact = person(NEW, NOTE)
    assert kinds(contact, "2026-11-26", has_new_give=True) == []
    assert kinds(contact, "2026-11-27", has_new_give=True) == [K.NUDGE]
    assert kinds(contact, "2026-11-27") == []
    nudged = person(NEW, NOTE, entry("message_out", "2026-11-27", "s2"))
    assert kinds(nudged, "2026-12-20", has_new_give=True) == []
    hook = Fact(FactField.GOALS, "a first marathon", "f1", when=Moment(date(2026, 12, 20)))
    assert kinds(replace(nudged, facts=(hook,)), "2026-12-20") == []


def test_thanks_after_a_one_to_one_and_for_what_was_received():
    contact = person(*BAKER, COFFEE)
    (thanks,) = due(contact, "2026-03-28")
    assert (thanks.kind, thanks.due, thanks.entries) == (K.THANKS, Moment(date(2026, 3, 28)), ("o1",))
    assert kinds(person(*BAKER, COFFEE, entry("message_out", "2026-03-27", "s1")), "2026-03-28") == []
    intro = entry("received", "2026-04-20", "x1", what="intro")
    base = (*BAKER, COFFEE, entry("message_out", "2026-03-27", "s1"), intro)
    assert kinds(person(*base), "2026-05-04") == [K.THANKS]
    (late,) = due(person(*base), "2026-05-05")
    assert late.kind is K.LATE_THANKS
    assert late.reason == "they gave you an introduction on 20 Apr, and no thanks are written down"
    assert kinds(person(*base, entry("thanked", "2026-04-21", "t1", of="x1")), "2026-05-05") == []


def test_a_loop_is_closed_when_the_introduction_led_to_a_meeting():
    intro = entry("received", "2026-04-20", "x1", what="intro")
    thanked = entry("thanked", "2026-04-20", "t1", of="x1")
    base = (*BAKER, intro, thanked)
    assert kinds(person(*base), "2026-05-05") == []
    assert kinds(person(*base), "2026-05-05", outcomes={"x1": date(2026, 5, 4)}) == [K.CLOSE_LOOP]
    seen = entry("intro_met", "2026-05-04", "i1", partner="dee")
    (loop,) = due(person(*base, seen), "2026-05-05")
    assert (loop.kind, loop.entries, loop.due) == (K.CLOSE_LOOP, ("x1", "i1"), Moment(date(2026, 5, 5)))
    closed = entry("loop_closed", "2026-05-05", "l1", of="x1")
    assert kinds(person(*base, seen, closed), "2026-05-06") == []


def test_a_promise_is_kept_with_its_item_and_told_late_without():
    base = (*BAKER, COFFEE, entry("message_out", "2026-03-27", "s1"))
    with_item = replace(PROMISE, item="rota-sheet")
    assert kinds(person(*base, with_item), "2026-03-28") == [K.PROMISE_KEPT]
    assert kinds(person(*base, PROMISE), "2026-04-02") == []
    assert kinds(person(*base, PROMISE), "2026-04-03") == [K.PROMISE_KEPT]
    (late,) = due(person(*base, PROMISE), "2026-04-05")
    assert late.kind is K.NOT_YET
    assert late.reason == "you promised “the rota sheet” on 27 Mar; it is 2 days late"
    assert kinds(person(*base, with_item), "2026-04-05") == [K.PROMISE_KEPT]
    assert kinds(person(*base, PROMISE, KEPT), "2026-04-05") == []
    coming = upcoming(person(*base, PROMISE), "2026-03-28")
    assert (coming.kind, coming.due, coming.entries) == (K.PROMISE_KEPT, Moment(date(2026, 4, 3)), ("p1",))


@pytest.mark.parametrize(
    ("day", "is_due"),
    [("2026-04-17", False), ("2026-04-18", True), ("2026-04-22", True), ("2026-04-23", False)],
)
def test_a_dated_hook_from_the_day_before_to_three_days_after(day, is_due):
    race = Fact(FactField.INTERESTS, "running Boston", "f1", when=Moment(date(2026, 4, 19)))
    base = (*BAKER, entry("message_out", "2026-03-05", "s1"))
    expected = [K.HOOK] if is_due else []
    assert kinds(person(*base, facts=(race,)), day) == expected
    assert kinds(person(*base, facts=(replace(race, source=Source.GUESS),)), day) == []
    assert kinds(person(*base, entry("message_out", "2026-04-18", "s2"), facts=(race,)), day) == []


def test_check_in_at_credibility_and_reconnect_when_it_sleeps():
    contact = person(*BAKER, COFFEE, entry("message_out", "2026-03-27", "s1"), lane=Lane.CLOSE)
    assert kinds(contact, "2026-04-25") == []
    (word,) = due(contact, "2026-05-06")
    assert word.kind is K.CHECK_IN
    assert word.urgency == pytest.approx(1 / 3)
    assert kinds(contact, "2027-05-06") == [K.RECONNECT]
    assert kinds(replace(contact, lane=Lane.NONE), "2029-12-06") == []
    plain = person(*BAKER, entry("message_out", "2026-03-08", "s1"))
    assert kinds(plain, "2026-07-06") == []
    assert kinds(plain, "2026-07-06", has_new_give=True) == [K.CHECK_IN]


def test_silence_earns_a_rest_and_a_snooze_leaves_what_is_owed():
    silent = [entry("message_out", f"2026-0{month}-20", f"s{month}") for month in (4, 5, 6)]
    base = (*BAKER, COFFEE)
    assert kinds(person(*base, *silent), "2026-09-17") == []
    assert kinds(person(*base, *silent, lane=Lane.CLOSE), "2026-09-19") == [K.CHECK_IN]
    snoozed = person(*base, *silent[:1], entry("snooze", "2026-07-01", "z1", until="2026-12-01"), lane=Lane.CLOSE)
    assert kinds(snoozed, "2026-09-19") == []
    assert upcoming(snoozed, "2026-09-19").due == Moment(date(2026, 12, 2))
    owed = replace(snoozed, log=(*snoozed.log, replace(PROMISE, due=Moment(date(2026, 7, 2)))))
    assert kinds(owed, "2026-09-19") == [K.NOT_YET]


def test_people_met_on_one_day_do_not_come_due_on_one_day():
    crowd = [person(*BAKER, COFFEE, id=f"guest-{number}") for number in range(20)]
    days = Counter(upcoming(contact, "2026-03-28").due.day for contact in crowd)
    assert max(days.values()) <= 5
    assert all(date(2026, 6, 16) <= day <= date(2026, 7, 4) for day in days)
    monthly = Counter(upcoming(replace(each, lane=Lane.CLOSE), "2026-03-28").due.day for each in crowd)
    assert list(monthly) == [date(2026, 4, 26)]


def test_the_spread_is_fixed_by_the_id():
    assert cadence.spread_days("guest-1", 90, SETTINGS) == cadence.spread_days("guest-1", 90, SETTINGS)
    assert {cadence.spread_days(f"guest-{n}", 30, SETTINGS) for n in range(50)} == {30}
    assert {cadence.spread_days(f"guest-{n}", 90, SETTINGS) for n in range(500)} == set(range(81, 100))
    assert cadence.urgency(120, 90) == pytest.approx(cadence.urgency(40, 30))


def test_lanes_by_stage():
    def lane(contact, day="2026-03-28", stage=StageCode.V):
        return lane_of(read_log(contact, at(day)), stage, SETTINGS)

    contact = person(*BAKER)
    assert lane(contact) is Lane.ACTIVE
    assert lane(contact, "2026-10-28") is Lane.WIDE
    assert lane(contact, stage=StageCode.C) is Lane.ACTIVE
    assert lane(contact, stage=StageCode.P) is Lane.CLOSE
    assert lane(replace(contact, tags=("partner",))) is Lane.CLOSE
    assert lane(replace(contact, lane=Lane.YEARLY)) is Lane.YEARLY
    assert lane(person(met(chosen=Chosen(False)))) is Lane.NONE
    silent = [entry("message_out", f"2026-03-1{n}", f"s{n}") for n in range(3)]
    assert lane(person(*BAKER, *silent[:2])) is Lane.WIDE
    assert lane(person(*BAKER, *silent)) is Lane.NONE
    assert [every_days(person(every=every)) for every in ("14d", "2w", "3 months", "1y", "often", None)] == [
        14,
        14,
        90,
        365,
        None,
        None,
    ]


def test_when_nothing_is_due_the_best_that_fits():
    def best(contact, day, **keys):
        found = fallback_kind(contact, at(day), SETTINGS, EVENTS, **keys)
        return found.kind, found.needs_reason

    wrote = entry("message_out", "2026-03-05", "s1")
    plain = person(*BAKER, wrote)
    assert best(person(met(chosen=Chosen(False))), "2026-03-05") == (K.FIRST_NOTE, False)
    assert best(plain, "2026-03-20") == (K.CHECK_IN, True)
    assert best(plain, "2026-03-20", has_new_give=True) == (K.CHECK_IN, False)
    race = Fact(FactField.INTERESTS, "running Boston", "f1", when=Moment(date(2026, 4, 19)))
    assert best(replace(plain, facts=(race,)), "2026-03-20") == (K.HOOK, False)
    assert best(replace(plain, facts=(race,)), "2026-03-19") == (K.CHECK_IN, True)
    assert best(person(*BAKER, COFFEE, wrote), "2026-04-20") == (K.CHECK_IN, False)
    assert best(person(*BAKER, COFFEE, wrote), "2029-04-20") == (K.RECONNECT, False)
    assert best(person(), "2026-03-20") == (K.FIRST_NOTE, True)


@steady
@given(contacts(), instants, st.booleans())
def test_what_is_due_is_ordered_and_grounded(contact, now, has_new_give):
    found = due_kinds(contact, now, SETTINGS, {}, None, has_new_give)
    ids = {each.id for each in contact.log}
    ranks = [cadence._IMPORTANCE.index(each.kind) for each in found]
    assert ranks == sorted(ranks)
    assert all(each.reason for each in found)
    assert {name for each in found for name in each.entries} <= ids
    fallback_kind(contact, now, SETTINGS, {}, None, has_new_give)
    upcoming_thing = next_due(contact, now, SETTINGS, {}, None, has_new_give)
    assert upcoming_thing is None or upcoming_thing.due.day > now.date()


def test_every_kind_has_a_place_in_the_order():
    assert set(cadence._IMPORTANCE) == set(FollowupKind)
