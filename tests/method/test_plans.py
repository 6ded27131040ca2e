"""Plans as a whole: too many people, too few new ones, notes that wait, groups that are left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.company import Guest, Sought
from netprep.method.plans import (
    followups_open,
    leaving_too_soon,
    role_too_short,
    too_many_known,
    too_many_planned,
    two_from_one_firm,
)
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Event, Group, GroupRole, Meeting, Member
from netprep.model.words import Purpose, StageCode
from tests.method.builders import SETTINGS, at, entry, person, steady

LEAVING = date(2026, 11, 26)


def group(began: str | None, ended: str | None) -> Group:
    start, end = (Moment.parse(day) if day else None for day in (began, ended))
    role = GroupRole("door host", start, end, hours=3)
    return Group(
        "Harbour Club", "club", people=(Member("ada"),), meetings=(Meeting(Moment.parse("2026-12-03")),), roles=(role,)
    )


def test_leaving_three_weeks_after_a_role_ended_comes_with_a_list_for_handing_over() -> None:
    found = leaving_too_soon(group("2025-01-01", "2026-11-05"), LEAVING, SETTINGS, {"ada": "Ada Berg"})
    assert found is not None
    assert "(PL3)" in found.line
    assert "21 days ago" in found.message
    listed = " ".join(found.steps)
    assert all(each in listed for each in ("door host", "3 hours", "2026-12-03", "Ada Berg"))


@pytest.mark.parametrize(("ended", "warns"), [(None, True), ("2026-05-31", True), ("2026-05-30", False)])
def test_half_a_year_after_a_role_one_may_leave(ended: str | None, warns: bool) -> None:
    assert (leaving_too_soon(group("2025-01-01", ended), LEAVING, SETTINGS) is not None) is warns


def test_a_role_that_ends_soon_after_it_began_is_remarked_on() -> None:
    for began, warns in (("2026-09-01", True), ("2026-01-01", False), (None, False)):
        club = group(began, "2026-11-05")
        assert (role_too_short(club, club.roles[0], SETTINGS) is not None) is warns


def sought(*stages: StageCode, org: str | None = None) -> list[Sought]:
    return [Sought(Guest(Attendee(name=f"P{n}", org=org)), each, 1.0, ()) for n, each in enumerate(stages)]


def test_mostly_old_friends_is_remarked_on_unless_one_comes_to_deepen() -> None:
    known, new = StageCode.C, StageCode.V
    assert too_many_known(sought(known, known, new, new), ()) is not None
    assert too_many_known(sought(known, known, new, new), (Purpose.DEEPEN,)) is None
    assert too_many_known(sought(known), ()) is None
    assert too_many_known(sought(known, known, *[new] * 4), ()) is None


def test_two_from_one_firm_are_named_once_however_it_is_written() -> None:
    people = [*sought(*[StageCode.V] * 2, org="Kiln Co"), *sought(StageCode.V, org="kiln co"), *sought(StageCode.V)]
    assert [each.rule for each in two_from_one_firm(people)] == ["PL5"]


@steady
@given(st.integers(0, 40), st.one_of(st.none(), st.integers(0, 10)))
def test_more_than_fit_are_remarked_on_exactly_then(planned: int, most: int | None) -> None:
    assert (too_many_planned(planned, most) is not None) == (bool(most) and planned > (most or 0))


def test_notes_that_wait_since_the_last_event_come_before_the_next_one() -> None:
    def event(name: str, day: str) -> Event:
        return Event(name, Moment.parse(f"{day}T18:00+00:00"), name.lower(), ends=Moment.parse(f"{day}T20:00+00:00"))

    last, ahead, now = event("Mixer", "2026-03-02"), event("Dinner", "2026-03-09"), at("2026-03-04")
    met = entry("met", "2026-03-02", "m1", event="mixer", minutes=15)
    promise = entry("promise", "2026-03-02", "p1", by="me", what="the map", due="2026-03-06")
    wrote = entry("message_out", "2026-03-03", "o1")
    late = entry("promise", "2026-03-02", "p1", by="me", what="the map", due="2026-06-06")
    kept = entry("promise_kept", "2026-03-03", "k1", of="p1")
    for log, waits in (
        ((met, promise, wrote), True), ((met, late, wrote), False), ((met, promise, kept, wrote), False),
    ):  # fmt: skip
        found = followups_open(ahead, (last, ahead), [person(*log)], now, SETTINGS)
        assert (found is not None) is waits
    assert followups_open(last, (last, ahead), [person(met, promise)], now + timedelta(days=1), SETTINGS) is None
