"""``netprep brief``: the page to read before walking in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netprep.cli.main import this_app
from netprep.cli.output import print_text, print_wrapped, talk

if TYPE_CHECKING:
    from netprep.app import App
    from netprep.model.brief import Brief
    from netprep.writers.language import Language


_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json"}


@click.command()
@click.argument("event")
@click.option("--low-key", is_flag=True, help="Fewer people, longer talks.")
@click.option("--discreet", is_flag=True, help="Without anybody's words, to be read over your shoulder.")
@click.option("--why", is_flag=True, help="Show why these people, and what each line rests on.")
@click.option(
    "--format",
    "as_what",
    type=click.Choice(["text", "markdown", "html", "json"]),
    help="text for a phone, html for a phone or paper, markdown for notes, json for programs; else by FILE.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def brief(
    event: str, low_key: bool, discreet: bool, why: bool, as_what: str | None, output: Path | None, force: bool
) -> None:
    """Make a one-page brief for EVENT: whom to look for and why, what to give, what to ask."""
    from netprep.compose.briefing import BriefRequest, BriefTools, brief_for
    from netprep.compose.naming import find_event

    app = this_app()
    language = app.language()
    tools = BriefTools(app.clock, app.settings, language, app.registry, app.questions())
    with app.notebook() as store:
        request = BriefRequest(low_key=low_key, discreet=discreet)
        page = brief_for(store, find_event(store, event), request, tools)
    as_what = as_what or _SUFFIXES.get(output.suffix.lower() if output else "", "text")
    _put(_as_text(app, language, page, as_what), output, force=force)
    if as_what != "json":
        if why:
            _print_why(page)
        for gap in page.gaps:
            talk(gap)


def _as_text(app: App, language: Language, page: Brief, as_what: str) -> str:
    if as_what == "json":
        from netprep.cli.output import json_text
        from netprep.compose.briefing.document import brief_document

        return json_text(brief_document(page))
    if as_what == "html":
        from netprep.writers.brief.html import write_html

        return write_html(page, language, app.templates(language))
    if as_what == "markdown":
        from netprep.writers.brief.markdown import write_markdown

        return write_markdown(page, language)
    from netprep.writers.brief.text import TextPage

    return TextPage(language, app.settings.method).write(page)


def _put(text: str, output: Path | None, *, force: bool) -> None:
    if output is None:
        print_text(text)
        return
    from netprep.compose.importing import write_private

    write_private(output, f"{text}\n", force=force)
    talk(f"Written to {output}.")


def _print_why(page: Brief) -> None:
    """Why these people: each reason with its points, and the ids it rests on; then who was passed over."""
    print_text()
    for person in page.people:
        points = sum(reason.points for reason in person.reasons)
        print_wrapped(f"{person.name}: {points:g} points", hanging="  ")
        for reason in person.reasons:
            rests = f" ({', '.join(reason.facts)})" if reason.facts else ""
            print_wrapped(f"{reason.points:g}  {reason.text}{rests}", "  ", "     ")
        if person.facts:
            print_wrapped(f"rests on {', '.join(person.facts)}", "  ", "    ")
    for line in page.left_out:
        print_wrapped(f"Not on the page: {line}", hanging="  ")
