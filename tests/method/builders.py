"""People and logs for the tests of the method, and strategies that make them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry, Struck
from netprep.model.words import AskClass, EntryKind, LibraryKind, Party, Reaction
from netprep.settings.method import MethodSettings

steady = settings(deadline=None, max_examples=60)
"""For properties over whole logs: no time limit an example, since a busy machine is no finding."""
SETTINGS = MethodSettings()
START = date(2026, 3, 2)


def at(day: str) -> datetime:
    """Noon of a day, or an instant, in UTC unless it says otherwise."""
    moment = Moment.parse(day)
    return moment.instant(UTC) if moment.has_time else moment.instant(UTC).replace(hour=12)


def entry(kind: str, day: str, key: str = "", **keys: Any) -> Entry:
    """An entry by its words."""
    for name in ("due", "until"):
        if name in keys:
            keys[name] = Moment.parse(keys[name])
    return Entry(EntryKind(kind), Moment.parse(day), key, **keys)


def person(*log: Entry, **keys: Any) -> Contact:
    """A contact with a log."""
    return Contact(keys.pop("name", "Ilse Brandt"), keys.pop("id", "ilse-brandt"), log=log, **keys)


def met(day: str = "2026-03-03", key: str = "m1", **keys: Any) -> Entry:
    """A meeting of a quarter of an hour."""
    return entry("met", day, key, **({"minutes": 15} | keys))


BAKER = (
    met("2026-03-03", "m1"),
    entry("message_in", "2026-03-05", "r1"),
    entry("give", "2026-03-06", "g1", share=LibraryKind.LINK_DOC),
    entry("give_ack", "2026-03-07", "k1", of="g1", reaction=Reaction.THANKED),
)
"""Met, a reply, a give they thanked for: visibility with all that advice and a favour ask for."""
COFFEE = entry("one_to_one", "2026-03-27", "o1", form="coffee", minutes=45)
PROMISE = entry("promise", "2026-03-27", "p1", by=Party.ME, what="the rota sheet", due="2026-04-03")
KEPT = entry("promise_kept", "2026-04-02", "p2", of="p1")


def struck(contact: Contact) -> Contact:
    """The contact with every entry struck."""
    from dataclasses import replace

    why = Struck(Moment(START), "mistake")
    return replace(contact, log=tuple(replace(each, struck=why) for each in contact.log))


_KINDS = st.sampled_from(
    (
        *(EntryKind.MET, EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK, EntryKind.MESSAGE_OUT, EntryKind.MESSAGE_IN),
        *(EntryKind.GIVE, EntryKind.RECEIVED, EntryKind.ASK, EntryKind.PROMISE),
        *(EntryKind.HARD_TIME, EntryKind.REST, EntryKind.SNOOZE),
    )
)
_DAYS = st.integers(0, 400).map(lambda days: START + timedelta(days=days))


@st.composite
def entries(draw: st.DrawFn, key: str) -> list[Entry]:
    """An entry, and where it takes one what followed it."""
    kind = draw(_KINDS)
    day = draw(_DAYS)
    after = Moment(day + timedelta(days=draw(st.integers(0, 60))))
    keys: dict[str, Any] = {}
    follow: list[Entry] = []
    if kind in (EntryKind.MET, EntryKind.ONE_TO_ONE):
        keys["minutes"] = draw(st.sampled_from([None, 5, 15, 60]))
    elif kind is EntryKind.RECEIVED:
        keys["what"] = draw(st.sampled_from(["advice", "intro", "referral", "business", "endorsement", "info"]))
    elif kind is EntryKind.ASK:
        keys["ask_class"] = draw(st.sampled_from(AskClass))
        closed = Entry(EntryKind.ASK_CLOSED, after, f"{key}c", of=key)
        follow = draw(st.sampled_from([[], [closed]]))
    elif kind is EntryKind.GIVE:
        ack = Entry(EntryKind.GIVE_ACK, after, f"{key}a", of=key, reaction=draw(st.sampled_from(Reaction)))
        follow = draw(st.sampled_from([[], [ack]]))
    elif kind is EntryKind.PROMISE:
        keys["by"] = draw(st.sampled_from([*Party, None]))
        keys["due"] = draw(st.one_of(st.none(), _DAYS.map(Moment)))
        ends = st.sampled_from([EntryKind.PROMISE_KEPT, EntryKind.PROMISE_BROKEN])
        follow = draw(st.lists(ends.map(lambda end: Entry(end, after, f"{key}k", of=key)), max_size=1))
    return [Entry(kind, Moment(day), key, **keys), *follow]


@st.composite
def contacts(draw: st.DrawFn, most: int = 12) -> Contact:
    """Somebody with a log of any kind."""
    log = [each for number in range(draw(st.integers(0, most))) for each in draw(entries(f"e{number}"))]
    tags = draw(st.sampled_from([(), ("up",), ("partner",)]))
    return Contact("Ilse Brandt", "ilse-brandt", log=tuple(log), tags=tags)


instants = _DAYS.map(lambda day: datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
