"""One plugin, loaded: a hook caller of its own, so that nothing it does to it is felt by another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from netprep.api import API_VERSION, hooks
from netprep.loader.finding import Found
from netprep.loader.isolation import PluginFault

if TYPE_CHECKING:
    import pluggy

VERSION_MARK = "NETPREP_API"
HOOKS = tuple(sorted(name for name in vars(hooks) if name.startswith("netprep_")))
RESERVED = frozenset({"netprep", "yours"})
"""Names that say whose a thing is where it is no plugin's."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


class Loaded:
    """The hooks of one plugin, or of netprep's own modules.

    Args:
        plugins: modules or objects with functions marked as ``hookimpl``.

    Raises:
        PluginFault: a function does not fit the hook whose name it has.
    """

    def __init__(self, *plugins: object) -> None:
        import pluggy

        self._manager = pluggy.PluginManager(hooks.PROJECT)
        self._manager.add_hookspecs(hooks)
        for number, plugin in enumerate(plugins):
            try:
                self._manager.register(plugin, name=str(number))
            except pluggy.PluginValidationError as error:
                raise PluginFault(_in_our_words(str(error)), do=_SEE) from error
        self.hooks = tuple(name for name in HOOKS if self._caller(name).get_hookimpls())

    def call(self, hook: str, arguments: Mapping[str, Any]) -> list[Any]:
        """What each implementation of a hook returns; whatever it raises comes through."""
        answers: list[Any] = self._caller(hook)(**arguments)
        return answers

    def unknown_hooks(self) -> tuple[str, ...]:
        """Names that are marked as hooks and are none."""
        return tuple(
            name
            for name, caller in vars(self._manager.hook).items()
            if name not in HOOKS and any(not impl.optionalhook for impl in caller.get_hookimpls())
        )

    def _caller(self, hook: str) -> pluggy.HookCaller:
        caller: pluggy.HookCaller = getattr(self._manager.hook, hook)
        return caller


_SEE = "Its author finds every hook and what it is given in docs/plugins.md."


def load(found: Found) -> Loaded:
    """Import a plugin and take up its hooks. To be called in isolation: all of it is the plugin's code.

    Raises:
        PluginFault: it is not made for this netprep, or its hooks do not fit.
        Exception: whatever importing it raises.
    """
    if found.entry_point is None:
        raise PluginFault("what it declares cannot be read", do=f"Install {found.package} again.")
    if not _NAME.fullmatch(found.name) or found.name in RESERVED:
        raise PluginFault(
            f"a plugin cannot be called “{found.name[:40]}”", do="Its author has to give it another name."
        )
    plugin = found.entry_point.load()
    if isinstance(plugin, type):
        raise PluginFault(f"“{found.entry_point.value}” is a class", do="It has to be a module or an object.")
    version = getattr(plugin, VERSION_MARK, API_VERSION)
    if version != API_VERSION:
        is_newer = isinstance(version, int) and version > API_VERSION
        raise PluginFault(
            f"it was made for version {str(version)[:20]} of netprep.api; this is {API_VERSION}",
            do="Update netprep." if is_newer else f"Update {found.package}.",
        )
    loaded = Loaded(plugin)
    for name in loaded.unknown_hooks():
        from difflib import get_close_matches

        near = get_close_matches(name, HOOKS, n=1)
        raise PluginFault(f"there is no hook {name}{f'; did you mean {near[0]}?' if near else ''}", do=_SEE)
    return loaded


def _in_our_words(said: str) -> str:
    """What pluggy says of a function that asks for an argument its hook is not given."""
    hook = re.search(r"for hook '(\w+)'", said)
    asked = re.search(r"Argument\(s\) [{(\[](.*?)[})\]] are declared", said)
    if not hook or not asked or hook[1] not in HOOKS:
        return " ".join(said.split())
    arguments = getattr(hooks, hook[1]).__code__.co_varnames[: getattr(hooks, hook[1]).__code__.co_argcount]
    given = f"it is given {' and '.join(arguments)}" if arguments else "it is given nothing"
    return f"its {hook[1]} asks for {asked[1].replace(chr(39), '')}; {given}"
