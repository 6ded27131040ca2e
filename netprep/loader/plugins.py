"""Loads plugins one at a time, sorted by name, and calls their hooks one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netprep.api import API_VERSION, Contribution, hooks
from netprep.errors import PluginBroken, UsageError
from netprep.loader.finding import PLUGINS, Found, installed
from netprep.loader.guarding import guarded
from netprep.loader.isolation import PluginFault, isolated, listed
from netprep.model.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    import pluggy

BUILTIN = "netprep"
"""Whose the built-in things are."""
VERSION_MARK = "NETPREP_API"


@frozen
class PluginInfo:
    """A plugin as ``netprep plugins`` shows it. ``status`` is ``ok``, ``failed`` or ``disabled``."""

    name: str
    package: str
    package_version: str
    hooks: tuple[str, ...]
    status: str
    error: str | None = None


class Plugins:
    """All plugins of a run. Those that fail are taken out, with the reason; the others go on.

    Args:
        builtin: the modules of netprep that implement hooks.
        disabled: names of plugins the user does not want.
        enabled: False for a run without any but the built-in ones.
        seconds: how long a plugin may take for one answer.
    """

    def __init__(
        self, builtin: Iterable[object], *, disabled: Iterable[str] = (), enabled: bool = True, seconds: float = 5
    ) -> None:
        self._builtin = tuple(builtin)
        self._disabled = frozenset(disabled)
        self._enabled = enabled
        self._seconds = seconds
        self._faults: dict[str, str] = {}
        self._untold: list[str] = []
        self._owners: dict[tuple[type[Any], str], str] = {}

    def gather(self, hook: str, kind: type[Any], arguments: Mapping[str, Any]) -> tuple[Contribution, ...]:
        """What every plugin gives for a hook, the built-in ones first.

        Args:
            hook: its name.
            kind: what it has to give.
            arguments: what each implementation may ask for.
        """
        gathered: list[Contribution] = []
        for plugin, values in self._answers(hook, kind, arguments):
            for value in values:
                if not self._is_taken(plugin, kind, value, gathered):
                    gathered.append(Contribution(plugin, value))
        return tuple(gathered)

    def infos(self) -> tuple[PluginInfo, ...]:
        """Every installed plugin, whether it works or not, by name."""
        return tuple(self._info(found) for found in self._found)

    def take_untold(self) -> tuple[str, ...]:
        """What went wrong since this was last asked, one line a plugin."""
        told, self._untold = tuple(self._untold), []
        return told

    def missing(self, what: str, name: str, there: Iterable[str]) -> Exception:
        """The error for something asked for that is not there: a broken plugin may be why."""
        for found in self._found:
            if found.name in self._faults and name in (found.name, found.package, found.package.rpartition("-")[2]):
                return self.broken(found.name)
        hint = f"There is {', '.join(there)}."
        if self._faults:
            hint += f" Broken, so perhaps it is theirs: {', '.join(sorted(self._faults))} (netprep plugins doctor)."
        return UsageError(f"There is no {what} “{name}”.", hint=hint)

    def broken(self, name: str) -> PluginBroken:
        """The error for a plugin that was asked for and failed."""
        of = " and ".join(found.of for found in self._found if found.name == name)
        return PluginBroken(
            f"The plugin {name} ({of}) is broken: {self._faults[name]}.",
            hint=f"Update or remove it, or do without: netprep plugins disable {name}",
        )

    @cached_property
    def _found(self) -> tuple[Found, ...]:
        return installed(PLUGINS) if self._enabled else ()

    @cached_property
    def _manager(self) -> pluggy.PluginManager:
        import pluggy

        manager = pluggy.PluginManager(hooks.PROJECT)
        manager.add_hookspecs(hooks)
        for module in self._builtin:
            manager.register(module, name=f"{BUILTIN}:{getattr(module, '__name__', module)}")
        for found in self._found:
            if found.name not in self._disabled and found.name not in self._faults:
                self._load(manager, found)
        return manager

    def _load(self, manager: pluggy.PluginManager, found: Found) -> None:
        twins = [other.of for other in self._found if other.name == found.name]
        if len(twins) > 1:
            self._fail(found.name, f"{' and '.join(twins)} both call a plugin {found.name}, so neither is used")
            return
        try:
            plugin = isolated(found.entry_point.load, self._seconds)
            version = getattr(plugin, VERSION_MARK, API_VERSION)
            if version != API_VERSION:
                raise PluginFault(f"it was made for version {version} of netprep.api; this is {API_VERSION}")
            isolated(lambda: manager.register(plugin, name=found.name), self._seconds)
            _check_hooks(manager, plugin)
        except PluginFault as fault:
            if manager.has_plugin(found.name):
                manager.unregister(name=found.name)
            self._fail(found.name, str(fault))

    def _answers(
        self, hook: str, kind: type[Any], arguments: Mapping[str, Any]
    ) -> Iterable[tuple[str, tuple[Any, ...]]]:
        everybody = self._manager.get_plugins()
        implementing = [impl.plugin for impl in getattr(self._manager.hook, hook).get_hookimpls()]
        names = sorted(filter(None, map(self._manager.get_name, implementing)), key=_builtin_first)
        for name in names:
            plugin = self._manager.get_plugin(name)
            call = self._manager.subset_hook_caller(hook, [other for other in everybody if other is not plugin])
            if name.startswith(f"{BUILTIN}:"):
                yield BUILTIN, _flat(call(**arguments), kind, hook)
                continue
            answer = self._ask(name, lambda call=call: _flat(call(**arguments), kind, hook), f" in {hook}")  # type: ignore[misc]
            if answer is not None:
                yield name, tuple(guarded(value, name, self._ask) for value in answer)

    def _ask(self, name: str, work: Callable[[], Any], where: str) -> Any:
        """What a plugin answers; None where it fails now or failed before."""
        if name in self._faults:
            return None
        try:
            return isolated(work, self._seconds)
        except PluginFault as fault:
            self._fail(name, f"{fault}{where}")
            return None

    def _is_taken(self, plugin: str, kind: type[Any], value: Any, gathered: list[Contribution]) -> bool:
        """Whether somebody else's thing has this name; then neither plugin's is used, and both are named."""
        name = getattr(value, "name", None)
        if name is None:
            return False
        owner = self._owners.setdefault((kind, name), plugin)
        if owner == plugin:
            return False
        what = f"{kind.__name__.lower()} “{name}”"
        self._fail(plugin, f"its {what} has the name of one of {self._of(owner)}")
        if owner != BUILTIN:
            self._fail(owner, f"its {what} has the name of one of {self._of(plugin)}")
            gathered[:] = [each for each in gathered if each.plugin != owner]
        return True

    def _fail(self, name: str, why: str) -> None:
        if name not in self._faults:
            self._faults[name] = why
            self._untold.append(f"The plugin {name} ({self._of(name)}) is left out: {why}.")

    def _of(self, name: str) -> str:
        return " and ".join(found.of for found in self._found if found.name == name) or name

    def _info(self, found: Found) -> PluginInfo:
        manager = self._manager
        error = self._faults.get(found.name)
        disabled = found.name in self._disabled
        plugin = manager.get_plugin(found.name)
        callers = (manager.get_hookcallers(plugin) or []) if plugin is not None else []
        return PluginInfo(
            name=found.name,
            package=found.package,
            package_version=found.package_version,
            hooks=tuple(sorted(caller.name for caller in callers)),
            status="disabled" if disabled else "failed" if error else "ok",
            error=None if disabled else error,
        )


def _check_hooks(manager: pluggy.PluginManager, plugin: object) -> None:
    known = {name for name in vars(hooks) if name.startswith("netprep_")}
    for caller in manager.get_hookcallers(plugin) or []:
        if caller.name not in known:
            from difflib import get_close_matches

            near = get_close_matches(caller.name, known, n=1)
            raise PluginFault(f"there is no hook {caller.name}{f'; did you mean {near[0]}?' if near else ''}")


def _flat(answers: list[Any], kind: type[Any], hook: str) -> tuple[Any, ...]:
    return tuple(value for answer in answers for value in listed(answer, kind, hook))


def _builtin_first(name: str) -> tuple[bool, str]:
    return (not name.startswith(f"{BUILTIN}:"), name)
