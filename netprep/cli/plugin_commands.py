"""Commands of plugins as ``netprep`` calls them: found by name, and told apart from its own when they fail."""

from __future__ import annotations

import errno
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from netprep.cli.commands import COMMANDS
from netprep.cli.main import Run, commands_of_plugins, with_plugins
from netprep.errors import NetprepError, PluginCrashed
from netprep.loader.commands import SECONDS, load_command, plugin_commands

if TYPE_CHECKING:
    from netprep.settings.user import Settings


def imported(name: str, ctx: click.Context) -> click.Command | None:
    """The command of a plugin, imported now.

    Raises:
        PluginBroken: it cannot be used.
    """
    found = commands_of_plugins(ctx).get(name)
    if not found:
        return None
    settings = _settings(ctx)
    return load_command(name, found, float(settings["plugin_seconds"]) if settings else SECONDS)


def refuse_unknown(name: str, ctx: click.Context) -> None:
    """Stop at a command that is neither netprep's nor a plugin's.

    Raises:
        UsageError: with the nearest name, or with what brings the command back.
    """
    plugins = commands_of_plugins(ctx)
    if name in plugins:
        return
    if found := plugin_commands().get(name):
        packages = " and ".join(each.of for each in found)
        how = "--no-plugins leaves it out" if not with_plugins(ctx) else f"See: netprep plugins enable {name}"
        state = "." if not with_plugins(ctx) else ", which is disabled."
        raise click.UsageError(f"“{name}” is a command of {packages}{state} {how}.", ctx=ctx)
    from difflib import get_close_matches

    near = get_close_matches(name, [*COMMANDS, *plugins], n=1)
    hint = f" Did you mean {near[0]}?" if near else " See: netprep --help"
    raise click.UsageError(f"There is no command “{name}”.{hint}", ctx=ctx)


def blame(name: str, error: Exception) -> None:
    """Raise what a plugin's command did not catch as a fault of that plugin; words for the user pass.

    Raises:
        PluginCrashed: the command failed in a way it did not foresee.
    """
    passes = (NetprepError, click.ClickException, click.Abort, click.exceptions.Exit)
    if isinstance(error, passes) or (isinstance(error, OSError) and error.errno == errno.EPIPE):
        return
    from netprep.loader.isolation import in_words

    of = " and ".join(each.of for each in plugin_commands().get(name, ())) or "?"
    raise PluginCrashed(
        f"The command {name} of a plugin ({of}) failed: {in_words(error)}.",
        hint=f"That is a fault of the plugin, not of netprep. To do without: netprep plugins disable {name}",
        of=of,
    ) from error


def disabled(ctx: click.Context) -> Collection[str]:
    """The names the user does not want; none where the settings cannot be read: commands say that themselves."""
    settings = _settings(ctx)
    return settings.names("disabled_plugins") if settings else ()


def _settings(ctx: click.Context) -> Settings | None:
    from netprep.settings.place import default_home
    from netprep.settings.user import load_settings

    run = ctx.find_root().obj
    home = run.home if isinstance(run, Run) else ctx.find_root().params.get("home")
    try:
        return load_settings(home.expanduser() if home else default_home())
    except NetprepError:
        return None
