"""What the types cannot say: ids that are unique, references that lead somewhere, sane values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from netprep.model.codec import Malformed, Path, closest
from netprep.model.records import Contact, Entry, Event, Fact, Group, LibraryItem, Me, Notebook

SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms", "xmpp", "geo", "ftp", "webcal"})
"""What a link may begin with; a browser runs or opens nothing on this machine for any of them."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def check_notebook(notebook: Notebook) -> None:
    """Hold a whole notebook to the rules that span records.

    Raises:
        Malformed: with the path of the first breach.
    """
    _check_ids(notebook)
    _check_records(notebook)
    _check_references(notebook)


def check_contact(contact: Contact, path: Path = ()) -> None:
    """Links and time zone of a contact.

    Raises:
        Malformed: with the path of the first breach.
    """
    _check_timezone(contact.timezone, (*path, "timezone"))
    for i, link in enumerate(contact.links):
        _check_link(link, (*path, "links", i))


def check_event(event: Event, path: Path = ()) -> None:
    """Link, time zone and order of times of an event.

    Raises:
        Malformed: with the path of the first breach.
    """
    _check_timezone(event.timezone, (*path, "timezone"))
    _check_link(event.url, (*path, "url"))
    if event.ends is not None and _ends_early(event):
        raise Malformed((*path, "ends"), f"the event ends ({event.ends}) before it starts ({event.starts})")


def check_item(item: LibraryItem, path: Path = ()) -> None:
    """The link of a library item.

    Raises:
        Malformed: with the path of the first breach.
    """
    _check_link(item.url, (*path, "url"))


def check_record(record: Contact | Event | Group | LibraryItem | Me | Fact) -> None:
    """Everything that can be said of one record on its own, ids of its facts included.

    Raises:
        Malformed: with the path of the first breach.
    """
    if isinstance(record, Contact | Me):
        _unique(_ids(record.facts, ("facts",)), "fact")
    if isinstance(record, Contact):
        check_contact(record)
    elif isinstance(record, Event):
        check_event(record)
    elif isinstance(record, LibraryItem):
        check_item(record)


def _check_records(notebook: Notebook) -> None:
    for i, contact in enumerate(notebook.contacts):
        check_contact(contact, ("contacts", i))
    for i, event in enumerate(notebook.events):
        check_event(event, ("events", i))
    for i, item in enumerate(notebook.library):
        check_item(item, ("library", i))


def _check_ids(notebook: Notebook) -> None:
    _unique(_ids(notebook.contacts, ("contacts",)), "contact")
    _unique(_ids(notebook.events, ("events",)), "event")
    _unique(_ids(notebook.groups, ("groups",)), "group")
    _unique(_ids(notebook.library, ("library",)), "library item")
    _unique(_fact_ids(notebook), "fact")
    _unique(_entry_ids(notebook), "log entry")


def _fact_ids(notebook: Notebook) -> Iterator[tuple[str, Path]]:
    if notebook.me:
        yield from _ids(notebook.me.facts, ("me", "facts"))
    for i, contact in enumerate(notebook.contacts):
        yield from _ids(contact.facts, ("contacts", i, "facts"))


def _entry_ids(notebook: Notebook) -> Iterator[tuple[str, Path]]:
    for i, contact in enumerate(notebook.contacts):
        yield from _ids(contact.log, ("contacts", i, "log"))
    for i, event in enumerate(notebook.events):
        yield from _ids(event.log, ("events", i, "log"))


def _ids(records: Iterable[Any], path: Path) -> Iterator[tuple[str, Path]]:
    """The ids that are given; one that is not is chosen by the notebook."""
    return ((each.id, (*path, i, "id")) for i, each in enumerate(records) if each.id)


def _unique(ids: Iterable[tuple[str, Path]], what: str) -> None:
    seen: set[str] = set()
    for name, path in ids:
        if name in seen:
            raise Malformed(path, f"another {what} has the id “{name}”")
        seen.add(name)


def _check_references(notebook: Notebook) -> None:
    contacts = _finder("contact", (each.id for each in notebook.contacts))
    events = _finder("event", (each.id for each in notebook.events))
    items = _finder("library item", (each.id for each in notebook.library))
    for i, contact in enumerate(notebook.contacts):
        contacts(contact.introduced_by, ("contacts", i, "introduced_by"))
        _check_log(contact, ("contacts", i), events, items)
    for i, event in enumerate(notebook.events):
        for j, attendee in enumerate(event.attendees):
            contacts(attendee.contact, ("events", i, "attendees", j, "contact"))
    for i, group in enumerate(notebook.groups):
        for j, member in enumerate(group.people):
            contacts(member.contact, ("groups", i, "people", j, "contact"))
    for i, item in enumerate(notebook.library):
        contacts(item.contact, ("library", i, "contact"))
        events(item.event, ("library", i, "event"))


_Find = Callable[[str | None, Path], None]


def _check_log(contact: Contact, path: Path, events: _Find, items: _Find) -> None:
    if not contact.log:
        return
    entries = _finder(f"log entry of {contact.name}", (each.id for each in contact.log))
    facts = _finder(f"fact of {contact.name}", (each.id for each in contact.facts))
    for i, entry in enumerate(contact.log):
        here = (*path, "log", i)
        for find, key in ((events, "event"), (items, "item"), (entries, "of"), (facts, "because")):
            find(_reference(entry, key), (*here, key))


def _reference(entry: Entry, key: str) -> str | None:
    value: str | None = getattr(entry, key)
    return value


def _finder(what: str, ids: Iterable[str]) -> _Find:
    known = frozenset(ids) - {""}

    def find(name: str | None, path: Path) -> None:
        if name is None or name in known:
            return
        near = closest(name, sorted(known))
        meant = f"; did you mean “{near}”?" if near else " in this file; one you have already is named in it, too"
        raise Malformed(path, f"no {what} has the id “{name}”{meant}")

    return find


def _check_link(link: str | None, path: Path) -> None:
    if link is None:
        return
    # A browser skips blanks, tabs and line ends inside a scheme, so they are skipped here.
    found = _SCHEME.match("".join(link.split()))
    if found is None or found[1].lower() in SCHEMES:
        return
    if "." in found[1] or found[1].lower() == "localhost":
        return  # a host with a port: example.org:8080
    allowed = "http, https, mailto, tel or no scheme at all"
    raise Malformed(path, f"a link that begins with “{found[1][:40]}:” is not kept; use {allowed}")


def _check_timezone(name: str | None, path: Path) -> None:
    if name is None or _is_timezone(name):
        return
    from zoneinfo import available_timezones

    near = closest(name, sorted(available_timezones()))
    raise Malformed(path, f"there is no time zone “{name}”" + (f"; did you mean “{near}”?" if near else ""))


@lru_cache(maxsize=1000)
def _is_timezone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _ends_early(event: Event) -> bool:
    """Whether the end lies before the start; days are compared where a time is missing."""
    from datetime import UTC
    from zoneinfo import ZoneInfo

    if event.ends is None:
        return False
    if not (event.starts.has_time and event.ends.has_time):
        return event.ends.day < event.starts.day
    zone = ZoneInfo(event.timezone) if event.timezone else UTC
    return event.ends.instant(zone) < event.starts.instant(zone)
