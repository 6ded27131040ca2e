"""``netprep forget``: remove a person for good."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import is_terminal, print_wrapped, talk
from netprep.errors import UsageError


@click.command()
@click.argument("contact")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(contact: str, yes: bool) -> None:
    """Remove CONTACT for good: card, facts, log, drafts, history and backups. This cannot be undone.

    A later import does not bring them back. The history of all other changes goes too, since an
    earlier step could bring the person back.
    """
    from netprep.compose.naming import describe, find_contact

    app = this_app()
    with app.notebook() as store:
        person = find_contact(store, contact)
        if not yes:
            if not is_terminal():
                raise UsageError(f"Forgetting {person.name} is final.", hint="Add --yes to do it.")
            click.confirm(f"Forget {describe(person)} for good? This cannot be undone.", abort=True, err=True)
        store.forget(person.id)
        mentions = store.find(person.name)
    print_wrapped(f"Forgotten: {person.name}. This cannot be undone.")
    if mentions:
        talk(f"The name still stands in {len(mentions)} notes of others: netprep find “{person.name}”")
