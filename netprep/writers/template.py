"""The template writer: a plan into words with no model and no network.

Each move is a template with several phrasings. Which one is used is decided by a hash of who, where
and what for, so the same note comes out twice the same and two people of one evening read different
ones. A note that is too long for its form is fitted by shorter phrasings and fewer moves, never by
cutting a sentence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from netprep.model.frozen import frozen
from netprep.model.plan import Move, MoveName, Note, Plan, Sentence
from netprep.model.words import Form
from netprep.prompts import TemplateLibrary
from netprep.settings.method import MethodSettings

SHORT_FORMS = frozenset({Form.DM, Form.LINKEDIN_NOTE, Form.SMS})
"""Forms that are one paragraph and count characters."""
_DROPPED_FIRST = (
    MoveName.CLOSING,
    MoveName.OFFER_TO_MEET,
    MoveName.THEIR_WORDS,
    MoveName.QUESTION,
    MoveName.GIVE,
    MoveName.LATE,
    MoveName.CONNECT,
    MoveName.ANCHOR,
)
"""What a short form can do without, the least needed first. Promises and gaps always stay."""
_ENDS_IN_LINK = re.compile(r"://\S+$")
_PARAGRAPHS = {
    MoveName.ANCHOR: "shared",
    MoveName.THEIR_WORDS: "shared",
    MoveName.LATE: "shared",
    MoveName.THANKS: "shared",
    MoveName.OFFER_TO_MEET: "door",
    MoveName.CLOSING: "door",
    MoveName.CHECK_IN: "shared",
}
"""Moves that stand in one paragraph."""


@frozen
class _Written:
    """A move with its chosen phrasing; the others are rendered only if the note is too long."""

    move: Move
    chosen: tuple[str, ...]
    others: Iterator[tuple[str, ...]]

    def shortest(self) -> _Written:
        lines = min((self.chosen, *self.others), key=lambda lines: len(" ".join(lines)))
        return _Written(self.move, lines, iter(()))


@frozen
class TemplateWriter:
    """Writes notes from templates."""

    templates: TemplateLibrary
    method: MethodSettings
    name: str = "template"

    def write(self, plan: Plan) -> Note:
        """The note of a plan.

        Raises:
            TemplateError: a template cannot be rendered.
        """
        written = [each for move in plan.moves if (each := self._render(plan, move))]
        return Note(self._subject(plan), self._fit(plan.form, written), plan.form)

    def line(self, name: str, values: Mapping[str, object], variety: str = "") -> str:
        """The text of a template that is no part of a note, such as ``share/ask_instead``.

        Raises:
            NotFound: there is no such template.
            TemplateError: it cannot be rendered.
        """
        phrasings = self.templates.fragment(name).phrasings
        start = _pick(f"{variety}|{name}", len(phrasings))
        rendered = (self.templates.render(each, values) for each in (*phrasings[start:], *phrasings[:start]))
        return next((" ".join(text.split()) for text in rendered if text), "")

    def _render(self, plan: Plan, move: Move) -> _Written | None:
        phrasings = self._phrasings(f"followup/{template_of(move.name, move.values)}", plan, move.values)
        chosen = next(phrasings, None)
        return _Written(move, chosen, phrasings) if chosen else None

    def _phrasings(self, name: str, plan: Plan, values: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
        """The phrasings that apply, beginning at the one that the hash chooses."""
        values = {**values, "form": plan.form.value, "short": plan.form in SHORT_FORMS, "facts": _facts_of(plan)}
        phrasings = self.templates.fragment(name).phrasings
        start = _pick(f"{plan.variety}|{name}", len(phrasings))
        for phrasing in (*phrasings[start:], *phrasings[:start]):
            lines = tuple(line.strip() for line in self.templates.render(phrasing, values).splitlines() if line.strip())
            if lines:
                yield lines

    def _subject(self, plan: Plan) -> str | None:
        if plan.form not in (Form.EMAIL, Form.INMAIL):
            return None
        for name in ("followup/subject", "followup/subject_short"):
            for lines in self._phrasings(name, plan, plan.subject):
                line = " ".join(lines)
                if len(line.split()) <= self.method.subject_words:
                    return line
        return None

    def _fit(self, form: Form, written: list[_Written]) -> tuple[Sentence, ...]:
        note = _sentences(form, [(each.move, each.chosen) for each in written])
        if self._fits(form, note):
            return note
        kept = [each.shortest() for each in written]
        while True:
            note = _sentences(form, [(each.move, each.chosen) for each in kept])
            order = _DROPPED_FIRST if form is not Form.LINKEDIN_NOTE else (MoveName.GIVE, *_DROPPED_FIRST)
            spare = next((name for name in order if any(each.move.name is name for each in kept)), None)
            if self._fits(form, note) or spare is None or not _says_something_without(kept, spare):
                return note
            kept = [each for each in kept if each.move.name is not spare]

    def _fits(self, form: Form, sentences: tuple[Sentence, ...]) -> bool:
        body = Note(None, sentences, form).body
        if form is Form.CARD:
            return len(body.split()) <= self.method.card_words_high
        if form in (Form.EMAIL, Form.PLAIN):
            return len(body.split()) <= self.method.email_words_soft
        return characters(body) <= limit_of(form, self.method)


def characters(text: str) -> int:
    """Characters as the strictest service counts them: an emoji costs what it costs in UTF-16."""
    return max(len(text), len(text.encode("utf-16-le")) // 2)


def limit_of(form: Form, method: MethodSettings) -> int:
    """The most characters a short form may have."""
    return {
        Form.DM: method.dm_characters,
        Form.LINKEDIN_NOTE: method.linkedin_note_characters,
        Form.SMS: method.sms_characters,
    }.get(form, method.inmail_characters)


def template_of(move: MoveName, values: Mapping[str, object] | None = None) -> str:
    """The template of a move. ``ask`` is the prompt a model is asked with, so the ask is ``the_ask``.

    A give that is no thing has the template of its shape, such as ``give_person``.
    """
    shape = (values or {}).get("shape", "thing")
    if move is MoveName.GIVE and shape != "thing":
        return f"give_{shape}"
    return "the_ask" if move is MoveName.ASK else move.value


def _facts_of(plan: Plan) -> list[dict[str, str]]:
    """What a template of the user's may draw on: exactly what may be said to this person."""
    return [
        {"id": known.id, "what": known.what, "text": known.text, "quote": known.quote or ""} for known in plan.allowed
    ]


