"""Plugins' commands: listed without importing anything, imported when they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from netprep.loader.finding import COMMANDS, Found, installed

if TYPE_CHECKING:
    import click

    from netprep.errors import PluginBroken
    from netprep.loader.isolation import PluginFault

SECONDS = 5.0
"""How long the import of a command may take where no setting says it."""


def plugin_commands(disabled: Collection[str] = ()) -> dict[str, tuple[Found, ...]]:
    """The commands that plugins declare, each with everybody who declares it.

    Args:
        disabled: names that the user does not want.
    """
    commands: dict[str, list[Found]] = defaultdict(list)
    for found in installed(COMMANDS):
        if found.name not in disabled and found.name.isprintable():
            commands[found.name].append(found)
    return {name: tuple(found) for name, found in commands.items()}


def load_command(name: str, found: tuple[Found, ...], seconds: float = SECONDS) -> click.Command:
    """The command of that name.

    Raises:
        PluginBroken: it cannot be imported, is no Click command, or two packages claim its name.
    """
    from netprep.loader.isolation import PluginFault

    try:
        return try_command(name, found, seconds)
    except PluginFault as fault:
        raise broken_command(name, found, fault) from fault


def try_command(name: str, found: tuple[Found, ...], seconds: float = SECONDS) -> click.Command:
    """As :func:`load_command`.

    Raises:
        PluginFault: it cannot be used.
    """
    import click

    from netprep.loader.isolation import PluginFault, isolated

    if len(found) > 1:
        packages = " and ".join(each.of for each in found)
        raise PluginFault(f"{packages} each have a command “{name}”, so none is used", do="Uninstall all but one.")
    entry_point = found[0].entry_point
    if entry_point is None:
        raise PluginFault("what it declares cannot be read", do=f"Install {found[0].package} again.")
    command = isolated(entry_point.load, seconds, is_hook=False)
    if not isinstance(command, click.Command):
        raise PluginFault(f"{entry_point.value} is not a Click command", do="Its author has to mend that.")
    return command


def broken_command(name: str, found: tuple[Found, ...], fault: PluginFault) -> PluginBroken:
    """The error for a command that was called and cannot be used."""
    from netprep.errors import PluginBroken

    packages = " and ".join(each.of for each in found)
    return PluginBroken(
        f"The command {name} of a plugin ({packages}) is broken: {fault.sentence}",
        hint=f"{fault.do or 'Update or remove it.'} To do without: netprep plugins disable {name}",
    )
