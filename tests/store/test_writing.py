"""What is put stands as it was put: every line once, in its order, under a number of its own."""

from __future__ import annotations

import dataclasses
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.errors import DataError, NotebookError, NotFound
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Event, EventEntry, Fact, Me, Struck
from netprep.model.words import EntryKind, EventEntryKind, FactField
from netprep.store import Store, Writer, open_store
from tests.store.test_search import fresh_store
from tests.strategies import names

AT = Moment.parse("2026-11-20T09:00")


def fact(value: str, identity: str = "") -> Fact:
    return Fact(FactField.GOALS, value, id=identity)


def met(anchor: str, identity: str = "") -> Entry:
    return Entry(EntryKind.MET, AT, id=identity, anchor=anchor)


def put(writer: Writer, contacts: list[Contact]) -> None:
    for contact in contacts:
        writer.put_contact(contact)


def every_line(store: Store) -> dict[str, str | None]:
    """What stands under each number, once more for each number that stands twice."""
    book = store.notebook()
    lines: list[Fact | Entry | EventEntry] = [*(book.me.facts if book.me else ())]
    for contact in book.contacts:
        lines += [*contact.facts, *contact.log]
    for event in book.events:
        lines += event.log
    said = {line.id: getattr(line, "value", None) or getattr(line, "anchor", None) or "" for line in lines}
    assert len(said) == len(lines), "two lines have one number"
    return said


@pytest.mark.parametrize("write", [put, Writer.add_contacts])
def test_a_line_with_a_number_takes_no_nameless_ones_place(write: object) -> None:
    contacts = [
        Contact(name="Ann", facts=(fact("a boat"), fact("a bike")), log=(met("the lift"),)),
        Contact(name="Bob", facts=(fact("a house", "f2"), fact("a horse", "f1")), log=(met("tea", "e2"),)),
        Contact(name="Cy", facts=(fact("a pen"), fact("a map", "f3"), fact("a cat", "f6"))),
    ]
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            me = writer.put_me(Me(name="Me", facts=(fact("my own"),)))
            event = writer.put_event(Event(name="E", starts=AT, log=(EventEntry(EventEntryKind.ATTEND, AT),)))
            assert (me.facts[0].id, event.log[0].id) == ("f1", "e1")
            write(writer, contacts)  # type: ignore[operator]
            writer.append("cy", met("the door", "e1"))
        said = every_line(store)
        assert (said["f1"], said["f2"], said["f3"]) == ("a horse", "a house", "a map")
        assert (said["e1"], said["e2"]) == ("the door", "tea")
        assert sorted(filter(None, said.values())) == [
            "a bike", "a boat", "a cat", "a horse", "a house", "a map", "a pen", "my own", "tea", "the door", "the lift"
        ]  # fmt: skip
        store.undo()
        assert store.counts() == {}


@given(st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_line_is_lost_whatever_numbers_come_with_them(data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.sampled_from([f"f{n}" for n in range(1, 8)]), unique=True, max_size=6))
    ids = data.draw(st.permutations([*numbers, "", "", ""]))
    more = ["my own"]
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            for i, number in enumerate(ids):
                if i == 1:
                    writer.put_me(Me(name="Me", facts=(fact("my own"),)))
                nameless = (fact(f"before {i}"),) if data.draw(st.booleans()) else ()
                more += [each.value for each in nameless]
                contact = Contact(name=data.draw(names()), facts=(*nameless, fact(str(i), number)))
                if data.draw(st.booleans()):
                    writer.put_contact(contact)
                else:
                    writer.add_contacts([contact])
        said = every_line(store)
        assert sorted(said.values()) == sorted([*map(str, range(len(ids))), *more])
        assert all(said[number] == str(i) for i, number in enumerate(ids) if number)


