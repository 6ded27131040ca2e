"""What the demo's notebook has to show: a case for each part of the method, in good words."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from netprep.compose.demo import demo_notebook
from netprep.exchange.notebook_file import check_notebook, parse_notebook, write_notebook
from netprep.method.cadence import due_kinds
from netprep.method.gate import gate
from netprep.method.promises import PromiseState, promise_statuses
from netprep.method.stage import StageReport, stage
from netprep.method.topics import refers_to_third_person, topic_problem
from netprep.model.records import Contact, Entry, Event, Notebook
from netprep.model.text import fold
from netprep.model.words import (
    AskClass,
    Cue,
    EntryKind,
    EventEntryKind,
    FollowupKind,
    Intent,
    LibraryKind,
    Sensitivity,
    Source,
    StageCode,
)
from netprep.settings.method import MethodSettings

NOW = datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=-5)))
SETTINGS = MethodSettings()
EIGHT = ("information", "link_doc", "news", "resource_person", "referral", "book", "audio", "invitation")
STAGES = {
    "efua-mensah": "V",
    "mirela-popescu": "V",
    "hyun-ju-seo": "V",
    "anselmo-ferreira": "V",
    "lachlan-reid": "V",
    "thuy-pham": "V",
    "brent-halvorsen": "V",
    "wanjiru-kamau": "P",
    "ravi-menon": "V",
    "amara-diallo": "V",
    "solveig-aas": "C",
    "tendai-moyo": "V",
    "hana-kovarova": "C",
    "owen-pritchard": "I",
}


@pytest.fixture(scope="module")
def notebook() -> Notebook:
    return demo_notebook(NOW)


def person(notebook: Notebook, identity: str) -> Contact:
    return next(contact for contact in notebook.contacts if contact.id == identity)


def event_of(notebook: Notebook, identity: str) -> Event:
    return next(event for event in notebook.events if event.id == identity)


def report(notebook: Notebook, identity: str) -> StageReport:
    assert notebook.me is not None
    return stage(person(notebook, identity), NOW, SETTINGS, notebook.me.trust_bar, seeks=bool(notebook.me.seeks))


def due(notebook: Notebook, identity: str) -> list[FollowupKind]:
    events = {event.id: event for event in notebook.events}
    return [each.kind for each in due_kinds(person(notebook, identity), NOW, SETTINGS, events, notebook.me)]


def live(contact: Contact, kind: EntryKind) -> list[Entry]:
    return [entry for entry in contact.log if entry.kind is kind and entry.struck is None]


def texts(record: Any) -> Iterator[str]:
    """Every string in a record, ids and links among them."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from texts(each)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from texts(getattr(record, field.name))


# --- the file ---


def test_it_is_a_valid_notebook_and_round_trips(notebook: Notebook) -> None:
    check_notebook(notebook)
    written = write_notebook(notebook)
    assert parse_notebook(written.encode(), "again.yaml") == notebook


def test_it_has_the_people_events_and_things_the_tour_needs(notebook: Notebook) -> None:
    assert {contact.id for contact in notebook.contacts} == set(STAGES)
    starts = [event.starts.day - NOW.date() for event in notebook.events]
    assert [delta.days for delta in starts] == [-1, 14, -42]
    assert len(notebook.groups) == 1
    upcoming = event_of(notebook, "boat-shed-breakfast")
    assert any(attendee.contact for attendee in upcoming.attendees)
    assert any(attendee.name for attendee in upcoming.attendees)


def test_what_stands_in_logs_leads_somewhere(notebook: Notebook) -> None:
    people = {contact.id for contact in notebook.contacts}
    groups = {group.id for group in notebook.groups}
    for contact in notebook.contacts:
        for entry in contact.log:
            assert entry.group is None or entry.group in groups
            assert entry.partner is None or entry.partner in people
            assert entry.date.day <= NOW.date(), f"{entry.id} has not happened yet"


def test_every_record_has_an_id_of_its_own(notebook: Notebook) -> None:
    assert notebook.me is not None
    facts = [fact.id for owner in (notebook.me, *notebook.contacts) for fact in owner.facts]
    entries = [entry.id for owner in (*notebook.contacts, *notebook.events) for entry in owner.log]
    for ids in (facts, entries):
        assert all(ids)
        assert len(ids) == len(set(ids))


# --- the words ---


