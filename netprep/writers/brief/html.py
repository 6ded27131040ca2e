"""A brief as one page of HTML: for a phone, light or dark, and one side of A4 on paper.

The page stands alone: no script, no picture, no address outside itself. Every value is escaped by
the template engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from netprep.model.brief import Brief
from netprep.model.text import at_a_glance, width
from netprep.prompts import TemplateLibrary
from netprep.writers.brief.head import head_lines
from netprep.writers.brief.shorter import shortened
from netprep.writers.language import Language

TEMPLATE = "brief/page"
_COLUMNS, _LINES = 48, 66
"""What fits on one side of A4 in two columns: columns in a line, and lines in both together."""


def write_html(brief: Brief, language: Language, templates: TemplateLibrary) -> str:
    """The page.

    Raises:
        TemplateError: the template, which a user may replace, cannot be rendered.
    """
    brief = shortened(brief, _fits_on_paper)
    values = {
        "language": language.words["code"],
        "words": language.words["brief"],
        "name": at_a_glance(brief.event.name),
        "brief": brief,
        "day": language.short_day(brief.event.starts.day),
        "head": tuple(head_lines(brief, language)),
    }
    return templates.render_page(TEMPLATE, values)


def _fits_on_paper(brief: Brief) -> bool:
    return sum(ceil(width(text) / _COLUMNS) for text in _texts(brief)) <= _LINES


def _texts(brief: Brief) -> Iterator[str]:
    for person in brief.people:
        yield from (person.name, person.about, *person.known, person.give or "", *person.aside)
        yield from (question.text for question in person.ask)
    yield from (question.text for question in brief.strangers)
    yield from (brief.learn or "", brief.serve or "", brief.job or "", brief.give_back or "", brief.me or "")
    yield ", ".join(brief.also)
    yield from (*brief.listen_for, *brief.not_today, brief.leave_with, brief.after)
    for block in brief.blocks:
        yield from (block.title, *block.lines)
