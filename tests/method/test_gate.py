"""The gate says when an ask is earned, and opens when it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.asks import classify_ask
from netprep.method.cadence import due_kinds
from netprep.method.gate import allowed_classes, gate
from netprep.method.stage import stage
from netprep.model.moment import Moment
from netprep.model.records import Contact, Event
from netprep.model.words import AskClass, EntryKind, Sensitivity, TrustBar
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

A0, A1, A2, A3, A4 = AskClass
CREDIBLE = (*BAKER, COFFEE, PROMISE, KEPT)
MIXER = Event("Harbour mixer", Moment.parse("2026-03-03T18:00+00:00"), "mixer", Moment.parse("2026-03-03T20:00+00:00"))


def asked(contact: Contact, ask: AskClass, day: str, **keys: Any):
    return gate(contact, ask, at(day), SETTINGS, **keys)


def test_after_a_meeting_a_reply_and_a_thanked_give():
    contact = person(*BAKER)
    assert [asked(contact, ask, "2026-03-10").answer for ask in (A0, A1, A2)] == ["allow"] * 3
    business = asked(contact, A4, "2026-03-10")
    assert business.answer == "wait"
    assert business.earliest is None
    for word in ("visibility (V)", "sharing tie", "30 days"):
        assert word in business.reason
    assert "small favour (A2) is fine now" in business.meanwhile


def test_the_next_smaller_class_stands_in_where_waiting_does_not_help():
    referral = asked(person(*BAKER), A3, "2026-03-10")
    assert referral.answer == "instead"
    assert referral.ask is A3
    assert referral.meanwhile.startswith("Ask for a small favour (A2) instead.")


def test_after_coffee_and_a_kept_promise():
    contact = person(*CREDIBLE)
    assert asked(contact, A3, "2026-04-05").answer == "allow"
    business = asked(contact, A4, "2026-04-05")
    assert (business.answer, business.earliest) == ("wait", Moment(date(2026, 4, 26)))
    assert asked(contact, A4, "2026-04-26").answer == "allow"


def test_never_hurts_is_not_so():
    contact = person(met("2026-03-03", minutes=4, event="mixer"))
    now = datetime(2026, 3, 3, 21, tzinfo=UTC)
    answer = gate(contact, A4, now, SETTINGS, events={"mixer": MIXER})
    assert answer.answer == "wait"
    assert "less than 24 hours ago" in answer.reason
    assert gate(contact, A4, now, SETTINGS, events={"mixer": MIXER}, invited=True).answer == "allow"
    anyway = gate(contact, A4, now, SETTINGS, events={"mixer": MIXER}, anyway=True)
    assert anyway.answer == "allow"
    assert "You chose to ask anyway" in anyway.reason


def test_networking_up_at_visibility_allows_advice_and_no_more():
    speaker = person(met(minutes=4), tags=("up",))
    wait = asked(speaker, classify_ask("Could you give me a job?"), "2026-03-06")
    assert (wait.ask, wait.answer, wait.earliest) == (A4, "wait", None)
    assert "advice" in wait.meanwhile
    known = person(*BAKER, tags=("up",))
    assert allowed_classes(known, at("2026-03-10"), SETTINGS) == (A0, A1)
    instead = asked(known, A4, "2026-03-10")
    assert (instead.answer, instead.meanwhile) == ("instead", "Ask for advice (A1) instead.")
    assert asked(person(*CREDIBLE, tags=("up",)), A3, "2026-04-05").answer == "allow"


def test_do_not_contact_is_final():
    contact = person(*CREDIBLE, do_not_contact=True)
    for keys in ({}, {"invited": True}, {"anyway": True}):
        for ask in AskClass:
            answer = asked(contact, ask, "2026-05-05", **keys)
            assert (answer.answer, answer.earliest) == ("wait", None)


def test_a_sleeping_tie_that_was_credible_is_asked_for_advice_alone():
    contact = person(*CREDIBLE)
    assert asked(contact, A1, "2030-03-01", in_first_note=True).answer == "allow"
    for ask in (A2, A3, A4):
        answer = asked(contact, ask, "2030-03-01")
        assert answer.answer == "instead"
        assert answer.meanwhile == "Ask for advice (A1) instead."


def test_advice_needs_a_real_exchange():
    short = person(met(minutes=9))
    assert asked(short, A1, "2026-03-10").answer == "wait"
    assert asked(person(met(minutes=None)), A1, "2026-03-10").answer == "wait"
    assert asked(person(met(minutes=10)), A1, "2026-03-10").answer == "allow"
    assert asked(person(met(minutes=10)), A1, "2026-03-04", in_first_note=True).answer == "wait"
    assert asked(person(), A1, "2026-03-10").answer == "wait"
    assert asked(person(), A0, "2026-03-10").answer == "allow"


def test_a_favour_waits_a_day_after_the_event():
    contact = person(met("2026-03-03", event="mixer"), BAKER[2], BAKER[3], entry("message_in", "2026-03-04", "r"))
    contact = replace(contact, log=tuple(replace(e, date=Moment(date(2026, 3, 3))) for e in contact.log))
    now = datetime(2026, 3, 4, 9, tzinfo=UTC)
    answer = gate(contact, A2, now, SETTINGS, events={"mixer": MIXER})
    assert (answer.answer, answer.earliest) == ("wait", Moment(datetime(2026, 3, 4, 20, tzinfo=UTC)))
    assert gate(contact, A2, now + timedelta(hours=11), SETTINGS, events={"mixer": MIXER}).answer == "allow"
    unknown = gate(contact, A2, now, SETTINGS)
    assert unknown.earliest == Moment(datetime(2026, 3, 5, tzinfo=UTC))


def test_an_overdue_promise_an_open_ask_and_a_hard_time_stop_larger_asks():
    late = person(*BAKER, replace(PROMISE, due=Moment(date(2026, 3, 9)), date=Moment(date(2026, 3, 5))))
    answer = asked(late, A2, "2026-03-10")
    assert (answer.answer, answer.earliest) == ("instead", None)
    assert "what you promised: “the rota sheet”" in answer.meanwhile
    open_ask = entry("ask", "2026-03-08", "a1", ask_class=A1)
    assert asked(person(*BAKER, open_ask), A2, "2026-03-10").answer == "instead"
    closed = entry("ask_closed", "2026-03-09", "a2", of="a1", answer="yes")
    assert asked(person(*BAKER, open_ask, closed), A2, "2026-03-10").answer == "allow"
    hard = entry("hard_time", "2026-03-08", "h1", until="2026-03-20")
    answer = asked(person(*BAKER, hard), A2, "2026-03-10")
    assert (answer.answer, answer.earliest) == ("wait", Moment(date(2026, 3, 21)))


@pytest.mark.parametrize(("ask", "days"), [(A2, 30), (A3, 60), (A4, 90)])
def test_each_class_has_its_cool_down(ask, days):
    gives = [entry("give", f"2026-0{month}-01", f"g{month}", share="news") for month in (5, 7)]
    before = entry("ask", "2026-06-01", "a1", ask_class=ask)
    contact = person(*CREDIBLE, *gives, before, entry("ask_closed", "2026-06-02", "a2", of="a1"))
    opens = date(2026, 6, 1) + timedelta(days=days)
    answer = asked(contact, ask, "2026-06-05")
    assert (answer.answer, answer.earliest) == ("wait", Moment(opens))
    assert asked(contact, ask, (opens - timedelta(days=1)).isoformat()).answer == "wait"
    assert asked(contact, ask, opens.isoformat()).answer == "allow"
    invited = replace(before, invited=True)
    contact = person(*CREDIBLE, *gives, invited)
    assert asked(contact, ask, "2026-06-05").answer == "allow"


def test_no_earliest_date_is_given_when_the_last_give_will_be_too_old_by_then():
    contact = person(
        *CREDIBLE, entry("ask", "2026-08-25", "a1", ask_class=A3), entry("ask_closed", "2026-08-25", of="a1")
    )
    answer = asked(contact, A3, "2026-09-01")
    assert (answer.answer, answer.earliest) == ("instead", None)


def test_a_private_promise_stops_an_ask_without_its_words():
    secret = replace(
        PROMISE, sensitivity=Sensitivity.PRIVATE, date=Moment(date(2026, 3, 5)), due=Moment(date(2026, 3, 6))
    )
    contact = person(*BAKER, secret)
    for day in ("2026-03-10", "2026-06-10"):
        assert "rota" not in repr([asked(contact, ask, day, invited=i) for ask in AskClass for i in (True, False)])
        assert "rota" not in repr(stage(contact, at(day), SETTINGS))
        assert "rota" not in repr(due_kinds(contact, at(day), SETTINGS, {}))


def test_reactions_that_are_none_do_not_count():
    silent = replace(BAKER[3], reaction="none")
    contact = person(met(), BAKER[2], silent)
    assert asked(contact, A2, "2026-03-10").answer == "instead"


@steady
@given(contacts(), instants, st.sampled_from(TrustBar), st.sampled_from(AskClass))
def test_answers_are_complete_and_keep_their_word(contact, now, bar, ask):
    answer = gate(contact, ask, now, SETTINGS, trust_bar=bar)
    assert answer.answer in ("allow", "wait", "instead")
    assert answer.reason.endswith(".")
    assert "instead" in answer.meanwhile if answer.answer == "instead" else True
    if answer.earliest is not None:
        assert answer.answer == "wait"
        live = replace(contact, log=tuple(e for e in contact.log if e.date.day <= now.date()))
        kinds = {e.kind for e in live.log}
        then = answer.earliest.instant(UTC)
        assert then > now
        if EntryKind.PROMISE not in kinds:
            assert gate(live, ask, then, SETTINGS, trust_bar=bar).answer == "allow"


@steady
@given(contacts(), instants, st.sampled_from(TrustBar))
def test_what_allows_more_allows_less_but_for_cool_downs(contact, now, bar):
    log = tuple(e for e in contact.log if e.kind not in (EntryKind.ASK, EntryKind.ASK_CLOSED))
    allowed = allowed_classes(replace(contact, log=log), now, SETTINGS, trust_bar=bar)
    assert allowed == tuple(AskClass)[: len(allowed)]


@steady
@given(contacts(), instants, st.randoms(use_true_random=False), st.sampled_from(AskClass))
def test_the_order_of_the_log_makes_no_difference(contact, now, random, ask):
    log = list(contact.log)
    random.shuffle(log)
    assert gate(replace(contact, log=tuple(log)), ask, now, SETTINGS) == gate(contact, ask, now, SETTINGS)


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (A4, "Would you hire me?"),
        (A4, "Can I have a job at your firm?"),
        (A4, "Would you like to buy our software?"),
        (A4, "Any openings on your team?"),
        (A4, "Would you invest in my start-up?"),
        (A4, "Maybe book us for your company?"),
        (A3, "Maybe you could introduce me to your landlord?"),
        (A3, "Could you share it with your network?"),
        (A3, "I would love an introduction to Dee."),
        (A3, "Could you refer clients to us?"),
        (A3, "Can you recommend me to your boss?"),
        (A3, "Could you write me a recommendation?"),
        (A2, "Could you send me the list?"),
        (A2, "May I ask a small favour?"),
        (A2, "Do you have 15 minutes this week?"),
        (A1, "Could you recommend a book on rotas?"),
        (A1, "I would value your opinion on this."),
        (A1, "If you had that group, what would you leave out first?"),
        (A1, "What advice do you have?"),
        (A0, "What keeps you busy?"),
        (A0, "How do you like the new job?"),
        (A0, "Thank you for the introduction to Dee."),
        (A0, "Thanks for your advice, it worked."),
        (A0, "Shall I put you two in touch?"),
        (A0, "Would you like me to introduce you to Dee?"),
        (A0, "How did the oven behave on its first weekend?"),
        (A0, "What would you hand over tomorrow if you trusted the person taking it?"),
    ],
)
def test_a_sentence_shows_what_it_asks_for(ask, text):
    assert classify_ask(text) is ask


@steady
@given(st.text())
def test_classifying_never_raises(text):
    assert classify_ask(text) in AskClass


def test_a_long_text_is_classified_quickly():
    assert classify_ask("could you " * 20_000) is A0
