"""What is wrong with a plugin, and what to do about it: ``netprep plugins doctor``."""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from netprep.api import Contribution, hooks
from netprep.loader import samples
from netprep.loader.commands import plugin_commands
from netprep.loader.finding import COMMANDS
from netprep.loader.isolation import PluginFault
from netprep.loader.listing import DISABLED, FAILED, OK, PluginInfo, command_fault
from netprep.loader.material import faults_of
from netprep.loader.plugins import Plugins
from netprep.model.frozen import frozen


@frozen
class Problem:
    """What is wrong, what to do, and the line of the plugin's code where that is known."""

    what: str
    do: str
    where: str


@frozen
class Diagnosis:
    """A plugin and everything that is wrong with it."""

    info: PluginInfo
    problems: tuple[Problem, ...]

    @property
    def status(self) -> str:
        """``ok``, ``failed`` or ``disabled``."""
        return DISABLED if self.info.status == DISABLED else FAILED if self.problems else OK


def diagnose(
    plugins: Plugins, infos: Collection[PluginInfo], own_commands: Collection[str], name: str | None = None
) -> tuple[Diagnosis, ...]:
    """Try plugins out: every hook is called, with a made-up person, event and draft where it needs one.

    Args:
        plugins: the plugins of this run.
        infos: all that are installed.
        own_commands: names of netprep's commands, which no plugin can take.
        name: the one that is asked about; all where it is None.
    """
    round_ = _Round(plugins, {info.name for info in infos if name in (None, info.name)})
    round_.call_hooks()
    diagnoses = []
    for info in infos:
        if name in (None, info.name):
            faults = dict.fromkeys(_faults(plugins, info, own_commands, round_.faults[info.name]), None)
            problems = tuple(_problem(info, fault) for fault in _distinct(faults))
            diagnoses.append(Diagnosis(info, () if info.status == DISABLED else problems))
    return tuple(diagnoses)


def _faults(
    plugins: Plugins, info: PluginInfo, own_commands: Collection[str], found: list[PluginFault]
) -> Iterator[PluginFault]:
    if fault := plugins.fault_of(info.name):
        yield fault
    yield from found
    if COMMANDS in info.hooks:
        packages = plugin_commands().get(info.name, ())
        if fault := command_fault(plugins, info.name, packages, own_commands):
            yield fault


def _distinct(faults: Collection[PluginFault]) -> Iterator[PluginFault]:
    seen = set()
    for fault in faults:
        if str(fault) not in seen:
            seen.add(str(fault))
            yield fault


def _problem(info: PluginInfo, fault: PluginFault) -> Problem:
    until = f"Until then: netprep plugins disable {info.name}"
    return Problem(fault.sentence, fault.do or f"Update {info.package}, or tell its author. {until}", fault.where)


class _Round:
    """Every hook of every plugin called once; what is looked into are those that were asked about."""

    def __init__(self, plugins: Plugins, asked: Collection[str]) -> None:
        self.faults: dict[str, list[PluginFault]] = defaultdict(list)
        self._plugins = plugins
        self._asked = asked
        self._names = tuple(dict.fromkeys(found.name for found in plugins.found))

    def call_hooks(self) -> None:
        for hook in (name for name in vars(hooks) if name.startswith("netprep_")):
            kind = typing.get_args(typing.get_type_hints(getattr(hooks, hook))["return"])[0]
            gathered: list[Contribution] = []
            for arguments in samples.arguments_of(hook):
                for name in self._names:
                    gathered += self._called(name, hook, kind, arguments)
            if hasattr(kind, "name"):
                gathered += self._plugins.builtin(hook, {})
                for _, name, fault in self._plugins.clashes(kind, gathered):
                    self.faults[name].append(fault)

    def _called(self, name: str, hook: str, kind: type[Any], arguments: dict[str, Any]) -> Iterator[Contribution]:
        if hook not in self._plugins.hooks_of(name):
            return
        try:
            values = self._plugins.try_hook(name, hook, kind, arguments)
        except PluginFault as fault:
            self.faults[name].append(PluginFault(f"{fault} in {hook}", do=fault.do, where=fault.where))
            return
        for value in values:
            if name in self._asked:
                self.faults[name].extend(faults_of(value))
            yield Contribution(name, value)
