"""Whether the templates in a folder can be used, found out without writing a note."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from netprep.errors import TemplateError
from netprep.prompts.fragment import parse_fragment
from netprep.prompts.library import Filters, Layer, TemplateLibrary, builtin_folder

EVERYWHERE = frozenset({"form", "short", "facts"})
"""Values that every template can use."""


def template_faults(folder: Path, filters: Filters | None = None) -> Iterator[TemplateError]:
    """What is wrong with templates that replace built-in ones, each with file and line.

    Args:
        folder: laid out as the built-in one.
        filters: what templates can do with a value; without them it is not looked at.
    """
    library = TemplateLibrary((Layer("", folder),), filters or {})
    builtin = TemplateLibrary((Layer("netprep", builtin_folder()),))
    replaced = {info.name: info.path for info in builtin.infos()}
    for info in library.infos():
        if info.name in replaced:
            values = EVERYWHERE.union(name for name, _ in parse_fragment(info.name, replaced[info.name]).front.values)
            try:
                library.check(info.name, info.path, values, with_filters=filters is not None)
            except TemplateError as error:
                yield error


def replaces_nothing(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Templates that no built-in one has the name of, each with the name that may be meant."""
    from difflib import get_close_matches

    names = _names(TemplateLibrary((Layer("netprep", builtin_folder()),)))
    for info in TemplateLibrary((Layer("", folder),)).infos():
        if info.name not in names:
            yield info.path, next(iter(get_close_matches(info.name, names, n=1)), None)


def is_empty(folder: Path) -> bool:
    """Whether there is no template in a folder, or no such folder."""
    return not _names(TemplateLibrary((Layer("", folder),)))


def _names(library: TemplateLibrary) -> Collection[str]:
    return [info.name for info in library.infos()]
