"""The built-in rules and speech acts as files: each says why, and holds to its own examples."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from netprep.compose.rulebook import book_text, read_pack
from netprep.guard.applying import apply
from netprep.guard.book import BOOK, PACK, book
from netprep.guard.marks import marks_of
from netprep.guard.message import Message
from netprep.model.rules import BUILT_IN_ONLY, EXAMPLES, ActFile, RuleFile

_, ACTS, RULES = read_pack(PACK)
FILES = [rule for rule, _ in RULES]
DATA = [rule for rule in FILES if rule.kind not in BUILT_IN_ONLY]


def found(text: str) -> set[str]:
    """The acts and the rules that are found in a text; a first line “Subject: ...” is left out."""
    message = Message.read(text)
    marks = marks_of(message, (book().index,), None)
    acts = {name for name in marks.hits if name in book().acts}
    rules = apply(book().ready, book().rules, message, marks)
    return acts | {rule.code for rule, _ in rules}


def dressed(text: str) -> Iterator[str]:
    """The same text as others would type it."""
    yield text
    yield text.replace("'", "’")
    yield text.replace("\n", "\r\n")


def test_the_book_is_what_the_files_say() -> None:
    assert json.loads(BOOK.read_text(encoding="utf-8")) == json.loads(book_text(PACK)), "run: make docs"


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in FILES}) == len(FILES)
    names = [rule.name for rule in FILES if not rule.code.startswith("Q")]
    assert len(set(names)) == len(names)
    assert len({act.act for act, _ in ACTS}) == len(ACTS)


@pytest.mark.parametrize("rule", FILES, ids=lambda rule: rule.code)
def test_every_rule_says_why_where_from_and_what_to_do_instead(rule: RuleFile) -> None:
    assert rule.why.endswith(".")
    assert rule.suggestion.endswith((".", "?"))
    assert rule.source
    assert rule.grade in set("ABCD")
    assert len(rule.fires) >= EXAMPLES
    assert len(rule.passes) >= EXAMPLES


@pytest.mark.parametrize("rule", DATA, ids=lambda rule: rule.code)
def test_a_rule_finds_what_it_has_to_and_nothing_in_what_comes_near(rule: RuleFile) -> None:
    for text in rule.fires:
        for said in dressed(text):
            assert rule.code in found(said), said
    for text in rule.passes:
        for said in dressed(text):
            assert rule.code not in found(said), said


@pytest.mark.parametrize("act", [act for act, _ in ACTS], ids=lambda act: act.act)
def test_an_act_is_known_by_its_examples(act: ActFile) -> None:
    for text in act.fires:
        for said in dressed(text):
            assert act.act in found(said), said
    for text in act.passes:
        assert act.act not in found(text), text
