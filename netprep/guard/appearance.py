"""How a message looks before it is read: long sentences, capitals, exclamation marks, lists (M25, M40, M55)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.book import book
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.guard.phrases import lazily
from netprep.guard.rules import RULES
from netprep.model.plan import Finding
from netprep.model.rules import Does

LONGEST_SENTENCE = 25
"""Words of a sentence that can be taken in at one reading."""
HIGHEST_GRADE = 8
"""School years a reader needs at most."""
_LEAST_WORDS = 40
"""Words below which a text is too short for a grade to mean anything."""
_MOST_SHOUTED = 2
_MOST_EXCLAIMED = 3
_MOST_PICTURES = 4
_LEAST_ITEMS = 3

_VOWELS = lazily(r"[aeiouyà-öø-ÿ]+")
_CAPITALS = lazily(r"[A-Z]{4}")
"""Whatever shouts has these, and they are faster to look for."""
_SHOUTED = lazily(r"\b[A-Z]{4,}\b")
_EXCLAIMED = lazily(r"!+")
_PICTURE = lazily("[\U0001f300-\U0001faff\u2600-\u27bf]")
_ITEM = lazily(r"^[ \t]*(?:[-•*–→✓✔✅➤▪]|\d{1,2}[.)])[ \t]+\S[^\r\n]*", re.MULTILINE)


def appearance(message: Message, marks: Marks) -> Iterator[Finding]:
    """Findings on what a message looks like. They are hints, but for a list that sells."""
    yield from _long_sentences(message)
    yield from _grade(message)
    yield from _shouting(message)
    yield from _benefits(message, marks)


def _long_sentences(message: Message) -> Iterator[Finding]:
    words = message.words
    for sentence in range(*message.content):
        first, after = words.bounds(sentence)
        if after - first > LONGEST_SENTENCE:
            told = f"{after - first} words in one sentence; {LONGEST_SENTENCE} are enough."
            yield RULES["M25"].at(message.body, words.span(first, after), told)


def _grade(message: Message) -> Iterator[Finding]:
    grade = grade_level(message)
    if grade is not None and grade > HIGHEST_GRADE:
        told = f"This takes {grade:.0f} years of school to read; {HIGHEST_GRADE} are enough for a note."
        yield RULES["M25"].at(message.body, (0, 0), told, "Shorter words do more than shorter sentences here.")


def grade_level(message: Message) -> float | None:
    """School years it takes to read a message (Kincaid and others 1975); None where it is too short to say."""
    words, sentences = len(message.words), message.words.sentences
    if words < _LEAST_WORDS:
        return None
    syllables = len(_VOWELS().findall(message.body.lower()))
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _shouting(message: Message) -> Iterator[Finding]:
    body, rule = message.body, RULES["M55"]
    marks = list(_EXCLAIMED().finditer(body)) if "!" in body else []
    if sum(len(match[0]) for match in marks) > _MOST_EXCLAIMED or any(len(match[0]) > 1 for match in marks):
        loudest = max(marks, key=lambda match: len(match[0]))
        yield rule.at(body, loudest.span(), "So many exclamation marks shout.")
    if not body.isupper():
        shouted = list(_SHOUTED().finditer(body)) if _CAPITALS().search(body) else []
        if len(shouted) > _MOST_SHOUTED:
            yield rule.at(body, shouted[_MOST_SHOUTED].span(), f"“{shouted[_MOST_SHOUTED][0]}” shouts.")
    elif len(message.words) > _MOST_SHOUTED:
        yield rule.at(body, (0, len(body)), "Nothing but capitals shouts.")
    if not body.isascii():
        pictures = list(_PICTURE().finditer(body))
        if len(pictures) > _MOST_PICTURES:
            yield rule.at(body, pictures[_MOST_PICTURES].span(), f"{len(pictures)} little pictures drown the words.")


def _benefits(message: Message, marks: Marks) -> Iterator[Finding]:
    if "\n" not in message.body or not any(book().does(name) is Does.PITCH for name in marks.hits):
        return
    items = list(_ITEM().finditer(message.body))
    if len(items) >= _LEAST_ITEMS:
        span = items[0].start(), items[-1].end()
        yield RULES["M40"].at(
            message.body, span, f"A list of {len(items)} points beside an offer reads like an advertisement."
        )
