"""Phrases of a pitch set-up and of a question asked in order to tell (Q03, Q07)."""

from __future__ import annotations

from netprep.guard.phrases import Phrase

_SUPPLIER = r"(?:provider|supplier|accountant|agency|vendor|broker|insurer|bank|consultant|coach)"
_TOOL = r"(?:provider|supplier|agency|vendor|software|tool|system|service)s?"
_GAIN = r"(?:save|earn|grow|get|stop|have more|double|increase|reduce)"
_LOOK_AFTER = r"(?:does|do|handles|looks after|takes care of|manages|supplies|provides)"

SET_UPS: tuple[Phrase, ...] = (
    Phrase("with your", r"(?:happy|satisfied|content|pleased) with your", "Are you happy with your accountant?"),
    Phrase("you ", r"satisfied with the (?:\w+ ){1,4}you (?:have|use|get)", "Are you satisfied with the work you get?"),
    Phrase("who", rf"who {_LOOK_AFTER} your", "Who handles your payroll?"),
    Phrase("who", rf"who is (?:your|the) (?:\w+ ){{0,3}}?{_SUPPLIER}", "Who is your current supplier?"),
    Phrase("you us", rf"(?:what|which) (?:\w+ ){{0,3}}{_TOOL} (?:are|do) you us(?:e|ing)", "Which tool do you use?"),
    Phrase("considered", r"have you (?:ever )?considered", "Have you ever considered outsourcing it?"),
    Phrase("thought ", r"have you (?:ever )?thought (?:about|of) (?:\w+ing|a )", "Have you thought about hiring help?"),
    Phrase(
        "how much", r"how much (?:do|are|did) you (?:\w+ )?(?:pay|spend|los|budget)\w*", "How much do you pay for it?"
    ),
    Phrase(
        "how much", r"how much (?:does|is) (?:it|that|this|your \w+) (?:cost|los)\w*", "How much does that cost you?"
    ),
    Phrase("budget", r"(?:what(?:'s| is)|how (?:big|large) is) (?:your|the) (?:\w+ )?budget", "What is your budget?"),
    Phrase("you pay", r"what (?:do|are) you pay(?:ing)?", "What do you pay for that?"),
    Phrase(
        "what if", r"what if (?:I|you|there) (?:told|said|could|showed|was|were)", "What if you could save an hour?"
    ),
    Phrase("did you know", r"did you know that", "Did you know that most firms overpay?"),
    Phrase("be worth", r"what would (?:it|that) be worth", "What would it be worth to have that solved?"),
    Phrase("wish", r"(?:do you|have you|did you) ever wish(?:ed)?", "Do you ever wish you had more customers?"),
    Phrase("you like to", rf"(?:would|wouldn't) you like to (?:\w+ )?{_GAIN}", "Would you like to save time?"),
    Phrase("looking for", rf"are you looking for (?:\w+ ){{0,3}}{_SUPPLIER}", "Are you looking for a new supplier?"),
    Phrase(
        "decision", r"who (?:makes|takes) (?:the|that|these) (?:\w+ )?decisions?", "Who makes the buying decisions?"
    ),
    Phrase("struggl", r"(?:are|do) you (?:still )?struggl(?:e|ing)", "Are you struggling with your taxes?"),
    Phrase("you from", r"what(?:'s| is) (?:stopping|keeping) you from", "What's stopping you from switching?"),
    Phrase("you", r"(?:may|can) I (?:show|send|quote|offer|interest) you", "Can I interest you in a trial?"),
)
"""Questions with an offer behind them."""

_TELL = r"(?:tell|told|mention|mentioned|show|shown)"

BOOMERANGS: tuple[Phrase, ...] = (
    Phrase("guess ", r"guess (?:what|who|where|how|why) (?:I|my|we|happened to me)", "Guess what I did last summer?"),
    Phrase(
        " to ",
        r"(?:want|like|care) to (?:know|hear|see|guess) (?:about |what |how |why |where )?(?:I|my|me|mine|we|our)",
        "Do you want to know how I did it?",
    ),
    Phrase(
        " i ", rf"(?:did|have|may|can|could|shall) I (?:ever )?{_TELL} (?:to )?you", "Did I ever tell you about it?"
    ),
    Phrase("think ", r"what do you think (?:of|about) (?:me|my|our)", "What do you think of my plan?"),
    Phrase("you know ", r"do you know (?:what|how|why|where) I", "Do you know what I did?"),
    Phrase("your guess", r"your guess (?:about|as to) (?:me|my|how I|what I|why I)", "What is your guess about me?"),
    Phrase("like ", r"like (?:I|we) (?:do|did|have|had|was|am|used to)", "Who here gets lost like I did?"),
    Phrase("like me", r"(?:just |a bit )?like me(?=[?,.!])", "Who here has run a marathon like me?"),
    Phrase("same ", r"the same (?:\w+ )?as (?:I|me|mine|we)", "Which race did you run, the same as me?"),
    Phrase("remind", r"remind(?:s)? you of (?:me|my|mine)", "Who does remind you of me?"),
    Phrase("ask me", r"(?:don't|do not|will|won't) you (?:ever )?ask me", "Why don't you ask me about it?"),
    Phrase(" my", r"(?:heard (?:about|of)|seen|read|tried) my", "Who of you has read my book?"),
)
"""Questions whose only follow-up is a story of the one who asks."""

PROBLEMS = frozenset(
    word
    for line in (
        "afraid bother bothers broken challenge challenges costly difficult difficulty expensive fear frustrates",
        "frustrating frustration hard hardest headache headaches hurt hurts lose losing lost mess messy nightmare pain",
        "painful problem problems risk risks slow slower slowest struggle struggles stuck tired trouble troubles",
        "unhappy waste wasted wasting worried worries worry worst wrong",
    )
    for word in line.split()
)
"""Words that make a subject a problem."""
