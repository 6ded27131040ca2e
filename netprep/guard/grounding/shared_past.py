"""Claims of a shared past: what the note says we did, said or gave has to be in the log (M52).

A claim names a kind of thing (we met, we talked on the phone, they wrote, they told me something)
and may name its content. Without an entry of the kind it is no memory; with one, the content has to be
known too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from netprep.guard.context import Context
from netprep.guard.grounding.support import Support
from netprep.guard.grounding.words import clause_end, words
from netprep.guard.phrases import lazily
from netprep.guard.text import Mask, Span, Text
from netprep.model.frozen import frozen
from netprep.model.words import EntryKind

_MET = frozenset({EntryKind.MET, EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK})
_TALKED = _MET | {EntryKind.MESSAGE_IN}
_WROTE = frozenset({EntryKind.MESSAGE_IN})
_WORKED = frozenset({EntryKind.SHARED_WORK})
_GAVE = frozenset({EntryKind.RECEIVED})


@frozen
class Memory:
    """A way to speak of a shared past.

    Attributes:
        cue: the expression; what follows it to the end of the clause is the content.
        kinds: entries of which there has to be one; none are needed where it is empty.
        forms: forms of a one-to-one of which one will do, where the kind alone says too little.
        words: words that may stand in what is known instead of such an entry.
        content: whether what follows is held against what is known.
        what: what is claimed, for the message.
    """

    cue: Callable[[], re.Pattern[str]]
    kinds: frozenset[EntryKind]
    what: str
    forms: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    content: bool = False


def _cue(pattern: str) -> Callable[[], re.Pattern[str]]:
    return lazily(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_WELL = (
    r"(?:so |such |really |very |truly )?(?:great|good|lovely|nice|wonderful|"
    r"a (?:real )?(?:pleasure|joy|treat|delight)|glad|fun|delighted|pleased|"
    r"enjoyed|loved|fantastic|brilliant)"
)
_PAST = r"(?:was |it was |I )?"
_LAST = (
    r"(?:last time|the other (?:day|week)|the day|the evening|the morning|the night|when|since|ever since|after|where)"
)
_THANKS = (
    r"(?:thank you|thanks|many thanks|thank you so much|thank you very much|thanks a lot|thanks again|thank you again)"
)

MEMORIES = (
    Memory(
        _cue(
            rf"{_WELL} (?:to (?:have )?(?:me?et|see|seen|talk|talked|speak|spoken|"
            rf"chat|run into)|(?:meeting|seeing|talking|speaking|chatting|running into))(?: to|"
            rf" with)? you(?: both)?"
        ),
        _MET,
        "that we met",
        content=True,
    ),
    Memory(
        _cue(
            rf"{_LAST} we (?:first |last )?(?:met|saw each other|ran into each other|"
            rf"bumped into each other)|we (?:first |last )?met|met you|I (?:saw|"
            rf"ran into|bumped into) you|we (?:sat|stood|danced|shared a table|"
            rf"queued|walked|travelled)"
        ),
        _MET,
        "that we met",
        content=True,
    ),
    Memory(
        _cue(
            rf"(?:as|what|everything|the things?|all|that|which) we (?:\w+ly )?(?:had )?(?:discussed|"
            rf"talked about|agreed|spoke about|said|decided|planned|talked through|"
            rf"covered|arranged)|as (?:discussed|agreed|arranged)|we (?:had )?(?:discussed|"
            rf"agreed|talked about|spoke about|talked of|spoke of|arranged)|(?:{_LAST} )?we (?:last )?(?:talked|"
            rf"spoke|chatted)|our (?:last |recent |long |short |little |good )?(?:conversation|"
            rf"chat|discussion|talk|exchange)"
        ),
        _TALKED,
        "that we talked",
        content=True,
    ),
    Memory(
        _cue(
            r"(?:on|over|by) the (?:phone|telephone)|(?:in|on|during|after|from|"
            r"for|since|enjoyed) (?:our|the|your|that|last week['’]s|yesterday['’]s) (?:\w+ )?(?:phone "
            r"|video |zoom )?call|our (?:\w+ )?(?:phone |video |zoom )?call|that (?:phone|"
            r"video|zoom) call|when (?:you|I) (?:called|rang|phoned)|you (?:called|"
            r"rang|phoned) me|thank(?:s| you) for (?:calling|ringing|phoning)"
        ),
        frozenset({EntryKind.ONE_TO_ONE}),
        "a call",
        frozenset({"call", "video"}),
        frozenset({"phone", "call"}),
    ),
    Memory(
        _cue(
            r"(?:on|over|via) (?:zoom|teams|skype|facetime|video)|our video call|"
            r"our zoom"
        ),
        frozenset({EntryKind.ONE_TO_ONE}),
        "a video call",
        frozenset({"video"}),
        frozenset({"zoom", "video", "skype", "team"}),
    ),
    Memory(
        _cue(
            rf"(?:over|for|our|after|at|during|that) (?:our |the |that |a )?(?:\w+ )?coffee(?: (?:together|"
            rf"with you|last|on|we had|and the))|over coffee|our (?:\w+ )?coffee|"
            rf"{_THANKS} for (?:the|a|that) (?:\w+ )?coffee|we had (?:a )?coffee|"
            rf"the coffee we"
        ),
        frozenset({EntryKind.ONE_TO_ONE}),
        "a coffee",
        frozenset({"coffee"}),
        frozenset({"coffee"}),
    ),
    Memory(
        _cue(
            rf"over (?:lunch|dinner|breakfast)|our (?:\w+ )?(?:lunch|dinner|breakfast|"
            rf"drink|drinks|meal)|{_THANKS} for (?:the |a )?(?:\w+ )?(?:lunch|"
            rf"dinner|breakfast|drink|drinks|meal|beer)|we had (?:lunch|dinner|"
            rf"breakfast|a drink|drinks|a beer)|over (?:a )?(?:beer|drink|drinks|"
            rf"wine|pint)"
        ),
        frozenset({EntryKind.ONE_TO_ONE}),
        "a meal",
        frozenset({"lunch"}),
        frozenset({"lunch", "dinner", "breakfast", "drink", "drinks", "meal", "beer", "pint", "wine"}),
    ),
    Memory(
        _cue(
            rf"(?:on|during|after|our) (?:our |the |that )?(?:\w+ )?walk(?: (?:together|"
            rf"with you|last|on|along|round|around|through|by|in))|our (?:\w+ )?walk|"
            rf"{_THANKS} for (?:the|a|that) (?:\w+ )?walk|we (?:went for a walk|"
            rf"walked)"
        ),
        frozenset({EntryKind.ONE_TO_ONE}),
        "a walk",
        frozenset({"walk"}),
        frozenset({"walk"}),
    ),
    Memory(
        _cue(
            r"we(?: both| once)? worked (?:together|side by side|on)|working (?:together|"
            r"with you)|when we (?:both )?(?:worked|studied|volunteered|taught|"
            r"served)|our (?:time|days|years) (?:together|at|in|on)|we (?:both |"
            r"once )?(?:shared an? (?:office|desk|flat|house|class|job)|ran an?|"
            r"founded|started an?|built an?)|we (?:were|went) (?:at )?(?:school|"
            r"university|college) together|your old colleague|as (?:former|old) colleagues"
        ),
        _WORKED,
        "that we worked together",
    ),
    Memory(
        _cue(
            rf"{_THANKS} for (?:your|the) (?:\w+ )?(?:\w+ )?(?:reply|answer|e-?mail|"
            rf"email|message|letter|response|text|postcard|card|voicemail)|{_THANKS} for (?:writing(?: "
            rf"back)?|replying|answering|your prompt reply|getting back)|(?:your|"
            rf"in your) (?:last|latest|recent|first) (?:e-?mail|email|message|"
            rf"note|letter|reply|text)|(?:I )?(?:got|received|read|enjoyed|loved) your (?:\w+ )?(?:e-?mail|"
            rf"email|message|letter|reply|note|text|card)|you wrote(?: to me| that|"
            rf" about| back)?|you (?:e-?mailed|emailed|texted|messaged)(?: me)?"
        ),
        _WROTE,
        "a message of theirs",
        content=True,
    ),
    Memory(
        _cue(
            r"(?:since|when|after|that|before|evening|day|morning|afternoon) you (?:came|"
            r"visited|dropped (?:by|in)|stopped by|stayed|popped (?:in|by)|were (?:here|"
            r"at (?:my|our)))"
        ),
        frozenset(),
        "a visit",
        words=frozenset({"come", "visit", "stay", "drop", "stop", "pop"}),
    ),
    Memory(
        _cue(
            rf"{_THANKS} for (?:introducing me|the introduction|your introduction|"
            rf"the intro|putting me in touch|connecting me)|you (?:kindly |once )?(?:introduced me|"
            rf"put me in touch|connected me)"
        ),
        _GAVE,
        "an introduction",
        words=frozenset({"introduction", "intro", "introduced", "introduce"}),
    ),
    Memory(
        _cue(
            rf"{_THANKS} for (?:referring|recommending|the referral|your referral|"
            rf"the recommendation|sending me)|you (?:kindly )?(?:referred|recommended me|"
            rf"sent me (?:a |two |three )?(?:clients?|customers?|leads?|referrals?))"
        ),
        _GAVE,
        "a referral",
        words=frozenset({"referral", "referred", "recommended", "recommendation", "recommend", "refer"}),
    ),
    Memory(
        _cue(
            r"(?:as )?you(?:['’]d| had| also| once| kindly| just)? (?:said|say|"
            r"told me|told us|mentioned|were saying|were telling me|described|"
            r"explained|promised|confessed|admitted|swore)(?: (?:that|about|to me|"
            r"how|why|of))?|you(?:['’]d| had)? asked(?: me)?(?: (?:about|for|"
            r"whether|if|who|what|how|where))?|your (?:question|words|remark|"
            r"comment|line|story|point|tip|tale|idea) (?:about|on|of|that|how)|"
            r"you (?:recommended|suggested|shared|named|pointed out)(?: (?:that|"
            r"the|a|an|me))?|you (?:taught|showed|lent|gave|sent|bought|helped) (?:me|"
            r"us)(?: (?:how|that|to|with|the|a|an))?|I remember you(?:r)?|I (?:still )?remember (?:that "
            r"|how )?you"
        ),
        frozenset(),
        "what they said or did",
        content=True,
    ),
    Memory(_cue(rf"{_THANKS} for"), frozenset(), "what they did", content=True),
)

_AHEAD = lazily(
    r"(?<!\w)(?:if|whether|would|could|might|may|can|shall|should|will|"
    r"['’]ll|let['’]s|maybe|perhaps|look(?:ing)? forward to"
    r"|hope to|hoping|love to|like to|happy to|until|before|next|happen to|fancy|up for)(?!\w)",
    re.IGNORECASE,
)


@frozen
class NoMemory:
    """A stretch that claims a memory; ``is_bare`` where nothing at all speaks for it."""

    span: Span
    what: str
    is_bare: bool


def no_memories(text: Text, context: Context, support: Support, quiet: Mask) -> Iterator[NoMemory]:
    """Every claim of a shared past that the log does not have."""
    taken = Mask(len(text.body))
    for memory in MEMORIES:
        for match in memory.cue().finditer(text.body):
            if quiet.hits((match.start(), match.start() + 1)) or taken.hits(match.span()):
                continue
            start, stop = text.sentence_at(match.start())
            if memory.kinds and _AHEAD().search(text.body, start, match.start()):
                continue
            if memory.forms and text.body[start:stop].rstrip().endswith("?"):
                continue
            taken.add(match.span())
            if not _is_in_log(memory, context, support):
                yield NoMemory(match.span(), memory.what, is_bare=True)
            elif memory.content:
                yield from _content(text, memory, match, support, quiet)


def _is_in_log(memory: Memory, context: Context, support: Support) -> bool:
    if not memory.kinds:
        return not memory.words or _is_known(memory.words, support)
    found = [each for each in context.history if each.kind in memory.kinds]
    if memory.forms:
        fitting = any(each.form in memory.forms or not each.form for each in found)
        return fitting or _is_known(memory.words, support)
    return bool(found) or _is_known(memory.words, support)


def _is_known(said: frozenset[str], support: Support) -> bool:
    return any(support.has(word) for each in said for word in words(each) if word.root)


def _content(text: Text, memory: Memory, match: re.Match[str], support: Support, quiet: Mask) -> Iterator[NoMemory]:
    """What follows the cue, to the end of the clause: none of its telling words known is no memory."""
    body = text.body
    _, sentence_stop = text.sentence_at(match.start())
    stop = clause_end(body, match.end(), sentence_stop)
    if joint := _JOINT().search(body, match.end(), stop):
        stop = joint.start()
    found = [word for word in words(body, match.end(), stop) if word.root]
    told = [word for word in found if not word.is_everyday and not quiet.hits((word.start, word.end))]
    missing = support.missing(told)
    if not missing:
        return
    named = any(quiet.hits((word.start, word.end)) and support.has(word) for word in found)
    # "Thank you for feeding us": that they were kind is for the one who was there to say.
    bare = len(missing) == len(told) and not named and not _KINDNESS().match(body, match.start())
    yield NoMemory((match.start(), missing[-1].end), memory.what, is_bare=bare)


_KINDNESS = lazily(
    r"thank(?:s| you) for (?!meeting|coming|calling|introducing|sending|hosting|having)\w+ing\b", re.IGNORECASE
)
_JOINT = lazily(
    r"\s(?:and (?:I|we|it|the|how|you|that)|but|so that|because|, which|"
    r"is (?:now|still)|has|have|made|stayed|still|kept|keeps|came)\s"
)
