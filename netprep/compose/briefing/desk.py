"""Gathers what a page is written from: the notebook's part, the plugins' part, who suggests and who asks."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from netprep.api import Registry
from netprep.clock import Clock
from netprep.compose.briefing.asking import Asker
from netprep.compose.briefing.guests import guests_of, perhaps_known
from netprep.compose.briefing.page import BriefDesk, BriefRequest, InCommon, write_brief
from netprep.compose.briefing.person import Line
from netprep.compose.briefing.room import Need
from netprep.compose.desk import Desk
from netprep.compose.question_room import room_of
from netprep.facts.views import contact_card, event_view
from netprep.method.company import Guest, Sought
from netprep.method.plans import PlanRemark, followups_open, last_event
from netprep.model.brief import Brief, BriefBlock
from netprep.model.frozen import frozen
from netprep.model.questions import Bank
from netprep.model.records import Contact, Event, Me
from netprep.model.text import at_a_glance
from netprep.model.words import FactField
from netprep.settings.user import Settings
from netprep.store.reading import Reader
from netprep.writers.language import Language

_NEEDS = 12
"""How many of the newest needs are looked at; four fit on the page."""
_BLOCK_LINES = 6


@frozen
class BriefTools:
    """What a page needs beside the notebook: the time, the settings, the words, the plugins."""

    clock: Clock
    settings: Settings
    language: Language
    registry: Registry
    bank: Bank


def brief_for(reader: Reader, event: Event, request: BriefRequest, tools: BriefTools) -> Brief:
    """The page of an event."""
    guests, me = guests_of(reader, event), reader.me()
    request = dataclasses.replace(request, low_key=request.low_key or bool(me and me.low_key))
    events, library = {each.id: each for each in reader.events()}, reader.library()

    def desk_of(contact: Contact) -> Desk:
        return Desk(contact, me, events, library, tools.clock, tools.settings, person=reader.contact)

    desk = BriefDesk(
        event=event,
        guests=guests,
        me=me,
        needs=_needs(reader),
        clock=tools.clock,
        settings=tools.settings,
        language=tools.language,
        give=lambda guest: _give(guest, desk_of),
        asker=_asker(reader, event, guests, me, request.low_key, tools, desk_of),
        told_by_plugins=lambda sought: _told_by_plugins(sought, tools.registry),
        common=lambda contacts: _in_common(reader, contacts, me, tools),
        unsure=perhaps_known(reader, guests),
        blocks=_blocks(tools, event, guests),
        waiting=_waiting(reader, event, tools),
    )
    return write_brief(desk, request)


def _waiting(reader: Reader, event: Event, tools: BriefTools) -> PlanRemark | None:
    """Who waits for something since the last event; nothing is read for an event that is over."""
    events, now = reader.events(), tools.clock.now
    last = last_event(event, events, now)
    if last is None:
        return None
    met = reader.contacts_by_id(reader.met_since(last.starts.day))
    return followups_open(event, events, met, now, tools.settings.method)


def _give(guest: Guest, desk: Callable[[Contact], Desk]) -> Line | None:
    """What could be given to somebody in the notebook: ready at hand, with nobody to be asked first."""
    if guest.contact is None or guest.contact.do_not_contact:
        return None
    from netprep.compose.note_give import best_for_note

    found = best_for_note(desk(guest.contact))
    if found is None or not found.is_given:
        return None
    return Line(at_a_glance(found.match.candidate.title), found.move.facts)


def _asker(
    reader: Reader,
    event: Event,
    guests: Sequence[Guest],
    me: Me | None,
    low_key: bool,
    tools: BriefTools,
    desk: Callable[[Contact], Desk],
) -> Asker:
    """Whoever asks the questions of the page."""
    names = {guest.contact.id: guest.contact.name for guest in guests if guest.contact}
    return Asker(
        bank=tools.bank,
        room=room_of(event, names),
        me=me,
        groups=reader.groups(),
        language=tools.language,
        method=tools.settings.method,
        low_key=low_key,
        desk=desk,
    )


def _in_common(reader: Reader, contacts: Sequence[Contact], me: Me | None, tools: BriefTools) -> dict[str, InCommon]:
    """What is shared with each; nothing is looked for where the user has said nothing of themselves."""
    if me is None or not me.facts:
        return {}
    from netprep.compose.common_ground import common_grounds
    from netprep.method.common_ground import in_words, is_rare

    today, method = tools.clock.today, tools.settings.method
    found = common_grounds(reader, contacts, me, tools.clock, method)
    return {
        contact: InCommon(in_words(shared[0], today, method), shared[0].topic if is_rare(shared[0], method) else "")
        for contact, shared in found.items()
        if shared and not shared[0].is_broad
    }


def _told_by_plugins(sought: Sought, registry: Registry) -> Sought:
    """The same person with what plugins know of them; it is marked on the page as what it is."""
    contact = sought.guest.contact
    given = registry.facts(contact_card(contact, sought.stage)) if contact else ()
    if contact is None or not given:
        return sought
    from netprep.facts.given import given_facts

    facts = (*contact.facts, *given_facts(given, contact))
    guest = dataclasses.replace(sought.guest, contact=dataclasses.replace(contact, facts=facts))
    return dataclasses.replace(sought, guest=guest)


def _needs(reader: Reader) -> tuple[Need, ...]:
    fields = (FactField.WANTS_TO_MEET, FactField.CHALLENGES)
    found = [each for field in fields for each in reader.needs(field, _NEEDS)]
    return tuple(Need(contact, name, fact) for contact, name, fact in found)


def _blocks(tools: BriefTools, event: Event, guests: tuple[Guest, ...]) -> tuple[BriefBlock, ...]:
    """What plugins add, each with at most six lines: the page is the user's, not theirs."""
    people = {guest.contact.id: guest.contact for guest in guests if guest.contact}
    view = event_view(event, people)
    sections = [(each.plugin, each.value.title, each.value.lines) for each in tools.registry.brief_sections(view)]
    title = tools.language.words["brief"]["about_event"]
    known = [(each.plugin, title, (each.value.value,)) for each in tools.registry.facts(view)]
    return tuple(
        BriefBlock(
            at_a_glance(title), tuple(at_a_glance(line) for line in lines[:_BLOCK_LINES] if line.strip()), plugin
        )
        for plugin, title, lines in (*known, *sections)
    )
