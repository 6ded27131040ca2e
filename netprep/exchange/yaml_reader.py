"""YAML to a plain document of dicts, lists and strings, with nothing clever in between.

Built from the parser's events rather than by a loader, because what a notebook must not hold is
seen only there: anchors and aliases (a small file that unfolds into a huge one), tags, keys given
twice, a second document. Every scalar stays the text that was written; the schema types it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from netprep.errors import BadFile
from netprep.exchange.source import DEEPEST, Source, bad_file
from netprep.model.codec import Path

if TYPE_CHECKING:
    import yaml

_NOTHING = frozenset({"", "~", "null"})
# What YAML does not count as text. A lone surrogate cannot come from a decoded file.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_HINTS = (
    ("mapping values are not allowed", "Put a text that contains “: ” between double quotes."),
    ("tab character", "Indent with blanks, not tabs."),
    ("cannot start any token", "Indent with blanks, not tabs; put a text that begins with @, % or ` between quotes."),
    ("unexpected end of stream", "A quote or a bracket was opened and never closed."),
    ("expected ',' or", "A bracket was opened and never closed, or a comma is missing."),
    ("did not find expected", "Check the indentation of this line, and the line before it."),
    ("expected <block end>", "Check the indentation of this line, and the line before it."),
    ("could not find expected ':'", "A key is written “key: value”, with a colon and a blank."),
)


class _Refused(Exception):
    """Something YAML allows and a notebook does not."""

    def __init__(self, event: yaml.Event, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.line = _line(event)
        self.reason = reason
        self.hint = hint


def read_yaml(text: str, name: str) -> tuple[Any, Source]:
    """The one document in ``text``; ``None`` where a plain scalar is empty, ``~`` or ``null``.

    Args:
        text: the file's text.
        name: what errors call the file.

    Raises:
        BadFile: with the line, for broken YAML and for YAML that a notebook does not use.
    """
    import yaml

    source = Source(name, text, find_line)
    if found := _NOT_TEXT.search(text):
        reason = f"the character U+{ord(found[0]):04X} is not text"
        raise source.bad(reason, text.count("\n", 0, found.start()) + 1, "Remove it, or save the file as UTF-8.")
    try:
        return _Builder().build(_events(text)), source
    except _Refused as error:
        raise source.bad(error.reason, error.line, error.hint) from None
    except yaml.YAMLError as error:
        raise _broken(name, text, error) from error


def find_line(text: str, path: Path) -> int | None:
    """The line (from one) of the key or item at ``path``, or of the nearest thing around it."""
    import yaml

    best: int | None = None
    here: list[str | int] = []
    in_mapping: list[bool] = []
    at_key = False
    try:
        for event in _events(text):
            if isinstance(event, yaml.NodeEvent):
                if at_key:
                    here[-1] = getattr(event, "value", "")
                if tuple(here) == path[: len(here)]:
                    best = best if here and in_mapping[-1] and not at_key else _line(event)
                    if len(here) == len(path):
                        return best
                if isinstance(event, yaml.CollectionStartEvent):
                    in_mapping.append(isinstance(event, yaml.MappingStartEvent))
                    here.append("" if in_mapping[-1] else 0)
                    at_key = in_mapping[-1]
                    continue
            elif isinstance(event, yaml.CollectionEndEvent):
                here.pop()
                in_mapping.pop()
                at_key = False  # what ended was a value
            at_key = _step(here, in_mapping, at_key)
    except yaml.YAMLError:
        pass
    return best


def _step(here: list[str | int], in_mapping: list[bool], at_key: bool) -> bool:
    """Move on to the next item or key; says whether a key comes next."""
    if not here:
        return False
    if in_mapping[-1]:
        return not at_key
    last = here[-1]
    here[-1] = last + 1 if isinstance(last, int) else 0
    return False


class _Builder:
    """Puts events together; a stack of open lists and mappings, so depth costs no recursion."""

    def __init__(self) -> None:
        self.roots: list[Any] = []
        self.open: list[tuple[dict[str, Any] | list[Any], str | None]] = []
        self.inner: dict[str, Any] | list[Any] = self.roots
        self.key: str | None = None

    def build(self, events: Iterator[yaml.Event]) -> Any:
        """The document, or ``None`` of an empty stream."""
        import yaml

        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                _refuse_extras(event)
                self._start(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            elif isinstance(event, yaml.CollectionEndEvent):
                self.inner, self.key = self.open.pop()
            elif isinstance(event, yaml.AliasEvent):
                raise _Refused(event, f"the alias *{event.anchor} is not allowed", "Write the value out in full.")
            elif isinstance(event, yaml.DocumentStartEvent) and self.roots:
                raise _Refused(event, "a second document begins here", "Put one notebook in one file.")
        return self.roots[0] if self.roots else None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_extras(event)
        if type(self.inner) is dict and self.key is None:
            if event.value in self.inner:
                raise _Refused(event, f"the key “{event.value[:60]}” is given twice", "Keep one of the two.")
            self.key = event.value
        else:
            # implicit[0] says that the scalar was plain: "" and "~" in quotes are texts.
            self._add(None if event.implicit[0] and event.value in _NOTHING else event.value)

    def _start(self, event: yaml.CollectionStartEvent, value: dict[str, Any] | list[Any]) -> None:
        if type(self.inner) is dict and self.key is None:
            raise _Refused(event, "a key must be a word, not a list or a mapping", "Write “key: value”.")
        if len(self.open) >= DEEPEST:
            raise _Refused(event, f"nested deeper than {DEEPEST} levels", "A notebook needs six.")
        self._add(value)
        self.open.append((self.inner, None))
        self.inner, self.key = value, None

    def _add(self, value: Any) -> None:
        if isinstance(self.inner, list):
            self.inner.append(value)
        elif self.key is not None:
            self.inner[self.key] = value
            self.key = None


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    if event.tag is not None:
        shown = event.tag.replace("tag:yaml.org,2002:", "!!")[:60]
        raise _Refused(event, f"the tag {shown} is not allowed", "Leave it out: the key says what type a value has.")
    if event.anchor is not None:
        raise _Refused(event, f"the anchor &{event.anchor[:60]} is not allowed", "Write the value out in full.")


def _events(text: str) -> Iterator[yaml.Event]:
    import yaml

    # libyaml's parser is some ten times faster; an installation may lack it.
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.parse(text, Loader=loader)


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1


def _broken(name: str, text: str, error: yaml.YAMLError) -> BadFile:
    """The parser's complaint in a sentence."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", 0)
    line = mark.line + 1 if mark else text.count("\n", 0, position) + 1
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    context = getattr(error, "context", None)
    reason = f"this is not YAML: {problem}" + (f" ({context})" if context else "")
    hint = next((hint for part, hint in _HINTS if part in problem), "")
    return bad_file(name, reason, line, hint)
