"""A goal that sells, said as something to learn: in the goal's own words where they name whom."""

from __future__ import annotations

import re
from collections.abc import Callable

from netprep.guard.phrases import lazily

_WHOM = lazily(
    r"\b(?:to|with|from|for|among)\s+(?:the |some |all |local |a few |\d+ |two |three |four |five |ten |twenty )*"
    r"(?P<whom>(?:[^\W\d_][\w’'-]*\s+)?[^\W\d_][\w’'-]*s)\s*(?:[.;,:!?]|$)",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    [
        "buyers",
        "business",
        "deals",
        "sales",
        "leads",
        "cards",
        "orders",
        "customers",
        "clients",
        "prospects",
        "demos",
        "us",
        "this",
        "less",
        "news",
        "plus",
        "services",
        "products",
        "address",
        "express",
        "success",
        "guests",
    ]
)
_NO_START = frozenset(
    [
        "the",
        "a",
        "an",
        "my",
        "our",
        "your",
        "this",
        "that",
        "these",
        "those",
        "their",
        "his",
        "her",
        "sell",
        "buy",
        "get",
        "meet",
        "make",
        "do",
        "be",
    ]
)
_NUMBERS = {1: "one", 2: "two", 3: "three"}
_GENERAL = "learn from two people what they are working on; be of use to one of them"


def rewritten(goal: str, most: int | None, is_clean: Callable[[str], bool]) -> str:
    """A goal to offer instead: “learn how three cafés …” where the goal says whom, else a general one.

    Args:
        goal: the goal as it is.
        most: how many new people fit into the event at most; None or 0 where that is not known.
        is_clean: whether a goal's words pass; one that does not is never offered.
    """
    for match in _WHOM().finditer(goal):
        whom = " ".join(match["whom"].split())
        first, last = whom.split()[0].lower(), whom.split()[-1].lower()
        if last in _NOBODY or last.endswith("ss") or first in _NO_START or first.endswith("ing"):
            continue
        number = min(3, most or 3)
        if number < 2:  # the word is a plural
            continue
        offered = f"learn from {_NUMBERS[number]} {whom} what takes most of their time; be of use to one of them"
        if is_clean(offered):
            return f"“{offered}”."
    return f"“{_GENERAL}”."
