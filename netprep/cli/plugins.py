"""``netprep plugins``: what is installed beside netprep, and whether it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netprep.cli.commands import COMMANDS
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_text, print_wrapped

if TYPE_CHECKING:
    from netprep.loader.doctor import Diagnosis
    from netprep.loader.listing import PluginInfo

BROKEN = 5


@click.group(invoke_without_command=True)
@format_option
@click.pass_context
def plugins(ctx: click.Context, /, as_json: bool) -> None:
    """List plugins, say what is wrong with one, or do without it.

    A plugin is a package installed beside netprep. It is trusted code: it can do whatever you can.
    """
    if ctx.invoked_subcommand is None:
        _list(as_json=as_json)


@plugins.command("list")
@format_option
def list_plugins(as_json: bool) -> None:
    """List what is installed and whether it loads."""
    _list(as_json=as_json)


@plugins.command()
@click.argument("name", required=False)
@format_option
def doctor(name: str | None, as_json: bool) -> int:
    """Try out NAME, or all plugins, and say what is wrong.

    Every hook is called, with a made-up person, event and draft where it needs one, and for all that is
    wrong it says what to do. Nothing is sent. Exits with 5 where a plugin is broken.
    """
    from netprep.loader.doctor import diagnose
    from netprep.loader.listing import plugin_infos
    from netprep.loader.switching import find

    if name is not None:
        find(name)
    app = this_app()
    infos = plugin_infos(app.plugins, COMMANDS)
    diagnoses = diagnose(app.plugins, infos, COMMANDS, name)
    app.plugins.take_untold()  # it is told here
    if as_json:
        print_json({"plugins": [_diagnosis_document(each) for each in diagnoses]})
    elif not diagnoses:
        _print_none()
    else:
        for each in diagnoses:
            _print_diagnosis(each)
    return BROKEN if any(each.problems for each in diagnoses) else 0


@plugins.command()
@click.argument("name")
def disable(name: str) -> None:
    """Do without the plugin or command NAME from now on."""
    from netprep.loader.switching import switch

    app = this_app()
    changed = switch(app.home, app.settings, name, on=False)
    print_text(f"{name} is disabled{'' if changed else ' already'}.   (netprep plugins enable {name})")


@plugins.command()
@click.argument("name")
def enable(name: str) -> None:
    """Let the plugin or command NAME take part again."""
    from netprep.loader.switching import switch

    app = this_app()
    changed = switch(app.home, app.settings, name, on=True)
    print_text(f"{name} is enabled{'' if changed else ' already'}.")


@plugins.command()
@click.argument("name", required=False)
def path(name: str | None) -> None:
    """Print where the code of NAME is.

    Without NAME, print the folder that plugins are installed into.
    """
    from netprep.loader.switching import code_of, find, plugins_folder

    if name is None:
        print_text(str(plugins_folder()))
        return
    for place in dict.fromkeys(code_of(found) for found in find(name)):
        print_text(str(place))


def _list(*, as_json: bool) -> None:
    from netprep.loader.listing import plugin_infos

    app = this_app()
    infos = plugin_infos(app.plugins, COMMANDS)
    app.plugins.take_untold()  # it is told here
    if as_json:
        print_json({"plugins": [_document(info) for info in infos]})
    elif not infos:
        _print_none()
    else:
        print_rows((info.name, _in_words(info)) for info in infos)


def _document(info: PluginInfo) -> dict[str, object]:
    return {
        "name": info.name,
        "package": info.package,
        "package_version": info.package_version,
        "hooks": list(info.hooks),
        "status": info.status,
        "error": info.error,
    }


def _in_words(info: PluginInfo) -> str:
    package = f"{info.package} {info.package_version}"
    if info.error:
        return f"{package}, {info.status}: {info.error} See: netprep plugins doctor {info.name}"
    brings = ", ".join(_hook_in_words(hook) for hook in info.hooks)
    return f"{package}, {info.status}{f': {brings}' if brings else ''}"


def _hook_in_words(hook: str) -> str:
    return "command" if hook == "netprep.commands" else hook.removeprefix("netprep_").replace("_", " ")


def _diagnosis_document(diagnosis: Diagnosis) -> dict[str, object]:
    return {
        "name": diagnosis.info.name,
        "package": diagnosis.info.package,
        "package_version": diagnosis.info.package_version,
        "status": diagnosis.status,
        "problems": [
            {"what": problem.what, "do": problem.do, "where": problem.where or None} for problem in diagnosis.problems
        ],
    }


def _print_diagnosis(diagnosis: Diagnosis) -> None:
    info = diagnosis.info
    print_wrapped(f"{info.name} ({info.package} {info.package_version}): {diagnosis.status}", hanging="  ")
    for problem in diagnosis.problems:
        print_wrapped(problem.what, "  ", "    ")
        if problem.where:
            print_wrapped(problem.where, "    ", "      ")
        print_wrapped(problem.do, "    ", "      ")


def _print_none() -> None:
    print_wrapped("No plugins are installed. One is installed beside netprep: pip install NAME")
