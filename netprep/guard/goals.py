"""Goals of an event: what would bring you home empty-handed (G01 to G05).

At a networking event nearly everybody comes to sell and hardly anybody to buy, so a goal that needs
a buyer cannot work for the room (Misner, "The networking disconnect"; grade D). A goal should leave
something that can be told afterwards, fit into the evening and hold something for somebody else (the
rules are our own choice, after Misner; grade D).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.goal_numbers import is_only_a_number, is_vague, people_wanted
from netprep.guard.goal_rewrite import rewritten
from netprep.guard.phrases import lazily
from netprep.method.capacity import event_capacity
from netprep.model.plan import Finding, Level
from netprep.model.records import Event
from netprep.model.text import at_a_glance
from netprep.model.words import Purpose
from netprep.settings.method import MethodSettings

_SELLS = lazily(
    r"\b(?:sell(?:ing)?|sales?|clos(?:e|ing) (?:a |the |\d+ )?(?:deal|sale)s?|pitch(?:es|ing)?"
    r"|leads?(?! (?:a|the|to)\b)|hand(?:ing)? out|prospects?|upsell\w*|book(?:ing)? (?:\w+ )?(?:demos?|sales calls?)"
    r"|(?:get|find|win|land)(?:ting|ning|ing)? (?:\w+ ){0,2}(?:clients?|customers?|orders?|business))\b",
    re.IGNORECASE,
)
_LEARNING = lazily(
    r"\b(?:learn\w*|hear\w*|understand\w*|find(?:ing)? out|ask\w*|see(?:ing)?)\b[^.;,:!?]*?"
    r"\b(?:how|what|why|who|where|when|whether|which)\b(?P<rest>[^.;,:!?]*)$",
    re.IGNORECASE,
)
_ANOTHER_AIM = lazily(r"\b(?:and|or|so|then|but|while)\b|(?<!how )(?<!what )(?<!who )\bto\b", re.IGNORECASE)
_DENIED = lazily(
    r"\b(?:without|no|never|not|don['’]?t|do not|nothing to)(?: (?:to|a|any|one|even))?\s+$", re.IGNORECASE
)
_COMPLAINT = lazily(r"\b(?:did|could|have|had)\s?n[o'’]t\s+$", re.IGNORECASE)
_SERVES = lazily(
    r"\b(?:be(?:ing)? (?:of use|useful)|of use|help(?:s|ing)?|serv(?:e|es|ing)|introduc\w+|bring(?:s|ing)?"
    r"|shar(?:e|es|ing)|offer(?:s|ing)?|giv(?:e|es|ing)|welcom(?:e|es|ing)|connect(?:ing)? \w+ (?:to|and|with)"
    r"|volunteer\w*|thank(?:s|ing)?|support(?:s|ing)?|pass(?:ing)? on)\b",
    re.IGNORECASE,
)
_NAMES = {
    "G01": "sells",
    "G02": "nothing-to-see",
    "G03": "only-a-number",
    "G04": "above-capacity",
    "G05": "no-serve-part",
}
_TEMPLATE = "learn … from two people; be of use to one of them; deepen with somebody you know"


def goal_findings(goal: str, *, most: int | None = None) -> tuple[Finding, ...]:
    """What is wrong with the words of a goal, the first finding of each rule.

    Args:
        goal: the user's goal for an event, in their words.
        most: how many new people fit into the event at most; None or 0 where that is not known.

    Returns:
        G01 (an error: it asks the room to buy), then G02 (nothing to see afterwards) or G03 (only a
        number), then G04 (more people than fit). Offsets are those of ``goal``.
    """
    found = [*_sells(goal, most)]
    if not found:
        found += _empty(goal)
    return (*found, *_too_many(goal, most))


def event_findings(event: Event, settings: MethodSettings, *, low_key: bool = False) -> tuple[Finding, ...]:
    """What is wrong with the plan an event's goal makes: its words (G01 to G04), then nothing to give (G05).

    Args:
        event: with goal, purpose and the part that serves.
        settings: the method's constants.
        low_key: whether the user wants fewer and longer talks.
    """
    room = event_capacity(event, settings, low_key=low_key)
    found = goal_findings(event.goal, most=room.new[1] if room else None) if event.goal else ()
    return (*found, *_serves_nobody(event))


def goal_problem(goal: str) -> str | None:
    """What is wrong with the words of a goal, with a better one; None where nothing is."""
    return next((said(finding) for finding in goal_findings(goal)), None)


def said(finding: Finding) -> str:
    """A finding in one line: what is wrong, its code, what to do."""
    return f"{finding.message} ({finding.rule}). {finding.suggestion}"


def _sells(goal: str, most: int | None) -> Iterator[Finding]:
    for match in _SELLS().finditer(goal):
        if not _is_no_aim(goal[: match.start()]):
            message = f"“{at_a_glance(goal)}” asks the room to buy (“{match[0]}”), and hardly anybody comes to buy"
            better = rewritten(goal, most, lambda words: not goal_findings(words))
            yield _finding("G01", goal, match.span(), message, f"Something to learn works for everybody: {better}")
            return


def _is_no_aim(before: str) -> bool:
    """Whether what follows is something to learn about ("how two shops find customers") or is ruled out."""
    if _DENIED().search(before):
        return not _COMPLAINT().search(before)
    learning = _LEARNING().search(before)
    return learning is not None and not _ANOTHER_AIM().search(learning[0])


def _empty(goal: str) -> Iterator[Finding]:
    whole = _trimmed(goal)
    if is_only_a_number(goal):
        message = f"“{at_a_glance(goal)}” is a number and nothing else"
        yield _finding("G03", goal, whole, message, "What would you like to know afterwards?")
    elif is_vague(goal):
        message = f"Nobody could say afterwards whether “{at_a_glance(goal)}” happened"
        yield _finding("G02", goal, whole, message, f"Say what you will know by then: {_TEMPLATE}.")


def _too_many(goal: str, most: int | None) -> Iterator[Finding]:
    wanted = people_wanted(goal)
    if not most or wanted is None or wanted.number <= most:
        return
    message = f"“{at_a_glance(goal[wanted.start : wanted.end])}” is more than the time is good for"
    fits = "one fits" if most == 1 else f"{most} fit"
    yield _finding("G04", goal, (wanted.start, wanted.end), message, f"At most {fits} in; fewer talk for longer.")


def _serves_nobody(event: Event) -> Iterator[Finding]:
    goal = event.goal or ""
    if not (goal or event.purpose) or event.serve or Purpose.SERVE in event.purpose or _SERVES().search(goal):
        return
    message = "There is nothing for somebody else in it yet"
    yield _finding("G05", goal, _trimmed(goal), message, "Be of use to one: what could you bring, and for whom?")


def _trimmed(goal: str) -> tuple[int, int]:
    start = len(goal) - len(goal.lstrip())
    return start, max(start, len(goal.rstrip()))


def _finding(code: str, goal: str, span: tuple[int, int], message: str, suggestion: str) -> Finding:
    start, end = span
    level = Level.ERROR if code == "G01" else Level.WARN
    return Finding(code, _NAMES[code], level, start, end, goal[start:end], message, suggestion)
