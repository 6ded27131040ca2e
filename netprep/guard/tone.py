"""Phrases of promise (M05), and whole subjects that only remind (M11)."""

from __future__ import annotations

from netprep.guard.phrases import Phrase

_WILL = r"I(?:'ll| will| shall| am going to|'m going to)"
_ON_REQUEST = (  # an offer, or nothing promised to the reader
    r"if you|if it|if that|say the word|just say|should you|would you like|shall I"
    r"|let me know (?:if|and|whether)|happy to|to (?:my|him|her|them)"
)
PROMISES: tuple[Phrase, ...] = (
    Phrase("send", rf"{_WILL} (?:also |then |gladly )?(?:re)?send", "I'll send you the file.", unless=_ON_REQUEST),
    Phrase(
        "you",
        rf"{_WILL} (?:also |then |gladly )?(?:forward|e-?mail|mail|post|bring|get|give|lend|introduce|connect"
        rf"|call|ring"
        r"|text|show|let) you",
        "I will bring you the book.",
        unless=_ON_REQUEST,
    ),
    Phrase("back to you", rf"{_WILL} (?:get|come|be) back to you", "I'll get back to you.", unless=_ON_REQUEST),
    Phrase("forward", rf"{_WILL} forward", "I'll forward it.", unless=_ON_REQUEST),
    Phrase("in touch", rf"{_WILL} put you (?:\w+ ){{0,3}}in touch", "I'll put you two in touch.", unless=_ON_REQUEST),
    Phrase("promise", r"I promise(?:d)?|I had promised|as promised", "I promise to bring it."),
    Phrase(
        "you",
        r"you(?:'ll| will| shall) (?:have|get|receive|find) (?:it|this|that|them|the \w+"
        r"|my \w+) (?:\w+ ){0,3}(?:by|on|in your|before|tomorrow)",
        "You will have it by the weekend.",
        unless=_ON_REQUEST,
    ),
)

BARE_NUDGE_SUBJECTS = frozenset(
    {"following up", "follow up", "follow-up", "checking in", "touching base", "quick follow up", "just following up"}
)
"""Whole subjects that only remind."""
