"""Dates as people say them."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.clock import Clock, read_clock
from netprep.clock.said import read_minutes, read_moment
from netprep.errors import UsageError

WEDNESDAY = read_clock("2026-11-25T09:00")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("yesterday 18:00", "2026-11-24T18:00"),
        ("next thu 7:30", "2026-11-26T07:30"),
        ("tomorrow at 6pm", "2026-11-26T18:00"),
        ("tonight 19:00", "2026-11-25T19:00"),
        ("tomorrow 9:00", "2026-11-26T09:00"),
        ("yesterday 18.30", "2026-11-24T18:30"),
        ("2026-11-19T18:00", "2026-11-19T18:00"),
        ("4 dec 19:30", "2026-12-04T19:30"),
    ],
)
def test_a_time_is_read_in_the_users_zone(said: str, meant: str) -> None:
    moment = read_moment(said, WEDNESDAY)
    assert moment.has_time
    assert str(moment).startswith(meant)
    assert moment.time_of_day is not None
    assert moment.time_of_day.tzinfo is not None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("friday", "2026-11-27"),
        ("this fri", "2026-11-27"),
        ("in two weeks", "2026-12-09"),
        ("2026-11-19", "2026-11-19"),
        ("19 Nov", "2027-11-19"),
        ("end of month", "2026-11-30"),
        ("the end of next month", "2026-12-31"),
        ("end of week", "2026-11-27"),
        ("end of the year", "2026-12-31"),
    ],
)
def test_a_day_without_a_time_stays_a_day(said: str, meant: str) -> None:
    assert str(read_moment(said, WEDNESDAY)) == meant


def test_what_has_happened_is_looked_for_in_the_past() -> None:
    assert read_moment("thursday", WEDNESDAY, prefer="past").day == date(2026, 11, 19)
    assert read_moment("19 nov", WEDNESDAY, prefer="past").day == date(2026, 11, 19)


@pytest.mark.parametrize("said", ["2026-02-30", "blah", "3/12", "the 4th", "", "12.11.", "3/12 18:00", "1800"])
def test_what_is_no_date_or_could_be_two_is_refused_with_an_example(said: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_moment(said, WEDNESDAY)
    assert "yesterday 18:00" in refused.value.hint


def test_summer_time_is_that_of_the_day_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        clock = read_clock("2026-10-20T09:00")
        assert str(read_moment("2026-11-03T18:00", clock)).endswith("+01:00")
        assert str(read_moment("2026-10-21T18:00", clock)).endswith("+02:00")
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("said", "minutes"), [("2h", 120), ("90min", 90), ("1h30m", 90), ("1.5h", 90), ("45", 45), ("2 hours", 120)]
)
def test_lengths_of_time(said: str, minutes: int) -> None:
    assert read_minutes(said) == minutes


@pytest.mark.parametrize("said", ["", "x", "0", "-5", "h", "99999h"])
def test_no_length_of_time_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        read_minutes(said)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_usage_error(text: str) -> None:
    with contextlib.suppress(UsageError):
        assert read_moment(text, WEDNESDAY).day.year > 0


def test_a_frozen_clock_takes_a_day_or_a_time_and_nothing_else() -> None:
    assert read_clock("2026-11-19").now.hour == 9
    assert read_clock("2026-11-19T18:30+02:00").now.isoformat() == "2026-11-19T18:30:00+02:00"
    assert isinstance(read_clock(""), Clock)
    with pytest.raises(UsageError, match="NETPREP_TODAY"):
        read_clock("soon")
