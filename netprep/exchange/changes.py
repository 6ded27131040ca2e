"""What a merge asks of the notebook, and how it reports."""

from __future__ import annotations

from typing import Protocol

from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry, Event, EventEntry, Fact, Group, LibraryItem, Me, Notebook


class Existing(Protocol):
    """What a merge asks of the notebook. Every look-up answers ``None`` for what is not there."""

    def me(self) -> Me | None:
        """The user, with facts."""

    def contact(self, id: str) -> Contact | None:  # noqa: A002 - the word the records use
        """A contact, whole: with facts and log."""

    def event(self, id: str) -> Event | None:  # noqa: A002
        """An event, whole."""

    def group(self, id: str) -> Group | None:  # noqa: A002
        """A group, whole."""

    def item(self, id: str) -> LibraryItem | None:  # noqa: A002
        """A library item."""

    def fact(self, id: str) -> tuple[str, Fact] | None:  # noqa: A002
        """The contact's id and the fact; the user's own facts are asked of ``me``."""

    def entry(self, id: str) -> tuple[str, Entry | EventEntry] | None:  # noqa: A002
        """The owner's id and the log entry, of a contact **or of an event**: they share their ids."""

    def next_id(self, prefix: str) -> str:
        """An id that is not used yet: the prefix (``f`` or ``e``) and a number above all others."""


@frozen
class Change:
    """What became of one thing in the file.

    ``kind`` is ``me contact event group item entry``; ``where`` is its place in the file, counted
    from one.
    """

    kind: str
    id: str
    name: str
    where: str
    reason: str = ""
    emails: tuple[str, ...] = ()
    org: str | None = None


@frozen
class MergeResult:
    """``write`` holds only what has to be written, each record whole; the rest is the report."""

    write: Notebook
    new: tuple[Change, ...] = ()
    same: tuple[Change, ...] = ()
    updated: tuple[Change, ...] = ()
    conflicts: tuple[Change, ...] = ()
    skipped: tuple[Change, ...] = ()
    warnings: tuple[str, ...] = ()
