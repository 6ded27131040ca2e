"""A template file: front matter, then one or more phrasings parted by lines of ``---``.

::

    ---
    about: what only the two of you remember
    values:
      anchor: the thing you both remember, a noun phrase
    ---
    {{ anchor | sentence }} is what I remember first.
    ---
    I am still thinking of {{ anchor }}.

Every line of a phrasing is one sentence. A phrasing that renders to nothing does not apply.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from netprep.errors import TemplateError
from netprep.model.frozen import frozen

_KEYS = frozenset({"about", "values", "extends"})
_FENCE = "---"


@frozen
class Phrasing:
    """One way to say a move: Jinja source, and the line of the file where it begins."""

    source: str
    line: int
    path: Path


@frozen
class FrontMatter:
    """What a template says of itself.

    ``extends`` means that the phrasings of the layer below stay in use beside these.
    """

    about: str
    values: tuple[tuple[str, str], ...]
    extends: bool


@dataclass(frozen=True)
class Fragment:
    """A template file in its parts."""

    name: str
    path: Path
    front_text: str
    phrasings: tuple[Phrasing, ...]

    @cached_property
    def front(self) -> FrontMatter:
        """The front matter, read when it is asked for: a note needs the phrasings only.

        Raises:
            TemplateError: it is not YAML, or has an unknown key.
        """
        front = _front_matter(self.name, self.path, self.front_text)
        values = tuple((str(key), str(text)) for key, text in (front.get("values") or {}).items())
        return FrontMatter(str(front.get("about", "")), values, front.get("extends") == "true")


def parse_fragment(name: str, path: Path) -> Fragment:
    """Read a template file.

    Raises:
        TemplateError: the file cannot be read or has no front matter.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path} cannot be read: {error}", hint="Mend or remove it.") from None
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(fences) < 2 or fences[0] != 0:
        raise TemplateError(
            f"{path}, line 1: a template begins with front matter between two lines of ---.",
            hint=f"Start from the built-in one: netprep prompts show {name}",
        )
    front_text = "\n".join(lines[1 : fences[1]])
    return Fragment(name, path, front_text, tuple(_phrasings(lines, fences[1:], path)))


def _phrasings(lines: list[str], fences: list[int], path: Path) -> list[Phrasing]:
    ends = [*fences[1:], len(lines)]
    found = []
    for start, end in zip(fences, ends, strict=True):
        source = "\n".join(lines[start + 1 : end])
        if source.strip():
            found.append(Phrasing(source, start + 2, path))
    return found


def _front_matter(name: str, path: Path, text: str) -> dict[str, Any]:
    import yaml

    try:
        front = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)) or {}  # noqa: S506 - strings only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        raise TemplateError(f"{path}, line {line}: the front matter is not YAML.", hint=str(error)) from None
    if not isinstance(front, dict) or not isinstance(front.get("values") or {}, dict):
        raise TemplateError(f"{path}, line 2: the front matter is not keys and values.", hint=_hint(name))
    for key in front:
        if key not in _KEYS:
            line = next(n for n, each in enumerate(text.splitlines(), 2) if each.startswith(str(key)))
            raise TemplateError(f"{path}, line {line}: there is no key “{key}” here.", hint=_hint(name))
    return front


def _hint(name: str) -> str:
    return f"Known keys are about, values and extends. See: netprep prompts show {name}"
