"""The rules of grounding beside M04, M05 and M22: code, name, level, why, source and grade."""

from __future__ import annotations

from netprep.guard.rule import Rule
from netprep.model.plan import Level

_ERROR, _WARN = Level.ERROR, Level.WARN

GROUNDING_RULES = (
    Rule(
        "M03",
        "no-anchor",
        _ERROR,
        "A note that anybody could have got is read as one that everybody got.",
        "career services on thank-you notes; Cohn on following up",
        "D",
        "Write one thing that only the two of you know: something you saw together, or their own words.",
    ),
    Rule(
        "M14",
        "not-theirs-to-hear",
        _ERROR,
        "What somebody did not tell you themselves, or told you in confidence, is not yours to bring up.",
        "privacy as contextual integrity, Nissenbaum 2004; the rule is our own choice",
        "D",
        "Leave it out; let it guide what you do not say.",
    ),
    Rule(
        "M15",
        "about-somebody-else",
        _ERROR,
        "Whoever hears you tell of others knows that others hear of them.",
        "Wilson 2009, the double opt-in introduction",
        "D",
        "Leave the name and the detail out, or ask them first and log their yes.",
    ),
    Rule(
        "M21",
        "near-copy",
        _ERROR,
        "People who met at one event compare notes; the same words to two of them are nobody's words.",
        "our own choice",
        "D",
        "Write this one anew, from what only this person told you.",
    ),
    Rule(
        "M23",
        "surprise-introduction",
        _ERROR,
        "An introduction nobody asked for makes work for two people, and neither can say no.",
        "Wilson 2009, the double opt-in introduction",
        "D",
        "Ask each of them first; bring them together when both have said yes.",
    ),
    Rule(
        "M50",
        "too-soon-again",
        _WARN,
        "Silence is an answer too; the next note needs time, and something new.",
        "Levin, Walter and Murnighan 2011 on tact with sleeping ties; the days are our own choice",
        "D",
        "Wait until they answer, or until there is something new for them.",
    ),
    Rule(
        "M52",
        "no-such-memory",
        _ERROR,
        "A memory that the other does not share is taken for a trick, because it mostly is one.",
        "practitioners on cold mail that pretends to a past",
        "D",
        "Write what you did share, or log it first if it was so.",
    ),
)
"""In the order of their codes."""
