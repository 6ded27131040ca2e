"""The rule book: all built-in rules and speech acts, read from ``book.json`` at first use.

``book.json`` is made from the YAML files in ``pack/`` (``make docs``), with every phrase unfolded, so
that a note pays for no YAML and compiles no expression.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from netprep.guard.kinds import ReadyRule, in_turn
from netprep.guard.language.matching import PhraseIndex, Place, Ready, needed, place
from netprep.guard.language.phrase import Element
from netprep.model.frozen import frozen
from netprep.model.plan import Finding, Level
from netprep.model.rules import Category, Does, RuleKind, Scope
from netprep.model.words import AskClass, Form, StageCode

PACK = Path(__file__).with_name("pack")
"""The folder of the built-in rules' files."""
BOOK = Path(__file__).with_name("book.json")
"""What is made of them."""


@frozen
class Rule:
    """One rule. ``suggestion`` says what to write instead where nothing more exact is known.

    Grades: A large field evidence close to our use · B good experiments in another setting ·
    C observational, survey or vendor data · D experienced people say so, no test found.
    """

    code: str
    name: str
    level: Level
    suggestion: str
    message: str = ""
    category: Category = Category.HOUSE
    why: str = ""
    source: str = ""
    grade: str = ""
    forms: tuple[Form, ...] = ()
    below: StageCode | None = None
    hard: bool = False
    always: bool = False

    def at(self, body: str, span: tuple[int, int], message: str, suggestion: str = "") -> Finding:
        """A finding of this rule on ``body[start:end]``."""
        start, end = span
        return Finding(
            self.code, self.name, self.level, start, end, body[start:end], message, suggestion or self.suggestion
        )

    @lru_cache(maxsize=64)  # noqa: B019 - rules are few and stay
    def softer(self, level: Level, name: str = "") -> Rule:
        """The same rule at another level, under another name if one is given."""
        from dataclasses import replace

        return replace(self, level=level, name=name or self.name)


@frozen
class Act:
    """A speech act: what it does, and how large an ask is."""

    name: str
    does: Does
    size: AskClass | None = None


@frozen
class Book:
    """Rules and acts, and the phrases that find them."""

    rules: dict[str, Rule]
    ready: tuple[ReadyRule, ...]
    acts: dict[str, Act]
    index: PhraseIndex
    classes: dict[str, tuple[str, ...]]

    def acts_that(self, *does: Does) -> tuple[str, ...]:
        """The names of all acts that do one of these."""
        return tuple(act.name for act in self.acts.values() if act.does in does)

    def does(self, name: str) -> Does | None:
        """What an act does; None where there is no act of that name."""
        act = self.acts.get(name)
        return act.does if act else None


@lru_cache(maxsize=1)
def book() -> Book:
    """The built-in rules and acts."""
    return book_of(json.loads(BOOK.read_bytes()))


def book_of(document: dict[str, Any]) -> Book:
    """The book that ``compiled`` phrases and rules describe."""
    rules = {fields["code"]: rule_of(fields) for fields in document["rules"]}
    acts = {name: Act(name, Does(does), AskClass(size) if size else None) for name, does, size in document["acts"]}
    classes = {name: tuple(words) for name, words in document["classes"]}
    return Book(rules, in_turn(ready_of(fields) for fields in document["rules"]), acts, _index(document), classes)


def rule_of(fields: dict[str, Any]) -> Rule:
    """The rule that a rule file's fields describe."""
    return Rule(
        code=fields["code"],
        name=fields["name"],
        level=Level(fields["level"]),
        suggestion=fields["suggestion"],
        message=fields["message"],
        category=Category(fields.get("category", "house")),
        why=fields.get("why", ""),
        source=fields.get("source", ""),
        grade=fields.get("grade", ""),
        forms=tuple(Form(form) for form in fields.get("forms", ())),
        below=StageCode(fields["below"]) if "below" in fields else None,
        hard=fields.get("hard", False),
        always=fields.get("always", False),
    )


_LISTS = ("acts", "unless_acts", "unless_note", "steps", "not_before", "all_of", "any_of", "none_of")
_NUMBERS = ("more_than", "percent", "least_words", "within")


def ready_of(fields: dict[str, Any]) -> ReadyRule:
    """The same rule, ready to run."""
    given: dict[str, Any] = {name: tuple(fields[name]) for name in _LISTS if name in fields}
    given.update({name: fields[name] for name in _NUMBERS if name in fields})
    if fields["kind"] != RuleKind.ABSENCE:
        named = (*fields.get("acts", ()), *fields.get("steps", ())[:1], *fields.get("all_of", ())[:1])
        given["inputs"] = frozenset((fields["code"], *(each.strip() for name in named for each in name.split("|"))))
    return ReadyRule(
        kind=RuleKind(fields["kind"]),
        code=fields["code"],
        scope=tuple(Scope(scope) for scope in fields.get("scope", ())),
        phrases=bool(fields.get("phrases")),
        at=fields.get("at", ""),
        **given,
    )


def _index(document: dict[str, Any]) -> PhraseIndex:
    """The phrases of the book, each read from its line when a text first has its word."""
    sets, patterns = document["sets"], document["patterns"]

    @cache
    def element(place_line: str) -> Element:
        which, least, most = map(int, place_line.split(","))
        words, prefixes, runs = sets[which].split("|")
        several = tuple(tuple(run.split()) for run in runs.split(";")) if runs else ()
        return Element(tuple(words.split()), tuple(prefixes.split()), several, least, most)

    @cache
    def made(place_line: str, backwards: bool) -> Place:
        return place(element(place_line), backwards)

    @cache
    def unfold(number: int) -> Ready:
        group, pivot_text, signs_text, *places = patterns[number].split()
        pivot, signs = int(pivot_text), int(signs_text)
        left = tuple(made(each, True) for each in places[:pivot][::-1])
        right = tuple(made(each, False) for each in places[pivot + 1 :])
        also = needed(tuple(element(each) for each in places), pivot)
        return group, left, right, made(places[pivot], False), also, signs & 1 > 0, signs & 2 > 0, signs & 4 > 0

    return PhraseIndex(document["by_word"], document["by_prefix"], document["unless"], unfold)
