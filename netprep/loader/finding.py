"""Which plugins are installed: what packages declare, read without importing any of them.

Asking ``importlib.metadata`` costs as much as four starts of Python, so it is asked only about
packages that say ``[netprep`` in their entry points. Each is asked on its own: a package whose
metadata is damaged takes nobody else with it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

PLUGINS = "netprep"
COMMANDS = "netprep.commands"
_MARK = b"[netprep"
_METADATA = (".dist-info", ".egg-info")


class Found(NamedTuple):
    """An entry point that some package declares, and which package that is.

    ``entry_point`` is None where what the package declares cannot be read.
    """

    name: str
    package: str
    package_version: str
    entry_point: EntryPoint | None

    @property
    def of(self) -> str:
        """The package and its version, as errors name it."""
        return f"{self.package} {self.package_version}"


def installed(group: str) -> tuple[Found, ...]:
    """Everything declared in an entry point group, by name and then by package."""
    found = [each for distribution in _declaring() for each in _declared(distribution, group)]
    return tuple(sorted(found, key=lambda each: (each.name, each.package)))


def _declaring() -> Iterator[Distribution]:
    """Every package that may declare a plugin. Of one that is there twice, Python imports the first."""
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or ".") as there:
                metadata = sorted(entry.path for entry in there if entry.name.endswith(_METADATA))
        except NotADirectoryError:
            yield from _in_archive(folder, seen)
            continue
        except OSError:
            continue
        for path in metadata:
            if not _is_seen(Path(path).name.partition("-")[0], seen) and _mentions(Path(path) / "entry_points.txt"):
                from importlib.metadata import Distribution

                yield Distribution.at(path)


def _in_archive(path: str, seen: set[str]) -> Iterator[Distribution]:
    """Packages in an archive, into which only the library can look."""
    from importlib.metadata import distributions

    for distribution in distributions(path=[path]):
        if not _is_seen(distribution.name or "", seen):
            yield distribution


def _is_seen(package: str, seen: set[str]) -> bool:
    name = re.sub(r"[-_.]+", "-", package).lower()
    # pip leaves a tilde in front of what it could not remove.
    is_seen = name in seen or name.startswith("~")
    seen.add(name)
    return is_seen


def _declared(distribution: Distribution, group: str) -> Iterator[Found]:
    package, version = _names(distribution)
    try:
        declared = list(distribution.entry_points.select(group=group))
    except Exception:  # whatever a damaged file makes the library raise
        if group == PLUGINS:
            yield Found(package, package, version, None)
        return
    for entry_point in declared:
        yield Found(entry_point.name, package, version, entry_point)


def _names(distribution: Distribution) -> tuple[str, str]:
    try:
        name, version = distribution.metadata["Name"], distribution.metadata["Version"]
    except Exception:  # as above
        name, version = None, None
    if not name:
        stem = Path(str(getattr(distribution, "_path", "?"))).name
        name, _, version = stem.removesuffix(".dist-info").removesuffix(".egg-info").partition("-")
    return name, version or "?"


def _mentions(path: Path) -> bool:
    try:
        return _MARK in path.read_bytes()
    except OSError:
        return False
