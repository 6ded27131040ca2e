"""Claims in plain words: what a note says of its reader must be known (M04).

Only clauses that speak of the reader are read this way: "your ...", "you ...", "congratulations on".
Where nothing known has any of the telling words, it is an error; where some are known, it is left to
the user as unverified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.grounding.everyday import ANYBODYS, RELATIVES, ROLES, is_trade
from netprep.guard.grounding.support import Support
from netprep.guard.grounding.words import Word, clause_end, clause_start, runs, span_of, words
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span, Text
from netprep.model.frozen import frozen
from netprep.model.text import word_set

_YOUR = lazily(r"(?<!\w)your (?=\w)", re.IGNORECASE)
_MINE = lazily(r"(?<!\w)(?:my|our) (?=\w)", re.IGNORECASE)
_YOU = lazily(r"(?<!\w)you(?:['’](?P<short>ve|re|d|ll))?(?!\w|['’])", re.IGNORECASE)
_NEWS = lazily(
    r"(?<!\w)(?:congratulations on|congrats on|well done (?:on|for|with)|bravo for|(?:so |very )?(?:happy|pleased"
    r"|delighted|thrilled|sorry|glad|sad) (?:to (?:hear|read|learn|see) )?(?:about|of|for|that)"
    r"|I (?:just |also |have |only )?(?:heard|hear|noticed|understand|gather|learned|learnt)"
    r"(?: (?:about|of|that|from|in))?|I (?:just |also |have |only )?(?:read|"
    r"saw|see) (?:about|of|that|from|in)|good luck (?:with|for|in|at)|"
    r"all the best (?:with|for)"
    r"|how (?:is|was|are|were|did)) (?=\w)",
    re.IGNORECASE,
)
_HEDGE = lazily(
    r"(?<!\w)(?:if|whether|unless|should|could|would|might|may|can|hope|wish|wishing|want|do|does|did|what|whatever"
    r"|wherever|how|which|where|why|who|whom|whenever|until|in case|let me know|shall|will|see|remind\w*|thank\w*"
    r"|like|as|than|suppose|guess|think|imagine|sure|feel free)(?!\w)",
    re.IGNORECASE,
)
_FIRM = lazily(
    r"(?<!\w)(?:since|now that|because|after|when|while|heard|hear|read|saw|noticed|understand|gather|learned|learnt"
    r"|congratulations|glad|great|know)(?!\w)",
    re.IGNORECASE,
)
_MODAL = lazily(
    r"\s+(?:\w+ly\s+)?(?:would|could|can|may|might|will|shall|should|ought|need not|want|like|prefer|wish|fancy"
    r"|feel|choose|decide|ever|need|please|all|both|two|so)(?!\w)",
    re.IGNORECASE,
)
_SAID = lazily(
    r"\s+(?:\w+ly\s+|also\s+|once\s+|just\s+|had\s+|have\s+)?(?:said|say|told|mentioned|asked|wrote|recommended"
    r"|suggested|described|explained|called|named|promised|taught|sent|gave|lent|showed|introduced|shared)(?!\w)",
    re.IGNORECASE,
)
"""What they said or gave is held against the log by itself (M52)."""
_HAPPENS = frozenset(
    [
        "mov",
        "move",
        "launch",
        "open",
        "clos",
        "retir",
        "marr",
        "married",
        "engag",
        "graduat",
        "promot",
        "hir",
        "fir",
        "sell",
        "buy",
        "win",
        "publish",
        "resign",
        "quit",
        "join",
        "found",
        "sign",
        "build",
        "divorc",
        "born",
        "pass",
        "fail",
        "sack",
        "expand",
        "renovat",
        "relocat",
        "award",
        "rais",
        "elect",
        "nominat",
        "appoint",
        "complet",
    ]
)
"""Roots of verbs that tell news even with nothing after them: "now that you retired"."""
_NEW = frozenset({"new", "old", "next", "former", "other", "latest", "current", "last", "third"})
_LOOK_BACK = 90


@frozen
class Claim:
    """A stretch that claims something; ``is_bare`` where nothing known has any of it."""

    span: Span
    kind: str
    is_bare: bool


def claims(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    """Every claim about the reader, and of kin and trade of mine, that is not known."""
    yield from _owned(text, support, quiet)
    yield from _of_mine(text, support, quiet)
    yield from _news(text, support, quiet)
    yield from _done(text, support, quiet)
    yield from _roles(text, support, quiet)
    yield from _as_a(text, support, quiet)


_AS_A = lazily(
    r"(?<!\w)(?:as|being|than) (?:(?:an?|the|our|its|their|another|fellow|"
    r"somebody|you(?: as)?) ){1,3}(?:(?!\w+ of)[a-z]+ ){0,2}?"
    r"(?P<role>[a-z]+)(?!\w)|(?<!\w)fellow (?P<fellow>[a-z]+)(?!\w)|(?<!\w)(?:an?|"
    r"the|one) (?P<like>[a-z]+) (?:like|as) you(?!\w)",
    re.IGNORECASE,
)


def _as_a(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    """Trades and offices that nobody known has: "as a surgeon", "a lawyer like you"."""
    for match in _AS_A().finditer(text.body):
        group = next(name for name in ("role", "fellow", "like") if match[name])
        word = next(words(text.body, *match.span(group)), None)
        if word and is_trade(word.low) and not support.has(word) and not quiet.hits((word.start, word.end)):
            yield Claim((word.start, word.end), "role", is_bare=True)


_ONE_OF_A_TRADE = lazily(r"(?<!\w)(?:an?|the|its|their|your|as|from|chief|head)\s+(?:[\w’'-]+ ){0,2}$", re.IGNORECASE)
_ANYBODYS_ROLES = word_set(
    "boss partner lead leader fellow student owner author artist head chair team friend guest host"
)
_POSSESSIVE = ("'s", "’s")


def _roles(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    """One of a trade that nothing known has: "from a truck driver", "its accountant"."""
    for word in words(text.body):
        trade = word.low
        for ending in _POSSESSIVE:
            trade = trade.removesuffix(ending)
        if trade not in ROLES or trade in _ANYBODYS_ROLES or support.has(word) or quiet.hits((word.start, word.end)):
            continue
        if _ONE_OF_A_TRADE().search(text.body[max(0, word.start - 40) : word.start]):
            yield Claim((word.start, word.end), "trade", is_bare=True)


def _owned(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    body = text.body
    for match in _YOUR().finditer(body):
        if quiet.hits(match.span()):
            continue
        stop = min(clause_end(body, match.end(), len(body)), match.end() + 60)
        phrase = _noun_phrase(body, match.end(), stop)
        for run in runs(phrase, body):
            if claim := _owned_claim(run, support, quiet):
                yield claim


def _noun_phrase(body: str, start: int, stop: int) -> list[Word]:
    """The words from ``start`` on up to the first that only frames others; "second" and the like are passed."""
    found: list[Word] = []
    for word in words(body, start, stop):
        if not word.root and word.low not in ("first", "second", "own", "one", "two") and not word.low.endswith("'s"):
            break
        found.append(word)
        if len(found) > 4:
            break
    return found


def _owned_claim(run: list[Word], support: Support, quiet: Mask) -> Claim | None:
    while run and run[0].is_everyday and run[0].low not in _NEW:
        if run[0].low not in _ADJECTIVES:
            return None  # "your day unfolds", "your story made me laugh": the first noun is everybody's
        run = run[1:]
    is_new = bool(run) and run[0].low in _NEW
    run = run[1:] if is_new else run
    if not run or any(quiet.hits((word.start, word.end)) for word in run):
        return None
    head = run[0]
    if head.low in ANYBODYS and not is_new:
        return None
    if head.is_everyday and head.low not in ANYBODYS:
        return None
    kin = [word for word in run if word.low in RELATIVES and word.root not in support.theirs]
    if kin:
        return Claim((kin[0].start, kin[0].end), "relative", is_bare=True)
    missing = [word for word in run if not support.has(word)]
    if not missing:
        return None
    told = [word for word in run if not word.is_everyday]
    is_bare = not any(support.has(word) for word in told or run)
    return Claim(span_of(run), "detail", is_bare=is_bare)


_ADJECTIVES = frozenset(
    [
        "good",
        "great",
        "lovely",
        "kind",
        "dear",
        "nice",
        "fine",
        "wonderful",
        "brilliant",
        "little",
        "big",
        "small",
        "whole",
        "favourite",
        "favorite",
        "very",
        "own",
        "excellent",
        "clever",
        "funny",
        "warm",
        "patient",
        "generous",
        "honest",
        "sharp",
        "quiet",
        "quick",
        "early",
        "late",
        "young",
        "busy",
        "single",
        "real",
        "true",
        "perfect",
        "fresh",
        "short",
        "long",
        "strange",
        "simple",
        "serious",
        "thoughtful",
    ]
)


def _of_mine(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    """Kin of mine that the notebook does not know."""
    body = text.body
    for match in _MINE().finditer(body):
        word = next(words(body, match.end(), min(len(body), match.end() + 40)), None)
        if word and word.low in RELATIVES and not support.has(word) and not quiet.hits((word.start, word.end)):
            yield Claim((word.start, word.end), "relative", is_bare=True)


def _news(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    body = text.body
    for match in _NEWS().finditer(body):
        start, stop = match.end(), clause_end(body, match.end(), len(body))
        if quiet.hits((start, stop)) or body[start:stop].casefold().startswith(("you ", "your ")):
            continue  # read as "you ..." and "your ..."
        if _YOU().search(body, start, stop) and not match[0].casefold().startswith(("congrat", "well done")):
            continue
        is_asked = match[0].casefold().startswith("how ")
        if is_asked and body[start:stop].count(" ") < 2:
            continue  # "how are the legs?" asks after something and tells nothing
        yield from _judged(body, start, stop, support, quiet, "news", is_asked=is_asked)


def _judged(
    body: str, start: int, stop: int, support: Support, quiet: Mask, kind: str, *, is_asked: bool = False
) -> Iterator[Claim]:
    found = [word for word in words(body, start, stop) if not quiet.hits((word.start, word.end))]
    told = [word for word in found if not word.is_everyday]
    missing = support.missing(told)
    if not missing:
        return
    if is_asked and not re.match(r"(?:the|your|that|those|these) ", body[start:stop], re.IGNORECASE):
        return
    bare = len(missing) == len(told)
    yield Claim((missing[0].start, missing[-1].end if bare else missing[0].end), kind, is_bare=bare)


def _done(text: Text, support: Support, quiet: Mask) -> Iterator[Claim]:
    """What the reader is, has or did, said as a fact."""
    body = text.body
    for match in _YOU().finditer(body):
        if quiet.hits(match.span()) or match["short"] in ("ll", "LL"):
            continue
        sentence_start, sentence_stop = text.sentence_at(match.start())
        start = max(clause_start(body, match.start(), sentence_start), match.start() - _LOOK_BACK)
        before = body[start : match.start()]
        firm = _FIRM().search(before)
        if (match["short"] or "").casefold() == "d" or _MODAL().match(body, match.end()):
            continue
        if _SAID().match(body, match.end()) or (not firm and _HEDGE().search(before)):
            continue
        if not firm and body[sentence_start:sentence_stop].rstrip().endswith("?"):
            continue
        stop = _predicate_end(body, match.end(), clause_end(body, match.end(), sentence_stop))
        yield from _predicate(body, match.end(), stop, support, quiet)


_JOINT = lazily(
    r"\s(?:and|but|so|because|that|which|who|while|when|if|as|than|until|before|after|since|where|how|why|what|or)\s"
)


def _predicate_end(body: str, start: int, stop: int) -> int:
    joint = _JOINT().search(body, start, stop)
    return joint.start() if joint else stop


def _predicate(body: str, start: int, stop: int, support: Support, quiet: Mask) -> Iterator[Claim]:
    found = list(words(body, start, stop))
    told = [word for word in found if not word.is_everyday and not quiet.hits((word.start, word.end))]
    missing = support.missing(told)
    if not missing:
        return
    roles = [
        word
        for word in missing
        if word.low in ROLES and re.search(r"\b(?:an?|the|our|as) (?:\w+ )?$", body[start : word.start])
    ]
    if roles:
        yield Claim((roles[0].start, roles[0].end), "role", is_bare=True)
        return
    named = any(word.root and quiet.hits((word.start, word.end)) for word in found)
    bare = len(missing) == len(told) and not named
    nouns = [word for word in missing if re.search(_BEFORE_NOUN, body[start : word.start], re.IGNORECASE)]
    tells = bool(nouns) or any(word.root in _HAPPENS for word in missing)
    yield Claim((missing[0].start, missing[-1].end if bare else missing[0].end), "detail", is_bare=bare and tells)


_BEFORE_NOUN = (
    r"(?:^|\W)(?:the|an?|your|my|our|their|his|her|its|this|that|these|"
    r"those|some|two|three|of|in|at|for|with|from|into|on|by|about) (?:[\w’'-]+ ){0,2}$"
)
