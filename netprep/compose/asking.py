"""Whether an ask is earned: ``netprep may-i``."""

from __future__ import annotations

from collections.abc import Sequence

from netprep.api import Matcher
from netprep.clock import Clock
from netprep.compose.desk import Desk
from netprep.compose.followup import Request, ask_gate
from netprep.compose.naming import find_contact
from netprep.errors import UsageError
from netprep.model.plan import GateAnswer
from netprep.model.words import AskClass
from netprep.settings.user import Settings
from netprep.store import Store


def may_ask(
    store: Store,
    who: str,
    text: str,
    clock: Clock,
    settings: Settings,
    *,
    ask_class: AskClass | None,
    invited: bool,
    anyway: bool,
) -> GateAnswer:
    """The gate's answer to asking ``who`` for ``text`` now.

    Raises:
        NotFound: there is no such contact.
        UsageError: there is nothing to ask.
    """
    if not text.strip():
        raise UsageError("There is nothing to ask.", hint='netprep may-i CONTACT "would you introduce me to ..."')
    desk = desk_for(store, who, clock, settings)
    return ask_gate(desk, Request(ask=text, ask_class=ask_class, invited=invited, anyway=anyway))


def desk_for(store: Store, who: str, clock: Clock, settings: Settings, matchers: Sequence[Matcher] = ()) -> Desk:
    """Everything a note to ``who`` or a question about them is worked out from.

    Args:
        store: the notebook.
        who: what they are called.
        clock: now.
        settings: the user's.
        matchers: plugins' opinions on what fits whom, where something is to be shared.

    Raises:
        NotFound: there is no such contact.
        Ambiguous: there are several.
    """
    return Desk(
        contact=find_contact(store, who),
        me=store.me(),
        events={event.id: event for event in store.events()},
        library=store.library(),
        clock=clock,
        settings=settings,
        person=store.contact,
        matchers=matchers,
    )
