"""Work out the weights of the judgement from the build half of the corpus: ``make guard-train``.

A logistic regression over speech acts and words, each feature scaled by how unevenly it is spread over pitches
and relationship notes (Wang and Manning 2012). The threshold is the lowest at which, in ten rounds over
texts left out of training, at most ``FALSE_POSITIVES`` of the relationship notes would be condemned.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import numpy as np
from corpus import NOBODY, Labelled, read_half
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from netprep.guard import features_of, read_text
from netprep.guard.judgement import WEIGHTS
from netprep.settings.method import MethodSettings

LEAST_TEXTS = 3
"""A feature in fewer texts is left out."""
STRENGTH = 0.5
FALSE_POSITIVES = 0.02
SMALLEST = 0.02
"""A weight nearer to nothing is left out."""


def main() -> None:
    """Train, and write the weights."""
    texts = read_half("build")
    found = [features_of(each.subject, each.text, each.form, NOBODY, MethodSettings()) for each in texts]
    counts = Counter(feature for each in found for feature in each)
    kept = [{name: value for name, value in each.items() if counts[name] >= LEAST_TEXTS} for each in found]
    vectorizer = DictVectorizer()
    features = csr_matrix(vectorizer.fit_transform(kept))
    labels = np.array([int(each.is_pitch) for each in texts])
    groups = np.array([each.pair or each.id for each in texts])

    left_out = np.zeros(len(texts))
    for train, test in GroupKFold(10).split(features, labels, groups):
        model, scale = _fit(features[train], labels[train])
        left_out[test] = model.predict_proba(features[test].multiply(scale))[:, 1]
    may_be = np.array([_may_be_condemned(each) for each in texts])
    threshold = _threshold(left_out, labels, may_be)
    _print(texts, left_out, labels, may_be, threshold)

    model, scale = _fit(features, labels)
    weights = model.coef_[0] * scale
    names = vectorizer.get_feature_names_out()
    kept_weights = {
        name: round(float(weight), 3)
        for name, weight in sorted(zip(names, weights, strict=True))
        if abs(weight) >= SMALLEST
    }
    document = {
        "bias": round(float(model.intercept_[0]), 4),
        "threshold": round(float(threshold), 3),
        "texts": len(texts),
        **_by_kind(kept_weights),
    }
    text = json.dumps(document, ensure_ascii=False, indent=0, separators=(",", ":"))
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(f"{len(kept_weights)} weights from {len(texts)} texts; threshold {threshold:.3f}")


def _by_kind(weights: dict[str, float]) -> dict[str, Any]:
    """Weights under their kind, those of pairs under their first word."""
    found: dict[str, Any] = {kind: {} for kind in ("acts", "words", "pairs", "last_words", "subject_words")}
    for name, weight in weights.items():
        kind, _, text = name.partition(":")
        if kind == "pairs":
            first, _, second = text.partition(" ")
            found[kind].setdefault(first, {})[second] = weight
        else:
            found[kind][text] = weight
    return found


def _fit(features: csr_matrix, labels: np.ndarray) -> tuple[LogisticRegression, np.ndarray]:
    pitches = np.asarray(features[labels == 1].sum(0)).ravel() + 1
    others = np.asarray(features[labels == 0].sum(0)).ravel() + 1
    scale = np.clip(np.abs(np.log(pitches / others)), 0.2, 3)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(features.multiply(scale).tocsr(), labels)
    return model, scale


def _may_be_condemned(each: Labelled) -> str:
    """Whether a hard rule speaks (``hard``), or two of ask, pitch and pressure come together (``mixed``)."""
    verdict = read_text(each.subject, each.text, each.form, NOBODY, MethodSettings()).verdict
    return "hard" if verdict.is_hard else "mixed" if len(verdict.together) > 1 else ""


def _threshold(scores: np.ndarray, labels: np.ndarray, may_be: np.ndarray) -> float:
    others = labels == 0
    for threshold in np.linspace(0.2, 0.95, 151):
        condemned = ((may_be == "mixed") & (scores >= threshold)) | (may_be == "hard")
        if condemned[others].mean() <= FALSE_POSITIVES:
            return float(threshold)
    return 0.95


def _print(texts: list[Labelled], scores: np.ndarray, labels: np.ndarray, may_be: np.ndarray, threshold: float) -> None:
    condemned = ((may_be == "mixed") & (scores >= threshold)) | (may_be == "hard")
    hard = np.array([each.hard for each in texts])
    for name, which in (("all", np.ones(len(texts), bool)), ("hard", hard), ("others", ~hard)):
        said, so = condemned[which], labels[which] == 1
        hits = (said & so).sum()
        print(
            f"left out of training, {name:7} {which.sum():5} texts  precision {hits / max(1, said.sum()):.3f}  "
            f"recall {hits / max(1, so.sum()):.3f}  false positives {(said & ~so).sum() / max(1, (~so).sum()):.3f}  "
            f"two categories: {(may_be[which][so] != '').mean():.3f} of pitches, "
            f"{(may_be[which][~so] != '').mean():.3f} of others"
        )


if __name__ == "__main__":
    main()
