"""Plugins' commands: listed without importing anything, imported when they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netprep.loader.finding import COMMANDS, Found, installed

if TYPE_CHECKING:
    import click


def plugin_commands(*, enabled: bool = True) -> dict[str, tuple[Found, ...]]:
    """The commands that plugins declare, each with everybody who declares it."""
    commands: dict[str, tuple[Found, ...]] = {}
    for found in installed(COMMANDS) if enabled else ():
        commands[found.name] = (*commands.get(found.name, ()), found)
    return commands


def load_command(name: str, found: tuple[Found, ...]) -> click.Command:
    """The command of that name.

    Raises:
        PluginBroken: it cannot be imported, is no Click command, or two packages claim its name.
    """
    import click

    from netprep.errors import PluginBroken
    from netprep.loader.isolation import PluginFault, isolated

    if len(found) > 1:
        raise PluginBroken(
            f"{' and '.join(each.of for each in found)} both have a command “{name}”.",
            hint="Remove one of them; which one is meant cannot be known.",
        )
    try:
        command = isolated(found[0].entry_point.load, IMPORT_SECONDS)
    except PluginFault as fault:
        raise PluginBroken(
            f"The command {name} of {found[0].of} cannot be loaded: {fault}.", hint="Update or remove that package."
        ) from fault
    if not isinstance(command, click.Command):
        raise PluginBroken(f"{name} of {found[0].of} is not a Click command.", hint="Update or remove that package.")
    return command


IMPORT_SECONDS = 20.0
"""How long the import of a command may take, in seconds."""
