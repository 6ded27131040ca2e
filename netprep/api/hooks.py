"""The hooks. Each is called by keyword and returns an iterable of one frozen dataclass.

An exception in a hook, a wrong type, or more than a few seconds of silence (the setting
``plugin_seconds``) takes that plugin out of this run with a word on stderr; everything else goes
on. A hook runs in a thread of its own, and what it prints goes to stderr.
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
    RulePack,
    ShareCandidate,
)
from netprep.api.views import ContactView, DraftView, EventView

PROJECT = "netprep"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook of its name."""


@hookspec
def netprep_channels() -> Iterable[Channel]:  # type: ignore[empty-body]
    """Ways a note can leave.

    Called when a note is written, and by ``netprep channels``. Each is offered to ``--channel`` by
    its name. An exception leaves the plugin out; one in ``carry`` ends the command with exit code 4,
    after the note was shown.

    Example:
        >>> from netprep.api import Channel, Outgoing, hookimpl
        >>> def print_label(note: Outgoing) -> str:
        ...     return f"A label for {note.to} is ready."
        >>> @hookimpl
        ... def netprep_channels():
        ...     return [Channel("label", "prints an address label", print_label)]
        >>> [channel.name for channel in netprep_channels()]
        ['label']
    """


@hookspec
def netprep_backends() -> Iterable[Backend]:  # type: ignore[empty-body]
    """Services that word notes.

    Called when a note is written, and by ``netprep backends``. Each is offered to ``--backend`` by
    its name. An exception leaves the plugin out.

    Example:
        >>> from netprep.api import Backend, hookimpl
        >>> @hookimpl
        ... def netprep_backends():
        ...     return [Backend("desk", "the model on this desk", remote=False)]
        >>> netprep_backends()[0].remote
        False
    """


@hookspec
def netprep_importers() -> Iterable[Importer]:  # type: ignore[empty-body]
    """File formats to import.

    Called by ``netprep import``. A file is read by the importer that ``--as`` names, or that has its
    suffix. What it gives is held to the rules of a notebook file. A ``ValueError`` in ``read`` is
    taken as what is wrong with the file (exit code 3), anything else as a fault of the plugin (5).

    Example:
        >>> from netprep.api import Importer, hookimpl
        >>> def read_names(data: bytes, name: str):
        ...     people = data.decode("utf-8").splitlines()
        ...     return {"netprep": 1, "contacts": [{"name": person} for person in people]}
        >>> @hookimpl
        ... def netprep_importers():
        ...     return [Importer("names", "one name a line", (".names",), read_names)]
        >>> netprep_importers()[0].read(b"Li Chen", "people.names")["contacts"]
        [{'name': 'Li Chen'}]
    """


@hookspec
def netprep_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    r"""File formats to export.

    Called by ``netprep export``. The format is chosen by ``--as`` or by the file's suffix. An
    exception in ``write`` ends the command with exit code 5, and no file is written.

    Example:
        >>> from netprep.api import Exporter, hookimpl
        >>> def write_names(notebook):
        ...     return "".join(f"{each['name']}\n" for each in notebook.get("contacts", ())).encode()
        >>> @hookimpl
        ... def netprep_exporters():
        ...     return [Exporter("names", "one name a line", ".names", write_names)]
        >>> netprep_exporters()[0].write({"netprep": 1, "contacts": [{"name": "Li Chen"}]})
        b'Li Chen\n'
    """


@hookspec
def netprep_questions() -> Iterable[QuestionPack]:  # type: ignore[empty-body]
    """Files of questions to ask people.

    Called where questions are chosen. They join the built-in ones. An exception, or a file that
    cannot be read, leaves the plugin out.

    Example:
        >>> from pathlib import Path
        >>> from netprep.api import QuestionPack, hookimpl
        >>> @hookimpl
        ... def netprep_questions():
        ...     return [QuestionPack("bakers", Path("bakers.toml"), language="en")]
        >>> netprep_questions()[0].name
        'bakers'
    """


@hookspec
def netprep_prompt_folders() -> Iterable[PromptFolder]:  # type: ignore[empty-body]
    """Folders of templates.

    Called when something is worded, and by ``netprep prompts``. A plugin's template comes before the
    built-in one of its name and after the user's own; of two plugins', the first by name. An
    exception leaves the plugin out.

    Example:
        >>> from pathlib import Path
        >>> from netprep.api import PromptFolder, hookimpl
        >>> @hookimpl
        ... def netprep_prompt_folders():
        ...     return [PromptFolder("brief-notes", Path("prompts"))]
        >>> netprep_prompt_folders()[0].folder.name
        'prompts'
    """


