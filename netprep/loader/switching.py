"""Which plugins take part: disabling and enabling one, and where its code is."""

from __future__ import annotations

import sysconfig
from collections.abc import Collection
from pathlib import Path

from netprep.errors import NotFound
from netprep.loader.finding import COMMANDS, PLUGINS, Found, installed
from netprep.settings.user import Settings, save_setting

SETTING = "disabled_plugins"


def switch(home: Path, settings: Settings, name: str, *, on: bool) -> bool:
    """Enable or disable a plugin or a plugin's command; False where it was so already.

    Raises:
        NotFound: there is none of that name.
        DataError: the settings cannot be written.
    """
    disabled = settings.names(SETTING)
    if not (on and name in disabled):  # what is no longer installed can be enabled, to be rid of its name
        find(name)
    if (name not in disabled) == on:
        return False
    names = [each for each in disabled if each != name] if on else [*disabled, name]
    save_setting(home, SETTING, ", ".join(sorted(names)) or None)
    return True


def find(name: str) -> tuple[Found, ...]:
    """Whatever is installed under a plugin's or a plugin's command's name, not imported.

    Raises:
        NotFound: nothing is; with the nearest name.
    """
    there = (*installed(PLUGINS), *installed(COMMANDS))
    found = tuple(each for each in there if each.name == name)
    if not found:
        raise unknown(name, there)
    return found


def unknown(name: str, there: Collection[Found]) -> NotFound:
    """The error for a plugin that is not installed."""
    from difflib import get_close_matches

    names = sorted({each.name for each in there})
    of_package = sorted({each.name for each in there if each.package == name})
    near = get_close_matches(name, names, n=1)
    if of_package:
        hint = f"{name} is a package; it brings {', '.join(of_package)}."
    elif near:
        hint = f"Did you mean {near[0]}?"
    else:
        hint = f"There is {', '.join(names)}." if names else "None is installed."
    return NotFound(f"There is no plugin “{name}”.", hint=hint)


def plugins_folder() -> Path:
    """The folder into which pip puts packages beside this netprep."""
    return Path(sysconfig.get_path("purelib"))


def code_of(found: Found) -> Path:
    """The file or folder that a plugin's code is in, looked up without importing it.

    Raises:
        NotFound: there is none: the package is damaged.
    """
    from importlib.util import find_spec

    module = found.entry_point.module.partition(".")[0] if found.entry_point else ""
    try:
        spec = find_spec(module) if module else None
    except (ImportError, ValueError, AttributeError):
        spec = None
    places = [*(spec.submodule_search_locations or ()), spec.origin] if spec else []
    for place in filter(None, places):
        return Path(place)
    raise NotFound(f"The code of {found.name} ({found.of}) is not there.", hint=f"Install {found.package} again.")
