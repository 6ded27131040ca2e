"""Whether a note is nearly what went out before (M21)."""

from __future__ import annotations

from netprep.guard.grounding.background import Sent
from netprep.guard.text import words_of

_WORDS = 5
_FEWEST = 8
"""Stretches below which two notes are too short to be told apart."""
_SHARE = 0.5


def shingles(body: str) -> frozenset[tuple[str, ...]]:
    """Every stretch of five words, without regard to case and marks (Broder 1997; grade B)."""
    said = words_of(body)
    return frozenset(said[at : at + _WORDS] for at in range(len(said) - _WORDS + 1))


def copied(body: str, sent: tuple[Sent, ...]) -> tuple[Sent, float] | None:
    """The message that this is nearly a copy of, and which share of it is; None where it is its own."""
    here = shingles(body)
    if len(here) < _FEWEST:
        return None
    shares = [(len(here & shingles(each.body)) / len(here), each) for each in sent]
    share, most = max(shares, key=lambda each: each[0], default=(0.0, None))
    return (most, share) if most is not None and share > _SHARE else None
