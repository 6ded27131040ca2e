"""The command: ``netprep spool``. An entry point of the group ``netprep.commands`` names it."""

from __future__ import annotations

from pathlib import Path

import click

from netprep_example.channel import FOLDER


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def spool(folder: Path) -> None:
    """List the notes that wait in FOLDER's outgoing, to be sent by you."""
    waiting = sorted((folder / FOLDER).glob("*.md"))
    for path in waiting:
        to, subject, *_ = path.read_text(encoding="utf-8").splitlines()
        click.echo(
            f"{path.name}  {to.removeprefix('To: ') or 'no address'}  {subject.removeprefix('Subject: ')}".rstrip()
        )
    if not waiting:
        click.echo("Nothing waits.")
