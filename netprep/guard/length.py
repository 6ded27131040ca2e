"""How long a note may be in its form (M07)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.case import Case
from netprep.guard.rules import RULES
from netprep.guard.text import Mask, Text
from netprep.model.plan import Finding, Level
from netprep.model.words import Form

_HARD = {Form.LINKEDIN_NOTE: 300, Form.INMAIL: 1_900}
"""Characters from which on a service refuses a text, whoever pays; for less it depends on the account."""


def characters(text: str) -> int:
    """Characters as the strictest service counts them: an emoji may count twice (UTF-16 units)."""
    return max(len(text), len(text.encode("utf-16-le", "surrogatepass")) // 2)


def length_findings(text: Text, subject: str | None, case: Case) -> Iterator[Finding]:
    """A finding where the body or the subject is too long, and an information where it is short."""
    limits = case.settings
    in_characters = {
        Form.DM: limits.dm_characters,
        Form.LINKEDIN_NOTE: limits.linkedin_note_characters,
        Form.INMAIL: limits.inmail_characters,
        Form.SMS: limits.sms_characters,
    }
    if case.form in in_characters:
        yield from _in_characters(text, in_characters[case.form], case.form)
    elif case.form is Form.EMAIL:
        yield from _in_words(text, limits.email_words_low, limits.email_words_soft, limits.email_words_hard)
    elif case.form is Form.CARD:
        yield from _in_words(text, limits.card_words_low, limits.card_words_high, None)
    if case.form is Form.EMAIL:
        yield from _subject(text, subject or "", limits.subject_words)
    elif subject is not None and subject.strip():
        yield from _subject(text, subject, limits.subject_words)


def _in_characters(text: Text, most: int, form: Form) -> Iterator[Finding]:
    gaps = Mask(len(text.body), text.gaps)  # what stands in a gap is not what will be sent
    count, start = 0, len(text.body)
    for offset, character in enumerate(text.body):
        if not gaps.hits((offset, offset + 1)):
            count += characters(character)
            if count > most:
                start = min(start, offset)
    if count <= most:
        return
    refused = _HARD.get(form)
    rule = RULES["M07"].softer(Level.ERROR if refused and count > max(refused, most) else Level.WARN)
    yield rule.at(text.body, (start, len(text.body)), f"{count} characters; this form takes {most}.")


def _in_words(text: Text, low: int, soft: int, hard: int | None) -> Iterator[Finding]:
    count = len(text.body.split())
    if low <= count <= soft and not text.gaps:
        return  # most notes
    gaps = Mask(len(text.body), text.gaps)
    words = [match.span() for match in re.finditer(r"\S+", text.body) if not gaps.hits(match.span())]
    rule = RULES["M07"]
    if len(words) > soft:
        too_long = hard is not None and len(words) > hard
        limit = hard if too_long and hard is not None else soft
        rule = rule.softer(Level.ERROR if too_long else Level.WARN)
        yield rule.at(text.body, (words[limit][0], words[-1][1]), f"{len(words)} words; {limit} are enough.")
    elif words and len(words) < low:
        message = f"{len(words)} words; most good notes of this form have {low} or more."
        yield rule.softer(Level.INFO).at(text.body, (0, 0), message, "If all is said, leave it so.")


def _subject(text: Text, subject: str, most: int) -> Iterator[Finding]:
    rule = RULES["M07"]
    count = len(subject.split())
    if count == 0:
        yield rule.at(text.body, (0, 0), "The subject is empty.", f"Write two to {most} words about them or the thing.")
    elif count > most:
        message = f"The subject has {count} words; {most} are enough."
        yield rule.at(text.body, (0, 0), message, "Keep the words about them or the thing.")
