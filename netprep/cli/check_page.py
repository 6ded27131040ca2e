"""What the guard says of a text, as people read it: the line, the words marked, what to write instead."""

from __future__ import annotations

from collections.abc import Sequence

from netprep.cli.output import print_text, print_wrapped
from netprep.cli.output import width as terminal_width
from netprep.compose.check import Checked, Marked, in_a_line, marked_line, on_the_same_words
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
    for group in on_the_same_words(checked.findings):
        _print_group(checked.wording.source, group, told)
    for each in checked.unverified:
        _print_line(checked.wording.source, each)
        print_wrapped("Yours to say: nothing known speaks for it or against it.", "  ")
        print_text()
    print_wrapped(in_a_line(checked))


def _print_group(source: str, group: Sequence[Finding], told: set[str]) -> None:
    """Print the gravest of the findings on some words in full, and the others by name.

    Why the rule is there and what to write instead is said only where it was not ``told`` before.
    """
    finding, *others = group
    _print_line(source, finding)
    print_wrapped(f"{_named(finding)}, {_LEVELS[finding.level]}: {finding.message}", "  ", "    ")
    rule = RULES.get(finding.rule)
    why = rule.why if rule and finding.level is not Level.INFO else ""
    for line in (why, f"Instead: {finding.suggestion}" if finding.suggestion else ""):
        if line and line not in told:
            print_wrapped(line, "    ")
            told.add(line)
    if others:
        print_wrapped(f"Also: {', '.join(dict.fromkeys(map(_named, others)))}", "    ")
    print_text()


def _named(finding: Finding) -> str:
    return f"{finding.name.replace('-', ' ')} ({finding.rule})"


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
