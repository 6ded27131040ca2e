"""Bringing files in, and writing the notebook out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from netprep.clock import Clock
from netprep.errors import DataError, UsageError
from netprep.exchange.merge import Change, MergeResult, merge
from netprep.exchange.notebook_file import parse, write_notebook
from netprep.model.frozen import frozen
from netprep.model.records import Entry, EventEntry, Notebook
from netprep.store import Store, Writer

FORMAT = "netprep"
_OUTCOMES = ("new", "same", "updated", "conflicts", "skipped")


@frozen
class Imported:
    """What became of the files, one result each, in the order they were given."""

    results: tuple[MergeResult, ...]

    def changes(self, outcome: str) -> tuple[Change, ...]:
        """Everything that had an outcome: ``new same updated conflicts skipped``."""
        return tuple(change for result in self.results for change in getattr(result, outcome))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was left out on the way, in words."""
        return tuple(warning for result in self.results for warning in result.warnings)


class _DryRun(Exception):
    """Leaves a step without its changes."""


def import_files(store: Store, files: Sequence[tuple[str, bytes]], clock: Clock, *, dry_run: bool) -> Imported:
    """Lay notebook files into the notebook, all of them as one step.

    Args:
        store: the notebook.
        files: names and contents.
        clock: now.
        dry_run: work out what would happen, and change nothing.

    Raises:
        BadFile: a file is malformed; nothing of any file is taken in.
    """
    parsed = [parse(data, name) for name, data in files]
    results: list[MergeResult] = []
    try:
        with store.step(f"import {' '.join(Path(name).name for name, _ in files)}", clock.moment) as writer:
            for each in parsed:
                result = merge(_Existing(store), each.notebook, store.is_forgotten, each.stated)
                _write(writer, result.write)
                results.append(result)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return Imported(tuple(results))


def import_document(imported: Imported) -> dict[str, Any]:
    """The report as the JSON that ``netprep import --format json`` promises, without ``version``."""
    return {
        "format": FORMAT,
        "new": [_named(change) for change in imported.changes("new") if change.kind == "contact"],
        "same": [_named(change) for change in imported.changes("same") if change.kind == "contact"],
        "updated": [_named(change) for change in imported.changes("updated") if change.kind == "contact"],
        "merged": [],
        "conflicts": [{**_named(change), "reason": change.reason} for change in imported.changes("conflicts")],
        "skipped": [{"where": change.where, "reason": change.reason} for change in imported.changes("skipped")],
        "events": [change.id for change in imported.changes("new") if change.kind == "event"],
        "warnings": list(imported.warnings),
    }


def counted(imported: Imported) -> Iterator[tuple[str, int]]:
    """How many things had each outcome, where any had."""
    for outcome in _OUTCOMES:
        if number := len(imported.changes(outcome)):
            yield outcome, number


def export_text(store: Store, *, as_json: bool) -> str:
    """The whole notebook in the interchange format."""
    return write_notebook(store.notebook(), json_format=as_json)


def write_private(path: Path, text: str, *, force: bool) -> None:
    """Write a file that only its owner can read.

    Raises:
        UsageError: the file is there already, and ``force`` was not said.
        DataError: it cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if force else os.O_EXCL)
    try:
        descriptor = os.open(path, flags, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already.", hint="Add --force to replace it.") from None
    except OSError as error:
        raise DataError(f"{path} cannot be written: {error.strerror}.") from None


class _Existing:
    """The notebook as a merge asks of it: entries of events are entries too."""

    def __init__(self, store: Store) -> None:
        self.me = store.me
        self.contact = store.contact
        self.event = store.event
        self.group = store.group
        self.item = store.item
        self.fact = store.fact
        self.next_id = store.next_id
        self._entry = store.entry
        self._of_events = {entry.id: (event.id, entry) for event in store.events() for entry in event.log}

    def entry(self, id: str) -> tuple[str, Entry | EventEntry] | None:  # noqa: A002 - the word the records use
        return self._of_events.get(id) or self._entry(id)


def _write(writer: Writer, notebook: Notebook) -> None:
    if notebook.me:
        writer.put_me(notebook.me)
    for event in notebook.events:
        writer.put_event(event)
    for contact in notebook.contacts:
        writer.put_contact(contact)
    for group in notebook.groups:
        writer.put_group(group)
    for item in notebook.library:
        writer.put_item(item)


def _named(change: Change) -> dict[str, Any]:
    return {"name": change.name, "emails": list(change.emails), "org": change.org, "where": change.where}
