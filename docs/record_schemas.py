"""The part of the JSON Schemas that follows from the program's own types, so that it cannot drift."""

from __future__ import annotations

import dataclasses
import json
import re
import typing
from collections.abc import Iterable, Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any

from record_words import ABOUT, word

from netprep.model.codec import LONGEST_NAME, LONGEST_TEXT, SHORT_KEYS, key_names
from netprep.model.moment import Moment
from netprep.model.plan import Level, MoveName, Role, Status
from netprep.model.records import COMMON_ENTRY_KEYS, ENTRY_KEYS, Attendee, Entry, EventEntry, Taps
from netprep.model.rules import Category, Does, RuleKind
from netprep.model.words import AskClass, FollowupKind, Form, Source, StageCode

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OF_NOTES: tuple[type[StrEnum], ...] = (FollowupKind, Form, Source, Role, MoveName, Level, Status, AskClass, StageCode)
_OF_RULES: tuple[type[StrEnum], ...] = (Category, Does, RuleKind)
"""Vocabularies of what is printed beside records."""
_DAY = r"\d{4}-\d{2}-\d{2}"
_BY_HAND: Schema = {
    "version": {"description": "The version of the JSON that netprep prints.", "const": 1},
    "day": {"description": "A calendar day.", "type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    "moment": {
        "description": "A day (2026-11-19), or a day and a time to the minute, with its offset from UTC where the "
        "zone is known (2026-11-19T18:00-05:00).",
        "type": "string",
        "pattern": rf"^{_DAY}(T\d{{2}}:\d{{2}}([+-]\d{{2}}:\d{{2}}(:\d{{2}})?)?)?$",
    },
}
# What the records check for themselves when they are made, and their types do not say.
_RANGES = {
    **{(Taps, key): (0, 2) for key in key_names(Taps)},
    (EventEntry, "energy"): (1, 5),
    (EventEntry, "dread"): (1, 5),
}


def shared_schemas() -> str:
    """``shared.json``: dates, vocabularies and the records of the notebook's format."""
    document = {
        "$schema": DIALECT,
        "title": "Shared parts",
        "description": "Parts that several schemas refer to. Made by `make docs` from the program's own types. A key "
        "of a record that is left out has its default where one is given here; else nothing is known.",
        "$defs": {**_BY_HAND, **_vocabularies(), **{_name(cls): _record(cls) for cls in ABOUT}},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _vocabularies() -> Schema:
    used = {kind for cls in ABOUT for kind in _innermost(cls) if issubclass(kind, StrEnum)}
    return {
        _name(kind): _vocabulary(kind)
        for kind in sorted(used | {*_OF_NOTES, *_OF_RULES}, key=lambda kind: kind.__name__)
    }


def _vocabulary(kind: type[StrEnum]) -> Schema:
    about = (kind.__doc__ or "").replace("`", "")
    labels = [f"{each.value}: {each.label}" for each in kind if hasattr(each, "label")]
    return {"description": " ".join([about, *([f"{'; '.join(labels)}."] if labels else [])]), "enum": list(kind)}


def _record(cls: type) -> Schema:
    fields = {field.metadata.get("key", field.name): field for field in dataclasses.fields(cls)}
    types = typing.get_type_hints(cls)
    required = [key for key, field in fields.items() if key == "id" or field.default is dataclasses.MISSING]
    schema: Schema = {"description": ABOUT[cls], "type": "object", "additionalProperties": False}
    schema |= {"required": required} if required else {}
    schema["properties"] = {key: _property(cls, key, types[field.name], field) for key, field in fields.items()}
    if cls is Entry:
        schema["allOf"] = list(_keys_by_kind())
    if cls is Attendee:
        schema["oneOf"] = [{"required": ["contact"]}, {"required": ["name"]}]
    return schema


def _keys_by_kind() -> Iterator[Schema]:
    for kind, keys in ENTRY_KEYS.items():
        allowed = [key for key in key_names(Entry) if key in keys | COMMON_ENTRY_KEYS]
        yield {"if": {"properties": {"kind": {"const": kind}}}, "then": {"propertyNames": {"enum": allowed}}}


def _property(cls: type, key: str, kind: Any, field: dataclasses.Field[Any]) -> Schema:
    schema: Schema = {"description": word(cls, key), **_value(kind, key)}
    if (cls, key) in _RANGES:
        schema["minimum"], schema["maximum"] = _RANGES[cls, key]
    if key != "id" and field.default not in (dataclasses.MISSING, None, ()):
        schema["default"] = field.default
    return schema


def _value(kind: Any, key: str) -> Schema:
    if isinstance(kind, UnionType):
        return _value(next(arm for arm in typing.get_args(kind) if arm is not NoneType), key)
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _value(typing.get_args(kind)[0], key)}
    if kind is str:
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME if key in SHORT_KEYS else LONGEST_TEXT}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": 0}
    return {"$ref": f"#/$defs/{_name(kind)}"}


def _innermost(cls: type) -> Iterable[type]:
    """The types of a record's fields, without what wraps them."""
    for kind in typing.get_type_hints(cls).values():
        arms = [arm for arm in typing.get_args(kind) if arm not in (NoneType, ...)]
        yield arms[0] if arms else kind


def _name(cls: type) -> str:
    """``FactField`` as ``fact_field``."""
    return "moment" if cls is Moment else re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
