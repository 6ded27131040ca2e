"""What plugins give is called later, too: those calls are held to the same rules as the hooks."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from math import isnan
from typing import Any

from netprep.api import CandidateView, Channel, Exporter, Importer, Matcher, Outgoing
from netprep.errors import BadFile, NetprepError, PluginBroken, ServiceFailed
from netprep.loader.isolation import in_words, stdout_kept
from netprep.model.text import one_line

Ask = Callable[[str, Callable[[], Any], str], Any]
"""Calls a plugin by name; None where it fails, and its failure is remembered."""


def guarded(value: Any, plugin: str, ask: Ask) -> Any:
    """The same thing with its functions guarded; what has none comes back as it is."""
    if isinstance(value, Matcher):
        return dataclasses.replace(value, similarity=_similarity(value, plugin, ask))
    if isinstance(value, Channel):
        return dataclasses.replace(value, carry=_carry(value, plugin))
    if isinstance(value, Importer):
        return dataclasses.replace(value, read=_read(value, plugin))
    if isinstance(value, Exporter):
        return dataclasses.replace(value, write=_write(value, plugin))
    return value


def _similarity(matcher: Matcher, plugin: str, ask: Ask) -> Callable[[str, CandidateView], float]:
    def similarity(topic: str, candidate: CandidateView) -> float:
        found = ask(plugin, lambda: float(matcher.similarity(topic, candidate)), f" in the matcher {matcher.name}")
        return min(1.0, max(0.0, found)) if isinstance(found, float) and not isnan(found) else 0.0

    return similarity


def _carry(channel: Channel, plugin: str) -> Callable[[Outgoing], str]:
    def failed(why: str) -> NetprepError:
        return ServiceFailed(
            f"The channel {channel.name} of the plugin {plugin} failed: {why}.",
            hint="The note was written; --channel plain shows it.",
        )

    def carry(outgoing: Outgoing) -> str:
        with _theirs(failed):
            return str(channel.carry(outgoing) or "")

    return carry


def _read(importer: Importer, plugin: str) -> Callable[[bytes, str], Mapping[str, object]]:
    what = f"importer {importer.name}"

    def read(data: bytes, name: str) -> Mapping[str, object]:
        with _theirs(lambda why: _broken(plugin, what, why)):
            try:
                document = importer.read(data, name)
            except ValueError as error:
                raise _unreadable(importer, plugin, name, error) from None
        if not isinstance(document, Mapping):
            raise _broken(plugin, what, f"it gave {type(document).__name__}, not a mapping")
        return document

    return read


def _write(exporter: Exporter, plugin: str) -> Callable[[Mapping[str, object]], bytes]:
    what = f"exporter {exporter.name}"

    def write(document: Mapping[str, object]) -> bytes:
        with _theirs(lambda why: _broken(plugin, what, why)):
            data = exporter.write(document)
        if not isinstance(data, bytes):
            raise _broken(plugin, what, f"it gave {type(data).__name__}, not bytes")
        return data

    return write


@contextmanager
def _theirs(failed: Callable[[str], NetprepError]) -> Iterator[None]:
    """A plugin's code in the command's own thread: it may take its time, since the user waits for it."""
    try:
        with stdout_kept():
            yield
    except NetprepError:
        raise
    except (Exception, SystemExit) as error:
        if _is_abort(error):
            raise
        raise failed(in_words(error)) from error


def _is_abort(error: BaseException) -> bool:
    """Whether the user ended a question of the plugin's with Ctrl-C."""
    import click

    return isinstance(error, click.Abort)


def _unreadable(importer: Importer, plugin: str, name: str, error: ValueError) -> BadFile:
    said = in_words(error) if isinstance(error, UnicodeError) else one_line(str(error)) or "it is malformed"
    return BadFile(
        f"{one_line(name)}: {said.rstrip('.')} (read as {importer.name} by the plugin {plugin}).",
        hint="Nothing was taken from it.",
    )


def _broken(plugin: str, what: str, why: str) -> PluginBroken:
    return PluginBroken(
        f"The {what} of the plugin {plugin} failed: {why}.", hint=f"See: netprep plugins doctor {plugin}"
    )
