"""A rule as a file: YAML, one rule a file."""

from __future__ import annotations

from typing import Any

from netprep.exchange.source import Source, decode
from netprep.exchange.yaml_reader import read_yaml
from netprep.model.codec import Document, Malformed, closest, from_document
from netprep.model.pack_rules import KINDS, PackRule, RuleKind

SUFFIXES = frozenset({".yaml", ".yml"})


def parse_rule(data: bytes, name: str) -> tuple[PackRule, Source]:
    """The rule in a file, and the source that says in which line a part of it stands.

    Raises:
        BadFile: with file, line and what to do.
    """
    document, source = read_yaml(decode(data, name), name)
    try:
        return from_document(KINDS[_kind(document)], document), source
    except Malformed as error:
        raise source.malformed(error) from error


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
