"""Where a relationship stands: ``netprep stage``."""

from __future__ import annotations

from netprep.compose.common_ground import common_ground
from netprep.compose.followup import Desk
from netprep.method.stage import StageReport, stage
from netprep.model.frozen import frozen
from netprep.model.shared import Shared
from netprep.store.reading import Reader


@frozen
class Standing:
    """The stage of a contact, and what they and the user share."""

    report: StageReport
    common: tuple[Shared, ...]


def standing(store: Reader, desk: Desk) -> Standing:
    """The stage of the desk's contact with its reasons, now."""
    method = desk.settings.method
    common = common_ground(store, desk.contact, desk.me, desk.clock, method)
    topic = next((shared.theirs[0] for shared in common if shared.theirs and not shared.is_broad), None)
    seeks = bool(desk.me and desk.me.seeks)
    return Standing(stage(desk.contact, desk.clock.now, method, desk.trust_bar, seeks=seeks, common=topic), common)
