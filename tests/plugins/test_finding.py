"""What is installed is found without importing it, and as Python itself would find it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from netprep.loader.finding import PLUGINS, Found, installed


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(
        sys, "path", [str(tmp_path / "first"), str(tmp_path / "second"), str(tmp_path / "first"), "", "/no"]
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, name: str, version: str, declared: str | None) -> None:
    metadata = folder / f"{name}-{version}.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    if declared is not None:
        (metadata / "entry_points.txt").write_text(declared, encoding="utf-8")


def of(found: tuple[Found, ...]) -> list[tuple[str, str]]:
    return [(each.name, each.of) for each in found]


def test_a_package_that_is_there_twice_counts_as_python_sees_it(path: Path) -> None:
    put(path / "first", "np_one", "2.0", "[netprep]\none = one\n")
    put(path / "second", "NP.one", "1.0", "[netprep]\nold = one\n")
    assert of(installed(PLUGINS)) == [("one", "np_one 2.0")]


def test_a_package_whose_newer_self_declares_nothing_declares_nothing(path: Path) -> None:
    put(path / "first", "np_one", "2.0", None)
    put(path / "second", "np_one", "1.0", "[netprep]\nold = one\n")
    assert installed(PLUGINS) == ()


def test_what_pip_could_not_remove_is_not_there(path: Path) -> None:
    put(path / "first", "~p_one", "2.0", "[netprep]\none = one\n")
    assert installed(PLUGINS) == ()


def test_other_groups_are_other_groups(path: Path) -> None:
    put(
        path / "first",
        "np_one",
        "2.0",
        "[netprep.commands]\none = one\n[netprepared]\ntwo = two\n[console_scripts]\nx = y\n",
    )
    assert installed(PLUGINS) == ()
    assert of(installed("netprep.commands")) == [("one", "np_one 2.0")]


def test_the_folder_one_is_in_counts_too(path: Path) -> None:
    put(path, "np_here", "0.1", "[netprep]\nhere = here\n")
    assert of(installed(PLUGINS)) == [("here", "np_here 0.1")]


def test_nothing_is_asked_of_the_library_where_no_package_declares_a_plugin(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(path / "first", "other", "2.0", "[console_scripts]\nother = other\n")
    monkeypatch.delitem(sys.modules, "importlib.metadata", raising=False)
    assert installed(PLUGINS) == ()
    assert "importlib.metadata" not in sys.modules
