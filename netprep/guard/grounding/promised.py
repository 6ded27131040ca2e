"""Promises of mine to the reader: each has to be in the log, with what it promises (M05)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.context import Context
from netprep.guard.grounding.support import Support
from netprep.guard.grounding.words import clause_end, words
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span, Text
from netprep.model.frozen import frozen

_WILL = (
    r"I(?:['’]ll| will| shall| am going to|['’]m going to|['’]m about to| am about to| promise to|['’]ve arranged to)"
)
_HOW = r"(?: (?:also|then|gladly|certainly|definitely|happily|personally|just|of course|soon|still|\w+ly))?"
_ACTS = (
    r"send|re-?send|forward|e-?mail|mail|post|bring|get you|get hold|give|lend|introduce|connect|call|ring|phone|text"
    r"|show|share|drop|deliver|order|book|reserve|arrange|set up|set aside|organi[sz]e|pass|put|speak to|speak with"
    r"|talk to|write to|prepare|make you|make sure|make an|make a|help|come by|come round|come over|pick|stop by"
    r"|look into|look up|find you|find out|find a|check with|check whether|check the|copy|print|sort|pay|buy|cover"
    r"|save you|keep you posted|keep you a|let you have|let you know|ask|invite|recommend|mention|add you|draft|scan"
    r"|translate|review|proofread|record|sign you|enter you|have (?:it|this|that|them|the \w+) (?:sent|ready|delivered)"
    r"|get (?:it|this|that|them|back to you|in touch)|be back|come back to you|follow up|report back|double"
)
_PROMISE = lazily(
    rf"(?<!\w)(?:{_WILL}{_HOW} (?:{_ACTS})"
    rf"|you(?:['’]ll| will) (?:have|get|receive|find) (?=(?:it|this|that|them|the|my|an?|two|three) ?)"
    r"|(?:it|they|the [\w-]+(?: [\w-]+)?) (?:will|['’]ll) (?:be with you|be on its way|be in the post|arrive|reach you)"
    r"|(?:is|are) (?:on (?:its|their) way|in the post)"
    r"|I (?:had )?promised(?: you| to)?|I promise(?: you)?|(?:just )?as (?:I )?promised|as I said I would"
    r"|my promise(?: of| to| about)?|I (?:owe|owed) you|the (?:promised|\w+ I promised)"
    r"|expect (?:it|the|a|my) )",
    re.IGNORECASE,
)
_ON_REQUEST = lazily(
    r"(?<!\w)(?:if you|if it|if that|say the word|just say|should you|would you like|shall I|let me know (?:if|and|whether)"
    r"|happy to|whenever you|unless you)(?!\w)|\?\s*$",
    re.IGNORECASE,
)
_TO_OTHERS = lazily(r"\s+(?:it |this |that |them |a card |a note )?to (?:my|him|her|them|the)(?!\w)", re.IGNORECASE)
_SELF = lazily(
    r"(?<!\w)I (?:owe|owed) you (?:a (?:coffee|drink|thank|lunch|beer)|an (?:apology|answer)|one|thanks|much|so much|for (?:it|that|this|those|them|the))",
    re.IGNORECASE,
)
_AHEAD = lazily(r"(?<!\w)(?:promis|owe)", re.IGNORECASE)


@frozen
class NotPromised:
    """A promise that is not in the log; ``is_bare`` where no promise is like it."""

    span: Span
    is_bare: bool


def not_promised(text: Text, context: Context, support: Support, quiet: Mask) -> Iterator[NotPromised]:
    """Every promise of mine that is not open in the log, and was not just kept."""
    known = Support.of_lines(promise.text for promise in context.promises)
    for match in _PROMISE().finditer(text.body):
        sentence = text.sentence_text(match.start())
        if quiet.hits((match.start(), match.start() + 1)) or _SELF().match(text.body, match.start()):
            continue
        if _ON_REQUEST().search(sentence) or _TO_OTHERS().match(text.body, match.end()):
            continue
        if not context.promises:
            yield NotPromised(match.span(), is_bare=True)
            continue
        yield from _content(text, match, known, quiet)


def _content(text: Text, match: re.Match[str], known: Support, quiet: Mask) -> Iterator[NotPromised]:
    """What is promised: the words after it, and before it where it only says "as promised"."""
    start, stop = text.sentence_at(match.start())
    ahead = (
        bool(_AHEAD().search(match[0]))
        or "way" in match[0]
        or "post" in match[0]
        or match[0].startswith(("the", "The"))
    )
    until = stop if match[0].casefold() == "as promised" else clause_end(text.body, match.end(), stop)
    found = [word for word in words(text.body, start if ahead else match.end(), until) if word.low != "promised"]
    told = [word for word in found if not word.is_everyday and not quiet.hits((word.start, word.end))]
    missing = known.missing(told)
    if missing:
        yield NotPromised((match.start(), max(match.end(), missing[-1].end)), is_bare=len(missing) == len(told))
