"""What a note, a question or a suggestion is worked out from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netprep.api import Matcher
from netprep.clock import Clock
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry, Event, LibraryItem, Me
from netprep.model.shared import Shared
from netprep.model.words import TrustBar
from netprep.settings.user import Settings

if TYPE_CHECKING:
    from netprep.model.rules import RuleFile


def nobody(_id: str) -> Contact | None:
    """The contact of an id, where no others can be looked up."""
    return None


def nobody_called(_name: str) -> tuple[Contact, ...]:
    """The contacts of a name, where no others can be looked up."""
    return ()


def nothing_sent(_stretches: Sequence[str]) -> tuple[tuple[str, Entry], ...]:
    """Messages with some stretches of words, where none can be looked up."""
    return ()


@frozen
class Desk:
    """The notebook's pages that are needed, the time, the settings, and what is only asked for when it is needed.

    Attributes:
        contact: whom it is about.
        me: the user, where the notebook knows them.
        events: by id.
        library: everything worth sharing.
        clock: now.
        settings: the user's.
        common: finds what the contact and the user share; it is asked only for a note that may name it.
        rules: gives the rules from files, once a draft is to be read.
        person: looks up another contact by id, for somebody in the library.
        called: finds contacts, whole, by a name or a part of one.
        sent: finds messages of mine, with the contact's id, that have any of some stretches of words.
        matchers: gives plugins' opinions on what fits whom.
    """

    contact: Contact
    me: Me | None
    events: Mapping[str, Event]
    library: Sequence[LibraryItem]
    clock: Clock
    settings: Settings
    common: Callable[[], tuple[Shared, ...]] = tuple
    rules: Callable[[], tuple[RuleFile, ...]] = tuple
    person: Callable[[str], Contact | None] = nobody
    matchers: Callable[[], Sequence[Matcher]] = tuple
    called: Callable[[str], tuple[Contact, ...]] = nobody_called
    sent: Callable[[Sequence[str]], tuple[tuple[str, Entry], ...]] = nothing_sent

    @property
    def trust_bar(self) -> TrustBar:
        """How much the user's trade asks for before it trusts."""
        return self.me.trust_bar if self.me else TrustBar.NORMAL
