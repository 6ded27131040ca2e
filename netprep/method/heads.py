"""What a topic is about, and what only goes with it: "wet stalls on the windy side" is about stalls.

A word that stands before another ("the family business"), or behind a preposition ("engineers in
Leeds"), goes with the topic and is not it. The grammar is that of English noun phrases and -ing
forms, from closed tables; where it finds nothing, every word counts.
"""

from __future__ import annotations

import re

from netprep.method.stems import says_little, stems
from netprep.model.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:&/]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTS = _words("""
    about across after against along among around as at because before behind beside between by despite down during for
    from in inside into near off on onto out outside over past per since than that through to toward towards under until
    up via when where which while who whom whose with within without
""")
"""Words behind which there is something that only goes with the topic."""
_JOINS = _words("and or of & , ; : /")
"""Words behind which the topic goes on."""
_SHORTEST_GERUND = 5


def head_stems(topic: str) -> frozenset[str]:
    """The stems of what a topic is about.

    The last word of its first part and the -ing form that begins it; what follows "of" and "and" too.
    The next part where the first says little ("a project that needs temps") or is an -ing form alone
    ("pitching to investors").
    """
    found: set[str] = set()
    before = ""
    for opened_by, words in _parts(topic):
        went_on = opened_by in _JOINS or (opened_by, before) == ("to", "from")
        if found and not went_on and not _is_bare(found, before):
            break
        carrying = [word for word in words if stems(word)]
        if carrying:
            found |= {stem for word in (*_gerund(carrying), carrying[-1]) for stem in stems(word)}
            before = "gerund" if _gerund(carrying) and len(carrying) == 1 else opened_by
    heads = frozenset(stem for stem in found if not says_little(stem))
    return heads or frozenset(stem for stem in stems(topic) if not says_little(stem))


def _parts(topic: str) -> list[tuple[str, list[str]]]:
    """The parts of a topic, each with the word that opens it."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for word in _WORD.findall(fold(topic)):
        if word in _PARTS or word in _JOINS:
            parts.append((word, []))
        else:
            parts[-1][1].append(word)
    return parts


def _is_bare(found: set[str], before: str) -> bool:
    """Whether what was found so far cannot be the topic by itself."""
    return before == "gerund" or all(says_little(stem) for stem in found)


def _gerund(words: list[str]) -> list[str]:
    first = words[0]
    return [first] if first.endswith("ing") and len(first) >= _SHORTEST_GERUND else []
