"""What the guard holds a text to somebody against: made for any text, whoever wrote it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import timedelta

from netprep.compose.desk import Desk
from netprep.compose.followup import Request, ask_gate
from netprep.compose.silencing import silenced_codes
from netprep.facts import (
    Destination,
    allowed,
    known_about,
    known_event,
    known_of_me,
    known_of_messages,
    known_of_my,
    known_person,
    may_say,
)
from netprep.facts.known import known_fact
from netprep.guard import Context
from netprep.guard.grounding.background import Happened, Other, Sent
from netprep.guard.grounding.names import names
from netprep.guard.text import WORD, Mask, Text, words_of
from netprep.method.consent import Consent, consent_of
from netprep.method.evidence import Evidence, read_log
from netprep.method.stage import stage
from netprep.method.withheld import Recipient, know_each_other
from netprep.model.frozen import frozen
from netprep.model.plan import GateAnswer, Known
from netprep.model.records import Contact, Entry, Event
from netprep.model.words import Answer, EntryKind, FollowupKind, Form, Sensitivity, Source

_MOST_NAMES = 24
"""Names in a text that are looked up."""
_STRETCH = 6
"""Words of a stretch that a message is looked for by."""
_MOST_STRETCHES = 12
_KEPT_DAYS = 31
"""Days for which a note may still speak of a promise as one, after it was kept."""
_ANCHORED = frozenset({FollowupKind.FIRST_NOTE, FollowupKind.CONNECT, FollowupKind.RECONNECT})
_THEIRS = frozenset({"fact", "quote", "location"})
"""What is somebody's own to tell; what I did with them is mine, too."""
_AGREED = frozenset({EntryKind.INTRODUCED, EntryKind.INTRO_MET})


@frozen
class Wording:
    """A text to be read: its form, subject and body, and what is known of how it came about.

    Attributes:
        kind: which note it is; worked out from the log where it is None.
        answer: the gate's answer to its ask; asked for the ask that the words show where it is None.
        own_words: the user's own sentences in it.
        more: what else may be named in it, such as somebody who agreed to be passed on.
    """

    form: Form
    subject: str | None
    body: str
    kind: FollowupKind | None = None
    answer: GateAnswer | None = None
    invited: bool = False
    own_words: tuple[str, ...] = ()
    more: tuple[Known, ...] = ()


def context_for(desk: Desk, wording: Wording) -> Context:
    """All that the guard holds a text to the desk's contact against.

    Args:
        desk: whom it is for, with the notebook's pages.
        wording: the text.
    """
    log = read_log(desk.contact, desk.clock.now)
    about = _about(desk)
    others = tuple(_others(desk, wording, log))
    report = stage(desk.contact, desk.clock.now, desk.settings.method, desk.trust_bar)
    named = tuple(
        known
        for who, other in others
        if other.may_be_named
        for known in (known_person(who), *allowed(known_about(who, {}, ()), Destination.THIRD_PERSON))
    )
    last = log.last_message
    first = not log.of_kind(EntryKind.MESSAGE_OUT)
    asleep = report.freshness == "dormant" and not _wrote_last(log)
    mine = (desk.me.name,) if desk.me else ()
    rules = desk.rules()
    theirs = tuple(filter(None, (desk.contact.name, desk.contact.nickname)))
    return Context(
        allowed=(
            *allowed(about, Destination.PERSON),
            *_of_me(desk),
            *_of_items(desk),
            *_of_days(desk.contact, log),
            *_of_introduced(desk, others, log),
            *named,
            *wording.more,
        ),
        stage=report.stage,
        gate=wording.answer or _gate(desk, wording, first=first),
        invited=wording.invited,
        names=(*theirs, *mine, *filter(None, (desk.me.org if desk.me else None,))),
        own_words=wording.own_words,
        rules=rules,
        silenced=silenced_codes(desk.settings, rules),
        is_whole=True,
        needs_anchor=wording.kind in _ANCHORED if wording.kind else first or asleep,
        reader_names=theirs,
        my_names=mine,
        kept_back=(
            *(known for known in about if not may_say(known, Destination.PERSON)),
            *(Known(id="avoid", what="avoid", text=topic) for topic in desk.contact.avoid),
        ),
        others=tuple(other for _, other in others),
        sent=tuple(_sent(desk, wording, log)),
        history=tuple(_history(desk, log)),
        promises=tuple(_promises(desk, log)),
        unanswered=len(log.unanswered),
        last_written=last.date.day if last else None,
        they_wrote_last=_wrote_last(log),
        today=desk.clock.today,
    )


