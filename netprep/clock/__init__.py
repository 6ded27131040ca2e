"""The one place that knows what time it is, and how people say dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, tzinfo

from netprep.errors import UsageError
from netprep.model.frozen import frozen
from netprep.model.moment import Moment


@frozen
class Clock:
    """A fixed instant: a command sees one time from start to end.

    Everything that depends on the time takes a clock, or the instant itself, as an argument.
    """

    now: datetime

    @property
    def today(self) -> date:
        """The day it is for the user."""
        return self.now.date()

    @property
    def zone(self) -> tzinfo:
        """The user's zone."""
        return self.now.tzinfo or UTC

    @property
    def moment(self) -> Moment:
        """Now, to the minute, with its zone."""
        return Moment(self.now.replace(second=0, microsecond=0))


MORNING = time(9)
"""The time of day a frozen clock shows when only a day was given."""


def read_clock(frozen: str | None = None) -> Clock:
    """The clock of this run: the system's, or what ``NETPREP_TODAY`` froze it to.

    Args:
        frozen: an ISO date or date-time; the environment's ``NETPREP_TODAY`` where it is None.

    Raises:
        UsageError: the value is neither.
    """
    text = os.environ.get("NETPREP_TODAY", "") if frozen is None else frozen
    if not text:
        return Clock(datetime.now().astimezone())
    try:
        moment = Moment.parse(text)
    except ValueError:
        raise UsageError(
            f"NETPREP_TODAY is “{text}”, which is no date.", hint="Write it as 2026-11-19 or 2026-11-19T18:00."
        ) from None
    naive = moment.value if isinstance(moment.value, datetime) else datetime.combine(moment.value, MORNING)
    return Clock(naive if naive.tzinfo else naive.astimezone())
