"""``netprep check``: what the guard says of any text."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, talk
from netprep.model.words import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netprep.app import App
    from netprep.compose.check import Checker, Wording

NO, BROKEN = 1, 3
STDIN = "-"
_TONE_ONLY = (
    "Only the tone was judged, as to somebody met once. With --to CONTACT it is held against what you know of them."
)


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE|-]")
@click.option("--to", "who", metavar="CONTACT", help="Whom it is for: facts and asks are judged too.")
@click.option("--form", type=click.Choice([form.value for form in Form]), help="The shape of the text.")
@click.option("--subject", metavar="TEXT", help="Its subject; else a first line “Subject: ...”.")
@click.option("--jsonl", metavar="FILE", help="Many texts: one JSON object a line, one answer a line.")
@format_option
def check(
    files: tuple[str, ...], who: str | None, form: str | None, subject: str | None, jsonl: str | None, as_json: bool
) -> int:
    """Read a text, whoever wrote it, and say what is wrong with it.

    FILE is a text file, - or nothing what is piped in. Exits with 1 where the text is not usable. Several
    files are read one after the other.
    """
    shape = Form(form) if form else None
    if jsonl is not None:
        if files or subject is not None:
            raise click.UsageError("--jsonl reads its texts and their subjects from its own file.")
        return _check_lines(jsonl, who, shape)
    names = files or (STDIN,)
    if not files and sys.stdin.isatty():
        raise click.UsageError("Which text? Name a file, or pipe one in: netprep check letter.txt")
    if as_json and len(names) > 1:
        raise click.UsageError("--format json is for one text; for many there is --jsonl.")
    app = this_app()
    code = 0
    with _checker(app, who) as checks:
        for name in names:
            code = max(code, _check(checks, name, shape, subject, as_json=as_json, alone=len(names) == 1))
    if who is None:
        talk(_TONE_ONLY)
    return code


def _check(checks: Checker, name: str, form: Form | None, subject: str | None, *, as_json: bool, alone: bool) -> int:
    from netprep.compose.check import checked_document
    from netprep.errors import BadFile
    from netprep.model.plan import Status

    try:
        checked = checks(_wording(name, form, subject))
    except BadFile as error:
        if alone:
            raise
        talk(f"netprep: {error.message}")
        return BROKEN
    if as_json:
        print_json(checked_document(checked))
    else:
        from netprep.cli.check_page import print_checked

        if not alone:
            print_text(f"{_called(name)}:")
        print_checked(checked)
    return NO if checked.status is Status.NOT_USABLE else 0


def _wording(name: str, form: Form | None, subject: str | None) -> Wording:
    from netprep.compose.check import LARGEST, decoded, read_wording

    with _opened(name) as file:
        data = file.read(LARGEST + 1)
    return read_wording(decoded(data, _called(name)), _called(name), form, subject)


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    from netprep.errors import BadFile

    if name == STDIN:
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below; only what opening it raises is caught
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "that is no file's name"
        raise BadFile(f"{name} cannot be read: {why}.", hint="Name a text file, or - for what is piped in.") from None
    with file:
        yield file


def _called(name: str) -> str:
    return "the text piped in" if name == STDIN else name


@contextmanager
def _checker(app: App, who: str | None) -> Iterator[Checker]:
    """What checks texts: for somebody, with what the notebook knows of them; else by tone alone."""
    from netprep.compose.check import checker, of_contact, of_tone
    from netprep.compose.silencing import silenced_codes

    rules = app.rules()
    silenced = silenced_codes(app.settings, rules)
    if who is None:
        yield checker(of_tone(app.clock, rules, silenced), app.settings.method)
        return
    from netprep.compose.asking import desk_for

    with app.notebook() as store:
        desk = desk_for(store, who, app.clock, app.settings, registry=app.registry)
        yield checker(of_contact(desk, rules, silenced), app.settings.method)


def _check_lines(name: str, who: str | None, form: Form | None) -> int:
    from netprep.compose.check_lines import answers, in_json

    code, waits = 0, not _is_a_file()
    with _opened(name) as lines, _checker(this_app(), who) as checks:
        if who is None:
            talk(_TONE_ONLY)
        for answer in answers(lines, checks, form):
            sys.stdout.write(in_json(answer.document) + "\n")
            if waits:
                sys.stdout.flush()
            if answer.error:
                code = BROKEN
                talk(f"netprep: {_called(name)}, line {answer.line}: {answer.error}.")
    sys.stdout.flush()
    return code


def _is_a_file() -> bool:
    """Whether the results go to a file, where nobody waits for each."""
    import os
    import stat

    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False