def test_no_text_names_a_weekday_or_a_month(notebook: Notebook) -> None:
    named = re.compile(
        r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
        r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
        r"|\b20\d\d\b|\b(?:yesterday|tomorrow|tonight)\b"
    )
    assert [text for text in texts(notebook) if named.search(text)] == []


def test_addresses_and_links_lead_nowhere_real(notebook: Notebook) -> None:
    assert notebook.me is not None
    emails = [notebook.me.email or "", *(email for contact in notebook.contacts for email in contact.emails)]
    assert all(email.endswith(".example") for email in emails)
    links = [text for text in texts(notebook) if "://" in text]
    assert links
    for link in links:
        host = link.split("/")[2]
        assert host == "example.org" or host.endswith((".example.org", ".example")), link


def test_topics_and_memories_fit_into_every_sentence(notebook: Notebook) -> None:
    assert notebook.me is not None
    for owner in (notebook.me, *notebook.contacts):
        for fact in owner.facts:
            assert topic_problem(fact.value) is None, fact.value
            assert not refers_to_third_person(f"{fact.value} {fact.quote or ''}"), fact.value
            assert not fact.value.endswith(".")
    for contact in notebook.contacts:
        for entry in contact.log:
            assert not refers_to_third_person(f"{entry.anchor or ''} {entry.quote or ''} {entry.topic or ''}")
            assert entry.anchor is None or entry.anchor.startswith(("the ", "a ", "an "))


def test_promises_are_things(notebook: Notebook) -> None:
    promises = [entry for contact in notebook.contacts for entry in live(contact, EntryKind.PROMISE)]
    assert len(promises) >= 4
    assert all((entry.what or "").startswith("the ") for entry in promises)


def test_i_introduce_myself_with_a_question(notebook: Notebook) -> None:
    me = notebook.me
    assert me is not None
    assert me.about is not None
    assert len(me.about.split()) <= 40
    assert me.about.endswith("?")
    assert all((me.offers, me.seeks, me.give_back, me.facts))


# --- the library ---


def test_the_library_has_one_thing_of_each_of_the_eight_kinds(notebook: Notebook) -> None:
    assert sorted(item.kind.value for item in notebook.library) == sorted(EIGHT)
    for item in notebook.library:
        assert item.opened is not None
        assert timedelta(0) <= NOW.date() - item.opened.day <= timedelta(days=60)
        assert item.topics
    by_kind = {item.kind: item for item in notebook.library}
    assert by_kind[LibraryKind.RESOURCE_PERSON].contact
    assert by_kind[LibraryKind.REFERRAL].contact
    assert by_kind[LibraryKind.INVITATION].event


def test_some_things_are_for_what_people_told_me(notebook: Notebook) -> None:
    told = [
        set(fold(fact.value).replace("-", " ").split())
        for contact in notebook.contacts
        for fact in contact.facts
        if fact.source is Source.TOLD_ME and fact.sensitivity is Sensitivity.OPEN
    ]
    for item in notebook.library:
        topics = [set(fold(topic).replace("-", " ").split()) for topic in item.topics]
        assert any(topic <= words for topic in topics for words in told), item.id


# --- the four stages ---


@pytest.mark.parametrize(("identity", "code"), STAGES.items())
def test_each_stage_is_reached(notebook: Notebook, identity: str, code: str) -> None:
    assert report(notebook, identity).stage is StageCode(code)


def test_profitability_rests_on_returns_of_different_days_and_a_give(notebook: Notebook) -> None:
    shiru = person(notebook, "wanjiru-kamau")
    assert len({entry.date.day for entry in live(shiru, EntryKind.RECEIVED)}) >= 2
    assert live(shiru, EntryKind.GIVE)
    assert report(notebook, "wanjiru-kamau").freshness == "fresh"


def test_credibility_by_shared_work(notebook: Notebook) -> None:
    solveig = person(notebook, "solveig-aas")
    assert not live(solveig, EntryKind.ONE_TO_ONE)
    assert len({entry.date.day for entry in live(solveig, EntryKind.SHARED_WORK)}) == 3


def test_a_late_promise_puts_credibility_at_risk(notebook: Notebook) -> None:
    standing = report(notebook, "tendai-moyo")
    assert standing.earned is StageCode.C
    assert standing.stage is StageCode.V
    assert "at_risk" in standing.flags
    assert due(notebook, "tendai-moyo")[0] is FollowupKind.NOT_YET


