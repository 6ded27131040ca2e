"""Whether a message is a pitch: one judgement, apart from the findings, and rare.

Words alone never condemn a message. It takes a rule that is hard (an offer with a price, a gift with a
condition), or two different things out of ask, pitch and pressure together with a score that says the same.
The score is a logistic regression over speech acts and words, with weights worked out from texts
written for this purpose.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from netprep.guard.book import Book
from netprep.guard.language.words import read_words
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.guard.recognition import CATEGORIES, Feature, SentenceWeights, recognised, weights_of
from netprep.guard.rules import RULES
from netprep.guard.text import Mask
from netprep.method.stems import stem_of
from netprep.model.frozen import frozen
from netprep.model.plan import Finding
from netprep.model.rules import Category, Does

WEIGHTS = Path(__file__).with_name("weights.json")
"""What training made: the weight of each feature, the bias and the threshold."""
CONDEMNING = CATEGORIES
"""Two of these together can condemn a message."""
_DOES = {Does.ASK: Category.ASK, Does.PITCH: Category.PITCH, Does.PRESSURE: Category.PRESSURE}
_IN_WORDS = {Category.PITCH: "an offer", Category.PRESSURE: "pressure", Category.ASK: "an ask"}
"""The strongest first: that is where a finding about the whole is shown."""
OF_A_WORD = 0.5
"""The value of a word that is there; an act counts 1."""
LEAST_SCORE = 0.3
"""A hard rule condemns, unless everything else in the message speaks so clearly against it."""
_LAST_SENTENCES = 2


F = TypeVar("F", str, Feature)


@frozen
class Verdict:
    """Whether a message is a pitch, and what it rests on.

    Attributes:
        score: from 0 to 1.
        is_pitch: the judgement.
        because: the codes of the rules that speak for it; none where it is no pitch.
        together: which of ask, pitch and pressure it has, in words that a phrase knows.
        alike: which of them it has sentences like.
        is_hard: whether a hard rule speaks, which condemns by itself.
    """

    score: float
    is_pitch: bool
    because: tuple[str, ...] = ()
    together: tuple[Category, ...] = ()
    alike: tuple[Category, ...] = ()
    is_hard: bool = False


@frozen
class Weights:
    """What training made of the corpus: the weight of each feature, by its kind."""

    bias: float
    threshold: float
    threshold_alike: float
    acts: dict[str, float]
    features: dict[Feature, float]
    last_words: dict[str, float]
    subject_words: dict[str, float]
    sentences: SentenceWeights


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that are shipped."""
    document = json.loads(WEIGHTS.read_bytes())
    del document["texts"]
    sentences = document.pop("sentences")
    return Weights(**_with_features(document), sentences=SentenceWeights(**_with_features(sentences)))


def _with_features(document: dict[str, Any]) -> dict[str, Any]:
    """Weights as they are written, with the stems and the pairs of stems in one table."""
    features = weights_of(document.pop("words"), document.pop("pairs"))
    return {**document, "features": features}


def categories(marks: Marks, book: Book, found: Iterable[str]) -> tuple[Category, ...]:
    """Which of ask, pitch and pressure a message has, by its speech acts and the codes of rules ``found`` in it."""
    acts = (_DOES.get(book.acts[name].does) for name in marks.hits if name in book.acts)
    rules = (book.rules[code].category for code in found if code in book.rules)
    present = {*acts, *rules}
    return tuple(each for each in CONDEMNING if each in present)


def score(message: Message, marks: Marks, book: Book, subject: str | None = None) -> float:
    """How much of a pitch a message is, 0 to 1, by its acts and words.

    The sum of ``features`` times their weights, without writing the features down.
    """
    known = weights()
    total = known.bias
    for act in _acts(message, marks, book):
        total += known.acts.get(act, 0.0)
    stems = message.stems
    in_words = _sum(known.features, _features(stems)) + _sum(known.last_words, _last(message))
    if subject:
        in_words += _sum(known.subject_words, _subject(subject))
    total += in_words * OF_A_WORD
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _features(stems: list[str]) -> set[Feature]:
    """The stems of a text, and the pairs of neighbouring ones."""
    return {*stems, *pairwise(stems)}


def _sum(known: dict[F, float], features: Set[F]) -> float:
    return sum(map(known.__getitem__, known.keys() & features))


def features(message: Message, marks: Marks, book: Book, subject: str | None = None) -> Iterator[tuple[str, float]]:
    """What the score looks at, each with its kind before a colon and its value.

    Acts and where they stand, stems of words, pairs of stems, stems at the end and in the subject.
    """
    for act in _acts(message, marks, book):
        yield f"acts:{act}", 1.0
    stems = message.stems
    found = {
        "words": set(stems),
        "pairs": {f"{a} {b}" for a, b in pairwise(stems)},
        "last_words": _last(message),
        "subject_words": _subject(subject),
    }
    for kind, texts in found.items():
        for text in sorted(texts):
            yield f"{kind}:{text}", OF_A_WORD


