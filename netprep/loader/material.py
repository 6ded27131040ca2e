"""Whether the files and functions that a plugin gave are any good: looked into for ``netprep plugins doctor``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netprep.api import Exporter, GivenFact, PromptFolder, QuestionPack, RulePack
from netprep.errors import NetprepError
from netprep.loader.isolation import PluginFault
from netprep.loader.samples import NOTEBOOK

_NO_TOPIC = "A value is a topic, a noun phrase or an -ing form: “running the Peachtree”."
_AUTHOR = "Its author has to mend that."


def faults_of(value: Any) -> Iterator[PluginFault]:
    """What is wrong with a thing that a plugin gave, beyond its types."""
    if isinstance(value, PromptFolder):
        yield from _of_prompts(value.folder)
    elif isinstance(value, RulePack):
        yield from _of_rules(value.folder)
    elif isinstance(value, QuestionPack):
        yield from _of_questions(value)
    elif isinstance(value, GivenFact):
        yield from _of_fact(value)
    elif isinstance(value, Exporter):
        yield from _of_exporter(value)


def _of_prompts(folder: Path) -> Iterator[PluginFault]:
    from netprep.clock import read_clock
    from netprep.prompts import builtin_folder
    from netprep.prompts.checking import is_empty, replaces_nothing, template_faults
    from netprep.writers.language import Language

    if is_empty(folder):
        yield PluginFault(f"{folder} holds no template", do="A template is a file such as followup/anchor.j2.")
    for path, near in replaces_nothing(folder):
        meant = f" Is {near} meant?" if near else ""
        yield PluginFault(f"{path} replaces no template", do=f"See: netprep prompts list.{meant}")
    filters = Language.load(builtin_folder(), "en", read_clock().now).filters()
    for error in template_faults(folder, filters):
        yield PluginFault(error.message, do=error.hint)


def _of_rules(folder: Path) -> Iterator[PluginFault]:
    from netprep.compose.pack_rules import read_rules

    try:
        rules = read_rules(folder, {})
    except NetprepError as error:
        yield PluginFault(error.message, do=_AUTHOR)
        return
    if not rules:
        yield PluginFault(f"{folder} holds no rule", do="A rule is a .yaml file; see docs/rules.md.")


def _of_questions(pack: QuestionPack) -> Iterator[PluginFault]:
    from netprep.compose.question_bank import sound_pack
    from netprep.settings.method import MethodSettings

    try:
        found = sound_pack(pack.path, pack.name, MethodSettings())
    except NetprepError as error:
        yield PluginFault(error.message, do=error.hint or _AUTHOR)
        return
    if not found.bank.questions:
        yield PluginFault(f"{pack.path} holds no [[question]]", do="docs/questions.md has an example.")


def _of_fact(fact: GivenFact) -> Iterator[PluginFault]:
    from netprep.facts.given import topic_given

    topic = topic_given(fact.value)
    if topic is None:
        yield PluginFault(f"the fact “{fact.value[:60]}” is no topic, so it is not used", do=_NO_TOPIC)
    elif topic != fact.value:
        yield PluginFault(f"the fact “{fact.value[:60]}” is no topic; “{topic}” is used", do=_NO_TOPIC)


def _of_exporter(exporter: Exporter) -> Iterator[PluginFault]:
    try:
        exporter.write(NOTEBOOK)
    except NetprepError as error:
        yield PluginFault(error.message)
