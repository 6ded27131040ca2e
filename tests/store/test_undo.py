"""Every write is one step, and undo takes it back exactly."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Fact, LibraryItem, Me, Notebook, Struck
from netprep.model.text import fold
from netprep.model.words import EntryKind, FactField, LibraryKind
from netprep.store import Store, Writer, open_store
from tests.strategies import notebooks

AT = Moment.parse("2026-11-20T09:00")
UNHURRIED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def fresh_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "home", create=True) as store:
        yield store


def put_all(writer: Writer, notebook: Notebook) -> None:
    if notebook.me:
        writer.put_me(notebook.me)
    for contact in notebook.contacts:
        writer.put_contact(contact)
    for event in notebook.events:
        writer.put_event(event)
    for group in notebook.groups:
        writer.put_group(group)
    for item in notebook.library:
        writer.put_item(item)


@UNHURRIED
@given(notebooks())
def test_what_is_put_is_read_back(notebook: Notebook) -> None:
    with fresh_store() as store:
        with store.step("put", AT) as writer:
            put_all(writer, notebook)
        assert store.notebook() == notebook


@UNHURRIED
@given(notebooks())
def test_bulk_adding_writes_what_putting_writes(notebook: Notebook) -> None:
    with fresh_store() as store:
        with store.step("add", AT) as writer:
            assert writer.add_contacts(notebook.contacts) == len(notebook.contacts)
        assert store.notebook().contacts == notebook.contacts


def change_me(writer: Writer, store: Store, data: st.DataObject) -> None:
    writer.put_me(Me(name=data.draw(st.sampled_from(["Ada", "Bo"]))))


def add_contact(writer: Writer, store: Store, data: st.DataObject) -> None:
    writer.put_card(Contact(name=data.draw(st.sampled_from(["Cleo Ray", "Cleo Ray", "Dan", "ليلى"]))))


def change_card(writer: Writer, store: Store, data: st.DataObject) -> None:
    cards = list(store.contact_cards())
    if cards:
        card = data.draw(st.sampled_from(cards))
        writer.put_card(dataclasses.replace(card, org=data.draw(st.sampled_from([None, "Kiln", "Mill"]))))


def add_fact(writer: Writer, store: Store, data: st.DataObject) -> None:
    for card in list(store.contact_cards())[:1]:
        writer.put_fact(card.id, Fact(field=FactField.GOALS, value=data.draw(st.sampled_from(["bees", "boats"]))))


def append_entry(writer: Writer, store: Store, data: st.DataObject) -> None:
    for card in list(store.contact_cards())[:1]:
        writer.append(card.id, Entry(kind=EntryKind.MET, date=AT, anchor=data.draw(st.sampled_from(["lift", "tea"]))))


def strike_entry(writer: Writer, store: Store, data: st.DataObject) -> None:
    entries = [entry for contact in store.contacts() for entry in contact.log]
    if entries:
        writer.strike(data.draw(st.sampled_from(entries)).id, Struck(AT, "wrong"))


def add_item(writer: Writer, store: Store, data: st.DataObject) -> None:
    writer.put_item(LibraryItem(kind=LibraryKind.BOOK, title=data.draw(st.sampled_from(["Bread", "Oak"]))))


def delete_contact(writer: Writer, store: Store, data: st.DataObject) -> None:
    cards = list(store.contact_cards())
    if cards:
        writer.delete("contact", data.draw(st.sampled_from(cards)).id)


WRITES = [
    change_me,
    add_contact,
    add_contact,
    change_card,
    add_fact,
    append_entry,
    strike_entry,
    add_item,
    delete_contact,
]


@UNHURRIED
@given(st.data(), st.lists(st.lists(st.sampled_from(WRITES), min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_steps_are_undone_one_by_one_to_exactly_what_was_before(data: st.DataObject, steps: list[list]) -> None:
    with fresh_store() as store:
        befores = []
        for number, writes in enumerate(steps):
            before = (store.notebook(), search_state(store))
            with store.step(f"step {number}", AT) as writer:
                for write in writes:
                    write(writer, store, data)
            if store.steps(1) and store.steps(1)[0].command == f"step {number}":
                befores.append((f"step {number}", before))
            else:
                assert store.notebook() == before[0], "only a step without a change is no step"
        for command, before in reversed(befores):
            undone = store.undo()
            assert undone is not None
            assert undone.command == command
            assert (store.notebook(), search_state(store)) == before
        assert store.undo() is None
        assert store.steps() == ()


def search_state(store: Store) -> list[object]:
    """What the indexes answer, which has to follow the records through writes and undos."""
    found = [sorted(hit.id for hit in store.find(word)) for word in ("bees", "boats", "lift", "tea", "Kiln", "Oak")]
    named = [sorted(card.id for card in store.contacts_named(name)) for name in ("cleo", "dan", "ليلى")]
    return [found, named, store.open_promises()]


@UNHURRIED
@given(notebooks())
def test_the_list_of_open_promises_is_what_a_look_at_every_log_finds(notebook: Notebook) -> None:
    from netprep.clock import read_clock
    from netprep.method.evidence import read_log

    now = read_clock("2041-01-02").now
    with fresh_store() as store:
        with store.step("put", AT) as writer:
            put_all(writer, notebook)
        listed = sorted(entry.id for _, entry in store.open_promises())
        looked_up = sorted(entry.id for contact in store.contacts() for entry in read_log(contact, now).open_promises)
        assert listed == looked_up


def test_a_step_that_fails_or_is_interrupted_changes_nothing() -> None:
    with fresh_store() as store:

        def write_and_be_interrupted() -> None:
            with store.step("interrupted", AT) as writer:
                writer.put_card(Contact(name="Ada Berg"))
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_and_be_interrupted()
        assert store.notebook() == Notebook()
        assert store.steps() == ()


def test_a_step_without_a_change_is_no_step() -> None:
    with fresh_store() as store:
        with store.step("add", AT) as writer:
            ada = writer.put_card(Contact(name="Ada Berg"))
        with store.step("the same again", AT) as writer:
            writer.put_card(ada)
        assert [step.command for step in store.steps()] == ["add"]


def test_numbers_of_entries_are_never_used_twice() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            ada = writer.put_card(Contact(name="Ada Berg"))
            first = writer.append(ada.id, Entry(kind=EntryKind.MET, date=AT))
        store.undo()
        with store.step("b", AT) as writer:
            bo = writer.put_card(Contact(name="Bo Lind"))
            second = writer.append(bo.id, Entry(kind=EntryKind.MET, date=AT))
        assert first.id != second.id
        assert store.next_id("e") not in (first.id, second.id)


def test_two_people_of_one_name_get_ids_of_their_own() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            ids = [writer.put_card(Contact(name=name)).id for name in ("Li Chen", "Li Chen", "李", "🙂", "🙂")]
        assert len(set(ids)) == 5
        assert ids[:2] == ["li-chen", "li-chen-2"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("jose-garcia", ["José García"]),
        ("jose garcia", ["José García"]),
        ("JOSE", ["José García"]),
        ("gar jo", ["José García"]),
        ("pepe", ["José García"]),
        ("Jose@Mill.example", ["José García"]),
        ("ann", ["Ann Lee", "Anneke Vos"]),
        ("ann lee", ["Ann Lee"]),
        ("nobody", []),
        ("", []),
        ('"; drop table record; --', []),
        ("* OR NEAR(", []),
    ],
)
def test_a_contact_is_named_by_id_name_part_nickname_or_address(words: str, found: list[str]) -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            writer.put_card(Contact(name="José García", nickname="Pepe", emails=("jose@mill.example",)))
            writer.put_card(Contact(name="Ann Lee"))
            writer.put_card(Contact(name="Anneke Vos"))
        assert [card.name for card in store.contacts_named(words)] == found


@pytest.mark.parametrize("misspelt", ["Jose Gracia", "José Garcia-", "Josè Garcya", "jsoe garcia"])
def test_a_misspelt_name_finds_the_one_it_looks_like(misspelt: str) -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            writer.put_card(Contact(name="José García"))
            writer.put_card(Contact(name="Ann Lee"))
        assert [fold(card.name) for card, _ in store.contacts_like(misspelt)] == ["jose garcia"]


def test_private_and_sealed_text_is_never_found() -> None:
    from netprep.model.words import Sensitivity

    with fresh_store() as store:
        with store.step("a", AT) as writer:
            ada = writer.put_card(Contact(name="Ada Berg"))
            for sensitivity in Sensitivity:
                writer.put_fact(
                    ada.id,
                    Fact(field=FactField.GOALS, value=f"a harbour {sensitivity.value}", sensitivity=sensitivity),
                )
        assert [hit.excerpt for hit in store.find("harbour")] == ["a harbour open"]


@UNHURRIED
@given(st.text(max_size=40))
def test_any_text_can_be_looked_for(text: str) -> None:
    with open_store(Path("/nonexistent/netprep")) as store:
        assert store.find(text) == ()
        assert store.contacts_named(text) == ()
        assert store.contacts_like(text) == ()
