"""Capitalised names in a text: people, organisations, places, works.

Which words are names is decided from the text alone, never from what is known, so knowing more
can only clear a name and never make one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.guard.grounding.vocabulary import CLOSERS, FUNCTION, GIVEN, NEUTRAL, STARTERS
from netprep.guard.phrases import lazily
from netprep.guard.text import WORD, Mask, Text, words_of
from netprep.model.frozen import frozen
from netprep.model.text import fold

_JOINS = lazily(r"[ \t\u00a0]{1,3}|[-‑–]|\s?&\s?")
_POSSESSIVE = lazily(r"['’ʼ]s?$")
_SPEAKS = lazily(
    r",? who\b|\s(?:said|says|told|asked|asks|mentioned|thinks|suggested|suggests|wrote|introduced|recommended"
    r"|recommends|agrees|and I)\b",
    re.IGNORECASE,
)


@frozen
class NameSpan:
    """A run of capitalised words, with its words ready to compare."""

    start: int
    end: int
    words: tuple[str, ...]


@frozen
class _Token:
    start: int
    end: int
    word: str
    possessive: bool
    opens: bool

    @property
    def is_capital(self) -> bool:
        return self.word[:1].isupper() and len(self.word) > 1

    @property
    def low(self) -> str:
        return self.word.replace("’", "'").casefold()

    @property
    def key(self) -> str:
        return fold(self.word)


def names(text: Text, taken: Mask) -> Iterator[NameSpan]:
    """Every name in ``text`` outside the spans already taken.

    A capital in the middle of a sentence makes a name, unless the word is one of a small list.
    The first word of a sentence is one when another capital follows, when it is a common given
    name, or when it speaks or owns something ("Dana said", "Dana's list").
    """
    if _is_title(text.body):
        yield from _known_given(text, taken)
        return
    run: list[_Token] = []
    signature = signature_start(text.body)
    for token in (*_tokens(text), None):
        if run and (token is None or not _continues(text.body, run[-1], token)):
            if found := _named(run, text.body, signature):
                yield found
            run = []
        if token is not None and _may_be_name(token) and not taken.hits((token.start, token.end)):
            run.append(token)


def _tokens(text: Text) -> Iterator[_Token]:
    for match in WORD().finditer(text.body):
        bare = _POSSESSIVE().sub("", match[0])
        word = bare or match[0]
        opens = text.opens_sentence(match.start())
        yield _Token(match.start(), match.start() + len(word), word, len(word) < len(match[0]), opens)


def _may_be_name(token: _Token) -> bool:
    if not token.is_capital or token.low in FUNCTION or token.low in NEUTRAL:
        return False
    return not (token.word.isupper() and token.low in STARTERS)


def _continues(body: str, last: _Token, token: _Token) -> bool:
    if last.possessive or token.opens or not _may_be_name(token):
        return False
    return bool(_JOINS().fullmatch(body[last.end : token.start]))


def _named(run: list[_Token], body: str, signature: int) -> NameSpan | None:
    if run[0].opens and run[0].start != signature:
        if len(run) == 1 and not _stands_alone(run[0], body):
            return None
        if len(run) > 1 and _is_ordinary(run[0]) and not all(token.low in STARTERS for token in run):
            run = run[1:]
    if len(run) > 1 and all(token.low in STARTERS for token in run):
        return None  # "a Happy New Year"
    words = tuple(word for token in run for word in words_of(token.word))
    return NameSpan(run[0].start, run[-1].end, words) if words else None


def _is_ordinary(token: _Token) -> bool:
    return token.low in STARTERS or token.low.endswith(("ing", "ly"))


def _stands_alone(token: _Token, body: str) -> bool:
    """Whether the only capital word of a sentence's start is a name all the same."""
    if token.key in GIVEN:
        return True
    if _is_ordinary(token):
        return False
    return token.possessive or bool(_SPEAKS().match(body[token.end : token.end + 24]))


def _is_title(body: str) -> bool:
    """Whether a short line has capitals for show, as in "The Replay Script, As Promised"."""
    if len(body) > 120 or "\n" in body or body.rstrip().endswith((".", "?", "!")):
        return False
    longer = [word for word in WORD().findall(body) if len(word) > 3]
    return len(longer) > 2 and all(word[0].isupper() for word in longer)


def _known_given(text: Text, taken: Mask) -> Iterator[NameSpan]:
    for token in _tokens(text):
        if token.key in GIVEN and token.is_capital and not taken.hits((token.start, token.end)):
            yield NameSpan(token.start, token.end, words_of(token.word))


_LAST_LINE = lazily(r"(?:\A|[\r\n]|[.!?…]\s)[ \t—–-]*([^\r\n.!?…,:]{2,60})\s*\Z")


def signature_start(body: str) -> int:
    """Where the name at the end of a note begins; -1 where it ends with no name."""
    match = _LAST_LINE().search(body[-80:])
    if match is None or ("\n" not in body and not re.search(r"[.!?…]\s", body)):
        return -1
    words = WORD().findall(match[1])
    if not 1 <= len(words) <= 3 or not all(word[0].isupper() for word in words):
        return -1
    if any(word.casefold() in CLOSERS for word in words):
        return -1
    return max(0, len(body) - 80) + match.start(1)
