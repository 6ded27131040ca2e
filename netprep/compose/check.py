"""``netprep check``: any text read by the guard, wherever it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from netprep.clock import Clock
from netprep.compose.desk import Desk
from netprep.compose.drafts import finding_document
from netprep.errors import BadFile
from netprep.guard import Context, Reading, judge, read_text
from netprep.guard.phrases import lazily
from netprep.guard.silence import cut
from netprep.model.frozen import frozen
from netprep.model.plan import Finding, GateAnswer, Level, Status
from netprep.model.words import AskClass, Form, StageCode
from netprep.settings.method import MethodSettings

if TYPE_CHECKING:
    from netprep.model.rules import RuleFile

LARGEST = 1_048_576
"""Bytes of a text at most: many times the longest letter, and little enough to be read in one go."""
UNVERIFIED = "unverified"
"""The name of findings on what neither is known nor is untrue: the user's own to say."""
_SUBJECT = lazily(
    r"\ufeff?subject:[ \t]*(?P<subject>[^\r\n]*)(?:\r\n|\r|\n|\Z)(?:[ \t]*(?:\r\n|\r|\n))*", re.IGNORECASE
)

_LINE_ENDS = lazily(r"\r\n|\r|\n")
_NEAR = 240
"""Characters around the words of a finding that can be of a line that is shown."""


@frozen
class Wording:
    """A text as it came, with the words of its subject and where its body begins."""

    source: str
    subject: str | None
    begins: int
    form: Form

    @property
    def body(self) -> str:
        """What is read: the text without a first line that is the subject."""
        return self.source[self.begins :]


@frozen
class Checked:
    """What the guard says of a text. All offsets are into the text as it came."""

    wording: Wording
    findings: tuple[Finding, ...]
    unverified: tuple[Finding, ...]
    status: Status
    reading: Reading


Checker = Callable[[Wording], Checked]


def read_wording(text: str, name: str, form: Form | None = None, subject: str | None = None) -> Wording:
    """A text with its subject found.

    Args:
        text: as it came; a first line ``Subject: ...`` is its subject.
        name: what it is called in an error.
        form: the shape it is to have; without one an e-mail where there is a subject, else plain text.
        subject: the subject, in place of that of a first line.

    Raises:
        BadFile: there is no text.
    """
    match = _SUBJECT().match(text)
    begins = match.end() if match else 0
    if subject is None and match:
        subject = match["subject"].strip()
    if not cut(text[begins:]).text.strip("\ufeff\u200b \t\r\n\x00"):
        raise BadFile(f"{name}: there is no text to check.", hint="A message has words in it.")
    return Wording(text, subject, begins, form or (Form.EMAIL if subject is not None else Form.PLAIN))


def decoded(data: bytes, name: str) -> str:
    """The text in ``data``, its line ends as they are.

    Raises:
        BadFile: it is not UTF-8, or too long for a message.
    """
    if len(data) > LARGEST:
        raise BadFile(f"{name}: {len(data):,} bytes are too many for a message; at most {LARGEST:,} are read.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile(f"{name}, line {line}: the text is not UTF-8.", hint="Save it as UTF-8.") from None


def checker(context: Callable[[Wording], Context], method: MethodSettings) -> Checker:
    """What checks texts, each held against the context it is given."""

    def check(wording: Wording) -> Checked:
        reading = read_text(wording.subject, wording.body, wording.form, context(wording), method)
        found = [_in_source(finding, wording) for finding in reading.findings]
        told = tuple(finding for finding in found if finding.name != UNVERIFIED)
        status = Status.NOT_USABLE if reading.verdict.is_pitch else judge(told, cut(wording.body).text)
        unverified = tuple(
            one for one in found if one.name == UNVERIFIED and not any(_covers(each, one) for each in told)
        )
        return Checked(wording, told, unverified, status, reading)

    return check


def _covers(finding: Finding, other: Finding) -> bool:
    """Whether an error says already what is wrong with some words."""
    return finding.level is Level.ERROR and finding.start < other.end and other.start < finding.end


def _in_source(finding: Finding, wording: Wording) -> Finding:
    if not wording.begins or finding.start == finding.end:
        return finding
    return replace(finding, start=finding.start + wording.begins, end=finding.end + wording.begins)


def of_tone(
    clock: Clock, rules: tuple[RuleFile, ...], silenced: frozenset[str] = frozenset()
) -> Callable[[Wording], Context]:
    """The context of a text to nobody named: only its tone is judged, as to somebody met once."""
    nobody = Context(
        allowed=(),
        stage=StageCode.V,
        gate=GateAnswer(AskClass.A0, "allow", ""),
        rules=rules,
        silenced=silenced,
        tone_only=True,
        today=clock.today,
    )
    return lambda _: nobody


def of_contact(
    desk: Desk, rules: tuple[RuleFile, ...], silenced: frozenset[str] = frozenset()
) -> Callable[[Wording], Context]:
    """The context of a text to a contact: what may be said to them, and which asks are earned."""
    from netprep.compose import checking

    def context(wording: Wording) -> Context:
        said = checking.Wording(wording.form, wording.subject, cut(wording.body).text)
        return replace(checking.context_for(desk, said), rules=rules, silenced=silenced)

    return context


def checked_document(checked: Checked) -> dict[str, Any]:
    """What ``netprep check --format json`` prints, without ``version``."""
    verdict = checked.reading.verdict
    return {
        "status": checked.status.value,
        "pitch": {"score": verdict.score, "is_pitch": verdict.is_pitch, "because": list(verdict.because)},
        "findings": [finding_document(finding) for finding in checked.findings],
        "unverified": [{"start": one.start, "end": one.end, "text": one.text} for one in checked.unverified],
        "words": checked.reading.words,
    }


def in_a_line(checked: Checked) -> str:
    """The judgement in plain words."""
    errors = sum(finding.level is Level.ERROR for finding in checked.findings)
    warnings = sum(finding.level is Level.WARN for finding in checked.findings)
    if checked.reading.verdict.is_pitch:
        return "It reads as a pitch, so it is not usable as it stands."
    if errors:
        return f"Not usable as it stands: {_things(errors)} to mend."
    if checked.status is Status.NEEDS_FILL:
        return "It needs filling: see the line in [brackets]."
    if warnings:
        return f"It can go; {_things(warnings)} would be better otherwise."
    return "It can go as it is." if checked.findings else "Nothing found: it can go as it is."


def _things(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"


@frozen
class Marked:
    """A line of the text with the words that a finding is about: what stands before, the words, what follows."""

    before: str
    words: str
    after: str


def on_the_same_words(findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """Findings in the order of the text, those on overlapping words together, the gravest of them first."""
    groups: list[list[Finding]] = []
    reach = -1
    for finding in findings:
        if groups and finding.start < reach and finding.start < finding.end:
            groups[-1].append(finding)
        else:
            groups.append([finding])
            reach = finding.start
        reach = max(reach, finding.end)
    levels = list(Level)
    return [tuple(sorted(group, key=lambda each: levels.index(each.level))) for group in groups]


def marked_line(text: str, finding: Finding) -> Marked | None:
    """The first line that a finding is about, as much of it as is near; None for one about the whole text."""
    if finding.start == finding.end:
        return None
    before = _LINE_ENDS().split(text[max(0, finding.start - _NEAR) : finding.start])[-1]
    words, *below = _LINE_ENDS().split(text[finding.start : min(finding.end, finding.start + _NEAR)], maxsplit=1)
    after = "" if below else _LINE_ENDS().split(text[finding.end : finding.end + _NEAR], maxsplit=1)[0]
    return Marked(before, words, after)
