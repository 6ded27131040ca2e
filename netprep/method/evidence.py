"""What a contact's log shows at an instant: the facts that stage, gate and cadence are derived from.

The relation of a pair is read from what both did, never from time passed or messages sent
(Misner, The VCP Process; grade D).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property

from netprep.method.wording import add_days
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry
from netprep.model.words import AskClass, EntryKind, Party, Reaction, Received

MEETINGS = frozenset({EntryKind.MET, EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK})
"""Kinds of entry in which both were in one room or on one line."""
TWO_WAY = MEETINGS | {EntryKind.MESSAGE_IN, EntryKind.RECEIVED}
"""Kinds of entry that show that both took part: each makes its day a two-way day."""
RETURNS = frozenset({Received.REFERRAL, Received.INTRO, Received.BUSINESS, Received.ENDORSEMENT})
"""What somebody gave that put their name or their money at stake."""
LOOPS = frozenset({Received.INTRO, Received.REFERRAL})
"""What somebody gave that they will want to hear the end of."""

_RANK_OF_DAY = {
    EntryKind.MET: 0,
    EntryKind.ONE_TO_ONE: 0,
    EntryKind.SHARED_WORK: 0,
    EntryKind.MESSAGE_IN: 2,
    EntryKind.RECEIVED: 2,
}
"""The order in which things of one day are taken to have happened where no hour is known."""
_RELIABLE = frozenset({Reaction.USED, Reaction.THANKED})
_REACTED = _RELIABLE | {Reaction.REPLIED}


@dataclass(frozen=True)
class Evidence:
    """The live part of a contact's log, as it stood at ``now``.

    Attributes:
        contact: whose log.
        now: an aware instant. An entry of a later day has not happened yet.
    """

    contact: Contact
    now: datetime

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now.date()

    @property
    def zone(self) -> tzinfo | None:
        """The zone of ``now``."""
        return self.now.tzinfo

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Entries that count, by date. The order they were written down in makes no difference."""
        live = (entry for entry in self.contact.log if entry.struck is None and self._happened(entry.date))
        return tuple(sorted(live, key=_by_date))

    def of_kind(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        """Live entries of these kinds, by date."""
        return tuple(entry for entry in self.entries if entry.kind in kinds)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Live entries by id."""
        return {entry.id: entry for entry in self.entries if entry.id}

    @cached_property
    def two_way(self) -> tuple[Entry, ...]:
        """Entries that show that both took part."""
        return self.of_kind(*TWO_WAY)

    @cached_property
    def two_way_days(self) -> tuple[date, ...]:
        """The different days on which both took part, in order."""
        return tuple(sorted({entry.date.day for entry in self.two_way}))

    @property
    def last_two_way_day(self) -> date | None:
        """The last day on which both took part."""
        return self.two_way_days[-1] if self.two_way_days else None

    @cached_property
    def last_message(self) -> Entry | None:
        """My last message to them."""
        return next(iter(reversed(self.of_kind(EntryKind.MESSAGE_OUT))), None)

    @property
    def last_touch(self) -> date | None:
        """The day the clock of a lane runs from: the last two-way day or my last message."""
        days = [*self.two_way_days[-1:], *([self.last_message.date.day] if self.last_message else [])]
        return max(days, default=None)

    @cached_property
    def unanswered(self) -> tuple[Entry, ...]:
        """My messages since they last took part, oldest first."""
        return tuple(
            message
            for message in self.of_kind(EntryKind.MESSAGE_OUT)
            if not any(self.follows(entry, message) for entry in self.two_way)
        )

    def talks(self, minutes: int) -> tuple[Entry, ...]:
        """One-to-ones known to have lasted at least ``minutes``."""
        return tuple(entry for entry in self.of_kind(EntryKind.ONE_TO_ONE) if (entry.minutes or 0) >= minutes)

    @cached_property
    def shared_work_days(self) -> tuple[date, ...]:
        """The different days on which we did something together."""
        return tuple(sorted({entry.date.day for entry in self.of_kind(EntryKind.SHARED_WORK)}))

    @cached_property
    def last_met(self) -> Entry | None:
        """The last time we met at an event or by chance."""
        return next(iter(reversed(self.of_kind(EntryKind.MET))), None)

    @cached_property
    def promises(self) -> tuple[Entry, ...]:
        """All promises, mine and theirs, by date."""
        return self.of_kind(EntryKind.PROMISE)

    def closing(self, promise: Entry) -> Entry | None:
        """The entry that says a promise was kept or, failing that, broken; None while it is open."""
        about = [entry for entry in self._closings if entry.of == promise.id and promise.id]
        kept = [entry for entry in about if entry.kind is EntryKind.PROMISE_KEPT]
        return next(iter(kept or about), None)

    def closed_on(self, promise: Entry) -> date | None:
        """The first day on which a promise was no longer open."""
        days = [entry.date.day for entry in self._closings if entry.of == promise.id and promise.id]
        return min(days, default=None)

    @cached_property
    def open_promises(self) -> tuple[Entry, ...]:
        """Promises of mine that are neither kept nor broken, earliest due first, undated ones last."""
        mine = (promise for promise in self.promises if is_mine(promise) and self.closing(promise) is None)
        return tuple(sorted(mine, key=lambda promise: (self.due_day(promise) or date.max, _by_date(promise))))

    @cached_property
    def their_open_promises(self) -> tuple[Entry, ...]:
        """Promises of theirs that are neither kept nor broken."""
        return tuple(promise for promise in self.promises if not is_mine(promise) and self.closing(promise) is None)

    @cached_property
    def kept_promises(self) -> tuple[Entry, ...]:
        """The entries that say that I kept a promise, by date."""
        closings = (self.closing(promise) for promise in self.promises if is_mine(promise))
        kept = (entry for entry in closings if entry is not None and entry.kind is EntryKind.PROMISE_KEPT)
        return tuple(sorted(kept, key=_by_date))

    def due_day(self, promise: Entry) -> date | None:
        """The day a promise is due, in the zone of ``now``."""
        return None if promise.due is None else self.local_day(promise.due)

    def days_late(self, promise: Entry) -> int:
        """Whole days a promise is past its day; 0 while it is not, or has none."""
        due = self.due_day(promise)
        return 0 if due is None else max(0, (self.today - due).days)

    def is_past_due(self, promise: Entry) -> bool:
        """Whether the day or the hour of a promise has passed."""
        past_hour = promise.due is not None and promise.due.has_time and self.instant(promise.due) < self.now
        return past_hour or self.days_late(promise) > 0

    @cached_property
    def overdue(self) -> tuple[Entry, ...]:
        """Open promises of mine whose day or hour has passed, the most overdue first."""
        return tuple(promise for promise in self.open_promises if self.is_past_due(promise))

    @cached_property
    def gives(self) -> tuple[Entry, ...]:
        """What I gave, by date."""
        return self.of_kind(EntryKind.GIVE)

    @cached_property
    def reactions(self) -> tuple[Entry, ...]:
        """Their reactions to gives of mine: used, thanked or replied. Silence is none."""
        return self._acks(_REACTED)

    @cached_property
    def well_received(self) -> tuple[Entry, ...]:
        """Reactions that show a give was of use: used or thanked."""
        return self._acks(_RELIABLE)

    def received(self, *kinds: Received) -> tuple[Entry, ...]:
        """What they gave me, by date; only of these kinds where any are named."""
        return tuple(
            entry for entry in self.of_kind(EntryKind.RECEIVED) if not kinds or (entry.what or "").strip() in kinds
        )

    @cached_property
    def sharing_tie(self) -> tuple[Entry, ...]:
        """What shows a sharing tie, or nothing.

        A give of mine they reacted to, and either something received or a one-to-one
        (after Misner's "share, stay, gain"; grade D).
        """
        theirs = (*self.received(), *self.of_kind(EntryKind.ONE_TO_ONE))
        return (self.reactions[0], theirs[0]) if self.reactions and theirs else ()

    def is_thanked(self, entry: Entry) -> bool:
        """Whether I thanked them for this, or closed its loop."""
        return any(self._is_about(thanks, entry) for thanks in self.of_kind(EntryKind.THANKED, EntryKind.LOOP_CLOSED))

    def is_closed(self, entry: Entry) -> bool:
        """Whether I told them what came of this."""
        return any(self._is_about(report, entry) for report in self.of_kind(EntryKind.LOOP_CLOSED))

    @cached_property
    def asks(self) -> tuple[Entry, ...]:
        """What I asked of them, by date. What they invited and plain curiosity are no asks."""
        return tuple(ask for ask in self.of_kind(EntryKind.ASK) if not ask.invited and ask.ask_class is not AskClass.A0)

    @cached_property
    def open_asks(self) -> tuple[Entry, ...]:
        """Asks that have no answer yet."""
        closed = {entry.of for entry in self.of_kind(EntryKind.ASK_CLOSED)}
        return tuple(ask for ask in self.asks if not ask.id or ask.id not in closed)

    def active_until(self, kind: EntryKind, default_days: int) -> date | None:
        """The last day of a snooze, hard time or rest that covers today, or None.

        Args:
            kind: which of the three.
            default_days: how long one without an end lasts from its date.
        """
        ends = [
            self.local_day(entry.until) if entry.until else add_days(entry.date.day, default_days)
            for entry in self.of_kind(kind)
        ]
        return max((end for end in ends if end >= self.today), default=None)

    def follows(self, entry: Entry, other: Entry) -> bool:
        """Whether ``entry`` came after ``other``.

        Where the hours are not known, a note of mine on the day we met came after the meeting,
        and a message of theirs on the day of mine was the answer.
        """
        if entry.date.has_time and other.date.has_time:
            return self.instant(entry.date) > self.instant(other.date)
        if entry.date.day != other.date.day:
            return entry.date.day > other.date.day
        return _RANK_OF_DAY.get(entry.kind, 1) > _RANK_OF_DAY.get(other.kind, 1)

    def wrote_after(self, entry: Entry) -> bool:
        """Whether I wrote to them after ``entry``."""
        return any(self.follows(message, entry) for message in self.of_kind(EntryKind.MESSAGE_OUT))

    def instant(self, moment: Moment) -> datetime:
        """A moment as an instant, in the zone of ``now`` where none is written."""
        return moment.instant(self.now.tzinfo or UTC)

    def local_day(self, moment: Moment) -> date:
        """The day of a moment, in the zone of ``now``."""
        if not moment.has_time:
            return moment.day
        try:
            return self.instant(moment).astimezone(self.zone).date()
        except OverflowError:  # the first or last day there is
            return moment.day

    @cached_property
    def _closings(self) -> tuple[Entry, ...]:
        return self.of_kind(EntryKind.PROMISE_KEPT, EntryKind.PROMISE_BROKEN)

    def _happened(self, moment: Moment) -> bool:
        return moment.day <= self.today or (moment.has_time and self.instant(moment) <= self.now)

    def _acks(self, reactions: Container[Reaction | None]) -> tuple[Entry, ...]:
        given = {give.id for give in self.gives if give.id}
        return tuple(ack for ack in self.of_kind(EntryKind.GIVE_ACK) if ack.of in given and ack.reaction in reactions)

    def _is_about(self, later: Entry, entry: Entry) -> bool:
        if later.of:
            return later.of == entry.id
        return later.date.day >= entry.date.day


def read_log(contact: Contact, now: datetime) -> Evidence:
    """The evidence of a contact's log at an aware instant."""
    return Evidence(contact, now)


def _by_date(entry: Entry) -> tuple[date, str, str, str]:
    return (entry.date.day, str(entry.date), entry.kind.value, entry.id)


def is_mine(promise: Entry) -> bool:
    """Whether a promise is the user's own; one that does not say is."""
    return promise.by is not Party.THEM
