"""Whether a note has anything that only the two of us know (M03)."""

from __future__ import annotations

from functools import lru_cache

from netprep.guard.context import Context
from netprep.guard.grounding.everyday import ANYBODYS
from netprep.guard.grounding.evidence import sayable
from netprep.guard.grounding.words import root_of, roots, words
from netprep.model.words import Source

_OURS = frozenset({"anchor", "quote", "fact", "promise", "meeting", "received", "give", "message"})


def has_anchor(body: str, context: Context) -> bool:
    """Whether a telling word of something that only the two of us know stands in ``body``.

    Names of people, firms and events are no such thing: they stand on badges and invitations.
    """
    known = roots(_lines(context)) - roots(_on_badges(context)) - _anybodys()
    return any(word.root in known and not word.is_everyday for word in words(body))


def _lines(context: Context) -> list[str]:
    ours = [
        known
        for known in context.allowed
        if known.what in _OURS and sayable(known) and known.source is not Source.PUBLIC
    ]
    return [
        *(text for known in ours for text in (known.text, known.quote) if text),
        *(promise.text for promise in context.promises),
    ]


def _on_badges(context: Context) -> list[str]:
    badges = [known.text for known in context.allowed if known.what in ("name", "org", "event")]
    return [*badges, *context.names, *context.reader_names, *context.my_names]


@lru_cache(maxsize=1)
def _anybodys() -> frozenset[str]:
    return frozenset(root_of(word) for word in ANYBODYS)
