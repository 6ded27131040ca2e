"""Valid records for property tests, each with an id of its own: see tests.exchange.generated for how they are made."""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from netprep.model.records import Contact, Notebook
from tests.exchange import generated

NAMES = [
    "Maya Okafor", "maya okafor", "José García", "Jose Garcia", "Li Wu", "李小龙", "김민수", "가", "ليلى حداد", "Åsa Öström", "Straße",
    "O'Neil \"Bo\" Lind", "{{ name }}", "'; drop table record; --", "🙂", "🙂 Ada", "* OR NEAR(", "N. N.", "हिन्दी नाम",
]  # fmt: skip
"""Names that a search, a template or a shell could take for something else."""


def notebooks() -> st.SearchStrategy[Notebook]:
    """Notebooks whose ids are all given and unique, and whose references lead somewhere."""
    return generated.notebooks().map(_numbered)


def contacts() -> st.SearchStrategy[tuple[Contact, ...]]:
    """Contacts that may stand in one notebook together."""
    return notebooks().map(lambda notebook: notebook.contacts)


def names() -> st.SearchStrategy[str]:
    """Names as the codec leaves them, many of them awkward."""
    return st.sampled_from(NAMES) | generated.texts("name")


def _numbered(notebook: Notebook) -> Notebook:
    if notebook.me is None:
        return notebook
    facts = tuple(dataclasses.replace(fact, id=f"mine-{i}") for i, fact in enumerate(notebook.me.facts))
    return dataclasses.replace(notebook, me=dataclasses.replace(notebook.me, facts=facts))
