"""What a note or a suggestion is worked out from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from netprep.api import Matcher
from netprep.clock import Clock
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Event, LibraryItem, Me
from netprep.model.words import TrustBar
from netprep.settings.user import Settings


def nobody(_id: str) -> Contact | None:
    """The contact of an id, where no others can be looked up."""
    return None


@frozen
class Desk:
    """The notebook's pages that are needed, the time and the settings.

    ``person`` looks up another contact by id, for somebody in the library; ``matchers`` are plugins'
    opinions on what fits whom.
    """

    contact: Contact
    me: Me | None
    events: Mapping[str, Event]
    library: Sequence[LibraryItem]
    clock: Clock
    settings: Settings
    person: Callable[[str], Contact | None] = nobody
    matchers: Sequence[Matcher] = ()

    @property
    def trust_bar(self) -> TrustBar:
        """How much the user's trade asks for before it trusts."""
        return self.me.trust_bar if self.me else TrustBar.NORMAL
