"""``netprep export``: write the notebook to a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from netprep.cli.main import this_app
from netprep.cli.output import talk


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, allow_dash=True, dir_okay=False))
@click.option("--as", "--format", "file_format", metavar="FORMAT", help="yaml, json or a plugin's; else by PATH.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export(path: Path | None, file_format: str | None, force: bool) -> None:
    """Write the whole notebook to PATH, or to the screen: private and sealed facts too."""
    from netprep.compose.formats import exporter_for
    from netprep.compose.importing import export_bytes, write_private

    to_screen = path is None or str(path) == "-"
    app = this_app()
    exporter = exporter_for(app.registry, None if to_screen else str(path), file_format)
    if to_screen and not isinstance(exporter, str) and sys.stdout.isatty():
        raise click.UsageError(f"What {exporter.name} writes is for a file: netprep export PATH --as {exporter.name}")
    with app.notebook() as store:
        data = export_bytes(store, exporter)
    if to_screen or path is None:
        click.echo(data.decode("utf-8") if isinstance(exporter, str) else data, nl=False)
        return
    write_private(path, data, force=force)
    talk(f"Written to {path}. It holds everything, private facts too.")
