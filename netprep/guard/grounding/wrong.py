"""What is said of something known, but not as it is: its day, the event, my own name (M22)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from netprep.guard.case import Case
from netprep.guard.grounding.dates import DateSpan, dates, is_wish
from netprep.guard.grounding.everyday import GATHERINGS
from netprep.guard.grounding.evidence import Evidence, sayable
from netprep.guard.grounding.names import signature_start
from netprep.guard.grounding.support import Support
from netprep.guard.grounding.words import Word, words
from netprep.guard.phrases import lazily
from netprep.guard.text import WORD, Mask, Span, Text, words_of
from netprep.model.plan import Known
from netprep.model.words import EntryKind

_MEETINGS = frozenset({EntryKind.MET, EntryKind.ONE_TO_ONE, EntryKind.SHARED_WORK})
_WE_MET = lazily(
    r"(?<!\w)(?:(?:we|I) (?:first |last |both )?(?:met|talked|spoke|chatted|"
    r"sat|stood)|(?:meeting|seeing|talking (?:to|with)"
    r"|speaking (?:to|with)|chatting with) you|to (?:meet|see|talk (?:to|with)|speak (?:to|with)|chat with) you"
    r"|met you|saw you|ran into you|our (?:talk|chat|conversation|coffee|lunch|walk|call|meeting)|thank(?:s| you) for"
    r" (?:the|your|a|that) (?:\w+ )?(?:talk|chat|conversation|coffee|lunch|walk|call|hour|time|evening|company|morning)"
    r"|you (?:said|told|mentioned|asked)|you stayed|you laughed)(?!\w)",
    re.IGNORECASE,
)
_AHEAD = lazily(
    r"(?<!\w)(?:if|would|could|might|may|shall|let['’]s|maybe|perhaps|will|['’]ll|hope to|look(?:ing)? forward|see you"
    r"|again|next)(?!\w)|\?\s*$",
    re.IGNORECASE,
)
_DATED = frozenset({"event", "promise", "fact", "meeting", "item", "received", "anchor"})


def wrong_days(text: Text, case: Case, support: Support, taken: Mask) -> Iterator[tuple[Span, str]]:
    """Dates that are known, but of something else than what the sentence is about, with what it is about."""
    context = case.context
    for said in dates(text.body, context.today):
        span = (said.start, said.end)
        sentence = text.sentence_text(said.start)
        if taken.hits(span) or is_wish(text.body[said.start : said.end], sentence) or said.habit:
            continue
        if sentence.rstrip().endswith("?"):
            continue  # a question says nothing of its day
        if not case.evidence.has_date(said):
            continue  # nothing known has this date at all: that is M04's to say
        if said.month == context.today.month and not said.day and not _WE_MET().search(sentence):
            continue  # "even in November" is about now
        start, stop = text.sentence_at(said.start)
        spoken_of, what = _spoken_of(sentence, words(text.body, start, stop), case, support)
        if spoken_of is not None and not spoken_of.has_date(said) and not _has_its_own(said, text, case, support):
            yield span, what


def _has_its_own(said: DateSpan, text: Text, case: Case, support: Support) -> bool:
    """Whether something known has just this day and a word of the sentence, or they wrote to me on it."""
    start, stop = text.sentence_at(said.start)
    roots = {word.root for word in words(text.body, start, stop) if word.root}
    named = tuple(line.known for line in support.lines if line.known and line.known.date and roots & set(line.roots))
    messages = tuple(each.day for each in case.context.history if each.kind is EntryKind.MESSAGE_IN)
    evidence = Evidence.of(replace(case.context, allowed=named, names=()))
    return replace(evidence, moments=(*evidence.moments, *messages)).has_date(said)


def _spoken_of(sentence: str, said: Iterator[Word], case: Case, support: Support) -> tuple[Evidence | None, str]:
    """What is known of the days of the things that a sentence is about."""
    context = case.context
    roots = {word.root for word in said if word.root and not word.is_everyday}
    about = [
        line.known
        for line in support.lines
        if line.known and line.known.date and roots & _telling(line.known, line.roots)
    ]
    met = bool(_WE_MET().search(sentence)) and not _AHEAD().search(sentence)
    meetings = [each.day for each in context.history if each.kind in _MEETINGS] if met else []
    today = context.today
    dated = [
        known
        for known in about
        if known.what in _DATED and (known.what != "fact" or (known.date and known.date.day >= today))
    ]
    if not meetings and not dated:
        return None, ""
    evidence = Evidence.of(replace(context, allowed=tuple(about), names=()))
    evidence = replace(evidence, moments=(*evidence.moments, *meetings))
    return evidence, "when you met" if meetings else f"“{dated[0].text}”"


def _telling(known: Known, roots: tuple[str, ...]) -> frozenset[str]:
    return frozenset(roots) if sayable(known) else frozenset()


_AT = lazily(
    r"(?<!\w)(?:at|from|during|after|since|for|enjoyed|of) (?:the|our|that|your|last (?:night|week|month)['’]s"
    r"|yesterday['’]s|this morning['’]s) (?=(?P<what>(?:[a-z][\w-]* ){0,2}[a-z][\w-]*))"
    r"|(?<!\w)what an? (?=(?P<such>(?:[a-z][\w-]* ){0,2}[a-z][\w-]*))",
    re.IGNORECASE,
)


def wrong_events(text: Text, case: Case, support: Support, taken: Mask) -> Iterator[Span]:
    """Occasions in plain words that nothing known has: "at the workshop" where we met at a mixer.

    What is only known of a day to come is no occasion to look back on.
    """
    ahead = _only_ahead(case, support)
    for match in _AT().finditer(text.body):
        modifiers: list[Word] = []
        sentence = text.sentence_text(match.start())
        for word in words(text.body, *match.span("what" if match["what"] else "such")):
            if not word.root:
                break
            if word.low in GATHERINGS and not taken.hits((word.start, word.end)):
                foreign = [each for each in modifiers if not each.is_everyday and not support.has(each)]
                is_wrong = not support.has(word) or bool(foreign) or (word.root in ahead and _looks_back(sentence))
                if is_wrong and (not _AHEAD().search(sentence) or _WE_MET().search(sentence)):
                    yield (foreign[0] if foreign else word).start, word.end
                break
            modifiers.append(word)


def wrong_places(text: Text, case: Case, support: Support, taken: Mask) -> Iterator[tuple[Span, str]]:
    """Names of events to come and their places, in a sentence that looks back to when we met."""
    ahead = _only_ahead(case, support)
    for known in case.context.allowed if ahead else ():
        if known.what != "event" or not known.date or known.date.day <= case.context.today:
            continue
        for match in _CAPITALS().finditer(text.body):
            said = [word for word in words(text.body, *match.span()) if word.root]
            named = {word.root for word in words(known.text)}
            sentence = text.sentence_text(match.start())
            if taken.hits(match.span()) or not said or not all(word.root in ahead & named for word in said):
                continue
            if _looks_back(sentence) or (_WE_MET().search(sentence) and not _AHEAD().search(sentence)):
                yield (said[0].start, said[-1].end), known.text


_CAPITALS = lazily(r"(?<!\w)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_BACK = lazily(
    r"(?<!\w)(?:last (?:night|week|month|spring|summer|autumn|winter|year|\w+day)|yesterday|the other (?:day|night)|ago"
    r"|this morning|was|were|had|won|stood|sat|laughed|said|told|met)(?!\w)",
    re.IGNORECASE,
)


def _looks_back(sentence: str) -> bool:
    return bool(_BACK().search(sentence)) and not _AHEAD().search(sentence)


def _only_ahead(case: Case, support: Support) -> frozenset[str]:
    """Roots that are known of events to come and of nothing else."""
    today = case.context.today
    coming: set[str] = set()
    rest = set(support.extra)
    for line in support.lines:
        is_coming = line.known and line.known.what == "event" and line.known.date and line.known.date.day > today
        (coming if is_coming else rest).update(line.roots)
    return frozenset(coming - rest)


def wrong_signature(text: Text, case: Case) -> Iterator[Span]:
    """The name at the end, where it is not mine."""
    start = signature_start(text.body)
    mine = {part for name in case.context.my_names for part in words_of(name)}
    if start < 0 or not mine:
        return
    found = list(WORD().finditer(text.body, start))
    said = [word for match in found for word in words_of(match[0])]
    theirs = {part for name in case.context.reader_names for part in words_of(name)}
    if found and said and not set(said) & mine and set(said) & theirs:
        yield found[0].start(), found[-1].end()
