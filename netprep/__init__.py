"""Prepare for a room and follow up like a human."""

from __future__ import annotations

# A literal, not a metadata look-up: `netprep --version` has to be instant.
__version__ = "0.1.0"
