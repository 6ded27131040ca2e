"""``netprep prompts``: the templates notes are made from."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped, talk


@click.group()
def prompts() -> None:
    """List and show the templates notes are made from."""


@prompts.command("list")
@format_option
def list_prompts(as_json: bool) -> None:
    """List every template, whose it is, and what it replaces."""
    infos = this_app().templates().infos()
    if as_json:
        rows = [
            {
                "name": info.name,
                "owner": info.owner,
                "path": str(info.path),
                "shadows": [str(path) for path in info.shadows],
            }
            for info in infos
        ]
        print_json({"prompts": rows})
        return
    for info in infos:
        replaced = f" ({info.owner}, replaces {info.shadows[0]})" if info.shadows else ""
        print_wrapped(f"{info.name}{replaced}", hanging="  ")


@prompts.command()
@click.argument("name")
@format_option
def show(name: str, as_json: bool) -> None:
    """Show the template NAME as it is used."""
    info = this_app().templates().info(name)
    text = info.path.read_text(encoding="utf-8", errors="replace")
    if as_json:
        print_json({"name": info.name, "owner": info.owner, "path": str(info.path), "text": text})
    else:
        print_text(text.rstrip("\n"))


@prompts.command()
def path() -> None:
    """Print the folder where your own templates go."""
    print_text(str(this_app().home / "prompts"))


@prompts.command()
@click.argument("name")
def copy(name: str) -> None:
    """Copy the template NAME into your own folder, to change it there."""
    from netprep.compose.importing import write_private

    app = this_app()
    info = app.templates().info(name)
    target = app.home / "prompts" / f"{name}.j2"
    write_private(target, info.path.read_text(encoding="utf-8"), force=False, make_folder=True)
    talk(f"Yours now: {target}")
