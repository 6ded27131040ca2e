"""Phrases as people write them in rule files, and the patterns they are turned into.

A phrase is words with a few signs. It knows no repetition without a bound, so no phrase can make
the guard hang, whoever wrote it:

====================  ==========================================================================
``free trial``        these words, whatever their case, white space, hyphens and commas
``help*``             every word that begins so
``(call|quick chat)`` one of these
``please?``           the word, or a group, may be missing
``<firm>``            one word of a class; ``<number>`` is a figure or a number in words
``_``                 any one word
``...``               up to three words; ``...6`` up to six
``!(table|seat)``     none of these words here
``^`` and ``$``       the sentence begins, the sentence ends here
``?`` by itself, last the sentence is a question
====================  ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from netprep.guard.language.words import read_words
from netprep.model.frozen import frozen

MOST_SKIPPED = 12
"""How many words ``...`` may stand for at most."""
_SKIPPED = 3
_SIGN = re.compile(
    r"\s*(?:(?P<skip>\.\.\.)(?P<most>\d{0,2})|(?P<not>!)\((?P<none>[^()]*)\)|\((?P<group>[^()]*)\)(?P<maybe>\?)?"
    r"|<(?P<class>[a-z-]+)>(?P<maybe_class>\?)?|(?P<any>_)(?=\s|\Z)|(?P<first>\^)|(?P<last>\$)"
    r"|(?P<asks>\?)(?=\s*\Z)|(?P<word>[^\s()<>^$!?*|_]+)(?P<prefix>\*)?(?P<maybe_word>\?(?!\s*\Z)|\?(?=\s*\Z)(?<!\s\?))?)"
)
Classes = Mapping[str, tuple[str, ...]]


class BadPhrase(ValueError):
    """A phrase that cannot be read; the message says why."""


@frozen
class Element:
    """One place of a pattern: which words may stand there, from ``least`` to ``most`` of them.

    ``runs`` are alternatives of several words. Where there is nothing to choose from it is any word;
    ``most`` 0 is "none of these here".
    """

    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    runs: tuple[tuple[str, ...], ...] = ()
    least: int = 1
    most: int = 1


@frozen
class Pattern:
    """A phrase, ready to look for: elements in order.

    ``pivot`` is the element whose words are looked up in the text; the others are tried around it.
    """

    elements: tuple[Element, ...]
    pivot: int
    first: bool = False
    last: bool = False
    asks: bool = False


def read_phrase(phrase: str, classes: Classes) -> tuple[Pattern, ...]:
    """The patterns of a phrase: one, and one more for each run of words that its pivot may be.

    Args:
        phrase: as in a rule file.
        classes: what ``<name>`` stands for: words, prefixes with ``*`` and phrases of several words.

    Raises:
        BadPhrase: it cannot be read, or holds no word to look for.
    """
    elements: list[Element] = []
    signs = {"first": False, "last": False, "asks": False}
    at = 0
    while phrase[at:].strip():
        match = _SIGN.match(phrase, at)
        if match is None or match.end() == at:
            raise BadPhrase(f"“{phrase}” cannot be read from “{phrase[at:].strip()[:20]}” on")
        at = match.end()
        kind = next(name for name in _KINDS if match[name] is not None)
        if kind in signs:
            signs[kind] = True
        else:
            elements += _elements(kind, match, classes, phrase)
    # What may be left out at an end says nothing, unless the sentence has to begin or end just beyond it.
    while elements and not elements[-1].least and elements[-1].most and not signs["last"]:
        elements.pop()
    while elements and not elements[0].least and elements[0].most and not signs["first"]:
        elements.pop(0)
    pivot = _pivot(elements, phrase)
    return tuple(Pattern(made, at, **signs) for made, at in _with_plain_pivot(tuple(elements), pivot))


_KINDS = ("first", "last", "asks", "skip", "not", "group", "class", "any", "word")


def _elements(kind: str, match: re.Match[str], classes: Classes, phrase: str) -> Iterator[Element]:
    if kind == "skip":
        most = int(match["most"] or _SKIPPED)
        if not 0 < most <= MOST_SKIPPED:
            raise BadPhrase(f"“...{most}” in “{phrase}” skips too much; {MOST_SKIPPED} words are the most")
        yield Element(least=0, most=most)
    elif kind == "any":
        yield Element()
    elif kind == "not":
        yield _element(_alternatives(match["none"], classes, phrase), 0, 0)
    elif kind == "group":
        yield _element(_alternatives(match["group"], classes, phrase), 0 if match["maybe"] else 1, 1)
    elif kind == "class":
        yield _element(_alternatives(f"<{match['class']}>", classes, phrase), 0 if match["maybe_class"] else 1, 1)
    elif match["maybe_word"]:
        yield _element([match["word"] + (match["prefix"] or "")], 0, 1)
    else:
        for word in _read(match["word"] + (match["prefix"] or "")):
            yield _element([word], 1, 1)


def _alternatives(inside: str, classes: Classes, phrase: str) -> list[str]:
    found: list[str] = []
    for alternative in inside.split("|"):
        alternative = alternative.strip()
        if name := re.fullmatch(r"<([a-z-]+)>", alternative):
            if name[1] not in classes:
                raise BadPhrase(f"“{phrase}” names the class “{name[1]}”, which does not exist")
            found += classes[name[1]]
        elif alternative:
            found.append(alternative)
    if not found:
        raise BadPhrase(f"“{phrase}” has an empty group")
    return found


def _element(alternatives: list[str], least: int, most: int) -> Element:
    """One place for all alternatives: single words, beginnings of words, and runs of several words."""
    words, prefixes, runs = [], [], []
    for alternative in alternatives:
        read = _read(alternative)
        if len(read) > 1:
            runs.append(tuple(read))
        elif read and read[0].endswith("*"):
            prefixes.append(read[0][:-1])
        elif read:
            words.append(read[0])
    return Element(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(prefixes)), tuple(dict.fromkeys(runs)), least, most)


def _read(alternative: str) -> list[str]:
    """The words of an alternative as a text's words are read: contractions written out, figures ``#``."""
    found: list[str] = []
    for part in alternative.split():
        if part in ("#", "@link", "@address", "%", "$", "€", "£", "&"):
            found.append(part)
        elif part.endswith("*"):
            found += [*read_words(part[:-1]).words]
            found[-1] += "*"
        else:
            found += read_words(part).words
    return found


