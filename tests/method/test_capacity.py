"""How many people an evening is good for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.capacity import Capacity, capacity, event_capacity
from netprep.model.moment import Moment
from netprep.model.records import Event, Fit
from tests.method.builders import SETTINGS, steady

TWO_HOURS = Event("Harbour mixer", Moment.parse("2026-11-19T18:00"), ends=Moment.parse("2026-11-19T20:00"))


@pytest.mark.parametrize(
    ("minutes", "low_key", "new", "keep"),
    [
        (60, False, (3, 4), (1, 2)),
        (90, False, (4, 6), (1, 3)),
        (120, False, (6, 8), (2, 4)),
        (180, False, (9, 10), (3, 4)),
        (90, True, (2, 3), (1, 2)),
        (120, True, (3, 4), (1, 2)),
    ],
)
def test_the_table(minutes, low_key, new, keep):
    assert capacity(minutes, SETTINGS, low_key=low_key) == Capacity(new, keep)


def test_free_slots_limit_whom_to_keep_but_unknown_ones_do_not():
    assert capacity(120, SETTINGS, free_slots=2).keep == (2, 2)
    assert capacity(120, SETTINGS, free_slots=1).keep == (1, 1)
    assert capacity(120, SETTINGS, free_slots=0).keep == (1, 1)
    assert capacity(120, SETTINGS, free_slots=None).keep == (2, 4)


def test_time_to_talk_replaces_the_length():
    assert event_capacity(TWO_HOURS, SETTINGS) == Capacity((6, 8), (2, 4))
    from dataclasses import replace

    assert event_capacity(replace(TWO_HOURS, fit=Fit(talk_minutes=60)), SETTINGS) == Capacity((3, 4), (1, 2))
    assert event_capacity(replace(TWO_HOURS, fit=Fit(size=40)), SETTINGS) == Capacity((6, 8), (2, 4))
    assert event_capacity(replace(TWO_HOURS, ends=None), SETTINGS) is None
    assert event_capacity(replace(TWO_HOURS, ends=None, fit=Fit(talk_minutes=0)), SETTINGS) == Capacity((0, 0), (0, 0))


@steady
@given(st.integers(-10, 100_000), st.booleans(), st.one_of(st.none(), st.integers(0, 50)))
def test_ranges_are_ranges(minutes, low_key, slots):
    found = capacity(minutes, SETTINGS, low_key=low_key, free_slots=slots)
    assert 0 <= found.new[0] <= found.new[1] <= 10
    assert 0 <= found.keep[0] <= found.keep[1] <= 4
    assert found.keep[1] <= max(1, found.new[1])
