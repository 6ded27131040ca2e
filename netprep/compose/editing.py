"""``edit``: a record as YAML in the user's editor, until it is right or given up."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from netprep.clock import Clock
from netprep.compose.naming import find_contact, find_event
from netprep.errors import BadFile, DataError, NotebookError, NotFound, UsageError
from netprep.exchange.record_file import help_for, parse_record, write_record
from netprep.model.records import Contact, Event, LibraryItem, Me
from netprep.store import Store

R = TypeVar("R", Contact, Event, LibraryItem, Me)
Editor = Callable[[str], str | None]
"""Shows a text and returns what it was changed to; None where there is nothing to read any more."""
_MARK = "#!"
_NAME = "your text"
_NAMELESS = "Your Name"


def edit_contact(store: Store, contact: Contact, editor: Editor, clock: Clock) -> Contact | None:
    """Edit a contact and its facts; the log is never edited. None where nothing changed."""

    def save(changed: Contact) -> Contact:
        # The log is read again: somebody may have written to it while the editor was open.
        current = _unchanged(contact, store.contact(contact.id))
        with store.step(f"contact edit {contact.name}", clock.moment) as writer:
            return writer.put_contact(dataclasses.replace(changed, log=current.log))

    return _edited(store, contact, editor, save)


def edit_event(store: Store, event: Event, editor: Editor, clock: Clock) -> Event | None:
    """Edit an event and its people; its own log stays. None where nothing changed."""

    def save(changed: Event) -> Event:
        current = _unchanged(event, store.event(event.id))
        with store.step(f"event edit {event.name}", clock.moment) as writer:
            return writer.put_event(dataclasses.replace(changed, log=current.log))

    return _edited(store, event, editor, save)


def edit_item(store: Store, item: LibraryItem, editor: Editor, clock: Clock) -> LibraryItem | None:
    """Edit a library item. None where nothing changed."""

    def save(changed: LibraryItem) -> LibraryItem:
        _unchanged(item, store.item(item.id))
        with store.step(f"library edit {item.title}", clock.moment) as writer:
            return writer.put_item(changed)

    return _edited(store, item, editor, save)


def edit_me(store: Store, editor: Editor, clock: Clock) -> Me | None:
    """Edit what the notebook knows of the user. None where nothing changed."""
    known = store.me()

    def save(changed: Me) -> Me:
        if changed.name == _NAMELESS:
            raise DataError("name: write your own name here.")
        _unchanged(known or changed, store.me() or changed)
        with store.step("me edit", clock.moment) as writer:
            return writer.put_me(changed)

    return _edited(store, known or Me(name=_NAMELESS), editor, save)


def _edited(store: Store, record: R, editor: Editor, save: Callable[[R], R]) -> R | None:
    """The record as saved; a mistake opens the same text again with what is wrong on top.

    Raises:
        UsageError: a text with a mistake was left as it stood.
    """
    text = original = write_record(record, help_for(type(record)))
    mistake = ""
    while True:
        answer = editor(text)
        written = _without_marks(answer or "")
        if not written.strip() or written == original:
            return None
        if mistake and answer == text:
            raise UsageError(f"Nothing was changed, since the mistake is still there. {mistake}")
        try:
            changed = parse_record(type(record), written, _NAME)
            if changed == _comparable(record):
                return None
            _hold_sound(store, record, changed)
            return save(changed)
        except NotebookError:
            raise
        except DataError as error:
            mistake = _as_opened(type(record), written, error)
            text = _marked(mistake) + written


def _comparable(record: Any) -> Any:
    """The record as it comes back from the editor: without its log."""
    return dataclasses.replace(record, log=()) if hasattr(record, "log") else record


def _unchanged(before: R, current: R | None) -> R:
    if current is None or _comparable(current) != _comparable(before):
        what = "removed" if current is None else "changed"
        raise DataError(f"It was {what} elsewhere while it was open here.", hint="Leave, and begin again.")
    return current


def _hold_sound(store: Store, before: R, changed: R) -> None:
    identity = getattr(before, "id", "")
    if getattr(changed, "id", "") != identity:
        raise DataError(f"The id stays “{identity}”: other records name it.")
    known = set(_references(before))
    for kind, reference in _references(changed):
        found = store.contact(reference) if kind == "contact" else store.event(reference)
        if found is None and (kind, reference) not in known:
            raise NotFound(f"There is no {kind} with the id “{reference}”.", hint=_meant(store, kind, reference))


def _references(record: Any) -> Iterator[tuple[str, str]]:
    """The other records that a record names: their kind and id."""
    contacts: tuple[str | None, ...] = ()
    if isinstance(record, Contact):
        contacts = (record.introduced_by,)
    elif isinstance(record, Event):
        contacts = tuple(attendee.contact for attendee in record.attendees)
    elif isinstance(record, LibraryItem):
        contacts = (record.contact,)
        if record.event:
            yield "event", record.event
    yield from (("contact", contact) for contact in contacts if contact)


def _meant(store: Store, kind: str, words: str) -> str:
    try:
        found = find_contact(store, words) if kind == "contact" else find_event(store, words)
    except DataError as error:
        return error.hint
    return f"Did you mean {found.id}?"


def _as_opened(cls: type[R], written: str, error: DataError) -> str:
    """What is wrong, with its line as it will be counted once the message stands above the text."""
    if isinstance(error, BadFile):
        above = len(str(error).splitlines()) + 1
        try:
            parse_record(cls, f"{_MARK}\n" * above + written, _NAME)
        except BadFile as moved:
            return str(moved)
    return str(error)


def _marked(message: str) -> str:
    lines = "\n".join(f"{_MARK} {line}" for line in message.splitlines())
    return f"{lines}\n{_MARK} Mend it and save, or empty the file to change nothing.\n"


def _without_marks(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(_MARK))
