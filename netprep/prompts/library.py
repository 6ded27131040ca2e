"""One look-up for all templates: the user's folder first, then plugins', then the built-in ones."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netprep.errors import NotFound, TemplateError
from netprep.model.frozen import frozen
from netprep.prompts.fragment import Fragment, Phrasing, parse_fragment

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SUFFIX = ".j2"
Filters = Mapping[str, Callable[..., Any]]


@frozen
class Layer:
    """A folder of templates and whose it is: ``yours``, a plugin's name, or ``netprep``."""

    owner: str
    folder: Path


@frozen
class TemplateInfo:
    """Where a template comes from, and which files it replaces."""

    name: str
    owner: str
    path: Path
    shadows: tuple[Path, ...] = ()


def builtin_folder() -> Path:
    """The templates shipped with netprep: inside an installed wheel, or beside a checkout."""
    packaged = Path(__file__).parent / "builtin"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "prompts"


@dataclass(slots=True)
class TemplateLibrary:
    """Finds and renders templates by name, such as ``followup/anchor``."""

    layers: Sequence[Layer]
    filters: Filters = field(default_factory=dict)
    escapes: bool = False
    _environment: ImmutableSandboxedEnvironment | None = None
    _fragments: dict[str, Fragment] = field(default_factory=dict)

    def infos(self) -> tuple[TemplateInfo, ...]:
        """Every template there is, by name, with what it shadows."""
        names = sorted({name for layer in self.layers for name in _names_in(layer.folder)})
        return tuple(self.info(name) for name in names)

    def info(self, name: str) -> TemplateInfo:
        """Where the template ``name`` comes from.

        Raises:
            NotFound: no layer has it.
        """
        found = list(self._files(name))
        if not found:
            raise NotFound(f"There is no template “{name}”.", hint="See: netprep prompts list")
        (owner, path), *rest = found
        return TemplateInfo(name, owner, path, tuple(path for _, path in rest))

    def fragment(self, name: str) -> Fragment:
        """The template ``name``, with the phrasings of lower layers where it extends them.

        Raises:
            NotFound: no layer has it.
            TemplateError: its file is malformed.
        """
        if name not in self._fragments:
            self._fragments[name] = self._layered(name)
        return self._fragments[name]

    def render(self, phrasing: Phrasing, values: Mapping[str, object]) -> str:
        """The text of a phrasing. Values are data: they are never read as template source.

        Raises:
            TemplateError: a syntax error, an undefined name or an operation that is not allowed;
                the message names file and line.
        """
        from jinja2 import TemplateSyntaxError
        from jinja2.exceptions import TemplateError as JinjaError

        environment = self._make_environment()
        # Blank lines in front keep the numbers of the lines those of the file.
        source = "\n" * (phrasing.line - 1) + phrasing.source
        filename = str(phrasing.path)
        try:
            code = environment.compile(source, phrasing.path.stem, filename)
            template = environment.template_class.from_code(environment, code, dict(environment.globals))
            return template.render(**values).strip()
        except TemplateSyntaxError as error:
            raise _at(filename, error.lineno, str(error.message), values) from None
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise _at(filename, _line_of(error, filename), str(error), values) from None

    def render_page(self, name: str, values: Mapping[str, object]) -> str:
        """A template as a page of HTML: every value is escaped.

        Raises:
            NotFound: no layer has it.
            TemplateError: as :meth:`render`.
        """
        page = TemplateLibrary(self.layers, self.filters, escapes=True)
        return page.render(page.fragment(name).phrasings[0], values)

    def check(self, name: str, path: Path, values: Collection[str], *, with_filters: bool) -> None:
        """Hold a template's file to its grammar, and to the values and filters there are, without rendering it.

        Raises:
            TemplateError: it is malformed; the message names file and line.
        """
        from jinja2 import TemplateSyntaxError, meta

        fragment = parse_fragment(name, path)
        _ = fragment.front  # read, so that a mistake in it is found
        environment = self._make_environment()
        can_use = dict.fromkeys(values)
        for phrasing in fragment.phrasings:
            source = "\n" * (phrasing.line - 1) + phrasing.source
            try:
                tree = environment.parse(source)
                if with_filters:
                    environment.compile(source)
            except TemplateSyntaxError as error:
                raise _at(str(path), error.lineno, str(error.message), can_use) from None
            for unknown in sorted(meta.find_undeclared_variables(tree) - set(values)):
                raise _at(str(path), phrasing.line, f"there is no value “{unknown}” here", can_use)

    def _files(self, name: str) -> Iterator[tuple[str, Path]]:
        if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*", name):
            return
        for layer in self.layers:
            path = layer.folder / (name + SUFFIX)
            if path.is_file():
                yield layer.owner, path

    def _layered(self, name: str) -> Fragment:
        self.info(name)
        top, *lower = [parse_fragment(name, path) for _, path in self._files(name)]
        phrasings = list(top.phrasings)
        above = top
        for fragment in lower:
            if not above.front.extends:
                break
            phrasings.extend(fragment.phrasings)
            above = fragment
        return dataclasses.replace(top, phrasings=tuple(phrasings))

    def _make_environment(self) -> ImmutableSandboxedEnvironment:
        if self._environment is None:
            from jinja2 import StrictUndefined
            from jinja2.sandbox import ImmutableSandboxedEnvironment

            self._environment = ImmutableSandboxedEnvironment(
                undefined=StrictUndefined,
                autoescape=self.escapes,
                trim_blocks=True,
                lstrip_blocks=True,
                optimized=False,
            )
            self._environment.filters.update(self.filters)
        return self._environment


def _names_in(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        for path in folder.rglob("*" + SUFFIX):
            yield path.relative_to(folder).as_posix().removesuffix(SUFFIX)


def _line_of(error: BaseException, filename: str) -> int | None:
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _at(filename: str, line: int | None, what: str, values: Mapping[str, object]) -> TemplateError:
    where = f"{filename}, line {line}" if line else filename
    return TemplateError(f"{where}: {what}.", hint=f"A template can use: {', '.join(sorted(values))}.")
