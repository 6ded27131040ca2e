"""``netprep questions``: who is meant, what to ask them, and what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from netprep.clock import Clock
from netprep.compose.asking import desk_for
from netprep.compose.naming import find_contact
from netprep.compose.question_bank import find_question
from netprep.compose.question_room import Room, role_at, room_of
from netprep.compose.questions import Asking, openers, questions_for, questions_for_guest
from netprep.errors import AnswerIsNo, NotFound
from netprep.model.moment import Moment
from netprep.model.questions import AskedOf, Bank, Question, QuestionSet
from netprep.model.records import Attendee, Contact, Entry, Event
from netprep.model.text import fold
from netprep.model.words import EntryKind
from netprep.settings.user import Settings
from netprep.store import Store
from netprep.writers.language import Language


def inquire(
    store: Store,
    who: str | None,
    event: Event | None,
    bank: Bank,
    language: Language,
    clock: Clock,
    settings: Settings,
    asking: Asking,
) -> QuestionSet:
    """Questions for a contact, for a guest on the event's list, or for anybody there.

    Args:
        store: the notebook.
        who: a contact, or a name on the event's list; None for strangers.
        event: where they are met.
        bank: all questions.
        language: how days are said.
        clock: now.
        settings: the user's.
        asking: how many, and of which sort.

    Raises:
        NotFound: nobody goes by that name.
        Ambiguous: several people do.
        AnswerIsNo: the contact is not to be contacted.
    """
    room = room_for(store, event) if event else None
    if who is None:
        return openers(bank, language, store.me(), settings.method, room=room, asking=asking)
    try:
        desk = desk_for(store, who, clock, settings)
    except NotFound:
        guest = _guest(event, who)
        if guest is None or room is None:
            raise
        return questions_for_guest(guest, room, bank, language, store.me(), settings.method, asking=asking)
    if desk.contact.do_not_contact:
        name = desk.contact.name
        raise AnswerIsNo(f"{name} is marked do_not_contact, so nothing is prepared.", hint="See: netprep contact show")
    return questions_for(desk, bank, language, room=room, asking=asking, groups=store.groups())


def room_for(store: Store, event: Event) -> Room:
    """The room of an event, with the names of its host and speaker."""
    ids = [guest.contact for guest in event.attendees if guest.contact and role_at(guest) is not AskedOf.ANYONE]
    contacts = (store.contact(each) for each in ids)
    return room_of(event, {contact.id: contact.name for contact in contacts if contact})


def mark_asked(
    store: Store, who: str, questions: Sequence[str], event: Event | None, bank: Bank, clock: Clock
) -> tuple[Contact, tuple[Question, ...]]:
    """Write down that questions were asked, so that they are not offered to this person again.

    Raises:
        NotFound: there is no such contact or question; near ones are named.
        Ambiguous: several people go by that name.
    """
    contact = find_contact(store, who)
    found = tuple(dict.fromkeys(find_question(bank, words) for words in questions))
    with store.step(f"questions --asked {contact.name}", clock.moment) as writer:
        for question in found:
            place = event.id if event else None
            entry = Entry(EntryKind.QUESTION_ASKED, Moment(clock.today), event=place, question=question.id)
            writer.append(contact.id, entry)
    return contact, found


def _guest(event: Event | None, words: str) -> Attendee | None:
    """Somebody on the list of an event by name or part of a name, where only one fits."""
    wanted = fold(words).split()
    guests = [guest for guest in event.attendees if guest.name] if event else []
    exact = [guest for guest in guests if fold(guest.name or "") == fold(words)]
    fitting = exact or [
        guest
        for guest in guests
        if wanted and all(any(part.startswith(word) for part in fold(guest.name or "").split()) for word in wanted)
    ]
    return fitting[0] if len(fitting) == 1 else None


def next_event(events: Sequence[Event], clock: Clock) -> Event | None:
    """The next event that is not over, if there is one."""
    ahead = [event for event in events if (event.ends or event.starts).day >= clock.today]
    return min(ahead, key=lambda event: (event.starts.day, event.id), default=None)
