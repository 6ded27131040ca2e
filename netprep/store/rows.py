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


def encode(record: Any) -> str:
    """A record as the JSON text that is stored; a contact's facts and log are rows of their own."""
    document = to_document(record)
    if isinstance(record, Contact):
        document.pop("facts", None)
        document.pop("log", None)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


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
    words = re.findall(r"\w+", text)
    if not words:
        return None
    quoted = [f'"{word}"' for word in words]
    return " ".join(f"{word}*" if prefix else word for word in quoted)


def trigram_query(text: str) -> str | None:
    """A query for texts that share any three letters in a row with ``text``; None if it is shorter."""
    grams = {word[i : i + 3] for word in re.findall(r"\w+", text) for i in range(len(word) - 2)}
    return " OR ".join(f'"{gram}"' for gram in sorted(grams)) or None
