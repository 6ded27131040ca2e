"""Rules, speech acts and classes of words as files: YAML, one rule a file."""

from __future__ import annotations

from typing import Any

from netprep.exchange.source import Source, decode
from netprep.exchange.yaml_reader import read_yaml
from netprep.model.codec import Document, Malformed, closest, from_document, to_document
from netprep.model.rules import KEYS, NEEDED, ActFile, RuleFile, RuleKind

SUFFIXES = frozenset({".yaml", ".yml"})


def parse_rule(data: bytes, name: str) -> tuple[RuleFile, Source]:
    """The rule in a file, and the source that says in which line a part of it stands.

    Raises:
        BadFile: with file, line and what to do.
    """
    document, source = read_yaml(decode(data, name), name)
    try:
        kind = _kind(document)
        for key in document:
            if key not in KEYS[kind]:
                raise Malformed((key,), _not_for(key, kind))
        rule = from_document(RuleFile, document)
        needed = NEEDED.get(kind, ())
        if needed and not any(getattr(rule, key) for key in needed):
            raise Malformed((), f"a rule of kind {kind} needs {' or '.join(f'“{key}”' for key in needed)}")
        return rule, source
    except Malformed as error:
        raise source.malformed(error) from error


def parse_acts(data: bytes, name: str) -> tuple[tuple[ActFile, ...], Source]:
    """The speech acts in a file: a list under ``acts``.

    Raises:
        BadFile: with file, line and what to do.
    """
    document, source = read_yaml(decode(data, name), name)
    try:
        acts = _under("acts", document)
        return tuple(from_document(ActFile, each, ("acts", i)) for i, each in enumerate(acts)), source
    except Malformed as error:
        raise source.malformed(error) from error


def parse_classes(data: bytes, name: str) -> dict[str, tuple[str, ...]]:
    """The classes of words in a file: under each name the words, in one text or in a list.

    Raises:
        BadFile: with file, line and what to do.
    """
    document, source = read_yaml(decode(data, name), name)
    classes: dict[str, tuple[str, ...]] = {}
    for key, value in document.items():
        if isinstance(value, list):
            classes[key] = tuple(str(each) for each in value)
        elif isinstance(value, str):
            classes[key] = tuple(value.split())
        else:
            raise source.malformed(Malformed((key,), "expected words, or a list of words and phrases"))
    return classes


def rule_document(rule: RuleFile) -> Document:
    """A rule as keys and values, without those that hold their default."""
    return to_document(rule)


def _under(key: str, document: Document | Any) -> list[Any]:
    if not isinstance(document, dict) or set(document) != {key} or not isinstance(document[key], list):
        raise Malformed((), f"expected “{key}:” and a list under it")
    found: list[Any] = document[key]
    return found


def _kind(document: Document | Any) -> RuleKind:
    """Which keys a rule has depends on its kind, so that is read first."""
    if not isinstance(document, dict):
        raise Malformed((), "a rule is keys and values, beginning with “kind: existence”")
    if "kind" not in document:
        raise Malformed((), "the key “kind” is missing; it can be " + ", ".join(RuleKind))
    kind = str(document["kind"]).strip()
    if kind not in set(RuleKind):
        near = closest(kind, RuleKind)
        meant = f"; did you mean “{near}”?" if near else f"; there is {', '.join(RuleKind)}"
        raise Malformed(("kind",), f"there is no kind of rule “{kind[:40]}”{meant}")
    return RuleKind(kind)


def _not_for(key: str, kind: RuleKind) -> str:
    if any(key in keys for keys in KEYS.values()):
        return f"a rule of kind {kind} has no “{key}”"
    near = closest(key, KEYS[kind])
    return f"there is no key “{key}” here" + (f"; did you mean “{near}”?" if near else "")
