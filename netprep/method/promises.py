"""Promises, mine and theirs: how each stands and which comes first."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from netprep.method.evidence import Evidence, is_mine, read_log
from netprep.method.wording import counted
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry


class PromiseState(StrEnum):
    """How a promise stands."""

    OVERDUE = "overdue"
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


_ORDER = tuple(PromiseState)


@frozen
class PromiseStatus:
    """A promise and how it stands.

    Attributes:
        promise: its entry.
        mine: whether the user made it.
        state: overdue, open, kept or broken.
        due: its day, if it has one.
        days: days until that day; negative when it has passed; None without a day or once closed.
        closed: the entry that says that it was kept or broken.
    """

    promise: Entry
    mine: bool
    state: PromiseState
    due: date | None
    days: int | None
    closed: Entry | None = None

    @property
    def text(self) -> str:
        """How it stands, in words: ``due in 2 days``, ``due today``, ``3 days late``, ``kept``."""
        if self.state in (PromiseState.KEPT, PromiseState.BROKEN):
            return self.state.value
        if self.days is None:
            return "open, without a date"
        if self.days < 0:
            return f"{counted(-self.days, 'day')} late"
        if self.days == 0:
            return "its hour has passed today" if self.state is PromiseState.OVERDUE else "due today"
        return "due tomorrow" if self.days == 1 else f"due in {self.days} days"


def promise_statuses(contact: Contact, now: datetime) -> tuple[PromiseStatus, ...]:
    """Every promise of a contact's log: overdue ones first, then by day, undated ones, closed ones.

    A promise is kept or broken by an entry that names it in ``of``; kept wins over broken, since a
    late thing done is done.

    Args:
        contact: whose log.
        now: an aware instant.
    """
    evidence = read_log(contact, now)
    statuses = [_status(evidence, promise) for promise in evidence.promises]
    return tuple(sorted(statuses, key=lambda each: (_ORDER.index(each.state), each.due or date.max, each.promise.id)))


def open_promise_statuses(contact: Contact, now: datetime) -> tuple[PromiseStatus, ...]:
    """Promises of mine that wait to be kept, the most urgent first."""
    waiting = (PromiseState.OVERDUE, PromiseState.OPEN)
    return tuple(each for each in promise_statuses(contact, now) if each.mine and each.state in waiting)


def _status(evidence: Evidence, promise: Entry) -> PromiseStatus:
    closing = evidence.closing(promise)
    due = evidence.due_day(promise)
    if closing is not None:
        state = PromiseState.KEPT if closing.kind.value == "promise_kept" else PromiseState.BROKEN
        return PromiseStatus(promise, is_mine(promise), state, due, None, closing)
    state = PromiseState.OVERDUE if evidence.is_past_due(promise) else PromiseState.OPEN
    days = None if due is None else (due - evidence.today).days
    return PromiseStatus(promise, is_mine(promise), state, due, days)
