"""Which format a file is in, and who reads or writes it: netprep itself, or a plugin."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TypeVar

from netprep.api import Exporter, Importer, Registry
from netprep.errors import UsageError

FORMAT = "netprep"
"""The notebook's own format, as ``netprep import --as`` names it."""
TEXT_FORMATS = ("yaml", "json")
"""The same as ``netprep export --as`` names it."""
_OWN_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
T = TypeVar("T", Importer, Exporter)


def importer_for(registry: Registry, name: str, wanted: str | None) -> Importer | None:
    """Who reads a file; None is netprep itself.

    Args:
        registry: what plugins offer.
        name: the file's name; its suffix decides where no format is named.
        wanted: the format, where one is named.

    Raises:
        UsageError: there is no such format, or several read files of this suffix.
        PluginBroken: the plugin it would come from is broken.
    """
    if wanted is not None:
        return None if wanted == FORMAT else registry.importer(wanted, (FORMAT,))
    if _is_own(name):
        return None
    return _by_suffix(name, {each.name: (each, each.suffixes) for each in registry.importers.values()})


def exporter_for(registry: Registry, name: str | None, wanted: str | None) -> Exporter | str:
    """Who writes a file, or ``yaml`` or ``json`` where netprep does; as :func:`importer_for`."""
    if wanted is not None:
        return wanted if wanted in TEXT_FORMATS else registry.exporter(wanted, TEXT_FORMATS)
    if name is None or _is_own(name):
        return "json" if name and name.lower().endswith(".json") else "yaml"
    exporters = {each.name: (each, (each.suffix,)) for each in registry.exporters.values()}
    return _by_suffix(name, exporters) or "yaml"


def _is_own(name: str) -> bool:
    return name == "-" or PurePath(name).suffix.lower() in _OWN_SUFFIXES


def _by_suffix(name: str, there: Mapping[str, tuple[T, tuple[str, ...]]]) -> T | None:
    """The one with the longest suffix that the name ends in."""
    fits = [
        (len(suffix), format_name)
        for format_name, (_, suffixes) in there.items()
        for suffix in suffixes
        if suffix and name.lower().endswith(suffix.lower())
    ]
    best = sorted({format_name for length, format_name in fits if length == max(fits)[0]})
    if len(best) > 1:
        raise UsageError(
            f"{name} could be {' or '.join(best)}.", hint=f"Say which: {' or '.join(f'--as {each}' for each in best)}"
        )
    return there[best[0]][0] if best else None
