"""Asks, pitches and pressure in new words: what no phrase knows, by the words of each sentence.

The phrases of the speech acts know a few thousand wordings; people have more. A logistic regression over the stems of
a sentence and their pairs, taught by the sentences in which a phrase was found, recognises others like them. It
says only that a sentence is like one that asks, pitches or presses; whether the message is a pitch is for the
judgement to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from netprep.guard.message import Message
from netprep.model.frozen import frozen
from netprep.model.rules import Category, Scope

CATEGORIES = (Category.ASK, Category.PITCH, Category.PRESSURE)
"""In the order of the weights."""
_READ = (Scope.OPENING, Scope.BODY, Scope.CLOSING, Scope.POSTSCRIPT)
QUESTION = "?"
"""The feature of a sentence that ends with a question mark; it stands among the words."""


Feature = str | tuple[str, str]
"""A stem, or two that follow one another."""
W = TypeVar("W")


def weights_of(words: dict[str, W], pairs: dict[str, dict[str, W]]) -> dict[Feature, W]:
    """The weights of stems and pairs of stems in one table; ``pairs`` are by their first stem."""
    table: dict[Feature, W] = {}
    for stem, weight in words.items():
        table[stem] = weight
    for first, following in pairs.items():
        for second, weight in following.items():
            table[first, second] = weight
    return table


@frozen
class SentenceWeights:
    """The weight of each stem and pair of stems for asking, pitching and pressing, and from where on they count."""

    bias: tuple[float, ...]
    threshold: tuple[float, ...]
    features: dict[Feature, list[float]]


def sentence_features(message: Message, sentence: int) -> tuple[set[str], set[tuple[str, str]]]:
    """The stems of a sentence, and the pairs of neighbouring ones."""
    first, after = message.words.bounds(sentence)
    stems = message.stems[first:after]
    words = set(stems)
    if message.words.asks[sentence]:
        words.add(QUESTION)
    return words, set(pairwise(stems))


def read_sentences(message: Message) -> Iterator[int]:
    """The sentences that say something: not the greeting, nor the signature."""
    for sentence, part in enumerate(message.parts):
        if part in _READ:
            yield sentence


def recognised(message: Message, weights: SentenceWeights) -> frozenset[Category]:
    """What the sentences of a message are like: asking, pitching, pressing."""
    found: set[Category] = set()
    known = weights.features
    for sentence in read_sentences(message):
        words, pairs = sentence_features(message, sentence)
        speaking = map(known.__getitem__, known.keys() & (words | pairs))
        for category, parts, threshold in zip(CATEGORIES, zip(weights.bias, *speaking), weights.threshold, strict=True):
            if sum(parts) >= threshold:
                found.add(category)
    return frozenset(found)
