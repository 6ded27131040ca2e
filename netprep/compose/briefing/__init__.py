"""The page to read before walking in: ``netprep brief``."""

from __future__ import annotations

from netprep.compose.briefing.desk import BriefTools, brief_for
from netprep.compose.briefing.page import BriefDesk, BriefRequest, write_brief

__all__ = ["BriefDesk", "BriefRequest", "BriefTools", "brief_for", "write_brief"]
