"""What class of ask a sentence is: a small table of wordings, the largest class that matches.

It reads words, not minds. It knows common English requests and takes what it does not know for
curiosity (A0): thanks for an introduction or an offer to make one is no ask. The user's own
``--class`` overrides it. The classes are our own, after Misner's "premature solicitation" (grade D).
"""

from __future__ import annotations

import re
from functools import cache

from netprep.model.text import fold
from netprep.model.words import AskClass

_YOU = r"\b(?:can|could|would|will|might) you\b"
_WISH = r"\b(?:like|love|need|want|get|hoping for|appreciate|welcome|ask(?:ing)?(?: you)? for|looking for|seeking)"
_SOME = r"(?:a |an |any |some |more |your |the )?(?:\w+ )?"
_ADVICE = r"(?:advice|opinions?|views?|thoughts|tips?|pointers?|feedback|recommendations?|suggestions?)"
_WORK = r"(?:job|position|opening|vacanc(?:y|ies)|role|contract)s?"
_ON = r"[^.?!]{0,120}"
"""On within the sentence, but not for ever: a long text stays quick to read."""
_DO = "(?:help|send|share|forward|lend|bring|save|fill|test|proofread|review|read|check|look|post|sign|spare|print)"

_WORDINGS: tuple[tuple[AskClass, tuple[str, ...]], ...] = (
    (
        AskClass.A4,
        (
            r"\b(?:hire|employ|retain|commission|engage) (?:me|us|my|our)\b|\bbook (?:me|us)\b",
            rf"\b(?:buy|purchase|order)\b{_ON}\b(?:from|through) (?:me|us|my|our)\b",
            rf"{_YOU}(?: like to| want to| consider| please)? (?:buy|purchase|order|sponsor|invest|hire)",
            r"\binterested in (?:buying|purchasing|hiring|investing|working with (?:me|us))\b",
            r"\binvest(?:ing|ment)?\b[^.?!]{0,40}\b(?:me|us|my|our)\b|\bput money into (?:me|us|my|our)\b",
            rf"\b(?:give|get|offer|find) (?:me|us) (?:the |a |an |your )?(?:\w+ )?(?:{_WORK}|business|order)\b",
            rf"(?:{_WISH}|\bhave|\bis there|\bare there|\bapply(?:ing)? for) (?:a |an |any )(?:\w+ )?{_WORK}\b",
            rf"\b{_WORK} (?:for me|on your team|in your (?:team|firm|company)|at your (?:firm|company|place))\b",
            r"\bany (?:\w+ )?(?:jobs|openings|vacancies)\b|\bis your (?:firm|company|team) hiring\b",
            r"\blooking for (?:new |more )?(?:clients|customers|buyers|investors|work)\b",
            r"\bbecome (?:a |an |my |our )?(?:client|customer|investor|buyer)\b",
            r"\b(?:sign up|do business|sign) with (?:me|us)\b|\bdo business together\b",
            r"\b(?:use|try|trial|switch to) (?:my|our) (?:service|product|firm|company|platform|software|tool|app)s?\b",
            r"\b(?:send|give|make|show) you (?:a |an |our |my )?(?:quote|proposal|demo|pitch|price list|brochure)\b",
            r"\b(?:sell you|pitch you|sales call|demo call)\b",
        ),
    ),
    (
        AskClass.A3,
        (
            r"\bintroduce (?:me|us)\b|\b(?:put|get) (?:me|us) in touch\b|\bconnect (?:me|us) (?:with|to)\b",
            rf"(?:{_WISH}|\b(?:give|make|do|arrange)(?: me| us)?) {_SOME}(?:intro|introduction|referral)s?\b",
            rf"{_YOU}{_ON}\b(?:intro|introduction|referrals?|endorsement|testimonial|vouch for)\b",
            r"\b(?:refer|recommend|endorse|nominate) (?:me|us|my|our)\b|\bany referrals\b",
            rf"{_YOU}{_ON}\brefer (?:someone|somebody|people|anyone|clients?|customers?)\b",
            r"\b(?:write|leave|give) (?:me|us) (?:a |an )?(?:recommendation|reference|review|testimonial)\b",
            r"\bgood word (?:for|in)\b|\breference for (?:me|us)\b",
            r"\b(?:pass|give|mention|drop|share)(?: on)? (?:me|us|my|our) (?:name|card|number|details|cv|resume)\b",
            rf"\b(?:share|forward|post|pass)\b{_ON}\b(?:to|with) your (?:network|contacts|clients|customers|boss)\b",
            rf"\bdo you know (?:anyone|anybody|someone|somebody|people)\b{_ON}\b(?:needs?|hiring|could use|buys)\b",
        ),
    ),
    (
        AskClass.A2,
        (
            r"\b(?:a|small|quick|big|another) favou?r\b|\bwould you mind\b",
            rf"(?<!what )(?<!how )(?<!where ){_YOU}(?: please| perhaps| maybe| possibly| quickly)? {_DO}\b",
            r"\b(?:do|would) you have (?:a few |a couple of |\w+ )(?:spare )?(?:minutes|minute|hour)\b",
            r"\b(?:help|lend|send) me\b|\bspare (?:me )?(?:\w+ )?(?:minutes|minute)\b",
            r"\b(?:my|our|this|a short) (?:survey|questionnaire)\b",
        ),
    ),
    (
        AskClass.A1,
        (
            rf"(?:{_WISH}|\bhear|\bhave|\bany|\bvalue) {_SOME}{_ADVICE}\b|\bany {_ADVICE}\b|\badvise (?:me|us)\b",
            rf"\bwhat(?:'s| is| are) your (?:\w+ )?{_ADVICE}\b|{_YOU}{_ON}\b(?:advise|recommend|suggest)\b",
            r"\bwhat (?:would|should) you (?:do|look|try|advise|suggest|choose|leave|start|begin|avoid|read)\b",
            r"\b(?:what|how|where|who) should (?:i|we)\b|\bif you were (?:me|us|in my)\b|\bin my (?:place|shoes)\b",
            r"\bhow would you (?:do|go|handle|approach|start|tackle|set|deal|begin)\b",
            r"\bwhere would you (?:start|begin)\b|\bwhat (?:\w+ )?advice (?:do|would|can) you\b",
            r"\bwhat do you (?:think|make) of (?:my|our|this|these)\b|\bpick your brain\b|\bdo you know a good\b",
        ),
    ),
)


@cache
def _compiled() -> tuple[tuple[AskClass, re.Pattern[str]], ...]:
    """The wordings ready to search with; compiled at the first ask, since most notes carry none."""
    return tuple((ask, re.compile("|".join(wordings))) for ask, wordings in _WORDINGS)


def classify_ask(text: str) -> AskClass:
    """The largest class of ask that the words of ``text`` show; A0 where they show none.

    Business (buy, hire me, invest, a job) is A4, an introduction, referral or recommendation A3, a
    favour A2, advice or an opinion A1, a plain question about them A0. It never raises.

    Args:
        text: a sentence or a whole note.
    """
    plain = fold(text).replace("\u2019", "'")
    return next((ask for ask, pattern in _compiled() if pattern.search(plain)), AskClass.A0)
