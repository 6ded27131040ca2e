"""Frozen records behave as the standard library's frozen dataclasses do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import weakref

import pytest

from netprep.model.frozen import frozen


@frozen
class Mine:
    """A record of netprep's."""

    name: str
    number: int = 1
    parts: tuple[str, ...] = dataclasses.field(default_factory=tuple, metadata={"key": "bits"})

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a name is needed")

    @property
    def shout(self) -> str:
        return self.name.upper()


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same record as the standard library makes it."""

    name: str
    number: int = 1
    parts: tuple[str, ...] = dataclasses.field(default_factory=tuple, metadata={"key": "bits"})


def test_it_shows_compares_hashes_and_replaces_as_a_dataclass_does() -> None:
    mine, theirs = Mine("a", parts=("x",)), Theirs("a", parts=("x",))
    assert repr(mine).replace("Mine", "Theirs") == repr(theirs)
    assert dataclasses.asdict(mine) == dataclasses.asdict(theirs)
    assert dataclasses.astuple(mine) == dataclasses.astuple(theirs)
    assert dataclasses.replace(mine, number=2) == Mine("a", 2, ("x",))
    assert mine == Mine("a", 1, ("x",))
    assert mine != theirs
    assert len({mine, Mine("a", 1, ("x",)), Mine("b")}) == 2
    assert mine.shout == "A"


def test_its_fields_are_a_dataclass_s_own() -> None:
    for one, other in zip(dataclasses.fields(Mine), dataclasses.fields(Theirs), strict=True):
        assert (one.name, one.type, one.default, one.default_factory, dict(one.metadata)) == (
            other.name, other.type, other.default, other.default_factory, dict(other.metadata),
        )  # fmt: skip
    assert dataclasses.is_dataclass(Mine)
    assert Mine.__match_args__ == Theirs.__match_args__


@pytest.mark.parametrize(
    ("positional", "named", "said"),
    [((), {}, "needs name"), (("a", 1, (), 4), {}, "takes 3 values"), (("a",), {"name": "b"}, "twice"), (("a",), {"x": 1}, "has no x")],
)  # fmt: skip
def test_a_wrong_call_says_what_is_wrong(positional: tuple[object, ...], named: dict[str, object], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Mine(*positional, **named)  # type: ignore[arg-type]


def test_it_cannot_be_changed_and_checks_itself() -> None:
    record = Mine("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del record.name
    with pytest.raises(AttributeError):
        object.__setattr__(record, "unknown", 1)
    with pytest.raises(ValueError, match="a name is needed"):
        Mine("")
    with pytest.raises(TypeError):
        weakref.ref(record)


def test_it_can_be_copied_and_pickled() -> None:
    record = Mine("a", 2, ("x",))
    assert copy.copy(record) == copy.deepcopy(record) == pickle.loads(pickle.dumps(record)) == record  # noqa: S301
