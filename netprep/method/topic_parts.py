"""A topic taken apart: the words and names that carry it, and its head, the thing it is about.

In "wet stalls on the windy side" that is the stalls, in "running the Peachtree" the Peachtree. The
rules are our own choice (grade D) and read English; topics in other languages are read word by word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from netprep.method.stems import says_little, stems
from netprep.model.frozen import frozen
from netprep.model.text import fold
from netprep.settings.method import MethodSettings

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ASIDE = _words("""
    about across after against along around as at before behind beside between beyond by during for from in into near
    on over since than that through to under until when where which while who whose with without
""")
"""Words that begin what is said beside the thing itself: "stalls ON the windy side". Not "of": it names the thing."""
_CALENDAR = _words("""
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays christmas easter ramadan thanksgiving january february march april may june
    july august september october november december
""")
_TIME = _CALENDAR | _words("""
    afternoon afternoons autumn evening evenings fall month months morning mornings night nights quarter season spring
    summer week weekend weekends weeks winter year years
""")
"""Words that say when; a topic is hardly ever about them."""
_SAYS_WHEN = _words("coming in last next on this")
"""Words before a time at the end of a topic: "running Boston NEXT APRIL"."""
_LIGHT = _words("""
    beginning caring dealing doing finishing going helping hoping hunting learning living looking planning preparing
    searching starting thinking training trying volunteering waiting wanting working
