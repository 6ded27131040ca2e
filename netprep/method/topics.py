"""The grammar of what is known of people: a value is a topic, so that every sentence can use it.

A topic is a noun phrase or an -ing form: "early-morning delivery", "running the Peachtree". A finite
verb at the start ("runs the Peachtree") is noticed and the topic form offered. It works from closed
tables: a verb it does not know passes, since a false alarm costs more than a missed one.
"""

from __future__ import annotations

import re

from netprep.method.infinitives import gerund_of, infinitive_as_topic
from netprep.model.frozen import frozen


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in pairs.split())


_VERBS = _table(
    "runs:running wants:wanting likes:liking loves:loving enjoys:enjoying hates:hating needs:needing thinks:thinking "
    "makes:making takes:taking gives:giving gets:getting goes:going does:doing keeps:keeping begins:beginning "
    "owns:owning manages:managing teaches:teaching learns:learning knows:knowing writes:writing sings:singing "
    "collects:collecting grows:growing sells:selling buys:buying hires:hiring seeks:seeking builds:building "
    "develops:developing becomes:becoming prefers:preferring intends:intending expects:expecting "
    "organises:organising organizes:organizing speaks:speaking swims:swimming bakes:baking tries:trying "
    "won:winning ran:running became:becoming wrote:writing founded:founding started:starting moved:moving"
)
"""Words that at the start of a value are verbs, with their -ing form."""
_VERBS_OR_NOUNS = _table(
    "hopes:hoping starts:starting opens:opening leads:leading studies:studying reads:reading leaves:leaving "
    "lives:living moves:moving helps:helping serves:serving struggles:struggling worries:worrying "
    "volunteers:volunteering plays:playing plans:planning works:working trains:training rides:riding "
    "cycles:cycling cooks:cooking looks:looking finds:finding travels:travelling coaches:coaching "
    "finished:finishing built:building opened:opening"
)
"""Words that are nouns or adjectives as well: verbs only before an article, or a word of their own below."""
_OPENS_AN_OBJECT = frozenset(_table("a: an: the: her: his: their: my: our: its: this: every: each: two: three: four:"))
_GOES_WITH = {
    verb: frozenset(words.split(","))
    for verb, words in _table(
        "hopes:to,for starts:at,on opens:on,at leads:to leaves:for,in,on lives:in,at,near,with moves:to,into "
        "helps:to,with,out serves:on,at,as struggles:with,to worries:about volunteers:at,for,with,as plays:in,with,for "
        "plans:to works:at,for,in,with,on,as,from trains:for rides:to cycles:to cooks:for looks:for,after,at,into "
        "finds:it travels:to,for opened:on studies:at"
    ).items()
}
_JOINS = frozenset({"and", "or", "of", "&", "batted"})
_ABOUT_THEM = re.compile(r"(?:she|he|they)(?=['’\s])\s*", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:I|[Ww]e|[Ii]t)(?=['’\s])\s*")
_CONTRACTION = re.compile(r"['’](?:s|re|m)\s+", re.IGNORECASE)
_ADVERB = re.compile(r"(?:also|already|still|just|always|often|now|recently|currently|really|usually)\s+")
_NEGATED = re.compile(r"(?:does|do|did|is|are|was|has|will|can)(?:n['’]t| not)\b")
_AUXILIARY = re.compile(
    r"(is|are|was|were|has been|have been|had been|has|have|had)\s+(?!(?:and|or|of|not)\b)(.+)", re.DOTALL
)
_MODAL = re.compile(r"(?:can|will|would|could|should|must)\s+(?P<what>.+)", re.DOTALL)
_THIRD_PERSON = re.compile(r"\b(?:she|he|her|his|him|hers|herself|himself)\b", re.IGNORECASE)

_VERB_OF_A_SPEAKER = re.compile(r"['’](?:ve|d|ll)\b|(?!(?:and|or|of|in|as|to|the|a|beams?|bars?)\b)[a-z]{2,}\b")
_ROLE = (
    "recruiter|teacher|engineer|developer|programmer|designer|manager|director|founder|co-founder|consultant|analyst"
    "|accountant|auditor|nurse|doctor|lawyer|solicitor|barrister|paralegal|chef|baker|journalist|reporter|editor|lecturer"
    "|professor|researcher|scientist|architect|producer|partner|associate|coordinator|officer|assistant|buyer|head|lead"
    "|intern|trainee|apprentice|librarian|electrician|adviser|advisor|administrator|planner|surveyor|technician|executive"
    "|receptionist|pharmacist|therapist|tutor|copywriter|barista|president|CEO|CTO|CFO|COO|VP|PM"
)
_JOB = (
    rf"(?:(?!(?i:an?|the|my|our|being|hiring|training|finding|becoming|for|with|to|as)\b)[\w&-]+ ){{0,3}}(?i:{_ROLE})"
    r"(?: of [\w&-]+(?: [\w&-]+)?)? (?:at|for|in|with) (?:the )?[A-Z\d].*"
)


@frozen
class TopicAdvice:
    """What is wrong with a value as a topic, and the topic to write instead where one can be made."""

    problem: str
    suggestion: str | None


def topic_problem(value: str, *, goal: bool = False) -> TopicAdvice | None:
    """What keeps ``value`` from being a topic: a finite verb at its start; None where nothing does.

    "runs the Peachtree" gives "running the Peachtree", "she is opening on Sundays" gives "opening on
    Sundays", "wants to sell bread" gives "wanting to sell bread".

    Args:
        value: the value of a fact.
        goal: it is a goal, which people type as "open a shop": that gives "opening a shop".
    """
    text = " ".join(value.split())
    if goal and (meant := infinitive_as_topic(text)):
        return _advice(" ".join(text.split()[: 1 + text.lower().startswith("to ")]), meant)
    about_them = _ABOUT_THEM.match(text)
    subject = about_them or _SPEAKER.match(text)
    rest = text[subject.end() :] if subject else text
    if subject and (contracted := _CONTRACTION.match(rest)):
        rest = f"is {rest[contracted.end() :]}"
    rest = _ADVERB.sub("", _first_word_small(rest), count=1)
    if _NEGATED.match(rest):
        return _advice(rest.split()[0], None)
    if auxiliary := _AUXILIARY.fullmatch(rest):
        return _advice(auxiliary[1], _without_auxiliary(auxiliary[1], auxiliary[2]))
    if subject and (modal := _MODAL.fullmatch(rest)):
        return _advice(rest.split()[0], f"being able to {modal['what']}" if rest.startswith("can") else None)
    verb, _, after = rest.partition(" ")
    gerund = (_VERBS | _VERBS_OR_NOUNS).get(verb)
    if gerund and after and (subject or _is_verb(verb, after)):
        return _advice(verb, f"{gerund} {after}")
    if subject and not about_them:
        return _said_by_the_speaker(text, rest)
    return _advice(verb, gerund) if about_them else None


def is_job(value: str) -> bool:
    """Whether ``value`` is a job and an employer, "recruiter at Hays", rather than what somebody works on."""
    return bool(re.fullmatch(_JOB, " ".join(value.split())))


def _said_by_the_speaker(text: str, rest: str) -> TopicAdvice | None:
    """What "I row on the Main" is: a sentence, whatever its verb; "I Ching" and "we and they" are none."""
    if text[:2].lower() == "it" or not _VERB_OF_A_SPEAKER.match(rest):
        return None
    verb, _, after = rest.partition(" ")
    gerund = gerund_of(verb)
    return _advice(text.split()[0], f"{gerund} {after}" if gerund and after else None)


def refers_to_third_person(text: str) -> bool:
    """Whether ``text`` speaks of a "she" or a "he": then it cannot be said to the person as it stands."""
    return bool(_THIRD_PERSON.search(text))


def _first_word_small(text: str) -> str:
    """``text`` with a capital that only begins it made small; names and abbreviations stay."""
    first = text.partition(" ")[0]
    known = first.istitle() and (first.lower() in _VERBS or first.lower() in _VERBS_OR_NOUNS or len(first) < 4)
    return text[:1].lower() + text[1:] if known else text


def _is_verb(word: str, after: str) -> bool:
    """Whether a word of the tables is a verb here, as what follows it shows."""
    following = after.split()[0].strip(",.;:").lower()
    if word in _VERBS:
        return following not in _JOINS
    return following in _OPENS_AN_OBJECT or following in _GOES_WITH.get(word, ())


def _without_auxiliary(auxiliary: str, after: str) -> str | None:
    first = after.split()[0]
    if first.endswith("ing") and len(first) > 4:
        return after
    if auxiliary in ("has", "have", "had"):
        return None if first.endswith("ed") else f"having {after}"
    return f"being {after}"


def _advice(verb: str, suggestion: str | None) -> TopicAdvice:
    return TopicAdvice(f"“{verb}” makes it a sentence; a topic fits into every note", suggestion)
