"""Runs the command line and turns what goes wrong into words and exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from netprep.cli.main import cli

if TYPE_CHECKING:
    from pathlib import Path

INTERRUPTED = 130
BUG = 70
OUTPUT_FAILED = 4


def run(arguments: list[str]) -> int:
    """Carry out a command line.

    Returns:
        The exit code: 0 done, 1 the answer is no, 2 wrong usage, 3 not found, ambiguous or bad
        data, 4 a backend or channel failed, 5 a plugin asked for is broken, 70 a bug,
        130 interrupted.
    """
    try:
        return _run(arguments)
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nnetprep: interrupted; nothing was changed.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as end:
        # Click ends with 1 where the reader has gone; here 1 means that the answer is no.
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":
            return 0
        if isinstance(end.code, str):  # a plugin's command, in Python's own way of saying what is wrong
            _say(end.code)
            return 1
        return end.code if isinstance(end.code, int) else 0


def _run(arguments: list[str]) -> int:
    try:
        outcome = cli.main(arguments, prog_name="netprep", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort, BrokenPipeError):
        raise
    except Exception as error:  # the one place where anything unforeseen becomes words and a log file
        return _explain(error, arguments)


def _explain(error: Exception, arguments: list[str]) -> int:
    from netprep.errors import NetprepError, PluginCrashed
    from netprep.model.text import clean

    if isinstance(error, NetprepError):
        _say(f"netprep: {clean(error.message)}")
        if isinstance(error, PluginCrashed) and (path := _write_report(error, arguments, error.of)):
            _say(f"What happened is written down in {path}.", indent="  ")
        if error.hint:
            _say(clean(error.hint), indent="  ")
        return error.exit_code
    if isinstance(error, OSError) and error.filename is None:
        click.echo(f"netprep: the output could not be written: {error.strerror}; what you asked was done.", err=True)
        return OUTPUT_FAILED
    path = _write_report(error, arguments)
    click.echo("netprep: this is a bug in netprep. “netprep undo --list” shows what was written down.", err=True)
    click.echo(
        f"  {f'What happened is written down in {path}.' if path else f'{type(error).__name__}: {error}'}", err=True
    )
    return BUG


def _say(text: str, indent: str = "") -> None:
    """Say something on stderr; lines are broken for a person's terminal only, so that a path stays whole."""
    from netprep.cli.output import wrapped

    click.echo(wrapped(text, indent) if sys.stderr.isatty() else f"{indent}{text}", err=True)


def _write_report(error: Exception, arguments: list[str], plugin: str | None = None) -> Path | None:
    """Versions, the command's name and the traceback, in a file that only the user can read."""
    import platform
    import tempfile
    import traceback
    from pathlib import Path

    from netprep import __version__

    # The arguments may hold somebody's words; the command's name is enough to find the place.
    command = next((word for word in arguments if not word.startswith("-")), "")
    text = "\n".join(
        (
            f"netprep {__version__}, Python {platform.python_version()}, {platform.system()}",
            f"command: {command}",
            *((f"plugin: {plugin}",) if plugin else ()),
            "",
            *traceback.format_exception(error),
        )
    )
    try:
        descriptor, name = tempfile.mkstemp(prefix=f"netprep-{'plugin' if plugin else 'bug'}-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return None
    return Path(name)
