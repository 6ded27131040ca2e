"""``edit``: a record as YAML in the user's editor, until it is right or given up."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from netprep.clock import Clock
from netprep.errors import BadFile, UsageError
from netprep.exchange.record_file import help_for, parse_record, write_record
from netprep.model.records import Contact, Event, LibraryItem, Me
from netprep.store import Store, Writer

R = TypeVar("R", Contact, Event, LibraryItem, Me)
Editor = Callable[[str], str | None]
"""Shows a text and returns what it was changed to; None where the editor was left without saving."""
_MARK = "#!"
_ROUNDS = 20


def edit_contact(store: Store, contact: Contact, editor: Editor, clock: Clock) -> Contact | None:
    """Edit a contact and its facts; the log is never edited. None where nothing changed."""
    changed = _edited(contact, editor)
    if changed is None:
        return None
    return _save(
        store, f"contact edit {contact.name}", clock, lambda writer: writer.put_contact(_logged(changed, contact))
    )


def edit_event(store: Store, event: Event, editor: Editor, clock: Clock) -> Event | None:
    """Edit an event and its people. None where nothing changed."""
    changed = _edited(event, editor)
    if changed is None:
        return None
    kept = dataclasses.replace(changed, log=event.log)
    return _save(store, f"event edit {event.name}", clock, lambda writer: writer.put_event(kept))


def edit_item(store: Store, item: LibraryItem, editor: Editor, clock: Clock) -> LibraryItem | None:
    """Edit a library item. None where nothing changed."""
    changed = _edited(item, editor)
    return _save(store, f"library edit {item.title}", clock, lambda w: w.put_item(changed)) if changed else None


def edit_me(store: Store, me: Me, editor: Editor, clock: Clock) -> Me | None:
    """Edit what the notebook knows of the user. None where nothing changed."""
    changed = _edited(me, editor)
    return _save(store, "me edit", clock, lambda writer: writer.put_me(changed)) if changed else None


def _edited(record: R, editor: Editor) -> R | None:
    """The record as changed; a mistake opens the same text again with what is wrong on top.

    Raises:
        UsageError: the id was changed, or the mistake is still there after many rounds.
    """
    text = original = write_record(record, help_for(type(record)))
    for _ in range(_ROUNDS):
        answer = editor(text)
        if answer is None or not answer.strip() or _without_marks(answer) == original:
            return None
        try:
            changed = parse_record(type(record), _without_marks(answer), "your text")
        except BadFile as error:
            text = _marked(str(error)) + _without_marks(answer)
            continue
        identity = getattr(record, "id", None)
        if identity is not None and getattr(changed, "id", None) != identity:
            text = _marked(f"The id stays “{identity}”: other records name it.") + _without_marks(answer)
            continue
        return changed if changed != _comparable(record) else None
    raise UsageError("The text still has a mistake, so nothing was changed.", hint="Open it again when you like.")


def _comparable(record: Any) -> Any:
    """The record as it comes back from the editor: without its log."""
    if isinstance(record, Contact):
        return dataclasses.replace(record, log=())
    return dataclasses.replace(record, log=()) if isinstance(record, Event) else record


def _logged(changed: Contact, before: Contact) -> Contact:
    return dataclasses.replace(changed, log=before.log)


def _save(store: Store, command: str, clock: Clock, put: Callable[[Writer], R]) -> R:
    with store.step(command, clock.moment) as writer:
        return put(writer)


def _marked(message: str) -> str:
    lines = "\n".join(f"{_MARK} {line}" for line in message.splitlines())
    return f"{lines}\n{_MARK} Mend it and save, or empty the file to change nothing.\n"


def _without_marks(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(_MARK))
