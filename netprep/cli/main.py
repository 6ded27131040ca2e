"""The ``netprep`` group: it finds commands by name and loads the one that is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netprep import __version__
from netprep.cli.commands import COMMANDS, SECTIONS

if TYPE_CHECKING:
    from netprep.app import App


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, and listed without importing."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Every command's name, in the order of the sections."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - Click's signature
        """The command of that name, imported now."""
        if name not in COMMANDS:
            return None
        from importlib import import_module

        module, attribute = COMMANDS[name].target.split(":")
        command: click.Command = getattr(import_module(f"netprep.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a mistyped one is answered with the nearest name."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else " See: netprep --help"
            raise click.UsageError(f"There is no command “{name}”.{hint}", ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """The list of commands in ``--help``, by section."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, lazy.help) for name, lazy in commands.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="netprep", message="%(prog)s %(version)s")
@click.option("--home", type=click.Path(path_type=Path), help="The notebook's folder (or NETPREP_HOME).")
@click.pass_context
def cli(ctx: click.Context, home: Path | None) -> None:
    """Prepare for a room, and follow up like a human.

    Capture whom you met in one line, and get a note that is grounded in what was really said:
    promises first, nothing invented, nothing sold. Nothing leaves this machine.

    New here? Try: netprep demo
    """
    ctx.obj = home.expanduser() if home else None


def this_app() -> App:
    """The wiring of this run, for a command's body."""
    from netprep.app import open_app

    return open_app(click.get_current_context().find_root().obj)
