"""The built-in rules from their files: read, held to their examples, and made into the guard's book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from netprep.exchange.rule_file import SUFFIXES, parse_acts, parse_classes, parse_rule, rule_document
from netprep.exchange.source import Source, read_bytes
from netprep.guard.kinds import exceptions_of
from netprep.guard.language.matching import looked_up
from netprep.guard.language.phrase import BadPhrase, Classes, Element, Pattern, read_phrase
from netprep.model.codec import Malformed
from netprep.model.rules import ActFile, RuleFile

_IN_FILES_ONLY = ("fires", "passes", "phrases", "unless")


def read_pack(folder: Path) -> tuple[Classes, tuple[tuple[ActFile, Source], ...], tuple[tuple[RuleFile, Source], ...]]:
    """The classes of words, acts and rules in a folder.

    Raises:
        BadFile: with file and line.
    """
    classes = parse_classes(read_bytes(folder / "words.yml"), "words.yml")
    acts: list[tuple[ActFile, Source]] = []
    for path in _files(folder / "acts"):
        found, source = parse_acts(read_bytes(path), path.name)
        acts += [(act, source) for act in found]
    rules = tuple(parse_rule(read_bytes(path), path.name) for path in _files(folder / "rules"))
    return classes, tuple(acts), rules


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


def book_document(folder: Path) -> dict[str, Any]:
    """Everything in the folder's files as ``book.json`` holds it.

    Raises:
        BadFile: with file and line, for a phrase that cannot be read, too.
    """
    classes, acts, rules = read_pack(folder)
    table = _Table()
    for act, source in acts:
        table.add_all(act.act, act.phrases, classes, source, "phrases")
        table.add_all(act.act, act.unless, classes, source, "unless")
    for rule, source in rules:
        table.add_all(rule.code, rule.phrases, classes, source, "phrases")
        table.add_all(rule.code, rule.unless, classes, source, "unless")
        if rule.acts:
            table.add_all(exceptions_of(rule.code), rule.unless, classes, source, "phrases")
    return {
        "classes": [[name, list(words)] for name, words in classes.items()],
        "rules": [_without_examples(rule) for rule, _ in rules],
        "acts": [[act.act, act.does.value, act.size.value if act.size else None] for act, _ in acts],
        "sets": table.sets,
        "patterns": table.patterns,
        "by_word": {word: _numbers(found) for word, found in table.by_word.items()},
        "by_prefix": {prefix: _numbers(found) for prefix, found in table.by_prefix.items()},
        "unless": {group: _numbers(found) for group, found in table.unless.items()},
    }


def book_text(folder: Path) -> str:
    """``book.json``, one pattern a line so that a change can be read."""
    return "{\n" + ",\n".join(f'"{key}": {_lines(value)}' for key, value in book_document(folder).items()) + "\n}\n"


def _lines(value: list[Any] | dict[str, Any]) -> str:
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f"{_line(key)}:{_line(each)}" for key, each in sorted(value.items())) + "\n}"
    return "[\n" + ",\n".join(_line(each) for each in value) + "\n]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _without_examples(rule: RuleFile) -> dict[str, Any]:
    fields = {key: value for key, value in rule_document(rule).items() if key not in _IN_FILES_ONLY}
    return {**fields, "phrases": True} if rule.phrases else fields


class _Table:
    """Patterns with their sets of words written once."""

    def __init__(self) -> None:
        self.sets: list[str] = []
        self.patterns: list[str] = []
        self.by_word: dict[str, list[int]] = {}
        self.by_prefix: dict[str, list[int]] = {}
        self.unless: dict[str, list[int]] = {}
        self._numbers: dict[str, int] = {}

    def add_all(self, group: str, phrases: tuple[str, ...], classes: Classes, source: Source, key: str) -> None:
        """Unfold the phrases of a group."""
        for i, phrase in enumerate(phrases):
            try:
                found = read_phrase(phrase, classes)
            except BadPhrase as error:
                raise source.malformed(Malformed((key, i), f"{group}: {error}")) from error
            for pattern in found:
                if key == "unless":
                    self.unless.setdefault(group, []).append(len(self.patterns))
                else:
                    self._look_up(pattern)
                self._add(group, pattern)

    def _look_up(self, pattern: Pattern) -> None:
        """File the pattern that comes next under the words of its pivot."""
        words, prefixes = looked_up(pattern.elements[pattern.pivot])
        for table, keys in ((self.by_word, words), (self.by_prefix, prefixes)):
            for key in keys:
                table.setdefault(key, []).append(len(self.patterns))

    def _add(self, group: str, pattern: Pattern) -> None:
        signs = pattern.first + 2 * pattern.last + 4 * pattern.asks
        places = [f"{self._set(each)},{each.least},{each.most}" for each in pattern.elements]
        self.patterns.append(f"{group} {pattern.pivot} {signs} {' '.join(places)}")

    def _set(self, element: Element) -> int:
        """The number of the line that holds an element's words, beginnings and runs of words."""
        runs = ";".join(" ".join(run) for run in sorted(element.runs))
        line = f"{' '.join(sorted(element.words))}|{' '.join(sorted(element.prefixes))}|{runs}"
        if line not in self._numbers:
            self._numbers[line] = len(self.sets)
            self.sets.append(line)
        return self._numbers[line]


def _numbers(found: list[int]) -> str:
    return " ".join(map(str, found))
