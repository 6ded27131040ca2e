"""``netprep log``: write down what passed between you and a contact."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from netprep.cli.dates import short_day
from netprep.cli.main import this_app
from netprep.cli.output import format_option, is_terminal, print_json, print_text, print_wrapped, talk
from netprep.model.words import EntryKind, FactField

if TYPE_CHECKING:
    from netprep.app import App
    from netprep.clock import Clock
    from netprep.compose.recording import Logged, LogRequest
    from netprep.store import Store

_KINDS = [kind.value for kind in EntryKind]


@click.command()
@click.argument("contact", required=False)
@click.argument("text", required=False)
@click.option("--kind", type=click.Choice(_KINDS), metavar="KIND", help=f"What happened: {', '.join(_KINDS)}.")
@click.option("--date", "when", help="When: “yesterday”, “last thu”, 2026-11-19.")
@click.option("--event", help="The event where it happened.")
@click.option("--set", "pairs", multiple=True, metavar="KEY=VALUE", help="Another key of the entry; can be repeated.")
@click.option("--new", is_flag=True, help="Make a new contact, however much the name resembles somebody's.")
@click.option("--strike", metavar="ID", help="Strike an entry: it stays, and no longer counts.")
@click.option("--why", help="Why it is struck.")
@format_option
def log(
    contact: str | None,
    text: str | None,
    kind: str | None,
    when: str | None,
    event: str | None,
    pairs: tuple[str, ...],
    new: bool,
    strike: str | None,
    why: str | None,
    as_json: bool,
) -> None:
    """Write down what passed between you and CONTACT.

    TEXT is free text, or parts separated by " | ":

    \b
    q: their words      n: need            g: goal
    i: interest         w: working on      s: signal
    a: anchor           m: wants more (yes maybe no)
    p: promise of mine, "... by friday"
    y: why they came    x: avoid

    Example: netprep log "Maya Okafor" --event chamber "q: third year and still slower
    than my sister | a: the coat-check queue | p: the training plan by friday"
    """  # noqa: D301 - \b is Click's mark for lines that are not to be joined
    from netprep.compose import recording

    app = this_app()
    if strike:
        if contact or text or not why:
            raise click.UsageError("Write: netprep log --strike ID --why TEXT")
        _strike(app, strike, why, as_json=as_json)
        return
    if not contact or not (text or (kind and pairs)):
        raise click.UsageError('Write: netprep log CONTACT TEXT, such as netprep log "Maya Okafor" "q: her words"')
    request = recording.LogRequest(
        who=contact,
        text=text or "",
        kind=EntryKind(kind) if kind else None,
        when=when,
        event=event,
        extra=_keys(app, kind, _pairs(pairs)),
        new=new,
    )
    with app.notebook(create=True) as store:
        logged = recording.log(store, _settle_who(store, request), app.clock, f"log {contact}")
    for warning in logged.warnings:
        talk(warning)
    if as_json:
        print_json(_document(logged))
    else:
        print_wrapped(_line(logged, app.clock), hanging="  ")


def _strike(app: App, entry: str, why: str, *, as_json: bool) -> None:
    from netprep.compose.recording import strike

    with app.notebook(create=True) as store:
        owner, struck = strike(store, entry, why, app.clock, f"log --strike {entry}")
    if as_json:
        print_json({"contact": owner.id, "struck": struck.id})
    else:
        print_text(f"Struck {struck.id}, {struck.kind.value} with {owner.name} on {struck.date.day}.   (netprep undo)")


def _keys(app: App, kind: str | None, pairs: dict[str, str]) -> dict[str, str]:
    """The keys of the entry; a question that was asked is named as the bank names it."""
    if kind != EntryKind.QUESTION_ASKED:
        return pairs
    from netprep.compose.question_bank import with_known_question

    return with_known_question(pairs, app.questions())


def _pairs(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise click.UsageError(f"--set takes KEY=VALUE, such as --set minutes=30, not “{pair}”.")
        found[key.strip()] = value.strip()
    return found


def _settle_who(store: Store, request: LogRequest) -> LogRequest:
    """Ask, where somebody can answer, whether a name that resembles a contact's is that contact."""
    if request.new or not is_terminal() or store.contacts_named(request.who):
        return request
    from netprep.compose.naming import describe
    from netprep.compose.recording import resembling

    for card in resembling(store, request.who)[:1]:
        if click.confirm(f"“{request.who}” is new. Do you mean {describe(card)}?", err=True):
            return dataclasses.replace(request, who=card.id)
        return dataclasses.replace(request, new=True)
    return request


def _line(logged: Logged, clock: Clock) -> str:
    """What was written down, in one line: "New contact Maya Okafor. Logged: met at ..., 1 quote."."""
    who = f"New contact {logged.contact.name}. " if logged.is_new else f"{logged.contact.name}. "
    things = [*_meetings(logged), *_counted(logged), *_promised(logged, clock)]
    return f"{who}Logged: {', '.join(things) or 'nothing'}.   (netprep undo)"


def _meetings(logged: Logged) -> Iterator[str]:
    for entry in logged.entries[:1]:
        if entry.kind not in (EntryKind.PROMISE, EntryKind.SIGNAL):
            yield entry.kind.value.replace("_", " ") + (f" at {logged.event.name}" if logged.event else "")


def _counted(logged: Logged) -> Iterator[str]:
    counts = {
        "quote": sum(bool(entry.quote) for entry in logged.entries if entry.kind is not EntryKind.SIGNAL),
        "anchor": sum(bool(entry.anchor) for entry in logged.entries),
        "need": _fields(logged, FactField.CHALLENGES),
        "goal": _fields(logged, FactField.GOALS),
        "interest": _fields(logged, FactField.INTERESTS),
        "thing they work on": _fields(logged, FactField.WORKING_ON),
        "signal": sum(entry.kind is EntryKind.SIGNAL for entry in logged.entries),
        "note of yours": sum(bool(entry.text) for entry in logged.entries),
        "topic to avoid": len(logged.avoid),
        "answer on wanting more": sum(entry.wants_more is not None for entry in logged.entries),
    }
    for name, count in counts.items():
        if count:
            yield f"{count} {_plural(name) if count > 1 else name}"


def _promised(logged: Logged, clock: Clock) -> Iterator[str]:
    promises = [entry for entry in logged.entries if entry.kind is EntryKind.PROMISE]
    if len(promises) == 1 and promises[0].due:
        yield f"1 promise due {short_day(promises[0].due.day, clock.today)}"
    elif promises:
        yield f"{len(promises)} promise{'s' if len(promises) > 1 else ''}"


def _fields(logged: Logged, field: FactField) -> int:
    return sum(fact.field is field for fact in logged.facts)


def _plural(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first}s {rest}".strip()


def _document(logged: Logged) -> dict[str, object]:
    return {
        "contact": logged.contact.id,
        "new": logged.is_new,
        "entries": [{"id": entry.id, "kind": entry.kind.value} for entry in logged.entries],
        "facts": [{"id": fact.id, "field": fact.field.value} for fact in logged.facts],
        "warnings": list(logged.warnings),
    }