@hookspec
def netprep_rule_packs() -> Iterable[RulePack]:  # type: ignore[empty-body]
    """Folders of rules that read every draft.

    Called when a draft is read. They come after netprep's own rules and can forbid more, never allow
    more. An exception, or a rule with a mistake in it, leaves the plugin out.

    Example:
        >>> from pathlib import Path
        >>> from netprep.api import RulePack, hookimpl
        >>> @hookimpl
        ... def netprep_rule_packs():
        ...     return [RulePack("plain-words", Path("rules"))]
        >>> netprep_rule_packs()[0].name
        'plain-words'
    """


@hookspec
def netprep_matchers() -> Iterable[Matcher]:  # type: ignore[empty-body]
    """Second opinions on what fits whom.

    Called where something worth sharing is looked for. Opinions can raise how well a thing fits, and
    never lower it. An exception in ``similarity`` leaves the plugin out.

    Example:
        >>> from netprep.api import CandidateView, Matcher, hookimpl
        >>> def same_word(topic: str, candidate: CandidateView) -> float:
        ...     return 1.0 if topic in candidate.title.casefold() else 0.0
        >>> @hookimpl
        ... def netprep_matchers():
        ...     return [Matcher("same-word", "looks for the topic in the title", same_word)]
        >>> netprep_matchers()[0].similarity("bread", CandidateView("A book of bread"))
        1.0
    """


@hookspec
def netprep_facts(about: ContactView | EventView) -> Iterable[GivenFact]:  # type: ignore[empty-body]
    """What the plugin knows of a person or an event.

    Called for the people of a note or a brief; of a person it is given id, name, organisation, role
    and stage, no facts. What is ``public`` can be said in a note; everything else stands in briefs
    alone, marked. What repeats something private or sealed is dropped. An exception leaves the
    plugin out.

    Example:
        >>> from netprep.api import ContactView, EventView, FactField, GivenFact, Source, hookimpl
        >>> @hookimpl
        ... def netprep_facts(about):
        ...     if isinstance(about, EventView) or about.org != "Chen Timber":
        ...         return []
        ...     value = "opening a second yard in Duluth"
        ...     return [GivenFact(FactField.WORKING_ON, value, source=Source.PUBLIC)]
        >>> netprep_facts(about=ContactView("li-chen", "Li Chen", org="Chen Timber"))[0].value
        'opening a second yard in Duluth'
    """


@hookspec
def netprep_share_candidates(contact: ContactView) -> Iterable[ShareCandidate]:  # type: ignore[empty-body]
    """Things worth sharing with a contact.

    Called where something worth sharing is looked for. They are weighed as things of the library
    are. An exception leaves the plugin out.

    Example:
        >>> from netprep.api import ContactView, LibraryKind, ShareCandidate, hookimpl
        >>> @hookimpl
        ... def netprep_share_candidates(contact):
        ...     return [ShareCandidate(LibraryKind.BOOK, "The Quiet Room", topics=("silence",))]
        >>> netprep_share_candidates(contact=ContactView("li-chen", "Li Chen"))[0].title
        'The Quiet Room'
    """


@hookspec
def netprep_brief_sections(event: EventView) -> Iterable[BriefSection]:  # type: ignore[empty-body]
    """Sections at the end of a brief.

    Called when a brief is made. Each is shown under its title with the plugin's name. An exception
    leaves the plugin out.

    Example:
        >>> from netprep.api import BriefSection, EventView, Moment, hookimpl
        >>> @hookimpl
        ... def netprep_brief_sections(event):
        ...     return [BriefSection("To bring", (f"Cards for {len(event.attendees)}.",))]
        >>> mixer = EventView("mixer", "Chamber mixer", Moment.parse("2026-11-19T18:00"))
        >>> netprep_brief_sections(event=mixer)[0].lines
        ('Cards for 0.',)
    """


@hookspec
def netprep_draft_written(draft: DraftView) -> Iterable[Remark]:  # type: ignore[empty-body]
    """Remarks on a finished draft.

    Called once for each draft, after it was kept. A remark is shown on stderr with the plugin's name
    in front; it changes nothing in the draft. An exception leaves the plugin out.

    Example:
        >>> from netprep.api import DraftView, FollowupKind, Form, Remark, hookimpl
        >>> @hookimpl
        ... def netprep_draft_written(draft):
        ...     if "!" in draft.body:
        ...         yield Remark("An exclamation mark shouts.")
        >>> kind, form = FollowupKind.FIRST_NOTE, Form.DM
        >>> loud = DraftView("d-1", "li-chen", kind, form, None, "Hi Li!", "send-ready")
        >>> [remark.text for remark in netprep_draft_written(draft=loud)]
        ['An exclamation mark shouts.']
    """
