"""``netprep share``: what is worth sharing with somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from netprep.cli.dates import short_day
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped, talk

if TYPE_CHECKING:
    from datetime import date

    from netprep.compose.sharing import Shares, Suggestion
    from netprep.model.records import Fact
    from netprep.settings.method import MethodSettings

_WIDTH = 8
"""Columns of the labels."""


@click.command()
@click.argument("contact")
@click.option("--limit", type=click.IntRange(1, 50), help="Suggest at most this many.")
@click.option("--why", is_flag=True, help="Show how each was chosen, and what was left out.")
@format_option
def share(contact: str, limit: int | None, why: bool, as_json: bool) -> None:
    """Suggest something worth sharing with CONTACT.

    Each comes with its reason, what it takes, what to mind, and the sentence it would become. It is
    found in your library, among your other contacts, coming events and what you learned.
    """
    from netprep.compose.ask_instead import from_bank
    from netprep.compose.asking import desk_for
    from netprep.compose.sharing import suggest

    app = this_app()
    language = app.language()
    writer = app.writer(language)
    with app.notebook() as store:
        desk = desk_for(store, contact, app.clock, app.settings, registry=app.registry)
        ask = from_bank(app.questions, desk, writer, language)
        shares = suggest(desk, writer, others=store, registry=app.registry, limit=limit, ask_instead=ask)
    if as_json:
        print_json(_document(shares))
        return
    for remark in shares.remarks:
        talk(remark)
    _print(shares, app.clock.today, app.settings.method, why=why)
    if done := _how_to_log(shares):
        talk(done)


def _document(shares: Shares) -> dict[str, Any]:
    return {
        "suggestions": [_suggestion(each, shares.remarks) for each in shares.suggestions],
        "ask_instead": shares.ask_instead,
    }


def _suggestion(suggestion: Suggestion, remarks: tuple[str, ...]) -> dict[str, Any]:
    match = suggestion.given.match
    return {
        "kind": match.candidate.kind.value,
        "item": match.candidate.id,
        "title": match.candidate.title,
        "url": suggestion.url,
        "score": round(match.score.value, 2),
        "because": {
            "fact": match.fact.id,
            "quote": match.fact.quote,
            "date": str(match.fact.date) if match.fact.date else None,
        },
        "effort_minutes": match.candidate.minutes,
        "risk": " ".join(filter(None, (*remarks, suggestion.risk))) or None,
        "sentence": suggestion.sentence,
    }


def _print(shares: Shares, today: date, method: MethodSettings, *, why: bool) -> None:
    for number, suggestion in enumerate(shares.suggestions, 1):
        if number > 1:
            print_text()
        _print_suggestion(number, suggestion, today, why=why)
    if not shares.suggestions:
        question = f" Ask: {shares.ask_instead}" if shares.ask_instead else ""
        print_wrapped(f"Nothing good enough to share with {shares.contact.name}.{question}", hanging="  ")
    if why:
        _print_why(shares, method)


def _how_to_log(shares: Shares) -> str | None:
    """How to write down that something was shared, so that it is not suggested again."""
    from netprep.method.candidate import Origin

    for suggestion in shares.suggestions:
        candidate = suggestion.given.match.candidate
        if candidate.origin is Origin.LIBRARY:
            return (
                f"Once you have shared {candidate.id}: "
                f'netprep log {shares.contact.id} "shared it" --kind give --set item={candidate.id}'
            )
    return None


def _print_suggestion(number: int, suggestion: Suggestion, today: date, *, why: bool) -> None:
    match = suggestion.given.match
    candidate = match.candidate
    kind = candidate.kind.value.replace("_", " ")
    who = f": {candidate.who.name}" if candidate.who and not candidate.theirs else ""
    print_wrapped(f"{number}  {candidate.title} ({kind}{who})", hanging="   ")
    rows = [("because", _because(match.fact, today))]
    if candidate.minutes:
        rows.append(("takes", f"{candidate.minutes} minute{'' if candidate.minutes == 1 else 's'}"))
    if suggestion.risk:
        rows.append(("mind", suggestion.risk))
    rows.append(("say", suggestion.sentence))
    if why:
        rows.append(("score", _worked_out(suggestion, today)))
    for label, text in rows:
        print_wrapped(text, f"   {label:<{_WIDTH}} ", " " * (_WIDTH + 4))


def _because(fact: Fact, today: date) -> str:
    said = f": “{fact.quote}”" if fact.quote and fact.quote != fact.value else ""
    asked = "they asked you" if fact.asked_me else ""
    notes = ", ".join(filter(None, (short_day(fact.date.day, today) if fact.date else "", asked)))
    return f"{fact.value}{said}{f' ({notes})' if notes else ''}"


def _worked_out(suggestion: Suggestion, today: date) -> str:
    """The score with what it was worked out from: "0.48: fit 0.80 × worry 1.00 × 42 days 0.85 × link doc 0.70"."""
    match, score = suggestion.given.match, suggestion.given.match.score
    days = (today - match.fact.date.day).days if match.fact.date else None
    age = "no date" if days is None else f"{days} day{'' if days == 1 else 's'} old"
    field = "asked you" if match.fact.asked_me else match.fact.field.value.replace("_", " ")
    kind = match.candidate.kind.value.replace("_", " ")
    factors = (("fit", score.similarity), (field, score.weight), (age, score.freshness), (kind, score.kind))
    less = (("effort", score.effort), ("the same kind lately", score.repeats), ("unasked advice", score.advice))
    taken = "".join(f" - {what} {amount:.2f}" for what, amount in less if amount)
    product = " × ".join(f"{what} {factor:.2f}" for what, factor in factors)
    return f"{score.value:.2f} = {product}{taken}"


def _print_why(shares: Shares, method: MethodSettings) -> None:
    from netprep.settings.method import constant

    print_text()
    for title, reason in shares.left_out:
        print_wrapped(f"Left out: {title}: {reason}.", hanging="  ")
    print_wrapped("Numbers used (netprep config set method.NAME VALUE changes one):", hanging="  ")
    for name in _numbers(shares):
        print_wrapped(str(constant(method, name)), "  ", "    ")


def _numbers(shares: Shares) -> Iterator[str]:
    """Names of the constants that decided; each once."""
    seen: dict[str, None] = {"share_bar": None, "share_every_days": None}
    for suggestion in shares.suggestions:
        seen |= dict.fromkeys(suggestion.given.match.score.constants)
    yield from seen
