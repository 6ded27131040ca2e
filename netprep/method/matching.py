"""How well something to share fits what somebody told: 0 where it does not, 1 where it could not fit better.

A false match shows that nobody listened, so it is held to be none in doubt: words that stand in every
topic tie nothing together, a word of two meanings only where it means the same, a word that only goes
with the topic hardly, and what they said in passing (their quote) never without a word of the topic.
A tag is the user's own word on what a thing is about and counts most; words of a title count by how
rare they are among all there is to share (BM25, Robertson and Zaragoza 2009, grade B; the weights are
our own choice, grade D).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from math import log

from netprep.method.senses import same_sense
from netprep.method.stems import says_little, stems
from netprep.method.topic_parts import read_topic
from netprep.model.frozen import frozen
from netprep.settings.method import MethodSettings

Stems = frozenset[str]
_JOINED = r"\s*[,;:/&]\s*|\s+(?:and|or)\s+"


@frozen
class Topic:
    """What somebody cares about, in stems.

    Attributes:
        value: of the topic and its tags.
        carrying: those of them that say something.
        heads: those of them that it is about, and not only goes with it.
        words: all, those of their words for it (the quote) among them.
    """

    value: Stems
    carrying: Stems
    heads: Stems
    words: Stems

    @classmethod
    def of(cls, value: str, settings: MethodSettings, quote: str | None = None, tags: Iterable[str] = ()) -> Topic:
        """The topic of a text, what was said of it, and tags."""
        tagged = frozenset(stem for tag in tags for stem in stems(tag))
        stemmed = tagged.union(stems(value))
        heads = _carrying(tagged) | _heads(value, settings)
        return cls(stemmed, _carrying(stemmed), heads, stemmed | frozenset(stems(quote or "")))


@frozen
class Thing:
    """Something to share, in stems.

    Attributes:
        tags: of its tags, one by one.
        title: of its title.
        named: of title and tags.
        note: of the note on it.
        words: all.
    """

    tags: tuple[Stems, ...]
    title: Stems
    named: Stems
    note: Stems
    words: Stems

    @classmethod
    def of(cls, title: str, topics: Iterable[str] = (), note: str | None = None) -> Thing:
        """The thing of a title, its topics and a note."""
        tags = tuple(tag for topic in topics if (tag := frozenset(stems(topic))))
        titled, noted = frozenset(stems(title)), frozenset(stems(note or ""))
        named = titled.union(*tags)
        return cls(tags, titled, named, noted, named | noted)


@frozen
class Rarity:
    """How rare a stem is among ``things``: the fewer hold it, the more it says."""

    holding: dict[str, int]
    things: int
    unseen: int

    @classmethod
    def among(cls, things: Iterable[Thing], settings: MethodSettings) -> Rarity:
        """The rarity of every stem among all there is to share.

        Even the only thing in a library is one of many in the world: ``match_rare`` more are taken to
        exist that hold no word of it.
        """
        holding: dict[str, int] = {}
        count = 0
        for thing in things:
            count += 1
            for stem in thing.words:
                holding[stem] = holding.get(stem, 0) + 1
        return cls(holding, count, settings.match_rare)

    def of(self, stem: str) -> float:
        """The weight of a stem, above 0."""
        return log(1 + (self.things + self.unseen + 1) / (self.holding.get(stem, 0) + 1))


def similarity(topic: Topic, thing: Thing, rarity: Rarity, settings: MethodSettings) -> float:
    """How well ``thing`` fits ``topic``, from 0 to 1.

    A tag all of whose words stand in the topic counts ``match_tag``, and more the more of the topic is
    covered. Without one, the words of the title and, less, of the note and of other tags count by
    their rarity, at most ``match_words``.

    Args:
        topic: what somebody told.
        thing: what could be shared.
        rarity: among everything that could be shared now.
        settings: the weights.
    """
    shared = _shared(topic, thing)
    if not shared & topic.carrying:
        return 0.0
    covered = frozenset().union(*(tag for tag in thing.tags if _is_about(tag, topic, shared)))
    # A tag on what only goes with the topic ("Leeds" for "engineers in Leeds") is no more than a word of it.
    if covered & topic.heads or (covered and len(shared & thing.named & topic.carrying) > 1):
        by_title = (thing.title & shared) - covered
        cover = (len(covered & topic.carrying) + len(by_title & topic.carrying) / 2) / len(topic.carrying)
        return min(1.0, settings.match_tag + (1 - settings.match_tag) * min(1.0, cover))
    return min(1.0, settings.match_words * _words_in_common(topic, thing, shared, rarity, settings))


def _shared(topic: Topic, thing: Thing) -> Stems:
    """The stems both hold that say something and mean the same in both."""
    both = _carrying(topic.words & thing.words)
    senses = {stem: same_sense(stem, topic.words, thing.words) for stem in both}
    sure = frozenset(stem for stem, same in senses.items() if same)
    unsure = frozenset(stem for stem, same in senses.items() if same is None)
    # A word of two meanings alone proves nothing, unless it is all that was said.
    return sure | unsure if sure or topic.value == unsure else sure


def _is_about(tag: Stems, topic: Topic, shared: Stems) -> bool:
    """Whether every word of a tag stands in the topic or their words for it, one that says something in the topic."""
    return tag <= topic.words and bool(tag & shared & topic.value) and _carrying(tag) <= shared


def _words_in_common(topic: Topic, thing: Thing, shared: Stems, rarity: Rarity, settings: MethodSettings) -> float:
    """The share of the topic's weight that title, tags and note carry, from 0 to 1; BM25 for texts of a line."""
    whole = sum(rarity.of(stem) for stem in topic.carrying)
    found = 0.0
    for stem in sorted(shared):
        weight = rarity.of(stem) if stem in topic.value else settings.match_quote * rarity.of(stem)
        if stem in thing.named:
            found += weight * _saturated(len(thing.named), settings)
        else:
            found += settings.match_note * weight * _saturated(len(thing.note), settings)
    return min(1.0, found / whole) if whole else 0.0


def _saturated(length: int, settings: MethodSettings) -> float:
    """What one word counts in a text of ``length`` words: 1 in a short one, less in one above the usual length."""
    k1, b = settings.match_k1, settings.match_b
    relative = max(1.0, length / max(1, settings.match_length))
    return (k1 + 1) / (1 + k1 * (1 - b + b * relative))


def _heads(value: str, settings: MethodSettings) -> Stems:
    """The stems of what a topic is about, of each where it names several; all of them where that cannot be told."""
    found: set[str] = set()
    for one in re.split(_JOINED, value):
        topic = read_topic(one, settings)
        found.update(topic.head.stems if topic.head else (), (topic.verb,) if topic.verb else ())
    return _carrying(found) or _carrying(frozenset(stems(value)))


def _carrying(words: Set[str]) -> Stems:
    return frozenset(stem for stem in words if not says_little(stem))
