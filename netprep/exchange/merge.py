"""A file laid into a notebook, as a pure decision: what to write, and what became of everything.

Nothing is lost on the notebook's side: keys in the file win, keys the file does not have stay,
logs only grow, and a contact who is plainly somebody else is not touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

from netprep.exchange.changes import Change, Existing, MergeResult
from netprep.exchange.left_out import LeftOut
from netprep.exchange.overlay import merge_facts, merge_log, overlay, resolve_ids, same_person
from netprep.model.codec import Path, spell_path
from netprep.model.records import Contact, Event, Group, LibraryItem, Me, Notebook
from netprep.model.text import fold, slug

FORGOTTEN = "you asked to forget this person"
SOMEBODY_ELSE = "the notebook has somebody else by this id"
LOG_STAYS = "the log is append-only; the entry in the notebook stays"

R = TypeVar("R", bound=Any)
IsForgotten = Callable[[str, tuple[str, ...]], bool]

__all__ = ["Change", "Existing", "MergeResult", "merge"]


def merge(
    existing: Existing,
    incoming: Notebook,
    is_forgotten: IsForgotten,
    stated: frozenset[Path] = frozenset(),
    *,
    is_foreign: bool = False,
) -> MergeResult:
    """Decide what an incoming notebook changes.

    Args:
        existing: the notebook as it is.
        incoming: a checked notebook, as a file gives it.
        is_forgotten: whether somebody of this name and these addresses asked to be forgotten.
        stated: paths where the file spells out a default (``Parsed.stated``), which then wins too.
        is_foreign: whether it was made of some other file (``Parsed.is_foreign``): whom the user knows
            already stays known as before, and does not become somebody from that file.
    """
    return _Merge(existing, incoming, is_forgotten, stated, is_foreign=is_foreign).run()


class _Merge:
    """One merge under way: the report grows while the records are gone through in file order."""

    def __init__(
        self,
        existing: Existing,
        incoming: Notebook,
        is_forgotten: IsForgotten,
        stated: Iterable[Path],
        *,
        is_foreign: bool,
    ) -> None:
        self.is_foreign = is_foreign
        self.existing = existing
        self.incoming = incoming
        self.is_forgotten = is_forgotten
        self.stated: dict[Path, set[str]] = {}
        for path in stated:
            self.stated.setdefault(path[:-1], set()).add(str(path[-1]))
        self.changes: dict[str, list[Change]] = {}
        me = existing.me()
        self.my_facts = {fact.id for fact in me.facts} if me else set()
        self.fresh = _FreshIds(existing, incoming, self._fact_is_known, self._entry_is_known)
        self.left_out = LeftOut()

    def run(self) -> MergeResult:
        known = dict(self._take_in())
        write = Notebook(
            me=self._me(),
            contacts=tuple(self._contacts(known)),
            events=tuple(self._events()),
            groups=tuple(self._groups()),
            library=tuple(self._library()),
        )
        report = {outcome: tuple(changes) for outcome, changes in self.changes.items()}
        return MergeResult(write, warnings=tuple(self.left_out.warnings), **report)

    def _take_in(self) -> Iterator[tuple[int, Contact | None]]:
        """The positions of the contacts taken in, each with what is known of them."""
        find = _Finder(self.incoming.contacts, self.existing.contact, "contact")
        for i, contact in enumerate(self.incoming.contacts):
            old = find(contact, contact.name, _by_name_and_address)
            if self.is_forgotten(contact.name, contact.emails):
                outcome, reason = "skipped", FORGOTTEN
            elif old is not None and not same_person(old, contact):
                outcome, reason = "conflicts", f"{SOMEBODY_ELSE}: {old.name}"
            else:
                yield i, old
                continue
            self._note(outcome, "contact", contact, ("contacts", i), reason)
            self.left_out.add(contact.id, reason)

    def _me(self) -> Me | None:
        me, old = self.incoming.me, self.existing.me()
        if me is None:
            return None
        known = old.facts if old else ()
        facts, _ = resolve_ids(known, me.facts, self._fact_is_known, self.fresh.fact)
        merged = overlay(old, me, self.stated.get(("me",), ())) if old else me
        merged = replace(merged, facts=merge_facts(known, facts, self._stated_in(("me",))))
        return merged if self._sort("me", old, merged, ("me",)) else None

    def _contacts(self, known: dict[int, Contact | None]) -> Iterator[Contact]:
        for i, old in known.items():
            path: Path = ("contacts", i)
            merged = self._contact(old, self.left_out.contact(self.incoming.contacts[i], path), path)
            if self._sort("contact", old, merged, path):
                yield merged

    def _contact(self, old: Contact | None, new: Contact, path: Path) -> Contact:
        if old and self.is_foreign:
            new = replace(new, source=old.source)
        known_facts, known_log = (old.facts, old.log) if old else ((), ())
        facts, renames = resolve_ids(known_facts, new.facts, self._fact_is_known, self.fresh.fact)
        entries = [replace(e, because=renames[e.because]) if e.because in renames else e for e in new.log]
        log, _ = resolve_ids(known_log, entries, self._entry_is_known, self.fresh.entry)
        return replace(
            overlay(old, new, self.stated.get(path, ())) if old else new,
            facts=merge_facts(known_facts, facts, self._stated_in(path)),
            log=self._log(known_log, log, new.name, path),
        )

    def _events(self) -> Iterator[Event]:
        find = _Finder(self.incoming.events, self.existing.event, "event")
        for i, event in enumerate(self.incoming.events):
            path: Path = ("events", i)
            old = find(event, event.name, lambda a, b: fold(a.name) == fold(b.name) and a.starts.day == b.starts.day)
            event = self.left_out.event(event, path, old)
            known = old.log if old else ()
            log, _ = resolve_ids(known, event.log, self._entry_is_known, self.fresh.entry)
            merged = replace(overlay(old, event) if old else event, log=self._log(known, log, event.name, path))
            if self._sort("event", old, merged, path):
                yield merged

    def _groups(self) -> Iterator[Group]:
        find = _Finder(self.incoming.groups, self.existing.group, "group")
        for i, group in enumerate(self.incoming.groups):
            old = find(group, group.name, lambda a, b: fold(a.name) == fold(b.name))
            group = self.left_out.group(group, ("groups", i), old)
            merged = overlay(old, group) if old else group
            if self._sort("group", old, merged, ("groups", i)):
                yield merged

    def _library(self) -> Iterator[LibraryItem]:
        find = _Finder(self.incoming.library, self.existing.item, "library-item")
        for i, item in enumerate(self.incoming.library):
            old = find(item, item.title, lambda a, b: (a.kind, fold(a.title), a.url) == (b.kind, fold(b.title), b.url))
            item = self.left_out.item(item, ("library", i))
            merged = overlay(old, item) if old else item
            if self._sort("item", old, merged, ("library", i)):
                yield merged

    def _log(self, known: Sequence[R], incoming: Sequence[R], owner: str, path: Path) -> tuple[R, ...]:
        merged = merge_log(known, incoming)
        for i in merged.conflicts:
            where = spell_path((*path, "log", i))
            change = Change("entry", incoming[i].id, owner, where, LOG_STAYS)
            self.changes.setdefault("conflicts", []).append(change)
        return merged.log

    def _fact_is_known(self, id_: str) -> bool:
        return id_ in self.my_facts or self.existing.fact(id_) is not None

    def _entry_is_known(self, id_: str) -> bool:
        return self.existing.entry(id_) is not None

    def _stated_in(self, path: Path) -> Callable[[int], Collection[str]]:
        return lambda i: self.stated.get((*path, "facts", i), ())

    def _sort(self, kind: str, old: Any, merged: Any, path: Path) -> bool:
        """Note whether a record is new, the same or updated; says whether it is to be written."""
        outcome = "new" if old is None else "same" if old == merged else "updated"
        self._note(outcome, kind, merged, path)
        return outcome != "same"

    def _note(self, outcome: str, kind: str, record: Any, path: Path, reason: str = "") -> None:
        change = Change(
            kind=kind,
            id=getattr(record, "id", "me"),
            name=record.title if isinstance(record, LibraryItem) else record.name,
            where=spell_path(path),
            reason=reason,
            emails=getattr(record, "emails", ()),
            org=getattr(record, "org", None),
        )
        self.changes.setdefault(outcome, []).append(change)


class _Finder:
    """Looks a record up by its id; one without is sought by the ids its name would have been given."""

    def __init__(self, incoming: Iterable[Any], look_up: Callable[[str], Any], nameless: str) -> None:
        self._look_up = look_up
        self._nameless = nameless
        self._claimed = {record.id for record in incoming}

    def __call__(self, record: R, name: str, is_same: Callable[[R, R], bool]) -> R | None:
        if record.id:
            return self._look_up(record.id)  # type: ignore[no-any-return]
        for id_ in _numbered(slug(name) or self._nameless):
            old = self._look_up(id_)
            if old is None:
                break
            if id_ not in self._claimed and is_same(old, record):
                self._claimed.add(id_)
                return old  # type: ignore[no-any-return]
        return None


def _numbered(word: str) -> Iterator[str]:
    """``word``, ``word-2``, ``word-3``, ...: the ids the store gives."""
    yield word
    yield from (f"{word}-{number}" for number in count(2))


def _by_name_and_address(one: Contact, other: Contact) -> bool:
    """Whether somebody without an id is the known one: the name, and no other address."""
    if fold(one.name) != fold(other.name):
        return False
    mine, theirs = ({email.casefold() for email in each.emails} for each in (one, other))
    return not (mine and theirs) or bool(mine & theirs)


class _FreshIds:
    """Ids that neither the notebook nor the file uses."""

    def __init__(
        self,
        existing: Existing,
        incoming: Notebook,
        fact_is_known: Callable[[str], bool],
        entry_is_known: Callable[[str], bool],
    ) -> None:
        self._existing = existing
        self._incoming = incoming
        self._is_known = {"f": fact_is_known, "e": entry_is_known}
        self._taken: set[str] | None = None

    def fact(self) -> str:
        """A fact's id, such as ``f12``."""
        return self._next("f")

    def entry(self) -> str:
        """A log entry's id, such as ``e12``."""
        return self._next("e")

    def _next(self, prefix: str) -> str:
        if self._taken is None:
            self._taken = set(_line_ids(self._incoming))
        numbers = count(int(self._existing.next_id(prefix).removeprefix(prefix)))
        candidates = (f"{prefix}{number}" for number in numbers)
        id_ = next(each for each in candidates if each not in self._taken and not self._is_known[prefix](each))
        self._taken.add(id_)
        return id_


def _line_ids(notebook: Notebook) -> Iterator[str]:
    owners: tuple[Any, ...] = (*filter(None, [notebook.me]), *notebook.contacts, *notebook.events)
    for owner in owners:
        for line in (*getattr(owner, "facts", ()), *getattr(owner, "log", ())):
            yield line.id
