"""``netprep me``: what the notebook knows of the user."""

from __future__ import annotations

from typing import Any

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped, talk
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
@click.option("--low-key/--no-low-key", default=None, help="Fewer people, longer talks.")
@click.option("--minutes-per-week", help="Minutes a week you have for this.")
@click.option("--trust-bar", type=click.Choice([bar.value for bar in TrustBar]), help="How much your trade asks for.")
@format_option
@click.pass_context
def me(ctx: click.Context, /, as_json: bool, low_key: bool | None, **typed: Any) -> None:
    """Show what the notebook knows of you, or change it."""
    if ctx.invoked_subcommand:
        return
    from netprep.compose.records import change_me, remarks_on_me
    from netprep.model.codec import to_document

    typed["low_key"] = None if low_key is None else str(low_key).lower()
    app = this_app()
    if any(value not in (None, ()) for value in typed.values()):
        with app.notebook(create=True) as store:
            known = change_me(store, typed, app.clock)
        for remark in remarks_on_me(known):
            talk(remark)
    else:
        with app.notebook() as store:
            found = store.me()
        if found is None:
            print_text('Nothing yet. Say who you are: netprep me --name "Your Name"')
            return
        known = found
    document = to_document(known)
    if as_json:
        print_json({"me": document})
        return
    for key, value in document.items():
        lines = value if isinstance(value, list) else [value]
        for line in lines:
            shown = f"{line['field']}: {line['value']}" if isinstance(line, dict) else line
            print_wrapped(f"{key.replace('_', ' ')}: {shown}", hanging="  ")


@me.command()
def edit() -> None:
    """Open what is known of you in your editor, as YAML with a comment for every key."""
    from netprep.cli.editor import open_editor
    from netprep.compose.editing import edit_me
    from netprep.model.records import Me

    app = this_app()
    with app.notebook(create=True) as store:
        changed = edit_me(store, store.me() or Me(name="Your Name"), open_editor, app.clock)
    print_text("Changed.   (netprep undo)" if changed else "Nothing changed.")
