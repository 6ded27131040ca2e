"""How a contact is shown to the user: the card, the facts, and the log as a story."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from netprep.cli.dates import short_day
from netprep.cli.output import print_text, print_wrapped
from netprep.model.codec import to_document
from netprep.model.records import Contact, Entry, Fact
from netprep.model.words import Sensitivity

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
    "every",
)
_LISTS = ("emails", "phones", "links", "tags", "avoid")
_SOURCES = {"told_me": "", "public": "public", "third_party": "heard", "import": "imported", "guess": "your guess"}
_SAID = ("anchor", "quote", "what", "topic", "gist", "question", "subject", "text", "why")


def contact_document(contact: Contact, *, sealed: bool) -> dict[str, Any]:
    """A contact as JSON; what is sealed is counted, and shown only when asked for."""
    document = to_document(contact)
    facts = [to_document(fact) for fact in contact.facts if _shown(fact.sensitivity, sealed)]
    log = [to_document(entry) for entry in contact.log if _shown(entry.sensitivity, sealed)]
    hidden = len(contact.facts) + len(contact.log) - len(facts) - len(log)
    return {**document, "facts": facts, "log": log, "sealed": hidden}


def print_contact(contact: Contact, events: Mapping[str, str], today: date, *, sealed: bool) -> None:
    """Print a contact: what they said first, then the card."""
    print_text(f"{contact.name} ({contact.id})")
    for key in _CARD:
        if value := getattr(contact, key):
            print_wrapped(f"{key.replace('_', ' ')}: {value}", "  ", "    ")
    for key in _LISTS:
        if values := getattr(contact, key):
            print_wrapped(f"{key}: {', '.join(values)}", "  ", "    ")
    if contact.introduced_by:
        print_wrapped(f"introduced by: {contact.introduced_by}", "  ", "    ")
    if contact.do_not_contact:
        print_wrapped("not to be contacted", "  ! ")
    if not contact.remote_model:
        print_wrapped("never shown to a remote model", "  ")
    facts = [fact for fact in contact.facts if _shown(fact.sensitivity, sealed)]
    log = [entry for entry in contact.log if _shown(entry.sensitivity, sealed)]
    _print_facts(facts, today)
    _print_log(log, events, today)
    if hidden := len(contact.facts) + len(contact.log) - len(facts) - len(log):
        print_text()
        print_wrapped(f"{hidden} sealed: netprep contact show {contact.id} --sealed")


def _print_facts(facts: list[Fact], today: date) -> None:
    if not facts:
        return
    print_text("\nFacts")
    for fact in facts:
        said = f" “{fact.quote}”" if fact.quote else ""
        notes = [
            fact.id,
            short_day(fact.date.day, today) if fact.date else "",
            f"on {short_day(fact.when.day, today)}" if fact.when else "",
            _SOURCES[fact.source.value],
            "" if fact.sensitivity is Sensitivity.OPEN else fact.sensitivity.value,
            "may be passed on" if fact.shareable else "",
        ]
        label = fact.field.value.replace("_", " ")
        print_wrapped(f"{label}: {fact.value}{said} ({', '.join(filter(None, notes))})", "  ", "    ")


def _print_log(log: list[Entry], events: Mapping[str, str], today: date) -> None:
    if not log:
        return
    print_text("\nLog")
    for entry in sorted(log, key=lambda entry: entry.date.day):
        print_wrapped(_line(entry, events, today), "  ", "    ")


def _line(entry: Entry, events: Mapping[str, str], today: date) -> str:
    parts = [f"{entry.kind.value.replace('_', ' ')}"]
    if entry.event:
        parts.append(f"at {events.get(entry.event, entry.event)}")
    parts.extend(f"{key}: {_one_line(getattr(entry, key))}" for key in _SAID if getattr(entry, key))
    if entry.body:
        parts.append(f"{len(entry.body.split())} words")
    if entry.due:
        parts.append(f"due {short_day(entry.due.day, today)}")
    if entry.of:
        parts.append(f"of {entry.of}")
    if entry.sensitivity is not Sensitivity.OPEN:
        parts.append(entry.sensitivity.value)
    struck = f" [struck: {entry.struck.why}]" if entry.struck else ""
    return f"{short_day(entry.date.day, today)}  {' · '.join(parts)} ({entry.id}){struck}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shown(sensitivity: Sensitivity, sealed: bool) -> bool:
    return sealed or sensitivity is not Sensitivity.SEALED
