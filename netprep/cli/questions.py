"""``netprep questions``: what to ask somebody, or anybody in a room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from netprep.cli.dates import short_day
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped, talk
from netprep.model.words import FactField, Purpose

if TYPE_CHECKING:
    from datetime import date

    from netprep.app import App
    from netprep.compose.questions import Asking
    from netprep.model.questions import Because, Offered, QuestionSet
    from netprep.model.records import Event
    from netprep.store import Store

_GAPS_SHOWN = 4
_FIELDS = {
    FactField.CHALLENGES: "what is hard for them",
    FactField.WANTS_TO_MEET: "whom they would like to meet",
    FactField.GOALS: "what they aim for",
    FactField.WORKING_ON: "what they work on",
    FactField.INTERESTS: "what they like",
    FactField.ACCOMPLISHMENTS: "what went well",
    FactField.SKILLS: "what they are good at",
    FactField.NETWORKS: "whom they know",
}


@click.command()
@click.option("--event", help="The event where you meet.")
@click.option("--contact", help="Whom to ask: a contact, or with --event a name on its list.")
@click.option("--n", type=click.IntRange(min=1), metavar="N", help="How many: at most 4 for one person, 3 for a room.")
@click.option(
    "--low-key/--no-low-key",
    default=None,
    help="Fewer questions, and only such as can be asked from the edge of a group; else as set for you.",
)
@click.option(
    "--purpose",
    "purposes",
    multiple=True,
    type=click.Choice([each.value for each in Purpose]),
    help="Questions for this first; can be repeated.",
)
@click.option("--asked", multiple=True, metavar="ID", help="Write down that CONTACT was asked this; can be repeated.")
@format_option
def questions(
    event: str | None,
    contact: str | None,
    n: int | None,
    low_key: bool | None,
    purposes: tuple[str, ...],
    asked: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show a few questions worth asking, each with a second one.

    With --contact they rest on what that person told you, and ask for what is not known yet.
    Without, they are openers for strangers: for the event, or for any room.

    Questions of your own go into the folder "questions" of the notebook, as TOML.
    """
    from netprep.compose.naming import find_event
    from netprep.compose.questions import Asking

    if asked and not contact:
        raise click.UsageError("--asked needs --contact: whom did you ask?")
    app = this_app()
    with app.notebook(create=bool(asked)) as store:
        found = find_event(store, event) if event else None
        if asked:
            _mark(app, store, contact or "", asked, found, as_json)
            return
        asking = Asking(n, low_key, tuple(map(Purpose, purposes)))
        chosen, hint = _ask(app, store, contact, found, asking)
    if as_json:
        print_json(_document(chosen))
    else:
        _print(chosen, found, app.clock.today)
    for line in (*_remarks(chosen, n), hint):
        if line:
            talk(line)


def _ask(
    app: App, store: Store, contact: str | None, event: Event | None, asking: Asking
) -> tuple[QuestionSet, str | None]:
    """The questions, and what else could be asked for."""
    from netprep.compose.inquiring import inquire, next_event

    chosen = inquire(store, contact, event, app.questions(), app.language(), app.clock, app.settings, asking)
    if contact or event:
        return chosen, None
    ahead = next_event(store.events(), app.clock)
    of_event = f" For {ahead.name}: netprep questions --event {ahead.id}" if ahead else ""
    return chosen, f"For one person: netprep questions --contact NAME.{of_event}"


def _mark(app: App, store: Store, who: str, asked: tuple[str, ...], event: Event | None, as_json: bool) -> None:
    from netprep.compose.inquiring import mark_asked

    contact, found = mark_asked(store, who, asked, event, app.questions(), app.clock)
    if as_json:
        print_json({"contact": contact.id, "asked": [question.id for question in found]})
        return
    ids = ", ".join(question.id for question in found)
    print_wrapped(f"{contact.name}. Logged: asked {ids}; not offered again.   (netprep undo)", hanging="  ")


def _print(chosen: QuestionSet, event: Event | None, today: date) -> None:
    where = f"{', ' if chosen.person else ''}{event.name}" if event else ""
    print_wrapped(f"{chosen.person or ''}{where}" or "Openers for any room", hanging="  ")
    for number, question in enumerate(chosen.questions, 1):
        print_text()
        to_host = "To the host: " if question.to.value == "host" and not chosen.person else ""
        print_wrapped(f"{to_host}{question.text}", f"{number}  ", "   ")
        if question.then:
            print_wrapped(question.then, "   + ", "     ")
        print_wrapped(" · ".join(_rests_on(question, today)), "   ", "     ")
    if not chosen.questions:
        print_wrapped("Nothing to ask that you have not asked, or that they have not told you.")
    if chosen.give_back:
        print_text()
        print_wrapped(chosen.give_back, "Give back: ", "  ")
    if chosen.gaps:
        print_text()
        print_wrapped("; ".join(_FIELDS[about] for about in chosen.gaps[:_GAPS_SHOWN]), "Not known yet: ", "  ")


def _rests_on(question: Offered, today: date) -> Iterator[str]:
    yield question.id
    because = question.because
    if because is None:
        return
    day = f", {short_day(because.date.day, today)}" if because.date else ""
    yield f"{because.fact}{day}"
    if because.quote and because.quote not in question.text:
        yield f"“{because.quote}”"


def _remarks(chosen: QuestionSet, wanted: int | None) -> Iterator[str]:
    if wanted and wanted > len(chosen.questions) > 0:
        yield f"{len(chosen.questions)} are enough: prepare few, and listen for the second question."
    if chosen.contact and chosen.questions:
        yield f"Asked one? netprep questions --contact {chosen.contact} --asked {chosen.questions[0].id}"


def _document(chosen: QuestionSet) -> dict[str, Any]:
    return {
        "contact": chosen.contact,
        "event": chosen.event,
        "questions": [_question(question) for question in chosen.questions],
        "give_back": chosen.give_back,
        "gaps": [about.value for about in chosen.gaps],
    }


def _question(question: Offered) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "category": question.category.value,
        "depth": question.depth,
        "because": _because(question.because),
        "then": question.then,
        "facts": list(question.facts),
    }


def _because(because: Because | None) -> dict[str, Any] | None:
    if because is None:
        return None
    return {"fact": because.fact, "quote": because.quote, "date": str(because.date) if because.date else None}
