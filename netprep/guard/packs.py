"""Rules from files, applied beside the guard's own: they can forbid more, never allow more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from netprep.guard.book import Rule, book, ready_of, rule_of
from netprep.guard.kinds import ReadyRule, exceptions_of, find, in_turn
from netprep.guard.language.matching import PhraseIndex
from netprep.guard.language.phrase import read_phrase
from netprep.guard.marks import marks_of
from netprep.guard.message import Message
from netprep.guard.text import Span
from netprep.model.codec import to_document
from netprep.model.frozen import frozen
from netprep.model.rules import RuleFile


@frozen
class Pack:
    """Rules of files, ready to run."""

    rules: dict[str, Rule]
    ready: tuple[ReadyRule, ...]
    index: PhraseIndex


@lru_cache(maxsize=4)
def pack_of(files: tuple[RuleFile, ...]) -> Pack:
    """The rules of some files, ready to run.

    Raises:
        BadPhrase: one has a phrase that cannot be read.
    """
    index = PhraseIndex()
    for file in files:
        for phrase in file.phrases:
            index.add(file.code, read_phrase(phrase, book().classes))
        for phrase in file.unless:
            index.add_unless(file.code, read_phrase(phrase, book().classes))
            if file.acts:
                index.add(exceptions_of(file.code), read_phrase(phrase, book().classes))
    documents = [to_document(file) for file in files]
    return Pack(
        {document["code"]: rule_of(document) for document in documents},
        in_turn(ready_of(document) for document in documents),
        index,
    )


def found_by(file: RuleFile, body: str) -> Iterator[Span]:
    """Where a rule finds something in a text; a finding about the whole text is an empty span at its start."""
    message = Message.read(body)
    pack = pack_of((file,))
    marks = marks_of(message, (book().index, pack.index), None)
    for hit in find(pack.ready[0], message, marks):
        yield message.words.span(hit.first, hit.after) if hit.after > hit.first else (0, 0)
