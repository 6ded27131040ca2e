"""``netprep export``: write the notebook to a file."""

from __future__ import annotations

from pathlib import Path

import click

from netprep.cli.main import this_app
from netprep.cli.output import talk


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, allow_dash=True, dir_okay=False))
@click.option("--format", "file_format", type=click.Choice(["yaml", "json"]), help="Which; else by the file's name.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export(path: Path | None, file_format: str | None, force: bool) -> None:
    """Write the whole notebook to PATH, or to the screen: private and sealed facts too."""
    from netprep.compose.importing import export_text, write_private

    to_screen = path is None or str(path) == "-"
    as_json = file_format == "json" or (file_format is None and path is not None and path.suffix == ".json")
    with this_app().notebook() as store:
        text = export_text(store, as_json=as_json)
    if to_screen or path is None:
        click.echo(text, nl=False)
        return
    write_private(path, text, force=force)
    talk(f"Written to {path}. It holds everything, private facts too.")
