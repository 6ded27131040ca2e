"""Which plugins are installed: what packages declare, read without importing any of them.

Asking ``importlib.metadata`` costs as much as four starts of Python, so it is asked only where some
installed package says ``[netprep`` in its entry points at all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PLUGINS = "netprep"
COMMANDS = "netprep.commands"
_MARK = b"[netprep"


class Found(NamedTuple):
    """An entry point that some package declares, and which package that is."""

    name: str
    package: str
    package_version: str
    entry_point: EntryPoint

    @property
    def of(self) -> str:
        """The package and its version, as errors name it."""
        return f"{self.package} {self.package_version}"


def installed(group: str) -> tuple[Found, ...]:
    """Everything declared in an entry point group, by name and then by package."""
    if not any(_declares(folder) for folder in sys.path):
        return ()
    from importlib.metadata import entry_points

    found = []
    for entry_point in entry_points(group=group):
        package = entry_point.dist.name if entry_point.dist else "?"
        version = entry_point.dist.version if entry_point.dist else "?"
        found.append(Found(entry_point.name, package, version, entry_point))
    return tuple(sorted(found, key=lambda each: (each.name, each.package)))


def _declares(folder: str) -> bool:
    """Whether some package in a folder of ``sys.path`` may declare a plugin."""
    try:
        with os.scandir(folder or ".") as there:
            packages = [entry.path for entry in there if entry.name.endswith((".dist-info", ".egg-info"))]
    except NotADirectoryError:
        return True  # an archive: only the library can look into it
    except OSError:
        return False
    return any(_mentions(Path(package) / "entry_points.txt") for package in packages)


def _mentions(path: Path) -> bool:
    try:
        return _MARK in path.read_bytes()
    except OSError:
        return False
