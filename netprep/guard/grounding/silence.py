"""Whether this is one note too many, or too soon (M50)."""

from __future__ import annotations

from datetime import date, timedelta

from netprep.guard.context import Context
from netprep.model.words import StageCode
from netprep.settings.method import MethodSettings

_WORKDAYS = 5


def too_soon(context: Context, settings: MethodSettings) -> str | None:
    """Why a note is too soon, in words; None where it is not, or where a promise is to be kept."""
    if context.they_wrote_last or context.promises or not context.unanswered or context.last_written is None:
        return None
    close = context.stage in (StageCode.C, StageCode.P)
    most = settings.silence_c if close else settings.silence_v
    days = (context.today - context.last_written).days
    if context.unanswered >= most and days < settings.rest_days:
        return f"{context.unanswered} of your messages have no answer yet; the last is {days} days old."
    worked = working_days(context.last_written, context.today)
    if worked < settings.nudge_working_days:
        return f"Your last message is {worked} working days old and has no answer yet."
    return None


def working_days(first: date, last: date) -> int:
    """Days from Monday to Friday after ``first``, up to ``last``."""
    days = (first + timedelta(days=day) for day in range(1, (last - first).days + 1))
    return sum(day.weekday() < _WORKDAYS for day in days)