def _pivot(elements: list[Element], phrase: str) -> int:
    """The element to look up: one that has to be there, with few and rare words."""
    places = [i for i, each in enumerate(elements) if each.least == 1 and (each.words or each.prefixes or each.runs)]
    if not places:
        raise BadPhrase(f"“{phrase}” holds no word that has to be there")
    return min(places, key=lambda i: _commonness(elements[i]))


def _commonness(element: Element) -> float:
    rarest = {min(run, key=_how_common) for run in element.runs}
    common = sum(_how_common(word) for word in {*element.words, *rarest})
    return common + sum(0.3 if len(prefix) > 3 else 5.0 for prefix in element.prefixes)


def _how_common(word: str) -> float:
    return _COMMON.get(word, 0.05)


def _with_plain_pivot(elements: tuple[Element, ...], pivot: int) -> Iterator[tuple[tuple[Element, ...], int]]:
    """The same elements with a pivot of single words, and for each run of the pivot with its rarest word as pivot."""
    element = elements[pivot]
    before, after = elements[:pivot], elements[pivot + 1 :]
    if element.words or element.prefixes:
        yield (*before, Element(element.words, element.prefixes), *after), pivot
    for run in element.runs:
        rarest = min(range(len(run)), key=lambda i: _how_common(run[i]))
        yield (*before, *(Element((word,)) for word in run), *after), pivot + rarest


_RANKED = """the i you to a and of is in it for that have your we on not with my are will be at me this would so as was
    do if our us am what can from but how or an about they all one out up more time by just has get like some any had
    could know when there new please no their he she who been than then them were want let here her his did which #
    should now see work very use good go hi say only other first may much last over"""
_COMMON = {word: 100 / (rank + 4) for rank, word in enumerate(_RANKED.split())}
"""Roughly how often a word stands in a hundred; what is not listed is rare."""
