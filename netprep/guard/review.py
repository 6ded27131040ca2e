"""Read a note and say what is wrong with it; judge whether it can go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from netprep.guard.appearance import appearance
from netprep.guard.applying import apply, finding_of, holds
from netprep.guard.book import Book, Rule, book
from netprep.guard.case import Case
from netprep.guard.context import Context
from netprep.guard.grounding.greeting import greeted
from netprep.guard.grounding.reading import grounding
from netprep.guard.judgement import Verdict, features, left_to_judge, pitch_finding, verdict
from netprep.guard.kinds import ReadyRule
from netprep.guard.length import length_findings
from netprep.guard.manner import is_bare_nudge, manner
from netprep.guard.marks import Marks, marks_of
from netprep.guard.message import Message
from netprep.guard.packs import pack_of
from netprep.guard.phrases import lazily
from netprep.guard.plain import View, plain_view
from netprep.guard.rules import RULES
from netprep.guard.silence import Comment, Cut, Silences, cut, moved, silences_of, without_comments
from netprep.guard.slots import gaps_in, slot_findings, slots_in
from netprep.guard.text import Mask, Span, Text, occurrences
from netprep.model.frozen import frozen
from netprep.model.plan import Finding, Level, MoveName, Note, Role, Sentence, Status
from netprep.model.rules import Category
from netprep.model.words import Form
from netprep.settings.method import MethodSettings

_QUESTION = lazily(r"[?？][?？!]*")
_LEVELS = list(Level)
_EASY_NO = "M24"
"""An ask that was earned still leaves room for a no."""


@frozen
class Reading:
    """What the guard makes of a message: many findings, one judgement, and how many words it has."""

    findings: tuple[Finding, ...]
    verdict: Verdict
    words: int = 0


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
    return _read(note.subject, body, case, own, gaps, scored=False).findings


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
    return _read(subject, body, Case(form, context, settings), (), (), scored=False).findings


def read_text(subject: str | None, body: str, form: Form, context: Context, settings: MethodSettings) -> Reading:
    """The same with the judgement on the whole, and its score worked out in any case."""
    return _read(subject, body, Case(form, context, settings), (), (), scored=True)


def features_of(
    subject: str | None, body: str, form: Form, context: Context, settings: MethodSettings
) -> dict[str, float]:
    """What the score of a text rests on, for whoever works out its weights."""
    case = Case(form, context, settings)
    reading = _Pass(_text(plain_view(without_comments(body)).text, case), case, subject)
    marks = reading.marks()
    list(apply(book().ready, book().rules, reading.message, marks))
    return dict(features(reading.message, marks, book(), subject))


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


def _read(
    subject: str | None, body: str, case: Case, own: Iterable[Span], gaps: Iterable[Span], *, scored: bool
) -> Reading:
    kept = cut(body)
    view = plain_view(kept.text)
    text = _text(view.text, case, *([view.seen(kept.seen(span)) for span in spans] for spans in (own, gaps)))
    reading = _Pass(text, case, subject, kept.comments, view)
    found, judgement = reading.read(scored=scored)
    found += [*length_findings(text, without_comments(subject) if subject else subject, case), *_questions(text)]
    if subject:
        found += _read_subject(without_comments(subject), case)
    found = [one for one in found if reading.silences.keeps(one)] if reading.silences else found
    if view.offsets is not None:
        found = [_in_source(finding, view) for finding in found]
    found += _hidden(view, reading.silences)
    if kept.comments:
        found = [_in_source(finding, kept) for finding in found]
        found += reading.silences.findings(body)
    return Reading(_in_order(found), judgement, len(text.body.split()))


def _text(body: str, case: Case, own: Iterable[Span] = (), gaps: Iterable[Span] = ()) -> Text:
    own, gaps = tuple(own), tuple(gaps)
    quoted = [span for words in case.context.own_words for span in occurrences(body, words)]
    if "[" not in body:
        return Text(body, (*own, *quoted), tuple(sorted(gaps)))
    marked = Mask(len(body), gaps)
    more = [span for span in gaps_in(body) if not marked.hits(span)]
    return Text(body, (*own, *quoted), tuple(sorted((*gaps, *more))))


class _Pass:
    """One reading of a text, a subject or a body; ``comments`` and ``view`` are where it has silences."""

    def __init__(
        self,
        text: Text,
        case: Case,
        subject: str | None = None,
        comments: Sequence[Comment] = (),
        view: View | None = None,
        *,
        is_note: bool = True,
    ) -> None:
        self.text, self.case, self.subject, self.is_note = text, case, subject, is_note
        self.message = Message.read(text.body)
        self.pack = pack_of(case.context.rules) if case.context.rules else None
        self.slots = slots_in(text)
        quiet = [*self.slots, *text.gaps, *self.message.quoted, *case.verified_quotes(text)]
        self.quiet = Mask(len(text.body), quiet) if quiet else None
        self.silences = Silences(case.context.silenced)
        if comments and view:
            rules = self.pack.rules if self.pack else {}
            self.silences = silences_of(
                comments, lambda at: self.message.sentence_after(view.seen((at, at))[0]), rules, case.context.silenced
            )

    def read(self, *, scored: bool) -> tuple[list[Finding], Verdict]:
        """What is found, and the judgement."""
        text, case, built_in = self.text, self.case, book()
        marks = self.marks()
        found = list(slot_findings(text, self.slots))
        if not case.context.tone_only:
            not_ours = [*self.slots, *self.message.quoted]
            found += grounding(text, case, not_ours, greeted(text), is_note=self.is_note)
        found += manner(text, case, self.message, marks, self.quiet)
        found += appearance(self.message, marks)
        found += self._by_rules(built_in.ready, built_in.rules, marks)
        if self.pack:
            found += self._by_rules(self.pack.ready, self.pack.rules, marks)
        if self.silences:
            kept = [self.silences.keeps(one) for one in found]
            marks = left_to_judge(marks, self.message, (one for one, told in zip(found, kept, strict=True) if not told))
            found = [one for one, told in zip(found, kept, strict=True) if told]
        return self._judged(found, marks, built_in, scored=scored)

    def marks(self) -> Marks:
        """The speech acts, and the phrases of rules."""
        indexes = (book().index, self.pack.index) if self.pack else (book().index,)
        return marks_of(self.message, indexes, self.quiet)

    def _by_rules(self, ready: Iterable[ReadyRule], rules: dict[str, Rule], marks: Marks) -> Iterator[Finding]:
        context = self.case.context
        for rule, hit in apply(ready, rules, self.message, marks):
            is_earned = self.case.may_ask and rule.category is Category.ASK and rule.code != _EASY_NO
            if not is_earned and holds(rule, self.case.form, context.stage, invited=context.invited):
                yield finding_of(rule, hit, self.message)

    def _judged(
        self, found: list[Finding], marks: Marks, built_in: Book, *, scored: bool
    ) -> tuple[list[Finding], Verdict]:
        """What is found and the judgement; a pitch that no hard rule names is a finding of its own."""
        if self.case.may_offer:
            return found, Verdict(0.0, is_pitch=False)
        counting = [finding for finding in found if finding.level is not Level.INFO]
        condemns = any(
            finding.level is Level.ERROR and finding.rule in built_in.rules and built_in.rules[finding.rule].hard
            for finding in counting
        )
        codes = [finding.rule for finding in counting]
        judgement = verdict(
            self.message,
            marks,
            built_in,
            codes,
            subject=self.subject,
            condemns=condemns,
            always=scored,
            likeness=self.case.context.tone_only,
        )
        if condemns or not judgement.is_pitch:
            return found, judgement
        pitch = pitch_finding(self.message, marks, built_in, counting, judgement.alike)
        if not self.silences.keeps(pitch):
            return found, replace(judgement, is_pitch=False, because=())
        because = tuple(dict.fromkeys((pitch.rule, *judgement.because)))
        return [*found, pitch], replace(judgement, because=because)


def _in_source(finding: Finding, shown: View | Cut) -> Finding:
    """A finding on what is read, told in the offsets of the text as it came; one on the whole stays as it is."""
    if finding.start == finding.end:
        return finding
    return moved(finding, shown.back((finding.start, finding.end)), shown.source)


def _hidden(view: View, silences: Silences) -> Iterator[Finding]:
    for span in view.hidden:
        found = RULES["M57"].at(view.source, span, "Here something is hidden from whoever searches the text.")
        start = view.seen(span)[0]
        if not silences or silences.keeps(replace(found, start=start, end=start)):
            yield found


def _read_subject(subject: str, case: Case) -> Iterator[Finding]:
    text = _text(plain_view(subject).text, case)
    found, _ = _Pass(text, case, is_note=False).read(scored=False)
    if is_bare_nudge(subject) and not any(finding.rule == "M11" for finding in found):
        found.append(RULES["M11"].at(subject, (0, len(subject)), f"“{subject}” only reminds."))
    for finding in found:
        yield replace(finding, start=0, end=0, text="", message=f"In the subject: {finding.message}")


def _questions(text: Text) -> Iterator[Finding]:
    if "?" not in text.body and "？" not in text.body:
        return
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
