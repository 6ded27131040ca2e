"""Questions worth asking, as a person asks for them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Made, Netprep, make_demo
from tests.prompts.test_question_packs import LOW_KEY

QUIET_IDS = {f"q{word}" for word in LOW_KEY}


@pytest.fixture
def demo(made: Made) -> Netprep:
    return made(make_demo)


def offered(netprep: Netprep, *arguments: str, **keys: Any) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = netprep("questions", *arguments, "--format", "json", **keys).json["questions"]
    return questions


def texts(netprep: Netprep, *arguments: str, **keys: Any) -> list[str]:
    return [question["text"] for question in offered(netprep, *arguments, **keys)]


def test_what_they_told_comes_first_with_its_day_and_their_words(demo: Netprep) -> None:
    first, *rest = offered(demo, "--contact", "mirela")
    assert first == {
        "id": "qE2",
        "text": "What have you tried so far with wet stalls on the windy side?",
        "category": "E",
        "depth": 2,
        "because": {
            "fact": "wet stalls on the windy side",
            "quote": "everybody wants the corner and nobody wants the wind",
            "date": "2026-11-19",
        },
        "then": "What did you make of that?",
        "facts": ["f201"],
    }
    assert len(rest) == 3
    assert all(question["because"] is None and question["depth"] == 1 for question in rest)


def test_the_page_shows_question_second_question_ground_give_back_and_gaps(demo: Netprep) -> None:
    shown = demo("questions", "--contact", "mirela")
    assert shown.stdout.startswith(
        "Mirela Popescu\n\n"
        "1  What have you tried so far with wet stalls on the windy side?\n"
        "   + What did you make of that?\n"
        "   qE2 · wet stalls on the windy side, yesterday · “everybody wants the corner\n"
    )
    assert "Give back: I once paid forty people twice" in shown.stdout
    assert "Not known yet: what they aim for; what they like" in shown.stdout
    assert "--asked qE2" in shown.stderr


def test_gaps_are_named_by_field_the_most_useful_first(demo: Netprep) -> None:
    document = demo("questions", "--contact", "efua", "--format", "json").json
    assert document["contact"] == "efua-mensah"
    assert document["event"] is None
    assert document["gaps"] == ["challenges", "wants_to_meet", "accomplishments", "skills", "networks"]
    assert document["give_back"].startswith("I once paid forty people twice")


def test_what_you_share_is_asked_about(demo: Netprep) -> None:
    assert (
        texts(demo, "--contact", "efua")[0]
        == "We have running the Peachtree Road Race in common. What keeps you at it?"
    )


def test_hearsay_and_guesses_make_no_question(demo: Netprep) -> None:
    assert not any("quarrel" in text for text in texts(demo, "--contact", "mirela"))
    assert not any("night counter" in text for text in texts(demo, "--contact", "thuy"))


def test_in_a_hard_time_nothing_is_asked_of_goals_and_troubles(demo: Netprep) -> None:
    assert not {question["category"] for question in offered(demo, "--contact", "anselmo")} & {"D", "E"}
    assert any(
        question["category"] == "E" for question in offered(demo, "--contact", "anselmo", today="2027-01-10T09:00")
    )


def test_a_sleeping_tie_is_asked_what_is_different(demo: Netprep) -> None:
    assert texts(demo, "--contact", "hana")[0] == "What is different for you since September 2024?"


def test_a_plan_whose_day_has_passed_is_asked_after_until_they_have_told(demo: Netprep) -> None:
    after = "2026-11-28T09:00"
    (plan, *_) = offered(demo, "--contact", "solveig", today=after)
    assert (plan["id"], plan["text"]) == ("qK1", "How did the first launch from the new slipway turn out?")
    assert plan["because"]["quote"] == "if it floats we cut the cake and if not we cut it anyway"
    demo("log", "solveig", "it floated", "--kind", "message_in", today="2026-11-25T09:00")
    assert "qK1" not in {question["id"] for question in offered(demo, "--contact", "solveig", today=after)}


def test_progress_is_asked_after_only_when_there_can_be_some(netprep: Netprep) -> None:
    netprep("log", "Ada Berg", "q: busy | w: a quay that drains")
    assert "qC2" not in {question["id"] for question in offered(netprep, "--contact", "ada")}
    later = texts(netprep, "--contact", "ada", today="2026-12-20T09:00")
    assert "Where have you got to with your quay that drains since 20 November?" in later


def test_what_they_have_told_since_is_not_asked_again(netprep: Netprep) -> None:
    netprep("log", "Ada Berg", "q: hello")
    before = netprep("questions", "--contact", "ada", "--format", "json").json
    assert "challenges" in before["gaps"]
    netprep("fact", "add", "ada", "challenges", "late trains")
    after = netprep("questions", "--contact", "ada", "--format", "json").json
    assert "challenges" not in after["gaps"]
    assert {"qE1", "qE4"}.isdisjoint(question["id"] for question in after["questions"])
    assert after["questions"][0]["text"] == "What have you tried so far with late trains?"


def test_a_topic_to_avoid_is_never_asked_about(netprep: Netprep) -> None:
    netprep("log", "Ada Berg", "n: the shop with her brother | i: sailing")
    assert any("brother" in text for text in texts(netprep, "--contact", "ada", "--purpose", "serve"))
    netprep("log", "ada", "x: brother")
    for purpose in ("serve", "learn", "deepen"):
        assert not any("brother" in text for text in texts(netprep, "--contact", "ada", "--purpose", purpose))


def test_what_was_asked_is_written_down_and_not_offered_again(demo: Netprep) -> None:
    first = offered(demo, "--contact", "mirela")[0]["id"]
    done = demo("questions", "--contact", "mirela", "--asked", first, "--asked", "QH5", "--event", "harbour", width=120)
    assert done.stdout == "Mirela Popescu. Logged: asked qE2, qH5; not offered again.   (netprep undo)\n"
    assert "question: qE2" in demo.export()
    assert {"qE2", "qH5"}.isdisjoint(question["id"] for question in offered(demo, "--contact", "mirela"))
    demo("undo")
    assert offered(demo, "--contact", "mirela")[0]["id"] == first


def test_log_marks_a_question_as_asked_too(demo: Netprep) -> None:
    demo("log", "mirela", "--kind", "question_asked", "--set", "question=qe2")
    assert "question: qE2" in demo.export()
    assert "qE2" not in {question["id"] for question in offered(demo, "--contact", "mirela")}


@pytest.mark.parametrize(
    "arguments",
    [
        ("questions", "--contact", "mirela", "--asked", "qB11"),
        ("log", "mirela", "--kind", "question_asked", "--set", "question=qB11"),
        ("log", "mirela", "in passing", "--kind", "question_asked", "--set", "question=qB11"),
    ],
    ids=" ".join,
)
def test_an_unknown_question_is_refused_with_the_nearest(demo: Netprep, arguments: tuple[str, ...]) -> None:
    before = demo.export()
    failed = demo(*arguments, code=3)
    assert "no question “qB11”" in failed.stderr
    assert "qB1, “What does a good Tuesday look like in your work?”" in failed.stderr
    assert demo.export() == before


def test_which_question_has_to_be_said(demo: Netprep) -> None:
    assert "Which question" in demo("log", "mirela", "it", "--kind", "question_asked", code=2).stderr
    assert "--asked needs --contact" in demo("questions", "--asked", "qB1", code=2).stderr


def test_a_room_gets_openers_for_its_sort_and_hour(demo: Netprep) -> None:
    shown = offered(demo, "--event", "boat")
    assert {question["category"] for question in shown} <= {"A", "B", "I"}
    assert 2 <= len(shown) <= 3
    assert all(question["because"] is None and question["then"] for question in shown)
    evening = texts(demo, "--event", "trade")
    assert "What made this the evening you said yes to?" in evening


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (("--starts", "2026-12-04T07:30", "--for", "90min"), "morning"),
        (("--starts", "2026-12-04T13:00", "--for", "2h"), "afternoon"),
        (("--starts", "2026-12-04T18:00", "--for", "2h"), "evening"),
        (("--starts", "2026-12-04T09:00", "--for", "8h"), "day"),
        (("--starts", "2026-12-04"), "event"),
        (("--starts", "2026-12-04", "--type", "dinner"), "evening"),
        (("--starts", "2026-12-04T23:00+00:00", "--timezone", "America/New_York"), "evening"),
        (("--starts", "2026-12-04T23:00+00:00", "--timezone", "Asia/Tokyo"), "morning"),
    ],
)
def test_the_hour_of_an_event_is_said_as_people_say_it(netprep: Netprep, when: tuple[str, ...], said: str) -> None:
    netprep("event", "add", "Gathering", *when)
    netprep("log", "Ada Berg", "q: hello")
    pack = netprep.home / "questions" / "p.toml"
    pack.parent.mkdir()
    pack.write_text(
        '[[question]]\nid = "m1"\ncategory = "A"\npurposes = ["serve"]\nhere = true\ntext = "What of the {part_of_day}?"\n'
    )
    assert f"What of the {said}?" in texts(netprep, "--event", "gathering", "--contact", "ada", "--purpose", "serve")


def test_somebody_on_the_list_of_an_event_needs_no_contact(demo: Netprep) -> None:
    document = demo("questions", "--event", "boat", "--contact", "beatriz", "--format", "json").json
    assert document["contact"] is None
    assert document["event"] == "boat-shed-breakfast"
    first = document["questions"][0]
    assert first["text"] == "I gather your studio opened its furnace to schools. What led up to that?"
    assert first["because"]["fact"] == "her studio opened its furnace to schools"
    assert texts(demo, "--event", "boat", "--contact", "yusuf")[0] in (
        "Which unglamorous part of being an upholsterer matters most?",
        "What was the turn in the road that made you an upholsterer?",
    )
    assert all(question["because"] is None for question in offered(demo, "--event", "boat", "--contact", "ingrid"))
    assert "no contact “nobody”" in demo("questions", "--event", "boat", "--contact", "nobody", code=3).stderr


def test_what_the_list_says_in_public_of_a_contact_is_asked_about(netprep: Netprep) -> None:
    netprep(
        "import", "-",
        stdin="netprep: 1\n"
        "contacts: [{id: ada, name: Ada Berg, avoid: [kiln]}]\n"
        "events:\n"
        "  - {id: night, name: Night, starts: 2026-12-01, attendees: [{contact: ada, public: opened the mill to schools}]}\n"
        "  - {id: day, name: Day, starts: 2026-12-02, attendees: [{contact: ada, public: opened the kiln to schools}]}\n",
    )  # fmt: skip
    assert (
        texts(netprep, "--event", "night", "--contact", "ada")[0]
        == "I gather you opened the mill to schools. What led up to that?"
    )
    assert not any("kiln" in text for text in texts(netprep, "--event", "day", "--contact", "ada"))


def test_host_and_speaker_are_named_to_others_and_not_to_themselves(netprep: Netprep) -> None:
    netprep(
        "import", "-",
        stdin="netprep: 1\n"
        "contacts: [{id: sam, name: Sam Oyelaran}, {id: ada, name: Ada Berg}]\n"
        "events:\n"
        "  - id: night\n"
        "    name: Data Night\n"
        "    starts: 2026-12-01T18:30\n"
        "    type: meetup\n"
        "    attendees: [{contact: sam, role: host}, {contact: ada}, {name: Hans Claes, role: speaker}]\n",
    )  # fmt: skip
    everything = [
        text
        for purpose in ("meet", "learn")
        for text in texts(netprep, "--event", "night", "--contact", "ada", "--purpose", purpose)
    ]
    everything += texts(netprep, "--event", "night")
    assert (
        "Which bit of Hans Claes’s talk would you argue with?" in everything
        or "How do you come to know Sam Oyelaran?" in everything
    )
    to_sam = texts(netprep, "--event", "night", "--contact", "sam", "--n", "1")
    assert to_sam == ["Who came on their own this evening and would be glad of company?"]
    for name in ("sam", "hans"):
        for purpose in ("meet", "learn"):
            said = texts(netprep, "--event", "night", "--contact", name, "--purpose", purpose)
            assert not any("know Sam" in text for text in said if name == "sam")
            assert not any("Hans" in text for text in said if name == "hans")


def test_quiet_two_hours_are_good_for_few_people_and_two_low_key_questions_each(demo: Netprep) -> None:
    from netprep.method.capacity import capacity
    from netprep.settings.method import MethodSettings

    assert capacity(120, MethodSettings(), low_key=True).new == (3, 4)
    demo("me", "--low-key")
    for person in ("efua", "mirela", "hyun-ju", "solveig", "hana", "owen"):
        asked = offered(demo, "--contact", person)
        assert len(asked) == 2
        assert {question["id"] for question in asked} <= QUIET_IDS
    room = offered(demo, "--event", "boat")
    assert {question["id"] for question in room} <= QUIET_IDS
    assert [question["id"] for question in room][-1] == "qI5"
    assert len(room) == 3
    assert "To the host: Who came on their own this morning" in demo("questions", "--event", "boat").stdout
    assert len(offered(demo, "--contact", "efua", "--no-low-key")) == 4


def test_a_keynote_speaker_is_asked_for_a_view_and_not_for_a_job(demo: Netprep) -> None:
    refused = demo("may-i", "owen", "Are you hiring? I would like to work for you.", "--class", "A4", code=1)
    assert "Not" in refused.stdout or refused.stdout
    first = offered(demo, "--contact", "owen")[0]
    assert (first["id"], first["text"]) == (
        "qJ1",
        "What pushed you to the view you take in your talk on bringing otters back to the canal?",
    )


def test_advice_is_asked_only_when_the_gate_is_open(netprep: Netprep) -> None:
    netprep("me", "--name", "Noor Haddad")
    netprep("me", "facts", "add", "challenges", "finding reviewers who answer")
    netprep("contact", "add", "Ada Berg")
    assert "qJ4" not in {question["id"] for question in offered(netprep, "--contact", "ada", "--purpose", "learn")}
    netprep("log", "ada", "q: hello", "--kind", "one_to_one", "--set", "minutes=40", "--date", "2026-11-01")
    ids = {question["id"] for question in offered(netprep, "--contact", "ada", "--purpose", "learn")}
    assert ids & {"qJ4", "qF1", "qF4"}


def test_no_more_than_the_cap_however_many_are_wanted(demo: Netprep) -> None:
    many = demo("questions", "--contact", "mirela", "--n", "9")
    assert "4 are enough" in many.stderr
    assert len(offered(demo, "--contact", "mirela", "--n", "9")) == 4
    assert len(offered(demo, "--event", "boat", "--n", "9")) == 3
    assert len(offered(demo, "--contact", "mirela", "--n", "1")) == 1
    assert demo("questions", "--n", "0", code=2)


def test_nobody_who_is_not_to_be_contacted_is_prepared_for(netprep: Netprep) -> None:
    netprep("import", "-", stdin="netprep: 1\ncontacts: [{name: Dana Fox, do_not_contact: true}]\n")
    assert "do_not_contact" in netprep("questions", "--contact", "dana", code=1).stderr


def test_an_empty_notebook_gets_openers_for_any_room(netprep: Netprep) -> None:
    shown = netprep("questions")
    assert shown.stdout.startswith("Openers for any room")
    assert "netprep questions --contact NAME" in shown.stderr
    document = netprep("questions", "--format", "json").json
    assert document["contact"] is document["event"] is document["give_back"] is None
    assert document["gaps"] == []
    assert len(document["questions"]) >= 2
    assert not netprep.home.exists()


def test_without_a_name_the_next_event_is_pointed_at(demo: Netprep) -> None:
    assert (
        "For Boat Shed breakfast: netprep questions --event boat-shed-breakfast" in demo("questions", width=120).stderr
    )


def test_the_same_questions_come_every_time(demo: Netprep) -> None:
    assert demo("questions", "--contact", "efua").stdout == demo("questions", "--contact", "efua").stdout


def test_nothing_is_asked_that_would_sell_what_i_do(netprep: Netprep) -> None:
    netprep("me", "--name", "Ines Duarte", "--role", "bookkeeper")
    netprep("log", "Ada Berg", "n: bookkeeping at night")
    assert not any("bookkeeping" in text for text in texts(netprep, "--contact", "ada", "--purpose", "serve"))


def test_a_struck_answer_counts_as_never_given_and_a_struck_mark_as_never_asked(demo: Netprep) -> None:
    demo("questions", "--contact", "mirela", "--asked", "qE2")
    entry = demo.export().split("kind: question_asked")[0].rsplit("id: ", 1)[1].split(",")[0].split("\n")[0].strip()
    demo("log", "--strike", entry, "--why", "it was somebody else")
    assert offered(demo, "--contact", "mirela")[0]["id"] == "qE2"
