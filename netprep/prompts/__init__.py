"""Look-up and rendering of prompt templates: files of the user, of plugins and of netprep itself."""

from __future__ import annotations

from netprep.prompts.fragment import Fragment, Phrasing, parse_fragment
from netprep.prompts.library import Layer, TemplateInfo, TemplateLibrary, builtin_folder

__all__ = ["Fragment", "Layer", "Phrasing", "TemplateInfo", "TemplateLibrary", "builtin_folder", "parse_fragment"]
