"""Which keys a file spells out although they hold their default.

A record cannot tell ``shareable: false`` from no word about it. For a merge the difference
matters most where it protects somebody, so these few keys are remembered by their path.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from netprep.model.codec import Path

CONTACT_KEYS = ("remote_model", "do_not_contact")
FACT_KEYS = ("source", "sensitivity", "shareable", "asked_me")
ME_KEYS = ("low_key", "trust_bar")


def stated_defaults(document: dict[str, Any]) -> frozenset[Path]:
    """The paths of keys with a default value that a well-formed document gives explicitly."""
    return frozenset(_stated(document))


def _stated(document: dict[str, Any]) -> Iterator[Path]:
    me = document.get("me")
    if me:
        yield from _in_owner(me, ("me",), ME_KEYS)
    for i, contact in enumerate(document.get("contacts") or ()):
        yield from _in_owner(contact, ("contacts", i), CONTACT_KEYS)


def _in_owner(owner: dict[str, Any], path: Path, keys: tuple[str, ...]) -> Iterator[Path]:
    yield from _named(owner, path, keys)
    for i, fact in enumerate(owner.get("facts") or ()):
        yield from _named(fact, (*path, "facts", i), FACT_KEYS)


def _named(record: dict[str, Any], path: Path, keys: tuple[str, ...]) -> Iterator[Path]:
    for key in keys:
        if record.get(key) not in (None, ""):
            yield (*path, key)
