"""The services that can word a note. The template writer needs none and is always there."""

from __future__ import annotations

from collections.abc import Iterable

from netprep.api import Backend, hookimpl


@hookimpl
def netprep_backends() -> Iterable[Backend]:
    """The template writer, as the one service that is no service."""
    return (Backend("template", "netprep's own templates: no model, no network, the same note every time"),)
