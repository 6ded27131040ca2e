"""``netprep demo``: notes from a made-up notebook, in a folder of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from netprep.cli.output import print_text, print_wrapped, talk, width


@click.command()
@click.option(
    "--keep", type=click.Path(path_type=Path), help="Keep the demo notebook in this new folder, to play with."
)
def demo(keep: Path | None) -> int:
    """See notes, things to share, stages and a day's list from a made-up notebook. Yours is not touched."""
    if keep is not None:
        if keep.exists() and any(keep.iterdir() if keep.is_dir() else [keep]):
            raise click.UsageError(f"{keep} is not an empty folder; name a new one.")
        code = _tour(keep)
        talk(f"The demo notebook is in {keep}. Try: netprep --home {keep} contact list")
        return code
    with tempfile.TemporaryDirectory(prefix="netprep-demo-") as folder:
        code = _tour(Path(folder) / "notebook")
    talk("The demo notebook is gone again, and yours was not touched. Begin yours with: netprep init")
    return code


def _tour(home: Path) -> int:
    """Fill a notebook and run the tour's commands on it, as anybody could; the first failure's exit code."""
    from netprep.app import open_app
    from netprep.cli.run import run
    from netprep.compose.demo import DEMO_TOUR, fill
    from netprep.settings.user import save_setting

    # The tour shows finished notes; the reminder to add a sentence would stand between them all.
    save_setting(home, "own_words", "off")
    app = open_app(home)
    with app.notebook(create=True) as store:
        fill(store, app.clock)
    worst = 0
    for stop in DEMO_TOUR:
        print_text("─" * min(width(), 80))
        print_wrapped(stop.caption)
        print_wrapped(f"$ netprep {stop.command_line}", hanging="    ")
        print_text()
        code = run(["--home", str(home), *stop.arguments])
        worst = worst or (code if code != stop.exit_code else 0)
        print_text()
    return worst
