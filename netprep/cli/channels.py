"""``netprep channels``: the ways a note can leave."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows


@click.command()
@format_option
def channels(as_json: bool) -> None:
    """List the ways a note can leave."""
    app = this_app()
    chosen = app.settings["channel"]
    found = app.registry.channels.values()
    if as_json:
        rows = [
            {
                "name": channel.name,
                "about": channel.about,
                "form": channel.form.value if channel.form else None,
                "sends": channel.sends,
                "default": channel.name == chosen,
            }
            for channel in found
        ]
        print_json({"channels": rows})
    else:
        print_rows((f"{channel.name}{' *' if channel.name == chosen else ''}", channel.about) for channel in found)
