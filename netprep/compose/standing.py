"""Where a relationship stands: ``netprep stage``."""

from __future__ import annotations

from netprep.compose.followup import Desk
from netprep.method.stage import StageReport, stage


def standing(desk: Desk) -> StageReport:
    """The stage of the desk's contact with its reasons, now."""
    seeks = bool(desk.me and desk.me.seeks)
    return stage(desk.contact, desk.clock.now, desk.settings.method, desk.trust_bar, seeks=seeks)
