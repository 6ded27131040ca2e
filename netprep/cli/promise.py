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
        is_new = not store.counts()
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
    if is_new:
        print_wrapped('Write one down with: netprep log "NAME" "p: the list by friday"')


@promise.command()
@click.argument("contact")
@click.argument("what")
@click.option("--by", metavar="WHEN", help="By when: “friday”, “end of month”, 2026-11-27.")
@click.option("--item", help="The library item that keeps it.")
@click.option("--theirs", is_flag=True, help="They promised it to you.")
@format_option
def add(contact: str, what: str, by: str | None, item: str | None, theirs: bool, as_json: bool) -> None:
    """Write down a promise to CONTACT: WHAT is a thing, "the training plan"."""
    from netprep.compose.promising import add_promise

    app = this_app()
    with app.notebook(create=True) as store:
        person, entry = add_promise(store, contact, what, app.clock, by=by, item=item, theirs=theirs)
    if as_json:
        print_json({"contact": person.id, "promise": entry.id, "due": str(entry.due) if entry.due else None})
        return
    due = f" due {short_day(entry.due.day, app.clock.today)}" if entry.due else ""
    whose = "Their promise" if theirs else "Promise"
    print_wrapped(f"{person.name}. {whose} {entry.id}: {entry.what}{due}.   (netprep undo)", hanging="  ")


@promise.command()
@click.argument("which", nargs=-1, required=True)
@format_option
def keep(which: tuple[str, ...], as_json: bool) -> None:
    """Mark a promise as kept.

    WHICH is its id, or the contact, with words of the promise where there are several:
    netprep promise keep maya training
    """
    from netprep.compose.promising import keep_promise, named_promise

    app = this_app()
    with app.notebook(create=True) as store:
        person, entry = keep_promise(store, which, app.clock)
    if as_json:
        print_json({"contact": person.id, "promise": entry.id})
    else:
        print_wrapped(f"{person.name}. Kept: {named_promise(entry)} ({entry.id}).   (netprep undo)", hanging="  ")
