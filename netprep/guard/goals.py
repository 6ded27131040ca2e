"""Goals of an event: what would bring you home empty-handed (G01, G03).

At a networking event nearly everybody comes to sell and hardly anybody to buy, so a goal that needs
a buyer cannot work for the room (Misner, "The networking disconnect"; grade D).
"""

from __future__ import annotations

import re

_SELLS = re.compile(
    r"\b(?:sell(?:ing)?|sales?|clos(?:e|ing) (?:a |the |\d+ )?(?:deal|sale)s?|pitch(?:es|ing)?"
    r"|leads?(?! (?:a|the|to)\b)|hand(?:ing)? out|prospects?|upsell\w*|book(?:ing)? (?:\w+ )?(?:demos?|sales calls?)"
    r"|(?:get|find|win|land)(?:ting|ning|ing)? (?:\w+ ){0,2}(?:clients?|customers?|orders?|business))\b",
    re.IGNORECASE,
)
_COUNTS_ONLY = re.compile(
    r"\s*(?:get|collect|meet|talk to|swap|exchange|make)?\s*(?:at least |as many as )?(?:\d+|ten|twenty|thirty|many)"
    r"\s+(?:new )?(?:\w+\s)?(?:cards?|people|contacts?|connections?|names?|numbers?)\s*\.?\s*",
    re.IGNORECASE,
)


def goal_problem(goal: str) -> str | None:
    """What is wrong with a goal for an event, with a better one; None where nothing is.

    G01: it asks the room to buy. G03: it is a number and nothing else.
    """
    if found := _SELLS.search(goal):
        return (
            f"“{goal.strip()}” asks the room to buy (“{found[0]}”), and hardly anybody comes to buy (G01). "
            "Something to learn works for everybody: learn how three of them found ..."
        )
    if _COUNTS_ONLY.fullmatch(goal):
        return f"“{goal.strip()}” is a number and nothing else (G03). What would you like to know afterwards?"
    return None
