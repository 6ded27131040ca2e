"""Days and counts as people say them, and the day arithmetic the method shares."""

from __future__ import annotations

from datetime import date, timedelta

from netprep.model.records import Entry
from netprep.model.words import Sensitivity

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spoken(day: date, today: date) -> str:
    """A day as it is said in short: ``3 Mar``, with its year where that is another one."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 day``, ``2 days``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """Text with a capital at its start and a full stop at its end."""
    text = text.strip()
    closed = text if text.endswith((".", "?", "!")) else f"{text}."
    return closed[:1].upper() + closed[1:] if text else ""


def add_days(day: date, days: int) -> date:
    """The day ``days`` later, or the last one there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def what_promised(promise: Entry) -> str:
    """A promise's words in their marks; those of a promise that is not open to be seen are kept out."""
    if promise.sensitivity is not Sensitivity.OPEN:
        return "something you keep private"
    return f"“{promise.what}”" if promise.what else "something"
