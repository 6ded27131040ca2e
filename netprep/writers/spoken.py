"""What is written down about somebody, in the form in which a question can hold it.

English only, and only what is sure: where a form is not certain the answer is None, and the question
is not offered.
"""

from __future__ import annotations

import re

from netprep.method.topics import topic_problem
from netprep.model.text import one_line
from netprep.writers.address import said_to_reader


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MOST_WORDS = 12
_LONGEST_WORD = 40
_UNSPEAKABLE = re.compile(r"[^\w\s'’,&%/+.–-]|_|[.:;]\s|\.\.|\b(?:n/a|tbd|todo)\b", re.IGNORECASE)
_BEGINS = re.compile(r"[^\W\d_]|\d{1,4}\s+[^\W\d_]{2}")
_ABOUT_ME = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours|myself|ourselves)\b(?!-)", re.IGNORECASE)
_NO_TOPIC = _set(
    """and are be because but by can can't cannot could did do does dont don't had has have he how if is it it's no
    none not nothing of or she should than that that's the there these they they're to unknown was were what
    when where which while who why will with would yes you yet"""
)
"""First words after which no topic comes; alone they are none either."""
_STATE = re.compile(
    r"(?:afraid|behind|busy|down|due|fed|full|happy|keen|late|low|new|open|out|ready|short|sick|stuck|tired|unable)"
    r"\s+(?:about|at|for|in|of|on|to|up|with)\b",
    re.IGNORECASE,
)
_MAYBE_A_VERB = re.compile(
    r"(?:coaches|cooks|cycles|finds|helps|leads|leaves|lives|looks|moves|opens|plans|plays|reads|rides|serves|starts"
    r"|studies|trains|travels|volunteers|works)\s+(?!(?:about|and|at|by|for|from|in|of|on|or|to|with)\b)",
    re.IGNORECASE,
)
_UNFINISHED = _set("a an and at by for from in of on or that the to until which with")
"""Words that no topic ends with."""
_OPENS_A_TOPIC = _set("a an every his her its some that the their this these those your")
_SAID_AS_IS = _set("beijing boeing bing chongqing corning kipling nanjing reading sterling xining")
_HAS_ING = re.compile(r"[a-z’'-]{2,}ing\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:a|an)\s+(?!(?:few|lot|bit|couple|dozen|pair|number|little|handful|good)\b)(?=\w)", re.I)
_SOME = re.compile(r"some\s+(?=\w)", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|several)\s",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:(?:the|a|an|your|this|that)\s+)?(?P<what>(?!\w+ing\b)(?:[\w’'-]+\s+){0,2}"
    r"(?:talk|lecture|keynote|speech|article|piece|column|essay|paper|report|book|post|podcast|interview|slides|study)"
    r"(?:$|\s+(?:on|about|of|for|in|with|from|at|to)\b.*))",
    re.IGNORECASE,
)
_TALKED = re.compile(r"(?:gave|held|wrote|published|recorded|posted)\s+(?=(?:the|a|an|your)\s)", re.IGNORECASE)
_DID = _set(
    """became began bought brought built came chose designed drew founded gave got grew held joined kept launched
    learnt led left lent lost made met moved opened organised organized paid published put ran rebuilt restored
    retrained rode rose sang saved set sold spoke spent started swam taught took trained turned went won wrote"""
)
_HEAD_OF = re.compile(r"(?:head|chair|president|director|secretary|treasurer|captain|dean)\s+of\s", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"\s+(?:of|at|for|in|with|to|on)\s")
_ROLE = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*(?:\s+(?:&|[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*)){0,5}")
_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "person", "smith", "wright", "ee", "yst")
_PEOPLE = _set(
    """academic advocate agent apprentice architect boss ceo cfo chef chemist clerk coach coo cook cto dean
    diplomat fellow florist gp guide intern judge lead magistrate mechanic medic midwife nurse paramedic pilot
    poet postdoc president rep scholar student superintendent vet"""
)
_NO_PEOPLE = _set(
    """beer behaviour career center chair coffee colour committee computer corner cover customer debtor dinner
    error exterior factor fee floor interior junior labor letter major matter member minor newcomer newsletter
    number order other owner paper plant power prayer restaurant semester senior software speaker summer theater
    tree water weather want winter"""
)
_CAPITAL = _set(
    """american arabic australian austrian belgian brazilian british canadian chinese czech danish dutch english
    finnish french german greek hebrew hindi hungarian indian irish italian japanese korean latin mexican
    norwegian polish portuguese russian scottish spanish swedish swiss turkish ukrainian welsh"""
)


