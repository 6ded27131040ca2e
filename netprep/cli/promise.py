"""``netprep promise``: what was promised, and what was kept."""

from __future__ import annotations

import click

from netprep.cli.dates import short_day, tiny_day
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped


@click.group()
def promise() -> None:
    """List promises and mark them kept."""


@promise.command("list")
@click.argument("contact", required=False)
@format_option
def list_promises(contact: str | None, as_json: bool) -> None:
    """List what you promised and have not kept yet, the soonest first."""
    from netprep.compose.promising import open_promises

    app = this_app()
    with app.notebook() as store:
        promises = open_promises(store, contact)
    if as_json:
        rows = [
            {"id": entry.id, "contact": person.id, "what": entry.what, "due": str(entry.due) if entry.due else None}
            for person, entry in promises
        ]
        print_json({"promises": rows})
        return
    for person, entry in promises:
        when = tiny_day(entry.due.day, app.clock.today) if entry.due else "·"
        late = ", late" if entry.due and entry.due.day < app.clock.today else ""
        print_wrapped(f"{when.ljust(3)}  {person.name}: {entry.what or 'something'} ({entry.id}{late})", hanging="  ")
    if not promises:
        print_text("No open promises.")


@promise.command()
@click.argument("contact")
@click.argument("what")
@click.option("--by", help="By when: “friday”, “end of month”, 2026-11-27.")
@click.option("--item", help="The library item that keeps it.")
@click.option("--theirs", is_flag=True, help="They promised it to you.")
def add(contact: str, what: str, by: str | None, item: str | None, theirs: bool) -> None:
    """Write down a promise to CONTACT: WHAT is a thing, "the training plan"."""
    from netprep.compose.records import add_promise

    app = this_app()
    with app.notebook(create=True) as store:
        person, entry = add_promise(store, contact, what, app.clock, by=by, item=item, theirs=theirs)
    due = f" due {short_day(entry.due.day, app.clock.today)}" if entry.due else ""
    print_wrapped(f"{person.name}. Promise {entry.id}: {entry.what}{due}.   (netprep undo)", hanging="  ")


@promise.command()
@click.argument("which")
def keep(which: str) -> None:
    """Mark a promise as kept: WHICH is its id, or the contact if there is only one."""
    from netprep.compose.records import keep_promise

    app = this_app()
    with app.notebook(create=True) as store:
        person, entry = keep_promise(store, which, app.clock)
    print_wrapped(
        f"{person.name}. Kept: {entry.what or 'what you promised'} ({entry.id}).   (netprep undo)", hanging="  "
    )
