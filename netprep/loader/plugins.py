"""All plugins of a run: loaded one at a time, sorted by name, and asked one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from netprep.api import Contribution
from netprep.errors import NetprepError, PluginBroken, UsageError
from netprep.loader.finding import PLUGINS, Found, installed
from netprep.loader.guarding import guarded
from netprep.loader.isolation import PluginFault, isolated
from netprep.loader.loaded import Loaded, load
from netprep.loader.shapes import listed, what_is

BUILTIN = "netprep"
"""Whose the built-in things are."""


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
        self.seconds = seconds
        self._builtin = tuple(builtin)
        self._disabled = frozenset(disabled)
        self._enabled = enabled
        self._faults: dict[str, PluginFault] = {}
        self._untold: list[str] = []
        self._lost: dict[tuple[str, str], str] = {}

    def gather(self, hook: str, kind: type[Any], arguments: Mapping[str, Any]) -> tuple[Contribution, ...]:
        """What every plugin gives for a hook, the built-in ones first.

        Args:
            hook: its name.
            kind: what it has to give.
            arguments: what each implementation may ask for.
        """
        gathered = list(self.builtin(hook, arguments))
        for name, loaded in self._loaded.items():
            if hook in loaded.hooks:
                work = self._asking(name, hook, kind, arguments)
                gathered += [Contribution(name, value) for value in self._ask(name, work, f" in {hook}") or ()]
        return self._without_clashes(kind, gathered)

    def builtin(self, hook: str, arguments: Mapping[str, Any]) -> Iterator[Contribution]:
        """What netprep itself gives for a hook."""
        return (Contribution(BUILTIN, value) for each in self._netprep.call(hook, arguments) for value in each)

    def try_hook(self, name: str, hook: str, kind: type[Any], arguments: Mapping[str, Any]) -> tuple[Any, ...]:
        """What one plugin gives for a hook; a failure is raised and not remembered.

        Raises:
            PluginFault: it fails.
        """
        return isolated(self._asking(name, hook, kind, arguments), self.seconds)

    def hooks_of(self, name: str) -> tuple[str, ...]:
        """The hooks a plugin implements; none where it could not be loaded."""
        loaded = self._loaded.get(name)
        return loaded.hooks if loaded else ()

    def fault_of(self, name: str) -> PluginFault | None:
        """What a plugin did wrong in this run so far."""
        return self._broken.get(name)

    def is_disabled(self, name: str) -> bool:
        """Whether a plugin is left out because the user wants it so, in the settings or for this run."""
        return not self._enabled or name in self._disabled

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every installed plugin, whether it takes part or not, by name."""
        return installed(PLUGINS)

    def leave_out(self, name: str, fault: PluginFault) -> None:
        """Take a plugin out of the rest of this run, and have the user told why."""
        if name not in self._faults:
            self._faults[name] = fault
            self._untold.append(f"The plugin {name} ({self.package_of(name)}) is left out: {fault.sentence}")

    def take_untold(self) -> tuple[str, ...]:
        """What went wrong since this was last asked, one line a plugin."""
        told, self._untold = tuple(self._untold), []
        return told

    def package_of(self, name: str) -> str:
        """The package of a plugin with its version, or the packages that use its name."""
        return " and ".join(found.of for found in self.found if found.name == name) or name

    def missing(self, what: str, name: str, there: Iterable[str]) -> NetprepError:
        """The error for something asked for that is not there: a broken plugin may be why.

        Args:
            what: what it is, such as "channel".
            name: the name it was asked for by.
            there: the names that there are.
        """
        broken = self._broken
        if (what, name) in self._lost and name not in there:
            return self.broken(self._lost[what, name])
        for found in self.found:
            if found.name in broken and name in (found.name, found.package, found.package.rpartition("-")[2]):
                return self.broken(found.name)
        names = ", ".join(there)
        hint = f"There is {names}." if names else "There is none."
        for found in self.found:
            if name in (found.name, found.package) and self.is_disabled(found.name):
                how = f"netprep plugins enable {found.name}" if self._enabled else "--no-plugins leaves it out"
                hint += f" The plugin {found.name} ({found.of}) is disabled: {how}."
        if broken:
            hint += f" Broken, so perhaps it is theirs: {', '.join(sorted(broken))} (netprep plugins doctor)."
        return UsageError(f"There is no {what} “{name}”.", hint=hint)

    def broken(self, name: str) -> PluginBroken:
        """The error for a plugin that was asked for and failed."""
        return PluginBroken(
            f"The plugin {name} ({self.package_of(name)}) is broken: {self._faults[name].sentence}",
            hint=_way_out(name, self._faults[name].do or "Update or remove it."),
        )

    @property
    def _broken(self) -> Mapping[str, PluginFault]:
        """What went wrong so far, by plugin. Nothing can have before they were loaded."""
        return self._faults if self._loaded is not None else {}

    @cached_property
    def _netprep(self) -> Loaded:
        return Loaded(*self._builtin)

    @cached_property
    def _loaded(self) -> dict[str, Loaded]:
        """The plugins that could be loaded, by name."""
        loaded: dict[str, Loaded] = {}
        by_name: dict[str, list[Found]] = defaultdict(list)
        for found in self.found if self._enabled else ():
            by_name[found.name].append(found)
        for name, same in by_name.items():
            if name in self._disabled:
                continue
            if len(same) > 1:
                packages = " and ".join(each.of for each in same)
                self.leave_out(
                    name,
                    PluginFault(
                        f"{packages} each have a plugin of this name, so none is used", do="Uninstall all but one."
                    ),
                )
            elif (each := self._ask(name, _loading(same[0]), "")) is not None:
                loaded[name] = each
        return loaded

    def _asking(
        self, name: str, hook: str, kind: type[Any], arguments: Mapping[str, Any]
    ) -> Callable[[], tuple[Any, ...]]:
        """A call that gets a plugin's answer whole: what a generator does, it does inside."""
        loaded = self._loaded[name]

        def work() -> tuple[Any, ...]:
            answers = loaded.call(hook, arguments)
            return tuple(guarded(value, name, self._ask) for each in answers for value in listed(each, kind, hook))

        return work

    def _ask(self, name: str, work: Callable[[], Any], where: str) -> Any:
        """What a plugin answers; None where it fails now or failed before."""
        if name in self._faults:
            return None
        try:
            return isolated(work, self.seconds)
        except PluginFault as fault:
            self.leave_out(name, PluginFault(f"{fault}{where}", do=fault.do, where=fault.where))
            return None

    def _without_clashes(self, kind: type[Any], gathered: list[Contribution]) -> tuple[Contribution, ...]:
        """The same without the things of plugins that claim a name that is somebody else's too."""
        out = set()
        for name, plugin, fault in self.clashes(kind, gathered):
            out.add(plugin)
            self.leave_out(plugin, fault)
            self._lost[what_is(kind), name] = plugin
        return tuple(each for each in gathered if each.plugin not in out)

    def clashes(self, kind: type[Any], gathered: Iterable[Contribution]) -> Iterator[tuple[str, str, PluginFault]]:
        """Names that more than one thing has: the name, a plugin that may not use it, and why."""
        owners: dict[str, list[str]] = defaultdict(list)
        for each in gathered:
            if (name := getattr(each.value, "name", None)) is not None:
                owners[name].append(each.plugin)
        for name, plugins in owners.items():
            if len(plugins) > 1:
                for plugin in dict.fromkeys(plugins):
                    if plugin != BUILTIN:
                        yield name, plugin, self._clash(plugin, plugins, f"{what_is(kind)} “{name}”")

    def _clash(self, plugin: str, plugins: list[str], what: str) -> PluginFault:
        others = [other for other in dict.fromkeys(plugins) if other != plugin]
        if not others:
            return PluginFault(f"it gives its {what} twice", do="Its author has to give one of them another name.")
        if BUILTIN in others:
            return PluginFault(f"its {what} has the name of one of netprep's own", do="Its author has to rename it.")
        whose = " and ".join(f"{other} ({self.package_of(other)})" for other in others)
        return PluginFault(
            f"its {what} has a name that is in use by {whose} too",
            do=f"Disable one of them: netprep plugins disable {' or '.join((plugin, *others))}.",
        )


def _way_out(name: str, do: str) -> str:
    return do if "plugins disable" in do else f"{do} To do without: netprep plugins disable {name}"


def _loading(found: Found) -> Callable[[], Loaded]:
    return lambda: load(found)
