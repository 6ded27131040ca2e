"""``netprep config``: settings."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_text, print_wrapped
from netprep.settings.method import constants
from netprep.settings.user import METHOD_PREFIX, PREFERENCES, SILENCED_PREFIX, config_file, save_setting, setting_names

_SILENCED = "why this rule of the guard is kept quiet in all texts"


@click.group()
def config() -> None:
    """List, show and change settings."""


@config.command("list")
@click.option("--all", "everything", is_flag=True, help="The method's numbers too, with source and grade.")
@format_option
def list_settings(everything: bool, as_json: bool) -> None:
    """List settings and what they are set to."""
    settings = this_app().settings
    numbers = constants(settings.method)
    silenced = [(SILENCED_PREFIX + code, reason) for code, reason in sorted(settings.silenced.items())]
    if as_json:
        rows = [{"name": each.name, "value": settings[each.name], "about": each.about} for each in PREFERENCES]
        rows += [{"name": name, "value": reason, "about": _SILENCED} for name, reason in silenced]
        method = [
            {"name": METHOD_PREFIX + n.name, "value": n.value, "unit": n.unit, "source": n.source, "grade": n.grade}
            for n in numbers
        ]
        print_json({"settings": rows, "method": method})
        return
    print_rows((f"{each.name}: {settings[each.name]}", each.about) for each in PREFERENCES)
    print_rows((f"{name}: {reason}", _SILENCED) for name, reason in silenced)
    for number in numbers:
        if everything or METHOD_PREFIX + number.name in settings.changed:
            print_wrapped(f"{METHOD_PREFIX}{number.name}: {number.value:g} {number.unit}", hanging="  ")
            print_wrapped(f"{number.source}; grade {number.grade}", "    ")


@config.command()
@click.argument("name")
def get(name: str) -> None:
    """Print what NAME is set to."""
    print_text(_value(name))


@config.command("set")
@click.argument("name")
@click.argument("value")
def set_setting(name: str, value: str) -> None:
    """Set NAME to VALUE."""
    app = this_app()
    if name == "backend":
        app.registry.backend(value)
    if name == "channel":
        app.registry.channel(value)
    if name.startswith(SILENCED_PREFIX):
        from netprep.compose.silencing import setting_of

        name = setting_of(name, app.rules())
    save_setting(app.home, name, value)
    print_text(f"{name}: {_value(name)}")


@config.command()
@click.argument("name")
def unset(name: str) -> None:
    """Set NAME back to what it is without a setting."""
    app = this_app()
    if name.startswith(SILENCED_PREFIX):
        from netprep.compose.silencing import setting_of

        name = name if name.removeprefix(SILENCED_PREFIX) in app.settings.silenced else setting_of(name, app.rules())
    save_setting(app.home, name, None)
    print_text(f"{name}: {_value(name) or 'not set'}")


@config.command()
def path() -> None:
    """Print the file that holds the settings."""
    print_text(str(config_file(this_app().home)))


def _value(name: str) -> str:
    settings = this_app().settings
    if name.startswith(METHOD_PREFIX):
        for number in constants(settings.method):
            if METHOD_PREFIX + number.name == name:
                return f"{number.value:g}"
    if name.startswith(SILENCED_PREFIX):
        return settings.silenced.get(name.removeprefix(SILENCED_PREFIX), "")
    if name not in setting_names():
        raise click.UsageError(f"There is no setting “{name}”. See: netprep config list --all")
    return settings[name]
