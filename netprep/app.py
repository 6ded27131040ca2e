"""The wiring: where the notebook is, what time it is, what is set, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from netprep import backends, channels
from netprep.api import Contribution, Registry
from netprep.clock import Clock, read_clock
from netprep.errors import BadFile
from netprep.loader.isolation import PluginFault
from netprep.loader.plugins import Plugins
from netprep.model.frozen import frozen
from netprep.prompts import Layer, TemplateLibrary, builtin_folder, shipped
from netprep.prompts.library import Filters
from netprep.settings.place import default_home
from netprep.settings.user import Settings, load_settings
from netprep.store import Store, open_store
from netprep.writers import TemplateWriter
from netprep.writers.language import Language

if TYPE_CHECKING:
    from netprep.model.questions import Bank
    from netprep.model.rules import RuleFile


@frozen
class App:
    """Everything a command needs; made once a run and handed down."""

    home: Path
    clock: Clock
    settings: Settings
    registry: Registry
    plugins: Plugins

    @contextmanager
    def notebook(self, *, create: bool = False) -> Iterator[Store]:
        """The notebook, open for the length of a ``with`` block.

        Args:
            create: whether to make it where there is none; reading an absent one finds it empty.
        """
        with open_store(self.home, create=create) as store:
            yield store

    def language(self, code: str | None = None) -> Language:
        """The language notes are written in, at this moment."""
        return Language.load(builtin_folder(), code or self.settings["language"], self.clock.now)

    def templates(self, language: Language | None = None) -> TemplateLibrary:
        """All templates: the user's own, then those of plugins, then the built-in ones.

        A plugin with a template that cannot be used is left out.
        """
        filters = language.filters() if language else None
        plugins = [
            Layer(each.plugin, each.value.folder)
            for each in self.registry.prompt_folders
            if self._is_sound(each, filters)
        ]
        layers = (Layer("yours", self.home / "prompts"), *plugins, Layer("netprep", builtin_folder()))
        return TemplateLibrary(layers, filters or {})

    def rules(self) -> tuple[RuleFile, ...]:
        """Rules from files: the user's own in ``rules/``, then those of plugins.

        A plugin whose rules have a mistake in them is left out.

        Raises:
            BadFile: one of the user's own has a mistake in it; with file and line.
        """
        folder, packs = self.home / "rules", self.registry.rule_packs
        if not packs and not folder.is_dir():
            return ()
        from netprep.compose.pack_rules import read_rules

        taken: dict[str, Path] = {}
        rules = list(read_rules(folder, taken)) if folder.is_dir() else []
        for pack in packs:
            try:
                rules += read_rules(pack.value.folder, taken)
            except BadFile as error:
                self.plugins.leave_out(
                    pack.plugin, PluginFault(f"a rule of it is malformed: {error.message}".rstrip("."))
                )
        return tuple(rules)

    def _is_sound(self, given: Contribution, filters: Filters | None) -> bool:
        from netprep.prompts.checking import template_faults

        fault = next(template_faults(given.value.folder, filters), None)
        if fault:
            self.plugins.leave_out(
                given.plugin, PluginFault(f"a template of it is malformed: {fault.message}".rstrip("."))
            )
        return fault is None

    def questions(self) -> Bank:
        """All questions of the user's language: the built-in ones, those of plugins, then the user's own.

        Raises:
            BadFile: a pack of the user's own cannot be read, or asks what nobody should ask.
        """
        from netprep.compose.question_bank import read_bank

        def leave_out(plugin: str, why: str) -> None:
            self.plugins.leave_out(plugin, PluginFault(f"a question of it is malformed: {why}".rstrip(".")))

        packs, language = self.registry.question_packs, self.settings["language"]
        return read_bank(packs, self.home, language, self.settings.method, leave_out)

    def writer(self, language: Language) -> TemplateWriter:
        """The template writer for a language."""
        return TemplateWriter(self.templates(language), self.settings.method)


def open_app(home: Path | None = None, *, with_plugins: bool = True) -> App:
    """The wiring for a run.

    Args:
        home: the notebook's folder; the environment's or the platform's where it is None.
        with_plugins: False for a run with nothing but what is built in.

    Raises:
        NetprepError: the clock or the settings cannot be read.
    """
    folder = home or default_home()
    settings = load_settings(folder)
    plugins = Plugins(
        (channels, backends, shipped),
        disabled=settings.names("disabled_plugins"),
        enabled=with_plugins,
        seconds=float(settings["plugin_seconds"]),
    )
    return App(folder, read_clock(), settings, Registry(plugins.gather, plugins.missing), plugins)
