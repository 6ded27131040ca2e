"""What is so passes; what is not so does not; whatever is read, the guard says where."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.guard import Context, read_text
from netprep.model.plan import Known, Level
from netprep.model.words import Sensitivity, Source
from tests.guard.grounding.harness import Note, Reader, errors, read_notes

NOTES = read_notes()
SHARE_CAUGHT = 0.92


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    made = Reader(tmp_path_factory.mktemp("grounding") / "home")
    yield made
    made.close()


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.contact)
def test_a_true_note_has_no_error(reader: Reader, note: Note) -> None:
    assert not errors(reader.findings(note, note.text))


def test_hardly_any_lie_goes_unseen(reader: Reader) -> None:
    caught, told = Counter[str](), Counter[str]()
    missed = []
    for note in NOTES:
        before = errors(reader.findings(note, note.text))
        for kind, find, put in note.lies:
            told[kind] += 1
            if errors(reader.findings(note, note.with_lie(find, put))) - before:
                caught[kind] += 1
            else:
                missed.append((note.contact, kind, put))
    assert caught.total() >= SHARE_CAUGHT * told.total(), missed
    for kind in ("name", "quote", "link", "attachment", "relative", "email", "promise", "private", "other_person"):
        assert caught[kind] == told[kind], (kind, missed)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.contact)
def test_knowing_more_never_makes_a_true_note_wrong(reader: Reader, note: Note) -> None:
    context = reader.context(note, note.text)
    more = tuple(
        Known(id=f"more{number}", what="fact", text=text, source=Source.TOLD_ME)
        for number, text in enumerate(("repairing clocks for the church in Bruges", "a garden with ninety roses"))
    )
    richer = dataclasses.replace(context, allowed=(*context.allowed, *more))
    assert not errors(read_text(note.subject, note.text, note.form, richer, reader.settings.method).findings)


def test_what_somebody_told_is_an_error_once_it_is_kept_private(reader: Reader) -> None:
    note = next(note for note in NOTES if note.contact == "tomas-brandt")
    secret = Known(
        id="p", what="fact", text="his daughter’s illness", source=Source.TOLD_ME, sensitivity=Sensitivity.PRIVATE
    )
    context = reader.context(note, note.text)
    context = dataclasses.replace(context, kept_back=(*context.kept_back, secret))
    body = note.text.replace("All the best", "I hope that she is less ill than she was.\n\nAll the best")
    found = read_text(note.subject, body, note.form, context, reader.settings.method).findings
    assert "M14" in {finding.rule for finding in found if finding.level is Level.ERROR}


def test_nothing_is_held_against_anything_where_nobody_is_named(reader: Reader) -> None:
    note = NOTES[0]
    context = dataclasses.replace(reader.context(note, note.text), tone_only=True)
    body = note.text.replace("three-legged", "five-legged").replace("January", "June")
    found = read_text(note.subject, body, note.form, context, reader.settings.method).findings
    assert not {"M03", "M04", "M22", "M52"} & {finding.rule for finding in found}


PIECES = st.sampled_from(
    [
        "thank you for", "your new", "you said", "as promised", "Jonas, meet Lena", "attached", "on Monday", "May the first",
        "half past six", "the fifth of December", "as a surgeon", "https://example.org/x", "“a drawer”", "three", "walk", "\n",
        ",", "\u2019", "é", "🦊", "in the Rope Hall", "a@b.example", "two weeks ago", "I will send", "what a conference", "?",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map(" ".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=TEXTS, number=st.integers(0, len(NOTES) - 1))
def test_every_finding_quotes_the_text_at_its_place_whatever_the_text(reader: Reader, body: str, number: int) -> None:
    note = NOTES[number]
    context: Context = reader.context(note, body)
    for finding in read_text(None, body, note.form, context, reader.settings.method).findings:
        assert body[finding.start : finding.end] == finding.text
