"""What the guard says of a text, as people read it: the line, the words marked, what to write instead."""

from __future__ import annotations

from netprep.cli.output import print_text, print_wrapped
from netprep.cli.output import width as terminal_width
from netprep.compose.check import Checked, Marked, in_a_line, marked_line
from netprep.guard.rules import RULES
from netprep.model.plan import Finding, Level
from netprep.model.text import clean, width

_WIDEST = 72
_LEAD = 16
"""Columns of a long line that are shown before the marked words."""
_LEVELS = {Level.ERROR: "to mend", Level.WARN: "better otherwise", Level.INFO: "good to know"}


def print_checked(checked: Checked) -> None:
    """Print what was found in the order of the text, and the judgement."""
    told: set[str] = set()
    for finding in checked.findings:
        _print_finding(checked.wording.source, finding, told)
    for each in checked.unverified:
        _print_line(checked.wording.source, each)
        print_wrapped("Yours to say: nothing known speaks for it or against it.", "  ")
        print_text()
    print_wrapped(in_a_line(checked))


def _print_finding(source: str, finding: Finding, told: set[str]) -> None:
    """Print a finding; why the rule is there and what to write instead only where it was not ``told`` before."""
    _print_line(source, finding)
    name = finding.name.replace("-", " ")
    print_wrapped(f"{name} ({finding.rule}), {_LEVELS[finding.level]}: {finding.message}", "  ", "    ")
    rule = RULES.get(finding.rule)
    why = rule.why if rule and finding.level is not Level.INFO else ""
    for line in (why, f"Instead: {finding.suggestion}" if finding.suggestion else ""):
        if line and line not in told:
            print_wrapped(line, "    ")
            told.add(line)
    print_text()


def _print_line(source: str, finding: Finding) -> None:
    marked = marked_line(source, finding)
    if marked is None:
        return
    shown = _fitted(marked, min(_WIDEST, terminal_width()))
    print_text(f"{shown.before}{shown.words}{shown.after}".rstrip())
    print_text(f"{' ' * width(shown.before)}{'^' * max(1, width(shown.words))}")


def _fitted(marked: Marked, columns: int) -> Marked:
    """The line without what a terminal must not see, and no wider than it."""
    before, words, after = (
        clean(each).replace("\t", " ").replace("\n", " ") for each in (marked.before, marked.words, marked.after)
    )
    before = before.lstrip()
    if width(before + words + after) <= columns:
        return Marked(before, words, after)
    if width(before) > _LEAD:
        before = "…" + _last(before, _LEAD - 1)
    words = _first(words, columns - width(before))
    after = _first(after, columns - width(before + words))
    return Marked(before, words, after)


def _first(text: str, columns: int) -> str:
    """As much of the beginning of ``text`` as fits, with "…" where something is left out."""
    if width(text) <= columns:
        return text
    text = text[:columns]
    while text and width(text) >= columns:
        text = text[:-1]
    return f"{text}…" if columns > 0 else ""


def _last(text: str, columns: int) -> str:
    text = text[-columns:]
    while text and width(text) > columns:
        text = text[1:]
    return text