""")
"""Verbs that are about what follows, whatever stands between: "training for the marathon"."""
_NO_VERBS = _words("ceiling clothing evening housing morning spring sterling string wedding")
_OWNS = _words("a an her his my our several their three two your")
_FOOT_RACES = _words(
    "lap laps leg legs marathon marathons mile miles parkrun parkruns race races relay relays trail ultra"
)
_RUN_OTHERWISE = _words("into late low out short")
_OFFICES = _words("a council mayor office re the")


class _Word(NamedTuple):
    """A word of a text, folded, with its stem; the stem of a word that says nothing is empty."""

    text: str
    low: str
    start: int
    end: int
    stem: str


@frozen
class Part:
    """A word of a topic, or a name of several words; ``weight`` is how much of the topic it is."""

    stems: tuple[str, ...]
    weight: float
    is_name: bool = False


@frozen
class Topic:
    """A topic taken apart.

    Attributes:
        text: as it was written.
        parts: what carries it.
        head: what it is about; None where nothing carries it.
        verb: the stem of the -ing form it begins with.
        is_light: whether that verb says nothing by itself, as in "training for the marathon".
    """

    text: str
    parts: tuple[Part, ...]
    head: Part | None
    verb: str | None = None
    is_light: bool = False

    @property
    def stems(self) -> frozenset[str]:
        """All stems of its parts."""
        return frozenset(stem for part in self.parts for stem in part.stems)


def read_topic(text: str, settings: MethodSettings) -> Topic:
    """A topic taken apart into words, names and head."""
    return _read(text, settings.common_aside)


def says(text: str, wanted: Collection[str]) -> bool:
    """Whether a topic has all of these stems: as :func:`read_topic` reads it, at a tenth of the cost."""
    found = stems(text)
    runs_otherwise = fold(text).startswith("running") and _runs_otherwise(_words_of(text))
    return set(wanted) <= set(found[1:] if runs_otherwise else found)


@lru_cache(maxsize=1024)
def _read(text: str, aside_weight: float) -> Topic:
    words = _without_time(_words_of(text))
    first = _gerund(words)
    object_follows = bool(first and _takes_object(words))
    parts: list[Part] = []
    head: Part | None = None
    verb: str | None = None
    aside = False
    for number, run in _runs(text, words):
        begins_aside = run[0].low in _ASIDE and bool(parts) and not (number == 1 and object_follows)
        aside = aside or begins_aside
        found = tuple(word.stem for word in run if word.stem)
        is_verb = number == 0 and first is not None
        if not found or (is_verb and _runs_otherwise(words)):
            continue
        is_name = _is_name(words, number)
        small = (is_verb and object_follows) or run[0].low in _TIME
        part = Part(found, aside_weight if small or (aside and not is_name) else 1.0, is_name)
        parts.append(part)
        if is_verb:
            verb = found[0]
        if not small and not aside:
            head = part
    return Topic(text, tuple(parts), head or (parts[-1] if parts else None), verb, first in _LIGHT)


def is_doing(topic: str) -> bool:
    """Whether a topic is something one does: "opening a second shop", and not "Boston" or "the wedding"."""
    return _gerund(_words_of(topic)) is not None


def carries(stem: str) -> bool:
    """Whether a stem says something: no weekday, no month, none of the words that stand in every topic."""
    return not says_little(stem) and stem not in _CALENDAR


def words_shared(text: str, both: Collection[str]) -> str:
    """The words of a topic that carry these stems, as they stand there: the last stretch that is no verb."""
    words = _words_of(text)
    is_verb_first = _gerund(words) is not None and len(words) > 1
    stretches: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        if word.stem not in both:
            continue
        if stretches and stretches[-1][1] == number - 1 and not (number == 1 and is_verb_first):
            stretches[-1] = (stretches[-1][0], number)
        else:
            stretches.append((number, number))
    if not stretches:
        return text
    first, last = stretches[-1]
    return text[words[first].start : words[last].end]


def _words_of(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        low = fold(match[0])
        stem = next(iter(stems(low)), "")
        found.append(_Word(match[0], low, match.start(), match.end(), stem))
    return found


def _without_time(words: list[_Word]) -> list[_Word]:
    """The words without those at the end that only say when: "next April", "in April 2027"."""
    for start in range(max(1, len(words) - 3), len(words) - 1):
        rest = (word.low for word in words[start + 1 :])
        if words[start].low in _SAYS_WHEN and all(low.isdigit() or (low in _TIME and low[-1] != "s") for low in rest):
            return words[:start]
    return words


def _runs_otherwise(words: Sequence[_Word]) -> bool:
    """Running that is not with the feet: "running a bakery", "running for the council", "running late"."""
    first, second, third, *_ = (*(word.low for word in words[:3]), "", "", "")
    if first != "running":
        return False
    owns = second in _OWNS and not any(word.low in _FOOT_RACES or word.low[:1].isdigit() for word in words)
    return owns or second in _RUN_OTHERWISE or (second == "for" and third in _OFFICES)


def _gerund(words: Sequence[_Word]) -> str | None:
    """The -ing form that a topic begins with, folded."""
    first = words[0].low if words else ""
    return first if first.endswith("ing") and len(first) > 4 and first not in _NO_VERBS else None


def _takes_object(words: Sequence[_Word]) -> bool:
    """Whether the -ing form at the start is about what follows it: "keeping bees", not "swimming in the sea"."""
    following = words[1].low if len(words) > 1 else ""
    if not following or following in ("and", "or"):
        return False
    return following not in _ASIDE or following == "to" or words[0].low in _LIGHT


def _runs(text: str, words: Sequence[_Word]) -> Iterator[tuple[int, list[_Word]]]:
    """The words one by one with their number, those of one name together."""
    run: list[_Word] = []
    start = 0
    in_name = False
    for number, word in enumerate(words):
        is_name = _is_name(words, number)
        if run and not (is_name and in_name and not text[run[-1].end : word.start].strip(" -–&")):
            yield start, run
            run = []
        if not run:
            start = number
        run.append(word)
        in_name = is_name
    if run:
        yield start, run


def _is_name(words: Sequence[_Word], number: int) -> bool:
    word = words[number]
    if not word.text[0].isupper() or word.low in _CALENDAR or word.text == "I":
        return False
    if number > 0 or (word.text.isupper() and len(word.text) > 1):
        return True
    following = words[1] if len(words) > 1 else None
    opens_name = following is not None and following.text[0].isupper() and following.low not in _CALENDAR
    return opens_name and _gerund(words) is None
