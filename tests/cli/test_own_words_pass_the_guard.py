"""Whatever netprep writes from its made-up notebook passes its own guard, with no error and no warning."""

from __future__ import annotations

from datetime import date

import pytest

from netprep.guard import Context, read_text
from netprep.model.plan import GateAnswer, Level
from netprep.model.words import AskClass, FollowupKind, Form, StageCode
from netprep.settings.method import MethodSettings
from tests.conftest import Made, Netprep, make_demo

NOBODY = Context((), StageCode.V, GateAnswer(AskClass.A0, "allow", ""), tone_only=True, today=date(2026, 11, 20))


@pytest.fixture
def filled(made: Made) -> Netprep:
    return made(make_demo)


def contacts(netprep: Netprep) -> list[str]:
    return [each["id"] for each in netprep("contact", "list", "--format", "json").json["contacts"]]


def wrong(findings: list[dict[str, str]]) -> list[dict[str, str]]:
    return [each for each in findings if each["level"] in ("error", "warn")]


@pytest.mark.parametrize("kind", [None, *FollowupKind])
def test_every_note_of_the_demo_passes(filled: Netprep, kind: FollowupKind | None) -> None:
    written = 0
    for contact in contacts(filled):
        done = filled("followup", contact, *(("--kind", kind.value) if kind else ()), "--format", "json", code=None)
        if done.code == 0:
            written += 1
            assert wrong(done.json["findings"]) == [], done.json["body"]
    assert written


def test_every_sentence_of_share_and_every_question_passes(filled: Netprep) -> None:
    said = []
    for contact in contacts(filled):
        shared = filled("share", contact, "--format", "json", code=None)
        if shared.code == 0:
            said += [each["sentence"] for each in shared.json["suggestions"]]
        asked = filled("questions", "--contact", contact, "--format", "json", code=None)
        if asked.code == 0:
            said += [each["text"] for each in asked.json["questions"]]
    assert len(said) > 5
    for sentence in said:
        reading = read_text(None, sentence, Form.PLAIN, NOBODY, MethodSettings())
        found = [each for each in reading.findings if each.level in (Level.ERROR, Level.WARN)]
        assert found == [], sentence
        assert not reading.verdict.is_pitch, sentence
