"""A brief as a document for programs: the fields of ``netprep brief --format json``."""

from __future__ import annotations

from typing import Any

from netprep.model.brief import Brief, BriefPerson, BriefQuestion
from netprep.model.records import Event


def brief_document(brief: Brief) -> dict[str, Any]:
    """The page as JSON can hold it."""
    return {
        "event": _event(brief.event),
        "capacity": {"new": _pair(brief.new), "keep": _pair(brief.keep)},
        "why": {"learn": brief.learn, "serve": brief.serve},
        "people": [_person(person) for person in brief.people],
        "strangers": [_question(question) for question in brief.strangers],
        "give_back": brief.give_back,
        "me": brief.me,
        "listen_for": list(brief.listen_for),
        "not_today": list(brief.not_today),
        "leave_with": brief.leave_with,
        "after": brief.after,
        "gaps": list(brief.gaps),
        "sections": [
            {"title": block.title, "lines": list(block.lines), "plugin": block.plugin} for block in brief.blocks
        ],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "name": event.name,
        "starts": str(event.starts),
        "ends": str(event.ends) if event.ends else None,
        "timezone": event.timezone,
        "place": event.place,
        "leave_at": str(event.leave_at) if event.leave_at else None,
        "debrief_at": str(event.debrief_at) if event.debrief_at else None,
        "role": event.role,
        "expected": len(event.attendees),
    }


def _pair(numbers: tuple[int, int] | None) -> list[int] | None:
    return list(numbers) if numbers else None


def _person(person: BriefPerson) -> dict[str, Any]:
    return {
        "name": person.name,
        "contact": person.contact,
        "stage": person.stage.value,
        "line": person.line,
        "give": person.give,
        "ask": [_question(question) for question in person.ask],
    }


def _question(question: BriefQuestion) -> dict[str, Any]:
    return {"id": question.id, "text": question.text, "facts": list(question.facts)}
