"""Everybody can be found by what they are called, and the indexes say what the records say."""

from __future__ import annotations

import dataclasses
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.model.moment import Moment
from netprep.model.records import (
    Attendee,
    Contact,
    Entry,
    Event,
    EventEntry,
    Fact,
    Group,
    LibraryItem,
)
from netprep.model.text import clean, fold
from netprep.model.words import EntryKind, EventEntryKind, FactField, LibraryKind, Sensitivity
from netprep.store import Store, Writer, open_store
from netprep.store.connection import prepare
from tests.strategies import names, notebooks

AT = Moment.parse("2026-11-20T09:00")
UNHURRIED = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def fresh_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "home", create=True) as store:
        yield store


def put(store: Store, *contacts: Contact) -> list[Contact]:
    with store.step("put", AT) as writer:
        return [writer.put_contact(contact) for contact in contacts]


INDEXES = {
    "called": "select folded, seq from called order by 1, 2",
    "address": "select email, seq from address order by 1, 2",
    "name_index": "select rowid, names from name_index order by 1",
    "name_trigrams": "select rowid, names from name_trigrams order by 1",
    "text_index": "select rowid, text from text_index order by 1",
    "words": "select term, doc, count(*) from words group by 1, 2 order by 1, 2",
    "name words": "select term, doc, count(*) from name_words group by 1, 2 order by 1, 2",
    "trigrams": "select term, doc, count(*) from trigrams group by 1, 2 order by 1, 2",
}


def index_state(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the indexes hold, down to each word and where it stands."""
    with closing(sqlite3.connect(path)) as connection:
        for name, index in (("words", "text_index"), ("name_words", "name_index"), ("trigrams", "name_trigrams")):
            connection.execute(f"create virtual table temp.{name} using fts5vocab(main, {index}, instance)")
        return {name: list(connection.execute(query)) for name, query in INDEXES.items()}


def recomputed(path: Path, folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What they hold once every record was written anew, in a notebook of its own."""
    copy = folder / "copy.db"
    with closing(sqlite3.connect(path)) as here, closing(sqlite3.connect(copy)) as there:
        here.backup(there)
        prepare(there)
        rows = [tuple(row) for row in there.execute("select seq, kind, id, owner, document from record order by seq")]
        for table in ("record", "called", "address", "name_index", "name_trigrams", "text_index"):
            there.execute(f"delete from {table}")
        there.executemany("insert into record (seq, kind, id, owner, document) values (?, ?, ?, ?, ?)", rows)
        there.commit()
    return index_state(copy)


def rename(writer: Writer, cards: list[Contact], data: st.DataObject) -> None:
    card = data.draw(st.sampled_from(cards))
    writer.put_card(dataclasses.replace(card, name=data.draw(names()), nickname=data.draw(st.none() | names())))


def remove(writer: Writer, cards: list[Contact], data: st.DataObject) -> None:
    writer.delete("contact", data.draw(st.sampled_from(cards)).id)


def change_sensitivity(writer: Writer, cards: list[Contact], data: st.DataObject) -> None:
    card = data.draw(st.sampled_from(cards))
    kind = data.draw(st.sampled_from(list(Sensitivity)))
    writer.put_fact(card.id, Fact(FactField.GOALS, "a harbour", id=f"{card.id}-h", sensitivity=kind))


@UNHURRIED
@given(st.data(), notebooks(), st.lists(st.sampled_from([rename, remove, change_sensitivity, None]), max_size=6))
def test_the_indexes_hold_what_the_records_say_after_any_writes_and_undos(
    data: st.DataObject, notebook: object, writes: list
) -> None:
    with fresh_store() as store:
        with store.step("add", AT) as writer:
            writer.add_contacts(notebook.contacts)  # type: ignore[attr-defined]
            for event in notebook.events:  # type: ignore[attr-defined]
                writer.put_event(event)
        for write in writes:
            cards = list(store.contact_cards())
            if write is None:
                store.undo()
            elif cards:
                with store.step("write", AT) as writer:
                    write(writer, cards, data)
        if store.exists:
            assert index_state(store.path) == recomputed(store.path, store.home)


@UNHURRIED
@given(st.lists(names(), min_size=1, max_size=6), st.data())
def test_everybody_is_found_by_their_whole_name_and_id(people: list[str], data: st.DataObject) -> None:
    with fresh_store() as store:
        contacts = put(store, *(Contact(name=name) for name in people))
        wanted = data.draw(st.sampled_from(contacts))
        assert store.contacts_named(wanted.id) == (wanted,)
        # What is somebody's id names that one alone, even where it is the name of others.
        by_id = {each.id for each in contacts if each.id in (wanted.name, clean(fold(wanted.name)))}
        by_name = {each.id for each in contacts if fold(each.name) == fold(wanted.name)}
        found = {card.id for card in store.contacts_named(wanted.name)}
        assert found == by_name or (len(found) == 1 and found <= by_id)


def test_a_whole_name_is_found_behind_any_number_of_longer_ones() -> None:
    with fresh_store() as store:
        put(store, *(Contact(name=f"Anna Person{i}") for i in range(60)), Contact(name="Zoe Vos", nickname="Ann"))
        assert [card.name for card in store.contacts_named("ANN")] == ["Zoe Vos"]
        assert len(store.contacts_named("anna")) == 20


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Asa Ostrum", "Åsa Öström"),
        ("li wo", "Li Wu"),
        ("okafro", "Maya Okafor"),
        ("Okafor Mya", "Maya Okafor"),
        ("strase", "Straße"),
    ],
)
def test_a_misspelling_finds_who_was_meant_first(typed: str, meant: str) -> None:
    with fresh_store() as store:
        put(store, *(Contact(name=name) for name in ("Åsa Öström", "Li Wu", "Maya Okafor", "Straße", "Bo Lind")))
        assert next(card.name for card, _ in store.contacts_like(typed)) == meant


def test_a_short_word_is_not_taken_for_any_that_looks_like_it() -> None:
    with fresh_store() as store:
        put(store, Contact(name="Anne Vos"), Contact(name="Maria Lopez"))
        assert store.contacts_like("Anna") == ()
        assert store.contacts_like("Mary") == ()


def test_an_address_with_letters_of_any_alphabet_names_its_owner() -> None:
    with fresh_store() as store:
        put(store, Contact(name="Ada", emails=("Übel@Mill.example",)))
        assert [card.name for card in store.contacts_named("Übel@MILL.example")] == ["Ada"]


@pytest.mark.parametrize("text", ["a\udcff", "\ud800", "\x00", "00\x00", "a\x00b", '"', "^", "-a", "a:b", "🙂", "NOT"])
def test_no_text_is_taken_for_an_operator_or_breaks_a_search(text: str) -> None:
    with fresh_store() as store:
        put(store, Contact(name="Bo Lind"))
        assert store.find(text) == ()
        assert store.contacts_named(text) == ()
        assert store.contact(text) is None
        assert store.entry(text) is None
        store.contacts_like(text)


def test_find_reaches_every_text_a_person_would_look_for() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            ada = writer.put_card(Contact(name="Ada Berg", tags=("sailor",)))
            writer.append(ada.id, Entry(kind=EntryKind.PROMISE, date=AT, what="a chart of the fjord"))
            writer.append(ada.id, Entry(kind=EntryKind.MESSAGE_OUT, date=AT, subject="Regatta", body="See the buoys"))
            writer.put_event(
                Event(
                    name="Dinner",
                    starts=AT,
                    attendees=(Attendee(name="Li Chen", org="Timber Ltd"),),
                    log=(EventEntry(kind=EventEntryKind.LEARNED, date=AT, text="never sit by the door"),),
                )
            )
            writer.put_group(Group(name="Harbour club"))
            writer.put_item(LibraryItem(kind=LibraryKind.BOOK, title="Knots", topics=("rope work",), note="dog-eared"))
        for words, kind in [
            ("sailor", "contact"), ("fjord", "entry"), ("regatta", "entry"), ("buoy", "entry"), ("timber", "event"),
            ("door never", "event"), ("harbour", "group"), ("rope", "library_item"), ("dog", "library_item"),
        ]:  # fmt: skip
            assert [hit.kind for hit in store.find(words)] == [kind], words


