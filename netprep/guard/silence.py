"""Silences: comments in a text that keep a rule quiet in the sentence that follows, with a reason (M59).

    <!-- netprep: ignore M11 reason="she asked me to remind her" -->

A comment is never part of the text: it is cut out before anything is read, counted or sent, and what is
found is told in the offsets of the text as it came.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from netprep.guard.book import Rule
from netprep.guard.phrases import lazily
from netprep.guard.rules import RULES
from netprep.model.plan import Finding, Level

Span = tuple[int, int]

OPENS = "<!--"
_OPENS = lazily(r"<!--\s{0,20}netprep\s{0,5}:", re.IGNORECASE)
_LONGEST = 1_000
"""Characters a comment has at most; one that is not closed by then ends with its line."""
_ASKS = lazily(r"\s*ignore\s+(?P<rules>[^\"“”'=]*?)(?:\s*\breason\s*=\s*(?P<reason>.*))?", re.IGNORECASE | re.DOTALL)
_REASON = lazily(r"\"[^\"]*\"|“[^“”]*”|'[^']*'", re.DOTALL)
_NOT_A_REASON = lazily(r"[^\w]")
HOW = '<!-- netprep: ignore M11 reason="she asked me to remind her" -->'
"""How a silence is written."""


@dataclass(frozen=True)
class Comment:
    """A comment for netprep: where it stands, and where the text goes on once all comments are cut out."""

    span: Span
    inside: str
    at: int


@dataclass(frozen=True)
class Cut:
    """A text without its comments for netprep.

    Attributes:
        text: what is left.
        source: the text as it came.
        comments: what was cut out.
        pieces: for each stretch that was kept, where it begins in ``text`` and in ``source``.
    """

    text: str
    source: str
    comments: tuple[Comment, ...] = ()
    pieces: tuple[Span, ...] = ()

    def back(self, span: Span) -> Span:
        """A span of what is left in the text as it came."""
        if not self.comments:
            return span
        start = self._back(span[0])
        return start, (self._back(span[1] - 1) + 1 if span[1] > span[0] else start)

    def _back(self, offset: int) -> int:
        begins, came = self.pieces[max(0, bisect_right(self.pieces, (offset, len(self.source))) - 1)]
        return came + offset - begins

    def seen(self, span: Span) -> Span:
        """A span of the text as it came in what is left; what was cut out is an empty span."""
        if not self.comments:
            return span
        return self._seen(span[0]), self._seen(span[1])

    def _seen(self, offset: int) -> int:
        here = 0
        for i, (begins, came) in enumerate(self.pieces):
            if came > offset:
                break
            after = self.pieces[i + 1][0] if i + 1 < len(self.pieces) else len(self.text)
            here = min(begins + offset - came, after)
        return here


def cut(text: str) -> Cut:
    """``text`` without comments for netprep; a line that holds nothing else goes with them. Linear in its length."""
    if OPENS not in text:
        return Cut(text, text)
    spans = list(_comments(text))
    if not spans:
        return Cut(text, text)
    comments: list[Comment] = []
    kept: list[str] = []
    pieces: list[Span] = []
    at = size = 0
    for start, end, first, after in _with_blanks(text, spans):
        if start > at or not pieces:
            pieces.append((size, at))
            kept.append(text[at:start])
            size += start - at
        comments += [Comment(span, text[slice(*span)], size) for span in spans[first:after]]
        at = end
    pieces.append((size, at))
    kept.append(text[at:])
    return Cut("".join(kept), text, tuple(comments), tuple(pieces))


def without_comments(text: str) -> str:
    """A text as it may leave: nothing in it that was meant for netprep."""
    return cut(text).text


def _comments(text: str) -> Iterator[Span]:
    at = 0
    for match in _OPENS().finditer(text):
        if match.start() < at:
            continue
        closes = text.find("-->", match.end(), match.end() + _LONGEST)
        at = closes + 3 if closes >= 0 else _line_end(text, match.end())
        yield match.start(), at


def _line_end(text: str, start: int) -> int:
    ends = [end for mark in "\r\n" if (end := text.find(mark, start, start + _LONGEST)) >= 0]
    return min(ends, default=min(len(text), start + _LONGEST))


def _with_blanks(text: str, spans: list[Span]) -> Iterator[tuple[int, int, int, int]]:
    """Comments that follow one another, with the blanks or the line that go with them, and which they are."""
    i = 0
    while i < len(spans):
        start, end = spans[i]
        j = i + 1
        while j < len(spans) and not text[end : spans[j][0]].strip(" \t"):
            end = spans[j][1]
            j += 1
        yield (*_wider(text, start, end), i, j)
        i = j


def _wider(text: str, start: int, end: int) -> Span:
    left, right = start, end
    while left > 0 and text[left - 1] in " \t":
        left -= 1
    while right < len(text) and text[right] in " \t":
        right += 1
    begins_line = left == 0 or text[left - 1] in "\r\n"
    ends_line = right == len(text) or text[right] in "\r\n"
    if begins_line and ends_line:
        return left, right + (2 if text[right : right + 2] == "\r\n" else 1 if right < len(text) else 0)
    if begins_line:
        return start, right
    return (left, end) if ends_line or right > end else (start, end)


@dataclass
class _Silence:
    """One rule that a comment keeps quiet: from where to where, and whether it had anything to keep quiet."""

    comment: Comment
    code: str
    reach: Span
    used: bool = False


@dataclass
class Silences:
    """What is kept quiet in a text, and where. It remembers which silences were of use.

    ``everywhere`` are the codes that the user's settings keep quiet, whatever the text; ``here`` are by code.
    """

    everywhere: frozenset[str] = frozenset()
    here: dict[str, list[_Silence]] = field(default_factory=dict)
    faults: list[tuple[Comment, Level, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.everywhere or self.here)

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is to be told; one about the whole text counts as of its first sentence."""
        if finding.rule in self.everywhere:
            return False
        told = True
        of_rule = self.here.get(finding.rule, ())
        for i in range(bisect_right(of_rule, finding.start, key=lambda each: each.reach[0]) - 1, -1, -1):
            if of_rule[i].reach[1] <= finding.start:
                break  # they are in the order of the text
            of_rule[i].used, told = True, False
        return told

    def findings(self, source: str) -> Iterator[Finding]:
        """What is wrong with the comments themselves, in the offsets of the text as it came."""
        rule = RULES["M59"]
        for comment, level, message in self.faults:
            yield rule.softer(level).at(source, comment.span, message)
        unused = rule.softer(Level.INFO, "unused-silence")
        for each in (silence for of_rule in self.here.values() for silence in of_rule):
            if not each.used:
                message = f"{each.code} finds nothing in the sentence that follows."
                yield unused.at(source, each.comment.span, message, "Take the comment out.")


