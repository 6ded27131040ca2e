"""Weights that recognise sentences which ask, pitch or press, taught by the sentences whose wording a phrase knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from corpus import Labelled
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from netprep.guard.book import book
from netprep.guard.marks import marks_of
from netprep.guard.message import Message
from netprep.guard.recognition import CATEGORIES, read_sentences, sentence_features
from netprep.model.rules import Category

LEAST_SENTENCES = 3
STRENGTH = 0.5
LIKE_BY_CHANCE = 0.1
"""Share of the sentences of relationship notes that may look like one that asks, pitches or presses."""
SMALLEST = 0.05
ROUNDS = 5


class _Sentences:
    """Every sentence of some texts, with what phrases find in it."""

    def __init__(self, texts: Sequence[Labelled]) -> None:
        features, owners, found = [], [], []
        for number, each in enumerate(texts):
            message = Message.read(each.text)
            acts = _acts(message)
            for sentence in read_sentences(message):
                words, pairs = sentence_features(message, sentence)
                features.append({**dict.fromkeys(words, 1.0), **{f"{one} {other}": 1.0 for one, other in pairs}})
                owners.append(number)
                found.append(acts.get(sentence, set()))
        counts = Counter(feature for each in features for feature in each)
        kept = [{name: 1.0 for name in each if counts[name] >= LEAST_SENTENCES} for each in features]
        vectorizer = DictVectorizer()
        self.features = csr_matrix(vectorizer.fit_transform(kept))
        self.names = vectorizer.get_feature_names_out()
        self.owners = np.array(owners)
        self.of_pitches = np.array([texts[owner].is_pitch for owner in owners])
        self.found = {category: np.array([category in each for each in found]) for category in CATEGORIES}
        self.found_any = sum(self.found.values()) > 0

    def teaching(self, category: Category, allowed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The sentences that teach a category, and which of them are examples of it.

        A sentence of a pitch in which no phrase finds anything teaches nothing: it may be either.
        """
        examples = self.of_pitches & self.found[category]
        others = ~self.of_pitches | (self.found_any & ~self.found[category])
        used = np.where((examples | others) & allowed)[0]
        return used, examples[used].astype(int)


def _acts(message: Message) -> dict[int, set[Category]]:
    acts: dict[int, set[Category]] = {}
    for name, hits in marks_of(message, (book().index,), None).hits.items():
        if name in book().acts and book().acts[name].does.value in set(CATEGORIES):
            for hit in hits:
                acts.setdefault(hit.sentence, set()).add(Category(book().acts[name].does.value))
    return acts


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced")


def _trained(sentences: _Sentences, category: Category, allowed: np.ndarray) -> tuple[LogisticRegression, float]:
    """The model of a category, and the value from which on a sentence counts as like its examples."""
    used, examples = sentences.teaching(category, allowed)
    features, groups = sentences.features[used], sentences.owners[used]
    left_out = cross_val_predict(
        _model(), features, examples, groups=groups, cv=GroupKFold(ROUNDS), method="decision_function"
    )
    threshold = float(np.quantile(left_out[~sentences.of_pitches[used]], 1 - LIKE_BY_CHANCE))
    return _model().fit(features, examples), threshold


def train_sentences(texts: Sequence[Labelled]) -> dict[str, Any]:
    """The weights of all three categories, as ``weights.json`` holds them."""
    sentences = _Sentences(texts)
    everything = np.ones(len(sentences.owners), bool)
    trained = [_trained(sentences, category, everything) for category in CATEGORIES]
    words: dict[str, list[float]] = {}
    pairs: dict[str, dict[str, list[float]]] = {}
    for i, name in enumerate(sentences.names):
        weights = [round(float(model.coef_[0][i]), 2) for model, _ in trained]
        if max(map(abs, weights)) < SMALLEST:
            continue
        first, _, second = name.partition(" ")
        if second:
            pairs.setdefault(first, {})[second] = weights
        else:
            words[name] = weights
    return {
        "bias": [round(float(model.intercept_[0]), 3) for model, _ in trained],
        "threshold": [round(threshold, 3) for _, threshold in trained],
        "words": words,
        "pairs": pairs,
    }


def recognise_left_out(texts: Sequence[Labelled], groups: np.ndarray) -> list[set[Category]]:
    """For each text what its sentences are like, by weights worked out without it."""
    sentences = _Sentences(texts)
    found: list[set[Category]] = [set() for _ in texts]
    for train, test in GroupKFold(ROUNDS).split(groups, groups, groups):
        allowed, asked = np.isin(sentences.owners, train), np.isin(sentences.owners, test)
        for category in CATEGORIES:
            model, threshold = _trained(sentences, category, allowed)
            for owner in sentences.owners[asked][model.decision_function(sentences.features[asked]) >= threshold]:
                found[owner].add(category)
    return found
