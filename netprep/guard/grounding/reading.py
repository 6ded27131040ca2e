"""Read a text for what is not so: the one door of this room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netprep.guard.case import Case
from netprep.guard.grounding import (
    anchors,
    attached,
    claims,
    copies,
    discretion,
    introductions,
    lengths,
    promised,
    shared_past,
    silence,
    swaps,
    wrong,
)
from netprep.guard.grounding.greeting import greeting_findings
from netprep.guard.grounding.names import signature_start
from netprep.guard.grounding.numbers import NumberSpan
from netprep.guard.grounding.specifics import mentions, specifics
from netprep.guard.grounding.support import Support
from netprep.guard.rules import RULES, Rule
from netprep.guard.text import Mask, Span, Text, words_of
from netprep.model.plan import Finding, Level

_SMALL = 20
_LOG_IT = "If it is so, log it first; else leave it out."


def grounding(
    text: Text, case: Case, slots: Sequence[Span], greeting: Sequence[Span], *, is_note: bool = True
) -> Iterator[Finding]:
    """Everything a text says that is not so, or not to be said, as far as the notebook knows.

    Args:
        text: what is read.
        case: what is known.
        slots: stretches that were never filled; something else speaks of them.
        greeting: where the names stand that the text greets.
        is_note: False for a subject line, which is not held against what only a whole note can have.
    """
    context = case.context
    if context.tone_only:
        return
    taken = [*text.gaps, *slots, *greeting]
    yield from greeting_findings(text, case, list(greeting))
    if not context.is_whole:
        yield from specifics(text, case, taken)
        return
    if not context.my_names and (signed := signature_start(text.body)) >= 0:
        taken.append((signed, len(text.body)))  # the notebook does not know who signs
    reading = _Reading.of(text, case, taken)
    yield from reading.specifics()
    yield from reading.plain_words()
    yield from reading.memories()
    yield from reading.discretion()
    if is_note:
        yield from reading.whole_note()


@dataclass(frozen=True)
class _Reading:
    """One text, with what is known of its reader at hand."""

    text: Text
    case: Case
    support: Support
    taken: tuple[Span, ...]
    quiet: Mask
    spoken_for: Mask

    @classmethod
    def of(cls, text: Text, case: Case, taken: Sequence[Span]) -> _Reading:
        """``quiet`` is what others answer for and what is quoted word for word; ``spoken_for`` specifics too."""
        quiet = (*taken, *case.verified_quotes(text))
        found = [(each.start, each.end) for each in mentions(text, case, taken)]
        length = len(text.body)
        return cls(
            text, case, Support.of(case.context), tuple(taken), Mask(length, quiet), Mask(length, (*quiet, *found))
        )

    # Findings are errors in what was written for the user, and left to them in their own words.

    def _at(self, rule: Rule, span: Span, message: str, suggestion: str = "", *, is_sure: bool = True) -> Finding:
        if not is_sure or self.text.is_own(span):
            rule = rule.softer(Level.INFO, "unverified")
        return rule.at(self.text.body, span, message, suggestion)

    def _said(self, span: Span) -> str:
        return self.text.body[span[0] : span[1]]

    def specifics(self) -> Iterator[Finding]:
        """Names, numbers, dates, links; who is named without having agreed; days and names that are wrong."""
        unnamed = self._named_without_consent()
        for span, name in unnamed.items():
            message = f"“{self._said(span)}” reads as {name}, who has not agreed to be named to them."
            yield self._at(RULES["M15"], span, message)
        yield from specifics(self.text, self.case, [*self.taken, *unnamed])
        rule = RULES["M22"]
        for span, what in wrong.wrong_days(self.text, self.case, self.support, self.quiet):
            yield self._at(rule, span, f"“{self._said(span)}” is not the day of {what} in the log.", _LOG_IT)
        for span in wrong.wrong_events(self.text, self.case, self.support, self.spoken_for):
            yield self._at(rule, span, f"Nothing known is a {self._said(span)}.", "Name the event as it is in the log.")
        for span, what in wrong.wrong_places(self.text, self.case, self.support, self.quiet):
            yield self._at(rule, span, f"“{self._said(span)}” belongs to something still to come: {what}.", _LOG_IT)
        for span in wrong.wrong_signature(self.text, self.case):
            yield self._at(rule, span, f"“{self._said(span)}” is who the note is for, not who writes it.")

    def _named_without_consent(self) -> dict[Span, str]:
        """Names of people in the notebook who did not agree to be named; a name that is known stands for another."""
        found: dict[Span, str] = {}
        others = [other for other in self.case.context.others if not other.may_be_named]
        agreed = [other for other in self.case.context.others if other.may_be_named]
        fine = {span for other in agreed for span in discretion.named_in(self.text, other)}
        for other in others:
            for span in discretion.named_in(self.text, other):
                known = self.case.evidence.has_name(words_of(self._said(span)))
                if span not in fine and not known and not Mask(len(self.text.body), self.taken).hits(span):
                    found.setdefault(span, other.name)
        return found

    def plain_words(self) -> Iterator[Finding]:
        """Claims in plain words, changed words, changed counts, attachments."""
        rule = RULES["M04"]
        for swap in (
            *swaps.swaps(self.text, self.support, self.spoken_for),
            *swaps.counted(self.text, self.support, self.quiet, self._knows_number),
        ):
            message = f"“{self._said(swap.span)}” stands where the log has “{swap.known}”."
            suggestion = f"Write “{swap.known}”, or leave it out."
            yield self._at(rule, swap.span, message, suggestion, is_sure=swap.is_sure)
        for span in lengths.wrong_lengths(self.text, self.support, self.quiet):
            yield self._at(
                rule, span, f"Nothing known lasted “{self._said(span)}”.", "Say how long it was, or leave it out."
            )
        for claim in claims.claims(self.text, self.support, self.spoken_for):
            message = f"Nothing known supports the {claim.kind} “{self._said(claim.span)}”."
            yield self._at(rule, claim.span, message, _LOG_IT, is_sure=claim.is_bare)
        for span in attached.attachments(self.text, self.quiet):
            message = f"“{self._said(span)}”: nothing is attached to a note made here."
            yield self._at(rule, span, message, "Give the link, or leave it out.")

    def _knows_number(self, value: float) -> bool:
        """Whether a number that nobody says by chance stands in something known."""
        return bool(value > _SMALL and value % 10) and self.case.evidence.has_number(
            NumberSpan(0, 0, frozenset({value}))
        )

    def memories(self) -> Iterator[Finding]:
        """A shared past and promises that are not in the log."""
        context = self.case.context
        for gone in shared_past.no_memories(self.text, context, self.support, self.spoken_for):
            message = f"“{self._said(gone.span)}” speaks of {gone.what}, and the log has no such thing."
            yield self._at(RULES["M52"], gone.span, message, is_sure=gone.is_bare)
        for not_made in promised.not_promised(self.text, context, self.quiet):
            message = f"“{self._said(not_made.span)}” promises something, and no promise of it is logged."
            yield self._at(RULES["M05"], not_made.span, message, is_sure=not_made.is_bare)

    def discretion(self) -> Iterator[Finding]:
        """What is kept back of the reader and of others, and introductions nobody agreed to."""
        context = self.case.context
        for span, known in discretion.kept_back(self.text, context, self.support, self.quiet):
            why = discretion.why_kept(known)
            message = f"“{self._said(span)}” touches something they did not tell you for saying: {why}."
            yield self._at(RULES["M14"], span, message)
        for span, other, _ in discretion.of_others(self.text, context, self.support):
            message = f"“{self._said(span)}” is {other.name}’s to tell, and they did not say that you may pass it on."
            yield self._at(RULES["M15"], span, message)
        for span in introductions.introductions(self.text, context, self.quiet):
            message = f"“{self._said(span)}” brings two people together before both have said yes."
            yield self._at(RULES["M23"], span, message)

    def whole_note(self) -> Iterator[Finding]:
        """What only a whole note can have or lack."""
        context, body = self.case.context, self.text.body
        is_all_there = not self.text.gaps and not self.text.own and body.strip()
        if context.needs_anchor and is_all_there and not anchors.has_anchor(body, context):
            yield RULES["M03"].at(body, _first_line(body), "Nothing in this note is only between the two of you.")
        if copy := copies.copied(body, context.sent):
            sent, share = copy
            whom = f"your message to {sent.to}" if sent.to else "your last message to them"
            message = f"{round(share * 100)} % of it stands in {whom} of {sent.day:%d %B %Y}.".replace(" 0", " ")
            yield RULES["M21"].at(body, (0, len(body)), message)
        if why := silence.too_soon(context, self.case.settings):
            yield RULES["M50"].at(body, _first_line(body), why)


def _first_line(body: str) -> Span:
    """The first words of a note, where a finding about all of it is shown."""
    start = len(body) - len(body.lstrip())
    end = body.find("\n", start)
    return start, end if end >= 0 else len(body)
