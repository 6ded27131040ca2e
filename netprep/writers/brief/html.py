"""A brief as one page of HTML: for a phone, light or dark, and one side of A4 on paper.

The page stands alone: no script, no picture, no address outside itself. Every value is escaped by
the template engine.
"""

from __future__ import annotations

from netprep.model.brief import Brief
from netprep.prompts import TemplateLibrary
from netprep.writers.brief.head import head_lines
from netprep.writers.language import Language

TEMPLATE = "brief/page"


def write_html(brief: Brief, language: Language, templates: TemplateLibrary) -> str:
    """The page.

    Raises:
        TemplateError: the template, which a user may replace, cannot be rendered.
    """
    values = {
        "language": language.words["code"],
        "words": language.words["brief"],
        "brief": brief,
        "day": language.short_day(brief.event.starts.day),
        "head": tuple(head_lines(brief, language)),
    }
    return templates.render_page(TEMPLATE, values)
