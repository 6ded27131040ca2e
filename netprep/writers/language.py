"""A language's way with dates, names and capitals, read from ``prompts/words/``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.text import fold, one_line

_EVENING = 17
_MORNING_ENDS = 12
_WEEK = 7
_DAY_IS_REMEMBERED = 30
"""Days after which people name the month, not the day."""


@frozen
class Language:
    """The words of one language, and the instant they are spoken at."""

    words: Mapping[str, Any]
    now: datetime

    @classmethod
    def load(cls, folder: Path, code: str, now: datetime) -> Language:
        """The language ``code`` from the folder of built-in prompts."""
        import tomllib

        return cls(tomllib.loads((folder / "words" / f"{code}.toml").read_text(encoding="utf-8")), now)

    def filters(self) -> dict[str, Callable[..., str]]:
        """What templates can do with a value: ``{{ anchor | sentence }}`` and so on."""
        return {
            "when": self.when,
            "by": self.by,
            "the_event": self.the_event,
            "sentence": sentence,
            "quoted": quoted,
            "their_question": sentence,
        }

    def when(self, moment: Moment) -> str:
        """When something was or will be: "last night", "on Thursday", "in March 2025"."""
        return self._spoken("when", self._when_key(moment), moment.day)

    def by(self, moment: Moment) -> str:
        """By when something is due: "by Friday", "by 4 December"."""
        days = (moment.day - self.now.date()).days
        near = {0: "today", 1: "tomorrow"}.get(days, "near" if abs(days) < _WEEK else "")
        same_year = "this_year" if moment.day.year == self.now.year else "other_year"
        return self._spoken("by", near or same_year, moment.day)

    def the_event(self, name: str) -> str:
        """An event's name as it stands in a sentence, with its article if it takes one."""
        bare = re.sub(r"^the\s+", "", one_line(name), flags=re.IGNORECASE)
        had_article = bare != one_line(name)
        gathering = any(fold(bare).endswith(word) for word in self.words["gatherings"])
        return f"the {bare}" if had_article or gathering else bare

    def first_name(self, name: str) -> str:
        """What to call somebody: the name without titles, up to the first blank."""
        parts = one_line(name).split()
        while len(parts) > 1 and parts[0].lower() in self.words["titles"]:
            parts.pop(0)
        return parts[0] if parts else name

    def is_action(self, what: str) -> bool:
        """Whether a promise is something to do ("send the plan"), not a thing ("the plan")."""
        return first_word(what) in self.words["actions"]

    def is_clause(self, text: str) -> bool:
        """Whether a memory is told as a sentence ("we both got lost"), not as a thing."""
        return first_word(text) in self.words["clause_starts"]

    def _spoken(self, table: str, key: str, day: date) -> str:
        pattern: str = self.words[table][key]
        return pattern.format(
            weekday=self.words["weekdays"][day.weekday()],
            day=day.day,
            month=self.words["months"][day.month - 1],
            year=day.year,
        )

    def _when_key(self, moment: Moment) -> str:
        days = (moment.day - self.now.date()).days
        hour = moment.value.hour if isinstance(moment.value, datetime) else None
        if days == 0:
            return "today" if hour is None else self._part_of_today(hour)
        if days == -1:
            return "last_night" if hour is not None and hour >= _EVENING else "yesterday"
        if days == 1:
            return "tomorrow"
        if abs(days) < _WEEK:
            return "near"
        if moment.day.year != self.now.year and abs(days) > _DAY_IS_REMEMBERED:
            return "other_year"
        if abs(days) > _DAY_IS_REMEMBERED:
            return "long_ago" if days < 0 else "this_year"
        return "this_year" if moment.day.year == self.now.year else "other_year_soon"

    def _part_of_today(self, hour: int) -> str:
        if hour < _MORNING_ENDS:
            return "this_morning"
        return "this_evening" if hour >= _EVENING else "today"


def first_word(text: str) -> str:
    """The first word, folded and without punctuation."""
    words = re.findall(r"[\w'-]+", fold(text))
    return words[0] if words else ""


def sentence(text: str) -> str:
    """``text`` with a capital at its beginning; "iPhone" and "eBay" keep theirs."""
    text = one_line(text)
    first = text.split(" ", 1)[0]
    return text if any(letter.isupper() for letter in first) else text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """Somebody's own words in quotation marks, without a full stop or marks of their own."""
    return f"“{bare_quote(text)}”"


def bare_quote(text: str) -> str:
    """Somebody's own words without quotation marks around them or a full stop after them."""
    return one_line(text).strip("\"“”„«»'‘’ ").rstrip(".,;: ")