def test_a_number_of_an_earlier_step_is_not_taken_from_its_line() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            writer.put_me(Me(name="Me", facts=(fact("mine"),)))
            writer.put_contact(Contact(name="Ann", facts=(fact("a boat"),), log=(met("tea"),)))
            writer.put_event(Event(name="E", starts=AT, log=(EventEntry(EventEntryKind.ATTEND, AT, id="e7"),)))
            bob = writer.put_card(Contact(name="Bob"))
        before = store.notebook()

        def refused(write: object) -> None:
            with pytest.raises((DataError, NotebookError)), store.step("b", AT) as writer:
                write(writer)  # type: ignore[operator]

        refused(lambda w: w.put_fact(bob.id, fact("stolen", "f1")))
        refused(lambda w: w.put_fact(bob.id, fact("stolen", "f2")))
        refused(lambda w: w.append(bob.id, met("stolen", "e1")))
        refused(lambda w: w.append(bob.id, met("stolen", "e7")))
        refused(lambda w: w.put_me(Me(name="Me", facts=(fact("stolen", "f2"),))))
        refused(lambda w: w.put_event(Event(name="F", starts=AT, log=(EventEntry(EventEntryKind.ATTEND, AT, "e7"),))))
        refused(lambda w: w.put_event(Event(name="F", starts=AT, log=(EventEntry(EventEntryKind.ATTEND, AT, "e1"),))))
        refused(lambda w: w.put_contact(Contact(name="Cy", facts=(fact("x", "f9"), fact("y", "f9")))))
        refused(lambda w: w.add_contacts([Contact(name="Cy", facts=(fact("stolen", "f2"),))]))
        assert store.notebook() == before


@given(st.lists(st.sampled_from("abcdefg"), unique=True), st.lists(st.sampled_from("abcdefg"), unique=True))
@settings(max_examples=20, deadline=None)
def test_facts_and_log_are_read_back_in_the_order_they_were_put(first: list[str], then: list[str]) -> None:
    with fresh_store() as store:
        ada = Contact(name="Ada", id="ada")
        for ids in (first, then):
            ada = dataclasses.replace(
                ada, facts=tuple(fact(i, f"f-{i}") for i in ids), log=tuple(met(i, f"e-{i}") for i in ids)
            )
            before = store.contact("ada")
            with store.step("put", AT) as writer:
                writer.put_contact(ada)
            assert store.contact("ada") == ada
        store.undo() if first != then else None
        assert first == then or store.contact("ada") == before


def test_ids_of_a_batch_differ_from_each_other_and_from_those_given() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            people = [Contact(name="X", id="li-chen"), Contact(name="Li Chen"), Contact(name="Y", id="li-chen-3")]
            assert writer.add_contacts([*people, Contact(name="Li Chen"), Contact(name="Li Chen")]) == 5
        ids = [card.id for card in store.contact_cards()]
        assert ids == ["li-chen", "li-chen-2", "li-chen-3", "li-chen-4", "li-chen-5"]
        with pytest.raises(NotebookError, match="already holds") as failed, store.step("b", AT) as writer:
            writer.add_contacts([Contact(name="X", id="li-chen")])
        assert "restore" not in failed.value.hint
        assert len(list(store.contact_cards())) == 5


def test_a_contact_added_with_many_is_stored_as_one_put_alone() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            writer.add_contacts([Contact(name="Ada", facts=(fact("a boat"),), log=(met("tea"), met("lift", "e9")))])
        with store.step("the same", AT) as writer:
            for contact in store.contacts():
                writer.put_contact(contact)
        assert [step.command for step in store.steps()] == ["a"]


def test_striking_what_is_not_there_says_so() -> None:
    with fresh_store() as store, pytest.raises(NotFound, match="e9"), store.step("a", AT) as writer:
        writer.strike("e9", Struck(AT, "wrong"))


def test_drafts_are_kept_latest_first_and_are_no_step() -> None:
    with fresh_store() as store:
        for i in (1, 2):
            store.save_draft(f"d-{i}", "ada", AT, {"body": f"{i} 🙂"})
        assert [identity for identity, _, _ in store.drafts("ada")] == ["d-2", "d-1"]
        assert store.draft("d-1") == ("ada", AT, {"body": "1 🙂"})
        assert store.draft("d-9") is None
        assert store.undo() is None


def test_a_notebook_is_read_as_it_stands_at_one_moment(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store, open_store(tmp_path, create=True) as other:
        with store.step("a", AT) as writer:
            writer.put_card(Contact(name="Ada"))
        cards = store.contacts()
        with store._snapshot():
            assert next(cards).name == "Ada"
            with other.step("b", AT) as writer:
                writer.put_event(Event(name="Dinner", starts=AT))
            assert store.events() == ()
        assert len(store.events()) == 1


def test_contacts_are_read_one_at_a_time() -> None:
    with fresh_store() as store:
        with store.step("a", AT) as writer:
            writer.add_contacts(Contact(name=f"P{i}", log=(met("x" * 4000),) * 1) for i in range(1500))
        tracemalloc.start()
        assert sum(1 for _ in store.contacts()) == 1500
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 2_000_000, "6 MB of logs were read"
