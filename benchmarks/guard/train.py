"""Work out the weights of the judgement from the build half of the corpus: ``make guard-train``.

Three logistic regressions recognise sentences that ask, pitch and press; one more says how much of a pitch a whole
message is, over speech acts and words, each feature scaled by how unevenly it is spread over pitches and relationship
notes (after Wang and Manning 2012). The threshold is the lowest at which, in rounds over texts left out of training,
at most ``FALSE_POSITIVES`` of the relationship notes would be condemned.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from corpus import NOBODY, Labelled, read_half
from scipy.sparse import csr_matrix
from sentences import recognise_left_out, train_sentences
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from netprep.guard import features_of, read_text
from netprep.guard.judgement import LEAST_SCORE, WEIGHTS
from netprep.settings.method import MethodSettings

LEAST_TEXTS = 3
"""A feature in fewer texts is left out."""
STRENGTH = 0.6
SCALED = 0.5
"""How far features are scaled by their spread: 0 not at all, 1 wholly."""
VALUE_OF_AN_ACT = 0.5
"""Acts were written with these texts in view, so they are trusted less than they would seem to deserve."""
FALSE_POSITIVES = 0.015
SMALLEST = 0.02
"""A weight nearer to nothing is left out."""
ROUNDS = 10


def main() -> None:
    """Train, and write the weights."""
    texts = read_half("build")
    found = [features_of(each.subject, each.text, each.form, NOBODY, MethodSettings()) for each in texts]
    counts = Counter(feature for each in found for feature in each)
    kept = [{name: value for name, value in each.items() if counts[name] >= LEAST_TEXTS} for each in found]
    vectorizer = DictVectorizer()
    features = csr_matrix(vectorizer.fit_transform(kept))
    names = vectorizer.get_feature_names_out()
    trust = np.array([VALUE_OF_AN_ACT if name.startswith("acts:") else 1.0 for name in names])
    labels = np.array([int(each.is_pitch) for each in texts])
    groups = np.array([each.pair or each.id for each in texts])

    left_out = np.zeros(len(texts))
    for train, test in GroupKFold(ROUNDS).split(features, labels, groups):
        model, scale = _fit(features[train], labels[train], trust)
        left_out[test] = model.predict_proba(features[test].multiply(scale))[:, 1]
    may_be = _may_be_condemned(texts, groups)
    np.savez(
        "/tmp/cv.npz",
        left_out=left_out,
        labels=labels,
        may_be=may_be,
        hard=np.array([e.hard for e in texts]),
        src=np.array([e.id[:2] for e in texts]),
    )
    thresholds = _thresholds(left_out, labels, may_be)
    _print(texts, left_out, labels, may_be, thresholds)

    model, scale = _fit(features, labels, trust)
    weights = {
        name: round(float(weight), 3)
        for name, weight in sorted(zip(names, model.coef_[0] * scale, strict=True))
        if abs(weight) >= SMALLEST
    }
    document = {
        "bias": round(float(model.intercept_[0]), 4),
        "threshold": round(thresholds[0], 3),
        "threshold_alike": round(thresholds[1], 3),
        "texts": len(texts),
        **_by_kind(weights),
        "sentences": train_sentences(texts),
    }
    text = json.dumps(document, ensure_ascii=False, indent=0, separators=(",", ":"))
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {len(texts)} texts; thresholds {thresholds[0]:.3f} and {thresholds[1]:.3f}")


def _fit(features: csr_matrix, labels: np.ndarray, trust: np.ndarray) -> tuple[LogisticRegression, np.ndarray]:
    pitches = np.asarray(features[labels == 1].sum(0)).ravel() + 1
    others = np.asarray(features[labels == 0].sum(0)).ravel() + 1
    scale = np.clip(np.abs(np.log(pitches / others)), 0.2, 3) ** SCALED * trust
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(features.multiply(scale).tocsr(), labels)
    return model, scale


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


def _may_be_condemned(texts: Sequence[Labelled], groups: np.ndarray) -> np.ndarray:
    """For each text what could condemn it: a hard rule (``hard``), two of ask, pitch and pressure in words that a
    phrase knows (``mixed``), or in sentences like them (``like``), recognised by weights worked out without the text.
    """
    alike = recognise_left_out(texts, groups)
    may_be = []
    for each, more in zip(texts, alike, strict=True):
        verdict = read_text(each.subject, each.text, each.form, NOBODY, MethodSettings()).verdict
        together = set(verdict.together)
        kind = "mixed" if len(together) > 1 else "like" if len(together | more) > 1 else ""
        may_be.append("hard" if verdict.is_hard else kind)
    return np.array(may_be)


def _thresholds(scores: np.ndarray, labels: np.ndarray, may_be: np.ndarray) -> tuple[float, float]:
    """The two thresholds, for words that a phrase knows and for sentences like them, that let most pitches be caught."""
    others, steps = labels == 0, np.linspace(0.2, 0.95, 76)
    best, recall = (0.95, 0.95), 0.0
    for mixed in steps:
        for like in steps[steps >= mixed]:
            condemned = _condemned(scores, may_be, (mixed, like))
            if condemned[others].mean() <= FALSE_POSITIVES and condemned[~others].mean() > recall:
                best, recall = (float(mixed), float(like)), condemned[~others].mean()
    return best


def _condemned(scores: np.ndarray, may_be: np.ndarray, thresholds: tuple[float, float]) -> np.ndarray:
    """What the judgement would condemn, as ``netprep.guard.judgement`` does."""
    mixed, like = thresholds
    return (
        (np.isin(may_be, ("mixed", "hard")) & (scores >= mixed))
        | ((may_be == "like") & (scores >= like))
        | ((may_be == "hard") & (scores >= LEAST_SCORE))
    )


def _print(
    texts: Sequence[Labelled],
    scores: np.ndarray,
    labels: np.ndarray,
    may_be: np.ndarray,
    thresholds: tuple[float, float],
) -> None:
    condemned = _condemned(scores, may_be, thresholds)
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
