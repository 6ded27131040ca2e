"""What the reader may not be told: what is kept back of them, and of others (M14, M15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from netprep.guard.context import Context
from netprep.guard.grounding.background import Other
from netprep.guard.grounding.everyday import PRIVATE_MATTERS
from netprep.guard.grounding.support import Support
from netprep.guard.grounding.words import Word, root_of, words
from netprep.guard.text import Mask, Span, Text, words_of
from netprep.model.plan import Known
from netprep.model.words import Sensitivity, Source

_WHY = {
    Source.THIRD_PARTY: "somebody else told you",
    Source.GUESS: "it is your guess",
    Source.IMPORT: "it was imported, not told to you",
}


def why_kept(known: Known) -> str:
    """Why something is not to be said, in words that do not say it."""
    if known.what == "avoid":
        return "you avoid it with them"
    if known.sensitivity is not Sensitivity.OPEN:
        return f"you keep it {known.sensitivity.value}"
    return _WHY.get(known.source, "they did not tell you")


def kept_back(text: Text, context: Context, support: Support, quiet: Mask) -> Iterator[tuple[Span, Known]]:
    """Stretches that tell the reader what is not to be said to them."""
    for known in context.kept_back:
        for span in _told(text, known, support, quiet):
            yield span, known
            break


def of_others(text: Text, context: Context, support: Support) -> Iterator[tuple[Span, Other, Known]]:
    """Stretches that tell, of somebody named in the same sentence or the one before, what is theirs to tell."""
    quiet = Mask(len(text.body))
    for other in context.others:
        named = list(named_in(text, other))
        for known in other.kept_back if named else ():
            for span in _told(text, known, support, quiet):
                if any(_near(text, at, span) for at in named):
                    yield span, other, known
                    break


def named_in(text: Text, other: Other) -> Iterator[Span]:
    """Where somebody's first name, nickname, surname or whole name stands."""
    parts = [*other.name.split(), *other.nickname.split()]
    names = "|".join(
        re.escape(part) for part in dict.fromkeys((other.name, *parts)) if len(part) > 1 and part[0].isupper()
    )
    if names:
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text.body):
            yield match.span()


def _near(text: Text, named: Span, told: Span) -> bool:
    start, end = text.sentence_at(named[0])
    _, end = text.sentence_at(min(end, max(0, len(text.body) - 1)))
    return start <= told[0] < end


def _told(text: Text, known: Known, support: Support, quiet: Mask) -> Iterator[Span]:
    """The first words of each sentence that tell it: its own words in any form, or most of its telling words."""
    telling = _telling(known, support)
    if not telling:
        return
    seen = -1
    for match in re.finditer(r"\S", text.body):
        if match.start() < seen:
            continue
        start, seen = text.sentence_at(match.start())
        said = [
            word
            for word in words(text.body, start, seen)
            if word.root in telling and not quiet.hits((word.start, word.end))
        ]
        if _is_enough(said, telling, known, text.body[start:seen]):
            yield said[0].start, said[-1].end


def _telling(known: Known, support: Support) -> frozenset[str]:
    """Roots that stand in it and in nothing that may be said."""
    return frozenset(
        word.root
        for line in (known.text, known.quote or "")
        for word in words(line)
        if not word.is_everyday and len(word.low) > 2 and word.root not in support.roots
    )


def _is_enough(said: Sequence[Word], telling: frozenset[str], known: Known, sentence: str) -> bool:
    found = {word.root for word in said}
    if not found:
        return False
    if len(found) >= min(2, len(telling)):
        return True
    if known.quote and _shares_stretch(sentence, known.quote):
        return True
    return any(word.low in PRIVATE_MATTERS or word.root in _matters() for word in said) or (
        len(telling) <= _FEW and any(len(word.low) >= _RARE and word.root not in _plain_roots() for word in said)
    )


_RARE = 8
_FEW = 3


@lru_cache(maxsize=1)
def _matters() -> frozenset[str]:
    return frozenset(root for word in PRIVATE_MATTERS if (root := root_of(word)))


def _shares_stretch(sentence: str, quote: str) -> bool:
    said, theirs = words_of(sentence), words_of(quote)
    stretches = {theirs[at : at + 3] for at in range(len(theirs) - 2)}
    return any(said[at : at + 3] in stretches for at in range(len(said) - 2))


@lru_cache(maxsize=1)
def _plain_roots() -> frozenset[str]:
    """Roots of words that tell something only in company."""
    return frozenset(
        word.root
        for word in words(
            "house home money test result school office boss team client customer business project course partner "
            "wife husband son daughter sister brother mother father parents family trouble waiting change changing "
            "looking moving leaving selling buying losing quarrel argument building street market"
        )
        if word.root
    )
