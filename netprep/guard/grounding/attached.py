"""Claims that something is attached: a note made here carries nothing but words (M04)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span, Text

_ATTACHED = lazily(
    r"(?<!\w)(?:(?:I|we)(?:['’]ve| have|['’]m| am|['’]ll| will)? (?:also |"
    r"just |taken the liberty of )?(?:attach(?:ed|ing)?|enclos(?:e|ed|"
    r"ing))"
    r"|(?:is|are|find|see|it|them|here|file|plan|document|photo|photos|"
    r"pictures?|slides|list|notes) (?:attached|enclosed)"
    r"|attached (?:is|are|you|please|the|my|our|a|find)|enclosed (?:is|are|you|please|the|my|our|a|find)"
    r"|please find|(?:see|in|open|read) the (?:attachment|attached|enclosure|enclosed)|attachments?"
    r"|attached|enclosed)(?!\w)",
    re.IGNORECASE,
)
_FIGURE = lazily(
    r"(?<!\w)(?:attached to (?:you|it|the|my|that|this|them|our)|(?:no|"
    r"without|any) attachments?|strings attached|you attached)",
    re.IGNORECASE,
)


def attachments(text: Text, quiet: Mask) -> Iterator[Span]:
    """Stretches that say that something comes with the note."""
    for match in _ATTACHED().finditer(text.body):
        around = text.body[max(0, match.start() - 12) : match.end() + 12]
        if not quiet.hits(match.span()) and not _FIGURE().search(around):
            yield match.span()
