"""How many people one evening is good for: a cap, never a target.

Ten minutes of talk and two to six to arrive, part and note down; a fifth of the time is lost. Two
hours so give six to eight new people and two to four to keep in touch with (Sapato 2013, grade D;
Ingram and Morris 2007 counted about seven new encounters, grade B). Somebody low-key takes fewer
and longer talks with breaks between (Jacques-Hamilton and others 2019, grade B; numbers our own).
"""

from __future__ import annotations

from datetime import UTC
from math import ceil, floor

from netprep.model.frozen import frozen
from netprep.model.records import Event
from netprep.settings.method import MethodSettings


@frozen
class Capacity:
    """How many new people to meet, and with how many of them to keep in touch: low and high."""

    new: tuple[int, int]
    keep: tuple[int, int]


def talk_minutes(event: Event) -> int | None:
    """The minutes an event leaves for talking: what is known of it, else its length; None if neither is."""
    if event.fit is not None and event.fit.talk_minutes is not None:
        return event.fit.talk_minutes
    if event.ends is None or not (event.starts.has_time and event.ends.has_time):
        return None
    length = event.ends.instant(UTC) - event.starts.instant(UTC)
    minutes = int(length.total_seconds() // 60)
    return minutes if minutes > 0 else None


def capacity(
    minutes: int, settings: MethodSettings, *, low_key: bool = False, free_slots: int | None = None
) -> Capacity:
    """How many people fit into an event.

    Args:
        minutes: time there is for talking.
        settings: the method's constants.
        low_key: whether the user wants fewer and longer talks.
        free_slots: follow-ups the user has time for; None where that is not known, which sets no
            limit. Capacity to follow up limits meeting, not the other way round.
    """
    share = settings.quiet_talk_share if low_key else settings.capacity_talk_share
    short = settings.quiet_slot_short if low_key else settings.capacity_slot_short
    long = settings.quiet_slot_long if low_key else settings.capacity_slot_long
    time = round(max(0, minutes) * share, 6)
    most = settings.capacity_new_most
    high = min(most, floor(time / max(1, short)))
    low = min(high, floor(time / max(1, long)))
    if high == 0:
        return Capacity((0, 0), (0, 0))
    slots = settings.capacity_keep_most if free_slots is None else free_slots
    keep_high = max(1, min(settings.capacity_keep_most, ceil(high / 2), slots))
    keep_low = max(1, min(keep_high, round(low / 3)))
    return Capacity((low, high), (keep_low, keep_high))


def event_capacity(
    event: Event, settings: MethodSettings, *, low_key: bool = False, free_slots: int | None = None
) -> Capacity | None:
    """The capacity of an event; None where neither its length nor its time to talk is known."""
    minutes = talk_minutes(event)
    return None if minutes is None else capacity(minutes, settings, low_key=low_key, free_slots=free_slots)
