"""``netprep sent``: record that a note went out."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_wrapped
from netprep.model.words import EntryKind

if TYPE_CHECKING:
    from netprep.compose.sending import Sent

_CARRIED = {
    EntryKind.PROMISE_KEPT: "1 promise kept",
    EntryKind.GIVE: "1 thing shared",
    EntryKind.THANKED: "thanks",
    EntryKind.LOOP_CLOSED: "the loop closed",
    EntryKind.ASK: "1 ask",
}


@click.command()
@click.argument("contact")
@click.option("--draft", metavar="ID", help="Which draft went; the latest one without this.")
@click.option("--text", "file", type=click.File("r", encoding="utf-8"), help="The words that really went; - for stdin.")
@click.option("--date", "when", help="When it went; today without this.")
@format_option
def sent(contact: str, draft: str | None, file: IO[str] | None, when: str | None, as_json: bool) -> None:
    """Record that a note to CONTACT went out. netprep itself sends nothing."""
    from netprep.compose.naming import find_contact
    from netprep.compose.sending import record_sent

    text = _read(file)
    app = this_app()
    with app.notebook(create=True) as store:
        recorded = record_sent(store, find_contact(store, contact), app.clock, draft=draft, text=text, when=when)
    if as_json:
        entries = [{"id": entry.id, "kind": entry.kind.value} for entry in recorded.entries]
        print_json({"contact": recorded.contact.id, "entries": entries})
    else:
        print_wrapped(_line(recorded), hanging="  ")


def _read(file: IO[str] | None) -> str | None:
    if file is None:
        return None
    try:
        return str(file.read())
    except UnicodeDecodeError:
        raise click.UsageError("The text is not UTF-8.") from None


def _line(recorded: Sent) -> str:
    message, *carried = recorded.entries
    words = f"a note of {len(message.body.split())} words" if message.body else "a note that you finished by hand"
    things = [words]
    things.extend(_CARRIED[entry.kind] for entry in carried)
    return f"{recorded.contact.name}. Logged as sent: {', '.join(things)}.   (netprep undo)"
