"""Drafts as documents: what ``--format json`` prints and what ``sent`` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from netprep.model.plan import Draft, Finding, GateAnswer, Known, Move, MoveName, Sentence, Status


def draft_document(draft: Draft) -> dict[str, Any]:
    """A draft as the JSON that ``netprep followup --format json`` promises, without ``version``."""
    plan, note = draft.plan, draft.note
    used = {fact for sentence in note.sentences for fact in sentence.facts}
    return {
        "contact": plan.contact,
        "kind": plan.kind.value,
        "form": plan.form.value,
        "channel": draft.channel,
        "subject": note.subject,
        "body": note.body,
        "status": draft.status.value,
        "backend": draft.backend,
        "model": draft.model,
        "fallback": draft.fallback,
        "sentences": [_sentence(sentence) for sentence in note.sentences],
        "facts": [
            {
                "id": known.id,
                "text": known.quote or known.text,
                "source": known.source.value,
                "date": str(known.date) if known.date else None,
            }
            for known in distinct(plan.allowed)
            if known.id in used and (known.text or known.quote)
        ],
        "findings": [finding_document(finding) for finding in draft.findings],
        "gate": gate_document(plan.gate),
        "promises": list(plan.promises),
        "due": str(plan.due) if plan.due else None,
        "words": note.words,
        "draft": draft.id,
    }


def gate_document(answer: GateAnswer) -> dict[str, Any]:
    """The gate's answer as JSON."""
    return {
        "class": answer.ask.value,
        "answer": answer.answer,
        "reason": answer.reason,
        "earliest": str(answer.earliest) if answer.earliest else None,
        "meanwhile": answer.meanwhile,
    }


def kept_draft(draft: Draft) -> dict[str, Any]:
    """What is kept of a draft, so that ``sent`` can record what the note carried."""
    plan, note = draft.plan, draft.note
    said = {move.name for move in plan.moves} & {sentence.move for sentence in note.sentences}
    moves = [move for move in plan.moves if move.name in said]
    return {
        "kind": plan.kind.value,
        "form": plan.form.value,
        "channel": draft.channel,
        "subject": note.subject,
        "body": note.body,
        "ready": draft.status is Status.SEND_READY,
        "ai_assisted": draft.model is not None,
        "keeps": [
            {"promise": move.facts[0], "item": move.facts[1], "url": move.values["url"]}
            for move in moves
            if move.name is MoveName.PROMISE and move.values["url"] and len(move.facts) > 1
        ],
        "gives": [given for move in moves if (given := _given(move))],
        "thanks": [move.facts[0] for move in moves if move.name is MoveName.THANKS and move.values["received"]],
        "asks": [
            {"class": plan.gate.ask.value, "text": move.values["words"]} for move in moves if move.name is MoveName.ASK
        ],
    }


def _given(move: Move) -> dict[str, Any] | None:
    """What a move gives, with the words that show that it still does; None where it only asks first."""
    values = move.values
    shows = {"thing": "title", "person": "name", "invitation": "event"}.get(str(values.get("shape", "thing")))
    if move.name is not MoveName.GIVE or shows is None or not values[shows]:
        return None
    return {"item": move.facts[0], "because": move.facts[1], "title": values[shows], "kind": values["kind"]}


def distinct(known: Iterable[Known]) -> Iterator[Known]:
    """Each thing once: a fact with two dates is known twice."""
    seen = set()
    for each in known:
        if (each.id, each.what, each.text) not in seen:
            seen.add((each.id, each.what, each.text))
            yield each


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "role": sentence.role.value,
        "move": sentence.move.value,
        "facts": list(sentence.facts),
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding as JSON."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }
