"""Numbers in a text, in digits and in words, with what they count as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from netprep.guard.phrases import lazily
from netprep.model.frozen import frozen

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip

SCALES: dict[str, float] = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
VALUES: dict[str, int] = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 20 + 10 * step for step, word in enumerate(_TENS)}
    | {word: value for value, word in enumerate(_ORDINALS, start=3)}
    | {"first": 1, "second": 2}
    | {word.removesuffix("y") + "ieth": 20 + 10 * step for step, word in enumerate(_TENS)}
)
_SCALE_FORMS = {form: value for word, value in SCALES.items() for form in (word, f"{word}th")}
_SUFFIXES = {"k": 1000.0, "bn": 1e9, "mn": 1e6}
_FREE = frozenset({"one", "two", "first", "second"})
_COUNTING = frozenset(VALUES) | frozenset(_SCALE_FORMS)
_UNITS = {
    "%": "%", "percent": "%", "per cent": "%",
    "$": "$", "dollar": "$", "dollars": "$", "usd": "$", "bucks": "$",
    "€": "€", "euro": "€", "euros": "€", "eur": "€",
    "£": "£", "pound": "£", "pounds": "£", "gbp": "£", "¥": "¥",
}  # fmt: skip
_IDIOMS = lazily(
    r"(?:thanks a million|a million thanks|a thousand thanks|a hundred times|third part(?:y|ies)|nine to five"
    r"|one in a million|high five|cloud nine|at sixes and sevens|ten to one|24/7|50[/-]50|1:1|1-(?:to|on)-1)(?!\w)",
    re.IGNORECASE,
)


@frozen
class NumberSpan:
    """A number: the values it may mean ("1.200" is two), and ``%`` or a currency sign."""

    start: int
    end: int
    values: frozenset[float]
    unit: str = ""


@lru_cache(maxsize=1)
def _digits() -> re.Pattern[str]:
    return re.compile(
        r"(?P<before>[$€£¥]\s?)?(?<!\w)(?<!\d[.,])(?P<digits>\d+(?:[.,]\d+)*)"
        r"(?:(?P<suffix>k|bn|mn|m|x|st|nd|rd|th)(?![\w]))?"
        r"(?P<scale>\s(?:hundred|thousand|million|billion|dozen)\b)?"
        r"(?P<after>\s?(?:%|€|£|\$|per cent\b|percent\b|dollars?\b|euros?\b|pounds?\b|usd\b|eur\b|gbp\b|bucks\b))?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _words(present: frozenset[str]) -> re.Pattern[str]:
    """Numbers made of the counting words that are there: a small expression is quickly made."""
    one = "|".join(sorted(present, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:{one})(?:[\s-]{{1,3}}(?:and\s)?(?:{one}))*(?!\w)"
        r"(?P<after>\s(?:per cent|percent|dollars?|euros?|pounds?|bucks)\b)?",
        re.IGNORECASE,
    )


def numbers(text: str) -> Iterator[NumberSpan]:
    """Every number in ``text`` but the words "one", "two", "first" and "second"."""
    # Most notes have no number: they do not pay for expressions that would find none.
    has_digits, counting = has_digit(text), words_of(text) & _COUNTING
    if not has_digits and counting <= _FREE:
        return
    idioms = [match.span() for match in _IDIOMS().finditer(text)]
    for match in _digits().finditer(text) if has_digits else ():
        if any(start <= match.start() < end for start, end in idioms):
            continue
        unit = _unit(match["before"] or match["after"])
        yield NumberSpan(*match.span(), _readings(match["digits"], match["suffix"], match["scale"]), unit)
    for match in _words(counting).finditer(text) if not counting <= _FREE else ():
        said = match[0].removesuffix(match["after"] or "").casefold()
        if _FREE.issuperset(re.split(r"[\s-]+", said)) or any(start <= match.start() < end for start, end in idioms):
            continue
        yield from _counted(match, said)


_ONE_AND_ANOTHER = lazily(r"(?<!hundred)(?<!thousand)(?<!million)(?<!dozen)\s+and\s+|(?<=th)\s+one\b")


def _counted(match: re.Match[str], said: str) -> Iterator[NumberSpan]:
    """A number in words; "eight and twelve" are two, and so is "the fourth one"."""
    start = match.start()
    at = 0
    for joint in [*_ONE_AND_ANOTHER().finditer(said), None]:
        end = joint.start() if joint else len(said)
        part = said[at:end]
        if part.strip() and not _FREE.issuperset(re.split(r"[\s-]+", part.strip())):
            yield NumberSpan(start + at, start + end, frozenset({_spoken(part)}), _unit(match["after"]))
        at = joint.end() if joint else end


def has_digit(text: str) -> bool:
    """Whether there is any digit in ``text``."""
    return any(letter.isdigit() for letter in text)


def words_of(text: str) -> frozenset[str]:
    """The words of ``text`` in lower case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def _unit(written: str | None) -> str:
    return _UNITS.get((written or "").strip().casefold(), "")


def _readings(digits: str, suffix: str | None, scale: str | None) -> frozenset[float]:
    times = _SUFFIXES.get((suffix or "").casefold(), 1.0) * SCALES.get((scale or "").strip().casefold(), 1)
    plain = digits.replace(",", "").replace(".", "")
    found = {_number(plain)}
    marks = [mark for mark in digits if mark in ".,"]
    if len(set(marks)) == 2 or len(marks) == 1:
        head, _, tail = digits.replace(",", ".").rpartition(".")
        decimal = _number(f"{head.replace('.', '')}.{tail}")
        found = {_number(plain), decimal} if len(tail) == 3 and len(marks) == 1 else {decimal}
    return frozenset(value * times for value in found)


def _number(digits: str) -> float:
    return float(digits[:300])


def _spoken(said: str) -> float:
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", said):
        if word in _SCALE_FORMS:
            scale = _SCALE_FORMS[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            current += VALUES.get(word, 0)
    return total + current
