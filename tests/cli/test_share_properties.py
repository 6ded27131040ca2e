"""What holds for every notebook: nothing is shared for, or says, what may not be said, and links stay as they are."""

from __future__ import annotations

import dataclasses
import re
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.clock import read_clock
from netprep.compose.asking import desk_for
from netprep.compose.note_give import best_for_note
from netprep.compose.sharing import Shares, suggest
from netprep.facts import Destination, facts_allowed, may_pass_on
from netprep.method.consent import Consent, consent_of
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Event, EventEntry, Fact, LibraryItem, Me, Notebook
from netprep.model.words import (
    Answer,
    EntryKind,
    EventEntryKind,
    FactField,
    LibraryKind,
    Sensitivity,
    Source,
)
from netprep.prompts import Layer, TemplateLibrary, builtin_folder
from netprep.settings.user import default_settings
from netprep.store import open_store
from netprep.writers import TemplateWriter
from netprep.writers.language import Language
from tests.conftest import TODAY
from tests.strategies import notebooks

CLOCK = read_clock(TODAY)
LANGUAGE = Language.load(builtin_folder(), "en", CLOCK.now)
SETTINGS = default_settings()
WRITER = TemplateWriter(TemplateLibrary((Layer("netprep", builtin_folder()),), LANGUAGE.filters()), SETTINGS.method)
UNHURRIED = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
URLS = [
    "https://e.example/a%20b?x=1&y=%C3%A9#f",
    "e.example:80/a b",
    "mailto:a@b.example",
    "https://e.example/" + "z" * 900,
    None,
]


