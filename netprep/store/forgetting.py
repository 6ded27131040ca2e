"""Forgetting a person for good: nothing of them stays, and no import brings them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from netprep.model.records import Contact
from netprep.model.text import fold
from netprep.store.queries import queries
from netprep.store.rows import as_json, decode

_REFERENCES = {
    "introduced_by": "contact",
    "with": "contact",
    "for": "contact",
    "routed": "contact",
    "about": "contact",
    "to": "contact",
    "contact": "contact",
    "because": "fact",
    "of": "entry",
    "item": "library_item",
}
"""Keys that can hold an id, and the kind of record that they name."""
_PERSONS = frozenset({"resource_person", "referral", "introduction"})
"""Library items that are nothing without their contact."""


def hashes(connection: sqlite3.Connection, name: str, emails: Iterable[str]) -> tuple[bytes, ...]:
    """Keyed hashes of a name and of addresses; without the notebook's key they say nothing."""
    import hashlib  # here, since they load a library of ciphers that no other command needs
    import hmac

    key: bytes = queries().forget_key(connection)["value"]
    texts = (f"name:{fold(name)}", *(f"email:{email.strip().lower()}" for email in emails))
    return tuple(hmac.new(key, text.encode("utf-8"), hashlib.sha256).digest() for text in texts)


def remember(connection: sqlite3.Connection, name: str, emails: Iterable[str]) -> None:
    """Keep the hashes of somebody who is to stay forgotten."""
    for digest in hashes(connection, name, emails):
        queries().remember_forgotten(connection, hash=digest)


def erase(connection: sqlite3.Connection, contact_id: str) -> None:
    """Remove a contact, all it owns, drafts that name it and every reference to what is removed.

    The history goes as a whole: any earlier step could bring the person back.
    """
    sql = queries()
    sql.drop_steps(connection)
    sql.delete_drafts(connection, contact=contact_id, quoted=_quoted(contact_id))
    gone = [("contact", contact_id)]
    gone += [(row["kind"], row["id"]) for row in sql.records_of_owner(connection, owner=contact_id)]
    gone += [
        ("library_item", row["id"])
        for row in sql.records_of_kind(connection, kind="library_item")
        if _is_about(json.loads(row["document"]), contact_id)
    ]
    for kind, identity in gone:
        sql.delete_record(connection, kind=kind, id=identity)
    for kind, identity in gone:
        for row in list(sql.records_naming(connection, quoted=_quoted(identity))):
            cleaned = as_json(_without(json.loads(row["document"]), kind, identity))
            sql.update_record(connection, kind=row["kind"], id=row["id"], document=cleaned)


def same_person(connection: sqlite3.Connection, contact: Contact) -> tuple[Contact, ...]:
    """Who a contact is in this database: the one of its id, and whoever has one of its addresses."""
    sql = queries()
    rows = list(filter(None, [sql.record(connection, kind="contact", id=contact.id)]))
    for email in contact.emails:
        rows += sql.contacts_by_email(connection, email=email.strip())
    found = {person.id: person for person in (decode("contact", row["document"]) for row in rows)}
    return tuple(found.values())


def compact(connection: sqlite3.Connection) -> None:
    """Rewrite the search indexes and the file, so that no page keeps what was removed.

    What another process still reads stays in the log beside the file until that one has closed it.
    """
    queries().rebuild_name_index(connection)
    queries().rebuild_name_trigrams(connection)
    queries().rebuild_text_index(connection)
    connection.execute("vacuum")
    connection.execute("pragma wal_checkpoint(truncate)")


def _quoted(identity: str) -> str:
    """An id as it stands in a document."""
    return as_json(identity)


def _is_about(document: dict[str, Any], contact_id: str) -> bool:
    return document.get("contact") == contact_id and document["kind"] in _PERSONS


def _without(document: dict[str, Any], kind: str, identity: str) -> dict[str, Any]:
    """The document without keys that name the record, and without list members that name the contact."""
    cleaned: dict[str, Any] = {}
    for key, value in document.items():
        if value == identity and _REFERENCES.get(key) == kind:
            continue
        if isinstance(value, list) and kind == "contact":
            value = [each for each in value if not (isinstance(each, dict) and each.get("contact") == identity)]
        cleaned[key] = value
    return cleaned
