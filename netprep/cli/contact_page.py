"""How a contact is shown to the user: the card, the facts, and the log as a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netprep.cli.dates import short_day
from netprep.cli.output import print_text, print_wrapped
from netprep.model.codec import to_document
from netprep.model.records import Contact, Entry, Fact
from netprep.model.words import EntryKind, Party, Sensitivity, Source

_CARD = (
    "nickname",
    "say",
    "address",
    "org",
    "role",
    "location",
    "timezone",
    "language",
    "pronouns",
    "how_met",
    "introduced_by",
    "lane",
    "every",
)
_LISTS = ("emails", "phones", "links", "tags", "avoid")
_SOURCES = {
    "told_me": "told you",
    "public": "public",
    "third_party": "heard",
    "import": "imported",
    "guess": "your guess",
}
_SAID = (
    "anchor",
    "quote",
    "what",
    "topic",
    "subject",
    "gist",
    "question",
    "cue",
    "share",
    "item",
    "group",
    "path",
    "about",
    "to",
    "partner",
    "answer",
    "reaction",
    "wants_more",
    "form",
    "channel",
    "text",
    "why",
)
_NAMES = {"partner": "with", "text": "your note"}


def contact_document(contact: Contact, *, sealed: bool) -> dict[str, Any]:
    """A contact as JSON; what is sealed is counted, and shown only when asked for."""
    log = [to_document(entry) for entry in contact.log if _shown(entry.sensitivity, sealed)]
    facts = facts_document(contact.facts, sealed=sealed)
    hidden = 0 if sealed else sealed_among((*contact.facts, *contact.log))
    return {**to_document(contact), "facts": facts, "log": log, "sealed": hidden}


def facts_document(facts: Sequence[Fact], *, sealed: bool) -> list[dict[str, Any]]:
    """Facts as JSON, sealed ones only when asked for."""
    return [to_document(fact) for fact in facts if _shown(fact.sensitivity, sealed)]


def sealed_among(things: Sequence[Fact | Entry]) -> int:
    """How many of them are sealed."""
    return sum(each.sensitivity is Sensitivity.SEALED for each in things)


def print_contact(
    contact: Contact, events: Mapping[str, str], common: Sequence[str], today: date, *, sealed: bool
) -> None:
    """Print a contact: the card, what they and I share, the facts, the log."""
    print_wrapped(f"{contact.name} ({contact.id})", hanging="  ")
    for line in _card(contact):
        print_wrapped(line, "  ", "    ")
    for shared in common:
        print_wrapped(f"in common: {shared}", "  ", "    ")
    if contact.do_not_contact:
        print_wrapped("not to be contacted", "  ! ")
    print_facts(contact.facts, today, sealed=sealed)
    _print_log([entry for entry in contact.log if _shown(entry.sensitivity, sealed)], events, today)
    hidden = 0 if sealed else sealed_among((*contact.facts, *contact.log))
    if hidden:
        print_wrapped(f"\n{hidden} sealed: netprep contact show {contact.id} --sealed")
    if not (contact.facts or contact.log):
        print_wrapped(f'\nNothing is written down yet: netprep log {contact.id} "q: what they said"')


def print_facts(facts: Sequence[Fact], today: date, *, sealed: bool, mine: bool = False) -> None:
    """Print facts, each with where it comes from and when, and how close it is kept; ``mine`` nobody told me."""
    shown = [fact for fact in facts if _shown(fact.sensitivity, sealed)]
    if shown:
        print_text("\nFacts")
    for fact in shown:
        said = f" “{fact.quote}”" if fact.quote else ""
        notes = [
            fact.id,
            "" if mine and fact.source is Source.TOLD_ME else _SOURCES[fact.source.value],
            short_day(fact.date.day, today) if fact.date else "",
            f"for {short_day(fact.when.day, today)}" if fact.when else "",
            f"until {short_day(fact.until.day, today)}" if fact.until else "",
            "asked you for it" if fact.asked_me else "",
            "" if fact.sensitivity is Sensitivity.OPEN else fact.sensitivity.value.upper(),
            "may be passed on" if fact.shareable else "",
        ]
        label = fact.field.value.replace("_", " ")
        print_wrapped(f"{label}: {_one_line(fact.value)}{said} ({', '.join(filter(None, notes))})", "  ", "    ")


def _card(contact: Contact) -> Iterator[str]:
    for key in _CARD:
        if value := getattr(contact, key):
            yield f"{key.replace('_', ' ')}: {value}"
    for key in _LISTS:
        if values := getattr(contact, key):
            yield f"{key}: {', '.join(values)}"
    if contact.stage:
        note = f" ({contact.stage.note})" if contact.stage.note else ""
        yield f"stage, as you see it: {contact.stage.value.value}{note}"
    if contact.source and contact.source.file:
        yield f"from the file: {contact.source.file}"
    if not contact.remote_model:
        yield "never shown to a remote model"


def _print_log(log: list[Entry], events: Mapping[str, str], today: date) -> None:
    if log:
        print_text("\nLog")
    for entry in sorted(log, key=_when):
        print_wrapped(_line(entry, events, today), "  ", "    ")


def _when(entry: Entry) -> tuple[date, str]:
    """By day; within a day in the order of their times, what has none first."""
    at = entry.date.time_of_day
    return entry.date.day, at.isoformat() if at else ""


def _line(entry: Entry, events: Mapping[str, str], today: date) -> str:
    parts = [entry.kind.value.replace("_", " ")]
    if entry.kind is EntryKind.PROMISE and entry.by is Party.THEM:
        parts[0] = "their promise"
    if entry.event:
        parts[0] += f" at {events.get(entry.event, entry.event)}"
    if entry.minutes:
        parts.append(f"{entry.minutes} minutes")
    parts.extend(
        f"{_NAMES.get(key, key.replace('_', ' '))}: {_one_line(str(getattr(entry, key)))}"
        for key in _SAID
        if getattr(entry, key)
    )
    if entry.body:
        parts.append(f"{len(entry.body.split())} words")
    if entry.ask_class:
        parts.append(f"class {entry.ask_class.value}")
    if entry.due:
        parts.append(f"due {short_day(entry.due.day, today)}")
    if entry.until:
        parts.append(f"until {short_day(entry.until.day, today)}")
    if entry.of:
        parts.append(f"of {entry.of}")
    if entry.sensitivity is not Sensitivity.OPEN:
        parts.append(entry.sensitivity.value.upper())
    struck = f" [struck: {_one_line(entry.struck.why)}]" if entry.struck else ""
    return f"{short_day(entry.date.day, today)}  {' · '.join(parts)} ({entry.id}){struck}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shown(sensitivity: Sensitivity, sealed: bool) -> bool:
    return sealed or sensitivity is not Sensitivity.SEALED
