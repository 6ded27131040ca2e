"""Phrases of promise, condition, score and empty reminder (M05, M09, M10, M11)."""

from __future__ import annotations

from netprep.guard.phrases import Phrase

_WILL = r"I(?:'ll| will| shall| am going to|'m going to)"
_ON_REQUEST = (  # an offer, or nothing promised to the reader
    r"if you|if it|if that|say the word|just say|should you|would you like|shall I"
    r"|let me know (?:if|and|whether)|happy to|to (?:my|him|her|them)"
)
_FAVOUR = (
    r"(?:can |could |would |will |just )?(?:introduce|refer|recommend|endorse|connect me|help me|give me"
    r"|send me|put me"
    r"|buy|hire|sign up|book|vote|share (?:my|our|this)|write me|sign with|do this for|return)"
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

CONDITIONS: tuple[Phrase, ...] = (
    Phrase(
        "in return",
        r"in return",
        "I would hope for a lead in return.",
        unless=r"nothing in return"
        "|anything in return",
    ),
    Phrase(
        "in exchange",
        r"in exchange(?: for (?:your|an?|some)|(?= ?[,.!?]))",
        "In exchange, I can help you.",
        unless=r"nothing in exchange|anything in exchange",
    ),
    Phrase(
        "if you",
        rf"if you {_FAVOUR}[^.!?]{{0,80}}?, ?(?:then )?(?:I|we)(?:'ll|'d| will| can| could| would| might)",
        "If you introduce me to Ana, I can send you the list.",
    ),
    Phrase(
        "if you",
        rf"(?:I|we)(?:'ll|'d| will| can| could| would) [^.!?]{{2,80}}? if you {_FAVOUR}",
        "I can send you the list if you introduce me.",
        unless=r"if you (?:can|could|would|will) (?:use|help)? ?it",
    ),
    Phrase("quid pro quo", r"quid pro quo", "A quid pro quo, so to say."),
    Phrase("scratch", r"scratch (?:my|your|each other's) backs?", "You scratch my back."),
)

_DID = r"(?:sent|gave|helped|introduced|referred|passed|shared|found|got)"

SCORES: tuple[Phrase, ...] = (
    Phrase("owe", r"you(?:'ll| will)?(?: still)? owe (?:me|us)|you owe", "You owe me one."),
    Phrase(
        "since i",
        rf"since I(?:'ve| have)?(?: already)? {_DID} (?:you|your)",
        "Since I gave you that tip, could we talk?",
        unless=r"(?:ago|weeks?|months?|days?|years?|time|while|long|been|ever) since",
    ),
    Phrase(
        "after ",
        rf"after I(?:'ve| have| had)?(?: already)? {_DID} you",
        "After I sent you two leads, I hoped for more.",
    ),
    Phrase(
        "after all",
        r"after (?:all|everything) (?:that )?I(?:'ve| have)? (?:done|did|given|gave)",
        "After all I did for you.",
    ),
    Phrase(
        "i ",
        rf"(?:as|given that|seeing (?:as|that)|considering(?: that)?|now that) I(?:'ve"
        rf"| have)?(?: already)? (?:{_DID}|given) you",
        "As I sent you two referrals, I thought of asking.",
    ),
    Phrase(
        "you ",
        r"I(?:'ve| have)?(?: already)? (?:sent|gave|given|passed|brought) you (?:\S+ ){0,3}(?:referrals?|leads?"
        r"|clients?|customers?)",
        "I have already sent you three referrals.",
    ),
    Phrase("turn", r"your turn to (?:help|give|send|refer|return|do|introduce)", "Now it is your turn to help."),
    Phrase(
        "favo",
        r"you (?:can|could|will|might|may) (?:\w+ )?return the favou?r|favou?r for a favou?r",
        "Maybe you can return the favour.",
    ),
    Phrase("even", r"(?:then )?we(?:'re| are|'ll be| will be) even", "Then we are even."),
    Phrase("score", r"keeping score|keep score", "Not that I am keeping score.", unless=r"you (?:keep|were keeping)"),
)

NUDGES: tuple[Phrase, ...] = (
    Phrase(
        "check",
        r"(?:just|only|simply|quickly) (?:wanted to check|want to check|checking|check)(?:ing)? (?:back )?in",
        "Just checking in.",
    ),
    Phrase(
        "checking in",
        r"checking in (?:to see|on (?:my|our|whether|if|this)|about (?:my|our|this))",
        "I am checking in to see where you are.",
    ),
    Phrase("touch", r"touch(?:ing)? base", "I wanted to touch base."),
    Phrase("circl", r"circl(?:e|ing) back", "Circling back to my note."),
    Phrase("bump", r"bump(?:ing)? (?:this|it|my)(?: \w+)?", "Bumping this to the top."),
    Phrase(
        "follow",
        r"(?:just|only|simply|quickly) (?:wanted to follow|want to follow|following|follow) up",
        "I am just following up.",
    ),
    Phrase(
        "follow",
        r"follow(?:ing)? up on (?:my|our|the) (?:last |previous |earlier |recent )?(?:e-?mail|message|note"
        r"|invoice|proposal|conversation)",
        "Following up on my last email.",
    ),
    Phrase(
        "to the top",
        r"(?:float|push|bring|mov)(?:ing)? this (?:back )?(?:up )?to the top",
        "Floating this to the top of your inbox.",
    ),
    Phrase("resurfac", r"resurfac(?:e|ing) (?:this|my)", "Resurfacing this."),
    Phrase(
        "my ",
        r"did you (?:get|see|receive|read) my (?:last |previous |earlier )?(?:e-?mail|message|note)",
        "Did you see my last note?",
    ),
    Phrase(
        "heard",
        r"(?:haven't|have not|had not|hadn't|not) heard (?:back )?(?:from you|back)",
        "I have not heard back from you.",
    ),
    Phrase("any update", r"any updates?(?: on (?:this|my|our) \w+| on this)", "Any update on this?"),
    Phrase("pinging", r"pinging you", "Pinging you again."),
)

BARE_NUDGE_SUBJECTS = frozenset(
    {"following up", "follow up", "follow-up", "checking in", "touching base", "quick follow up", "just following up"}
)
"""Whole subjects that only remind."""
