"""What there is to choose from, by name: the built-in things and what plugins give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from netprep.api.given import (
    Backend,
    BriefSection,
    Channel,
    Exporter,
    GivenFact,
    Importer,
    Matcher,
    PromptFolder,
    QuestionPack,
    Remark,
    RulePack,
    ShareCandidate,
)
from netprep.api.views import ContactView, DraftView, EventView
from netprep.errors import UsageError
from netprep.model.frozen import frozen

T = TypeVar("T")


@frozen
class Contribution:
    """One thing a plugin gave, with the plugin's name."""

    plugin: str
    value: Any


Gather = Callable[[str, type[Any], Mapping[str, Any]], tuple[Contribution, ...]]
"""Calls a hook of every plugin: its name, what it has to give, its arguments."""
Missing = Callable[[str, str, Iterable[str]], Exception]
"""Makes the error for something asked for by name that is not there: what it is, its name, what there is."""


class Registry:
    """Everything there is to choose from. A hook is called when its things are first asked for."""

    def __init__(self, gather: Gather, missing: Missing | None = None) -> None:
        self._gather = gather
        self._missing = missing or _no_such

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """Channels by name."""
        return self._by_name("netprep_channels", Channel)

    @cached_property
    def backends(self) -> Mapping[str, Backend]:
        """Backends by name."""
        return self._by_name("netprep_backends", Backend)

    @cached_property
    def importers(self) -> Mapping[str, Importer]:
        """Importers by the name of their format."""
        return self._by_name("netprep_importers", Importer)

    @cached_property
    def exporters(self) -> Mapping[str, Exporter]:
        """Exporters by the name of their format."""
        return self._by_name("netprep_exporters", Exporter)

    @cached_property
    def question_packs(self) -> tuple[Contribution, ...]:
        """Files of questions, the built-in one first: ``QuestionPack`` values, each with whose it is."""
        return self._gather("netprep_questions", QuestionPack, {})

    @cached_property
    def prompt_folders(self) -> tuple[Contribution, ...]:
        """Plugins' folders of templates: ``PromptFolder`` values, each with whose it is."""
        return self._gather("netprep_prompt_folders", PromptFolder, {})

    @cached_property
    def rule_packs(self) -> tuple[Contribution, ...]:
        """Plugins' folders of rules: ``RulePack`` values, each with whose it is."""
        return self._gather("netprep_rule_packs", RulePack, {})

    @cached_property
    def matchers(self) -> tuple[Matcher, ...]:
        """Plugins' opinions on what fits whom."""
        return tuple(self._by_name("netprep_matchers", Matcher).values())

    def facts(self, about: ContactView | EventView) -> tuple[Contribution, ...]:
        """What plugins know of a person or an event: ``GivenFact`` values."""
        return self._gather("netprep_facts", GivenFact, {"about": about})

    def share_candidates(self, contact: ContactView) -> tuple[Contribution, ...]:
        """Things of plugins worth sharing with a contact: ``ShareCandidate`` values."""
        return self._gather("netprep_share_candidates", ShareCandidate, {"contact": contact})

    def brief_sections(self, event: EventView) -> tuple[Contribution, ...]:
        """Sections of plugins for a brief: ``BriefSection`` values."""
        return self._gather("netprep_brief_sections", BriefSection, {"event": event})

    def draft_written(self, draft: DraftView) -> tuple[Contribution, ...]:
        """Tell plugins of a draft; their ``Remark`` values."""
        return self._gather("netprep_draft_written", Remark, {"draft": draft})

    def channel(self, name: str) -> Channel:
        """The channel of that name.

        Raises:
            UsageError: there is none.
            PluginBroken: the plugin it would come from is broken.
        """
        return self._named("channel", name, self.channels)

    def backend(self, name: str) -> Backend:
        """The backend of that name.

        Raises:
            UsageError: there is none.
            PluginBroken: the plugin it would come from is broken.
        """
        return self._named("backend", name, self.backends)

    def importer(self, name: str, there: Iterable[str] = ()) -> Importer:
        """The importer of that name.

        Args:
            name: the format.
            there: formats that need no importer, to be listed where there is none of that name.

        Raises:
            UsageError: there is none.
            PluginBroken: the plugin it would come from is broken.
        """
        return self._named("importer", name, self.importers, there)

    def exporter(self, name: str, there: Iterable[str] = ()) -> Exporter:
        """The exporter of that name; as :meth:`importer`."""
        return self._named("exporter", name, self.exporters, there)

    def _by_name(self, hook: str, kind: type[T]) -> dict[str, T]:
        return {each.value.name: each.value for each in self._gather(hook, kind, {})}

    def _named(self, what: str, name: str, there: Mapping[str, T], more: Iterable[str] = ()) -> T:
        if name not in there:
            raise self._missing(what, name, (*more, *there))
        return there[name]


def _no_such(what: str, name: str, there: Iterable[str]) -> UsageError:
    return UsageError(f"There is no {what} “{name}”.", hint=f"There is {', '.join(there)}.")
