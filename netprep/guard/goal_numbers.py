"""The numbers of a goal: how many people it wants, and whether it holds anything else."""

from __future__ import annotations

import re

from netprep.guard.phrases import lazily
from netprep.model.frozen import frozen

_IN_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "dozen": 12}
_NUMBER = rf"\b(?P<number>\d{{1,6}}|{'|'.join(_IN_WORDS)})"
_PEOPLE = (
    r"(?:people|persons?|contacts?|connections?|names|cards|strangers|guests|members|founders|owners|professionals"
    r"|conversations|introductions)"
)
_NO_PEOPLE = (
    r"(?:minutes?|hours?|years?|months?|weeks?|days?|times|questions?|things|ideas|tips|ways|stands|talks|sessions"
    r"|percent|euros?|dollars?|pounds?|million|thousand|hundred|am|pm|to|and|or|of|in|on|at|by|o)"
)
_WANTED = lazily(rf"{_NUMBER}\s+(?:new\s+)?(?:[^\W\d_]+\s+){{0,1}}{_PEOPLE}\b", re.IGNORECASE)
_TALKED_TO = lazily(
    r"\b(?:meet(?:ing)?|(?:talk|speak)(?:ing)? (?:to|with)|(?:learn|hear)(?:ing)? (?:from|how)"
    r"|get(?:ting)? to know|greet)"
    rf"\s+(?:at least |as many as |up to |about )?{_NUMBER}\s+(?!{_NO_PEOPLE}\b)[^\W\d_]+",
    re.IGNORECASE,
)
_COUNTS_ONLY = lazily(
    r"\s*(?:get|collect|meet|talk to|swap|exchange|make)?\s*(?:at least |as many as )?"
    rf"(?:\d+|{'|'.join(_IN_WORDS)}|many|lots of)"
    r"\s+(?:new )?(?:\w+\s)?(?:cards?|people|contacts?|connections?|names?|numbers?)\s*\.?\s*",
    re.IGNORECASE,
)
_WORDS = lazily(r"[^\W_]+(?:['’][^\W_]+)?")
_SAYS_NOTHING = frozenset(
    [
        "a",
        "an",
        "and",
        "some",
        "the",
        "to",
        "of",
        "with",
        "for",
        "at",
        "in",
        "there",
        "my",
        "me",
        "myself",
        "i",
        "it",
        "be",
        "is",
        "go",
        "out",
        "up",
        "as",
        "more",
        "lot",
        "lots",
        "bit",
        "just",
        "network",
        "networking",
        "socialise",
        "socialize",
        "socialising",
        "mingle",
        "mingling",
        "connect",
        "connecting",
        "fun",
        "enjoy",
        "enjoyable",
        "evening",
        "night",
        "event",
        "time",
        "good",
        "great",
        "nice",
        "have",
        "having",
        "get",
        "getting",
        "make",
        "making",
        "do",
        "doing",
        "meet",
        "meeting",
        "see",
        "seeing",
        "talk",
        "talking",
        "chat",
        "chatting",
        "new",
        "interesting",
        "exciting",
        "inspiring",
        "inspired",
        "cool",
        "right",
        "relevant",
        "nice",
        "like",
        "minded",
        "likeminded",
        "people",
        "persons",
        "folks",
        "somebody",
        "someone",
        "everyone",
        "everybody",
        "contacts",
        "connections",
        "connection",
        "acquaintances",
        "others",
        "else",
        "something",
        "anything",
        "things",
        "what",
        "happens",
        "happen",
        "learn",
        "learning",
        "face",
        "show",
        "present",
        "around",
        "experience",
        "expand",
        "expanding",
        "grow",
        "growing",
        "build",
        "building",
        "widen",
        "circle",
        "visible",
        "visibility",
        "know",
        "knowing",
        "hang",
        "hanging",
        "try",
        "best",
    ]
)
_COUNTED = frozenset(
    ["cards", "card", "names", "name", "numbers", "number", "phone", "business", "email", "emails", "addresses"]
)


@frozen
class Wanted:
    """How many people a goal names, and where: offsets in the goal."""

    number: int
    start: int
    end: int


def people_wanted(goal: str) -> Wanted | None:
    """The largest number of people a goal names; numbers of anything else do not count."""
    matches = [*_WANTED().finditer(goal), *_TALKED_TO().finditer(goal)]
    wanted = [Wanted(_read(match["number"]), *match.span()) for match in matches]
    return max(wanted, key=lambda each: each.number, default=None)


def is_only_a_number(goal: str) -> bool:
    """Whether a goal counts something and says nothing else."""
    if _COUNTS_ONLY().fullmatch(goal):
        return True
    words = _words(goal)
    counted = [word for word in words if _is_number(word)]
    return bool(counted) and all(word in _SAYS_NOTHING | _COUNTED for word in words if not _is_number(word))


def is_vague(goal: str) -> bool:
    """Whether a goal is made of words that leave nothing to tell afterwards."""
    words = _words(goal)
    return bool(words) and all(word in _SAYS_NOTHING for word in words)


def _words(goal: str) -> list[str]:
    return [word.lower() for word in _WORDS().findall(goal)]


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in _IN_WORDS or word == "many"


def _read(number: str) -> int:
    return int(number) if number.isdecimal() else _IN_WORDS[number.lower()]
