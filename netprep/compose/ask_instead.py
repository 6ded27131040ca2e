"""What to ask where nothing is good enough to share: the question that would find something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netprep.compose.desk import Desk
from netprep.compose.topics import told_on
from netprep.model.questions import Bank, Category
from netprep.model.records import Contact, Fact
from netprep.model.words import FactField
from netprep.writers import TemplateWriter
from netprep.writers.language import Language

AskInstead = Callable[[Contact, Sequence[Fact]], str | None]
"""Makes a question for a contact of whom these topics may be said; None where it has none."""

_WORRIES_AND_GOALS = (FactField.CHALLENGES, FactField.GOALS)
_FINDS_A_NEED = (Category.E, Category.D, Category.C)
"""Categories whose answers tell what would be of use, the best first."""


def from_bank(bank: Callable[[], Bank], desk: Desk, writer: TemplateWriter, language: Language) -> AskInstead:
    """A question of the bank: about a worry, a goal or their work that they told of, in this order.

    Where it has none, a plain one about whatever they told; of somebody who told nothing, its first.

    Args:
        bank: gives all questions, once one is needed.
        desk: whom it is about.
        writer: words the plain one.
        language: how days are said.
    """

    def ask(contact: Contact, facts: Sequence[Fact]) -> str | None:
        from netprep.compose.questions import questions_for

        offered = questions_for(desk, bank(), language).questions
        grounded = [each for each in offered if each.facts and each.category in _FINDS_A_NEED]
        if grounded:
            return min(grounded, key=lambda each: _FINDS_A_NEED.index(each.category)).text
        return plainly(writer)(contact, facts) if facts or not offered else offered[0].text

    return ask


def plainly(writer: TemplateWriter) -> AskInstead:
    """A question about the newest worry or goal, else about the newest of the other topics."""

    def ask(_contact: Contact, facts: Sequence[Fact]) -> str | None:
        newest = sorted(facts, key=lambda fact: (fact.field not in _WORRIES_AND_GOALS, -told_on(fact)))
        about = next(iter(newest), None)
        values = {"topic": about.value if about else None, "field": about.field.value if about else None}
        return writer.line("share/ask_instead", values)

    return ask
