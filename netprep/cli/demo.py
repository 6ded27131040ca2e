"""``netprep demo``: notes from a made-up notebook, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from netprep.cli.output import print_text, print_wrapped, talk


@click.command()
@click.option(
    "--keep", type=click.Path(path_type=Path), help="Keep the demo notebook in this new folder, to play with."
)
def demo(keep: Path | None) -> None:
    """See notes, stages and a day's list from a made-up notebook. Yours is not touched."""
    from netprep.app import open_app
    from netprep.compose.demo import DEMO_TOUR, demo_home

    with demo_home(keep) as home:
        app = open_app(home)
        from netprep.compose.demo import fill

        with app.notebook(create=True) as store:
            fill(store, app.clock)
        for caption, *arguments in DEMO_TOUR:
            _run(caption, arguments, home)
    if keep:
        talk(f"The demo notebook is in {keep}. Try: netprep --home {keep} contact list")
    else:
        talk("The demo notebook is thrown away again; yours was not touched. Yours begins with: netprep init")
