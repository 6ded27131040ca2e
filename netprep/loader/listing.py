"""What is installed, as ``netprep plugins`` shows it: hooks and commands, and whether they work."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netprep.loader.commands import plugin_commands, try_command
from netprep.loader.finding import COMMANDS, Found
from netprep.loader.isolation import PluginFault
from netprep.loader.plugins import Plugins
from netprep.model.frozen import frozen

OK, FAILED, DISABLED = "ok", "failed", "disabled"


@frozen
class PluginInfo:
    """A plugin as ``netprep plugins`` shows it. ``status`` is ``ok``, ``failed`` or ``disabled``.

    A command is a plugin too; among its hooks stands ``netprep.commands``.
    """

    name: str
    package: str
    package_version: str
    hooks: tuple[str, ...]
    status: str
    error: str | None = None


def plugin_infos(plugins: Plugins, own_commands: Collection[str]) -> tuple[PluginInfo, ...]:
    """Every installed plugin, whether it works or not, by name.

    Args:
        plugins: the plugins of this run.
        own_commands: names of netprep's commands, which no plugin can take.
    """
    rows = [*_plugins(plugins), *_commands(plugins, own_commands)]
    return tuple(_merged(sorted(rows, key=lambda row: (row.name, row.package))))


def command_fault(plugins: Plugins, name: str, found: tuple[Found, ...], own: Collection[str]) -> PluginFault | None:
    """What keeps a command of a plugin from being called."""
    if name in own:
        return PluginFault(
            f"netprep has a command “{name}” of its own, which is used", do="Its author has to rename it."
        )
    try:
        try_command(name, found, plugins.seconds)
    except PluginFault as fault:
        return fault
    return None


def _plugins(plugins: Plugins) -> Iterator[PluginInfo]:
    for found in plugins.found:
        fault = plugins.fault_of(found.name)
        disabled = plugins.is_disabled(found.name)
        yield PluginInfo(
            name=found.name,
            package=found.package,
            package_version=found.package_version,
            hooks=plugins.hooks_of(found.name),
            status=DISABLED if disabled else FAILED if fault else OK,
            error=fault.sentence if fault and not disabled else None,
        )


def _commands(plugins: Plugins, own: Collection[str]) -> Iterator[PluginInfo]:
    for name, found in plugin_commands().items():
        disabled = plugins.is_disabled(name)
        fault = None if disabled else command_fault(plugins, name, found, own)
        for each in found:
            status = DISABLED if disabled else FAILED if fault else OK
            error = fault.sentence if fault else None
            yield PluginInfo(each.name, each.package, each.package_version, (COMMANDS,), status, error)


def _merged(rows: list[PluginInfo]) -> Iterator[PluginInfo]:
    """The rows, with a plugin and a command of one name and package as one."""
    before: PluginInfo | None = None
    for row in rows:
        if before and (row.name, row.package) == (before.name, before.package):
            worse = before if before.status != OK else row
            row = PluginInfo(
                row.name, row.package, row.package_version, (*before.hooks, *row.hooks), worse.status, worse.error
            )
        elif before:
            yield before
        before = row
    if before:
        yield before
