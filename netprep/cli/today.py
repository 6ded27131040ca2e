"""``netprep today``: what is due."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from netprep.cli.dates import tiny_day
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped

if TYPE_CHECKING:
    from datetime import date

    from netprep.compose.today import Item

_WHEN_WIDTH = 3


@click.command()
@click.option("--limit", type=click.IntRange(1, 1000), help="Show at most this many.")
@format_option
def today(limit: int | None, as_json: bool) -> None:
    """Show what is due, each with its reason: promises, first notes, their dates."""
    from netprep.compose.today import today as due_today

    app = this_app()
    with app.notebook() as store:
        listed = due_today(store, app.clock, app.settings.method, limit)
    if as_json:
        items = [{key: value for key, value in asdict(item).items() if key != "name"} for item in listed.items]
        for item in items:
            item["due"] = str(item["due"]) if item["due"] else None
        print_json({"date": str(listed.day), "items": items, "later": listed.later})
        return
    for each in listed.items:
        _print_item(each, listed.day)
    if not listed.items:
        print_text("Nothing is due.")
    if listed.later:
        print_text(f"{listed.later} more: netprep today --limit {len(listed.items) + listed.later}")


def _print_item(item: Item, day: date) -> None:
    when = tiny_day(item.due, day) if item.due else "·"
    late = f", {item.overdue_days} day{'s' if item.overdue_days > 1 else ''} late" if item.overdue_days else ""
    print_wrapped(f"{when.ljust(_WHEN_WIDTH)}  {item.name}: {item.what} ({item.reason}{late})", hanging="  ")
