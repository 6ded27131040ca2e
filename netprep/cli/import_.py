"""``netprep import``: bring files in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped, talk
from netprep.errors import UsageError

if TYPE_CHECKING:
    from netprep.compose.importing import Imported

_WORDS = {
    "new": "new",
    "same": "known already",
    "updated": "updated",
    "conflicts": "in conflict",
    "skipped": "skipped",
}


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing.")
@click.option("--event", help="The event these people belong to.")
@click.option("--as", "file_format", metavar="FORMAT", help="What the files are; else by their names.")
@format_option
def import_(paths: tuple[Path, ...], dry_run: bool, event: str | None, file_format: str | None, as_json: bool) -> None:
    """Bring files in: YAML or JSON, as "netprep export" writes them, or what plugins read.

    One undo takes all of it back.
    """
    from netprep.compose.importing import import_document, import_files, read_files
    from netprep.exchange.source import read_bytes

    if event:
        raise UsageError("A notebook file says itself who was where, so --event does not go with it.")
    if sum(str(path) == "-" for path in paths) > 1:
        raise UsageError("“-” is read once.", hint="Give it once, or name the files.")
    files = [("-", sys.stdin.buffer.read()) if str(p) == "-" else (str(p), read_bytes(p)) for p in paths]
    app = this_app()
    read = read_files(files, app.registry, file_format)
    with app.notebook(create=True) as store:
        imported = import_files(store, read, app.clock, dry_run=dry_run)
    if as_json:
        print_json(import_document(imported))
    else:
        _print(imported, dry_run=dry_run)


def _print(imported: Imported, *, dry_run: bool) -> None:
    from netprep.compose.importing import counted

    parts = [f"{number} {_WORDS[outcome]}" for outcome, number in counted(imported)]
    ending = "   (netprep undo)" if imported.changed else ""
    if dry_run:
        ending = "   Nothing was changed: this was a dry run."
    print_wrapped(f"{', '.join(parts).capitalize() or 'Nothing in it'}.{ending}", hanging="  ")
    for outcome in ("new", "updated") if dry_run else ():
        for change in imported.changes(outcome):
            print_text(f"  {_WORDS[outcome]}: {change.name}")
    for outcome in ("conflicts", "skipped"):
        for change in imported.changes(outcome):
            talk(f"{_WORDS[outcome]}: {change.name} ({change.where}): {change.reason}.")
    for warning in imported.warnings:
        talk(warning)
