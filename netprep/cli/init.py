"""``netprep init``: a few questions to begin with."""

from __future__ import annotations

import click

from netprep.cli.main import this_app
from netprep.cli.output import is_terminal, print_wrapped, talk


@click.command()
def init() -> None:
    """Answer a few questions to begin; every one can be skipped with Enter."""
    from netprep.compose.beginning import begin

    app = this_app()
    if not is_terminal():
        print_wrapped('Say who you are: netprep me --name "Your Name" --role "what you do"')
        print_wrapped('Then write down whom you met: netprep log "NAME" "q: what they said"')
        return
    with app.notebook(create=True) as store:
        known = store.me()
        talk("Enter skips a question. Nothing you say leaves this machine.")
        answers = {
            "name": _ask("Your name", known.name if known else ""),
            "role": _ask("What you do, in a few words", (known.role or "") if known else ""),
        }
        interests = [_ask(f"Something you like to do, such as “running in the hills” ({n} of 2)", "") for n in (1, 2)]
        changed = begin(store, answers, interests, app.clock)
    talk("Written down.   (netprep undo)" if changed else "Nothing was written down.")
    print_wrapped('Next: netprep log "NAME" "q: what they said | a: what you both remember | p: what you promised"')


def _ask(question: str, default: str) -> str:
    answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
    return answer.strip()
