"""``netprep contact``: add, list, show and edit contacts."""

from __future__ import annotations

from typing import Any

import click

from netprep.cli.contact_page import contact_document, print_contact
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_text, print_wrapped
from netprep.model.words import Lane


@click.group()
def contact() -> None:
    """Add, list, show and edit contacts."""


@contact.command()
@click.argument("name")
@click.option("--nickname", help="What you call them.")
@click.option("--org", help="Where they work.")
@click.option("--role", help="What they do there.")
@click.option("--email", "emails", multiple=True, help="An address; can be repeated.")
@click.option("--phone", "phones", multiple=True, help="A number; can be repeated.")
@click.option("--link", "links", multiple=True, help="A page of theirs; can be repeated.")
@click.option("--location", help="Where they live.")
@click.option("--lane", type=click.Choice([lane.value for lane in Lane]), help="How often to be in touch.")
@click.option("--tag", "tags", multiple=True, help="A tag, such as partner or up; can be repeated.")
@click.option("--how-met", help="How you met, in a few words.")
@click.option("--met", metavar="EVENT", help="The event where you met.")
@click.option("--new", is_flag=True, help="Add them although the name resembles somebody's.")
@format_option
def add(met: str | None, new: bool, as_json: bool, **typed: Any) -> None:
    """Add a contact."""
    from netprep.compose.records import add_contact

    app = this_app()
    with app.notebook(create=True) as store:
        added = add_contact(store, typed, app.clock, new=new, met=met)
    if as_json:
        print_json({"contact": added.id, "name": added.name})
    else:
        print_wrapped(f"New contact {added.name} ({added.id}).   (netprep undo)", hanging="  ")


@contact.command("list")
@click.option("--tag", help="Only contacts with this tag.")
@click.option("--limit", type=click.IntRange(1), help="Show at most this many.")
@format_option
def list_contacts(tag: str | None, limit: int | None, as_json: bool) -> None:
    """List contacts."""
    with this_app().notebook() as store:
        cards = [card for card in store.contact_cards() if tag is None or tag in card.tags]
    shown = cards[:limit]
    if as_json:
        rows = [
            {"id": card.id, "name": card.name, "org": card.org, "role": card.role, "tags": list(card.tags)}
            for card in shown
        ]
        print_json({"contacts": rows, "later": len(cards) - len(shown)})
        return
    print_rows((card.name, ", ".join(filter(None, (card.org, card.role)))) for card in shown)
    if not cards and tag:
        print_wrapped(f"Nobody has the tag “{tag}”. Tags are set with: netprep contact edit NAME")
    elif not cards:
        print_wrapped('No contacts yet. Begin with: netprep log "NAME" "q: what they said"')
    if len(cards) > len(shown):
        print_text(f"{len(cards) - len(shown)} more.")


@contact.command()
@click.argument("contact")
@click.option("--sealed", is_flag=True, help="Show what is sealed too.")
@format_option
def show(contact: str, sealed: bool, as_json: bool) -> None:
    """Show all that the notebook holds on CONTACT, private facts too: for your eyes."""
    from netprep.compose.common_ground import common_ground, common_lines
    from netprep.compose.naming import find_contact

    app = this_app()
    with app.notebook() as store:
        found = find_contact(store, contact)
        common = common_ground(store, found, store.me(), app.clock, app.settings.method)
        events = {event.id: event.name for event in store.events()}
    if as_json:
        print_json(contact_document(found, sealed=sealed))
    else:
        lines = common_lines(common, app.clock, app.settings.method)
        print_contact(found, events, lines, app.clock.today, sealed=sealed)


@contact.command()
@click.argument("contact")
def edit(contact: str) -> None:
    """Open CONTACT in your editor, as YAML with a comment for every key."""
    from netprep.cli.editor import open_editor
    from netprep.compose.editing import edit_contact
    from netprep.compose.naming import find_contact

    app = this_app()
    with app.notebook() as store:
        found = find_contact(store, contact)
        changed = edit_contact(store, found, open_editor, app.clock)
    print_wrapped(f"Changed {changed.name}.   (netprep undo)" if changed else "Nothing changed.", hanging="  ")
