"""Asks, pitches and pressure in new words: what no phrase knows, by the words of each sentence.

The phrases of the speech acts know a few thousand wordings; people have more. A logistic regression over the stems of
a sentence and their pairs, taught by the sentences in which a phrase was found, recognises others like them. It
says only that a sentence is like one that asks, pitches or presses; whether the message is a pitch is for the
judgement to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from netprep.guard.message import Message
from netprep.method.stems import stem_of
from netprep.model.frozen import frozen
from netprep.model.rules import Category, Scope

CATEGORIES = (Category.ASK, Category.PITCH, Category.PRESSURE)
"""In the order of the weights."""
_READ = (Scope.OPENING, Scope.BODY, Scope.CLOSING, Scope.POSTSCRIPT)
QUESTION = "?"
"""The feature of a sentence that ends with a question mark; it stands among the words."""


@frozen
class SentenceWeights:
    """The weight of each stem and pair of stems for asking, pitching and pressing, and from where on they count."""

    bias: tuple[float, ...]
    threshold: tuple[float, ...]
    words: dict[str, list[float]]
    pairs: dict[str, dict[str, list[float]]]


def sentence_features(message: Message, sentence: int) -> tuple[set[str], set[tuple[str, str]]]:
    """The stems of a sentence, and the pairs of neighbouring ones."""
    first, after = message.words.bounds(sentence)
    stems = list(map(stem_of, message.words.words[first:after]))
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
    for sentence in read_sentences(message):
        ask, pitch, press = weights.bias
        words, pairs = sentence_features(message, sentence)
        for word in words:
            if weight := weights.words.get(word):
                ask, pitch, press = ask + weight[0], pitch + weight[1], press + weight[2]
        for one, other in pairs:
            if (follows := weights.pairs.get(one)) and (weight := follows.get(other)):
                ask, pitch, press = ask + weight[0], pitch + weight[1], press + weight[2]
        for category, total, threshold in zip(CATEGORIES, (ask, pitch, press), weights.threshold, strict=True):
            if total >= threshold:
                found.add(category)
    return frozenset(found)
