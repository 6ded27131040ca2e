"""Recording what really went: ``netprep sent``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from netprep.clock import Clock
from netprep.clock.said import read_moment
from netprep.errors import DataError, NotFound, UsageError
from netprep.model.codec import LONGEST_TEXT
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Contact, Entry
from netprep.model.text import clean
from netprep.model.words import AskClass, EntryKind, FollowupKind, LibraryKind
from netprep.store import Store


@frozen
class Sent:
    """What was recorded: the message, and what it carried (promises kept, things given, thanks)."""

    contact: Contact
    entries: tuple[Entry, ...]


def record_sent(
    store: Store, contact: Contact, clock: Clock, *, draft: str | None, text: str | None, when: str | None
) -> Sent:
    """Record that a note went out, with all that it carried, as one step.

    Args:
        store: the notebook.
        contact: who it went to.
        clock: now.
        draft: the draft that went; the latest one where None.
        text: the words that really went, where they differ from the draft's.
        when: when it went, as said; today where None.

    Raises:
        NotFound: there is no such draft, or none at all and no text.
        DataError: the draft was recorded as sent before.
        UsageError: the date lies ahead.
    """
    day = read_moment(when, clock, prefer="past") if when else Moment(clock.today)
    if day.day > clock.today:
        raise UsageError(f"{day.day} has not come yet.", hint="--date takes the day the note went.")
    identity, kept = _draft(store, contact, draft, text)
    body = _body(kept, text)
    if body is not None and not body:
        raise UsageError("The text is empty.", hint="Give what went with --text FILE, or - for what is piped in.")
    if body and len(body) > LONGEST_TEXT:
        raise UsageError(f"{len(body):,} characters are too many for a note; at most {LONGEST_TEXT:,} fit.")
    with store.step(f"sent {contact.name}", clock.moment) as writer:
        entries = tuple(writer.append(contact.id, entry) for entry in _entries(kept, identity, body, day, contact))
    return Sent(contact, entries)


def _draft(
    store: Store, contact: Contact, wanted: str | None, text: str | None
) -> tuple[str | None, Mapping[str, Any]]:
    drafts = {identity: kept for identity, _, kept in store.drafts(contact.id)}
    sent_before = {entry.draft for entry in contact.log if entry.draft and entry.struck is None}
    if wanted is None:
        wanted = next((identity for identity in drafts if identity not in sent_before), None)
        if wanted is None and text is not None:
            return None, {}
    if wanted not in drafts or wanted is None:
        raise NotFound(
            f"There is no draft{f' “{wanted}”' if wanted else ''} to {contact.name} that has not gone.",
            hint=f'Write one with netprep followup "{contact.name}", or give the words: --text FILE',
        )
    if wanted in sent_before:
        raise DataError(f"Draft {wanted} is recorded as sent already.", hint="To record another note: --text FILE")
    return wanted, drafts[wanted]


def _body(kept: Mapping[str, Any], text: str | None) -> str | None:
    """The words that went; None where they are not known: a draft with a gap was finished by hand."""
    if text is not None:
        text = clean(text)
        if "<!--" in text:
            from netprep.guard.silence import without_comments

            text = without_comments(text)
        return text.strip()
    return str(kept["body"]) if kept.get("ready") else None


def _entries(
    kept: Mapping[str, Any], identity: str | None, body: str | None, day: Moment, contact: Contact
) -> Iterator[Entry]:
    yield Entry(
        kind=EntryKind.MESSAGE_OUT,
        date=day,
        form=kept.get("form"),
        channel=kept.get("channel"),
        subject=kept.get("subject"),
        body=body,
        gist=None if body else f"{str(kept['kind']).replace('_', ' ')}, finished by hand",
        draft=identity,
        ai_assisted=kept.get("ai_assisted") or None,
    )
    said = str(kept.get("body", "")) if body is None else body
    # What the draft carried counts only where it is still in the words that went.
    open_promises = {entry.id for entry in contact.log if entry.kind is EntryKind.PROMISE}
    for keeps in kept.get("keeps", ()):
        if keeps["url"] in said and keeps["promise"] in open_promises:
            yield Entry(kind=EntryKind.PROMISE_KEPT, date=day, of=keeps["promise"])
    for gives in kept.get("gives", ()):
        if gives["title"] in said:
            yield Entry(
                kind=EntryKind.GIVE,
                date=day,
                share=LibraryKind(gives["kind"]),
                item=gives["item"],
                # A plugin's fact is in no notebook, so an entry cannot point at it.
                because=gives["because"] if gives["because"] in {fact.id for fact in contact.facts} else None,
            )
    for received in kept.get("thanks", ()):
        kind = EntryKind.LOOP_CLOSED if kept["kind"] == FollowupKind.CLOSE_LOOP.value else EntryKind.THANKED
        yield Entry(kind=kind, date=day, of=received)
    for asks in kept.get("asks", ()):
        if asks["text"] in said:
            yield Entry(kind=EntryKind.ASK, date=day, ask_class=AskClass(asks["class"]), text=asks["text"])
