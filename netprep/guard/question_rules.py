"""The rules for questions in one table: code, name, level, why, source and grade."""

from __future__ import annotations

from netprep.guard.rules import Rule
from netprep.model.plan import Level

_ERROR, _WARN = Level.ERROR, Level.WARN
_HUANG = "Huang and others 2017 on follow-up questions"

_TABLE = (
    Rule(
        "Q01",
        "closed",
        _WARN,
        "A question that yes answers ends a talk; one that begins with what or how opens it.",
        _HUANG,
        "C",
        "Begin with what, how, which or who.",
    ),
    Rule(
        "Q02",
        "double",
        _WARN,
        "Of two questions in one breath people answer the last.",
        "our own choice",
        "D",
        "Ask the first one; keep the other for after the answer.",
    ),
    Rule(
        "Q03",
        "pitch-set-up",
        _ERROR,
        "A question that leads to what I sell is a pitch, and is felt as one.",
        "Misner, The Networking Disconnect",
        "D",
        "Ask about something of theirs that has nothing to do with what you sell.",
    ),
    Rule(
        "Q04",
        "too-many",
        _WARN,
        "A dozen prepared questions make an interview; three or four make a talk.",
        "a trainer's account of being asked a dozen list questions",
        "D",
        "Leave the last ones out.",
    ),
    Rule(
        "Q05",
        "unfilled-slot",
        _ERROR,
        "A slot that was not filled cannot be said.",
        "our own choice",
        "D",
        "Put in the real word, or ask something else.",
    ),
    Rule(
        "Q06",
        "not-told-or-public",
        _ERROR,
        "People dislike to learn that you know what they did not tell you.",
        "fundraisers and makers of personal CRMs on the creepy detail",
        "D",
        "Ask something that rests on what they told you, or on nothing.",
    ),
    Rule(
        "Q07",
        "turned-back-on-me",
        _WARN,
        "Asking in order to tell one's own story is liked less than plainly telling it.",
        "Brooks and Yeomans 2025 on boomerasking",
        "B",
        "Ask about them, or tell your story without asking first.",
    ),
    Rule(
        "Q08",
        "too-long",
        _WARN,
        "What does not fit into a breath is not said aloud.",
        "our own choice",
        "D",
        "Say it in fewer words.",
    ),
    Rule(
        "Q09",
        "already-answered",
        _WARN,
        "Asking again shows that you did not listen.",
        "our own choice",
        "D",
        "Ask what has come of it since.",
    ),
    Rule(
        "Q10",
        "asked-before",
        _WARN,
        "The same question twice shows that it was on a list.",
        "our own choice",
        "D",
        "Ask them something else.",
    ),
)

QUESTION_RULES: dict[str, Rule] = {rule.code: rule for rule in _TABLE}
"""Every rule for questions by its code."""
