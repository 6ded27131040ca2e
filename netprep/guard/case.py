"""Everything one review goes by, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from netprep.guard.context import Context
from netprep.guard.grounding.evidence import Evidence
from netprep.guard.text import Span, Text
from netprep.model.words import AskClass, Form, StageCode
from netprep.settings.method import MethodSettings


@dataclass(frozen=True)
class Case:
    """A review: the form, the context, the settings, and the evidence made of them.

    ``gives`` says that the writer marked a sentence as a give that rests on a fact.
    """

    form: Form
    context: Context
    settings: MethodSettings
    gives: bool = False

    @cached_property
    def evidence(self) -> Evidence:
        """What the note may rest on."""
        return Evidence.of(self.context)

    @cached_property
    def with_own_words(self) -> Evidence:
        """The same, and what the user says in their own words."""
        return Evidence.of(self.context, self.context.own_words)

    @property
    def may_ask(self) -> bool:
        """Whether the gate has let an ask through: then the rules of tone leave it alone."""
        gate = self.context.gate
        return self.context.invited or (gate.answer == "allow" and gate.ask is not AskClass.A0)

    @property
    def may_offer(self) -> bool:
        """Whether speaking of what I sell is no pitch any more: from stage C, or when invited."""
        return self.context.invited or self.context.stage in (StageCode.C, StageCode.P)

    def verified_quotes(self, text: Text) -> list[Span]:
        """Quotations that are word for word something known: the reader's words, not mine."""
        return [quote.span for quote in text.quotations if quote.parts and self.evidence.has_quote(quote.parts)]
