"""Who or what is meant by the words somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from netprep.errors import Ambiguous, NotFound
from netprep.model.records import Contact, Event, LibraryItem
from netprep.model.text import fold
from netprep.store import Store

_SHOWN = 8


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def find_contact(store: Store, words: str) -> Contact:
    """The contact meant by an id, a name, a part of one, a nickname or an e-mail address.

    Raises:
        NotFound: nobody goes by that; names that look alike are suggested.
        Ambiguous: several people do; they are listed.
    """
    cards = store.contacts_named(words) if words.strip() else ()
    if len(cards) == 1:
        contact = store.contact(cards[0].id)
        if contact is not None:
            return contact
    if cards:
        raise Ambiguous(
            f"“{words}” could be {len(cards)} contacts: {_listed([describe(card) for card in cards])}.",
            hint="Say more of the name, or the id in brackets.",
        )
    raise NotFound(f"There is no contact “{words}”.", hint=_suggestion(store, words))


def find_event(store: Store, words: str) -> Event:
    """The event meant by an id, a name or a part of one.

    Raises:
        NotFound: no event goes by that; names that look alike are suggested.
        Ambiguous: several events do; they are listed.
    """
    return _one_of(
        "event", words, [(event, event.name) for event in store.events()], "netprep event add NAME --starts WHEN"
    )


def find_item(store: Store, words: str) -> LibraryItem:
    """The library item meant by an id, a title or a part of one.

    Raises:
        NotFound: no item goes by that; titles that look alike are suggested.
        Ambiguous: several items do; they are listed.
    """
    return _one_of(
        "library item", words, [(item, item.title) for item in store.library()], "netprep library add KIND TITLE"
    )


def describe(contact: Contact) -> str:
    """A contact so that two people of one name can be told apart."""
    about = ", ".join(filter(None, (contact.org, contact.role, contact.emails[0] if contact.emails else None)))
    return f"{contact.name} ({contact.id}{', ' + about if about else ''})"


def _suggestion(store: Store, words: str) -> str:
    alike = store.contacts_like(words) if words.strip() else ()
    if alike:
        return f"Did you mean {_listed([describe(card) for card, _ in alike], 'or')}?"
    return 'See: netprep contact list. To add somebody: netprep log "NAME" "what they said"'


def _one_of(thing: str, words: str, named: Sequence[tuple[T, str]], how_to_add: str) -> T:
    wanted = fold(words)
    matching = [each for each, name in named if wanted and wanted in (fold(each.id), fold(name))]
    matching = matching or [each for each, name in named if _has_words(wanted, f"{fold(name)} {fold(each.id)}")]
    if len(matching) == 1:
        return matching[0]
    if matching:
        names = [f"{name} ({each.id})" for each, name in named if each in matching]
        raise Ambiguous(f"“{words}” could be {len(names)} things: {_listed(names)}.", hint="Say the id in brackets.")
    raise NotFound(f"There is no {thing} “{words}”.", hint=_nearest(wanted, named) or f"To add it: {how_to_add}")


def _has_words(wanted: str, name: str) -> bool:
    parts = name.replace("-", " ").split()
    return bool(wanted) and all(
        any(part.startswith(word) for part in parts) for word in wanted.replace("-", " ").split()
    )


def _nearest(wanted: str, named: Iterable[tuple[_Named, str]]) -> str:
    from rapidfuzz import fuzz, process

    names = [name for _, name in named]
    found = process.extract(wanted, names, scorer=fuzz.WRatio, processor=fold, score_cutoff=70, limit=3)
    return f"Did you mean {_listed([name for name, _, _ in found], 'or')}?" if found else ""


def _listed(names: Sequence[str], word: str = "and") -> str:
    shown = list(names[:_SHOWN])
    if len(names) > _SHOWN:
        shown.append(f"{len(names) - _SHOWN} more")
    return f" {word} ".join(filter(None, ("; ".join(shown[:-1]), shown[-1]))) if shown else ""
