"""The lines under an event's name: when and where, when to leave, how many people, when to write it down."""

from __future__ import annotations

from collections.abc import Iterator

from netprep.model.brief import Brief
from netprep.model.moment import Moment
from netprep.model.text import at_a_glance
from netprep.writers.language import Language


def head_lines(brief: Brief, language: Language) -> Iterator[str]:
    """Hours and place; then the numbers."""
    event = brief.event
    words = language.words["brief"]
    leave = words["leave"].format(time=_at(event.leave_at, event.starts, language)) if event.leave_at else ""
    where = " ".join(filter(None, (hours(brief), at_a_glance(event.place or ""))))
    if first := " · ".join(filter(None, (where, leave))):
        yield first
    numbers = []
    if brief.talk_minutes:
        numbers.append(words["talking"].format(minutes=brief.talk_minutes))
    if brief.new and brief.keep:
        numbers += [
            words["new"].format(range=_range(brief.new)),
            words["keep"].format(range=_range(brief.keep)),
        ]
    if event.debrief_at:
        numbers.append(words["debrief"].format(time=_at(event.debrief_at, event.starts, language)))
    if numbers:
        text = " · ".join(numbers)
        yield text[:1].upper() + text[1:]


def hours(brief: Brief) -> str:
    """From when to when, in the event's own zone: "7:30-9:00"; nothing where no hour is known."""
    starts, ends = brief.event.starts.time_of_day, brief.event.ends.time_of_day if brief.event.ends else None
    if starts is None:
        return ""
    begin = f"{starts.hour}:{starts:%M}"
    return f"{begin}-{ends.hour}:{ends:%M}" if ends else begin


def _range(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(high) if low == high else f"{low}-{high}"


def _at(moment: Moment, starts: Moment, language: Language) -> str:
    """A time of the event's day, or a day and time where it is another one."""
    at = moment.time_of_day
    clock = f"{at.hour}:{at:%M}" if at else ""
    if moment.day == starts.day:
        return clock
    return " ".join(filter(None, (language.short_day(moment.day), clock)))
