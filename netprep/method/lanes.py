"""Lanes, freshness and rest: how long a silence is before it means something.

Layers of contact after MacCarron, Kaski and Dunbar 2016 (grade C); the gaps, the spread and the
silence rules are our own choice (grade D).
"""

from __future__ import annotations

import hashlib
import re
from datetime import date

from netprep.method.evidence import Evidence
from netprep.method.wording import add_days
from netprep.model.records import Contact, Entry
from netprep.model.words import EntryKind, Lane, StageCode, WantsMore
from netprep.settings.method import MethodSettings

PARTNER = "partner"
"""The tag of a long-time referral partner."""

_EVERY = re.compile(r"\s*(\d{1,4})\s*([dwmy])[a-z]*\s*", re.IGNORECASE)
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_TRUSTED = frozenset({StageCode.C, StageCode.P})
_RESTS_BEFORE_LETTING_GO = 2


def every_days(contact: Contact) -> int | None:
    """The days of ``every`` (``14d``, ``2w``, ``3m``, ``1y``); None where it is missing or unreadable."""
    match = _EVERY.fullmatch(contact.every or "")
    return int(match[1]) * _DAYS_OF[match[2].lower()] or None if match else None


def is_chosen(meeting: Entry) -> bool:
    """Whether the person met there counts as chosen for a follow-up.

    What the debrief said; without a debrief everybody met does, but for those who only pitched
    or said that they want no more (our own choice, grade D).
    """
    if meeting.chosen is not None:
        return meeting.chosen.chosen
    return not meeting.pitch_only and meeting.wants_more is not WantsMore.NO


def lane_of(evidence: Evidence, stage: StageCode, settings: MethodSettings) -> Lane:
    """The lane a contact is in: the user's choice, else what the stage suggests.

    Close for profitability and partners, active for credibility and for six months after somebody
    was chosen, then wide; two rests, or never chosen, is no lane at all.

    Args:
        evidence: the contact's log.
        stage: the stage the log has earned.
        settings: the method's constants.
    """
    contact = evidence.contact
    if contact.lane is not None:
        return contact.lane
    if stage is StageCode.I or rests(evidence, stage, settings) >= _RESTS_BEFORE_LETTING_GO:
        return Lane.NONE
    if stage is StageCode.P or PARTNER in contact.tags:
        return Lane.CLOSE
    if stage is StageCode.C:
        return Lane.ACTIVE
    chosen = [entry for entry in evidence.of_kind(EntryKind.MET, EntryKind.ONE_TO_ONE) if is_chosen(entry)]
    if not chosen:
        return Lane.NONE
    is_new = (evidence.today - chosen[-1].date.day).days <= settings.chosen_active_days
    return Lane.ACTIVE if is_new and len(evidence.unanswered) < settings.silence_v else Lane.WIDE


def ideal_days(evidence: Evidence, stage: StageCode, settings: MethodSettings) -> int:
    """The ideal gap between two touches in days; without a lane 365, to measure freshness by."""
    every = every_days(evidence.contact)
    if every is not None:
        return every
    return {
        Lane.CLOSE: settings.lane_close_days,
        Lane.ACTIVE: settings.lane_active_days,
        Lane.WIDE: settings.lane_wide_days,
        Lane.YEARLY: settings.lane_yearly_days,
        Lane.NONE: settings.fading_days,
    }[lane_of(evidence, stage, settings)]


def spread_days(contact_id: str, ideal: int, settings: MethodSettings) -> int:
    """The ideal gap moved by up to a tenth, always the same for one id.

    People met on one day so do not come due on one day. Gaps of 30 days or less stay as they are.
    """
    if ideal <= settings.spread_above_days:
        return ideal
    digest = hashlib.sha256(contact_id.encode("utf-8", "surrogatepass")).digest()
    share = int.from_bytes(digest[:8]) / (2**64 - 1) * 2 - 1
    return ideal + round(ideal * settings.spread_share * share)


def freshness(evidence: Evidence, stage: StageCode, settings: MethodSettings) -> str | None:
    """How long ago the last touch was, as ``fresh``, ``due``, ``fading`` or ``dormant``.

    The last touch is the last two-way day or my last message. None when we have never met or
    exchanged anything.
    """
    if not evidence.two_way_days or evidence.last_touch is None:
        return None
    days = (evidence.today - evidence.last_touch).days
    ideal = ideal_days(evidence, stage, settings)
    if days <= ideal:
        return "fresh"
    if days <= ideal * settings.maximum_gap_factor:
        return "due"
    return "dormant" if days > max(settings.fading_days, settings.dormant_gap_factor * ideal) else "fading"


def urgency(days: int, ideal: int) -> float:
    """How far past its ideal a gap is, in ideals: 120 days of 90 are as urgent as 40 of 30."""
    return max(0.0, (days - ideal) / ideal) if ideal > 0 else 0.0


def rests(evidence: Evidence, stage: StageCode, settings: MethodSettings) -> int:
    """How many rests the silence since they last took part has earned: one a message from the limit on."""
    return max(0, len(evidence.unanswered) - _silence_limit(stage, settings) + 1)


def resting_until(evidence: Evidence, stage: StageCode, settings: MethodSettings) -> date | None:
    """The last day of a rest that covers today: one that was logged, or 90 days after silence.

    Silence is two unanswered messages of mine in a row, three to somebody at credibility or beyond.
    """
    logged = evidence.active_until(EntryKind.REST, settings.rest_days)
    unanswered = evidence.unanswered
    silent = None
    if rests(evidence, stage, settings):
        silent = add_days(unanswered[-1].date.day, settings.rest_days)
    ends = [end for end in (logged, silent) if end is not None and end >= evidence.today]
    return max(ends, default=None)


def _silence_limit(stage: StageCode, settings: MethodSettings) -> int:
    return max(1, settings.silence_c if stage in _TRUSTED else settings.silence_v)
