"""The ``netprep`` group: it finds commands by name and loads the one that is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from netprep import __version__
from netprep.cli.commands import COMMANDS, SECTIONS

if TYPE_CHECKING:
    from netprep.app import App
    from netprep.loader.finding import Found


class Run(NamedTuple):
    """What was said before the command: the notebook's folder, and whether plugins take part."""

    home: Path | None
    with_plugins: bool


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, and listed without importing.

    Plugins' commands come after netprep's own; what is installed is looked up only when a command
    is unknown or all are to be listed.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Every command's name, in the order of the sections."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if name not in COMMANDS:
            from netprep.cli.plugin_commands import imported

            return imported(name, ctx)
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
            from netprep.cli.plugin_commands import refuse_unknown

            refuse_unknown(name, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the command; what a plugin's does not catch is no bug of netprep."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            name = ctx.invoked_subcommand
            if name is not None and name not in COMMANDS:
                from netprep.cli.plugin_commands import blame

                blame(name, error)
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in ``--help``, by section; plugins' without importing them."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, lazy.help) for name, lazy in commands.items()])
        if plugins := commands_of_plugins(ctx):
            with formatter.section("From plugins"):
                rows = [
                    (name, f"Of {' and '.join(each.package for each in found)}.") for name, found in plugins.items()
                ]
                formatter.write_dl(rows)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="netprep", message="%(prog)s %(version)s")
@click.option("--home", type=click.Path(path_type=Path), help="The notebook's folder (or NETPREP_HOME).")
@click.option("--no-plugins", is_flag=True, is_eager=True, expose_value=True, help="Leave all plugins out of this run.")
@click.pass_context
def cli(ctx: click.Context, home: Path | None, no_plugins: bool) -> None:
    """Prepare for a room, and follow up like a human.

    Capture whom you met in one line, and get a note that is grounded in what was really said:
    promises first, nothing invented, nothing sold. Nothing leaves this machine.

    New here? Try: netprep demo
    """
    ctx.obj = Run(home.expanduser() if home else None, with_plugins=not no_plugins)


def this_app() -> App:
    """The wiring of this run, for a command's body. What goes wrong with plugins is said at its end."""
    from netprep.app import open_app

    root = click.get_current_context().find_root()
    app = open_app(root.obj.home, with_plugins=root.obj.with_plugins)
    root.call_on_close(lambda: _tell_of_plugins(app))
    return app


def commands_of_plugins(ctx: click.Context) -> dict[str, tuple[Found, ...]]:
    """The commands of plugins that can be called in this run; one with a built-in's name cannot."""
    from netprep.loader.commands import plugin_commands

    if not with_plugins(ctx):
        return {}
    there = {name: found for name, found in plugin_commands().items() if name not in COMMANDS}
    if not there:
        return {}
    from netprep.cli.plugin_commands import disabled

    return {name: found for name, found in there.items() if name not in disabled(ctx)}


def with_plugins(ctx: click.Context) -> bool:
    """Whether plugins take part in this run; ``--help`` asks before the group was invoked."""
    run = ctx.find_root().obj
    return run.with_plugins if isinstance(run, Run) else not ctx.find_root().params.get("no_plugins", False)


def _tell_of_plugins(app: App) -> None:
    from netprep.cli.output import talk

    for line in app.plugins.take_untold():
        talk(f"netprep: {line} (netprep plugins doctor)")
