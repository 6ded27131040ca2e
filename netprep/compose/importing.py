"""Bringing files in, and writing the notebook out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp
from typing import Any

from netprep.api import Exporter, Importer, Registry
from netprep.clock import Clock
from netprep.compose.formats import FORMAT, importer_for
from netprep.compose.numbering import Numbering
from netprep.errors import DataError, UsageError
from netprep.exchange.foreign import parse_foreign
from netprep.exchange.merge import Change, MergeResult, merge
from netprep.exchange.notebook_file import Parsed, notebook_document, parse, write_notebook
from netprep.model.frozen import frozen
from netprep.model.records import Entry, EventEntry, Notebook
from netprep.store import Store, Writer, open_store

_OUTCOMES = ("new", "same", "updated", "conflicts", "skipped")


@frozen
class Imported:
    """What became of the files, one result each, in the order they were given; ``formats`` are what they were."""

    results: tuple[MergeResult, ...]
    formats: tuple[str, ...] = ()

    def changes(self, outcome: str) -> tuple[Change, ...]:
        """Everything that had an outcome: ``new same updated conflicts skipped``."""
        return tuple(change for result in self.results for change in getattr(result, outcome))

    @property
    def changed(self) -> bool:
        """Whether anything was written, or would be."""
        return any(result.write != Notebook() for result in self.results)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was left out on the way, in words."""
        return tuple(warning for result in self.results for warning in result.warnings)


@frozen
class ReadFile:
    """A file that was read: its name, the format it was in, and what is in it."""

    name: str
    format: str
    parsed: Parsed


class _DryRun(Exception):
    """Leaves a step without its changes."""


def read_files(
    files: Sequence[tuple[str, bytes]], registry: Registry, wanted: str | None = None
) -> tuple[ReadFile, ...]:
    """What is in files, each read as what it is.

    Args:
        files: names and contents.
        registry: who reads what netprep does not.
        wanted: the format of all of them; each one's suffix decides where it is None.

    Raises:
        BadFile: a file is malformed.
        UsageError: there is no such format.
        PluginBroken: the plugin that would read it is broken.
    """
    return tuple(_read(name, data, importer_for(registry, name, wanted)) for name, data in files)


def _read(name: str, data: bytes, importer: Importer | None) -> ReadFile:
    if importer is None:
        return ReadFile(name, FORMAT, parse(data, name))
    return ReadFile(name, importer.name, parse_foreign(importer.read(data, name), name, importer.name))


def import_files(store: Store, files: Sequence[ReadFile], clock: Clock, *, dry_run: bool) -> Imported:
    """Lay files into the notebook, all of them as one step.

    Args:
        store: the notebook.
        files: what was read.
        clock: now.
        dry_run: work out what would happen, and change nothing.
    """
    if dry_run and not store.exists:
        # The notebook that is not there yet is tried out elsewhere, so that none is made here.
        with TemporaryDirectory(prefix="netprep-") as folder, open_store(Path(folder), create=True) as scratch:
            return _lay_in(scratch, files, clock, dry_run=False)
    return _lay_in(store, files, clock, dry_run=dry_run)


def _lay_in(store: Store, files: Sequence[ReadFile], clock: Clock, *, dry_run: bool) -> Imported:
    results: list[MergeResult] = []
    numbering = Numbering(store)
    try:
        with store.step(f"import {' '.join(Path(file.name).name for file in files)}", clock.moment) as writer:
            for file in files:
                each = file.parsed
                result = merge(
                    _Existing(store), each.notebook, store.is_forgotten, each.stated, is_foreign=each.is_foreign
                )
                known = {change.id for change in result.updated if change.kind == "contact"}
                _write(writer, numbering.fill(result.write), known)
                results.append(result)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return Imported(tuple(results), tuple(dict.fromkeys(file.format for file in files)))


def import_document(imported: Imported) -> dict[str, Any]:
    """The report as the JSON that ``netprep import --format json`` promises, without ``version``."""
    return {
        "format": ", ".join(imported.formats),
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


def export_bytes(store: Store, exporter: Exporter | str) -> bytes:
    """The whole notebook, as ``yaml``, as ``json``, or as an exporter writes it.

    Raises:
        PluginBroken: the exporter's plugin is broken.
    """
    notebook = store.notebook()
    if isinstance(exporter, str):
        return write_notebook(notebook, json_format=exporter == "json").encode("utf-8")
    return exporter.write(notebook_document(notebook))


def write_private(path: Path, text: str | bytes, *, force: bool, make_folder: bool = False) -> None:
    """Write a file that only its owner can read, in a folder that is made where ``make_folder`` is said.

    Raises:
        UsageError: the file is there already, and ``force`` was not said.
        DataError: it cannot be written.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    try:
        if not force and path.exists():
            hint = "Change it where it is, or remove it first." if make_folder else "Add --force to replace it."
            raise UsageError(f"{path} is there already.", hint=hint)
        if make_folder:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device
        else:
            _replace(path, data)
    except OSError as error:
        raise DataError(f"{path} cannot be written: {error.strerror}.", hint="Choose another place.") from None


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of ``path``, or leave what is there: never half of it."""
    path = path.resolve()
    descriptor, part = mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


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


def _write(writer: Writer, notebook: Notebook, known: Collection[str]) -> None:
    if notebook.me:
        writer.put_me(notebook.me)
    for event in notebook.events:
        writer.put_event(event)
    for is_known, contacts in groupby(notebook.contacts, key=lambda contact: contact.id in known):
        if is_known:
            for contact in contacts:
                writer.put_contact(contact)
        else:
            writer.add_contacts(contacts)
    for group in notebook.groups:
        writer.put_group(group)
    for item in notebook.library:
        writer.put_item(item)


def _named(change: Change) -> dict[str, Any]:
    return {"name": change.name, "emails": list(change.emails), "org": change.org, "where": change.where}
