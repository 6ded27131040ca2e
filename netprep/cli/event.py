"""``netprep event``: add, list, show and edit events."""

from __future__ import annotations

from typing import Any

import click

from netprep.cli.dates import moment_text
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_wrapped, talk
from netprep.model.records import Event
from netprep.model.words import EventType, Purpose

_SHOWN = (
    "place",
    "type",
    "url",
    "series",
    "purpose",
    "goal",
    "good_evening",
    "serve",
    "leave_at",
    "debrief_at",
    "role",
    "description",
)
_LOGGED = ("value", "count", "minutes", "energy", "dread", "text")


@click.group()
def event() -> None:
    """Add, list, show and edit events."""


@event.command()
@click.argument("name")
@click.option("--starts", required=True, help="When: “yesterday 18:00”, “next thu 7:30”, 2026-11-19T18:00.")
@click.option("--for", "length", help="How long: 2h, 90min, 1h30m.")
@click.option("--ends", help="When it ends, instead of --for.")
@click.option("--place", help="Where.")
@click.option("--type", type=click.Choice([each.value for each in EventType]), help="What sort of gathering.")
@click.option("--url", help="Its page.")
@click.option("--timezone", help="Its zone, such as Europe/Berlin.")
@click.option("--series", help="The series it belongs to.")
@click.option("--purpose", multiple=True, type=click.Choice([each.value for each in Purpose]), help="Why you go.")
@click.option("--goal", help="What you would like to learn there.")
@click.option("--serve", help="How you could be of use to somebody there.")
@click.option("--role", help="A job you hold there.")
@click.option("--with", "people", multiple=True, help="Somebody who will be there; can be repeated.")
@format_option
def add(
    starts: str, length: str | None, ends: str | None, people: tuple[str, ...], as_json: bool, **typed: Any
) -> None:
    """Add an event."""
    from netprep.compose.gatherings import SaidTimes, add_event, remarks_on_goal

    app = this_app()
    with app.notebook(create=True) as store:
        added, remarks = add_event(store, typed, app.clock, times=SaidTimes(starts, length, ends), people=people)
        remarks += remarks_on_goal(store, added, app.settings.method)
    for remark in remarks:
        talk(remark)
    if as_json:
        print_json({"event": added.id, "starts": str(added.starts), "ends": str(added.ends) if added.ends else None})
    else:
        print_wrapped(f"New event {added.name} ({added.id}): {_times(added)}.   (netprep undo)", hanging="  ")


@event.command("list")
@format_option
def list_events(as_json: bool) -> None:
    """List events, the latest first."""
    with this_app().notebook() as store:
        events = sorted(store.events(), key=lambda event: str(event.starts), reverse=True)
    if as_json:
        print_json({"events": [{"id": each.id, "name": each.name, "starts": str(each.starts)} for each in events]})
        return
    print_rows((each.name, moment_text(each.starts)) for each in events)
    if not events:
        print_wrapped('No events yet. Add one: netprep event add "NAME" --starts "thu 18:00" --for 2h')


@event.command()
@click.argument("event")
@format_option
def show(event: str, as_json: bool) -> None:
    """Show EVENT and who is expected there."""
    from netprep.compose.naming import find_event
    from netprep.model.codec import to_document

    with this_app().notebook() as store:
        found = find_event(store, event)
        names = {card.id: card.name for card in store.contact_cards()} if found.attendees else {}
    document = to_document(found)
    if as_json:
        print_json({"event": document})
        return
    print_wrapped(f"{found.name} ({found.id})", hanging="  ")
    print_wrapped(_times(found), "  ", "    ")
    for key in _SHOWN:
        if key in document:
            value = ", ".join(document[key]) if isinstance(document[key], list) else document[key]
            print_wrapped(f"{key.replace('_', ' ')}: {value}", "  ", "    ")
    for person in found.attendees:
        name = names.get(person.contact or "", person.contact) if person.contact else person.name
        about = ", ".join(filter(None, (person.role, person.org)))
        print_wrapped(f"{name}{f' ({about})' if about else ''}", "  with ", "       ")
    for line in document.get("log", ()):
        said = ", ".join(f"{key} {line[key]}" for key in _LOGGED if key in line)
        struck = " [struck]" if "struck" in line else ""
        kind = line["kind"].replace("_", " ")
        print_wrapped(f"{kind}{f': {said}' if said else ''} ({line['id']}){struck}", "  ", "    ")


@event.command()
@click.argument("event")
def edit(event: str) -> None:
    """Open EVENT in your editor, as YAML with a comment for every key."""
    from netprep.cli.editor import open_editor
    from netprep.compose.editing import edit_event
    from netprep.compose.gatherings import remarks_on_goal
    from netprep.compose.naming import find_event

    app = this_app()
    with app.notebook() as store:
        known = find_event(store, event)
        changed = edit_event(store, known, open_editor, app.clock)
        remarks = remarks_on_goal(store, changed, app.settings.method, before=known) if changed else ()
    for remark in remarks:
        talk(remark)
    print_wrapped(f"Changed {changed.name}.   (netprep undo)" if changed else "Nothing changed.", hanging="  ")


def _times(event: Event) -> str:
    """When an event is, each time with its zone."""
    until = f" to {moment_text(event.ends)}" if event.ends else ""
    return f"{moment_text(event.starts)}{until}{f' ({event.timezone})' if event.timezone else ''}"
