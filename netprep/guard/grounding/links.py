"""Links, e-mail addresses, telephone numbers and times of day in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.phrases import lazily
from netprep.model.frozen import frozen

_TLD = (
    r"(?:com|org|net|io|co|uk|de|fr|es|it|nl|fi|se|no|dk|pl|ch|at|be|eu|us|ca|au|nz|ie|in|jp|example|test|dev|app|ai"
    r"|info|biz|me|tv|ly|gle|page|blog|shop|site|online|edu|gov|int)"
)
LINK = lazily(
    r"(?<![\w@.-])(?:"
    r"[a-z][a-z0-9+]{1,15}:/{1,3}[^\s<>\"“”]{1,2000}"
    rf"|[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.(?-i:{_TLD})(?![\w-]|\.\w)(?:[/?#:][^\s<>\"“”]{{0,2000}})?"
    r"|[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/[^\s<>\"“”]{1,2000}"
    r")",
    re.IGNORECASE,
)
ADDRESS = lazily(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}", re.IGNORECASE)
_PHONE = lazily(r"(?<![\w/.,])\+?\(?\d(?:[\s().\-]{0,3}\d){6,15}(?![\w])")
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TRAILING = ".,;:!?)]}>'\"”’»…"
_TIME = lazily(
    r"(?<![\w.,:/])(?:"
    r"(?P<h>\d{1,2})[:h](?P<m>\d{2})(?:\s?(?P<ap1>[ap])\.?m\b\.?)?"
    r"|(?P<h2>\d{1,2})(?:\.(?P<m2>\d{2}))?\s?(?P<ap2>[ap])\.?m\b\.?"
    r"|(?P<h3>\d{1,2})\s?(?:o['’]clock|uhr)"
    rf"|(?:a )?(?P<past>half past|quarter past|quarter to) (?P<hour>{'|'.join(_HOURS)}|\d{{1,2}})"
    rf"|(?P<word>{'|'.join(_HOURS)})\s(?:o['’]clock|(?P<ap3>[ap])\.?m\b\.?)"
    r"|(?P<noon>noon|midday)|(?P<midnight>midnight)"
    r")(?!\w)",
    re.IGNORECASE,
)


@frozen
class TimeSpan:
    """A time of day: the minutes after midnight it may mean ("six o'clock" is two)."""

    start: int
    end: int
    minutes: frozenset[int]


def bare(link: str) -> str:
    """A link without the punctuation of the sentence it stands in."""
    return link.rstrip(TRAILING)


def phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Telephone numbers: start, end, digits."""
    for match in _PHONE().finditer(text):
        yield match.start(), match.end(), digits_of(match[0])


def digits_of(text: str) -> str:
    """The digits of ``text`` and nothing else."""
    return "".join(character for character in text if character.isdecimal())


def times(text: str) -> Iterator[TimeSpan]:
    """Times of day."""
    for match in _TIME().finditer(text):
        if match["noon"] or match["midnight"]:
            yield TimeSpan(*match.span(), frozenset({12 * 60 if match["noon"] else 0}))
            continue
        if match["past"]:
            yield TimeSpan(*match.span(), _around(match["past"].casefold(), match["hour"].casefold()))
            continue
        word = match["word"]
        hour = _HOURS.index(word.casefold()) + 1 if word else int(match["h"] or match["h2"] or match["h3"])
        minute = int(match["m"] or match["m2"] or 0)
        if hour > 24 or minute > 59:
            continue
        yield TimeSpan(*match.span(), _readings(hour, minute, match["ap1"] or match["ap2"] or match["ap3"]))


_PARTS = {"half past": 30, "quarter past": 15, "quarter to": -15}


def _around(part: str, hour: str) -> frozenset[int]:
    """A time told by the hour next to it: "half past six"."""
    full = int(hour) if hour.isdecimal() else _HOURS.index(hour) + 1
    return frozenset((minutes + _PARTS[part]) % (24 * 60) for minutes in _readings(full, 0, None))


def _readings(hour: int, minute: int, half: str | None) -> frozenset[int]:
    if half:
        return frozenset({(hour % 12 + (12 if half.casefold() == "p" else 0)) * 60 + minute})
    hours = {hour, hour + 12} if hour <= 12 else {hour}
    return frozenset(this % 24 * 60 + minute for this in hours)
