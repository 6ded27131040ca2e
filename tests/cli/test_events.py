"""``event`` and ``library``."""

from __future__ import annotations

import pytest

from tests.conftest import Netprep

NEW_YORK = ("--timezone", "America/New_York")


@pytest.mark.parametrize(
    ("arguments", "starts", "ends"),
    [
        (("--starts", "thu 18:00", "--for", "2h"), "2026-11-26T18:00+00:00", "2026-11-26T20:00+00:00"),
        (("--starts", "thu 18:00"), "2026-11-26T18:00+00:00", None),
        (("--starts", "thu"), "2026-11-26", None),
        (("--starts", "2026-12-01", "--ends", "2026-12-02"), "2026-12-01", "2026-12-02"),
        (("--starts", "thu 18:00", "--ends", "20:30"), "2026-11-26T18:00+00:00", "2026-11-26T20:30+00:00"),
        (("--starts", "thu 20:00", "--ends", "1am"), "2026-11-26T20:00+00:00", "2026-11-27T01:00+00:00"),
        (("--starts", "thu 18:00", "--for", "90min", *NEW_YORK), "2026-11-26T18:00-05:00", "2026-11-26T19:30-05:00"),
        (("--starts", "thu 18:00", "--ends", "20:00", *NEW_YORK), "2026-11-26T18:00-05:00", "2026-11-26T20:00-05:00"),
        (("--starts", "2026-07-03T18:00", *NEW_YORK), "2026-07-03T18:00-04:00", None),
        (("--starts", "2026-07-03T18:00+09:00", *NEW_YORK), "2026-07-03T18:00+09:00", None),
        (("--starts", "2027-03-14T01:30", "--for", "2h", *NEW_YORK), "2027-03-14T01:30-05:00", "2027-03-14T04:30-04:00"),
        (("--starts", "in 2 hours", "--timezone", "Asia/Tokyo"), "2026-11-20T20:00+09:00", None),
    ],
)  # fmt: skip
def test_a_date_is_understood_in_the_zone_of_the_event(
    netprep: Netprep, arguments: tuple[str, ...], starts: str, ends: str | None
) -> None:
    today = "2026-11-20T09:00+00:00"
    added = netprep("event", "add", "Mixer", *arguments, "--format", "json", today=today).json
    assert (added["starts"], added["ends"]) == (starts, ends)
    assert netprep("event", "show", "mixer", "--format", "json").json["event"].get("ends") == ends


def test_the_date_is_printed_as_understood_with_its_zone(netprep: Netprep) -> None:
    said = netprep("event", "add", "Mixer", "--starts", "thu 18:00", "--for", "2h", *NEW_YORK, width=200).stdout
    assert "Thu 26 Nov 2026, 18:00 UTC-05:00 to Thu 26 Nov 2026, 20:00 UTC-05:00 (America/New_York)" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--starts", "thu 20:00", "--ends", "18:00"), "before it starts"),
        (("--starts", "2026-11-26T20:00", "--ends", "2026-11-25"), "before it starts"),
        (("--starts", "thu 20:00", "--ends", "22:00", "--for", "2h"), "--for"),
        (("--starts", "thu", "--for", "2h"), "--for"),
        (("--starts", "thu", "--ends", "20:00"), "start with a time"),
        (("--starts", "2026-02-30"), "no such date"),
        (("--starts", "3/12"), "two different days"),
        (("--starts", "thu", "--timezone", "Europe/Berln"), "Europe/Berlin"),
        (("--starts", "thu", "--url", "data:text/html,x"), "data:"),
        (("--starts", "thu", "--with", "x" * 5000), "5,000 characters"),
        (("--starts", "thu", "--type", "rave"), "rave"),
    ],
)
def test_an_event_with_a_mistake_is_refused(netprep: Netprep, arguments: tuple[str, ...], says: str) -> None:
    netprep("contact", "add", "Maya Okafor")
    before = netprep.export()
    assert says in netprep("event", "add", "Mixer", *arguments, code=2).stderr
    assert netprep.export() == before