def _acts(message: Message, marks: Marks, book: Book) -> Iterator[str]:
    """Acts and rules that were found: that they are there, twice, in the first sentence and in the last."""
    first, after = message.content
    for name, hits in marks.hits.items():
        if not hits or not (name in book.acts or name in book.rules):
            continue
        yield name
        if hits[0].sentence != hits[-1].sentence:
            yield f"{name} twice"
        if hits[-1].sentence == after - 1:
            yield f"{name} last"
        if hits[0].sentence == first:
            yield f"{name} first"


def _last(message: Message) -> set[str]:
    """The stems of the last sentences of the body."""
    first, after = message.content
    if after <= first:
        return set()
    start = message.words.bounds(max(first, after - _LAST_SENTENCES))[0]
    return set(message.stems[start : message.words.bounds(after - 1)[1]])


def _subject(subject: str | None) -> set[str]:
    return {stem_of(word) for word in read_words(subject).words} if subject else set()


def verdict(
    message: Message,
    marks: Marks,
    book: Book,
    found: Iterable[str],
    *,
    subject: str | None,
    condemns: bool,
    always: bool,
    likeness: bool = True,
) -> Verdict:
    """The judgement on a message.

    Args:
        message: the message.
        marks: its speech acts.
        book: the rules.
        found: codes of the rules that found something.
        subject: its subject, where it has one.
        condemns: whether a hard rule did.
        always: work out the score even where nothing can come of it.
        likeness: whether sentences that are only like an ask, a pitch or pressure count; where the reader is known
            and the note can be held against the notebook, they do not.
    """
    codes = tuple(dict.fromkeys(code for code in found if code in book.rules))
    together = categories(marks, book, codes)
    if not (always or len(together) > 1 or condemns):
        return Verdict(0.0, is_pitch=False, together=together)
    known = weights()
    alike = recognised(message, known.sentences) if likeness and len(together) < 2 else frozenset()
    several = len({*together, *alike}) > 1
    value = score(message, marks, book, subject)
    is_pitch = (condemns and value >= LEAST_SCORE) or (
        several and value >= (known.threshold if len(together) > 1 else known.threshold_alike)
    )
    speaking = tuple(code for code in codes if book.rules[code].category in CONDEMNING) if is_pitch else ()
    return Verdict(round(value, 3), is_pitch, speaking, together, tuple(sorted(alike)), condemns)


def pitch_finding(
    message: Message, marks: Marks, book: Book, found: Iterable[Finding], alike: Iterable[Category]
) -> Finding:
    """What came together in a message that is a pitch, on the strongest phrase of it (M01)."""
    places = {
        category: min(spans)
        for category in _IN_WORDS
        if (spans := [*_spans_of_acts(category, message, marks, book), *_spans_of_rules(category, book, found)])
    }
    said = {category: " ".join(message.body[start:end].split()) for category, (start, end) in places.items()}
    present = {*places, *alike}
    named = [words for category, words in _IN_WORDS.items() if category in present][::-1]
    quoted = " and ".join(f"“{said[category]}”" for category in reversed(places) if said[category])
    together = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else "".join(named)
    span = next(iter(places.values()), (0, 0))
    told = f"{together[:1].upper()}{together[1:]} together"
    return RULES["M01"].at(
        message.body, span, f"{told}: {quoted}." if quoted else f"{told}, and little for the reader."
    )


def _spans_of_acts(category: Category, message: Message, marks: Marks, book: Book) -> Iterator[tuple[int, int]]:
    for name, hits in marks.hits.items():
        if name in book.acts and _DOES.get(book.acts[name].does) is category:
            yield from (message.words.span(hit.first, hit.after) for hit in hits if hit.after > hit.first)


def _spans_of_rules(category: Category, book: Book, found: Iterable[Finding]) -> Iterator[tuple[int, int]]:
    for finding in found:
        rule = book.rules.get(finding.rule)
        if finding.end > finding.start and rule and rule.category is category:
            yield finding.start, finding.end


def left_to_judge(marks: Marks, message: Message, silenced: Iterable[Finding]) -> Marks:
    """Marks without those on the words of silenced findings: they speak against nobody any more."""
    mask = Mask(len(message.body), ((finding.start, finding.end) for finding in silenced))
    left = Marks()
    for name, hits in marks.hits.items():
        kept = [
            hit for hit in hits if hit.after <= hit.first or not mask.hits(message.words.span(hit.first, hit.after))
        ]
        if kept:
            left.put(name, kept)
    return left
