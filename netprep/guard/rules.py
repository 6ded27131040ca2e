"""The rules of the guard in one table: code, name, level, why, source and grade.

Grades: A large field evidence close to our use · B good experiments in another setting ·
C observational, survey or vendor data · D experienced people say so, no test found.
"""

from __future__ import annotations

from netprep.guard.grounding.rules import GROUNDING_RULES
from netprep.guard.rule import Rule as Rule
from netprep.model.plan import Level


_ERROR, _WARN = Level.ERROR, Level.WARN

_TABLE = (
    Rule(
        "M01",
        "pitch",
        _ERROR,
        "Nearly everyone in the room came to sell and nobody to buy; a pitch before trust ends the talk.",
        "Misner, The Networking Disconnect",
        "D",
        "Leave the offer out. Write one thing you remember of them, or share something useful that is not yours.",
    ),
    Rule(
        "M02",
        "ask-not-earned",
        _ERROR,
        "An ask larger than the relationship costs more than it brings; first be of use, then ask.",
        "Misner, The VCP Process; the thresholds are our own choice",
        "D",
        "Ask for nothing here. Give something small, or ask a question about them.",
    ),
    Rule(
        "M04",
        "unsupported-specific",
        _ERROR,
        "A made-up detail reads as a lie to the one person who knows better.",
        "reports on model-written mail; the mechanism is certain, its size is not",
        "D",
        "Leave it out, or log where you know it from.",
    ),
    Rule(
        "M05",
        "promise-not-logged",
        _ERROR,
        "A promise that is not in the log is a promise nobody will be reminded to keep.",
        "our own choice, after Misner on follow-through",
        "D",
        "Log it as a promise with a day, or write only what is already done.",
    ),
    Rule(
        "M07",
        "length",
        _WARN,
        "Short notes are read and answered.",
        "Boomerang 2016, 40 million mails; LinkedIn 2022, length of InMails",
        "C",
        "Keep the one thing you remember, the one thing you give and the one question.",
    ),
    Rule(
        "M08",
        "more-than-one-question",
        _WARN,
        "One easy question is answered in a line; two are put off.",
        "our own choice; Boomerang 2016 found one to three questions best",
        "D",
        "Keep the question that is easiest to answer in a line.",
    ),
    Rule(
        "M09",
        "conditional-give",
        _ERROR,
        "A gift with a condition is a trade, and is felt as one.",
        "Misner, Givers Gain; Grant 2013, Give and Take",
        "D",
        "Give it without a condition, or keep it for another day.",
    ),
    Rule(
        "M10",
        "score-talk",
        _ERROR,
        "Counting favours aloud turns a friend into a debtor.",
        "Grant 2013, Give and Take; the rule is our own choice",
        "D",
        "Leave the count out. Say what you enjoyed, or what you can do.",
    ),
    Rule(
        "M11",
        "empty-nudge",
        _ERROR,
        "A reminder without anything new asks for work and gives nothing.",
        "Lavender on bumps in cold mail; practitioners",
        "D",
        "Write about something new: a thing to share, their news, or your thanks. Without one, wait.",
    ),
    Rule(
        "M17",
        "unfilled-slot",
        _ERROR,
        "A slot that was not filled shows that nobody read the note.",
        "our own choice",
        "D",
        "Put in the real word, or take the sentence out.",
    ),
    Rule(
        "M22",
        "wrong-name",
        _ERROR,
        "A wrong name undoes everything that follows it.",
        "our own choice",
        "D",
        "Write the name as it is in the notebook.",
    ),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in (*_TABLE, *GROUNDING_RULES)}
"""Every rule by its code."""

GROUNDED = frozenset({"M04", "M05", "M22", *(rule.code for rule in GROUNDING_RULES)})
"""Rules that need facts. Where nothing is known of the reader they say nothing useful; drop them."""
