"""Whether a challenge is something wanted or something that troubles: "a controller", or "wet stalls".

A closed table (our own choice, grade D): a thing with an article is a need only where it names somebody
or a place, since asking where one looks for a trouble is worse than the other mistake.
"""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WANTS = re.compile(
    r"(?:(?:another|more|some(?!\s+of\b)|someone|somebody|anyone|anybody)\s|(?:someone|somebody|anyone|anybody)$"
    r"|(?:some\s+|more\s+)?help\s+(?:with|on|in|from|for)\s)",
    re.IGNORECASE,
)
_ONE = re.compile(r"an?\s+(?P<rest>.+)", re.IGNORECASE)
_ENDS_A_NAME = re.compile(r"\s+(?:who|that|which|for|with|in|at|to|of|on|from|by|near|and|or)\b|[,;(]")
_SOMEBODY = re.compile(r"[a-z-]*[a-z]{2}(?:er|or|ist|ian|ant|smith|wright)", re.IGNORECASE)
_THINGS = _set(
    """agent apprentice architect assistant coach cook desk flat guide hall home house intern kitchen lawyer
    loan mechanic nurse office partner person place room sponsor studio space shop translator tutor van venue
    volunteer warehouse workshop"""
)
_NOBODY = _set(
    """boiler border brother cancer chapter computer daughter disaster disorder error factor father fever finger
    horror letter litter manner matter mother neighbor number order paper quarter river shoulder sister
    summer terror tremor tumor ulcer water weather winter"""
)
_TROUBLE = re.compile(
    r"\b(?:not|no|never|\w+n['’]t|bad|broken|complain\w*|conflict\w*|costly|cost|costs|damp|debts?|delay\w*|demanding"
    r"|difficult\w*|disput\w*|divorce|failing|flood\w*|hard|ill|illness|injur\w*|lack\w*|lawsuit|late|leak\w*|loss\w*"
    r"|mess\w*|nois\w*|pain\w*|problem\w*|quarrel\w*|rude|shortage|sick\w*|slow\w*|split|stubborn|stress\w*|struggl\w*"
    r"|thef\w*|tired\w*|trouble\w*|unhappy|unreliable|waste\w*|wet|worr\w*|worse|worst|wrong|than|leaving|left|quit)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(r"how\s+(?:do|does|can|could|should|would|will)\s", re.IGNORECASE)


def is_need(value: str) -> bool:
    """Whether a challenge names something they look for: a person, a room, help with something.

    Args:
        value: the challenge, a noun phrase.
    """
    text = " ".join(value.split())
    if _TROUBLE.search(text):
        return False
    if _WANTS.match(text):
        return True
    match = _ONE.fullmatch(text)
    words = _ENDS_A_NAME.split(match["rest"], maxsplit=1)[0].lower().split() if match else []
    if not words or words[-1] in _NOBODY:
        return False
    return words[-1] in _THINGS or bool(_SOMEBODY.fullmatch(words[-1]))


def is_exclaimed(value: str) -> bool:
    """Whether it is a question or an outcry as it was said, and so no topic: "how do I price this?"."""
    text = value.strip().rstrip("\"'”’) ")
    return text.endswith(("?", "!")) or bool(_ASKING.match(text))
