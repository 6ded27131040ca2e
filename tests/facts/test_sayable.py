"""The table of what may be said to whom, row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.facts import Destination, allowed, known_about, may_say
from netprep.model.moment import Moment
from netprep.model.plan import Known
from netprep.model.records import Contact, ContactSource, Entry, Fact, LibraryItem
from netprep.model.words import EntryKind, FactField, LibraryKind, Sensitivity, Source

D = Destination
EVERYONE = set(Destination)


def known(source: Source, what: str = "fact", **more: object) -> Known:
    return Known(id="f1", what=what, text="keeping bees", source=source, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("thing", "may"),
    [
        (known(Source.TOLD_ME), EVERYONE - {D.THIRD_PERSON}),
        (known(Source.TOLD_ME, shareable=True), EVERYONE),
        (known(Source.PUBLIC), EVERYONE),
        (known(Source.IMPORT, "name"), EVERYONE),
        (known(Source.IMPORT, "role"), EVERYONE),
        (known(Source.IMPORT, "org"), {D.PERSON, D.BRIEF, D.LOCAL_MODEL}),
        (known(Source.IMPORT, "address"), {D.PERSON, D.BRIEF, D.LOCAL_MODEL}),
        (known(Source.IMPORT), {D.BRIEF}),
        (known(Source.THIRD_PARTY), {D.BRIEF}),
        (known(Source.GUESS), {D.BRIEF}),
        *((known(source, sensitivity=Sensitivity.PRIVATE), set()) for source in Source),
        *((known(source, sensitivity=Sensitivity.SEALED, shareable=True), set()) for source in Source),
    ],
)
def test_each_row_of_the_table_says_who_may_hear_it(thing: Known, may: set[Destination]) -> None:
    assert {to for to in Destination if may_say(thing, to)} == may


def test_what_was_heard_or_guessed_is_marked_in_a_brief() -> None:
    assert may_say(known(Source.THIRD_PARTY), D.BRIEF).mark == "heard"
    assert may_say(known(Source.GUESS), D.BRIEF).mark == "your guess"
    assert may_say(known(Source.TOLD_ME), D.BRIEF).mark == ""


def test_a_discreet_brief_has_no_quotes() -> None:
    assert not may_say(known(Source.TOLD_ME), D.DISCREET_BRIEF).with_quote
    assert may_say(known(Source.TOLD_ME), D.BRIEF).with_quote


@pytest.mark.parametrize("source", list(Source))
def test_a_contact_can_be_kept_from_remote_models(source: Source) -> None:
    assert not may_say(known(source, "name"), D.REMOTE_MODEL, model_allowed=False)


def test_a_refusal_says_why() -> None:
    for to in Destination:
        for source in Source:
            permission = may_say(known(source), to)
            assert bool(permission) != bool(permission.why_not)


@given(
    st.sampled_from(list(Source)), st.sampled_from(list(Sensitivity)), st.booleans(), st.sampled_from(list(Destination))
)
def test_only_open_things_are_ever_said(
    source: Source, sensitivity: Sensitivity, shareable: bool, to: Destination
) -> None:
    thing = known(source, sensitivity=sensitivity, shareable=shareable)
    assert not may_say(thing, to) or sensitivity is Sensitivity.OPEN


def test_a_contacts_own_notes_struck_entries_and_private_things_are_not_sayable() -> None:
    day = Moment.parse("2026-11-19")
    contact = Contact(
        id="ada-berg",
        name="Ada Berg",
        facts=(
            Fact(id="f1", field=FactField.GOALS, value="opening a second kiln"),
            Fact(id="f2", field=FactField.CHALLENGES, value="a lawsuit", sensitivity=Sensitivity.PRIVATE),
            Fact(id="f3", field=FactField.INTERESTS, value="sailing", source=Source.GUESS),
        ),
        log=(
            Entry(id="e1", kind=EntryKind.MET, date=day, text="seemed tired", anchor="the broken lift"),
            Entry(id="e2", kind=EntryKind.MET, date=day, anchor="a row", sensitivity=Sensitivity.SEALED),
        ),
    )
    item = LibraryItem(id="x", kind=LibraryKind.RESOURCE_PERSON, title="Joel the driver", consent=False)
    said = " ".join(f"{k.text} {k.quote or ''}" for k in allowed(known_about(contact, {}, [item]), D.PERSON))
    assert "second kiln" in said
    assert "broken lift" in said
    for kept_back in ("lawsuit", "sailing", "tired", "a row", "Joel"):
        assert kept_back not in said


def test_an_imported_card_keeps_its_source() -> None:
    contact = Contact(id="a", name="Ada Berg", org="Kiln", source=ContactSource(file="cards.vcf"))
    told = allowed(known_about(contact, {}), D.REMOTE_MODEL)
    assert [known.text for known in told] == ["Ada Berg"]
