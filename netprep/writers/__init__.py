"""From a plan to words."""

from __future__ import annotations

from netprep.writers.template import TemplateWriter

__all__ = ["TemplateWriter"]
