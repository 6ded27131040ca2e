"""The interchange file: a notebook to YAML or JSON and back, version 1."""

from __future__ import annotations

import json
from pathlib import Path as FilePath
from typing import Any

from netprep.errors import BadFile
from netprep.exchange.check import check_event, check_notebook
from netprep.exchange.source import Source, decode, read_bytes
from netprep.exchange.stated import stated_defaults
from netprep.exchange.yaml_reader import read_yaml
from netprep.exchange.yaml_writer import write_yaml
from netprep.model.codec import Malformed, Path, from_document, to_document
from netprep.model.frozen import frozen
from netprep.model.records import Notebook

VERSION = 1
_FIRST_LINE = "A notebook file begins with the line “netprep: 1”."

__all__ = [
    "VERSION",
    "Parsed",
    "check_event",
    "check_notebook",
    "notebook_document",
    "parse",
    "parse_notebook",
    "read_notebook",
    "without_version",
    "write_notebook",
]


@frozen
class Parsed:
    """A notebook as read, and the paths where the file spells out what is the default anyway.

    ``is_foreign`` says that it was made of a file in some other format.
    """

    notebook: Notebook
    stated: frozenset[Path]
    is_foreign: bool = False


def read_notebook(path: FilePath) -> Notebook:
    """The notebook in a file; a name that ends in ``.json`` is read as JSON.

    Raises:
        BadFile: with file, line and what to do.
    """
    return parse_notebook(read_bytes(path), str(path))


def parse_notebook(data: bytes, name: str) -> Notebook:
    """The notebook in ``data``; ``name`` says the format and appears in errors.

    Raises:
        BadFile: with file, line and what to do.
    """
    return parse(data, name).notebook


def parse(data: bytes, name: str) -> Parsed:
    """As :func:`parse_notebook`, with what ``merge`` needs to let the file's own words win.

    Raises:
        BadFile: with file, line and what to do.
    """
    document, source = _read_document(data, name)
    try:
        notebook = from_document(Notebook, without_version(document, source))
        check_notebook(notebook)
    except Malformed as error:
        raise source.malformed(error) from error
    return Parsed(notebook, stated_defaults(document))


def write_notebook(notebook: Notebook, json_format: bool = False) -> str:
    """The text of an interchange file. The same notebook is always the same text."""
    if not json_format:
        return write_yaml(notebook)
    return json.dumps(notebook_document(notebook), ensure_ascii=False, indent=2) + "\n"


def notebook_document(notebook: Notebook) -> dict[str, Any]:
    """An interchange file as a plain document: what JSON can hold."""
    return {"netprep": VERSION, **to_document(notebook)}


def _read_document(data: bytes, name: str) -> tuple[Any, Source]:
    text = decode(data, name)
    if name.lower().endswith(".json"):
        from netprep.exchange.json_reader import read_json

        return read_json(text, name)
    return read_yaml(text, name)


def without_version(document: Any, source: Source) -> dict[str, Any]:
    """The document behind ``netprep: 1``.

    Raises:
        BadFile: it is no notebook, or one of another version.
    """
    if not isinstance(document, dict) or "netprep" not in document:
        what = "the file is empty" if document is None else "this is no notebook file: the key “netprep” is missing"
        raise source.bad(what, source.find_line(source.text, ()) or 1, _FIRST_LINE)
    if (version := document["netprep"]) not in (VERSION, str(VERSION)) or isinstance(version, bool):
        raise _wrong_version(version, source)
    return {key: value for key, value in document.items() if key != "netprep"}


def _wrong_version(version: Any, source: Source) -> BadFile:
    line = source.find_line(source.text, ("netprep",))
    shown = str(version)[:20]
    if shown.isascii() and shown.isdigit() and int(shown) > VERSION:
        reason = f"netprep: a newer netprep wrote this file (version {shown}; this one reads version {VERSION})"
        return source.bad(reason, line, "Update netprep, then run the command again.")
    return source.bad(f"netprep: “{shown}” is not a version of this file format", line, _FIRST_LINE)
