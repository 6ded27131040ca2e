"""Promises: how each stands and which comes first."""

from __future__ import annotations

from dataclasses import replace

from netprep.method.promises import open_promise_statuses, promise_statuses
from netprep.model.words import EntryKind, Party
from tests.method.builders import KEPT, PROMISE, at, entry, person


def test_how_a_promise_stands_in_words():
    def text(day, *more, **keys):
        return promise_statuses(person(replace(PROMISE, **keys), *more), at(day))[0].text

    assert text("2026-03-30") == "due in 4 days"
    assert text("2026-04-02") == "due tomorrow"
    assert text("2026-04-03") == "due today"
    assert text("2026-04-04") == "1 day late"
    assert text("2026-04-04", KEPT) == "kept"
    assert text("2026-04-04", replace(KEPT, kind=EntryKind.PROMISE_BROKEN)) == "broken"
    assert text("2026-04-04", due=None) == "open, without a date"


def test_an_hour_counts_in_the_zone_it_was_written_in():
    promise = entry("promise", "2026-03-27", "p1", what="the sheet", due="2026-04-03T18:00-05:00")
    (before,) = promise_statuses(person(promise), at("2026-04-03T22:59+00:00"))
    (after,) = promise_statuses(person(promise), at("2026-04-03T23:01+00:00"))
    assert (before.state, after.state) == ("open", "overdue")
    assert after.text == "its hour has passed today"


def test_overdue_first_then_by_day_then_undated():
    def promise(name, due, **keys):
        return entry("promise", "2026-03-01", name, what=name, **({"due": due} if due else {}), **keys)

    contact = person(
        promise("undated", None),
        promise("later", "2026-05-01"),
        promise("late", "2026-03-20"),
        promise("latest", "2026-03-10"),
        promise("soon", "2026-04-02"),
        promise("theirs", "2026-03-02", by=Party.THEM),
    )
    order = [each.promise.id for each in open_promise_statuses(contact, at("2026-04-01"))]
    assert order == ["latest", "late", "soon", "later", "undated"]
    everything = promise_statuses(contact, at("2026-04-01"))
    assert everything[0].promise.id == "theirs"
    assert not everything[0].mine


def test_kept_wins_over_broken_and_a_struck_word_counts_for_nothing():
    broken = entry("promise_broken", "2026-04-05", "b1", of="p1")
    late = entry("promise_kept", "2026-04-09", "k1", of="p1")
    assert promise_statuses(person(PROMISE, broken, late), at("2026-04-10"))[0].text == "kept"
    assert promise_statuses(person(PROMISE, broken, late), at("2026-04-06"))[0].text == "broken"