def test_a_former_credibility_sleeps(notebook: Notebook) -> None:
    standing = report(notebook, "hana-kovarova")
    assert standing.credible_since is not None
    assert standing.freshness == "dormant"
    assert due(notebook, "hana-kovarova") == [FollowupKind.RECONNECT]


def test_nobody_was_met_at_stage_i(notebook: Notebook) -> None:
    owen = person(notebook, "owen-pritchard")
    assert owen.log == ()
    assert owen.source is not None
    assert {fact.source for fact in owen.facts} == {Source.IMPORT, Source.PUBLIC}
    assert "owen-pritchard" in {a.contact for a in event_of(notebook, "boat-shed-breakfast").attendees}


def test_the_users_own_view_stands_beside_the_log(notebook: Notebook) -> None:
    standing = report(notebook, "amara-diallo")
    assert standing.override is not None
    assert standing.override.value is StageCode.C
    assert standing.stage is StageCode.V


# --- what is due ---


def test_what_is_due(notebook: Notebook) -> None:
    for identity in ("efua-mensah", "mirela-popescu", "hyun-ju-seo", "anselmo-ferreira"):
        assert due(notebook, identity)[0] is FollowupKind.FIRST_NOTE
    assert FollowupKind.PROMISE_KEPT in due(notebook, "anselmo-ferreira")
    for identity in ("thuy-pham", "brent-halvorsen", "lachlan-reid"):
        assert due(notebook, identity) == []
    assert due(notebook, "wanjiru-kamau") == [FollowupKind.THANKS]
    assert due(notebook, "ravi-menon") == [FollowupKind.THANKS]
    assert due(notebook, "solveig-aas") == [FollowupKind.HOOK]
    assert due(notebook, "amara-diallo")[0] is FollowupKind.OFFER_TO_MEET


def test_one_promise_is_due_tomorrow_and_at_hand(notebook: Notebook) -> None:
    statuses = [each for each in promise_statuses(person(notebook, "anselmo-ferreira"), NOW) if each.mine]
    assert [(each.state, each.days) for each in statuses] == [(PromiseState.OPEN, 1)]
    assert statuses[0].promise.item in {item.id for item in notebook.library}


def test_the_introduction_of_one_became_the_coffee_of_another(notebook: Notebook) -> None:
    shiru, ravi = person(notebook, "wanjiru-kamau"), person(notebook, "ravi-menon")
    newest = live(shiru, EntryKind.RECEIVED)[-1]
    assert newest.what == "intro"
    assert not any(entry.of == newest.id for entry in shiru.log)
    assert ravi.introduced_by == shiru.id
    (coffee,) = live(ravi, EntryKind.ONE_TO_ONE)
    assert coffee.form == "coffee"
    assert coffee.date.time_of_day is not None
    assert (NOW - coffee.date.time_of_day) == timedelta(hours=18)


def test_an_ask_is_early_with_one_and_earned_with_another(notebook: Notebook) -> None:
    events = {event.id: event for event in notebook.events}
    early = gate(person(notebook, "hyun-ju-seo"), AskClass.A4, NOW, SETTINGS, events=events)
    earned = gate(person(notebook, "wanjiru-kamau"), AskClass.A3, NOW, SETTINGS, events=events)
    asleep = gate(person(notebook, "hana-kovarova"), AskClass.A1, NOW, SETTINGS, events=events)
    assert (early.answer, earned.answer, asleep.answer) == ("wait", "allow", "allow")


# --- cases of the method ---


def score(contact: Contact, event: str) -> int:
    """Six taps, a signal and a pitch as points."""
    (met,) = [entry for entry in live(contact, EntryKind.MET) if entry.event == event]
    taps = met.taps
    assert taps is not None
    points = 3 * taps.can_serve + 3 * taps.they_engaged + 2 * (taps.common_ground + taps.learn + taps.fit)
    heard = any(entry.event == event for entry in live(contact, EntryKind.SIGNAL))
    return points + taps.bridge + 2 * heard - 4 * bool(met.pitch_only)


