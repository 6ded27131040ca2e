"""Whether a message is a pitch: one judgement, apart from the findings, and rare.

Words alone never condemn a message. It takes a rule that is hard (an offer with a price, a gift with a
condition), or two different things out of ask, pitch and pressure together with a score that says the same.
The score is a logistic regression over speech acts and words, with weights worked out from texts
written for this purpose.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from netprep.guard.book import Book
from netprep.guard.manner import NUDGES, SELLS, SELLS_TOPIC
from netprep.guard.marks import Marks
from netprep.guard.message import Message
from netprep.guard.rules import RULES
from netprep.guard.silence import Silences
from netprep.model.frozen import frozen
from netprep.model.plan import Finding
from netprep.model.rules import Category, Does

WEIGHTS = Path(__file__).with_name("weights.json")
"""What training made: the weight of each feature, the bias and the threshold."""
CONDEMNING = (Category.ASK, Category.PITCH, Category.PRESSURE)
"""Two of these together can condemn a message."""
_DOES = {Does.ASK: Category.ASK, Does.PITCH: Category.PITCH, Does.PRESSURE: Category.PRESSURE}
_IN_WORDS = {Category.PITCH: "an offer", Category.PRESSURE: "pressure", Category.ASK: "an ask"}
"""The strongest first: that is where a finding about the whole is shown."""
_LAST_SENTENCES = 2


@frozen
class Verdict:
    """Whether a message is a pitch. ``score`` is from 0 to 1; ``because`` are the codes of rules that speak for it."""

    score: float
    is_pitch: bool
    because: tuple[str, ...]


@frozen
class Weights:
    """What training made of the corpus."""

    bias: float
    threshold: float
    features: dict[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that are shipped."""
    document = json.loads(WEIGHTS.read_bytes())
    return Weights(document["bias"], document["threshold"], document["features"])


def categories(marks: Marks, book: Book, found: Iterable[str]) -> frozenset[Category]:
    """Which of ask, pitch and pressure a message has, by its speech acts and the codes of rules ``found`` in it."""
    acts = (_DOES.get(book.acts[name].does) for name in marks.hits if name in book.acts)
    rules = (book.rules[code].category for code in found if code in book.rules)
    return frozenset(each for each in (*acts, *rules) if each in CONDEMNING)


def score(message: Message, marks: Marks, book: Book) -> float:
    """How much of a pitch a message is, 0 to 1, by its acts and words."""
    known = weights()
    total = known.bias
    for feature, value in features(message, marks, book).items():
        weight = known.features.get(feature)
        if weight is not None:
            total += weight * value
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(message: Message, marks: Marks, book: Book) -> dict[str, float]:
    """What the score looks at: acts and where they stand, stems of words, pairs of them, and those at the end."""
    from netprep.method.stems import stem_of

    found: dict[str, float] = {}
    first, after = message.content
    for name, hits in marks.hits.items():
        if not hits or not (name in book.acts or name in book.rules):
            continue
        found[f"a:{name}"] = 1.0
        if hits[0].sentence != hits[-1].sentence:
            found[f"2:{name}"] = 1.0
        if hits[-1].sentence == after - 1:
            found[f"l:{name}"] = 1.0
        if hits[0].sentence == first:
            found[f"o:{name}"] = 1.0
    stems = [stem_of(word) for word in message.words.words]
    for stem in stems:
        found[f"w:{stem}"] = 0.5
    for i in range(len(stems) - 1):
        found[f"b:{stems[i]} {stems[i + 1]}"] = 0.5
    if after > first:
        start = message.words.bounds(max(first, after - _LAST_SENTENCES))[0]
        for stem in stems[start : message.words.bounds(after - 1)[1]]:
            found[f"e:{stem}"] = 0.5
    return found


def verdict(
    message: Message, marks: Marks, book: Book, found: Iterable[str], *, condemns: bool, always: bool
) -> Verdict:
    """The judgement on a message.

    Args:
        message: the message.
        marks: its speech acts.
        book: the rules.
        found: codes of the rules that found something.
        condemns: whether a hard rule did.
        always: work out the score even where nothing can come of it.
    """
    codes = tuple(dict.fromkeys(code for code in found if code in book.rules))
    mixed = len(categories(marks, book, codes)) > 1
    if not (always or mixed or condemns):
        return Verdict(0.0, False, ())
    value = score(message, marks, book)
    is_pitch = condemns or (mixed and value >= weights().threshold)
    speaking = tuple(code for code in codes if book.rules[code].category in CONDEMNING) if is_pitch else ()
    return Verdict(round(value, 3), is_pitch, speaking)


def pitch_finding(message: Message, marks: Marks, book: Book, found: Iterable[Finding]) -> Finding:
    """What came together in a message that is a pitch, on the strongest phrase of it (M01)."""
    places = {
        category: min(spans)
        for category in _IN_WORDS
        if (spans := [*_spans_of_acts(category, message, marks, book), *_spans_of_rules(category, book, found)])
    }
    said = {category: " ".join(message.body[start:end].split()) for category, (start, end) in places.items()}
    named = [_IN_WORDS[category] for category in places][::-1]
    quoted = " and ".join(f"“{said[category]}”" for category in reversed(places) if said[category])
    together = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else "".join(named)
    span = next(iter(places.values()), (0, 0))
    return RULES["M01"].at(message.body, span, f"{together[:1].upper()}{together[1:]} together: {quoted}.")


def _spans_of_acts(category: Category, message: Message, marks: Marks, book: Book) -> Iterator[tuple[int, int]]:
    for name, hits in marks.hits.items():
        if name in book.acts and _DOES.get(book.acts[name].does) is category:
            yield from (message.words.span(hit.first, hit.after) for hit in hits if hit.after > hit.first)


def _spans_of_rules(category: Category, book: Book, found: Iterable[Finding]) -> Iterator[tuple[int, int]]:
    for finding in found:
        rule = book.rules.get(finding.rule)
        if finding.end > finding.start and rule and rule.category is category:
            yield finding.start, finding.end


def left_to_judge(marks: Marks, book: Book, message: Message, silences: Silences) -> Marks:
    """Marks without what a silenced rule rests on where it is silenced: that speaks against nobody any more."""
    of_rule = {rule.code: (rule.code, *rule.acts) for rule in book.ready}
    of_rule.update(
        M01=("M01", SELLS, SELLS_TOPIC),
        M02=("M02", *(act.name for act in book.acts.values() if act.size)),
        M11=("M11", NUDGES),
    )
    left = Marks()
    for name, hits in marks.hits.items():
        kept = [
            hit
            for hit in hits
            if not any(name in of_rule.get(code, (code,)) for code in silences.reaches(message.words.starts[hit.first]))
        ]
        if kept:
            left.put(name, kept)
    return left