def shares_of(notebook: Notebook, who: str) -> Shares:
    """What is suggested for somebody of a notebook, with everything there is to search."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "home", create=True) as store:
        with store.step("fill", CLOCK.moment) as writer:
            if notebook.me:
                writer.put_me(notebook.me)
            writer.add_contacts(notebook.contacts)
            for event in notebook.events:
                writer.put_event(event)
            for item in notebook.library:
                writer.put_item(item)
        desk = desk_for(store, who, CLOCK, SETTINGS)
        best_for_note(desk)
        return suggest(desk, WRITER, others=store, limit=20)


words = st.sampled_from(["Sunday rotas", "sourdough", "bakers who mill flour"])
days = st.integers(0, 60).map(lambda ago: Moment(date(2026, 11, 20) - timedelta(days=ago)))


@st.composite
def facts(draw: st.DrawFn, owner: str) -> Fact:
    """A fact; one that may not be said has a word of its own in it."""
    source = draw(st.sampled_from([Source.TOLD_ME] * 6 + list(Source)))
    sensitivity = draw(st.sampled_from([Sensitivity.OPEN] * 6 + list(Sensitivity)))
    sayable = source in (Source.TOLD_ME, Source.PUBLIC) and sensitivity is Sensitivity.OPEN
    mark = "" if sayable else " quincunx"
    return Fact(
        draw(st.sampled_from(FactField)), draw(words) + mark, f"{owner}-{draw(st.integers(0, 10**6))}",
        quote=draw(st.none() | st.just(f"so they said{mark}")), source=source, sensitivity=sensitivity, date=draw(days),
        shareable=draw(st.integers(0, 3)) > 0, asked_me=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def others(draw: st.DrawFn, number: int) -> Contact:
    name = f"Zelda{number} Zimmer{number}"
    log = [Entry(EntryKind.MET, draw(days), f"o{number}m")] if draw(st.integers(0, 5)) else []
    if draw(st.booleans()):
        answer = draw(st.sampled_from([None, Answer.YES, *Answer]))
        log.append(Entry(EntryKind.CONSENT, draw(days), f"o{number}c", what="forward", answer=answer))
    found = draw(st.lists(facts(f"o{number}"), min_size=1, max_size=3, unique_by=lambda fact: fact.id))
    # What may be said to them themselves is not what may be told to others.
    told = [fact if may_pass_on(fact) else dataclasses.replace(fact, value=f"{fact.value} xylograph") for fact in found]
    return Contact(name, f"o{number}", facts=tuple(told), log=tuple(log), do_not_contact=draw(st.integers(0, 9)) == 9)


@st.composite
def items(draw: st.DrawFn, number: int, people: int) -> LibraryItem:
    contact = draw(st.none() | st.sampled_from([f"o{each}" for each in range(people)])) if people else None
    return LibraryItem(
        draw(st.sampled_from(LibraryKind)), draw(st.sampled_from(["A sheet", "How to bake", "Somebody who bakes", "A {{ title }}"])),
        f"i{number}", url=draw(st.sampled_from(URLS)), topics=tuple(draw(st.lists(words, min_size=1, max_size=2))),
        minutes=draw(st.none() | st.integers(0, 30)), free=draw(st.none() | st.booleans()), mine=draw(st.none() | st.booleans()),
        opened=draw(st.none() | days), contact=contact, consent=draw(st.sampled_from([None, None, True, False])),
        event=draw(st.none() | st.just("fair")),
    )  # fmt: skip


@st.composite
def books(draw: st.DrawFn) -> Notebook:
    """A notebook about Marta in which much has to do with what she told."""
    people = draw(st.integers(1, 3))
    marta = Contact(
        "Marta Nowak", "marta",
        facts=tuple(draw(st.lists(facts("m"), min_size=2, max_size=6, unique_by=lambda fact: fact.id))),
        log=(
            Entry(EntryKind.MET, Moment.parse("2026-11-10"), "m1", anchor="the oven"),
            Entry(EntryKind.MET, Moment.parse("2026-11-10"), "m2", anchor="quincunx", text="gooseberry",
                  sensitivity=Sensitivity.PRIVATE),
        ),
    )  # fmt: skip
    learned = EventEntry(EventEntryKind.LEARNED, Moment.parse("2026-11-01"), "l1", text="rotas gooseberry")
    starts = draw(st.sampled_from(["2026-12-05T10:00", "2026-11-01", "2026-11-20"]))
    fair = Event("Bread fair", Moment.parse(starts), "fair", description=draw(words), log=(learned,))
    return Notebook(
        Me("Ines Duarte"), (marta, *(draw(others(number)) for number in range(people))), (fair,),
        library=tuple(draw(items(number, people)) for number in range(draw(st.integers(0, 5)))),
    )  # fmt: skip


@UNHURRIED
@given(books())
def test_nothing_is_shared_for_or_says_what_may_not_be_said(book: Notebook) -> None:
    marta = book.contacts[0]
    sayable = {fact.id for fact in facts_allowed(marta, Destination.PERSON)}
    library = {item.id: item for item in book.library}
    people = {contact.id: contact for contact in book.contacts}
    for suggestion in shares_of(book, "marta").suggestions:
        candidate = suggestion.given.match.candidate
        assert suggestion.given.match.fact.id in sayable
        assert not re.search("quincunx|xylograph|gooseberry", suggestion.sentence)
        assert suggestion.sentence.strip()
        if item := library.get(candidate.id or ""):
            assert suggestion.url == item.url or (item.event and not item.url)
            assert not (item.mine and item.free is False)
            assert item.consent is not False or item.kind not in ("resource_person", "referral", "introduction")
        if candidate.theirs:
            assert may_pass_on(candidate.theirs)
        if who := candidate.who:
            agreed = consent_of(people[who.id], marta, CLOCK.now).answer
            assert agreed is not Consent.NO
            assert not who.do_not_contact
            named = "Zelda" in suggestion.sentence
            assert not named or agreed is Consent.YES or candidate.consent
            assert named or not suggestion.given.move.values.get("name")


@UNHURRIED
@given(books())
def test_a_question_is_given_where_nothing_is_good_enough_and_only_there(book: Notebook) -> None:
    shares = shares_of(book, "marta")
    assert bool(shares.ask_instead) is not bool(shares.suggestions)
    assert not re.search("quincunx|xylograph|gooseberry", shares.ask_instead or "")
    scores = [each.given.match.score.value for each in shares.suggestions]
    assert scores == sorted(scores, reverse=True)


@settings(UNHURRIED, max_examples=20)
@given(notebooks(), st.data())
def test_any_notebook_can_be_asked(notebook: Notebook, data: st.DataObject) -> None:
    free = [contact for contact in notebook.contacts if not contact.do_not_contact]
    if free:
        who: Any = data.draw(st.sampled_from(free))
        shares = shares_of(notebook, who.id)
        urls = {item.id: item.url for item in notebook.library}
        for suggestion in shares.suggestions:
            identity = suggestion.given.match.candidate.id
            assert identity not in urls or suggestion.url == urls[identity]
