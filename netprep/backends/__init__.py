"""The services that can word a note. The template writer needs none and is always there."""

from __future__ import annotations

from netprep.api import Backend

BUILTIN_BACKENDS = (Backend("template", "netprep's own templates: no model, no network, the same note every time"),)
