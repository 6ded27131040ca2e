"""Slots nobody filled, and gaps left on purpose (M17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.phrases import lazily
from netprep.guard.rules import RULES
from netprep.guard.text import Mask, Span, Text
from netprep.model.plan import Finding, Level

_BRACKETED = lazily(r"\[([^\[\]\r\n]{1,400})\](?!\()")
_SLOT_WORDS = (
    r"(?:your |their |his |her |my |the |a |insert |add |first |last |full |company |event |job |contact "
    r"|recipient |sender )*"
    r"(?:name|firstname|lastname|surname|company|organi[sz]ation|employer|date|day|time|event|link|url|title"
    r"|topic|role|city"
    r"|place|position|number|phone|e-?mail|address|product|signature|recipient|sender|contact|industry|insert"
    r"|here|todo|xx+)"
    r"(?: here| name| \d)?"
)
_SLOT = lazily(_SLOT_WORDS, re.IGNORECASE)
_SHOUTED = lazily(r"[A-Z][A-Z0-9_ ]{2,40}|[a-z]+_[a-z_]{1,40}")
_BROKEN = lazily(
    r"\{\{[^{}\r\n]{0,200}\}\}|\{%[^{}\r\n]{0,200}%\}|\$?\{[A-Za-z_][\w. ]{0,40}\}|\{\{|\}\}|%\([a-z_]{1,40}\)s"
    r"|<(?!/?(?:b|i|u|p|a|br|em|li|ul|ol|strong)\b)[A-Za-z][\w -]{0,40}>"
    r"|<[\w.]{1,60} object at [^>\r\n]{1,40}>|(?<!\w)(?:Known|Moment|Fact|Entry|Sentence"
    r"|datetime\.\w{1,10})\([^()\r\n]{0,200}\)"
    r"|(?<!\w)(?:NaN|TODO|FIXME|XXX+|lorem ipsum|Undefined)(?!\w)"
    r"|(?<!\w)null(?!\w)(?! (?:hypothesis|result|and void|island|value|pointer))"
    r"|(?<=[Hh]i )undefined|(?<=[Dd]ear )undefined|(?<=[Hh]ello )undefined|(?<=at )undefined|(?<=about )undefined"
    r"|“”|«»|(?<!\w)\"\"(?!\w)"
    r"|(?:\A|(?<=\n))(?:Hi|Hello|Hey|Dear) ?[,!](?=\s*[\r\n])|(?:\A|(?<=\n))(?:Hi|Hello|Hey|Dear) ,"
)
_CUES = (
    *("{", "}", "%(", "<", "Known(", "Moment(", "Fact(", "Entry(", "Sentence(", "datetime.", "NaN", "TODO", "FIXME"),
    *("XXX", "lorem ipsum", "Undefined", "undefined", "null", "“”", "«»", '""', "Hi,", "Hi!", "Hi ,", "Hi !"),
    *("Hello,", "Hello!", "Hello ,", "Hello !", "Hey,", "Hey!", "Hey ,", "Hey !", "Dear,", "Dear!", "Dear ,", "Dear !"),
)
"""One of these is in every text with a broken slot."""
_NONE = lazily(r"(?<!\w)None(?!\w)(?! (?:of|but|the|other|too|is|are|was|were)\b)")
_NONE_ACTS = lazily(r"['’]s\b|,? who\b| (?:said|mentioned|told|asked|has|runs|works|and I)\b")


def gaps_in(body: str) -> list[Span]:
    """Gaps left for the user: a bracket with an instruction, not the name of a value."""
    return [match.span() for match in _BRACKETED().finditer(body) if _is_gap(match[1])]


def _is_gap(inside: str) -> bool:
    return not _is_slot(inside) and (":" in inside or len(inside.split()) >= 3)


def _is_slot(inside: str) -> bool:
    inside = inside.strip()
    return bool(_SLOT().fullmatch(inside) or _SHOUTED().fullmatch(inside)) or (
        len(inside.split()) <= 2 and inside.istitle()
    )


def slots_in(text: Text) -> list[Span]:
    """Slots that were never filled, outside the gaps."""
    body, found = text.body, []
    if "[" in body:
        found += [match.span() for match in _BRACKETED().finditer(body) if _is_slot(match[1])]
    if any(map(body.__contains__, _CUES)):
        found += [match.span() for match in _BROKEN().finditer(body)]
    for match in _NONE().finditer(body) if "None" in body else ():
        if not text.opens_sentence(match.start()) or _NONE_ACTS().match(text.body[match.end() : match.end() + 16]):
            found.append(match.span())
    outside: list[Span] = []
    taken = Mask(len(text.body), text.gaps)
    for span in sorted(found):
        if not taken.hits(span):
            taken.add(span)
            outside.append(span)
    return outside


def slot_findings(text: Text, slots: list[Span]) -> Iterator[Finding]:
    """An error for each slot, an information for each gap with what fills it."""
    rule = RULES["M17"]
    for span in slots:
        yield rule.at(text.body, span, f"“{text.body[span[0] : span[1]]}” was never filled.")
    if not text.gaps:
        return
    gap = rule.softer(Level.INFO, "gap")
    for start, end in text.gaps:
        inside = text.body[start:end].strip().strip("[]").strip()
        yield gap.at(text.body, (start, end), "Here something is left for you to fill.", f"Fill it: {inside}")
