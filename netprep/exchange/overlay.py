"""What a file says about a known record laid over what the notebook has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry, EventEntry, Fact
from netprep.model.text import fold

R = TypeVar("R", bound=Any)
Line = TypeVar("Line", Entry, EventEntry)
_LISTS_OF_THEIR_OWN = frozenset({"id", "facts", "log"})


def overlay(old: R, new: R, stated: Collection[str] = ()) -> R:
    """``old`` with the keys of ``new``; what ``new`` does not say stays, and so does the id.

    A key counts as said when it differs from its default, or is named in ``stated``. Facts and
    logs are merged line by line elsewhere.
    """
    said = {
        field.name: value
        for field in fields(new)
        if field.name not in _LISTS_OF_THEIR_OWN
        and ((value := getattr(new, field.name)) != field.default or field.name in stated)
    }
    return replace(old, **said)


def same_person(one: Contact, other: Contact) -> bool:
    """Whether two contacts with one id may be one person.

    They are when they share an e-mail address, or one name has all the words of the other
    ("Maya" and "Maya Okafor").
    """
    if {email.casefold() for email in one.emails} & {email.casefold() for email in other.emails}:
        return True
    mine, theirs = set(fold(one.name).split()), set(fold(other.name).split())
    return mine <= theirs or theirs <= mine


class Twins:
    """Known records by their content, so that a line that lost its id is not written twice."""

    def __init__(self, known: Iterable[Any], claimed: Collection[str]) -> None:
        self._by_content: dict[Any, list[Any]] = {}
        for record in known:
            if record.id not in claimed:
                self._by_content.setdefault(_content(record), []).append(record)

    def take(self, record: Any) -> Any | None:
        """A known record with the same content that was not taken yet."""
        alike = self._by_content.get(_content(record))
        return alike.pop(0) if alike else None


def _content(record: Any) -> Any:
    # A strike is added later, so it does not make another entry.
    return replace(record, id="", struck=None) if hasattr(record, "struck") else replace(record, id="")


def resolve_ids(
    known: Sequence[Any], incoming: Sequence[R], is_foreign: Callable[[str], bool], fresh: Callable[[], str]
) -> tuple[list[R], dict[str, str]]:
    """The incoming lines of one owner with the ids they are to have in the notebook, and the renames.

    An id that belongs to somebody else there, or is missing, becomes that of a known line with the
    same content; else a foreign one becomes a fresh one, and a missing one stays for the store. An
    entry's ``of`` follows the entry it speaks of.
    """
    own = {record.id for record in known if record.id}
    twins = Twins(known, {record.id for record in incoming if record.id in own})
    renames: dict[str, str] = {}
    resolved: list[R] = []
    for record in incoming:
        id_ = record.id
        foreign = bool(id_) and id_ not in own and is_foreign(id_)
        if foreign or not id_:
            twin = twins.take(_follow(record, renames))
            id_ = twin.id if twin is not None else fresh() if foreign else ""
        if id_ != record.id and record.id:
            renames[record.id] = id_
        resolved.append(record if id_ == record.id else replace(record, id=id_))
    return [_follow(record, renames) for record in resolved], renames


def _follow(record: R, renames: Mapping[str, str]) -> R:
    renamed = renames.get(getattr(record, "of", None) or "")
    return replace(record, of=renamed) if renamed else record


def merge_facts(
    known: Sequence[Fact], incoming: Sequence[Fact], stated: Callable[[int], Collection[str]]
) -> tuple[Fact, ...]:
    """Known facts updated by id, new ones behind them; ``stated`` is asked by position."""
    merged = {fact.id: fact for fact in known}
    added: list[Fact] = []
    for i, fact in enumerate(incoming):
        if fact.id in merged:
            merged[fact.id] = overlay(merged[fact.id], fact, stated(i))
        else:
            added.append(fact)
    return (*merged.values(), *added)


@frozen
class MergedLog:
    """A log after a merge, and the positions of incoming lines that contradict it."""

    log: tuple[Any, ...]
    conflicts: tuple[int, ...]


def merge_log(known: Sequence[Line], incoming: Sequence[Line]) -> MergedLog:
    """Known lines as they are, new ones behind them; only a strike may be added to a known one."""
    merged: dict[str, Line] = {line.id: line for line in known}
    added: list[Line] = []
    conflicts: list[int] = []
    for i, line in enumerate(incoming):
        old = merged.get(line.id)
        if old is None:
            added.append(line)
        elif replace(line, struck=old.struck) != old:
            conflicts.append(i)
        elif old.struck is None:
            merged[line.id] = line
        elif line.struck not in (None, old.struck):
            conflicts.append(i)
    return MergedLog((*merged.values(), *added), tuple(conflicts))
