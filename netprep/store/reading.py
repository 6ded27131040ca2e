"""Reading the notebook."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Event, Fact, Group, LibraryItem, Me, Notebook
from netprep.model.text import clean, fold
from netprep.model.words import FactField
from netprep.store.connection import explained
from netprep.store.queries import queries
from netprep.store.rows import Hit, Step, decode, likeness, trigram_query, whole, words_query

ME = "me"
_CANDIDATES = 400
"""Names looked at more closely for a misspelt one."""
_NEWEST = 400
"""Records with a word that are looked at for something that may be told to others."""
_ALIKE = 75
"""From this score of 100 on, a name is near enough to have been meant."""


class Reader:
    """The notebook as it can be read. Every method raises ``NotebookError`` where SQLite cannot."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._queries = queries()
        self.path = path

    def me(self) -> Me | None:
        """The person whose notebook this is, if they said."""
        record: Me | None = self._one(ME, ME)
        return record

    def contact(self, id: str) -> Contact | None:  # noqa: A002 - what everybody calls it
        """A contact with facts and log."""
        with explained(self.path):
            rows = list(self._queries.contact_and_log(self._connection, id=clean(id)))
        cards = [row for row in rows if row["kind"] == "contact"]
        return whole(decode("contact", cards[0]["document"]), rows) if cards else None

    def contacts(self) -> Iterator[Contact]:
        """All contacts whole, in the order they were written down; one at a time is in memory."""
        with explained(self.path):
            yield from _whole_each(self._queries.contacts_and_logs(self._connection))

    def contacts_by_id(self, ids: Iterable[str]) -> tuple[Contact, ...]:
        """The contacts of these ids, whole; an id that nobody has is left out."""
        with explained(self.path):
            rows = self._queries.contacts_and_logs_of(self._connection, ids=json.dumps([clean(each) for each in ids]))
            return tuple(_whole_each(rows))

    def ids_of_names(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """For each of these names that is a contact's whole name or nickname: the name, the contact's id."""
        written = {fold(clean(name)): name for name in names}
        with explained(self.path):
            rows = list(self._queries.ids_called(self._connection, names=json.dumps(sorted(written))))
        return tuple((written[row["folded"]], row["id"]) for row in rows)

    def needs(self, field: FactField, limit: int) -> tuple[tuple[str, str, Fact], ...]:
        """What people look for (``wants_to_meet``) or struggle with (``challenges``), the newest first.

        Returns:
            The contact's id and name, and the fact; of whatever source and sensitivity.
        """
        with explained(self.path):
            rows = list(self._queries.needs(self._connection, field=field.value, limit=limit))
        return tuple((row["owner"], row["name"], decode("fact", row["document"])) for row in rows)

    def contact_cards(self) -> Iterator[Contact]:
        """All contacts without facts and log, in the order they were written down."""
        yield from self._all("contact")

    def event(self, id: str) -> Event | None:  # noqa: A002 - as above
        """An event."""
        record: Event | None = self._one("event", id)
        return record

    def events(self) -> tuple[Event, ...]:
        """All events."""
        return tuple(self._all("event"))

    def group(self, id: str) -> Group | None:  # noqa: A002 - as above
        """A group."""
        record: Group | None = self._one("group", id)
        return record

    def groups(self) -> tuple[Group, ...]:
        """All groups."""
        return tuple(self._all("group"))

    def item(self, id: str) -> LibraryItem | None:  # noqa: A002 - as above
        """A library item."""
        record: LibraryItem | None = self._one("library_item", id)
        return record

    def library(self) -> tuple[LibraryItem, ...]:
        """All library items."""
        return tuple(self._all("library_item"))

    def entry(self, id: str) -> tuple[str, Entry] | None:  # noqa: A002 - as above
        """An entry of a contact's log, with the contact's id."""
        return self._owned("entry", id)

    def next_id(self, letter: str) -> str:
        """The number the next fact (``f``) or entry (``e``) will have, such as ``f12``."""
        with explained(self.path):
            return f"{letter}{self._queries.counter(self._connection, name=letter)['value'] + 1}"

    def event_entry_ids(self) -> frozenset[str]:
        """Ids of the entries in events' own logs; no contact's entry may have one of them."""
        with explained(self.path):
            return frozenset(row["id"] for row in self._queries.event_entry_ids(self._connection))

    def fact(self, id: str) -> tuple[str, Fact] | None:  # noqa: A002 - as above
        """A fact about a contact, with the contact's id."""
        return self._owned("fact", id)

    def open_promises(self) -> tuple[tuple[str, Entry], ...]:
        """Promises of mine neither kept nor broken, with the contact's id; the soonest due first."""
        with explained(self.path):
            rows = list(self._queries.open_promises(self._connection))
        return tuple((row["owner"], decode("entry", row["document"])) for row in rows)

    def met_since(self, day: date) -> tuple[str, ...]:
        """Ids of contacts met, or from whom something was received, on or after a day."""
        with explained(self.path):
            return tuple(row["owner"] for row in self._queries.met_since(self._connection, day=day.isoformat()))

    def dated_facts(self, first: date, last: date) -> tuple[tuple[str, Fact], ...]:
        """Facts with a date ahead (``when``) from ``first`` to ``last``, with the contact's id."""
        # A date with a time is longer text than its day: "2026-11-19T18:00" comes before "2026-11-19~".
        with explained(self.path):
            rows = list(
                self._queries.dated_facts(self._connection, first=first.isoformat(), after=f"{last.isoformat()}~")
            )
        return tuple((row["owner"], decode("fact", row["document"])) for row in rows)

    def facts_worded(self, beginnings: Iterable[str], limit: int) -> tuple[tuple[str, str], ...] | None:
        """Open facts with words that begin with all of ``beginnings``, as (contact's id, value).

        Returns:
            None where ``limit`` lines of the notebook or more have such words: then nobody need count them.
        """
        query = words_query(" ".join(beginnings), prefix=True)
        if query is None:
            return ()
        with explained(self.path):
            rows = list(self._queries.lines_worded(self._connection, query=query, limit=limit))
        if len(rows) >= limit:
            return None
        return tuple((row["owner"], row["value"]) for row in rows if row["kind"] == "fact")

    def facts_placed(self) -> tuple[tuple[str, str | None, str | None], ...]:
        """Open facts with an activity or a city, as (contact's id, activity, city)."""
        with explained(self.path):
            rows = list(self._queries.facts_placed(self._connection))
        return tuple((row["owner"], row["activity"], row["city"]) for row in rows)

    def number_of_contacts(self) -> int:
        """How many contacts there are."""
        with explained(self.path):
            return int(self._queries.number_of_contacts(self._connection)["number"])

    def notebook(self) -> Notebook:
        """Everything as it stands at one moment, in the order it was written down."""
        with explained(self.path), self._snapshot():
            return Notebook(self.me(), tuple(self.contacts()), self.events(), self.groups(), self.library())

    def counts(self) -> dict[str, int]:
        """How many records there are of each kind."""
        with explained(self.path):
            return {row["kind"]: row["number"] for row in self._queries.counts(self._connection)}

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """What holds words beginning with all those of ``text``, the best first; never private or sealed text."""
        query = words_query(text, prefix=True)
        if query is None:
            return ()
        with explained(self.path):
            rows = list(self._queries.find(self._connection, query=query, limit=limit))
            owners = json.dumps(sorted({row["owner"] for row in rows if row["owner"]}))
            names = {row["id"]: row["name"] for row in self._queries.contact_titles(self._connection, ids=owners)}
        return tuple(
            Hit(row["kind"], row["id"], row["owner"], names.get(row["owner"]) or _title(row), row["excerpt"])
            for row in rows
        )

    def facts_holding(self, beginning: str) -> tuple[tuple[str, Fact], ...]:
        """Facts that may perhaps be told to others and hold a word with this beginning, with the contact's id.

        Only the newest records with such a word are looked at, so that it costs the same in any notebook.
        """
        query = words_query(beginning, prefix=True)
        if query is None:
            return ()
        with explained(self.path):
            rows = list(self._queries.facts_holding(self._connection, query=query, newest=_NEWEST))
        return tuple((row["owner"], decode("fact", row["document"])) for row in rows)

    def messages_with(self, stretches: Iterable[str]) -> tuple[tuple[str, Entry], ...]:
        """Messages of mine that have any of these stretches of words in them, with the contact's id; the newest ones.

        Private and sealed messages are in no index and are not found.
        """
        phrases = (words_query(stretch, prefix=False) for stretch in stretches)
        query = " OR ".join(f"({phrase})" for phrase in phrases if phrase)
        if not query:
            return ()
        with explained(self.path):
            rows = list(self._queries.messages_worded(self._connection, query=query, newest=_NEWEST))
        return tuple((row["owner"], decode("entry", row["document"])) for row in rows)

    def contacts_named(self, words: str, limit: int = 20) -> tuple[Contact, ...]:
        """Contacts, without facts and log, that are called by ``words``.

        The id or an e-mail address names one alone; then a whole name or nickname; then every word
        as the beginning of a word of a name.
        """
        words = clean(words).strip()
        exact = self._one("contact", words) or self._one("contact", fold(words))
        if exact is not None:
            return (exact,)
        sql, connection = self._queries, self._connection
        with explained(self.path):
            rows = list(sql.contacts_by_email(connection, email=words))
            rows = rows or list(sql.contacts_called(connection, folded=fold(words), limit=limit))
            query = words_query(fold(words), prefix=True)
            if not rows and query is not None:
                rows = list(sql.contacts_by_name(connection, query=query, limit=limit))
        return tuple(decode("contact", row["document"]) for row in rows)

    def contacts_like(self, words: str, limit: int = 5) -> tuple[tuple[Contact, float], ...]:
        """Contacts whose name looks like ``words``, with how much of 100; the likest first."""
        wanted = fold(clean(words))
        query = trigram_query(wanted)
        if query is None:
            return ()
        scores: dict[int, float] = {}
        with explained(self.path):
            for row in self._queries.names_by_trigram(self._connection, query=query, limit=_CANDIDATES):
                scores[row["seq"]] = max(scores.get(row["seq"], 0.0), likeness(wanted, row["folded"]))
            alike = sorted((-score, seq) for seq, score in scores.items() if score >= _ALIKE)[:limit]
            cards = [self._queries.card_at(self._connection, seq=seq) for _, seq in alike]
        return tuple(
            (decode("contact", card["document"]), -score) for card, (score, _) in zip(cards, alike, strict=True)
        )

    def steps(self, limit: int = 20) -> tuple[Step, ...]:
        """What can be undone, the latest first."""
        with explained(self.path):
            rows = list(self._queries.steps(self._connection, limit=limit))
        return tuple(Step(row["id"], Moment.parse(row["at"]), row["command"], row["changes"]) for row in rows)

    def drafts(self, contact_id: str) -> tuple[tuple[str, Moment, dict[str, Any]], ...]:
        """Drafts to a contact as (id, when, document), the latest first."""
        with explained(self.path):
            rows = list(self._queries.drafts_of_contact(self._connection, contact=contact_id))
        return tuple((row["id"], Moment.parse(row["created"]), json.loads(row["document"])) for row in rows)

    def draft(self, id: str) -> tuple[str, Moment, dict[str, Any]] | None:  # noqa: A002 - as above
        """A draft as (contact id, when, document)."""
        with explained(self.path):
            row = self._queries.draft(self._connection, id=clean(id))
        return (row["contact"], Moment.parse(row["created"]), json.loads(row["document"])) if row else None

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Let all reads of a block see one state, whatever another process writes meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("begin")
        try:
            yield
        finally:
            self._connection.execute("rollback")

    def _one(self, kind: str, identity: str) -> Any:
        with explained(self.path):
            row = self._queries.record(self._connection, kind=kind, id=clean(identity))
        return decode(kind, row["document"]) if row else None

    def _all(self, kind: str) -> Iterable[Any]:
        with explained(self.path):
            for row in self._queries.records_of_kind(self._connection, kind=kind):
                yield decode(kind, row["document"])

    def _owned(self, kind: str, identity: str) -> tuple[str, Any] | None:
        with explained(self.path):
            row = self._queries.record(self._connection, kind=kind, id=clean(identity))
        return (row["owner"], decode(kind, row["document"])) if row else None


def _whole_each(rows: Iterable[Any]) -> Iterator[Contact]:
    for _, group in groupby(rows, key=lambda row: row["card"]):
        lines = list(group)
        yield whole(decode("contact", lines[0]["card_document"]), lines)


def _title(row: Any) -> str:
    document = json.loads(row["document"])
    return str(document.get("name") or document.get("title") or row["id"])