def _about(desk: Desk) -> tuple[Known, ...]:
    """All that is known of the reader, what may be said and what may not."""
    contact = desk.contact
    events = [
        event for event in desk.events.values() if event.starts.day >= desk.clock.today or _is_expected(contact, event)
    ]
    return (
        *known_about(contact, desk.events, desk.library),
        *known_of_messages(contact),
        *(
            dataclasses.replace(known_fact(fact), text=text)
            for fact in contact.facts
            for text in (fact.city, fact.activity)
            if text
        ),
        *(known_event(event) for event in events),
        *(
            dataclasses.replace(known_event(event), date=event.ends)
            for event in (*events, *_met_at(desk))
            if event.ends
        ),
    )


def _met_at(desk: Desk) -> Iterator[Event]:
    """The events where the user and the contact met."""
    met = {entry.event for entry in desk.contact.log if entry.event and entry.struck is None}
    yield from (desk.events[each] for each in sorted(met & set(desk.events)))


def _is_expected(contact: Contact, event: Event) -> bool:
    return any(each.contact == contact.id for each in event.attendees)


def _of_me(desk: Desk) -> Iterator[Known]:
    """What the notebook knows of the user: theirs to say to anybody, but for what they keep back."""
    me = desk.me
    if me is None:
        return
    yield from known_of_me(me)
    yield from allowed(known_of_my(me.facts), Destination.PERSON)
    for text in (me.about, *me.give_back, *me.offers, *me.seeks):
        if text:
            yield Known(id="me", what="mine", text=text)


def _of_items(desk: Desk) -> Iterator[Known]:
    """What the user noted on things worth sharing: theirs to say when they share them."""
    for item in desk.library:
        if item.consent is not False:
            for text in filter(None, (item.note, f"{item.minutes} minutes" if item.minutes else None)):
                yield Known(id=item.id, what="item", text=text, source=Source.PUBLIC)


def _of_days(contact: Contact, log: Evidence) -> Iterator[Known]:
    """How long and in what way the user and somebody met, and what the user wrote down of gifts and introductions.

    The user's own notes are no model's to use; in the user's own hand they are known.
    """
    for entry in log.entries:
        if entry.sensitivity is not Sensitivity.OPEN:
            continue
        words = [*_lengths(entry.minutes), _FORMS.get(entry.form or "", entry.form), entry.topic]
        if entry.kind in _NOTED:
            words.append(entry.text)
        for text in filter(None, words):
            yield Known(id=entry.id or contact.id, what="meeting", text=text, date=entry.date)


_FORMS = {"call": "a call on the phone", "video": "a call on video"}
_NOTED = frozenset(
    {EntryKind.RECEIVED, EntryKind.GIVE, EntryKind.SHARED_WORK, EntryKind.INTRODUCED, EntryKind.INTRO_MET}
)
_SPOKEN = {30: "half an hour", 45: "three quarters of an hour", 60: "an hour, one hour", 90: "an hour and a half"}


def _lengths(minutes: int | None) -> Iterator[str]:
    """A length of time as people say it."""
    if minutes:
        yield f"{minutes} minutes"
        if minutes in _SPOKEN:
            yield _SPOKEN[minutes]
        if minutes % 60 == 0:
            yield f"{minutes // 60} hours"


def _of_introduced(desk: Desk, others: Sequence[tuple[Contact, Other]], log: Evidence) -> Iterator[Known]:
    """The user's own meetings with whom the reader introduced: the reader likes to hear what came of it."""
    for who, other in others:
        introduced = who.introduced_by == desk.contact.id or any(
            entry.path == who.id or who.name in (entry.path or "") for entry in log.of_kind(EntryKind.RECEIVED)
        )
        if introduced and other.may_be_named:
            theirs = read_log(who, desk.clock.now)
            yield from _of_days(who, theirs)
            places = (desk.events.get(entry.event or "") for entry in theirs.entries)
            yield from (known_event(event) for event in places if event)


def _gate(desk: Desk, wording: Wording, *, first: bool) -> GateAnswer:
    """The gate's answer to whatever the text asks for."""
    request = Request(ask=f"{wording.subject or ''}\n{wording.body}", invited=wording.invited)
    return ask_gate(desk, request, first_note=first)


def _others(desk: Desk, wording: Wording, log: Evidence) -> Iterator[tuple[Contact, Other]]:
    """People in the notebook whose names the text has."""
    found: dict[str, Contact] = {}
    recipient = Recipient(log, frozenset(), desk.settings.method)
    for name in _names_in(wording):
        for who in desk.called(name):
            words = {word for called in (who.name, who.nickname or "") for word in words_of(called)}
            if who.id != desk.contact.id and set(words_of(name)) & words:
                found.setdefault(who.id, who)
    for who in found.values():
        yield who, _other(desk, who, recipient)


