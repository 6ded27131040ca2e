"""``netprep undo``: take the last change back."""

from __future__ import annotations

import click

from netprep.cli.dates import moment_text
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped


@click.command()
@click.option("--list", "listing", is_flag=True, help="List what can be taken back, the latest first.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="With --list: how many.")
@format_option
def undo(listing: bool, limit: int, as_json: bool) -> None:
    """Take the last change back; again for the one before it."""
    app = this_app()
    with app.notebook() as store:
        steps = store.steps(limit)
        taken = None if listing or not steps else store.undo()
    if as_json:
        shown = steps if listing else ((taken,) if taken else ())
        rows = [{"id": each.id, "at": str(each.at), "command": each.command, "changes": each.changes} for each in shown]
        print_json({"steps" if listing else "undone": rows})
    elif listing:
        for step in steps:
            print_wrapped(f"{moment_text(step.at)}  {step.command}", hanging="  ")
        if not steps:
            print_text("There is nothing to take back.")
    elif taken:
        print_wrapped(f"Taken back: {taken.command} ({moment_text(taken.at)}).", hanging="  ")
    else:
        print_text("There is nothing to take back.")