def silences_of(
    comments: Iterable[Comment], reach: Callable[[int], Span], packs: Mapping[str, Rule], everywhere: Iterable[str] = ()
) -> Silences:
    """The silences that comments ask for.

    Args:
        comments: as they were cut out.
        reach: from the place where the text goes on to the sentence there, in the offsets of findings.
        packs: rules from files by code; the built-in ones are known.
        everywhere: codes that are kept quiet in all texts.
    """
    made = Silences(frozenset(everywhere))
    for comment in comments:
        wanted, fault = _read(comment.inside)
        if fault:
            made.faults.append((comment, Level.ERROR, fault))
            continue
        for name in wanted:
            rule = find_rule(name, packs)
            if rule is None:
                near = nearest_rule(name, packs)
                meant = f" Did you mean {near}?" if near else ""
                made.faults.append((comment, Level.ERROR, f"There is no rule “{name[:40]}”.{meant}"))
            elif rule.always:
                message = f"{rule.name.replace('-', ' ')} ({rule.code}) cannot be silenced."
                made.faults.append((comment, Level.WARN, message))
            else:
                made.here.setdefault(rule.code, []).append(_Silence(comment, rule.code, reach(comment.at)))
    return made


def _read(comment: str) -> tuple[tuple[str, ...], str]:
    """The rules that a comment names, and what is wrong with it."""
    if not comment.endswith("-->"):
        return (), "This comment is not closed with -->."
    match = _ASKS().fullmatch(comment[: -len("-->")].partition(":")[2].rstrip())
    if match is None:
        return (), f"This comment cannot be read. One is written so: {HOW}"
    rules = tuple(dict.fromkeys(match["rules"].replace(",", " ").split()))
    if not rules:
        return (), "This comment names no rule."
    reason = (match["reason"] or "").strip()
    if not _REASON().fullmatch(reason) or not _NOT_A_REASON().sub("", reason):
        return (), 'A rule is silenced for a reason: reason="..." is missing.'
    return rules, ""


def find_rule(name: str, packs: Mapping[str, Rule]) -> Rule | None:
    """The rule with a code or a readable name, written in capitals or not, with dashes or blanks."""
    low = name.lower().replace(" ", "-").replace("_", "-")
    for rules in (RULES, packs):
        for rule in rules.values():
            if low in (rule.code.lower(), rule.name.lower()):
                return rule
    return None


def nearest_rule(name: str, packs: Mapping[str, Rule]) -> str | None:
    """The code or the name that was probably meant."""
    from difflib import get_close_matches

    names = [each for rules in (RULES, packs) for rule in rules.values() for each in (rule.code, rule.name)]
    low = {each.lower(): each for each in reversed(names)}
    near = get_close_matches(name.lower().replace(" ", "-").replace("_", "-"), low, n=1, cutoff=0.6)
    return low[near[0]] if near else None


def moved(finding: Finding, span: Span, source: str) -> Finding:
    """A finding in the offsets of another text."""
    start, end = span
    return replace(finding, start=start, end=end, text=source[start:end])
