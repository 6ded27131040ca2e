"""Rows to records and back."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable
from typing import Any

from netprep.model.codec import from_document, to_document
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Event, Fact, Group, LibraryItem, Me
from netprep.model.text import clean

_LONG = 5
"""Letters from which on a word has enough threes of its own to be found by."""
_LONG_ENOUGH = 4
"""Letters from which on a single word is compared with single words."""
_PART_ALIKE = 80
"""From this score of 100 on, a word of a name is near enough to have been meant."""

KINDS: dict[str, type[Any]] = {
    "me": Me,
    "contact": Contact,
    "fact": Fact,
    "entry": Entry,
    "event": Event,
    "group": Group,
    "library_item": LibraryItem,
}


@frozen
class Hit:
    """Something found: ``owner`` is the contact it belongs to, ``title`` what to call it."""

    kind: str
    id: str
    owner: str | None
    title: str
    excerpt: str


@frozen
class Step:
    """One command's change to the notebook, which ``undo`` can take back."""

    id: int
    at: Moment
    command: str
    changes: int


as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A document as the text that is stored."""


def encode(record: Any, identity: str = "") -> str:
    """A record as the JSON text that is stored; a contact's facts and log are rows of their own.

    Args:
        record: what to store.
        identity: the id of a fact or an entry that has none; copying records costs more than this.
    """
    document = to_document(record)
    if identity and not record.id:
        # Behind the two keys that every such record begins with, where its own id would stand.
        (first, a), (second, b), *rest = document.items()
        document = {first: a, second: b, "id": identity, **dict(rest)}
    if isinstance(record, Contact):
        document.pop("facts", None)
        document.pop("log", None)
    return as_json(document)


def decode(kind: str, document: str) -> Any:
    """The record of a stored document."""
    return from_document(KINDS[kind], json.loads(document))


def whole(card: Contact, rows: Iterable[Any]) -> Contact:
    """A contact with the facts and the log that its rows hold."""
    facts, log = [], []
    for row in rows:
        if row["kind"] == "fact":
            facts.append(decode("fact", row["document"]))
        elif row["kind"] == "entry":
            log.append(decode("entry", row["document"]))
    return dataclasses.replace(card, facts=tuple(facts), log=tuple(log))


def words_query(text: str, *, prefix: bool) -> str | None:
    """A full-text query for all words of ``text``; nothing a user types is an operator.

    Returns:
        None where there is no word to look for.
    """
    words = re.findall(r"\w+", clean(text))
    if not words:
        return None
    quoted = [f'"{word}"' for word in words]
    return " ".join(f"{word}*" if prefix else word for word in quoted)


def trigram_query(text: str) -> str | None:
    """A query for names that share any three letters in a row with ``text``.

    In a short word its beginning and its end count too; in a long one they would only bring more names to look at.

    Args:
        text: folded and clean, as the names in the index are.

    Returns:
        None where there is no word to look for.
    """
    words = [f" {word} " if len(word) < _LONG else word for word in re.findall(r"\w+", text)]
    grams = {word[i : i + 3] for word in words for i in range(len(word) - 2)}
    return " OR ".join(f'"{gram}"' for gram in sorted(grams)) or None


def likeness(wanted: str, name: str) -> float:
    """How much of 100 two folded names look alike, whichever order their words are in.

    One word is also held against each word of the name, since a surname is often all that is typed;
    short ones are not, since too many look alike.
    """
    from rapidfuzz import fuzz

    score = fuzz.token_sort_ratio(wanted, name)
    if len(wanted) >= _LONG_ENOUGH and " " not in wanted:
        parts = [fuzz.ratio(wanted, part) for part in name.split() if len(part) >= _LONG_ENOUGH]
        best = max(parts, default=0.0)
        score = max(score, best if best >= _PART_ALIKE else 0.0)
    return score
