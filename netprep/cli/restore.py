"""``netprep restore``: bring a backup back."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_wrapped


@click.command()
@click.argument("backup", required=False)
@click.option("--latest", is_flag=True, help="Bring the latest one back.")
@format_option
def restore(backup: str | None, latest: bool, as_json: bool) -> None:
    """Bring BACKUP back, or list the backups. What stands now becomes a backup first."""
    from netprep.store.copies import backups
    from netprep.store.copies import restore as bring_back

    home = this_app().home
    if backup or latest:
        chosen = bring_back(home, backup)
        print_wrapped(f"Brought back: {chosen.name}. What stood before is a backup now: netprep restore", hanging="  ")
        return
    found = backups(home)
    if as_json:
        rows = [{"name": each.name, "made": each.made.isoformat(), "bytes": each.size} for each in found]
        print_json({"backups": rows})
        return
    print_rows((f"{each.made:%d %b %Y %H:%M}", each.name) for each in found)
    print_wrapped(
        "Bring one back: netprep restore NAME"
        if found
        else "No backups: one is made before the notebook's form changes."
    )
