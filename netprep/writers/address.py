"""Words written down about somebody, turned into words said to them.

People type "send her the slides" and "his lost laptop". To the person that is "send you the slides"
and "your lost laptop". Only what is sure is turned; the rest is left for the user to say.
"""

from __future__ import annotations

import re

_THIRD = re.compile(r"\b(?:she|he|her|his|him|hers|herself|himself)\b", re.IGNORECASE)
_OWNER_FIRST = re.compile(r"^(?:his|her|their)\s+(?=\w)", re.IGNORECASE)
_NO_NOUN = "the|a|an|my|some|this|that|to|about|by|on|for|in|with|at|up"
_OWNER = re.compile(rf"\bhis\b|\bher\b(?=\s+(?!(?:{_NO_NOUN})\b)\w)", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:him|her)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<!^)\b[A-Z]\w+")


def said_to_reader(text: str) -> str | None:
    """``text`` as it is said to the person it is about; None where that is not sure.

    "his" and a noun becomes "your", "her" and "him" as an object "you". A "she" or "he" who does
    something, or another person's name before the word, makes it unsure who is meant.
    """
    said = _OWNER_FIRST.sub("your ", text, count=1)
    if not _THIRD.search(said):
        return said
    first = _THIRD.search(said)
    if first is None or _NAMED.search(said[: first.start()]):
        return None
    said = _OBJECT.sub("you", _OWNER.sub("your", said))
    return None if _THIRD.search(said) else said
