"""Bringing two people together in a note: both have to have said yes (M23)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.context import Context
from netprep.guard.grounding.discretion import named_in
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span, Text

_NAME = r"(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_ACT = lazily(
    rf"(?<!\w)(?:(?<!to )(?<!you )(?<!great )(?<!good )(?<!nice )(?<!glad )(?<!we )(?<!I )meet (?:my \w+,? )?{_NAME}"
    rf"|(?-i:[A-Z][\w’'-]+), meet {_NAME}"
    r"|(?:cc|bcc)(?:['’]?(?:ing|ed|d))(?!\w)|(?:on|in) (?:cc|copy)(?!\w)|in (?:the )?cc(?!\w)"
    r"|(?:I(?:['’]m|['’]ve| am| have|['’]ll| will)? (?:also |just |now )?)?cop(?:y|"
    r"ying|ied) (?:in |you both|both|him|her|them)\w*"
    rf"|cop(?:ying|ied) (?:in )?{_NAME}"
    rf"|loop(?:ing|ed)? (?:in )?(?:{_NAME}|him|her|them)(?: in)?"
    rf"|add(?:ing|ed) (?:{_NAME}|him|her|them) (?:to|here|on)(?!\w)"
    r"|(?:I(?:['’]ll| will)|let me) (?:let|leave) (?:you|the) two(?!\w)|you two (?:can )?take it from here"
    r"|(?:I(?:['’]ll| will)|let me) (?:let|leave) you both(?!\w)|take it from here"
    r"|(?:I(?:['’]m| am)|let me|allow me to|I(?:['’]d| would) like to|happy to|here to|I(?:['’]ve| have)"
    rf"|this is to) (?:introduc(?:e|ing|ed)|connect(?:ing|ed)?) (?:you (?:two|both|to|with) ?(?:{_NAME})?|{_NAME})"
    rf"|(?:I(?:['’]ve| have)?|we(?:['’]ve| have)?) (?:given|gave|passed|sent|forwarded) (?:{_NAME}|him|her|them)"
    r" your (?:number|address|e-?mail|details|contact|card)"
    rf"|(?:I(?:['’]ve| have)?) (?:told|asked) {_NAME} to (?:call|write|ring|email|e-mail|contact|message) (?:to )?you"
    rf"|{_NAME} (?:is )?(?:in copy|copied|cc(?:['’]?d)|on cc)"
    r")",
    re.IGNORECASE,
)


def introductions(text: Text, context: Context, quiet: Mask) -> Iterator[Span]:
    """Acts of introduction to somebody, unless somebody named in the note and the reader both agreed to it."""
    if any(other.may_be_introduced and any(named_in(text, other)) for other in context.others):
        return
    for match in _ACT().finditer(text.body):
        asks = text.sentence_text(match.start()).rstrip().endswith("?")
        if quiet.hits(match.span()) or asks or _is_reader(match[0], context):
            continue
        yield match.span()


def _is_reader(act: str, context: Context) -> bool:
    """Whether only the reader is named, as in "glad I could meet Lena"."""
    named = re.findall(r"\b[A-Z][\w’'-]+", act)
    own = {part for name in (*context.reader_names, *context.my_names) for part in name.split()}
    return act.casefold().startswith("meet ") and bool(named) and all(name in own for name in named)
