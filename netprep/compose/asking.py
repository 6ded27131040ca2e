"""Whether an ask is earned: ``netprep may-i``."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from netprep.api import Registry
from netprep.clock import Clock
from netprep.compose.desk import Desk
from netprep.compose.followup import Request, ask_gate
from netprep.compose.naming import find_contact
from netprep.errors import UsageError
from netprep.model.plan import GateAnswer
from netprep.model.records import Contact
from netprep.model.shared import Shared
from netprep.model.words import AskClass
from netprep.settings.user import Settings
from netprep.store import Store

if TYPE_CHECKING:
    from netprep.model.rules import RuleFile

_MOST_CALLED = 8
"""Contacts of one name that are read."""


def may_ask(
    store: Store,
    who: str,
    text: str,
    clock: Clock,
    settings: Settings,
    registry: Registry | None = None,
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
    desk = desk_for(store, who, clock, settings, registry=registry)
    return ask_gate(desk, Request(ask=text, ask_class=ask_class, invited=invited, anyway=anyway))


def desk_for(
    store: Store,
    who: str,
    clock: Clock,
    settings: Settings,
    *,
    registry: Registry | None = None,
    rules: Callable[[], tuple[RuleFile, ...]] = tuple,
) -> Desk:
    """Everything a note to ``who`` or a question about them is worked out from.

    Args:
        store: the notebook.
        who: how the contact was named.
        clock: now.
        settings: the user's settings.
        registry: whose facts join those of the notebook, and whose matchers say what fits whom; none do where
            it is None.
        rules: gives the rules from files, once a draft is to be read.

    Raises:
        NotFound: there is no such contact.
        Ambiguous: there are several.
    """
    contact, me = find_contact(store, who), store.me()

    def common() -> tuple[Shared, ...]:
        from netprep.compose.common_ground import close_ground

        return close_ground(store, contact, me, clock, settings.method)

    def called(name: str) -> tuple[Contact, ...]:
        return store.contacts_by_id(card.id for card in store.contacts_named(name, limit=_MOST_CALLED))

    desk = Desk(
        contact=contact,
        me=me,
        events={event.id: event for event in store.events()},
        library=store.library(),
        clock=clock,
        settings=settings,
        common=common,
        rules=rules,
        person=store.contact,
        matchers=(lambda: registry.matchers) if registry else tuple,
        called=called,
        sent=store.messages_with,
    )
    return with_given_facts(desk, registry) if registry else desk


def with_given_facts(desk: Desk, registry: Registry) -> Desk:
    """The desk with what plugins know of its contact; what is written to the notebook does not come from here."""
    from netprep.facts.views import contact_card
    from netprep.method.stage import stage

    report = stage(desk.contact, desk.clock.now, desk.settings.method, desk.trust_bar)
    given = registry.facts(contact_card(desk.contact, report.stage))
    if not given:
        return desk
    from netprep.facts.given import given_facts

    facts = (*desk.contact.facts, *given_facts(given, desk.contact))
    return dataclasses.replace(desk, contact=dataclasses.replace(desk.contact, facts=facts))
