"""A brief as Markdown, for a notes program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.model.brief import Brief, BriefPerson
from netprep.model.text import one_line
from netprep.model.words import StageCode
from netprep.writers.brief.head import head_lines
from netprep.writers.language import Language

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")
_STARTS_A_LIST = re.compile(r"^(\d+)([.)])|^([-+])(?=\s)")


def write_markdown(brief: Brief, language: Language) -> str:
    """The page as Markdown; nothing in it is read as markup of somebody else's."""
    return "\n".join(_lines(brief, language)) + "\n"


def _lines(brief: Brief, language: Language) -> Iterator[str]:
    words = language.words["brief"]
    yield f"# {_plain(brief.event.name)}, {language.short_day(brief.event.starts.day)}"
    yield ""
    for line in head_lines(brief, language):
        yield f"{_plain(line)}  "
    why = " ".join(filter(None, (brief.learn, brief.serve)))
    yield from _block(words["why"], why)
    for number, person in enumerate(brief.people, 1):
        yield from _person(number, person, words)
    yield from _block(words["also"], ", ".join(brief.also))
    yield from _block(words["job"], brief.job)
    if brief.strangers:
        yield from ("", f"**{words['strangers']}**", "")
        yield from (f"- {_plain(question.text)}" for question in brief.strangers)
    yield from _block(words["give_back"], brief.give_back)
    yield from _block(words["me"], brief.me)
    yield from _block(words["listen_for"], " · ".join(brief.listen_for))
    yield from _block(words["not_today"], " · ".join(brief.not_today))
    yield from _block(words["leave_with"], f"“{brief.leave_with}”" if brief.leave_with else None)
    yield from _block(words["after"], brief.after)
    for block in brief.blocks:
        yield from ("", f"## {_plain(block.title)} ({_plain(block.plugin)})", "")
        yield from (f"- {_plain(line)}" for line in block.lines)


def _person(number: int, person: BriefPerson, words: dict[str, str]) -> Iterator[str]:
    tag = "-" if person.stage is StageCode.I else person.stage.value
    yield ""
    yield f"## {number}. {_plain(person.name)} \\[{tag}\\]"
    yield ""
    if person.about:
        yield f"{_plain(person.about)}  "
    for line in person.known:
        yield f"{_plain(line)}  "
    if person.give or person.ask:
        yield ""
    if person.give:
        yield f"- **{words['give']}** {_plain(person.give)}"
    for question in person.ask:
        label = f"**{words['ask']}**" if not question.is_second else "then:"
        yield f"- {label} {_plain(question.text)}"
    for line in person.aside:
        yield f"- {_plain(line)}"


def _block(label: str, text: str | None) -> Iterator[str]:
    if text:
        yield ""
        yield f"**{label}** {_plain(text)}"


def _plain(text: str) -> str:
    """Text with everything Markdown would read as markup escaped."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    return _STARTS_A_LIST.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)
