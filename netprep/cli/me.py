"""``netprep me``: what the notebook knows of the user."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from netprep.cli.contact_page import facts_document, print_facts, sealed_among
from netprep.cli.fact import fact_options
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_wrapped, talk
from netprep.model.codec import to_document
from netprep.model.records import Me
from netprep.model.words import TrustBar


@click.group(invoke_without_command=True)
@click.option("--name", help="Your name.")
@click.option("--email", help="Your address.")
@click.option("--org", help="Where you work.")
@click.option("--role", help="What you do there.")
@click.option("--about", help="Whom you help, one case, a question back; at most 40 words.")
@click.option("--give-back", multiple=True, help="A true sentence about you to give back; can be repeated.")
@click.option("--offers", multiple=True, help="What you can give; can be repeated.")
@click.option("--seeks", multiple=True, help="What you look for; can be repeated.")
@click.option("--voice", help="How you write, in a few words.")
@click.option("--low-key/--no-low-key", default=None, help="Fewer people, longer talks.")
@click.option("--minutes-per-week", help="Minutes a week you have for this.")
@click.option("--trust-bar", type=click.Choice([bar.value for bar in TrustBar]), help="How much your trade asks for.")
@click.option("--sealed", is_flag=True, help="Show what is sealed too.")
@format_option
@click.pass_context
def me(ctx: click.Context, /, as_json: bool, sealed: bool, low_key: bool | None, **typed: Any) -> None:
    """Show what the notebook knows of you, or change it.

    What is said replaces what was there; an empty text ("") clears it.
    """
    typed["low_key"] = None if low_key is None else str(low_key).lower()
    changes = any(value not in (None, ()) for value in typed.values())
    if ctx.invoked_subcommand:
        if changes:
            raise click.UsageError(f"Options that change you do not go with “{ctx.invoked_subcommand}”.")
        return
    from netprep.compose.records import change_me, remarks_on_me

    app = this_app()
    with app.notebook(create=changes) as store:
        known = change_me(store, typed, app.clock) if changes else store.me()
    for remark in remarks_on_me(known) if changes and known else ():
        talk(remark)
    if as_json:
        print_json(_document(known, sealed=sealed))
    elif known is None:
        print_wrapped('Nothing yet. Say who you are: netprep me --name "Your Name"')
    else:
        _print(known, app.clock.today, sealed=sealed)


@me.command()
def edit() -> None:
    """Open what is known of you in your editor, as YAML with a comment for every key."""
    from netprep.cli.editor import open_editor
    from netprep.compose.editing import edit_me
    from netprep.compose.records import remarks_on_me

    app = this_app()
    with app.notebook(create=True) as store:
        changed = edit_me(store, open_editor, app.clock)
    for remark in remarks_on_me(changed) if changed else ():
        talk(remark)
    print_wrapped("Changed.   (netprep undo)" if changed else "Nothing changed.")


@me.group()
def facts() -> None:
    """Add facts about yourself."""


@facts.command()
@fact_options
@format_option
def add(as_json: bool, **typed: Any) -> None:
    """Add a fact: VALUE is a topic, "running the Peachtree", not "I run the Peachtree"."""
    from netprep.compose.records import add_my_fact, remarks_on_my_fact

    app = this_app()
    with app.notebook(create=True) as store:
        added = add_my_fact(store, typed, app.clock)
    for remark in remarks_on_my_fact(added):
        talk(remark)
    if as_json:
        print_json({"fact": added.id})
    else:
        label = added.field.value.replace("_", " ")
        print_wrapped(f"You. {label}: {added.value} ({added.id}).   (netprep undo)", hanging="  ")


def _document(known: Me | None, *, sealed: bool) -> dict[str, Any]:
    if known is None:
        return {"me": None, "sealed": 0}
    document = to_document(known)
    if known.facts:
        document["facts"] = facts_document(known.facts, sealed=sealed)
    return {"me": document, "sealed": 0 if sealed else sealed_among(known.facts)}


def _print(known: Me, today: date, *, sealed: bool) -> None:
    for key, value in to_document(known).items():
        if key != "facts":
            for line in value if isinstance(value, list) else [value]:
                print_wrapped(f"{key.replace('_', ' ')}: {line}", hanging="  ")
    print_facts(known.facts, today, sealed=sealed, mine=True)
    if not sealed and (hidden := sealed_among(known.facts)):
        print_wrapped(f"\n{hidden} sealed: netprep me --sealed")
