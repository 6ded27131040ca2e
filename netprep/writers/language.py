"""A language's way with dates, names and capitals, read from ``prompts/words/``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from netprep.errors import UsageError
from netprep.method.needs import is_need
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.text import fold, one_line

_EVENING = 17
_MORNING_ENDS = 12
_WEEK = 7
_DAY_IS_REMEMBERED = 30
_MONTH_IS_ENOUGH = 300
"""Days for which a month needs no year."""
_MARKS = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'"}
"""Days after which people name the month, not the day."""


@frozen
class Language:
    """The words of one language, and the instant they are spoken at."""

    words: Mapping[str, Any]
    now: datetime

    @classmethod
    def load(cls, folder: Path, code: str, now: datetime) -> Language:
        """The language ``code`` from the folder of built-in prompts.

        Raises:
            UsageError: there is no such language.
        """
        import tomllib

        path = folder / "words" / f"{code}.toml"
        if not code.isalpha() or not path.is_file():
            known = ", ".join(sorted(each.stem for each in (folder / "words").glob("*.toml")))
            raise UsageError(f"There is no language “{code}”.", hint=f"Notes can be written in: {known}.")
        return cls(tomllib.loads(path.read_text(encoding="utf-8")), now)

    def filters(self) -> dict[str, Callable[..., Any]]:
        """What templates can do with a value: ``{{ anchor | sentence }}`` and so on."""
        return {
            "when": self.when,
            "by": self.by,
            "around": self.around,
            "the_event": self.the_event,
            "sentence": sentence,
            "quoted": quoted,
            "their_question": sentence,
            "is_need": is_need,
        }

    def when(self, moment: Moment) -> str:
        """When something was or will be: "last night", "on Thursday", "in March 2025"."""
        return self._spoken("when", self._when_key(moment), moment.day)

    def around(self, moment: Moment) -> str:
        """When something will be, as exactly as people need it: "on 3 December", "in April", "in April 2028"."""
        days = (moment.day - self.now.date()).days
        if abs(days) <= _DAY_IS_REMEMBERED:
            return self.when(moment)
        return self._spoken("when", "long_ago" if abs(days) <= _MONTH_IS_ENOUGH else "other_year", moment.day)

    def occasion(self, topic: str) -> str:
        """A topic as what is on a certain day: "running Boston next April" is "Boston"."""
        words = one_line(topic).split()
        while len(words) > 1 and (count := self._words_of_time(words)):
            words = words[:-count]
        names_it = len(words) > 1 and (words[1][0].isupper() or words[1].lower() in self.words["opens_a_name"])
        if names_it and words[0].lower() in self.words["left_out_before_a_name"]:
            words = words[1:]
        return " ".join(words)

    def by(self, moment: Moment) -> str:
        """By when something is due: "by Friday", "by 4 December"."""
        days = (moment.day - self.now.date()).days
        near = {0: "today", 1: "tomorrow"}.get(days, "near" if abs(days) < _WEEK else "")
        same_year = "this_year" if abs(days) < _MONTH_IS_ENOUGH else "other_year"
        return self._spoken("by", near or same_year, moment.day)

    def short(self, day: date) -> str:
        """A day on a narrow page: "9 May", with its year where that is another one."""
        return self._spoken("short", "this_year" if day.year == self.now.year else "other_year", day)

    def short_day(self, day: date) -> str:
        """A day with its weekday, where room is short: "Thu 14 May"."""
        return self._spoken("short", "weekday", day)

    def since(self, moment: Moment) -> str:
        """A past day as it stands after "since": "last night", "Thursday", "2 April", "March 2025"."""
        return self._spoken("since", self._when_key(moment), moment.day)

    def the_event(self, name: str) -> str:
        """An event's name as it stands in a sentence, with its article if it takes one."""
        bare = re.sub(r"^the\s+", "", one_line(name), flags=re.IGNORECASE)
        had_article = bare != one_line(name)
        gathering = any(fold(bare).endswith(word) for word in self.words["gatherings"])
        return f"the {bare}" if had_article or gathering else bare

    def first_name(self, name: str) -> str:
        """What to call somebody: the name without titles, up to the first blank; of a pair, both."""
        people = re.split(rf"\s+(?:&|{self.words['and']})\s+", one_line(name))
        return f" {self.words['and']} ".join(self._first_of(person) for person in people)

    def formal_name(self, name: str) -> str:
        """What to call somebody formally: title and surname where there is a title, else the name."""
        parts = one_line(name).split()
        titled = len(parts) > 1 and parts[0].lower() in self.words["titles"]
        return f"{parts[0]} {parts[-1]}" if titled else one_line(name)

    def _first_of(self, name: str) -> str:
        family, comma, given = name.partition(", ")
        parts = (given if comma else family).split()
        while len(parts) > 1 and parts[0].lower() in self.words["titles"]:
            parts.pop(0)
        return parts[0] if parts else name

    def _words_of_time(self, words: Sequence[str]) -> int:
        """How many words at the end only say when: "next April", "in April 2027"; 0 where none do."""
        spans = {fold(word) for word in (*self.words["spans"], *self.words["months"], *self.words["short_months"])}
        for count in (2, 3):
            lead, *rest = (fold(word) for word in words[-count:])
            says_when = lead in self.words["says_when"] and all(word in spans or word.isdigit() for word in rest)
            if count < len(words) and len(rest) == count - 1 and says_when:
                return count
        return 0

    def is_action(self, what: str) -> bool:
        """Whether a promise is something to do ("send the plan"), not a thing ("the plan")."""
        first, _, rest = what.strip().partition(" ")
        verb = first_word(first)
        if verb in self.words["actions_or_things"]:
            return first_word(rest) in self.words["opens_an_object"]
        return verb in self.words["actions"]

    def is_clause(self, text: str) -> bool:
        """Whether a memory is told as a sentence ("we both got lost"), not as a thing."""
        low = f"{fold(text)} "
        return any(low.startswith(f"{start} ") for start in self.words["clause_starts"])

    def _spoken(self, table: str, key: str, day: date) -> str:
        pattern: str = self.words[table][key]
        return pattern.format(
            weekday=self.words["weekdays"][day.weekday()],
            day=day.day,
            month=self.words["months"][day.month - 1],
            short_weekday=self.words["short_weekdays"][day.weekday()],
            short_month=self.words["short_months"][day.month - 1],
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
        if moment.day.year != self.now.year and abs(days) > _MONTH_IS_ENOUGH:
            return "other_year"
        if days < -_DAY_IS_REMEMBERED:
            return "long_ago"
        return "this_year"

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
    inner = re.sub(r'"([^"]*)"|“([^”]*)”', lambda match: f"‘{match[1] or match[2] or ''}’", bare_quote(text))
    return f"“{inner}”"


def bare_quote(text: str) -> str:
    """Somebody's own words without quotation marks around them or a full stop after them."""
    text = one_line(text)
    for opening, closing in _MARKS.items():
        inner = text[1:-1]
        if len(text) > 2 and text[0] == opening and text[-1] == closing and not {opening, closing} & set(inner):
            text = inner.strip()
    return text.rstrip(".,;: ")
