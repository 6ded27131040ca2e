"""Frozen records that cost nearly nothing to define.

``dataclass(frozen=True)`` writes and compiles five methods for every class: for the hundred records
of this program that was a third of the time a note took. Here the fields are a dataclass's own, so
``fields``, ``replace`` and ``asdict`` work as ever, and the five methods are written once for all.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_set = object.__setattr__
_MISSING = dataclasses.MISSING
_DEFAULTS: dict[type, dict[str, Any]] = {}
"""The defaults of each class, gathered when its first record is made."""
_WITH_FACTORIES: set[type] = set()


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field, dataclasses.Field))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots."""
    for name, method in _METHODS.items():
        setattr(cls, name, method)
    return dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)


def _init(self: Any, *positional: Any, **named: Any) -> None:
    cls = type(self)
    defaults = _DEFAULTS.get(cls)
    if defaults is None:
        defaults = _DEFAULTS[cls] = _defaults_of(cls)
    given = {**defaults, **named} if not positional else {**defaults, **_all_named(cls, positional, named)}
    if len(given) != len(self.__dataclass_fields__) or cls in _WITH_FACTORIES:
        given = _completed(cls, given)
    for name, value in given.items():
        _set(self, name, value)
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def _defaults_of(cls: type) -> dict[str, Any]:
    fields = cls.__dataclass_fields__  # type: ignore[attr-defined]
    if any(field.default_factory is not _MISSING for field in fields.values()):
        _WITH_FACTORIES.add(cls)
    return {name: field.default for name, field in fields.items() if field.default is not _MISSING}


def _all_named(cls: type, positional: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
    fields = cls.__dataclass_fields__  # type: ignore[attr-defined]
    if len(positional) > len(fields):
        raise TypeError(f"{cls.__name__} takes {len(fields)} values, not {len(positional)}")
    given = dict(zip(fields, positional, strict=False))
    if clash := given.keys() & named.keys():
        raise TypeError(f"{cls.__name__} was given {', '.join(sorted(clash))} twice")
    return {**given, **named}


def _completed(cls: type, given: dict[str, Any]) -> dict[str, Any]:
    """``given`` with what factories make; whatever is missing or unknown is an error."""
    fields = cls.__dataclass_fields__  # type: ignore[attr-defined]
    for name, field in fields.items():
        if name not in given:
            if field.default_factory is _MISSING:
                raise TypeError(f"{cls.__name__} needs {name}")
            given[name] = field.default_factory()
    if unknown := given.keys() - fields.keys():
        raise TypeError(f"{cls.__name__} has no {', '.join(sorted(unknown))}")
    return given


def _refuse_to_set(self: Any, name: str, value: Any) -> None:  # noqa: ARG001 - Python's signature
    raise dataclasses.FrozenInstanceError(f"cannot assign to {name}")


def _refuse_to_delete(self: Any, name: str) -> None:  # noqa: ARG001 - Python's signature
    raise dataclasses.FrozenInstanceError(f"cannot delete {name}")


def _equals(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in self.__dataclass_fields__)


def _hash(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in self.__dataclass_fields__))


def _show(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({values})"


_METHODS = {
    "__init__": _init,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _show,
}
