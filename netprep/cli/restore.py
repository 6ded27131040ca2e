"""``netprep restore``: bring a backup back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_wrapped

if TYPE_CHECKING:
    from netprep.store.copies import Backup


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
        if as_json:
            print_json({"restored": _document(chosen)})
        else:
            said = f"Brought back: {chosen.name}. What stood before is a backup now: netprep restore"
            print_wrapped(said, hanging="  ")
        return
    found = backups(home)
    if as_json:
        print_json({"backups": [_document(each) for each in found]})
        return
    print_rows((f"{each.made:%d %b %Y %H:%M}", each.name) for each in found)
    print_wrapped(
        "Bring one back: netprep restore NAME"
        if found
        else "No backups: one is made before the notebook's form changes."
    )


def _document(backup: Backup) -> dict[str, Any]:
    return {"name": backup.name, "made": backup.made.isoformat(), "bytes": backup.size}
