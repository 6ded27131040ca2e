"""The name a note greets (M22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.case import Case
from netprep.guard.grounding.evidence import Evidence
from netprep.guard.grounding.vocabulary import FUNCTION, GIVEN, STARTERS
from netprep.guard.phrases import lazily
from netprep.guard.rules import RULES
from netprep.guard.slots import slots_in
from netprep.guard.text import WORD, Mask, Span, Text, words_of
from netprep.model.plan import Finding

_GREETING = lazily(
    r"\s{0,20}(?:hi|hello|hey|hiya|dear|dearest|good (?:morning|afternoon|evening|day)|morning|evening|greetings"
    r"|hola|ciao|hallo|salut|bonjour|hej|moin|ahoj|servus|namaste|salaam|shalom|ol[áa]|buongiorno|guten tag)"
    r"(?: again)?(?!\w),? ?",
    re.IGNORECASE,
)
_TITLES = frozenset({"mr", "mrs", "ms", "mx", "dr", "prof", "professor", "sir", "madam"})
_ANYBODY = frozenset(
    {"there", "all", "everyone", "everybody", "both", "friend", "friends", "team", "folks", "again", "you"}
)
_BARE = lazily(r"\s{0,20}(?P<name>[^\W\d_]\S{1,40}),(?P<own_line>[ \t]*[\r\n])?")


def greeted(text: Text) -> list[Span]:
    """Where the names stand that the text greets; none where it greets nobody by name."""
    match = _GREETING().match(text.body)
    spans = _names_after(text.body, match.end()) if match else _bare_name(text.body)
    slots = slots_in(text) if spans else []
    taken = Mask(len(text.body), (*text.gaps, *slots))
    return [span for span in spans if not taken.hits(span)]


def _names_after(body: str, start: int) -> list[Span]:
    spans: list[Span] = []
    last = start
    for match in WORD().finditer(body, start, start + 120):
        between = body[last : match.start()]
        low = match[0].casefold()
        if "\n" in between or between.strip(" .\t") not in ("", "-", "&") or low in _ANYBODY:
            break
        if low in ("and", "&", "or"):
            last = match.end()
            spans.append((match.end(), match.end()))
            continue
        if low.rstrip(".") not in _TITLES:
            if not match[0][0].isupper() or low in FUNCTION:
                break
            joined = spans and spans[-1][1] == last and spans[-1][0] != spans[-1][1]
            spans[-1:] = [(spans[-1][0], match.end())] if joined else [*spans[-1:], match.span()]
        last = match.end()
    return [span for span in spans if span[0] < span[1]]


def _bare_name(body: str) -> list[Span]:
    match = _BARE().match(body)
    if match is None or not match["name"][0].isupper():
        return []
    low = match["name"].casefold()
    if low in STARTERS or low in FUNCTION or low.endswith(("ly", "ing")):
        return []
    return [match.span("name")] if match["own_line"] or low in GIVEN else []


def greeting_findings(text: Text, case: Case, spans: list[Span]) -> Iterator[Finding]:
    """An error for each name greeted that is not the reader's."""
    known = _reader(case)
    for start, end in spans:
        name = text.body[start:end]
        if not known.has_name(tuple(word.removesuffix("'s") for word in words_of(name))):
            yield RULES["M22"].at(text.body, (start, end), f"The note greets “{name}”, who is not the one it is for.")


def _reader(case: Case) -> Evidence:
    """Only names: somebody mentioned in a fact is not the one who is greeted."""
    context = case.context
    named = [known.text for known in context.allowed if known.what == "profile"]
    if not context.names and not named:
        return case.evidence
    return Evidence(tuple((name, context.today) for name in (*context.names, *named)), (), frozenset(), context.today)
