"""Honest notes pass untouched; bad ones are named; one changed word of an honest note is caught."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from guard_notes import BAD, HONEST, Bad, Honest

from netprep.guard import judge, review_text
from netprep.model.plan import Finding, Level, Status
from netprep.settings.method import MethodSettings

SETTINGS = MethodSettings()


def read(note: Honest | Bad, body: str) -> tuple[Finding, ...]:
    return review_text(note.subject, body, note.form, note.context, SETTINGS)


def lies() -> Iterator[object]:
    for note in HONEST:
        for true, false in note.lies:
            yield pytest.param(note, true, false, id=f"{note.id}-{false}")


@pytest.mark.parametrize("note", HONEST, ids=lambda note: note.id)
def test_an_honest_note_gives_no_error_and_no_warning(note: Honest) -> None:
    found = read(note, note.body)
    assert [finding for finding in found if finding.level is not Level.INFO] == []
    assert judge(found, note.body) is Status.SEND_READY


@pytest.mark.parametrize("note", BAD, ids=lambda note: note.id)
def test_a_bad_note_breaks_the_rules_named(note: Bad) -> None:
    found = read(note, note.body)
    assert note.rules <= {finding.rule for finding in found}
    assert all(finding.message and finding.suggestion for finding in found)


@pytest.mark.parametrize(("note", "true", "false"), list(lies()))
def test_one_word_changed_is_an_error(note: Honest, true: str, false: str) -> None:
    assert true in note.body
    found = read(note, note.body.replace(true, false, 1))
    errors = {finding.rule for finding in found if finding.level is Level.ERROR}
    assert errors & {"M04", "M22"}
    assert judge(found, note.body) is Status.NOT_USABLE


@pytest.mark.parametrize("note", [note for note in HONEST if "https://" in note.body], ids=lambda note: note.id)
def test_a_link_with_any_byte_changed_is_an_error(note: Honest) -> None:
    start = note.body.index("https://")
    end = start + len(note.body[start:].split()[0].rstrip("."))
    for at in range(start, end):
        for other in "xX/.-7":
            if note.body[at] != other and not (at == end - 1 and other == "."):
                changed = note.body[:at] + other + note.body[at + 1 :]
                assert "M04" in {finding.rule for finding in read(note, changed)}, changed[start:end]


@pytest.mark.parametrize("note", HONEST, ids=lambda note: note.id)
def test_without_facts_the_specifics_are_errors(note: Honest) -> None:
    bare = type(note.context)((), note.context.stage, note.context.gate, names=("Nobody",), today=note.context.today)
    found = review_text(note.subject, note.body, note.form, bare, SETTINGS)
    assert {"M22", "M04"} & {finding.rule for finding in found if finding.level is Level.ERROR}
