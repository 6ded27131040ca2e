"""What netprep ships as files, by the same hooks that plugins use."""

from __future__ import annotations

from collections.abc import Iterable

from netprep.api import QuestionPack, hookimpl
from netprep.prompts.library import builtin_folder


@hookimpl
def netprep_questions() -> Iterable[QuestionPack]:
    """The question bank."""
    return (QuestionPack("netprep", builtin_folder() / "questions" / "en.toml"),)
