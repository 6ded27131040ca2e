"""All questions there are: netprep's own, those of plugins, and the user's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from netprep.api import Contribution
from netprep.errors import BadFile, NotFound, UsageError
from netprep.guard.questions import MAY_BE_CLOSED, QuestionContext, review_question
from netprep.method.questions import fill, slots_of
from netprep.model.questions import Bank, Category, Question
from netprep.prompts.questions import PackFile, merged, read_pack
from netprep.settings.method import MethodSettings

BUILTIN = "netprep"
YOURS = "yours"
FOLDER = "questions"
"""The folder for packs of the user's own, in the notebook's."""
LeaveOut = Callable[[str, str], None]
"""Takes a plugin out of this run: its name, and what is wrong."""
_SAMPLES: Mapping[str, str] = {
    "part_of_day": "morning",
    "today": "this morning",
    "host": "Sam",
    "speaker": "Lena",
    "committee": "the committee",
    "a_role": "a baker",
    "when_told": "April",
    "last_seen": "April",
    "public_line": "you gave the talk",
    "public_words": "bread takes time",
}
"""What a slot is tried out with; any other with two plain words."""


def read_bank(
    packs: Iterable[Contribution], home: Path, language: str, settings: MethodSettings, leave_out: LeaveOut
) -> Bank:
    """All packs of a language as one: a later one replaces a question of an earlier one by its id.

    Args:
        packs: what netprep and plugins give, the built-in one first.
        home: the notebook's folder; the packs in its ``questions`` come last.
        language: a code, such as ``en``.
        settings: the longest question, in words.
        leave_out: told of a plugin whose pack is no pack, or asks what nobody should ask; the others go on.

    Raises:
        BadFile: a file of the user's own is no pack, or asks what nobody should ask.
    """
    files: list[PackFile] = []
    for pack in packs:
        if pack.value.language == language:
            try:
                files.append(sound_pack(pack.value.path, pack.value.name, settings))
            except BadFile as error:
                leave_out(pack.plugin, error.message)
    owned = [read_pack(path, YOURS) for path in sorted((home / FOLDER).glob("*.toml"))]
    yours = [each for each in owned if each.language == language]
    for each in yours:
        _hold(each, settings)
    return merged(each.bank for each in (*files, *yours))


def sound_pack(path: Path, owner: str, settings: MethodSettings) -> PackFile:
    """A pack that can be used.

    Raises:
        BadFile: a file is no pack, or asks something that nobody should ask.
    """
    pack = read_pack(path, owner)
    _hold(pack, settings)
    return pack


def find_question(bank: Bank, words: str) -> Question:
    """The question of an id, whatever the case of its letters.

    Raises:
        NotFound: there is none; those that look alike are suggested.
    """
    folded = words.strip().casefold()
    for question in bank.questions:
        if question.id.casefold() == folded:
            return question
    raise NotFound(f"There is no question “{words}”.", hint=_nearest(bank, folded))


def with_known_question(keys: Mapping[str, str], bank: Bank) -> dict[str, str]:
    """The keys of a ``question_asked`` entry with the question's id as the bank writes it.

    Raises:
        UsageError: no question is named.
        NotFound: there is no such question.
    """
    if not keys.get("question"):
        raise UsageError("Which question was asked?", hint="--set question=qB1; netprep questions shows ids.")
    return {**keys, "question": find_question(bank, keys["question"]).id}


def _nearest(bank: Bank, words: str) -> str:
    from difflib import get_close_matches

    by_id = {question.id.casefold(): question for question in bank.questions}
    near = [by_id[each] for each in get_close_matches(words, list(by_id), n=2, cutoff=0.5)]
    if not near:
        return "Ids look like qB1; netprep questions shows them."
    return f"Did you mean {' or '.join(f'{each.id}, “{each.text[0]}”' for each in near)}"


def _hold(file: PackFile, settings: MethodSettings) -> None:
    """Hold a pack against the rules for questions, so that its author hears of it and not a user who misses it."""
    if file.owner == BUILTIN:
        return  # a test holds those
    for question in file.bank.questions:
        for wording in (*question.text, *filter(None, (question.then,))):
            _hold_wording(file.path, f"question {question.id}", wording, question.category, settings)
    for move, stems in file.bank.moves.items():
        for stem in stems:
            _hold_wording(file.path, f"the stems of {move.value}", stem, None, settings)


def _hold_wording(path: Path, what: str, wording: str, category: Category | None, settings: MethodSettings) -> None:
    text = fill(wording, {name: _SAMPLES.get(name, "bread rolls") for name in slots_of(wording)})
    context = QuestionContext(may_be_closed=category in MAY_BE_CLOSED)
    for finding in review_question(text, context, settings):
        name = finding.name.replace("-", " ")
        raise BadFile(f"{path}, {what}: “{text}”: {name} ({finding.rule}): {finding.message}", hint=finding.suggestion)
