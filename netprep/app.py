"""The wiring: where the notebook is, what time it is, what is set, and what there is to choose from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netprep.api import Registry
from netprep.backends import BUILTIN_BACKENDS
from netprep.channels import BUILTIN_CHANNELS
from netprep.clock import Clock, read_clock
from netprep.model.frozen import frozen
from netprep.prompts import Layer, TemplateLibrary, builtin_folder
from netprep.settings.user import Settings, load_settings
from netprep.store import Store, open_store
from netprep.writers import TemplateWriter
from netprep.writers.language import Language

HOME_VARIABLE = "NETPREP_HOME"


@frozen
class App:
    """Everything a command needs; made once a run and handed down."""

    home: Path
    clock: Clock
    settings: Settings
    registry: Registry

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
        """All templates, the user's own before the built-in ones."""
        layers = (Layer("yours", self.home / "prompts"), Layer("netprep", builtin_folder()))
        return TemplateLibrary(layers, language.filters() if language else {})

    def writer(self, language: Language) -> TemplateWriter:
        """The template writer for a language."""
        return TemplateWriter(self.templates(language), self.settings.method)


def default_home() -> Path:
    """The notebook's folder where none is named: the platform's place for a user's data."""
    if named := os.environ.get(HOME_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("netprep", appauthor=False)


def open_app(home: Path | None = None) -> App:
    """The wiring for a run.

    Args:
        home: the notebook's folder; the environment's or the platform's where it is None.

    Raises:
        NetprepError: the clock or the settings cannot be read.
    """
    folder = home or default_home()
    registry = Registry(
        channels={channel.name: channel for channel in BUILTIN_CHANNELS},
        backends={backend.name: backend for backend in BUILTIN_BACKENDS},
    )
    return App(folder, read_clock(), load_settings(folder), registry)
