"""A contact at an instant with all that decides what is due, and one thing that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from netprep.method import lanes
from netprep.method.credibility import credible_since, earned_stage
from netprep.method.evidence import Evidence
from netprep.method.wording import spoken
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import Entry, Event
from netprep.model.words import FollowupKind, Lane, StageCode, TrustBar
from netprep.settings.method import MethodSettings


@frozen
class Due:
    """One thing to do for a contact.

    Attributes:
        kind: what sort of note it is.
        due: by when, or since when; None where no day is set.
        reason: why, in words, with its date.
        entries: ids of the log's entries it rests on.
        facts: ids of the facts it rests on.
        urgency: for lanes, how far past its ideal the gap is, in ideals.
    """

    kind: FollowupKind
    due: Moment | None
    reason: str
    entries: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    urgency: float = 0.0


@dataclass(frozen=True)
class Case:
    """A contact at an instant, with all that decides what is due."""

    evidence: Evidence
    settings: MethodSettings
    events: Mapping[str, Event]
    trust_bar: TrustBar = TrustBar.NORMAL
    has_new_give: bool = False
    outcomes: Mapping[str, date] = field(default_factory=dict)

    @cached_property
    def stage(self) -> StageCode:
        """The stage the log has earned, late promises left aside."""
        return earned_stage(self.evidence, self.settings, self.trust_bar)

    @cached_property
    def is_dormant(self) -> bool:
        """Whether the tie sleeps."""
        return lanes.freshness(self.evidence, self.stage, self.settings) == "dormant"

    @cached_property
    def was_credible(self) -> bool:
        """Whether they ever were at credibility."""
        return credible_since(self.evidence, self.settings, self.trust_bar) is not None

    @cached_property
    def lane(self) -> Lane:
        """The lane they are in."""
        return lanes.lane_of(self.evidence, self.stage, self.settings)

    @property
    def is_kept_up(self) -> bool:
        """Whether there is a rhythm to keep: a lane, or days the user set."""
        return self.lane is not Lane.NONE or lanes.every_days(self.evidence.contact) is not None

    @cached_property
    def met(self) -> Entry | None:
        """The last meeting at an event or by chance."""
        return self.evidence.last_met

    @property
    def event(self) -> Event | None:
        """The event where we met last, if it is known."""
        return self.events.get(self.met.event or "") if self.met else None

    def say(self, day: date) -> str:
        """A day in words."""
        return spoken(day, self.evidence.today)

    def days_since(self, day: date) -> int:
        """Whole days since a day."""
        return (self.evidence.today - day).days
