"""``netprep library``: things worth sharing."""

from __future__ import annotations

from typing import Any

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_wrapped
from netprep.model.words import LibraryKind


@click.group()
def library() -> None:
    """Add, list and show things worth sharing."""


@library.command()
@click.argument("kind", type=click.Choice([kind.value for kind in LibraryKind]))
@click.argument("title")
@click.option("--url", help="Where it is; kept as you write it.")
@click.option("--author", help="Who made it.")
@click.option("--topic", "topics", multiple=True, help="What it is about, in a word or two; can be repeated.")
@click.option("--note", help="A note for yourself; it is never said.")
@click.option("--minutes", help="How long it takes to read or do.")
@click.option("--mine", is_flag=True, help="It is yours.")
@click.option("--paid", is_flag=True, help="It costs money.")
@click.option("--opened", help="When you last looked at it; today without this.")
@click.option("--contact", help="The contact it is about, for a person.")
@click.option("--event", help="The event it invites to.")
@format_option
def add(paid: bool, opened: str | None, contact: str | None, event: str | None, as_json: bool, **typed: Any) -> None:
    """Add something worth sharing: KIND and TITLE."""
    from netprep.compose.records import add_item

    app = this_app()
    typed |= {"opened": opened or "today", "free": "false" if paid else None}
    with app.notebook(create=True) as store:
        added = add_item(store, typed, app.clock, contact=contact, event=event)
    if as_json:
        print_json({"item": added.id, "kind": added.kind.value, "title": added.title, "url": added.url})
    else:
        print_wrapped(f"In the library: {added.title} ({added.id}).   (netprep undo)", hanging="  ")


@library.command("list")
@click.option("--kind", type=click.Choice([kind.value for kind in LibraryKind]), help="Only this kind.")
@format_option
def list_items(kind: str | None, as_json: bool) -> None:
    """List what is worth sharing."""
    with this_app().notebook() as store:
        items = [item for item in store.library() if kind in (None, item.kind.value)]
    if as_json:
        rows = [{"id": item.id, "kind": item.kind.value, "title": item.title, "url": item.url} for item in items]
        print_json({"items": rows})
        return
    print_rows((item.kind.value.replace("_", " "), item.title) for item in items)
    if not items:
        print_wrapped(
            'The library is empty. Add something: netprep library add link_doc "TITLE" --url URL --topic TOPIC'
        )


@library.command()
@click.argument("item")
@format_option
def show(item: str, as_json: bool) -> None:
    """Show ITEM."""
    from netprep.compose.naming import find_item
    from netprep.model.codec import to_document

    with this_app().notebook() as store:
        document = to_document(find_item(store, item))
    if as_json:
        print_json({"item": document})
        return
    print_wrapped(f"{document['title']} ({document['id']})", hanging="  ")
    for key, value in document.items():
        if key not in ("id", "title"):
            text = ", ".join(value) if isinstance(value, list) else str(value)
            print_wrapped(f"{key}: {text}", "  ", "    ")


@library.command()
@click.argument("item")
def edit(item: str) -> None:
    """Open ITEM in your editor, as YAML with a comment for every key."""
    from netprep.cli.editor import open_editor
    from netprep.compose.editing import edit_item
    from netprep.compose.naming import find_item

    app = this_app()
    with app.notebook() as store:
        changed = edit_item(store, find_item(store, item), open_editor, app.clock)
    print_wrapped(f"Changed {changed.title}.   (netprep undo)" if changed else "Nothing changed.", hanging="  ")
