"""The stage is what the log has earned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netprep.method.stage import stage
from netprep.model.moment import Moment
from netprep.model.records import Entry, Fact, StageOverride
from netprep.model.words import EntryKind, FactField, Lane, Sensitivity, Source, StageCode, TrustBar
from netprep.settings.method import constants
from tests.method.builders import (
    BAKER,
    COFFEE,
    KEPT,
    PROMISE,
    SETTINGS,
    START,
    at,
    contacts,
    entry,
    instants,
    met,
    person,
    steady,
    struck,
)

ORDER = tuple(StageCode)


def code(contact, day, bar=TrustBar.NORMAL):
    return stage(contact, at(day), SETTINGS, bar).stage


def test_a_reply_and_a_thanked_give_are_visibility():
    report = stage(person(*BAKER), at("2026-03-10"), SETTINGS)
    assert report.stage is StageCode.V
    assert report.freshness == "fresh"
    assert [reason.text for reason in report.has] == ["2 two-way days", "something you gave that they thanked you for"]
    assert len(report.lacks) == 2
    assert "one-to-one" in report.lacks[0].text


def test_coffee_and_a_kept_promise_are_credibility():
    report = stage(person(*BAKER, COFFEE, PROMISE, KEPT), at("2026-04-05"), SETTINGS)
    assert report.stage is StageCode.C
    assert report.credible_since == date(2026, 3, 27)
    assert not report.flags


@pytest.mark.parametrize(("day", "expected", "flags"), [("2026-04-17", "C", ()), ("2026-04-18", "V", ("at_risk",))])
def test_a_late_promise_is_at_risk_on_the_fifteenth_day(day, expected, flags):
    report = stage(person(*BAKER, COFFEE, PROMISE), at(day), SETTINGS)
    assert report.stage.value == expected
    assert report.earned is StageCode.C
    assert report.flags == flags
    assert ("the rota sheet" in report.next) == bool(flags)
    assert any("15 days late" in reason.text for reason in report.lacks) == bool(flags)


def test_at_risk_ends_when_the_promise_is_kept():
    late = entry("promise_kept", "2026-05-20", "p2", of="p1")
    report = stage(person(*BAKER, COFFEE, PROMISE, late), at("2026-05-21"), SETTINGS)
    assert report.stage is StageCode.C
    assert report.credible_since == date(2026, 3, 27)


def test_returns_on_two_days_are_profitability():
    intro = entry("received", "2026-04-20", "x1", what="intro")
    referral = entry("received", "2026-05-11", "x2", what="referral")
    base = (*BAKER, COFFEE, PROMISE, KEPT)
    assert code(person(*base, intro), "2026-06-01") is StageCode.C
    assert code(person(*base, intro, referral), "2026-06-01") is StageCode.P
    assert code(person(*base, intro, replace(referral, date=intro.date)), "2026-06-01") is StageCode.C
    advice = replace(referral, what="advice")
    assert code(person(*base, intro, advice), "2026-06-01") is StageCode.C


def test_profitability_needs_a_give_of_mine():
    kept = (entry("promise", "2026-03-03", "p1", what="the list"), entry("promise_kept", "2026-03-04", "p2", of="p1"))
    returns = [entry("received", f"2026-04-0{n}", f"x{n}", what="referral") for n in (1, 2)]
    assert code(person(met(), COFFEE, *kept, *returns), "2026-05-01") is StageCode.C
    assert code(person(met(), COFFEE, *kept, *returns, BAKER[2]), "2026-05-01") is StageCode.P


def test_the_trust_bar_moves_credibility():
    short = (met(), COFFEE, BAKER[2], BAKER[3])
    assert code(person(*short), "2026-04-01") is StageCode.V
    assert code(person(*short), "2026-04-01", TrustBar.LOW) is StageCode.C
    assert code(person(*BAKER, COFFEE), "2026-04-01", TrustBar.HIGH) is StageCode.V
    more = (replace(COFFEE, id="o2", date=Moment(date(2026, 4, 9))), entry("message_in", "2026-04-11", "r2"))
    assert code(person(*BAKER, COFFEE, *more), "2026-04-12", TrustBar.HIGH) is StageCode.C


def test_shared_work_on_three_days_stands_for_a_talk():
    work = [entry("shared_work", f"2026-03-1{n}", f"w{n}", what="the greeters") for n in range(3)]
    assert code(person(*BAKER, *work[:2]), "2026-04-01") is StageCode.V
    assert code(person(*BAKER, *work), "2026-04-01") is StageCode.C


def test_a_talk_without_minutes_does_not_count_and_says_why():
    unmeasured = replace(COFFEE, minutes=None)
    report = stage(person(*BAKER, unmeasured), at("2026-04-01"), SETTINGS)
    assert report.stage is StageCode.V
    assert "not written down" in report.lacks[0].text
    assert report.lacks[0].entries == ("o1",)


def test_next_step_follows_the_order():
    promise_first = person(met(), entry("message_in", "2026-03-05", "r1"))
    assert "small promise" in stage(promise_first, at("2026-03-06"), SETTINGS).next
    rota = Fact(
        FactField.CHALLENGES,
        "Sunday rotas",
        "f1",
        quote="Sunday rotas eat my Saturday night",
        date=Moment(date(2026, 3, 3)),
    )
    coffee = stage(person(*BAKER, facts=(rota,)), at("2026-03-10"), SETTINGS).next
    assert coffee == "coffee or a call about Sunday rotas (“Sunday rotas eat my Saturday night”, 3 Mar)"
    two_days = person(met(), BAKER[2], BAKER[3], replace(COFFEE, date=Moment(date(2026, 3, 8))))
    assert "another two-way day" in stage(two_days, at("2026-03-10"), SETTINGS).next
    assert "first exchange" in stage(person(), at("2026-03-10"), SETTINGS).next
    assert stage(person(*BAKER, do_not_contact=True), at("2026-03-10"), SETTINGS).next.startswith("nothing")


@pytest.mark.parametrize(
    "keys",
    [
        {"source": Source.THIRD_PARTY},
        {"source": Source.GUESS},
        {"source": Source.IMPORT},
        {"sensitivity": Sensitivity.PRIVATE},
        {"sensitivity": Sensitivity.SEALED},
        {"until": Moment(date(2026, 3, 8))},
    ],
)
def test_next_step_names_no_topic_that_may_not_be_said(keys):
    secret = Fact(FactField.CHALLENGES, "leaving the partnership", "f1", **keys)
    report = stage(person(*BAKER, facts=(secret,)), at("2026-03-10"), SETTINGS)
    assert "partnership" not in repr(replace(report, override=None))
    avoided = person(*BAKER, facts=(Fact(FactField.GOALS, "a second shop"),), avoid=("second Shop",))
    assert "second shop" not in stage(avoided, at("2026-03-10"), SETTINGS).next


def test_ripe_after_sixty_days_of_credibility_if_the_user_knows_what_they_seek():
    contact = person(*BAKER, COFFEE, PROMISE, KEPT)
    assert "ripe" not in stage(contact, at("2026-05-01"), SETTINGS, seeks=True).flags
    ripe = stage(contact, at("2026-06-01"), SETTINGS, seeks=True)
    assert ripe.flags == ("ripe",)
    assert "what you look for" in ripe.next
    assert "ripe" not in stage(contact, at("2026-06-01"), SETTINGS).flags
    asked = person(*contact.log, entry("ask", "2026-05-20", "a1", ask_class="A3"))
    assert "ripe" not in stage(asked, at("2026-06-01"), SETTINGS, seeks=True).flags


def test_over_giving_needs_five_gives_since_they_last_took_part():
    gives = [entry("give", f"2026-04-0{n}", f"g{n}", share="news") for n in range(1, 6)]
    assert "over_giving" in stage(person(met(), *gives), at("2026-04-20"), SETTINGS).flags
    assert "over_giving" not in stage(person(met(), *gives[:4]), at("2026-04-20"), SETTINGS).flags
    reply = entry("message_in", "2026-04-10", "r1")
    assert "over_giving" not in stage(person(met(), *gives, reply), at("2026-04-20"), SETTINGS).flags
    assert "over_giving" not in stage(person(met(), *gives), at("2026-08-20"), SETTINGS).flags


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "fresh"), (90, "fresh"), (91, "due"), (135, "due"), (136, "fading"), (365, "fading"), (366, "dormant")],
)
def test_freshness_of_credibility(days, expected):
    contact = person(*BAKER, COFFEE)
    now = at("2026-03-27") + timedelta(days=days)
    report = stage(contact, now, SETTINGS)
    assert (report.stage, report.freshness) == (StageCode.C, expected)


def test_freshness_without_a_lane_is_measured_against_a_year():
    contact = person(met(), lane=Lane.NONE)
    assert stage(contact, at("2027-03-03"), SETTINGS).freshness == "fresh"
    assert stage(contact, at("2028-12-01"), SETTINGS).freshness == "fading"
    assert stage(contact, at("2029-12-01"), SETTINGS).freshness == "dormant"
    assert stage(person(), at("2029-12-01"), SETTINGS).freshness is None
    assert stage(person(entry("message_out", "2026-03-03")), at("2026-03-04"), SETTINGS).freshness is None


def test_conditions_of_a_referral_name_their_evidence():
    report = stage(person(met(minutes=3)), at("2026-03-04"), SETTINGS)
    assert (report.knows_me, report.knows_my_work, report.feels_connected) == (None, None, None)
    full = stage(person(*BAKER, COFFEE, entry("received", "2026-04-02", "x1", what="info")), at("2026-04-03"), SETTINGS)
    assert full.knows_me.entries == ("m1", "o1")
    assert full.knows_my_work.entries == ("k1",)
    assert full.feels_connected.date == date(2026, 4, 2)


def test_the_override_stands_beside_the_derived_stage():
    own = StageOverride(StageCode.C, "we have known each other for years")
    report = stage(person(*BAKER, stage=own), at("2026-03-10"), SETTINGS)
    assert (report.stage, report.override) == (StageCode.V, own)


def test_entries_of_later_days_have_not_happened():
    assert code(person(met("2026-03-04")), "2026-03-03") is StageCode.I
    assert code(person(met("2026-03-03T18:00")), "2026-03-03T09:00") is StageCode.V


@steady
@given(contacts(), instants, st.sampled_from(TrustBar))
def test_constants_used_exist(contact, now, bar):
    names = {each.name for each in constants(SETTINGS)}
    assert set(stage(contact, now, SETTINGS, bar).constants_used) <= names


@steady
@given(contacts(), instants)
def test_striking_everything_leaves_invisible(contact, now):
    report = stage(struck(contact), now, SETTINGS)
    assert report.stage is StageCode.I
    assert report.has == ()
    assert report.freshness is None


@steady
@given(contacts(), instants, instants, st.sampled_from(TrustBar))
def test_a_message_of_mine_never_raises_the_stage(contact, now, then, bar):
    more = Entry(EntryKind.MESSAGE_OUT, Moment(then.date()), "extra")
    before = stage(contact, now, SETTINGS, bar).stage
    after = stage(replace(contact, log=(*contact.log, more)), now, SETTINGS, bar).stage
    assert after is before


@steady
@given(contacts(), instants, st.randoms(use_true_random=False))
def test_the_order_of_the_log_makes_no_difference(contact, now, random):
    log = list(contact.log)
    random.shuffle(log)
    shuffled = replace(contact, log=tuple(log))
    assert stage(shuffled, now, SETTINGS, seeks=True) == stage(contact, now, SETTINGS, seeks=True)


@settings(max_examples=25, deadline=None)
@given(contacts(most=9), st.sampled_from(TrustBar))
def test_credible_since_is_what_a_replay_by_day_shows(contact, bar):
    days = [START + timedelta(days=n) for n in range(470)]
    replay = (day for day in days if ORDER.index(code(contact, day.isoformat(), bar)) >= ORDER.index(StageCode.C))
    assert stage(contact, at(days[-1].isoformat()), SETTINGS, bar).credible_since == next(replay, None)