def test_dated_facts_are_those_of_the_days_asked_for_with_or_without_a_time() -> None:
    with fresh_store() as store:
        moments = ("2026-11-18T23:59", "2026-11-19", "2026-11-20T18:00+14:00", "2026-11-21")
        facts = tuple(Fact(FactField.GOALS, text, when=Moment.parse(text)) for text in moments)
        put(store, Contact(name="Ada", facts=facts))
        found = store.dated_facts(date(2026, 11, 19), date(2026, 11, 20))
        assert [fact.value for _, fact in found] == ["2026-11-19", "2026-11-20T18:00+14:00"]
        assert len(store.dated_facts(date.min, date.max)) == 4


@pytest.mark.parametrize(
    "query", ["open_promises", "contacts_and_logs", "contacts_by_name", "dated_facts", "facts_holding"]
)
def test_what_commands_ask_for_reads_no_more_than_it_needs(query: str) -> None:
    from netprep.store.queries import queries

    arguments = {"query": "a", "limit": 3, "first": "a", "after": "b", "newest": 3}
    with open_store(Path("/nonexistent/netprep")) as store:
        plan = store._connection.execute(f"explain query plan {queries().scripts[query][1]}", arguments)
        steps = [row["detail"] for row in plan]
    assert not [step for step in steps if step.startswith("SCAN") and step.split()[1] in ("record", "card", "closing")]
    assert not [step for step in steps if "ORDER BY" in step and query != "open_promises"]


def test_facts_are_counted_by_the_beginnings_of_their_words_and_only_open_ones() -> None:
    def fact(value: str, **more: object) -> Fact:
        return Fact(field=FactField.INTERESTS, value=value, **more)  # type: ignore[arg-type]

    with fresh_store() as store:
        ada, bo, cy = put(
            store,
            Contact("Ada Berg", facts=(fact("early-morning delivery"), fact("Baking", quote="deliveries"))),
            Contact("Bo Lind", facts=(fact("deliveries by bike", sensitivity=Sensitivity.PRIVATE),)),
            Contact("Cy Orr", log=(Entry(kind=EntryKind.MET, date=AT, anchor="the late delivery"),)),
        )
        assert store.facts_worded(["deliver"], 100) == ((ada.id, "early-morning delivery"), (ada.id, "Baking"))
        assert store.facts_worded(["deliver", "morn"], 100) == ((ada.id, "early-morning delivery"),)
        assert store.facts_worded(["deliver"], 3) is None
        assert store.facts_worded(["' OR *"], 100) == ()
        assert store.facts_worded([], 100) == ()
        assert store.number_of_contacts() == 3
        assert {bo.id, cy.id} == {each.id for each in store.contacts()} - {ada.id}


def test_facts_with_an_activity_or_a_city_are_found_if_they_are_open() -> None:
    def fact(**more: object) -> Fact:
        return Fact(field=FactField.INTERESTS, value="the Peachtree", **more)  # type: ignore[arg-type]

    with fresh_store() as store:
        (ada,) = put(
            store,
            Contact(
                "Ada Berg",
                facts=(
                    fact(activity="running"),
                    fact(city="Atlanta"),
                    fact(),
                    fact(city="Rome", sensitivity=Sensitivity.SEALED),
                ),
            ),
        )
        assert set(store.facts_placed()) == {(ada.id, "running", None), (ada.id, None, "Atlanta")}
