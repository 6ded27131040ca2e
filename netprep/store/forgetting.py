"""Forgetting a person for good: nothing of them stays, and no import brings them back."""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from netprep.model.text import fold
from netprep.store.queries import queries

_REFERENCES = ("introduced_by", "with", "for", "routed", "about", "to", "contact")
"""Keys that can hold a contact's id."""
_PERSONS = frozenset({"resource_person", "referral", "introduction"})
"""Library items that are nothing without their contact."""


def hashes(connection: sqlite3.Connection, name: str, emails: Iterable[str]) -> tuple[bytes, ...]:
    """Keyed hashes of a name and of addresses; without the notebook's key they say nothing."""
    key: bytes = queries().forget_key(connection)["value"]
    texts = (f"name:{fold(name)}", *(f"email:{email.strip().lower()}" for email in emails))
    return tuple(hmac.new(key, text.encode("utf-8"), hashlib.sha256).digest() for text in texts)


def erase(connection: sqlite3.Connection, contact_id: str) -> None:
    """Remove a contact, all it owns, its drafts and every reference to it.

    The history goes as a whole: any earlier step could bring the person back.
    """
    sql = queries()
    sql.drop_steps(connection)
    sql.delete_drafts(connection, contact=contact_id)
    sql.delete_owned(connection, owner=contact_id)
    sql.delete_record(connection, kind="contact", id=contact_id)
    for row in list(sql.records_naming(connection, id=contact_id)):
        document = json.loads(row["document"])
        if _is_about(row["kind"], document, contact_id):
            sql.delete_record(connection, kind=row["kind"], id=row["id"])
            continue
        cleaned = json.dumps(_without(document, contact_id), ensure_ascii=False, separators=(",", ":"))
        sql.update_record(connection, kind=row["kind"], id=row["id"], document=cleaned)


def compact(connection: sqlite3.Connection) -> None:
    """Rewrite the search indexes and the file, so that no page keeps what was removed."""
    queries().rebuild_name_index(connection)
    queries().rebuild_name_trigrams(connection)
    queries().rebuild_text_index(connection)
    connection.execute("vacuum")
    connection.execute("pragma wal_checkpoint(truncate)")


def _is_about(kind: str, document: dict[str, Any], contact_id: str) -> bool:
    return kind == "library_item" and document.get("contact") == contact_id and document["kind"] in _PERSONS


def _without(document: dict[str, Any], contact_id: str) -> dict[str, Any]:
    """The document without keys that name the contact, and without list members that do."""
    cleaned: dict[str, Any] = {}
    for key, value in document.items():
        if key in _REFERENCES and value == contact_id:
            continue
        if isinstance(value, list):
            value = [
                member for member in value if not (isinstance(member, dict) and member.get("contact") == contact_id)
            ]
        cleaned[key] = value
    return cleaned
