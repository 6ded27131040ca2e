"""``netprep find``: full text over facts, quotes, logs, events and the library."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_wrapped


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Show at most this many.")
@format_option
def find(text: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search for TEXT in facts, quotes, logs, events and the library. Private things are not found."""
    with this_app().notebook() as store:
        hits = store.find(" ".join(text), limit)
    if as_json:
        rows = [
            {"kind": hit.kind, "id": hit.id, "contact": hit.owner, "title": hit.title, "excerpt": hit.excerpt}
            for hit in hits
        ]
        print_json({"hits": rows})
        return
    for hit in hits:
        print_wrapped(f"{hit.title}: {hit.excerpt} ({hit.id})", hanging="  ")
    if not hits:
        print_wrapped(f"Nothing holds “{' '.join(text)}”. The beginnings of words are searched for.")