def test_people_expected_are_contacts_or_names_and_a_doubt_is_said(netprep: Netprep) -> None:
    for name in ("Maya Okafor", "Li Chen", "Li Berg"):
        netprep("contact", "add", name)
    assert "2 contacts" in netprep("event", "add", "Mixer", "--starts", "thu", "--with", "li", code=3).stderr
    added = netprep(
        "event", "add", "Mixer", "--starts", "thu", "--with", "maya", "--with", "Maya Okafr", "--with", "Jo"
    )
    assert "Did you mean Maya Okafor" in " ".join(added.stderr.split())
    event = netprep("event", "show", "mixer", "--format", "json").json["event"]
    assert event["attendees"] == [{"contact": "maya-okafor"}, {"name": "Maya Okafr"}, {"name": "Jo"}]
    assert "with Maya Okafor\n" in netprep("event", "show", "mixer").stdout


def test_an_events_page_has_what_is_known_of_it(netprep: Netprep) -> None:
    netprep("event", "add", "Mixer", "--starts", "yesterday 18:00", "--purpose", "learn", "--purpose", "serve",
            "--goal", "one question about nights", "--type", "mixer", "--place", "The old dock")  # fmt: skip
    netprep("log", "Ada Berg", "a: the lift | y: learn", "--event", "mixer")
    shown = netprep("event", "show", "mixer").stdout
    for said in ("place: The old dock", "purpose: learn, serve", "goal: one question", "intent: value learn"):
        assert said in shown


URL = "https://example.org/a%20b?x=1&y=%C3%A9;z#Frag/../'é"


def test_a_link_is_kept_byte_for_byte(netprep: Netprep) -> None:
    added = netprep("library", "add", "link_doc", "Plan", "--url", URL, "--topic", "running", "--format", "json").json
    assert added["url"] == URL
    exported = netprep.export()
    netprep("undo")
    netprep("import", "-", stdin=exported)
    assert netprep("library", "show", "plan", "--format", "json").json["item"]["url"] == URL
    assert URL in netprep("library", "show", "plan", width=42).stdout


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,hi", "JaVa\tScript:x", "file:///etc/passwd"])
def test_a_link_that_runs_or_opens_something_is_refused(netprep: Netprep, url: str) -> None:
    assert "is not kept" in netprep("library", "add", "link_doc", "Trap", "--url", url, code=2).stderr
    assert netprep("library", "list", "--format", "json").json["items"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("poem", "Ode"), 2, "poem"),
        (("book", "Ode", "--minutes", "long"), 2, "whole number"),
        (("book", "Ode", "--opened", "2026-02-30"), 2, "no such date"),
        (("referral", "Ada", "--contact", "nobody"), 3, "There is no contact"),
        (("invitation", "Gala", "--event", "nothing"), 3, "There is no event"),
        (("book", ""), 2, "title"),
    ],
)
def test_a_library_item_with_a_mistake_is_refused(
    netprep: Netprep, arguments: tuple[str, ...], code: int, says: str
) -> None:
    assert says in netprep("library", "add", *arguments, code=code).stderr
    assert netprep.export() == "netprep: 1\n"


def test_the_library_is_listed_by_kind(netprep: Netprep) -> None:
    netprep("library", "add", "book", "The Quiet Room", "--paid", "--mine", "--minutes", "0")
    netprep("library", "add", "audio", "Harbour sounds")
    assert [
        each["title"] for each in netprep("library", "list", "--kind", "audio", "--format", "json").json["items"]
    ] == ["Harbour sounds"]
    item = netprep("library", "show", "quiet", "--format", "json").json["item"]
    assert (item["free"], item["mine"], item["opened"]) == (False, True, "2026-11-20")


def test_a_goal_that_sells_is_remarked_on_when_it_is_typed_and_a_good_one_is_not(netprep: Netprep) -> None:
    added = netprep("event", "add", "Fair", "--starts", "thu", "--goal", "sell rota software to cafés", width=300)
    assert "(G01)" in added.stderr
    assert "learn from three cafés" in added.stderr
    good = netprep("event", "add", "Dinner", "--starts", "thu", "--goal", "learn how kilns work", "--serve", "a map")
    assert good.stderr == ""
