"""A file laid into a notebook: what is written, what is reported, and that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings

from netprep.exchange.merge import Change, MergeResult, merge
from netprep.exchange.notebook_file import parse, parse_notebook
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
    Me,
    Member,
    Notebook,
    Struck,
)
from netprep.model.words import EntryKind, EventEntryKind, FactField, LibraryKind, Sensitivity
from tests.exchange.generated import notebooks
from tests.exchange.test_round_trip import EXAMPLE

DAY = Moment.parse("2026-11-19")
LATER = Moment.parse("2026-11-21")


@dataclass
class InMemory:
    """A notebook as the merge sees it."""

    book: Notebook

    def me(self) -> Me | None:
        return self.book.me

    def contact(self, id: str) -> Contact | None:  # noqa: A002
        return next((each for each in self.book.contacts if each.id == id), None)

    def event(self, id: str) -> Event | None:  # noqa: A002
        return next((each for each in self.book.events if each.id == id), None)

    def group(self, id: str) -> Group | None:  # noqa: A002
        return next((each for each in self.book.groups if each.id == id), None)

    def item(self, id: str) -> LibraryItem | None:  # noqa: A002
        return next((each for each in self.book.library if each.id == id), None)

    def fact(self, id: str) -> tuple[str, Fact] | None:  # noqa: A002
        owners = [(each.id, each.facts) for each in self.book.contacts]
        return next(((owner, fact) for owner, facts in owners for fact in facts if fact.id == id), None)

    def entry(self, id: str) -> tuple[str, Entry | EventEntry] | None:  # noqa: A002
        owners = (*self.book.contacts, *self.book.events)
        return next(((owner.id, entry) for owner in owners for entry in owner.log if entry.id == id), None)

    def next_id(self, prefix: str) -> str:
        look_up = {"f": self.fact, "e": self.entry}[prefix]
        return next(f"{prefix}{n}" for n in range(1, 10_000) if look_up(f"{prefix}{n}") is None)


def lay(incoming: Notebook, into: Notebook, *forgotten: str) -> MergeResult:
    return merge(InMemory(into), incoming, lambda name, emails: name in forgotten or bool({*emails} & {*forgotten}))


def ids(changes: tuple[Change, ...]) -> list[str]:
    return [f"{change.kind} {change.id}" for change in changes]


def fact(id_: str, value: str = "rowing", **more: object) -> Fact:
    return Fact(FactField.INTERESTS, value, id_, **more)  # type: ignore[arg-type]


def entry(id_: str, kind: EntryKind = EntryKind.MET, **more: object) -> Entry:
    return Entry(kind, DAY, id_, **more)  # type: ignore[arg-type]


def people(*contacts: Contact) -> Notebook:
    return Notebook(contacts=contacts)


MAYA = Contact(
    "Maya Okafor", "maya", org="Tidewater", emails=("maya@a.example",), facts=(fact("f1"),), log=(entry("e1"),)
)
SAM = Contact("Sam Oyelaran", "sam")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(notebooks())
def test_into_an_empty_notebook_everything_is_written_and_the_second_time_nothing(notebook: Notebook) -> None:
    first = lay(notebook, Notebook())
    assert first.write == notebook
    assert first == MergeResult(first.write, new=first.new)
    if notebook.me:  # the store gives ids to facts that have none
        facts = tuple(replace(each, id=f"m{i}") for i, each in enumerate(notebook.me.facts))
        notebook = replace(notebook, me=replace(notebook.me, facts=facts))
    second = lay(first.write, notebook)
    assert len(second.same) == len(first.new)
    assert second == MergeResult(Notebook(), same=second.same)


def test_the_report_says_who_and_where() -> None:
    result = lay(parse_notebook(EXAMPLE, "example.yaml"), Notebook())
    assert ids(result.new) == [
        "me me",
        "contact maya-okafor",
        "contact sam-oyelaran",
        "event chamber-mixer",
        "item training-plan",
    ]
    assert result.new[1] == Change(
        "contact", "maya-okafor", "Maya Okafor", "contacts[1]", "", ("maya@tidewater.example",), "Tidewater Pumps"
    )


def test_keys_in_the_file_win_and_keys_it_lacks_stay() -> None:
    result = lay(people(Contact("Maya Okafor", "maya", org="Pumps", role="owner")), people(MAYA))
    assert result.write == people(replace(MAYA, org="Pumps", role="owner"))
    assert ids(result.updated) == ["contact maya"]


def test_facts_are_updated_by_id_and_added() -> None:
    private = replace(MAYA, facts=(fact("f1", sensitivity=Sensitivity.PRIVATE),))
    new = replace(MAYA, facts=(fact("f1", "sculling"), fact("f2", "Lisbon"), fact("", "jazz")))
    (written,) = lay(people(new), people(private)).write.contacts
    assert written.facts == (
        fact("f1", "sculling", sensitivity=Sensitivity.PRIVATE),
        fact("f2", "Lisbon"),
        fact("", "jazz"),
    )


def test_a_default_that_the_file_spells_out_wins() -> None:
    old = replace(MAYA, remote_model=False, facts=(fact("f1", shareable=True),))
    text = (
        "netprep: 1\ncontacts:\n- id: maya\n  name: Maya Okafor\n  remote_model: true\n  facts:\n"
        "  - {id: f1, field: interests, value: rowing, shareable: false}\n"
    )
    read = parse(text.encode(), "a.yaml")
    (written,) = merge(InMemory(people(old)), read.notebook, lambda *_: False, read.stated).write.contacts
    assert written.remote_model
    assert not written.facts[0].shareable
    assert lay(read.notebook, people(old)).write == Notebook(), "without what was spelt out nothing changes"


def test_a_fact_without_an_id_is_not_added_twice() -> None:
    result = lay(people(replace(MAYA, facts=(fact(""), fact("")), log=(entry(""),))), people(MAYA))
    (written,) = result.write.contacts
    assert written.facts == (fact("f1"), fact("")), "the file has it twice, the notebook once"
    assert written.log == MAYA.log


def test_the_log_only_grows() -> None:
    new = replace(MAYA, log=(entry("e1", minutes=99), entry("e2")))
    result = lay(people(new), people(MAYA))
    assert result.write.contacts[0].log == (entry("e1"), entry("e2"))
    (conflict,) = result.conflicts
    assert (conflict.kind, conflict.id, conflict.where) == ("entry", "e1", "contacts[1].log[1]")
    assert "append-only" in conflict.reason


def test_an_entry_may_be_struck_but_not_unstruck_or_struck_otherwise() -> None:
    struck = replace(MAYA, log=(entry("e1", struck=Struck(LATER, "it was Tuesday")),))
    assert lay(people(struck), people(MAYA)).write == people(struck)
    assert lay(people(MAYA), people(struck)).write == Notebook()
    other = replace(MAYA, log=(entry("e1", struck=Struck(LATER, "it was Monday")),))
    assert len(lay(people(other), people(struck)).conflicts) == 1


def test_somebody_else_by_the_same_id_is_a_conflict_and_references_do_not_reach_them() -> None:
    john = Contact("John Smith", "maya", emails=("john@b.example",))
    event = Event("Mixer", DAY, "mixer", attendees=(Attendee(contact="maya"), Attendee(contact="sam")))
    incoming = Notebook(
        contacts=(john, replace(SAM, introduced_by="maya", log=(entry("e9", EntryKind.INTRO_MET, partner="maya"),))),
        events=(event,),
        groups=(Group("Club", "club", people=(Member("maya"), Member("sam"))),),
        library=(LibraryItem(LibraryKind.RESOURCE_PERSON, "John", "john", contact="maya"),),
    )
    result = lay(incoming, people(MAYA))
    assert ids(result.conflicts) == ["contact maya"]
    assert "somebody else by this id: Maya Okafor" in result.conflicts[0].reason
    assert result.write.contacts == (replace(SAM, log=(entry("e9", EntryKind.INTRO_MET),)),)
    assert result.write.events[0].attendees == (Attendee(contact="sam"),)
    assert result.write.groups[0].people == (Member("sam"),)
    assert result.write.library[0].contact is None
    assert len(result.warnings) == 5


def test_what_the_notebook_has_of_an_event_stays_when_somebody_is_left_out() -> None:
    event = Event("Mixer", DAY, "mixer", attendees=(Attendee(contact="maya", look_for="red hat"),))
    club = Group("Club", "club", people=(Member("maya", loyal=True),))
    john = Contact("John Smith", "maya")
    incoming = Notebook(
        contacts=(john,),
        events=(replace(event, attendees=(Attendee(contact="maya"), Attendee(name="Li"))),),
        groups=(replace(club, people=(Member("maya"),)),),
    )
    write = lay(incoming, Notebook(contacts=(MAYA,), events=(event,), groups=(club,))).write
    assert write.events[0].attendees == (Attendee(contact="maya", look_for="red hat"), Attendee(name="Li"))
    assert write.groups == ()


def test_one_person_by_address_or_by_part_of_the_name() -> None:
    for same in (
        Contact("M. Smith", "maya", emails=("MAYA@a.example",)),
        Contact("maya OKAFÓR", "maya"),
        Contact("Maya", "maya"),
    ):
        assert not lay(people(same), people(MAYA)).conflicts


def test_the_forgotten_stay_forgotten() -> None:
    incoming = Notebook(
        contacts=(replace(MAYA, introduced_by="sam"), SAM),
        events=(Event("Mixer", DAY, "mixer", attendees=(Attendee(contact="sam"),)),),
    )
    result = lay(incoming, Notebook(), "Sam Oyelaran")
    assert ids(result.skipped) == ["contact sam"]
    assert result.skipped[0].reason == "you asked to forget this person"
    assert result.write.contacts == (MAYA,)
    assert result.write.events[0].attendees == ()
    assert all("Sam" not in warning for warning in result.warnings)
    assert ids(lay(people(MAYA), people(MAYA), "maya@a.example").skipped) == ["contact maya"]


def test_ids_that_belong_to_somebody_else_are_replaced_and_references_follow() -> None:
    sam = replace(
        SAM,
        facts=(fact("f1", "chess"), fact("f2", "go")),
        log=(
            entry("e2", EntryKind.PROMISE_KEPT, of="e1"),
            entry("e1", EntryKind.PROMISE, what="a board"),
            entry("e3", EntryKind.GIVE, because="f1"),
        ),
    )
    result = lay(people(sam), people(MAYA))
    (written,) = result.write.contacts
    assert [each.id for each in written.facts] == ["f3", "f2"], "f2 is in the file, so f3 is the next"
    assert [(each.id, each.of, each.because) for each in written.log] == [
        ("e2", "e4", None),
        ("e4", None, None),
        ("e3", None, "f3"),
    ]
    again = lay(people(sam), people(MAYA, written))
    assert again.write == Notebook(), "the same file a second time finds what it wrote"
    assert not again.conflicts


def test_facts_of_mine_keep_to_me() -> None:
    me = Me("Alex", org="Northline", facts=(fact("f1", "running"),))
    result = lay(Notebook(me=me), Notebook(contacts=(MAYA,)))
    assert result.write.me == replace(me, facts=(fact("f2", "running"),))
    back = lay(people(MAYA), Notebook(me=me))
    assert back.write.contacts[0].facts[0].id == "f2", "and mine keep their id against theirs"
    old = replace(me, role="lead", facts=(fact("f7", "rowing"),))
    updated = lay(Notebook(me=Me("Alex R.", facts=(fact("f7", "rowing"),))), Notebook(me=old))
    assert updated.write.me == replace(old, name="Alex R.")
    assert ids(updated.updated) == ["me me"]


def test_somebody_without_an_id_is_known_by_the_name_unless_the_addresses_differ() -> None:
    maya = replace(MAYA, id="maya-okafor")
    assert ids(lay(people(Contact("Maya Okafor")), people(maya)).same) == ["contact maya-okafor"]
    other = Contact("Maya Okafor", emails=("other@b.example",))
    assert lay(people(other), people(maya)).write == people(other)
    second = replace(other, id="maya-okafor-2")
    assert ids(lay(people(other), people(maya, second)).same) == ["contact maya-okafor-2"]
    assert len(lay(people(Contact("Maya Okafor"), Contact("Maya Okafor")), people(maya)).new) == 1
    assert ids(lay(people(Contact("李")), Notebook()).new) == ["contact "]


def test_events_groups_and_items_are_updated_by_their_keys() -> None:
    log = (EventEntry(EventEntryKind.ATTEND, DAY, "e5"),)
    old = Notebook(
        contacts=(MAYA,),
        events=(Event("Mixer", DAY, "mixer", place="Hall", log=log),),
        groups=(Group("Club", "club", members=30),),
        library=(LibraryItem(LibraryKind.BOOK, "Rowing", "rowing", note="good"),),
    )
    incoming = Notebook(
        events=(Event("Mixer", LATER, "mixer", log=(EventEntry(EventEntryKind.CARD_IN, DAY, "e1", count=3),)),),
        groups=(Group("The Club", "club"),),
        library=(LibraryItem(LibraryKind.BOOK, "Rowing", minutes=90),),
    )
    write = lay(incoming, old).write
    added = EventEntry(EventEntryKind.CARD_IN, DAY, "e2", count=3)
    assert write.events == (Event("Mixer", LATER, "mixer", place="Hall", log=(*log, added)),), (
        "e1 is an entry of Maya's"
    )
    assert write.groups == (Group("The Club", "club", members=30),)
    assert write.library == (LibraryItem(LibraryKind.BOOK, "Rowing", "rowing", note="good", minutes=90),)
