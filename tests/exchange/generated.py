"""Notebooks made from the records' own types, so that no key is forgotten."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any

from hypothesis import strategies as st

from netprep.model.codec import key_names
from netprep.model.moment import Moment
from netprep.model.records import COMMON_ENTRY_KEYS, ENTRY_KEYS, Contact, Entry, Event, Group, LibraryItem, Me, Notebook
from netprep.model.text import clean

MISREADABLE = [
    "no", "Yes", "y", "N", "on", "OFF", "true", "False", "null", "Null", "~", "none", "0401", "0o14", "0x1F", "1_000",
    "1e3", "+1", "-1.5", ".5", ".inf", ".NaN", "12:30:45", "190:20:30", "2026-11-19", "2026-11-19 18:00:00", "=", "<<",
    "- a", "-", "---", "...", "? a", ": a", "a:", "a: b", "a #b", "#a", "&a", "*a", "!a", "!!str", "%a", "@a", "`a`",
    "|", ">", "'a'", '"a"', 'say "hi"', "it's", "a, b", "[a]", "{a: b}", "a\\nb", "\\", "C:\\U0001F600", "é", "漢字",
    "🎉", "a 🎉 b", "a\u00a0b", "a\u200bb", "a  b", "a\tb", "“q”", "x" * 199, "Null", "1.2.3", "1 2", "0", "00", "0b1",
]  # fmt: skip
"""Texts that some reader takes for something else."""

_lines = st.text(st.characters(codec="utf-8"), max_size=30)
_paragraphs = st.lists(_lines, min_size=2, max_size=4).map("\n".join)
_ZONES = ("America/New_York", "Europe/Berlin", "UTC", "Asia/Kolkata")
_SINGLE = frozenset({"name", "nickname", "title", "id", "contact", "org", "role"})
_REFERENCES = frozenset({"introduced_by", "event", "item", "of", "because", "contact"})


def _tidy(text: str, single: bool) -> str:
    """What the codec makes of a text when it reads it."""
    tidied = clean(text).strip()
    return " ".join(tidied.split())[:200].strip() if single else tidied


def texts(key: str) -> st.SearchStrategy[str]:
    """Texts as the codec leaves them, many of them awkward."""
    if key == "timezone":
        return st.sampled_from(_ZONES)
    if key in ("url", "links"):
        return st.sampled_from(["https://example.org/plan?w=16&l=en#a", "example.org:80/a b", "mailto:a@b.example"])
    any_text = st.one_of(st.sampled_from(MISREADABLE), _lines, _paragraphs)
    # Cleaning twice: what clean joins together may be an escape sequence again.
    return any_text.map(lambda text: _tidy(_tidy(text, key in _SINGLE), key in _SINGLE)).filter(bool)


def _datetimes() -> st.SearchStrategy[datetime]:
    zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    times = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.none() | zones)
    return times.map(lambda time: time.replace(second=0, microsecond=0))


moments: st.SearchStrategy[Moment] = st.one_of(st.dates(date(2000, 1, 1), date(2040, 1, 1)), _datetimes()).map(Moment)


def values(kind: Any, key: str) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    if isinstance(kind, UnionType):
        return values(next(arm for arm in typing.get_args(kind) if arm is not NoneType), key)
    if typing.get_origin(kind) is tuple:
        return st.lists(values(typing.get_args(kind)[0], key), max_size=3).map(tuple)
    if kind is str:
        return texts(key)
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(1, 2) if key in _TAPS else st.integers(0, 999)
    if kind is Moment:
        return moments
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return records(kind)


_TAPS = frozenset({"can_serve", "they_engaged", "common_ground", "learn", "fit", "bridge", "energy", "dread"})


@st.composite
def records(draw: st.DrawFn, cls: type) -> Any:
    """A record with some of its keys; ids are empty and references are left out."""
    types = typing.get_type_hints(cls)
    chosen: dict[str, Any] = {}
    keys = {field.metadata.get("key", field.name): field for field in dataclasses.fields(cls)}
    allowed = set(key_names(cls)) - {"id"} - _REFERENCES
    if cls is Entry:
        chosen["kind"] = draw(values(types["kind"], "kind"))
        allowed &= (COMMON_ENTRY_KEYS | ENTRY_KEYS[chosen["kind"]]) - {"kind"}
    if cls.__name__ in ("Attendee", "Member"):
        chosen["contact"] = ""
        allowed.discard("name")
    for key, field in keys.items():
        required = field.default is dataclasses.MISSING
        if key in allowed and (required or draw(st.integers(0, 3)) == 0):
            chosen[field.name] = draw(values(types[field.name], field.name))
    if cls.__name__ == "Attendee":
        del chosen["contact"]
        chosen["name"] = draw(texts("name"))
    return cls(**chosen)


@st.composite
def notebooks(draw: st.DrawFn) -> Notebook:
    """A notebook whose ids are unique and whose references lead somewhere."""
    contacts = draw(st.lists(records(Contact), max_size=3))
    events = [_in_order(event) for event in draw(st.lists(records(Event), max_size=2))]
    library = draw(st.lists(records(LibraryItem), max_size=2))
    items = [dataclasses.replace(item, id=f"item-{i}") for i, item in enumerate(library)]
    events = [
        dataclasses.replace(event, id=f"no-{i}", log=_named(event.log, f"v{i}-")) for i, event in enumerate(events)
    ]
    contacts = [_linked(draw, contact, i, len(contacts), events, items) for i, contact in enumerate(contacts)]
    groups = draw(st.lists(records(Group), max_size=2)) if contacts else []
    groups = [
        dataclasses.replace(
            group, id=f"g{i}", people=tuple(dataclasses.replace(each, contact="c0") for each in group.people)
        )
        for i, group in enumerate(groups)
    ]
    me = draw(st.none() | records(Me))
    return Notebook(me, tuple(contacts), tuple(events), tuple(groups), tuple(items))


def _in_order(event: Event) -> Event:
    early = event.ends is not None and event.ends.day <= event.starts.day + timedelta(days=2)
    return dataclasses.replace(event, ends=None) if early else event


def _named(lines: tuple[Any, ...], prefix: str) -> tuple[Any, ...]:
    return tuple(dataclasses.replace(line, id=f"{prefix}{i}") for i, line in enumerate(lines))


def _linked(draw: st.DrawFn, contact: Contact, i: int, count: int, events: Any, items: Any) -> Contact:
    facts = _named(contact.facts, f"f{i}-")
    log = []
    for entry in _named(contact.log, f"e{i}-"):
        keys = ENTRY_KEYS[entry.kind]
        log.append(
            dataclasses.replace(
                entry,
                event=events[0].id if events and draw(st.booleans()) else None,
                item=items[0].id if items and "item" in keys else None,
                because=facts[0].id if facts and "because" in keys else None,
                of=f"e{i}-0" if "of" in keys else None,
            )
        )
    introduced_by = f"c{count - 1}" if draw(st.booleans()) else None
    return dataclasses.replace(contact, id=f"c{i}", facts=facts, log=tuple(log), introduced_by=introduced_by)
