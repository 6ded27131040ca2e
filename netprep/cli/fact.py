"""``netprep fact``: what is known about a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_wrapped, talk
from netprep.model.words import FactField, Sensitivity, Source

F = TypeVar("F", bound=Callable[..., Any])
_WHAT = (
    click.argument("field", type=click.Choice([field.value for field in FactField])),
    click.argument("value"),
    click.option("--quote", help="Their own words, as they said them."),
    click.option("--source", type=click.Choice([source.value for source in Source]), help="Where it comes from."),
    click.option("--date", help="When you learnt it; today without this."),
    click.option("--when", help="A date ahead that it is about."),
    click.option("--until", help="The last day on which it holds."),
    click.option(
        "--sensitivity", type=click.Choice([each.value for each in Sensitivity]), help="How close to keep it."
    ),
)


def fact_options(command: F) -> F:
    """Give a command a fact's field and value, and the options that say more of it."""
    for option in reversed(_WHAT):
        command = option(command)
    return command


@click.group()
def fact() -> None:
    """Add a fact about a contact."""


@fact.command()
@click.argument("contact")
@fact_options
@click.option("--shareable", is_flag=True, help="They said that you may pass it on.")
@click.option("--asked-me", is_flag=True, help="They asked you for this.")
@format_option
def add(contact: str, as_json: bool, **typed: Any) -> None:
    """Add a fact: VALUE is a topic, "running the Peachtree", not "runs the Peachtree"."""
    from netprep.compose.recording import advice
    from netprep.compose.records import add_fact

    app = this_app()
    with app.notebook(create=True) as store:
        person, added = add_fact(store, contact, typed, app.clock)
    for remark in advice((added,), (), person.id):
        talk(remark)
    if as_json:
        print_json({"contact": person.id, "fact": added.id})
    else:
        label = added.field.value.replace("_", " ")
        print_wrapped(f"{person.name}. {label}: {added.value} ({added.id}).   (netprep undo)", hanging="  ")
