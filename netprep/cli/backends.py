"""``netprep backends``: who can word a note."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows


@click.command()
@format_option
def backends(as_json: bool) -> None:
    """List who can word a note."""
    app = this_app()
    chosen = app.settings["backend"]
    found = app.registry.backends.values()
    if as_json:
        rows = [{"name": b.name, "about": b.about, "remote": b.remote, "default": b.name == chosen} for b in found]
        print_json({"backends": rows})
    else:
        print_rows((f"{backend.name}{' *' if backend.name == chosen else ''}", backend.about) for backend in found)
