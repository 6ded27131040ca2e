"""The words of a text that carry its topic, each cut to its stem: "running" and "runs" are one.

Stems are Snowball's (Porter 1980 and 2001). Words that stand in every topic ("new", "project") are
kept apart: two texts that share nothing else have nothing in common.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from netprep.model.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAY_NOTHING = _words("""
    a about after again all also always am an and any are as at back be because been before being between both but by
    can come could day did do does doing done down during each even ever every few first for from get gets getting go
    goes going got had has have having he her here hers him his how i if in into is it its just keep keeps last let
    like little lot made make makes making many may me mine more most much my never next no nor not now of off often
    on once one only or other our out over own people put same say see she should so some somebody something soon
    still such take takes taking than that the their them then there these they thing things this those through till
    time to too two under until up us very want wants was way we well were what when where which while who why will
    with within without would yet you your
""")
_SAY_LITTLE = _words("""
    asking being best better big bigger bit business case coming company early easy end evening event extra family
    feeling find finding free front full future giving good great group half hand hard help helping high hour idea
    job keeping kind kinds late letting life list local long looking lot low meeting minute month morning name
    needing network new number office old open opening part past person place plan point project putting question
    quick real right set short show side simple small sort start starting story taking talk team telling thinking
    today top town try trying use way week whole work working world year young
""")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@lru_cache(maxsize=8)
def _stemmer(language: str) -> _Stemmer | None:
    import Stemmer

    try:
        stemmer: _Stemmer = Stemmer.Stemmer(language)
    except KeyError:  # a language it does not know: words are compared whole
        return None
    return stemmer


@lru_cache(maxsize=16_384)
def stem_of(word: str, language: str = "en") -> str:
    """The stem of one word in small letters; itself where the language is not known."""
    stemmer = _stemmer(language)
    return stemmer.stemWord(word) if stemmer else word


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of the words that carry a topic, in the order of the text.

    Args:
        text: a topic, a title or a sentence.
        language: the code of its language, such as ``en``.
    """
    stemmer = _stemmer(language)
    words = (match[0].replace("’", "'").removesuffix("'s") for match in _WORD.finditer(fold(text)))
    carrying = (word for word in words if word not in _SAY_NOTHING and not (len(word) < 2 and not word.isdigit()))
    return tuple(stemmer.stemWord(word) if stemmer else word for word in carrying)


def says_little(stem: str) -> bool:
    """Whether a stem stands in so many topics that sharing it means nothing: "project", "keeping"."""
    return stem in _little_stems()


@lru_cache(maxsize=1)
def _little_stems() -> frozenset[str]:
    return frozenset(stem for word in _SAY_LITTLE for stem in stems(word))
