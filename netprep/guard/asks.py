"""Phrases that ask for something, by the class of what they ask for (M02)."""

from __future__ import annotations

from netprep.guard.phrases import Phrase
from netprep.model.frozen import frozen
from netprep.model.words import AskClass


@frozen
class AskPhrase:
    """A way to ask. ``meeting``: an offer to meet with an easy no may use the same words."""

    ask: AskClass
    phrase: Phrase
    meeting: bool = False


_A1, _A2, _A3, _A4 = AskClass.A1, AskClass.A2, AskClass.A3, AskClass.A4
_PAST = r"thank|enjoyed|loved|liked|was glad|it was|we had|yesterday|last (?:night|week)|took"
_READING = r"read|article|watch|listen|book|page|video|worth"
_COUNT = r"(?:\d{1,3}|five|ten|fifteen|twenty|thirty|a few|a couple of)"
_OFFERED = (
    r"(?:offer(?:ed|ing)|promised|willing|kind(?: enough)?(?: of you)?|have|had|going)"
    r" to (?:introduce|recommend|connect|refer|put)"
)

ASKS: tuple[AskPhrase, ...] = (
    AskPhrase(_A1, Phrase("brain", r"pick your brains?", "May I pick your brain?")),
    AskPhrase(
        _A1,
        Phrase(
            "call",
            rf"(?:an?|for|any|the) (?:\w+ )?(?:quick|brief|short|{_COUNT}[- ]min(?:ute)?s?) (?:\w+ )?call",
            "Could we have a quick call?",
            unless=_PAST,
        ),
        meeting=True,
    ),
    AskPhrase(
        _A1,
        Phrase(
            "chat",
            r"(?:an?|any) (?:quick|brief) (?:\w+ )?chat",
            "Are you up for a quick chat?",
            unless=_PAST,
        ),
        meeting=True,
    ),
    AskPhrase(
        _A1,
        Phrase("on a call", r"(?:hop|jump|get) on a (?:\w+ )?call", "Can we hop on a call?", unless=_PAST),
        meeting=True,
    ),
    AskPhrase(
        _A1,
        Phrase(
            "min",
            rf"(?:have|spare|got|give me|borrow|free for|grab) (?:\w+ ){{0,2}}{_COUNT}[- ]min(?:ute)?s?",
            "Do you have 15 minutes this week?",
            unless=_READING,
        ),
        meeting=True,
    ),
    AskPhrase(
        _A1,
        Phrase(
            "of your time",
            r"(?:minutes|moment|bit|hour) of your time",
            "Ten minutes of your time would do.",
            unless=r"thank",
        ),
        meeting=True,
    ),
    AskPhrase(
        _A1,
        Phrase(
            "your ",
            r"(?:ask for|get|have|like|love|need|want|use|appreciate) your (?:advice|input|opinion|guidance"
            r"|feedback)",
            "I would love your advice on my plan.",
            unless=r"thank",
        ),
    ),
    AskPhrase(
        _A1,
        Phrase(
            "advi",
            r"(?:could|can|would|will) you (?:please )?(?:advise|give me (?:some )?advice)",
            "Could you advise me?",
        ),
    ),
    AskPhrase(
        _A1, Phrase("calend", r"(?:slot|time) (?:in|on|from) my calend[ae]r|calendly", "Pick a slot in my calendar.")
    ),
    AskPhrase(
        _A2,
        Phrase(
            "favo",
            r"do (?:me|us) a (?:\w+ )?favou?r|(?:have|ask|asking) (?:you )?(?:for )?a (?:small |quick |big )?favou?r",
            "Could you do me a favour?",
        ),
    ),
    AskPhrase(
        _A2,
        Phrase(
            "you ",
            r"(?:could|can|would|will) you (?:please |maybe )?(?:share|repost|review|look (?:over|at)|read"
            r"|proofread|fill (?:in|out)|vote for) (?:my|our|this)",
            "Could you look at my page?",
        ),
    ),
    AskPhrase(
        _A2,
        Phrase(
            "your network",
            r"(?:share|forward|post|spread) (?:\w+ ){1,4}(?:with|to|in) your network",
            "Please share it with your network.",
        ),
    ),
    AskPhrase(_A2, Phrase("would you mind", r"would you mind \w+ing", "Would you mind reading my draft?")),
    AskPhrase(
        _A3, Phrase("introduce", r"introduce (?:me|us)", "Could you introduce me to your boss?", unless=_OFFERED)
    ),
    AskPhrase(
        _A3,
        Phrase(
            "intro",
            r"(?:make|get|arrange|love|like|appreciate|have|want|need|grateful for) an? (?:\w+ ){0,2}(?:intro"
            r"|introduction) to",
            "I would love an introduction to your landlord.",
            unless=r"thank|would you (?:like|want|love|appreciate) an? (?:\w+ )?intro(?:duction)?",
        ),
    ),
    AskPhrase(
        _A3,
        Phrase(
            "refer",
            r"refer (?:me|us)|(?:could|can|would|will|please) (?:you )?(?:please )?refer (?:any|some|people"
            r"|friends|clients?|customers|business)\w*",
            "Could you refer me to a buyer?",
            unless=_OFFERED,
        ),
    ),
    AskPhrase(
        _A3,
        Phrase(
            "recommend",
            r"(?:could|can|would|will|please|you)(?: you| please)? recommend (?:me|us|my|our)"
            r"|(?:write|give) (?:me|us) a (?:\w+ )?(?:recommendation|reference|testimonial)",
            "Would you recommend me?",
            unless=_OFFERED,
        ),
    ),
    AskPhrase(_A3, Phrase("word", r"put in a (?:good )?word", "Could you put in a good word?")),
    AskPhrase(_A3, Phrase("endorse", r"endorse (?:me|us|my|our)", "Please endorse me.")),
    AskPhrase(_A3, Phrase("vouch", r"vouch for (?:me|us)", "Would you vouch for me?")),
    AskPhrase(
        _A3, Phrase("connect", r"connect (?:me|us) (?:with|to)", "Can you connect me with her?", unless=_OFFERED)
    ),
    AskPhrase(_A3, Phrase("in touch", r"put (?:me|us) in touch", "Could you put me in touch?", unless=_OFFERED)),
    AskPhrase(
        _A3,
        Phrase(
            "know",
            r"know (?:of )?(?:anyone|anybody|someone|somebody)(?: else)? (?:who |that )?(?:needs?|might need"
            r"|may need|could use|wants|is looking|looking for|is hiring|hiring|would buy|might be interested"
            r"|would be interested)",
            "Do you know anyone who needs a bookkeeper?",
            unless=r"I(?: might| may)? know",
        ),
    ),
    AskPhrase(
        _A3,
        Phrase("right person", r"(?:point me to|who is) the right person", "Could you point me to the right person?"),
    ),
    AskPhrase(
        _A3, Phrase("my ", r"(?:pass|forward) (?:on )?my (?:name|details|cv|resume|card)", "Please pass on my name.")
    ),
    AskPhrase(_A4, Phrase("hire", r"hire (?:me|us)", "You could hire me.")),
    AskPhrase(
        _A4, Phrase("buy", r"(?:you |to |please |and )buy (?:from (?:me|us)|my|our)", "I want you to buy from us.")
    ),
    AskPhrase(_A4, Phrase("invest", r"invest in (?:me|us|my|our)", "Would you invest in us?")),
    AskPhrase(
        _A4,
        Phrase(
            "opening",
            r"(?:any|are there|do you have|have you got|know of)(?: \w+){0,2} openings?|job openings? (?:at|in"
            r"|on|with) your",
            "Any openings on your team?",
        ),
    ),
    AskPhrase(
        _A4,
        Phrase(
            "vacanc",
            r"(?:any|do you have|have you got|know of)(?: \w+){0,2} vacanc(?:y|ies)",
            "Do you have any vacancies?",
        ),
    ),
    AskPhrase(
        _A4,
        Phrase("job", r"(?:any|a|do you have) (?:jobs?|roles?|positions?) (?:open )?for me", "Is there a job for me?"),
    ),
    AskPhrase(
        _A4,
        Phrase(
            "looking for",
            r"(?:I am|I'm|we are|we're) looking for (?:an? |my next |new )?(?:new |next )?(?:job|role|position"
            r"|clients?|customers?|investors?|buyers?)",
            "I am looking for a new job.",
        ),
    ),
    AskPhrase(_A4, Phrase("book ", r"book (?:me|us)(?! a (?:table|seat|room))", "Could you book us for your company?")),
    AskPhrase(
        _A4,
        Phrase(
            "become",
            r"become (?:an? |our |my )(?:\w+ )?(?:client|customer)",
            "You could become a client.",
            unless=r"(?:they|she|he|how|did) (?:\w+ )?become",
        ),
    ),
    AskPhrase(
        _A4,
        Phrase(
            "business",
            r"do business (?:with (?:you|us|me)|together)|give (?:me|us) your business",
            "I would like to do business with you.",
        ),
    ),
    AskPhrase(_A4, Phrase("sponsor", r"sponsor (?:me|us|my|our)", "Would you sponsor our team?")),
    AskPhrase(_A4, Phrase("donate", r"donate to (?:me|us|my|our)", "Please donate to our club.")),
)

EASY_NO = (
    r"if not|a no|no is|no hurry|no rush|no pressure|no need|no reply needed|no matter|only if|otherwise|either way"
    r"|if (?:it|that) does(?:n't| not)|just as (?:welcome|fine)|no worries"
)
"""What makes it easy to say no."""

OFFERED = (
    r"(?:if|whenever|should) (?:\S+ ){0,8}(?:suits?|works for you|you(?:'d| would| ever)? (?:like|fancy|enjoy|feel))"
)
"""How an offer to meet is put: on their terms."""
