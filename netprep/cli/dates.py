"""Dates as commands print them to the user: short, with the weekday where it is near."""

from __future__ import annotations

from datetime import date

from netprep.model.moment import Moment

_WEEK = 7


def short_day(day: date, today: date) -> str:
    """A day near today by its weekday ("Friday"), another by its date ("Fri 4 Dec 2026")."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    if 0 < days < _WEEK:
        return day.strftime("%A")
    return f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")


def tiny_day(day: date, today: date) -> str:
    """A day for the narrow first column of a list: "Fri", "4 Dec", "Mar 2027"."""
    days = (day - today).days
    if days == 0:
        return "Today"
    if 0 < days < _WEEK:
        return day.strftime("%a")
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day:%b} {day.year}"


def moment_text(moment: Moment) -> str:
    """A moment with its time and zone, where it has them: "Thu 19 Nov 2026, 18:00 UTC-05:00"."""
    day = f"{moment.day:%a} {moment.day.day} {moment.day:%b %Y}"
    at = moment.time_of_day
    if at is None:
        return day
    zone = f" {at.tzname()}" if at.tzinfo else ""
    return f"{day}, {at:%H:%M}{zone}"
