"""A date, or a date with a time: what people write when they say when."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from netprep.model.frozen import frozen


@frozen
class Moment:
    """A day, or an instant of a day, as it was written down.

    ``value`` is a ``datetime`` where a time is known (with a zone if one was given), else a
    ``date``. Seconds are not kept: nobody meets at 18:00:07.
    """

    value: date | datetime

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read an ISO date or date-time.

        Raises:
            ValueError: the text is neither, or the day does not exist.
        """
        text = text.strip()
        if len(text) <= len("2026-11-19"):
            return cls(date.fromisoformat(text))
        return cls(datetime.fromisoformat(text).replace(second=0, microsecond=0))

    @property
    def has_time(self) -> bool:
        """Whether more than the day is known."""
        return isinstance(self.value, datetime)

    @property
    def time_of_day(self) -> datetime | None:
        """The date-time where a time is known."""
        return self.value if isinstance(self.value, datetime) else None

    @property
    def day(self) -> date:
        """The calendar day, in the zone it was written in."""
        return self.value.date() if isinstance(self.value, datetime) else self.value

    def instant(self, zone: tzinfo, *, default: time = time(0)) -> datetime:
        """The moment as a date-time with a zone.

        Args:
            zone: the zone to assume where none was written.
            default: the time of day to assume where none was written.
        """
        if not isinstance(self.value, datetime):
            return datetime.combine(self.value, default, zone)
        return self.value if self.value.tzinfo else self.value.replace(tzinfo=zone)

    def __str__(self) -> str:
        if isinstance(self.value, datetime):
            return self.value.isoformat(timespec="minutes")
        return self.value.isoformat()
