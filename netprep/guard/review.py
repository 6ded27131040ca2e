"""Read a note and say what is wrong with it; judge whether it can go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from netprep.guard.case import Case
from netprep.guard.context import Context
from netprep.guard.grounding.greeting import greeted
from netprep.guard.grounding.reading import grounding
from netprep.guard.length import length_findings
from netprep.guard.manner import is_bare_nudge, manner
from netprep.guard.packs import pack_findings
from netprep.guard.phrases import lazily
from netprep.guard.rules import RULES
from netprep.guard.slots import gaps_in, slot_findings, slots_in
from netprep.guard.text import Mask, Span, Text, occurrences
from netprep.model.plan import Finding, Level, MoveName, Note, Role, Sentence, Status
from netprep.model.words import Form
from netprep.settings.method import MethodSettings

_QUESTION = lazily(r"[?？][?？!]*")
_LEVELS = list(Level)


def review(note: Note, context: Context, settings: MethodSettings) -> tuple[Finding, ...]:
    """Everything the guard sees in a written note, in the order of the text.

    Sentences the writer marks as the user's own, and ``context.own_words`` wherever they stand,
    are the user's to say; sentences marked as a gap are reported as left to fill.

    Args:
        note: the note as its writer made it.
        context: what may be said, the stage and the gate's answer.
        settings: lengths, in words or characters.
    """
    body = note.body
    own, gaps = [], []
    for sentence, span in _sentence_spans(note, body):
        if sentence.role is Role.YOURS:
            own.append(span)
        elif sentence.role is Role.GAP:
            gaps.append(span)
    gives = any(sentence.move is MoveName.GIVE and sentence.facts for sentence in note.sentences)
    case = Case(note.form, context, settings, gives)
    return _findings(note.subject, body, case, own, gaps)


def review_text(
    subject: str | None, body: str, form: Form, context: Context, settings: MethodSettings
) -> tuple[Finding, ...]:
    """Everything the guard sees in any text, wherever it came from.

    Args:
        subject: the subject line; None where there is none. What is found in it has the offsets 0, 0.
        body: the text itself; offsets are into it as it came.
        form: the shape it is to have.
        context: what may be said, the stage and the gate's answer.
        settings: lengths, in words or characters.
    """
    return _findings(subject, body, Case(form, context, settings), [], [])


def judge(findings: Iterable[Finding], sentences_or_body: Sequence[Sentence] | str) -> Status:
    """Whether a draft can go out: not with an error, not yet with a gap, else as it is."""
    if any(finding.level is Level.ERROR for finding in findings):
        return Status.NOT_USABLE
    if isinstance(sentences_or_body, str):
        has_gap = bool(gaps_in(sentences_or_body))
    else:
        has_gap = any(said.role is Role.GAP or gaps_in(said.text) for said in sentences_or_body)
    return Status.NEEDS_FILL if has_gap else Status.SEND_READY


def _sentence_spans(note: Note, body: str) -> Iterator[tuple[Sentence, Span]]:
    """Each sentence with where it stands in the body, whatever white space parts it from the next."""
    offset = 0
    for sentence in note.sentences:
        said = sentence.text.strip()
        start = body.find(said, offset)
        if said and start >= 0:
            offset = start + len(said)
            yield sentence, (start, offset)


def _findings(
    subject: str | None, body: str, case: Case, own: Iterable[Span], gaps: Iterable[Span]
) -> tuple[Finding, ...]:
    text = _text(body, case, own, gaps)
    found = [*_read(text, case), *length_findings(text, subject, case), *_questions(text)]
    if subject:
        found += _read_subject(subject, case)
    return _in_order(found)


def _text(body: str, case: Case, own: Iterable[Span] = (), gaps: Iterable[Span] = ()) -> Text:
    own, gaps = tuple(own), tuple(gaps)
    quoted = [span for words in case.context.own_words for span in occurrences(body, words)]
    marked = Mask(len(body), gaps)
    more = [span for span in gaps_in(body) if not marked.hits(span)]
    return Text(body, (*own, *quoted), tuple(sorted((*gaps, *more))))


def _read(text: Text, case: Case, *, is_note: bool = True) -> Iterator[Finding]:
    slots, greeting = slots_in(text), greeted(text)
    yield from slot_findings(text, slots)
    yield from grounding(text, case, slots, greeting, is_note=is_note)
    yield from manner(text, case, slots)
    yield from pack_findings(text, case, slots)


def _read_subject(subject: str, case: Case) -> Iterator[Finding]:
    text = _text(subject, case)
    found = list(_read(text, case, is_note=False))
    if is_bare_nudge(subject) and not any(finding.rule == "M11" for finding in found):
        found.append(RULES["M11"].at(subject, (0, len(subject)), f"“{subject}” only reminds."))
    for finding in found:
        yield replace(finding, start=0, end=0, text="", message=f"In the subject: {finding.message}")


def _questions(text: Text) -> Iterator[Finding]:
    quiet = Mask(len(text.body), [*text.gaps, *(quote.span for quote in text.quotations)])
    asked = [match.span() for match in _QUESTION().finditer(text.body) if not quiet.hits(match.span())]
    asked = [span for span in asked if not re.match(r"\w", text.body[span[1] : span[1] + 1])]
    if len(asked) > 1:
        yield RULES["M08"].at(text.body, asked[1], f"{len(asked)} questions in one note.")


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of the text; of two of one rule on the same words only the wider."""
    kept: dict[Finding, None] = {}
    reach: dict[tuple[str, str], int] = {}
    for finding in sorted(found, key=lambda one: (one.start, -one.end, one.rule, _LEVELS.index(one.level))):
        key = (finding.rule, finding.name)
        if finding.start == finding.end or reach.get(key, 0) < finding.end:
            kept[finding] = None
            reach[key] = max(reach.get(key, 0), finding.end)
    return tuple(kept)
