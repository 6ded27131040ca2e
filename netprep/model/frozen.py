"""Frozen records that cost nearly nothing to define.

``dataclass(frozen=True)`` writes and compiles five methods for every class and makes the class twice:
for the hundred records of this program that was a third of the time a note took. Here the class is
made once, the methods are written once for all, and the fields become a dataclass's own when
somebody asks for them: ``fields``, ``replace`` and ``asdict`` work as ever.
"""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_set = object.__setattr__
_MISSING = dataclasses.MISSING
_FIELDS = "__dataclass_fields__"


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field, dataclasses.Field))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots. It inherits no fields."""
    names = tuple(inspect.get_annotations(cls))
    said = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    kept = {key: value for key, value in cls.__dict__.items() if key not in said and key not in _OF_THE_FIRST}
    shape = _Shape(names, said)
    metaclass: Any = type(cls)
    made: type[T] = metaclass(
        cls.__name__,
        cls.__bases__,
        {**kept, **_METHODS, "__slots__": names, "__match_args__": names, "_shape": shape, _FIELDS: _Fields(shape)},
    )
    made.__qualname__ = cls.__qualname__
    return made


class _Shape:
    """The names of a record's fields in order, with their defaults and what makes a default anew."""

    __slots__ = ("defaults", "factories", "names", "said")

    def __init__(self, names: tuple[str, ...], said: dict[str, Any]) -> None:
        self.names = names
        self.said = said
        fields = {name: value for name, value in said.items() if isinstance(value, dataclasses.Field)}
        self.defaults = {name: value for name, value in said.items() if name not in fields}
        self.defaults.update({name: each.default for name, each in fields.items() if each.default is not _MISSING})
        self.factories = {
            name: each.default_factory for name, each in fields.items() if each.default_factory is not _MISSING
        }


class _Fields:
    """``__dataclass_fields__``, made by the standard library at the first look."""

    __slots__ = ("_shape",)

    def __init__(self, shape: _Shape) -> None:
        self._shape = shape

    def __get__(self, record: Any, cls: type) -> dict[str, dataclasses.Field[Any]]:
        # With words of its own, or the library would work out a signature to put there.
        about = {"__doc__": cls.__name__, "__annotations__": cls.__annotations__, "__module__": cls.__module__}
        namespace = {**about, **self._shape.said}
        twin: type = dataclasses.dataclass(init=False, repr=False, eq=False)(type(cls.__name__, (), namespace))
        fields: dict[str, dataclasses.Field[Any]] = getattr(twin, _FIELDS)
        setattr(cls, _FIELDS, fields)
        return fields


def _init(self: Any, *positional: Any, **named: Any) -> None:
    shape: _Shape = self._shape
    if len(positional) == len(shape.names) and not named:  # all that is hot is made so
        for name, value in zip(shape.names, positional, strict=True):
            _set(self, name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__()
        return
    if positional:
        named = _all_named(self, positional, named)
    given = {**shape.defaults, **named}
    if len(given) != len(shape.names) or shape.factories:
        given = _completed(self, given)
    for name, value in given.items():
        _set(self, name, value)
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def _all_named(self: Any, positional: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
    names = self._shape.names
    if len(positional) > len(names):
        raise TypeError(f"{type(self).__name__} takes {len(names)} values, not {len(positional)}")
    given = dict(zip(names, positional, strict=False))
    if clash := given.keys() & named.keys():
        raise TypeError(f"{type(self).__name__} was given {', '.join(sorted(clash))} twice")
    return {**given, **named}


def _completed(self: Any, given: dict[str, Any]) -> dict[str, Any]:
    """``given`` with what factories make; whatever is missing or unknown is an error."""
    shape: _Shape = self._shape
    given = {**{name: make() for name, make in shape.factories.items() if name not in given}, **given}
    if missing := [name for name in shape.names if name not in given]:
        raise TypeError(f"{type(self).__name__} needs {missing[0]}")
    if unknown := given.keys() - set(shape.names):
        raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
    return given


def _refuse_to_set(self: Any, name: str, value: Any) -> None:  # noqa: ARG001 - Python's signature
    raise dataclasses.FrozenInstanceError(f"cannot assign to {name}")


def _refuse_to_delete(self: Any, name: str) -> None:  # noqa: ARG001 - Python's signature
    raise dataclasses.FrozenInstanceError(f"cannot delete {name}")


def _equals(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in self._shape.names)


def _hash(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in self._shape.names))


def _show(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shape.names)
    return f"{type(self).__qualname__}({values})"


def _state(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self._shape.names)


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self._shape.names, state, strict=True):
        _set(self, name, value)


_OF_THE_FIRST = frozenset({"__dict__", "__weakref__"})
"""What a class without slots has and one with them does not."""
_METHODS = {
    "__init__": _init,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _show,
    "__getstate__": _state,
    "__setstate__": _restore,
}
