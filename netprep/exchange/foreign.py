"""A document that an importer made of some other file: held to the rules of a notebook file.

Who made it may not know the difference between what was told and what was read. So a fact that
does not say its source counts as imported, and so does a contact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from netprep.exchange.check import check_notebook
from netprep.exchange.notebook_file import Parsed, without_version
from netprep.exchange.source import DEEPEST, Source, bad_file
from netprep.exchange.stated import stated_defaults
from netprep.model.codec import Malformed, Path, from_document, spell_path
from netprep.model.records import Notebook
from netprep.model.text import one_line

_THEIRS = "Nothing was taken from it. If the file is what it should be, the importer is at fault."


def parse_foreign(document: Mapping[str, object], name: str, importer: str) -> Parsed:
    """The notebook in a document that an importer gave.

    Args:
        document: what it gave.
        name: the file it was made of.
        importer: the format's name; errors name it.

    Raises:
        BadFile: with the file, the importer and the path of what is wrong.
    """
    title = f"{one_line(name)}, read as {importer}"
    try:
        plain = without_version(_plain(document, ()), Source(title, "", lambda _text, _path: None))
        assumed = frozenset(_assume_imported(plain, PurePath(name).name))
        notebook = from_document(Notebook, plain)
        check_notebook(notebook)
    except Malformed as error:
        where = f"{spell_path(error.path)}: " if error.path else ""
        raise bad_file(title, f"{where}{error.reason}", hint=_THEIRS) from error
    return Parsed(notebook, stated_defaults(plain) - assumed, is_foreign=True)


def _plain(value: Any, path: Path) -> Any:
    """The same in what JSON can hold, so that nothing else comes any further."""
    if len(path) > DEEPEST:
        raise Malformed(path[:1], f"nested deeper than {DEEPEST} levels")
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise Malformed(path, f"a key is {type(key).__name__}, not a text")
        return {str(key): _plain(each, (*path, str(key))) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each, (*path, i)) for i, each in enumerate(value)]
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    raise Malformed(
        path, f"expected a text, a whole number, true or false, found a value of the type {type(value).__name__}"
    )


def _assume_imported(document: dict[str, Any], file: str) -> Iterator[Path]:
    """Fill in the sources that were not said, and tell which those are."""
    for i, contact in _mappings(document.get("contacts")):
        contact.setdefault("source", {"file": file})
        for j, fact in _mappings(contact.get("facts")):
            if fact.get("source") in (None, ""):
                fact["source"] = "import"
                yield "contacts", i, "facts", j, "source"


def _mappings(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The mappings in what may be a list, with their positions; what else is in it is found wrong later."""
    if isinstance(value, list):
        yield from ((i, each) for i, each in enumerate(value) if isinstance(each, dict))
