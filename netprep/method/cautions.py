"""What makes a thing worth a second look before it is shared: advice, bad news, a link that is none.

The tables are closed: a title that reads like neither passes. Unasked advice costs more than it gives
(our own choice, grade D), so it is better taken for advice once too often; the same holds for news.
"""

from __future__ import annotations

import re
from functools import lru_cache

from netprep.method.senses import same_sense
from netprep.method.stems import says_little, stems
from netprep.model.records import Contact
from netprep.model.text import fold

# Compiled when they are first used: a note without anything to share needs neither.
_TELLS_HOW = (
    r"\bhow (?:to|you can)\b|\bwhat to do\b|\bwhy you (?:should|need|must)\b|\byou (?:should|need to|must)\b"
    r"|\b(?:tips?|tricks|hacks|steps|guide|guidebook|checklist|tutorial|playbook|handbook|manual|workbook|habits|rules"
    r"|masterclass|how-tos?|best practices?|do's and don'ts|dos and don'ts|self-help|secrets|mistakes|lessons|advice)\b"
    r"|\b(?:ways|cures?|remed(?:y|ies)|recipes?|solutions?|strateg(?:y|ies)) (?:to|for|of)\b"
    r"|^(?:stop|start|get|make|fix|learn|master|build|keep|avoid|improve|beat|boost|overcome|conquer|solve|manage|find"
    r"|never|always|don't|do not|sleep|eat|say|use|try) "
    r"|\b(?:fixing|improving|avoiding|beating|overcoming|coping with|dealing with|managing|mastering|solving) "
)
_TOPICS_OF_ADVICE = frozenset({"advice", "how to", "how-to", "howto", "tips", "guide", "self-help", "tutorial"})
_BAD = (
    r"\b(?:accident|accused?|arrest(?:ed|s)?|audit|bankrupt(?:cy)?|blaze|breach|charged|clos(?:es|ed|ing|ure)|collapse[sd]?"
    r"|complaints?|convicted|court|crash|crisis|cuts?|death|debt|dies|died|dispute|divorce|downturn|embezzl\w+|evict\w+"
    r"|explosion|fail(?:s|ed|ure)?|fake|falls?|fine[ds]?|fire[ds]?|flood(?:ed|s)?|fraud|guilty|hack(?:ed)?|hospital"
    r"|injur\w+|insolven\w+|investigat\w+|jobs? (?:lost|cut|at risk)|lawsuit|layoffs?|lays? off|leaves?|liquidat\w+"
    r"|loses|loss(?:es)?|lost|outage|ousted|police|probe|prosecut\w+|protests?|quits?|recalls?|redundan\w+|resign\w*|sacked"
    r"|scandal|shut(?:s|ting)?|slump|strikes?|struggl\w+|sued|sues|suspend\w*|theft|trial|trouble|warn(?:s|ing)?"
    r"|wound up|wrong)\b"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OPENED_BY_A_PERSON = frozenset({"http", "https", "mailto"})


@lru_cache(maxsize=4096)
def reads_as_advice(title: str, topics: tuple[str, ...] = ()) -> bool:
    """Whether a title, or a tag, says that this tells people what to do."""
    return bool(re.search(_TELLS_HOW, fold(title).replace("’", "'"))) or any(
        fold(topic) in _TOPICS_OF_ADVICE for topic in topics
    )


def is_about(contact: Contact, *texts: str | None) -> bool:
    """Whether a text names a person, or the organisation they are with."""
    words = f" {' '.join(_words(' '.join(filter(None, texts))))} "
    named = [contact.name, *filter(None, (contact.org,))]
    return any(f" {' '.join(_words(name))} " in words for name in named if _words(name))


def reads_as_bad_news(*texts: str | None) -> bool:
    """Whether news is of the kind that nobody wants to be sent about themselves."""
    return any(re.search(_BAD, fold(text)) for text in texts if text)


def touches(topic: str, *texts: str | None) -> bool:
    """Whether a text touches a topic that is to be avoided: words that begin as it does, or words of its stems."""
    wanted = fold(topic)
    if not wanted:
        return False
    text = " ".join(filter(None, texts))
    if re.search(rf"(?<!\w){re.escape(wanted)}", fold(text)):
        return True
    carrying = {stem for stem in stems(topic) if not says_little(stem)}
    held = set(stems(text))
    return (
        bool(carrying) and carrying <= held and all(same_sense(stem, carrying, held) is not False for stem in carrying)
    )


_HOLDS_A_PASSWORD = re.compile(r"://[^/?#@\s]*:[^/?#@\s]*@")


def link_problem(url: str) -> str | None:
    """Why a link is not passed on; None where it can be: http, https, mailto or no scheme at all, and no password."""
    if _HOLDS_A_PASSWORD.search(url):
        return "it holds a name and a password"
    # A browser skips blanks, tabs and line ends inside a scheme, so they are skipped here.
    found = _SCHEME.match("".join(character for character in url if character > " " and not character.isspace()))
    if found is None or found[1].lower() in _OPENED_BY_A_PERSON:
        return None
    if "." in found[1] or found[1].lower() == "localhost":
        return None  # a host with a port: example.org:8080
    return f"it begins with “{found[1][:20].lower()}:”"


def fits_a_sentence(url: str, longest: int) -> bool:
    """Whether a link can stand in a sentence: it can be passed on, is not too long and has no blank in it."""
    return link_problem(url) is None and len(url) <= longest and not any(character.isspace() for character in url)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
