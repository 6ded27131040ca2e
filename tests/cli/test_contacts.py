"""``contact``, ``fact`` and ``forget``."""

from __future__ import annotations

import pytest

from tests.conftest import Made, Netprep


def make(netprep: Netprep) -> None:
    netprep("event", "add", "Chamber mixer", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("event", "add", "Open day", "--starts", "next thu 10:00")
    netprep("contact", "add", "Maya Okafor", "--org", "Tidewater Pumps", "--email", "maya@tidewater.example")


@pytest.fixture
def known(made: Made) -> Netprep:
    return made(make)


def test_a_contact_can_be_added_with_where_you_met_in_one_undoable_step(known: Netprep) -> None:
    before = known.export()
    known("contact", "add", "Bo Lind", "--role", "baker", "--lane", "active", "--tag", "partner", "--met", "chamber")
    shown = known("contact", "show", "bo", "--format", "json").json
    assert (shown["role"], shown["lane"], shown["tags"]) == ("baker", "active", ["partner"])
    assert [(each["kind"], each["date"], each["event"]) for each in shown["log"]] == [
        ("met", "2026-11-19", "chamber-mixer")
    ]
    known("undo")
    assert known.export() == before


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("Maya Okafr",), 3, "resembles Maya Okafor"),
        (("M. O.", "--email", "MAYA@tidewater.example"), 3, "is the address of Maya Okafor"),
        (("Bo Lind", "--met", "open day"), 2, "has not taken place yet"),
        (("Bo Lind", "--met", "opening"), 3, "no event"),
        (("Bo Lind", "--link", "javascript:alert(1)"), 2, "javascript"),
        (("Bo Lind", "--lane", "often"), 2, "often"),
    ],
)
def test_what_cannot_be_added_is_refused_without_a_trace(
    known: Netprep, arguments: tuple[str, ...], code: int, says: str
) -> None:
    before = known.export()
    assert says in known("contact", "add", *arguments, code=code).stderr
    assert known.export() == before


def test_new_says_that_it_is_somebody_else(known: Netprep) -> None:
    added = known("contact", "add", "Maya Okafor", "--new", "--format", "json").json
    assert added["contact"] == "maya-okafor-2"


def test_contacts_are_listed_by_tag_and_as_many_as_asked_for(known: Netprep) -> None:
    known("contact", "add", "Bo Lind", "--tag", "partner")
    assert "Maya" not in known("contact", "list", "--tag", "partner").stdout
    assert "contact edit" in known("contact", "list", "--tag", "none").stdout
    one = known("contact", "list", "--limit", "1")
    assert one.stdout.splitlines()[-1] == "1 more."
    listed = known("contact", "list", "--limit", "1", "--format", "json").json
    assert (len(listed["contacts"]), listed["later"]) == (1, 1)
    assert set(listed["contacts"][0]) == {"id", "name", "org", "role", "tags"}


def test_a_contacts_page_has_every_fact_with_its_source_and_date(known: Netprep) -> None:
    known("fact", "add", "maya", "goals", "opening on Sundays", "--quote", "by spring", "--date", "last thu")
    known("fact", "add", "maya", "interests", "choral singing", "--source", "public", "--shareable")
    known("fact", "add", "maya", "challenges", "a bad hip", "--sensitivity", "private", "--source", "third_party")
    known("fact", "add", "maya", "skills", "lock picking", "--sensitivity", "sealed")
    shown = " ".join(known("contact", "show", "maya").stdout.split())
    assert "goals: opening on Sundays “by spring” (f1, told you, yesterday)" in shown
    assert "interests: choral singing (f2, public, today, may be passed on)" in shown
    assert "challenges: a bad hip (f3, heard, today, PRIVATE)" in shown
    assert "lock picking" not in shown
    assert "1 sealed: netprep contact show maya-okafor --sealed" in shown
    opened = known("contact", "show", "maya", "--sealed").stdout
    assert "lock picking" in opened
    assert "1 sealed" not in opened


def test_the_log_is_a_story_in_order_of_time_and_keeps_no_account(known: Netprep) -> None:
    known("log", "maya", "q: we start early", "--kind", "one_to_one", "--set", "minutes=30", "--date", "2026-11-10")
    known("log", "maya", "--event", "chamber", "a: the broken lift")
    known("promise", "add", "maya", "the list of carriers", "--theirs", "--by", "in two weeks")
    known("log", "--strike", "e1", "--why", "that was Bo")
    lines = known("contact", "show", "maya", width=200).stdout.split("Log\n")[1].splitlines()
    assert lines == [
        "  Tue 10 Nov  one to one · 30 minutes · quote: we start early (e1) [struck: that was Bo]",
        "  yesterday  met at Chamber mixer · anchor: the broken lift (e2)",
        "  today  their promise · what: the list of carriers · due Fri 4 Dec (e3)",
    ]
    for word in ("balance", "total", "owe", "gives:", "asks:"):
        assert word not in known("contact", "show", "maya").stdout.lower()


def test_a_fact_that_is_no_topic_is_kept_with_advice(known: Netprep) -> None:
    done = known("fact", "add", "maya", "interests", "runs the Peachtree")
    assert "running the Peachtree" in done.stderr
    assert "interests: runs the Peachtree (f1)" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("goal", "more room"), "goals"),
        (("goals", "more room", "--date", "2026-02-30"), "no such date"),
        (("goals", "more room", "--source", "gossip"), "gossip"),
        (("goals", "   "), "value"),
    ],
)
def test_a_fact_with_a_mistake_is_refused(known: Netprep, arguments: tuple[str, ...], says: str) -> None:
    before = known.export()
    assert says in known("fact", "add", "maya", *arguments, code=2).stderr
    assert known.export() == before


def test_forgetting_needs_a_yes_where_nobody_can_be_asked(known: Netprep) -> None:
    refused = known("forget", "maya", code=2)
    assert "final" in refused.stderr
    assert "--yes" in refused.stderr
    assert "cannot be undone" in known("forget", "maya", "--yes").stdout
    assert "Maya" not in known.export()
