"""Common ground through the front door: two runners, one race ahead, and a coffee that names it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from netprep.clock import read_clock
from netprep.compose.common_ground import close_ground, common_grounds
from netprep.method.topic_parts import says
from netprep.settings.method import MethodSettings
from netprep.store import open_store
from tests.conftest import TODAY, Made, Netprep, make_demo

RUNNERS: dict[str, Any] = {
    "netprep": 1,
    "me": {
        "name": "Alex Reyes",
        "facts": [
            {"field": "interests", "value": "running the Peachtree", "date": "2025-07-04"},
            {"field": "interests", "value": "running the Peachtree", "date": "2026-07-04"},
            {"id": "f3", "field": "goals", "value": "running Boston", "when": "2027-04-19"},
            {"field": "interests", "value": "board games"},
        ],
    },
    "contacts": [
        {
            "name": "Dana Wells",
            "emails": ["dana@mill.example"],
            "facts": [
                {"id": "f11", "field": "interests", "value": "running the Peachtree Road Race", "date": "2025-07-04"},
                {"id": "f12", "field": "interests", "value": "running the Peachtree Road Race", "date": "2026-07-04"},
                {"id": "f13", "field": "goals", "value": "running the Boston Marathon", "when": "2027-04-19"},
                {"id": "f14", "field": "interests", "value": "board games"},
            ],
            "log": [{"kind": "met", "date": "2026-11-19", "minutes": 20, "anchor": "the coat-check queue"}],
        },
        {"name": "Ann Lee", "facts": [{"field": "interests", "value": "board games"}]},
        {"name": "Bo Lind", "facts": [{"field": "working_on", "value": "running a bakery"}]},
        {"name": "Cy Orr", "facts": [{"field": "interests", "value": "board games on Sundays"}]},
        {
            "name": "Di Poe",
            "facts": [{"field": "interests", "value": "running the Peachtree", "sensitivity": "private"}],
        },
    ],
}


def make_runners(netprep: Netprep) -> None:
    netprep("import", "-", stdin=json.dumps(RUNNERS))


@pytest.fixture
def runners(made: Made) -> Netprep:
    return made(make_runners)


def offer(netprep: Netprep, *arguments: str) -> dict[str, Any]:
    note = netprep("followup", *arguments, "--format", "json").json
    assert note["status"] == "send-ready", note["findings"]
    assert [each for each in note["findings"] if each["level"] == "error"] == []
    said = [each for each in note["sentences"] if each["move"] == "offer_to_meet"]
    assert len(said) == 1
    return {**said[0], "subject": note["subject"]}


def test_two_runners_have_the_rarest_things_in_common_and_the_race_ahead_first(runners: Netprep) -> None:
    lines = [line.strip() for line in runners("contact", "show", "dana", width=200).stdout.splitlines()]
    assert [line for line in lines if line.startswith("in common")] == [
        "in common: running the Boston Marathon (ahead of you both on 19 Apr 2027), only 1 of 5 you know",
        "in common: running the Peachtree Road Race (both of you, two years running), only 1 of 5 you know",
        "in common: board games, 3 of 5 you know",
    ]
    assert "common running the Boston Marathon (ahead of you both" in runners("stage", "dana", width=200).stdout


@pytest.mark.parametrize("kind", ["offer_to_meet", "first_note"])
def test_the_coffee_names_the_race_ahead_and_the_guard_knows_it(runners: Netprep, kind: str) -> None:
    said = offer(runners, "dana", "--kind", kind)
    assert "coffee" in said["text"]
    assert "the Boston Marathon" in said["text"]
    assert "in April" in said["text"]
    assert {"f13", "f3"} <= set(said["facts"]), "their fact and mine"
    why = runners("followup", "dana", "--kind", kind, "--why", width=200).stdout
    assert "f3 fact: running Boston (about you" in why


def test_the_race_is_a_reason_to_write_when_its_day_comes(runners: Netprep) -> None:
    items = runners("today", "--format", "json", today="2027-04-18T09:00").json["items"]
    assert ("hook", "dana-wells") in [(item["kind"], item["contact"]) for item in items]


def test_once_the_race_is_run_nothing_says_that_it_lies_ahead(runners: Netprep) -> None:
    later = runners("followup", "dana", "--kind", "offer_to_meet", "--format", "json", today="2027-05-03T09:00").json
    assert "ahead" not in later["body"]
    assert "April" not in later["body"]


def test_a_first_note_names_what_is_rare_and_not_what_many_have(netprep: Netprep) -> None:
    dana = {**RUNNERS["contacts"][0], "facts": [{"field": "interests", "value": "board games"}]}
    netprep("import", "-", stdin=json.dumps({**RUNNERS, "contacts": [dana, *RUNNERS["contacts"][1:]]}))
    assert "board games" not in offer(netprep, "dana", "--kind", "first_note")["text"]
    said = offer(netprep, "dana", "--kind", "offer_to_meet")
    assert "board games in common" in said["text"]
    assert said["subject"] in ("Board games", "About board games")


SECRETS = {
    "private": {"sensitivity": "private"},
    "sealed": {"sensitivity": "sealed"},
    "heard": {"source": "third_party"},
    "guessed": {"source": "guess"},
    "imported": {"source": "import"},
    "past": {"until": "2026-01-01"},
}


@pytest.mark.parametrize("side", ["mine", "theirs"])
@pytest.mark.parametrize("why", list(SECRETS))
def test_what_may_not_be_said_on_either_side_is_no_common_ground(netprep: Netprep, side: str, why: str) -> None:
    plain = {"field": "interests", "value": "quincunx gardens", "when": "2027-04-19"}
    kept = {**plain, **SECRETS[why]}
    book = {
        "netprep": 1,
        "me": {"name": "Alex Reyes", "facts": [{"id": "f1", **(kept if side == "mine" else plain)}]},
        "contacts": [{"name": "Dana Wells", "facts": [plain if side == "mine" else kept]}],
    }
    netprep("import", "-", stdin=json.dumps(book))
    assert "common" not in netprep("contact", "show", "dana").stdout
    assert "common" not in netprep("stage", "dana").stdout
    note = netprep("followup", "dana", "--kind", "offer_to_meet", "--format", "json").json
    assert "of us" not in note["body"]
    assert "ahead of me" not in note["body"]
    assert "f1" not in [known["id"] for known in note["facts"]], "nothing of mine is used"


def test_a_topic_to_avoid_is_not_offered(runners: Netprep) -> None:
    avoiding = {**RUNNERS["contacts"][0], "avoid": ["boston", "board game"]}
    home = Netprep(runners.home.parent / "other")
    home("import", "-", stdin=json.dumps({**RUNNERS, "contacts": [avoiding]}))
    assert "Boston" not in home("stage", "dana").stdout
    assert "Peachtree" in offer(home, "dana", "--kind", "offer_to_meet")["text"]


def test_the_talk_that_comes_next_is_about_what_is_shared(netprep: Netprep) -> None:
    given = [
        {"id": "e8", "kind": "give", "date": "2026-11-19", "share": "link_doc"},
        {"kind": "give_ack", "date": "2026-11-20", "of": "e8", "reaction": "thanked"},
    ]
    dana = {**RUNNERS["contacts"][0], "log": [*RUNNERS["contacts"][0]["log"], *given]}
    netprep("import", "-", stdin=json.dumps({**RUNNERS, "contacts": [dana]}))
    said = netprep("stage", "dana", "--format", "json").json["next"]
    assert said == "coffee or a call about running the Boston Marathon, which you share"


def test_groups_that_both_are_in_are_shown_and_not_put_into_notes(made: Made) -> None:
    demo = made(make_demo)
    assert "Boat Shed committee (you are both in it)" in demo("contact", "show", "wanjiru", width=200).stdout
    note = demo("followup", "wanjiru", "--kind", "offer_to_meet", "--format", "json").json
    assert "committee" not in next(s["text"] for s in note["sentences"] if s["move"] == "offer_to_meet")


def test_many_people_are_asked_about_at_once_and_answered_as_one_by_one(runners: Netprep) -> None:
    clock, method = read_clock(TODAY), MethodSettings()
    with open_store(runners.home) as store:
        me, people = store.me(), list(store.contacts())
        together = common_grounds(store, people, me, clock, method)
        assert set(together) == {each.id for each in people}
        for each in people:
            assert together[each.id] == common_grounds(store, [each], me, clock, method)[each.id]
        assert [each.topic for each in close_ground(store, people[0], me, clock, method)] == [
            each.topic for each in together["dana-wells"] if not each.is_broad
        ]


TOPICS = (
    "delivery", "early-morning deliveries", "baking", "a bakery", "baking with rye", "beekeeping", "keeping bees", "beer",
    "running", "running a bakery", "runs in the hills", "happiness at work", "happy customers", "Straße und Schiene", "Ångström",
    "dying cloth", "skies", "sky lanterns", "cities", "a city farm", "used bikes", "use of bikes",
)  # fmt: skip


def test_a_number_is_what_going_through_all_contacts_would_give(netprep: Netprep) -> None:
    people = [{"name": f"Ann{i} Lee", "facts": [{"field": "skills", "value": topic}]} for i, topic in enumerate(TOPICS)]
    people.append({"name": "Zed Poe", "facts": [{"field": "skills", "value": "the oven", "activity": "baking"}]})
    me = {"name": "Alex Reyes", "facts": [{"field": "interests", "value": topic} for topic in TOPICS]}
    netprep("import", "-", stdin=json.dumps({"netprep": 1, "me": me, "contacts": people}))
    clock, method = read_clock(TODAY), MethodSettings()
    with open_store(netprep.home) as store:
        contacts = list(store.contacts())
        for found in common_grounds(store, contacts, store.me(), clock, method).values():
            for shared in found:
                have = [
                    each
                    for each in contacts
                    if any(
                        says(text, shared.stems) for fact in each.facts for text in (fact.value, fact.activity or "")
                    )
                ]
                assert shared.number == len(have), shared.topic


PROBE = """
import sys
from netprep.cli import run
run(sys.argv[1:])
print(*sys.modules)
"""


@pytest.mark.parametrize(("mine", "is_loaded"), [([], False), (RUNNERS["me"]["facts"], True)])
def test_a_note_looks_for_common_ground_only_where_i_have_facts(
    netprep: Netprep, mine: list[object], is_loaded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = {**RUNNERS, "me": {"name": "Alex Reyes", "facts": mine}}
    netprep("import", "-", stdin=json.dumps(book))
    monkeypatch.setenv("NETPREP_TODAY", TODAY)
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--home", str(netprep.home), "followup", "dana"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    loaded = done.stdout.split()
    for module in ("Stemmer", "netprep.compose.common_ground", "netprep.method.common_ground"):
        assert (module in loaded) is is_loaded
