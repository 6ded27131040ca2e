"""Whether the files and functions that a plugin gave are any good: looked into for ``netprep plugins doctor``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netprep.api import Exporter, GivenFact, PromptFolder, QuestionPack, RulePack
from netprep.errors import NetprepError
from netprep.loader.isolation import PluginFault
from netprep.loader.samples import NOTEBOOK

_NO_TOPIC = "A value is a topic, a noun phrase or an -ing form: “running the Peachtree”."
_AUTHOR = "Its author has to mend that."
_QUESTION = "Every [[question]] has an id of its own and a text."


def faults_of(value: Any) -> Iterator[PluginFault]:
    """What is wrong with a thing that a plugin gave, beyond its types."""
    if isinstance(value, PromptFolder):
        yield from _of_prompts(value.folder)
    elif isinstance(value, RulePack):
        yield from _of_rules(value.folder)
    elif isinstance(value, QuestionPack):
        yield from _of_questions(value.path)
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


def _of_questions(path: Path) -> Iterator[PluginFault]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield PluginFault(f"{path} cannot be read: {error}", do="It has to be a TOML file.")
        return
    questions = document.get("question")
    if not isinstance(questions, list) or not questions:
        yield PluginFault(f"{path} holds no [[question]]", do=_QUESTION)
        return
    seen: set[object] = set()
    for number, question in enumerate(questions, 1):
        told = question if isinstance(question, dict) else {}
        if not all(isinstance(told.get(key), str) and told[key].strip() for key in ("id", "text")):
            yield PluginFault(f"{path}: question {number} has no id or no text", do=_QUESTION)
        elif told["id"] in seen:
            yield PluginFault(f"{path}: two questions have the id “{told['id']}”", do=_QUESTION)
        seen.add(told.get("id"))


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
