"""The hooks. Each is called by keyword and returns an iterable of one frozen dataclass.

An exception in a hook, a wrong type, or more than a few seconds of silence takes that plugin out of
this run with a word on stderr; everything else goes on. What a hook prints goes to stderr.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

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
    ShareCandidate,
)
from netprep.api.views import ContactView, DraftView, EventView

PROJECT = "netprep"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook of its name."""


@hookspec
def netprep_channels() -> Iterable[Channel]:  # type: ignore[empty-body]
    """Ways a note can leave. Called when a note is written, and by ``netprep channels``."""


@hookspec
def netprep_backends() -> Iterable[Backend]:  # type: ignore[empty-body]
    """Services that word notes. Called when a note is written, and by ``netprep backends``."""


@hookspec
def netprep_importers() -> Iterable[Importer]:  # type: ignore[empty-body]
    """File formats to import. Called by ``netprep import``."""


@hookspec
def netprep_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """File formats to export. Called by ``netprep export``."""


@hookspec
def netprep_questions() -> Iterable[QuestionPack]:  # type: ignore[empty-body]
    """Files of questions. Called by ``netprep questions``, ``brief`` and ``share``."""


@hookspec
def netprep_prompt_folders() -> Iterable[PromptFolder]:  # type: ignore[empty-body]
    """Folders of templates. Called when something is worded, and by ``netprep prompts``."""


@hookspec
def netprep_matchers() -> Iterable[Matcher]:  # type: ignore[empty-body]
    """Second opinions on what fits whom. Called by ``share``, ``followup`` and ``brief``."""


@hookspec
def netprep_facts(about: ContactView | EventView) -> Iterable[GivenFact]:  # type: ignore[empty-body]
    """What the plugin knows of a person or an event. Called for the people of a brief or a note."""


@hookspec
def netprep_share_candidates(contact: ContactView) -> Iterable[ShareCandidate]:  # type: ignore[empty-body]
    """Things worth sharing with a contact. Called by ``share`` and ``brief``."""


@hookspec
def netprep_brief_sections(event: EventView) -> Iterable[BriefSection]:  # type: ignore[empty-body]
    """Sections at the end of a brief. Called by ``netprep brief``."""


@hookspec
def netprep_draft_written(draft: DraftView) -> Iterable[Remark]:  # type: ignore[empty-body]
    """Remarks on a finished draft, shown on stderr. Called once for each draft."""