def in_question(value: str) -> str | None:
    """A topic as it stands inside a question; None where it would not be good English there.

    Args:
        value: a noun phrase or an -ing form.
    """
    text = one_line(value).strip(" .,;:!–-")
    words = text.split()
    if not words or len(words) > _MOST_WORDS or max(map(len, words)) > _LONGEST_WORD:
        return None
    if _UNSPEAKABLE.search(text) or _ABOUT_ME.search(text) or not _BEGINS.match(text):
        return None
    if _STATE.match(text) or _MAYBE_A_VERB.match(text) or words[-1] in _UNFINISHED:
        return None
    first = words[0].lower()
    if (first in _NO_TOPIC and (first != "the" or len(words) == 1)) or max(map(len, words)) < 3:
        return None
    small = words[0].istitle() and (first in _OPENS_A_TOPIC or (_is_ing(first) and first not in _SAID_AS_IS))
    return text[0].lower() + text[1:] if small else text


def as_theirs(topic: str) -> str:
    """A thing of theirs as it is named to them: "a project" is "your project", "two films" are "your two films"."""
    for indefinite in (_INDEFINITE, _SOME):
        if indefinite.match(topic):
            return indefinite.sub("your ", topic, count=1)
    return f"your {topic}" if _COUNTED.match(topic) else topic


def as_known(topic: str) -> str:
    """A thing both know of: "a rain-day clause" is "the rain-day clause"."""
    return _INDEFINITE.sub("the ", topic, count=1) if _INDEFINITE.match(topic) else topic


def as_talk(topic: str) -> str | None:
    """A talk, an article or the like as it is named to its author: "your talk on otters"; None for anything else."""
    match = _TALK.fullmatch(topic)
    return f"your {match['what']}" if match else None


def with_article(role: str | None) -> str | None:
    """What somebody does as one says it with "being": "a glassblower", "an HR manager", "head of sales"."""
    text = one_line(role or "")
    if not _ROLE.fullmatch(text):
        return None
    words = [_small(word) for word in text.replace("&", "and").split()]
    said = " ".join(words)
    heads = _AFTER_HEAD.split(said, maxsplit=1)[0]
    if not all(_is_person(part, said) for part in re.split(r"\s+and\s+", heads)):
        return None
    if _HEAD_OF.match(f"{said} ") or words[0] in ("the", "a", "an"):
        return said
    return f"{'an' if _takes_an(words[0]) else 'a'} {said}"


def public_line(text: str | None) -> tuple[str, str] | None:
    """A line of a guest list about somebody as a slot and its words; None where it fits none for sure.

    "gave the talk about otters" fills ``talk`` with "your talk about otters", "her studio opened its
    furnace to schools" fills ``public_line`` with "your studio opened its furnace to schools".
    """
    said = said_to_reader(one_line(text or "").strip(" .,;"))
    if not said or not (said := in_question(said) or ""):
        return None
    if talk := as_talk(_TALKED.sub("", said, count=1)):
        return "talk", talk
    words = said.split()
    problem = topic_problem(said)
    if words[0].lower() in _DID and len(words) > 1:
        return "public_line", f"you {said[0].lower()}{said[1:]}"
    if problem:
        return ("public_work", problem.suggestion) if problem.suggestion else None
    if words[0].lower() == "your" and any(_is_past(word) for word in words[2:]):
        return "public_line", said
    if words[0].lower() in _OPENS_A_TOPIC or _is_ing(words[0]):
        return "expertise", as_theirs(said)
    return None


def _is_ing(word: str) -> bool:
    return bool(_HAS_ING.fullmatch(word))


def _is_past(word: str) -> bool:
    return word.lower() in _DID or (word.endswith("ed") and len(word) > 4)


def _small(word: str) -> str:
    """A word of a role without the capital of a business card; abbreviations and languages keep theirs."""
    is_plain = word.istitle() or word[1:].islower()
    return word.lower() if is_plain and word.lower() not in _CAPITAL else word


def _is_person(part: str, role: str) -> bool:
    """Whether the last word of a part of a role names somebody."""
    word = part.split()[-1].lower()
    if word == "owner":
        return role != word
    if word in ("head", "chair"):
        return bool(_HEAD_OF.match(role))
    return word in _PEOPLE or (word.endswith(_ENDINGS) and word not in _NO_PEOPLE and len(word) > 3)


def _takes_an(word: str) -> bool:
    """Whether a word begins with a vowel as it is spoken."""
    if len(word) > 1 and word.isupper():
        return word[0] in "AEFHILMNORSX"
    low = word.lower()
    if low.startswith(("hour", "honest", "heir")):
        return True
    return low[:1] in "aeiou" and not low.startswith(("uni", "use", "eu", "one", "once", "ura", "uro", "ute"))
