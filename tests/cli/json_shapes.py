"""What JSON Schemas say a document can be, and what of it a document shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
SHARED = "shared.json"
SCHEMAS: dict[str, Any] = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}
_REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
Shape = tuple[str, str]
"""A place in the schemas (``today.json#/properties/date``), and in which of its ways it was met."""


def problem(place: str, document: Any) -> str | None:
    """The most telling way in which a document is not what is said at a place in the schemas."""
    error = best_match(Draft202012Validator({"$ref": place}, registry=_REGISTRY).iter_errors(document))
    return f"{error.json_path}: {error.message}" if error else None


@cache
def schema_at(place: str) -> Any:
    """The schema at ``today.json#/properties/date``."""
    file, _, pointer = place.partition("#")
    schema = SCHEMAS[file]
    for step in pointer.split("/")[1:]:
        schema = schema[int(step) if isinstance(schema, list) else step]
    return schema


def referred(place: str) -> str | None:
    """The place that a schema refers to."""
    target = schema_at(place).get("$ref")
    return f"{place.partition('#')[0]}{target}" if target and target.startswith("#") else target


def described(place: str) -> str:
    """What a schema says that it is, itself or where it refers to."""
    target = referred(place)
    return str(schema_at(place).get("description") or (described(target) if target else ""))


def places(file: str) -> Iterator[tuple[str, Any]]:
    """Every schema in a file with its place, the file itself first."""

    def within(place: str) -> Iterator[tuple[str, Any]]:
        schema = schema_at(place)
        yield place, schema
        for group in ("$defs", "properties"):
            for name in schema.get(group, ()):
                yield from within(f"{place}/{group}/{name}")
        for group in ("anyOf", "oneOf"):
            for number in range(len(schema.get(group, ()))):
                yield from within(f"{place}/{group}/{number}")
        if "items" in schema:
            yield from within(f"{place}/items")

    return within(f"{file}#")


def claims(file: str) -> Iterator[Shape]:
    """Everything that a schema says can be: each part, each type or word of several, each key that may be missing.

    Of ``shared.json``, which follows from the program's types, only the parts.
    """
    for place, schema in places(file):
        if place != f"{SHARED}#":
            yield from _claims_of(place, schema)


def _claims_of(place: str, schema: Any) -> Iterator[Shape]:
    yield place, "is there"
    if place.startswith(SHARED):
        return
    several = schema["type"] if isinstance(schema.get("type"), list) else ()
    yield from ((place, f"is {each}") for each in (*several, *schema.get("enum", ())))
    optional = schema.get("properties", {}).keys() - set(schema.get("required", ()))
    yield from ((place, f"without {key}") for key in sorted(optional))


def shapes(place: str, value: Any) -> Iterator[tuple[Shape, Any]]:
    """What of ``claims`` a document shows, each with the value that shows it."""
    schema = schema_at(place)
    met = _met(schema, value)
    yield from ((claim, value) for claim in _claims_of(place, schema) if claim[1] in met)
    if target := referred(place):
        yield from shapes(target, value)
    for group in ("anyOf", "oneOf"):
        for number in range(len(schema.get(group, ()))):
            if problem(f"{place}/{group}/{number}", value) is None:
                yield from shapes(f"{place}/{group}/{number}", value)
    if isinstance(value, dict):
        for key in schema.get("properties", {}).keys() & value.keys():
            yield from shapes(f"{place}/properties/{key}", value[key])
    if isinstance(value, list) and "items" in schema:
        for each in value:
            yield from shapes(f"{place}/items", each)


def _met(schema: Any, value: Any) -> set[str]:
    """The claims that a value meets, were they made of its place."""
    met = {"is there", f"is {_TYPES[type(value)]}"}
    if value is None or isinstance(value, str):
        met.add(f"is {value}")
    if isinstance(value, dict):
        met |= {f"without {key}" for key in schema.get("properties", {}).keys() - value.keys()}
    return met


_TYPES = {
    NoneType: "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
