"""Phrases that sell: offers, prices, the firm's own praise, a call to buy (M01)."""

from __future__ import annotations

from netprep.guard.phrases import Phrase

_FIRMS = r"(?:companies|firms|businesses|organi[sz]ations|teams|brands|clients|startups|start-ups|smes|agencies)"
_GAIN = r"(?:like yours|such as yours|save|grow|increase|reduce|scale|boost|cut|achieve|win|improve)"
_OURS = r"(?:clients|solutions?|platform|services|software|offering|prices|pricing|rates|packages?|brochure|catalogue)"

PITCH: tuple[Phrase, ...] = (
    Phrase("help", rf"we help (?:\w+ ){{0,3}}{_FIRMS}(?: {_GAIN})?", "We help growing companies save money."),
    Phrase("help", rf"I help (?:\w+ ){{0,3}}{_FIRMS} {_GAIN}", "I help firms like yours."),
    Phrase(
        "we ",
        rf"we (?:work with|partner with|support|serve|speciali[sz]e in|provide|offer"
        rf"|deliver) (?:\w+ ){{0,6}}{_FIRMS}",
        "We work with many firms in your trade.",
    ),
    Phrase("like yours", rf"{_FIRMS} like yours", "It suits businesses like yours."),
    Phrase(
        "like yours",
        r"(?:suits?|for|helps?|built for|made for) an? (?:\w+ )?(?:company|firm|business|team) like yours",
        "It suits a business like yours.",
    ),
    Phrase("our ", rf"our (?:\w+ ){{0,1}}{_OURS}", "Our clients love it."),
    Phrase(
        "our ",
        r"our (?:customers|products?) (?:love|include|trust|save|see|can|will|helps?)",
        "Our customers save a lot.",
    ),
    Phrase(
        "my ", r"my (?:services|rates|prices|brochure|price list|packages|client list)", "Have a look at my services."
    ),
    Phrase(
        "offer",
        r"(?:special|exclusive|limited|introductory) offer|(?:we|I) (?:can |could )?offer you"
        r"(?! an? (?:seat|lift|coffee|tea|hand|place|ride))",
        "I have a special offer for you.",
    ),
    Phrase(
        "free ",
        r"free (?:trial|consultation|quote|assessment|audit|sample|demo)s?",
        "Try it, a free trial.",
        topic=True,
    ),
    Phrase(
        "demo",
        r"(?:an?|free|quick|live|short|product) (?:\w+ )?demo|demo of (?:our|my)",
        "Let me show you a demo.",
        topic=True,
    ),
    Phrase(
        "discount",
        r"(?:an?|special|exclusive|with|at|for|%|percent|our) (?:\w+ ){0,2}discounts?",
        "You would get a discount.",
        topic=True,
    ),
    Phrase("% off", r"\d{1,2} ?% off", "Take 20 % off this month.", topic=True),
    Phrase(
        "price",
        r"price list|pricing|(?:best|special|low|unbeatable|competitive) prices?",
        "I attached our price list.",
        topic=True,
    ),
    Phrase("brochure", r"brochures?", "I attached a brochure.", topic=True),
    Phrase("save up to", r"save (?:you )?up to", "You could save up to a third."),
    Phrase("buy", r"buy (?:now|today|from us|from me|our)|(?:call|click) to buy", "Buy now."),
    Phrase("order ", r"order (?:now|today|from us)", "Order today."),
    Phrase(
        "sign up",
        r"sign up (?:now|today|here|with us|for (?:a|our) (?:free )?\w+)",
        "Sign up now.",
        unless=r"I(?:'ll| will| did)? sign",
    ),
    Phrase("get started", r"get started (?:today|now|with us|for free)", "Get started today."),
    Phrase(
        "book ",
        r"book (?:an?|your) (?:free |quick |short )?(?:demo|consultation|call|slot|session)",
        "Book a free consultation.",
        unless=r"(?:you|they|she|he) (?:would )?book",
    ),
    Phrase(
        "limited time",
        r"(?:for )?a? ?limited time",
        "For a limited time only.",
        unless=r"(?:had|have|has) a limited time",
    ),
    Phrase("no obligation", r"no[- ]obligation|without obligation", "A no obligation quote."),
    Phrase("money-back", r"money-back guarantee", "With a money-back guarantee."),
    Phrase(
        "starting at", r"(?:starts|starting|plans) (?:at|from) (?:just |only )?[$€£] ?\d{1,9}", "Plans starting at $9."
    ),
    Phrase("for only", r"for only [$€£] ?\d{1,9}", "All this for only £20."),
    Phrase("for just", r"for just [$€£] ?\d{1,9}", "All this for just £20."),
    Phrase(
        "leading",
        r"(?:as|we are|we're) (?:an?|the) (?:\w+ )?leading (?:\w+ ){0,2}(?:provider|practice|agency|firm"
        r"|company|supplier)",
        "As a leading agency we know this.",
    ),
)

THEIRS = r"(?:your|their|her|his|its|\w+'s) (?:\w+ ){0,2}$"
"""What before a topic makes it somebody else's."""
