"""The demo's evening was always yesterday, whenever and wherever the demo runs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netprep.compose.demo import REFERENCE_DAY, demo_notebook
from netprep.exchange.notebook_file import check_notebook
from netprep.method.stage import stage
from netprep.model.moment import Moment
from netprep.model.records import Notebook
from netprep.settings.method import MethodSettings

WRITTEN = demo_notebook(datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=-5))))
WHENS = [
    datetime(2028, 2, 29, 8, 30, tzinfo=UTC),
    datetime(2028, 3, 1, 8, 30, tzinfo=UTC),
    datetime(2027, 1, 1, 0, 5, tzinfo=ZoneInfo("Asia/Kolkata")),
    datetime(2026, 12, 31, 23, 59, tzinfo=ZoneInfo("Pacific/Kiritimati")),
    datetime(2027, 3, 28, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York")),
    datetime(2020, 6, 15, 12, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    datetime(2099, 12, 31, 12, tzinfo=ZoneInfo("Pacific/Marquesas")),
]


def moments(record: Any) -> Iterator[Moment]:
    """Every moment in a record, in the order of its fields."""
    if isinstance(record, Moment):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from moments(each)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from moments(getattr(record, field.name))


def undated(record: Any) -> Any:
    """The record with all its moments made the same one."""
    if isinstance(record, Moment):
        return Moment(date(2000, 1, 1))
    if isinstance(record, tuple):
        return tuple(undated(each) for each in record)
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        fields = {field.name: undated(getattr(record, field.name)) for field in dataclasses.fields(record)}
        return dataclasses.replace(record, **fields)
    return record


def stages(notebook: Notebook, now: datetime) -> dict[str, str]:
    assert notebook.me is not None
    bar = notebook.me.trust_bar
    reports = {each.id: stage(each, now, MethodSettings(), bar, seeks=True) for each in notebook.contacts}
    return {name: f"{each.stage.value} {each.freshness} {each.flags}" for name, each in reports.items()}


@pytest.mark.parametrize("now", WHENS, ids=str)
def test_everything_moves_by_the_same_days(now: datetime) -> None:
    moved = demo_notebook(now)
    before, after = list(moments(WRITTEN)), list(moments(moved))
    assert len(before) == len(after) > 100
    assert {new.day - old.day for old, new in zip(before, after, strict=True)} == {now.date() - REFERENCE_DAY}
    assert undated(moved) == undated(WRITTEN)
    check_notebook(moved)


@pytest.mark.parametrize("now", WHENS, ids=str)
def test_hours_stay_and_are_told_in_the_zone_of_now(now: datetime) -> None:
    for old, new in zip(moments(WRITTEN), moments(demo_notebook(now)), strict=True):
        assert old.has_time == new.has_time
        if old.time_of_day and new.time_of_day:
            assert old.time_of_day.time() == new.time_of_day.time()
            assert new.time_of_day.tzinfo is now.tzinfo


@pytest.mark.parametrize("now", WHENS, ids=str)
def test_the_mixer_was_last_night_and_its_people_were_met_there(now: datetime) -> None:
    notebook = demo_notebook(now)
    mixer = next(event for event in notebook.events if event.id == "harbour-mixer")
    yesterday = now.date() - timedelta(days=1)
    assert mixer.starts.day == yesterday
    assert mixer.starts.time_of_day is not None
    assert mixer.starts.time_of_day.hour == 18
    met = [entry for contact in notebook.contacts for entry in contact.log if entry.event == mixer.id and entry.minutes]
    assert len(met) == 7
    assert {entry.date.day for entry in met} == {yesterday}


@pytest.mark.parametrize("now", WHENS, ids=str)
def test_stages_are_the_same_on_every_day(now: datetime) -> None:
    written = stages(WRITTEN, datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=-5))))
    assert stages(demo_notebook(now), now) == written


@settings(max_examples=15, deadline=None)
@given(st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1), timezones=st.timezones()))
def test_any_day_will_do(now: datetime) -> None:
    notebook = demo_notebook(now)
    check_notebook(notebook)
    shifts = {new.day - old.day for old, new in zip(moments(WRITTEN), moments(notebook), strict=True)}
    assert shifts == {now.date() - REFERENCE_DAY}