def test_two_plus(notebook: Notebook) -> None:
    event = "harbour-mixer"
    met = [person(notebook, each.contact or "") for each in event_of(notebook, event).attendees]
    scores = {contact.id: score(contact, event) for contact in met}
    assert list(scores.values()) == [17, 16, 14, 8, 7, 10, 0]

    minutes = {contact.id: live(contact, EntryKind.MET)[0].minutes or 0 for contact in met}
    musts = {contact.id for contact in met if live(contact, EntryKind.PROMISE)}
    eligible = sorted((each for each in scores if minutes[each] >= 5), key=lambda each: -scores[each])
    taken = [each for rank, each in enumerate(eligible) if scores[each] >= (8 if rank < 2 else 10)][:4]
    assert taken == ["efua-mensah", "mirela-popescu", "hyun-ju-seo"]
    assert musts == {"anselmo-ferreira"}

    noted = {contact.id: live(contact, EntryKind.MET)[0].chosen for contact in met}
    assert all(each is not None and each.why for each in noted.values())
    assert [name for name, each in noted.items() if each and each.chosen] == taken
    assert sum("prospect" in person(notebook, each).tags for each in taken) <= len(taken) / 2
    assert minutes["thuy-pham"] == 3
    pitched = [contact.id for contact in met if live(contact, EntryKind.MET)[0].pitch_only]
    assert pitched == ["brent-halvorsen"]


def test_two_hours_were_good_for_seven_people(notebook: Notebook) -> None:
    mixer = event_of(notebook, "harbour-mixer")
    assert mixer.ends is not None
    assert mixer.ends.time_of_day is not None
    assert mixer.starts.time_of_day is not None
    assert mixer.ends.time_of_day - mixer.starts.time_of_day == timedelta(hours=2)
    assert len(mixer.attendees) == 7
    talked = sum(live(person(notebook, each.contact or ""), EntryKind.MET)[0].minutes or 0 for each in mixer.attendees)
    assert talked <= 0.8 * 120


def test_run(notebook: Notebook) -> None:
    assert notebook.me is not None
    race = "running the Peachtree Road Race"
    mine = [fact.date.day.year for fact in notebook.me.facts if fact.value == race and fact.date]
    assert mine == [2025, 2026]
    efua = person(notebook, "efua-mensah")
    (theirs,) = [fact for fact in efua.facts if fact.value == race]
    assert "two years" in (theirs.quote or "")
    ahead = {
        (fact.value, str(fact.when)) for owner in (notebook.me, efua) for fact in owner.facts if fact.when is not None
    }
    assert ahead == {("running the Boston Marathon", "2027-04-19")}


def test_temps(notebook: Notebook) -> None:
    hyun_ju = person(notebook, "hyun-ju-seo")
    assert fold(hyun_ju.role or "") == "hr manager"
    (signal,) = live(hyun_ju, EntryKind.SIGNAL)
    assert (signal.cue, signal.quote) == (Cue.PLAN, "adding a dozen temps for a project")
    assert signal.routed is None


def test_tally(notebook: Notebook) -> None:
    reception = event_of(notebook, "trade-hall-reception")
    tally = {entry.value: entry.count or 0 for entry in reception.log if entry.kind is EventEntryKind.INTENT}
    assert sum(tally.values()) == 31
    assert (tally[Intent.SELL], tally[Intent.BUY]) == (19, 0)
    assert reception.goal == "make a sale"
    cards = {entry.kind: entry.count for entry in reception.log if entry.count and entry.value is None}
    assert cards == {EventEntryKind.CARD_IN: 18, EventEntryKind.CARD_OUT: 16}


# --- what may not be said ---


def test_there_is_something_to_keep_secret(notebook: Notebook) -> None:
    secret = {
        contact.id: {fact.sensitivity for fact in contact.facts} - {Sensitivity.OPEN} for contact in notebook.contacts
    }
    assert {name for name, kinds in secret.items() if Sensitivity.PRIVATE in kinds} == {
        "anselmo-ferreira",
        "tendai-moyo",
    }
    assert {name for name, kinds in secret.items() if Sensitivity.SEALED in kinds} == {"hana-kovarova"}
    assert any(entry.sensitivity is Sensitivity.PRIVATE for entry in person(notebook, "anselmo-ferreira").log)


def test_every_source_of_a_fact_occurs(notebook: Notebook) -> None:
    assert {fact.source for contact in notebook.contacts for fact in contact.facts} == set(Source)


def test_secret_words_occur_nowhere_else(notebook: Notebook) -> None:
    """Each secret has a word of its own, so that a leak can be found by looking for it."""
    everything = " ".join(texts(notebook))
    for word in ("Brannoc", "Kestrel", "Grauwald"):
        assert everything.count(word) == 1