def _says_something_without(kept: list[_Written], spare: MoveName) -> bool:
    frame = {MoveName.GREETING, MoveName.SIGN_OFF, MoveName.CLOSING, spare}
    return any(each.move.name not in frame for each in kept)


def _pick(seed: str, choices: int) -> int:
    """A number below ``choices`` that depends on the seed alone, on every machine."""
    digest = hashlib.sha256(seed.encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") % choices if choices else 0


def _sentences(form: Form, moves: list[tuple[Move, tuple[str, ...]]]) -> tuple[Sentence, ...]:
    sentences = []
    for index, (move, lines) in enumerate(moves):
        following = moves[index + 1][0] if index + 1 < len(moves) else None
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            # What follows a link on its line would run into it.
            ends = (last and _new_paragraph(form, move, following)) or bool(_ENDS_IN_LINK.search(line))
            sentences.append(Sentence(line, move.role, move.name, move.facts, ends))
    return tuple(sentences)


def _new_paragraph(form: Form, move: Move, following: Move | None) -> bool:
    if following is None:
        return True
    if form in SHORT_FORMS:
        return move.name is MoveName.GREETING or following.name is MoveName.SIGN_OFF
    here = _PARAGRAPHS.get(move.name, move.name.value)
    return here != _PARAGRAPHS.get(following.name, following.name.value)
