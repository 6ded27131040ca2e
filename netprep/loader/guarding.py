"""What plugins give is called later, too: those calls are held to the same rules as the hooks."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from collections.abc import Callable, Mapping
from math import isnan
from typing import Any

from netprep.api import CandidateView, Channel, Exporter, Importer, Matcher, Outgoing
from netprep.errors import BadFile, NetprepError, PluginBroken, ServiceFailed
from netprep.loader.isolation import in_words

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
    def carry(outgoing: Outgoing) -> str:
        try:
            with contextlib.redirect_stdout(sys.stderr):
                return str(channel.carry(outgoing) or "")
        except NetprepError:
            raise
        except Exception as error:
            raise ServiceFailed(
                f"The channel {channel.name} of the plugin {plugin} failed: {in_words(error)}.",
                hint="The note was written; --channel plain shows it.",
            ) from error

    return carry


def _read(importer: Importer, plugin: str) -> Callable[[bytes, str], Mapping[str, object]]:
    def read(data: bytes, name: str) -> Mapping[str, object]:
        try:
            with contextlib.redirect_stdout(sys.stderr):
                return importer.read(data, name)
        except NetprepError:
            raise
        except ValueError as error:
            raise BadFile(f"{name} cannot be read as {importer.name}: {error}") from None
        except Exception as error:
            raise _broken(plugin, f"importer {importer.name}", error) from error

    return read


def _write(exporter: Exporter, plugin: str) -> Callable[[Mapping[str, object]], bytes]:
    def write(document: Mapping[str, object]) -> bytes:
        try:
            with contextlib.redirect_stdout(sys.stderr):
                return exporter.write(document)
        except NetprepError:
            raise
        except Exception as error:
            raise _broken(plugin, f"exporter {exporter.name}", error) from error

    return write


def _broken(plugin: str, what: str, error: Exception) -> PluginBroken:
    return PluginBroken(
        f"The {what} of the plugin {plugin} failed: {in_words(error)}.", hint=f"See: netprep plugins doctor {plugin}"
    )
