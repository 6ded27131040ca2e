"""``netprep may-i``: is this ask earned yet?"""

from __future__ import annotations

import click

from netprep.cli.dates import moment_text
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_wrapped
from netprep.model.words import AskClass

NO = 1


@click.command("may-i")
@click.argument("contact")
@click.argument("text")
@click.option("--class", "ask_class", type=click.Choice([ask.value for ask in AskClass]), help="How large the ask is.")
@click.option("--invited", is_flag=True, help="They asked what you offer.")
@click.option("--anyway", is_flag=True, help="You will ask whatever the answer is.")
@format_option
def may_i(contact: str, text: str, ask_class: str | None, invited: bool, anyway: bool, as_json: bool) -> int:
    """Ask whether CONTACT may be asked for TEXT now. Exits with 1 where the answer is "not yet"."""
    from netprep.compose.asking import may_ask
    from netprep.compose.drafts import gate_document

    app = this_app()
    with app.notebook() as store:
        answer = may_ask(
            store,
            contact,
            text,
            app.clock,
            app.settings,
            app.registry,
            ask_class=AskClass(ask_class) if ask_class else None,
            invited=invited,
            anyway=anyway,
        )
    if as_json:
        print_json(gate_document(answer))
    else:
        verdict = {"allow": "Yes", "wait": "Not yet", "instead": "Not this"}[answer.answer]
        print_wrapped(f"{verdict}: {answer.ask.label} ({answer.ask.value}). {answer.reason}", hanging="  ")
        if answer.earliest:
            print_wrapped(f"Earliest: {moment_text(answer.earliest)}", "  ")
        if answer.meanwhile:
            label = "How" if answer.answer == "allow" else "Meanwhile"
            print_wrapped(f"{label}: {answer.meanwhile}", "  ", "    ")
    return 0 if answer.answer == "allow" else NO