def _names_in(wording: Wording) -> list[str]:
    text = Text(f"{wording.subject or ''}\n{wording.body}")
    mask = Mask(len(text.body))
    found = [text.body[each.start : each.end] for each in names(text, mask)]
    parts = [part for name in found for part in (name, *(match[0] for match in WORD().finditer(name)))]
    # "Jonas, meet Lena": the first word of a sentence is no name to a reader who does not know them.
    parts += [
        match[0]
        for match in WORD().finditer(text.body)
        if match[0][0].isupper() and text.body[match.end() : match.end() + 1] == ","
    ]
    return list(dict.fromkeys(parts))[:_MOST_NAMES]


def _other(desk: Desk, who: Contact, recipient: Recipient) -> Other:
    reader, now = desk.contact, desk.clock.now
    theirs = read_log(who, now)
    brought = any(entry.partner == who.id for entry in recipient.log.of_kind(*_AGREED)) or any(
        entry.partner == reader.id for entry in theirs.of_kind(*_AGREED)
    )
    knows = know_each_other(recipient, who)
    agreed = consent_of(who, reader, now).answer is Consent.YES
    both = agreed and (consent_of(reader, who, now).answer is Consent.YES or _said_yes(recipient.log, who))
    known = known_about(who, {}, ())
    return Other(
        name=who.name,
        nickname=who.nickname or "",
        may_be_named=agreed or knows or brought,
        may_be_introduced=both or brought or (_said_yes(recipient.log, who) and _said_yes(theirs, reader)),
        kept_back=tuple(each for each in known if each.what in _THEIRS and not may_say(each, Destination.THIRD_PERSON)),
    )


def _said_yes(log: Evidence, partner: Contact) -> bool:
    answers = [entry for entry in log.of_kind(EntryKind.INTRO_ANSWERED) if entry.partner == partner.id]
    return bool(answers) and answers[-1].answer is Answer.YES


def _sent(desk: Desk, wording: Wording, log: Evidence) -> Iterator[Sent]:
    """My last message to the reader, and messages to others with stretches of this text in them."""
    if log.last_message and log.last_message.body:
        yield Sent("", log.last_message.date.day, log.last_message.body)
    for owner, entry in desk.sent(_stretches(wording.body)):
        if owner != desk.contact.id and entry.body:
            who = desk.person(owner)
            yield Sent(who.name if who else "somebody else", entry.date.day, entry.body)


def _stretches(body: str) -> tuple[str, ...]:
    """Stretches of a text, spread over it: what is nearly a copy has one of them."""
    said = words_of(body)
    step = max(1, (len(said) - _STRETCH) // _MOST_STRETCHES)
    return tuple(" ".join(said[at : at + _STRETCH]) for at in range(0, max(0, len(said) - _STRETCH), step))


def _history(desk: Desk, log: Evidence) -> Iterator[Happened]:
    if desk.contact.introduced_by and log.entries:
        who = desk.person(desk.contact.introduced_by)
        by = f"introduction introduced by {who.name if who else ''}"
        yield Happened(EntryKind.RECEIVED, log.entries[0].date.day, by, "")
    for entry in log.entries:
        is_open = entry.sensitivity is Sensitivity.OPEN
        event = desk.events.get(entry.event or "")
        words = [
            entry.topic,
            entry.what,
            entry.group,
            event.type.value.replace("_", " ") if event and event.type else None,
        ]
        yield Happened(
            entry.kind,
            entry.date.day,
            " ".join(filter(None, words)) if is_open else "",
            (entry.form or "") if is_open else "",
        )


def _promises(desk: Desk, log: Evidence) -> Iterator[Known]:
    """Promises of mine that are open, or were kept lately."""
    since = desk.clock.today - timedelta(days=_KEPT_DAYS)
    items = {item.id: item for item in desk.library}
    for entry in log.promises:
        closing = log.closing(entry)
        is_kept = closing and closing.kind is EntryKind.PROMISE_KEPT and closing.date.day >= since
        if entry.sensitivity is Sensitivity.OPEN and entry in _mine(log) and (closing is None or is_kept):
            item = items.get(entry.item or "")
            text = " ".join(filter(None, (entry.what, item.title if item else None, item.author if item else None)))
            yield Known(id=entry.id, what="promise", text=text, source=Source.TOLD_ME, date=entry.due or entry.date)


def _mine(log: Evidence) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in log.promises
        if entry not in log.their_open_promises and (entry.by is None or entry.by.value == "me")
    )


def _wrote_last(log: Evidence) -> bool:
    theirs = log.of_kind(EntryKind.MESSAGE_IN)
    return bool(theirs) and (log.last_message is None or log.follows(theirs[-1], log.last_message))
