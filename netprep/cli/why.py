"""What a note rests on, and what is still wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from netprep.cli.dates import moment_text
from netprep.cli.output import print_text, print_wrapped, talk
from netprep.compose.drafts import distinct
from netprep.model.plan import Known, Level, Role, Status
from netprep.settings.method import MethodSettings, constants

if TYPE_CHECKING:
    from netprep.compose.followup import Written

_SOURCES = {
    "told_me": "they told you",
    "public": "public",
    "third_party": "heard",
    "import": "imported",
    "guess": "your guess",
}

_WHAT = {"mine": "fact"}
_NOT_TOLD = {"promise": "you promised", "mine": "about you"}


def print_why(written: Written, method: MethodSettings) -> None:
    """Print why this note, and for each sentence its role and the facts with dates and sources."""
    plan = written.draft.plan
    print_text()
    because = f": {plan.because}" if plan.because else ""
    print_wrapped(f"Why this note, {plan.kind.value.replace('_', ' ')}{because}.", hanging="  ")
    if plan.due:
        print_wrapped(f"Due {moment_text(plan.due)}", "  ")
    print_wrapped(
        f"Ask: {plan.gate.ask.label} ({plan.gate.ask.value}): {plan.gate.answer}. {plan.gate.reason}", "", "  "
    )
    for sentence in written.draft.note.sentences:
        print_text()
        print_wrapped(sentence.text, "  ")
        print_wrapped(f"{_role(sentence.role)} · {sentence.move.value.replace('_', ' ')}", "    ")
        for line in _sources(sentence.facts, plan.allowed):
            print_wrapped(line, "    ", "      ")
    print_text()
    print_text("Numbers used (netprep config set method.NAME VALUE changes one):")
    for constant in constants(method):
        if constant.name in _USED:
            print_wrapped(str(constant), "  ", "    ")


_USED = ("first_note_hours", "late_clause_hours", "reconnect_after_days", "nudge_working_days", "email_words_soft")


def _role(role: Role) -> str:
    return {
        Role.FACT: "a fact",
        Role.OFFER: "an offer",
        Role.QUESTION: "a question",
        Role.COURTESY: "a courtesy",
        Role.YOURS: "your own words",
        Role.GAP: "a gap",
    }[role]


def _sources(ids: tuple[str, ...], allowed: tuple[Known, ...]) -> Iterator[str]:
    for known in distinct(allowed):
        if known.id in ids and (known.text or known.quote):
            text = " ".join(filter(None, (known.text, f"“{known.quote}”" if known.quote else "")))
            when = f", {moment_text(known.date)}" if known.date else ""
            source = _NOT_TOLD.get(known.what) or _SOURCES[known.source.value]
            yield f"{known.id} {_WHAT.get(known.what, known.what)}: {text} ({source}{when})"


def print_status(written: Written, *, invite: bool) -> None:
    """Say on stderr what keeps a note from going out, or what would make it better."""
    draft = written.draft
    for finding in draft.findings:
        if finding.level is not Level.INFO:
            talk(f"{finding.name.replace('-', ' ')} ({finding.rule}): {finding.message} {finding.suggestion}")
    if draft.status is Status.NOT_USABLE:
        talk("This note is not usable as it stands.")
    elif draft.status is Status.NEEDS_FILL:
        talk("This note needs filling: see the line in [brackets].")
    elif invite:
        talk('One sentence only you could write makes it yours: --own-words "..."')
