"""Rules from folders of files, the user's own and plugins': read, and held to their own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from netprep.exchange.rule_file import SUFFIXES, parse_rule
from netprep.exchange.source import bad_file, read_bytes
from netprep.guard import RULES, found_by
from netprep.guard.book import book
from netprep.guard.language.phrase import BadPhrase, read_phrase
from netprep.model.codec import Malformed
from netprep.model.rules import BUILT_IN_ONLY, EXAMPLES, RuleFile

_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,19}")
_OURS = re.compile(r"(?:M|Q|G|PL)\d+")
_ACT_KEYS = ("acts", "unless_acts", "unless_note", "not_before")
_ACT_OR_RULE_KEYS = ("steps", "all_of", "any_of", "none_of")


def read_rules(folder: Path, taken: dict[str, Path]) -> tuple[RuleFile, ...]:
    """The rules in a folder, one a file, by the files' names.

    Args:
        folder: where they are.
        taken: codes in use already, with the file of each; those of the folder are added.

    Raises:
        BadFile: with file and line; no rule of the folder is used then.
    """
    rules: dict[str, tuple[RuleFile, Path]] = {}
    for path in _files(folder):
        rule, source = parse_rule(read_bytes(path), str(path))
        try:
            check_rule(rule)
            if other := taken.get(rule.code) or (rules[rule.code][1] if rule.code in rules else None):
                raise Malformed(("code",), f"{other} has the code “{rule.code}” already")
        except Malformed as error:
            raise source.malformed(error) from error
        rules[rule.code] = rule, path
    taken.update({code: path for code, (_, path) in rules.items()})
    return tuple(rule for rule, _ in rules.values())


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError as error:
        raise bad_file(
            str(folder), f"the rules cannot be read ({error.strerror})", hint="Check the folder and its permissions."
        ) from None


def check_rule(rule: RuleFile) -> None:
    """What the types cannot say: a code of its own, phrases that can be read, and examples that hold.

    Raises:
        Malformed: with the path of the first breach.
    """
    if rule.kind in BUILT_IN_ONLY:
        raise Malformed(("kind",), f"a rule of kind {rule.kind} is code; only netprep's own can have it")
    if not _CODE.fullmatch(rule.code):
        raise Malformed(
            ("code",), f"“{rule.code[:40]}” is no code; one is capitals, digits and dashes, such as HOUSE-1"
        )
    if rule.code in RULES or _OURS.fullmatch(rule.code):
        raise Malformed(("code",), f"“{rule.code}” is a code of netprep's own; use letters of yours")
    _check_phrases(rule)
    _check_names(rule)
    check_examples(rule)


def _check_phrases(rule: RuleFile) -> None:
    for key in ("phrases", "unless"):
        for i, phrase in enumerate(getattr(rule, key)):
            try:
                read_phrase(phrase, book().classes)
            except BadPhrase as error:
                raise Malformed((key, i), str(error)) from error


def _check_names(rule: RuleFile) -> None:
    """Whether every act and rule that is named exists."""
    for key in (*_ACT_KEYS, *_ACT_OR_RULE_KEYS):
        for i, step in enumerate(getattr(rule, key)):
            for name in map(str.strip, step.split("|")):
                if name not in book().acts and not (key in _ACT_OR_RULE_KEYS and name in RULES):
                    raise Malformed((key, i), f"there is no speech act “{name}”; see: netprep rules list --acts")


def check_examples(rule: RuleFile) -> None:
    """Whether a rule finds something in what it has to, and nothing in what only comes near.

    Raises:
        Malformed: with the path of the first example that does not hold.
    """
    for key, texts in (("fires", rule.fires), ("passes", rule.passes)):
        if len(texts) < EXAMPLES:
            raise Malformed((key,), f"{EXAMPLES} texts are needed, {len(texts)} found")
    for i, text in enumerate(rule.fires):
        if not any(True for _ in found_by(rule, text)):
            raise Malformed(("fires", i), "the rule finds nothing in this text")
    for i, text in enumerate(rule.passes):
        for start, end in found_by(rule, text):
            raise Malformed(("passes", i), f"the rule finds “{text[start:end]}” in this text")
