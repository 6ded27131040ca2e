"""``share``: what is worth sharing, why, and in which words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from netprep.api import CandidateView, Matcher, ShareCandidate
from netprep.loader import plugins
from netprep.loader.finding import Found
from netprep.model.words import LibraryKind
from tests.conftest import Made, Netprep, make_demo

ROTAS: dict[str, Any] = {
    "id": "f1", "field": "challenges", "value": "Sunday rotas", "date": "2026-11-10",
    "quote": "Sunday rotas eat my Saturday night",
}  # fmt: skip
MET = {"id": "e1", "kind": "met", "date": "2026-11-10", "minutes": 15, "anchor": "the oven that would not fit"}
AT_CREDIBILITY = (
    {"id": "e2", "kind": "message_in", "date": "2026-10-01"},
    {"id": "e3", "kind": "one_to_one", "date": "2026-10-08", "minutes": 45},
    {"id": "e4", "kind": "give", "date": "2026-10-09", "share": "other", "what": "a map"},
    {"id": "e5", "kind": "give_ack", "date": "2026-10-10", "of": "e4", "reaction": "used"},
)
Write = Callable[..., Netprep]


def item(kind: str, title: str, **more: Any) -> dict[str, Any]:
    link = (
        {} if kind in ("book", "resource_person", "referral", "introduction") else {"url": f"https://e.example/{kind}"}
    )
    return {"id": kind, "kind": kind, "title": title, "topics": ["rotas"], "opened": "2026-11-01", **link, **more}


@pytest.fixture
def write(netprep: Netprep) -> Write:
    """Write a notebook about Marta, who told of her Sunday rotas."""

    def write(
        *library: dict[str, Any],
        facts: Iterable[dict[str, Any]] = (ROTAS,),
        log: Iterable[dict[str, Any]] = (),
        others: Iterable[dict[str, Any]] = (),
        events: Iterable[dict[str, Any]] = (),
        groups: Iterable[dict[str, Any]] = (),
        **card: Any,
    ) -> Netprep:
        marta = {"id": "marta", "name": "Marta Nowak", "facts": list(facts), "log": [MET, *log], **card}
        book = {
            "netprep": 1, "me": {"name": "Ines Duarte"}, "contacts": [marta, *others], "events": list(events),
            "library": list(library),
        }  # fmt: skip
        netprep("import", "-", stdin=json.dumps(book, ensure_ascii=False))
        return netprep

    return write


def suggestions(netprep: Netprep, *arguments: str) -> list[dict[str, Any]]:
    return list(netprep("share", "marta", "--format", "json", *arguments).json["suggestions"])


def dee(*log: dict[str, Any], **more: Any) -> dict[str, Any]:
    skill = {"id": "d1", "field": "skills", "value": "Sunday rotas", "date": "2026-05-01", "shareable": True}
    met = {"id": "de1", "kind": "met", "date": "2026-05-01"}
    return {"id": "dee", "name": "Dee Marlow", "facts": [skill], "log": [met, *log], **more}


# --- the eight kinds ---

EIGHT = [
    item("information", "What three cafés pay on Sundays", mine=True),
    item("link_doc", "Dee's one-page rota sheet"),
    item("news", "A new law on Sunday work"),
    item("resource_person", "A scheduler who loves puzzles"),
    item("referral", "A café that needs a rota like hers"),
    item("book", "Clockwork", author="Inge Berg"),
    item("audio", "Nine minutes on Sundays", minutes=9),
    item("invitation", "A seat at the rota evening", event="evening"),
]
EVENING = {"id": "evening", "name": "Rota evening", "starts": "2026-12-04T18:00", "place": "Old Mill"}


def test_all_eight_kinds_are_stored_matched_and_worded(write: Write) -> None:
    netprep = write(*EIGHT, log=AT_CREDIBILITY, events=[EVENING])
    found = suggestions(netprep, "--limit", "20")
    assert {each["kind"] for each in found} == {each["kind"] for each in EIGHT}
    for each in found:
        assert each["because"] == {"fact": "f1", "quote": ROTAS["quote"], "date": "2026-11-10"}
        assert each["url"] == next(thing.get("url") for thing in EIGHT if thing["id"] == each["item"])
        assert "Sunday rotas" in each["sentence"]
    scores = [each["score"] for each in found]
    assert scores == sorted(scores, reverse=True)


def test_the_best_three_are_shown_and_are_of_two_kinds_at_least(write: Write) -> None:
    netprep = write(
        *(item("news", f"News {n}", id=f"n{n}", topics=["Sunday rotas"]) for n in range(5)), item("book", "Clockwork")
    )
    found = suggestions(netprep)
    assert [each["kind"] for each in found] == ["news", "news", "book"]
    assert [each["kind"] for each in suggestions(netprep, "--limit", "1")] == ["news"]


def test_before_credibility_people_count_less_and_a_referral_hardly(write: Write) -> None:
    early = {each["kind"]: each["score"] for each in suggestions(write(*EIGHT, events=[EVENING]), "--limit", "20")}
    assert "referral" not in early
    assert early["resource_person"] < early["link_doc"] + 0.1


def test_each_is_printed_with_its_reason_what_it_takes_what_to_mind_and_its_words(write: Write) -> None:
    netprep = write(item("resource_person", "A scheduler who loves puzzles", contact="dee"), others=[dee()])
    shown = " ".join(netprep("share", "marta", width=42).stdout.split())
    assert "because Sunday rotas: “Sunday rotas eat my Saturday night” (Tue 10 Nov)" in shown
    assert "takes 5 minutes" in shown
    assert "mind Dee Marlow has not been asked yet: ask first" in shown
    assert "Shall I ask" in shown or "me to ask" in shown
    why = netprep("share", "marta", "--why", width=200).stdout
    assert re.search(
        r"score +0\.\d\d = fit 0\.\d\d × challenges 1\.00 × 10 days old 0\.96 × resource person 0\.80", why
    )
    assert "share weight challenges: 1 of 1" in why


# --- the fact it is for ---


@pytest.mark.parametrize(
    "kept",
    [
        {"sensitivity": "private"}, {"sensitivity": "sealed"}, {"source": "third_party"}, {"source": "guess"},
        {"source": "import"}, {"until": "2026-11-19"}, {"when": "2026-11-19"},
    ],
    ids=str,
)  # fmt: skip
def test_nothing_is_shared_for_what_may_not_be_said_or_is_over(write: Write, kept: dict[str, Any]) -> None:
    done = write(item("link_doc", "A sheet"), facts=[ROTAS | kept])("share", "marta", "--format", "json")
    assert done.json["suggestions"] == []
    assert "rotas" not in done.stdout


def test_what_is_public_is_not_said_to_have_been_told(write: Write) -> None:
    for number in range(4):
        netprep = write(item("link_doc", "A sheet", id=f"s{number}"), facts=[ROTAS | {"source": "public"}])
        (found,) = suggestions(netprep, "--limit", "1")
        assert "mentioned" not in found["sentence"]
        assert "told" not in found["sentence"]
        netprep("undo")


def test_a_topic_to_avoid_is_avoided_in_facts_and_things(write: Write) -> None:
    netprep = write(item("link_doc", "A sheet"), item("book", "Brothers in bread"), avoid=["brother"])
    assert [each["item"] for each in suggestions(netprep)] == ["link_doc"]
    assert "Left out: Brothers in bread: it touches" in netprep("share", "marta", "--why").stdout
    assert suggestions(write(item("link_doc", "A sheet"), id="ada", name="Marta Ada", avoid=["rota"]), "--limit", "9")


# --- what they had, and when ---


@pytest.mark.parametrize(
    "had",
    [
        [{"id": "g1", "kind": "give", "date": "2026-09-01", "item": "link_doc"}],
        [
            {"id": "p1", "kind": "promise", "date": "2026-09-01", "what": "the sheet", "item": "link_doc"},
            {"id": "k1", "kind": "promise_kept", "date": "2026-09-02", "of": "p1"},
        ],
        [{"id": "m1", "kind": "message_out", "date": "2026-09-01", "body": "See https://e.example/link_doc today"}],
    ],
)
def test_what_they_had_is_not_suggested_again(write: Write, had: list[dict[str, Any]]) -> None:
    netprep = write(item("link_doc", "A sheet"), log=had)
    assert suggestions(netprep) == []
    assert "Left out: A sheet: they have had it." in netprep("share", "marta", "--why").stdout


def test_a_thing_that_was_sent_with_a_note_is_not_suggested_again(write: Write) -> None:
    netprep = write(item("link_doc", "A one-page sheet"))
    assert "https://e.example/link_doc" in netprep("followup", "marta").stdout
    netprep("sent", "marta")
    assert suggestions(netprep) == []


def test_what_was_promised_comes_with_the_word_that_it_comes_first(write: Write) -> None:
    promise = {
        "id": "p1",
        "kind": "promise",
        "date": "2026-11-10",
        "what": "the sheet",
        "item": "link_doc",
        "due": "2026-11-21",
    }
    (found,) = suggestions(write(item("link_doc", "A sheet"), log=[promise]))
    assert found["risk"] == "you promised it by 21 Nov, so it comes first: netprep followup marta"


def test_once_in_two_weeks_is_enough_and_the_day_is_said(write: Write) -> None:
    lately = {"id": "g1", "kind": "give", "date": "2026-11-12", "share": "other", "what": "a map"}
    netprep = write(item("link_doc", "A sheet"), log=[lately])
    done = netprep("share", "marta")
    assert "You shared something with Marta Nowak on 12 Nov" in done.stderr
    assert "26 Nov" in done.stderr
    (found,) = suggestions(netprep)
    assert "wait until 26 Nov" in found["risk"]
    assert "e.example" not in netprep("followup", "marta").stdout, "a note does not share again so soon"
    assert "shared something" not in netprep("share", "marta", today="2026-11-26").stderr


def test_the_same_kind_again_within_a_month_counts_less(write: Write) -> None:
    netprep = write(item("link_doc", "A sheet"), item("book", "Clockwork"))
    before = {each["kind"]: each["score"] for each in suggestions(netprep)}
    netprep("log", "marta", "a link", "--kind", "give", "--set", "share=link_doc", "--date", "2026-10-25")
    after = {each["kind"]: each["score"] for each in suggestions(netprep)}
    assert after["book"] == before["book"]
    assert after.get("link_doc", 0) < before["link_doc"]


@pytest.mark.parametrize("kind", ["snooze", "rest"])
def test_somebody_who_is_to_be_left_in_peace_is(write: Write, kind: str) -> None:
    quiet = {"id": "q1", "kind": kind, "date": "2026-11-12", "until": "2026-12-01"}
    netprep = write(item("link_doc", "A sheet"), log=[quiet])
    assert "Leave Marta Nowak in peace until 1 Dec" in netprep("share", "marta").stderr
    assert suggestions(netprep)[0]["risk"].startswith("Leave Marta Nowak in peace")


def test_in_a_hard_time_nothing_is_asked_of_them_and_a_private_one_is_not_named(write: Write) -> None:
    hard = {"id": "h1", "kind": "hard_time", "date": "2026-11-12"}
    things = (item("link_doc", "A sheet"), item("invitation", "A seat", event="evening"))
    netprep = write(*things, log=[hard], events=[EVENING])
    assert [each["kind"] for each in suggestions(netprep)] == ["link_doc"]
    assert "hard time" in netprep("share", "marta").stderr
    netprep("undo")
    netprep = write(*things, log=[hard | {"sensitivity": "private"}], events=[EVENING])
    assert [each["kind"] for each in suggestions(netprep)] == ["link_doc"]
    done = netprep("share", "marta", "--why")
    assert "hard time" not in done.stdout + done.stderr


def test_somebody_not_to_be_contacted_gets_nothing(write: Write) -> None:
    done = write(item("link_doc", "A sheet"), do_not_contact=True)("share", "marta", code=1)
    assert done.stdout == ""
    assert "do_not_contact" in done.stderr


# --- links ---


def test_a_thing_without_a_link_is_offered_as_a_question(write: Write) -> None:
    (found,) = suggestions(write(item("link_doc", "A sheet", url="")))
    assert found["url"] is None
    assert "no link is written down" in found["risk"]
    assert found["sentence"].endswith(("If not, no matter.", "A no is just as welcome."))
    assert "Shall I send it" in found["sentence"]


@pytest.mark.parametrize("kind", ["book", "resource_person"])
def test_a_book_and_a_person_need_none(write: Write, kind: str) -> None:
    (found,) = suggestions(write(item(kind, "A quiet Sunday")))
    assert "link" not in (found["risk"] or "")


def test_a_link_of_eight_thousand_characters_does_not_wreck_the_page(write: Write) -> None:
    url = "https://e.example/" + "a" * 8000
    netprep = write(item("link_doc", "A sheet", url=url))
    shown = netprep("share", "marta", "--why", width=80).stdout
    assert "aaaa" not in shown
    assert "8,018 characters" in shown
    (found,) = suggestions(netprep)
    assert found["url"] == url
    assert "aaaa" not in netprep("followup", "marta").stdout


@pytest.mark.parametrize(("opened", "said"), [("2025-10-01", "last opened it on 1 Oct 2025"), ("", "no day is noted")])
def test_a_link_that_was_not_read_for_a_year_is_to_be_read_first(write: Write, opened: str, said: str) -> None:
    (found,) = suggestions(write(item("link_doc", "A sheet", opened=opened)))
    assert said in found["risk"]
    assert "read it before you recommend it" in found["risk"]


@pytest.mark.parametrize(
    ("title", "in_sentence"),
    [
        ("<b>Rotas</b> & <script>alert(1)</script>", False),
        ("{{ facts }} {% for x in y %} rotas", False),
        ("Rotas for [your name]", False),
        ('The "Sunday" rota: why?', True),
        ("🙂 rota 漢字", True),
        ("Rota \u202e gnp.exe", True),
        ("x" * 200, True),
    ],
)
def test_no_title_breaks_a_sentence(write: Write, title: str, in_sentence: bool) -> None:
    netprep = write(item("link_doc", title))
    (found,) = suggestions(netprep)
    assert found["url"] == "https://e.example/link_doc"
    assert not re.search(r"\{\{|\{%|<script|\[your", found["sentence"])
    assert ("does not fit into a sentence" in (found["risk"] or "")) is not in_sentence
    assert ("https://e.example/link_doc" in found["sentence"]) is in_sentence
    done = netprep("followup", "marta", "--format", "json").json
    assert done["status"] == "send-ready", "a note goes without it, if need be"
    shown = netprep("share", "marta")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown.stdout)


def test_a_title_that_sells_is_no_gift(write: Write) -> None:
    netprep = write(item("link_doc", "Book a free demo of our rota software: 20% off"))
    assert suggestions(netprep) == []
    assert "that is a pitch, not a gift" in netprep("share", "marta", "--why", width=200).stdout


# --- advice ---


def test_how_to_for_a_worry_nobody_asked_help_for_becomes_a_question(write: Write) -> None:
    netprep = write(item("link_doc", "How to fix a rota"), facts=[ROTAS | {"date": "2026-10-09"}])
    (found,) = suggestions(netprep)
    assert found["score"] == 0.24
    assert re.search(r"[Ww]ould it help if I sent you “How to fix a rota”", found["sentence"])
    assert "https" not in found["sentence"]
    assert "nobody asked for advice" in found["risk"]


def test_how_to_that_was_asked_for_is_given(write: Write) -> None:
    (found,) = suggestions(write(item("link_doc", "How to fix your Sunday rota"), facts=[ROTAS | {"asked_me": True}]))
    assert "https://e.example/link_doc" in found["sentence"]
    assert "ould it help" not in found["sentence"]


# --- people ---


@pytest.mark.parametrize("kind", ["resource_person", "referral", "introduction"])
def test_a_person_is_always_a_question_with_an_easy_no_and_unnamed_until_they_agreed(write: Write, kind: str) -> None:
    netprep = write(item(kind, "A scheduler who loves puzzles", contact="dee"), others=[dee()], log=AT_CREDIBILITY)
    (found,) = suggestions(netprep)
    assert "Dee" not in found["sentence"]
    assert found["risk"] == "Dee Marlow has not been asked yet: ask first"
    assert "?" in found["sentence"]
    assert found["sentence"].endswith(("If not, no matter.", "A no is just as welcome."))


@pytest.mark.parametrize("title", ["A scheduler called Dee", "Dee Marlow", "A rota wizard, Dr Ada Lovelace"])
def test_a_title_that_may_name_somebody_is_not_said_before_they_agreed(write: Write, title: str) -> None:
    netprep = write(item("resource_person", title, contact="dee"), others=[dee(facts=[])])
    (found,) = suggestions(netprep)
    assert not re.search("Dee|Ada|Lovelace", found["sentence"])
    assert "somebody who may be able to help" in found["sentence"]


def consent(answer: str | None, **more: str) -> dict[str, Any]:
    given = {"answer": answer} if answer else {}
    return {"id": "dc1", "kind": "consent", "date": "2026-11-03", "what": "forward", **given, **more}


def test_who_agreed_is_named(write: Write) -> None:
    for others in ([dee(consent("yes"))], [dee()]):
        agreed = {} if len(others[0]["log"]) > 1 else {"consent": True}
        netprep = write(
            item("resource_person", "A scheduler who loves puzzles", contact="dee", **agreed), others=others
        )
        (found,) = suggestions(netprep)
        assert "I can give you a name: Dee Marlow." in found["sentence"]
        assert found["risk"] is None
        netprep("undo")


def test_who_was_asked_and_did_not_answer_is_waited_for(write: Write) -> None:
    (found,) = suggestions(write(item("resource_person", "A scheduler", contact="dee"), others=[dee(consent(None))]))
    assert found["risk"] == "Dee Marlow was asked on 3 Nov and has not said yes yet: wait for it"


@pytest.mark.parametrize("how", ["log", "library"])
def test_who_refused_is_not_suggested_at_all(write: Write, how: str) -> None:
    refused = {"consent": False} if how == "library" else {}
    log = [consent("no", to="somebody else")] if how == "log" else []
    netprep = write(item("resource_person", "A scheduler", contact="dee", **refused), others=[dee(*log, facts=[])])
    assert suggestions(netprep) == []
    assert "said no" in netprep("share", "marta", "--why").stdout


def test_other_contacts_are_found_by_what_may_be_told_of_them(write: Write) -> None:
    need = {"id": "o1", "field": "challenges", "value": "shaping baguettes", "date": "2026-05-01", "shareable": True}
    mills = {"id": "l1", "field": "networks", "value": "bakers who mill their own flour", "shareable": True}
    met = {"kind": "met", "date": "2026-05-01"}
    netprep = write(
        facts=[
            ROTAS,
            {"id": "f2", "field": "wants_to_meet", "value": "bakers who mill their own flour", "date": "2026-11-10"},
            {"id": "f3", "field": "skills", "value": "shaping baguettes", "date": "2026-11-10"},
        ],
        others=[
            dee(),
            {"id": "omar", "name": "Omar Haddad", "facts": [need], "log": [met]},
            {"id": "li", "name": "Li Chen", "facts": [mills], "log": [met]},
        ],
        log=AT_CREDIBILITY,
    )
    found = {each["item"]: each for each in suggestions(netprep)}
    assert {key: each["kind"] for key, each in found.items()} == {
        "dee": "resource_person", "omar": "referral", "li": "introduction",
    }  # fmt: skip
    assert "somebody who is good at Sunday rotas" in found["dee"]["sentence"]
    assert "somebody who could use help with shaping baguettes" in found["omar"]["sentence"]
    assert "somebody who knows bakers who mill their own flour" in found["li"]["sentence"]
    assert all("asked yet: ask first" in each["risk"] for each in found.values())
    assert found["dee"]["title"] == "Dee Marlow: Sunday rotas"


@pytest.mark.parametrize("value", ["Dee's way with Sunday rotas", "her Sunday rotas", "knows Sunday rotas"])
def test_what_is_known_of_somebody_is_only_said_as_a_topic_that_does_not_name_them(write: Write, value: str) -> None:
    someone = dee()
    someone["facts"] = [someone["facts"][0] | {"value": value}]
    (found,) = suggestions(write(others=[someone], log=AT_CREDIBILITY))
    assert not re.search(r"\b(?:Dee|her)\b|good at knows", found["sentence"])


@pytest.mark.parametrize(
    "kept",
    [
        {"shareable": False}, {"sensitivity": "private"}, {"sensitivity": "sealed"}, {"source": "guess"},
        {"source": "third_party"}, {"source": "import"},
    ],
    ids=str,
)  # fmt: skip
def test_what_may_not_be_told_of_others_is_no_reason_to_suggest_them(write: Write, kept: dict[str, Any]) -> None:
    someone = dee()
    someone["facts"] = [someone["facts"][0] | kept]
    assert suggestions(write(others=[someone])) == []


def test_people_who_know_each_other_are_not_introduced(write: Write, netprep: Netprep) -> None:
    for card in ({"introduced_by": "dee"}, {"org": "Two Cafés"}):
        assert suggestions(write(others=[dee(org="two cafes")], **card)) == []
        netprep("undo")
    assert suggestions(write(others=[dee(org="two cafes")]))


TEMPS = {
    "id": "s1", "kind": "signal", "date": "2026-11-19", "cue": "plan", "quote": "adding a dozen temps for a project",
    "for": "Adaeze on our placements desk",
}  # fmt: skip


def test_a_hint_is_routed_with_a_permission_question_and_without_a_pitch(write: Write) -> None:
    netprep = write(log=[TEMPS], facts=[])
    (found,) = suggestions(netprep)
    assert (found["kind"], found["title"]) == ("resource_person", TEMPS["for"])
    assert found["because"] == {"fact": "s1", "quote": TEMPS["quote"], "date": "2026-11-19"}
    assert "“adding a dozen temps for a project”" in found["sentence"]
    assert re.search(r"[Mm]ay I mention it to them\? (If not, no matter|A no is just as welcome)\.$", found["sentence"])
    assert not re.search(r"\b(?:we|our|us|Adaeze|offer|service|desk)\b", found["sentence"])
    assert "only once they said yes" in found["risk"]
    assert "mention it" not in netprep("followup", "marta").stdout, "a note is no place for it"


@pytest.mark.parametrize(
    "kept",
    [{"sensitivity": "private"}, {"routed": "told her"}, {"for": ""}, {"quote": "a brother who needs temps"}],
    ids=str,
)
def test_a_hint_that_is_private_routed_or_for_nobody_is_let_be(write: Write, kept: dict[str, str]) -> None:
    assert suggestions(write(log=[TEMPS | kept], facts=[], avoid=["brother"])) == []


# --- events, what was learned ---


def test_a_coming_event_is_an_invitation_with_its_day_and_an_easy_no(write: Write) -> None:
    fair = {
        "id": "fair", "name": "Bread fair", "starts": "2026-12-05T10:00", "place": "Old Mill", "url": "https://fair.example/",
        "description": "sourdough and sourdough bakers",
    }  # fmt: skip
    meet = {"id": "f2", "field": "wants_to_meet", "value": "sourdough bakers", "date": "2026-11-10"}
    netprep = write(facts=[meet], events=[fair])
    (found,) = suggestions(netprep)
    assert (found["kind"], found["item"], found["url"]) == ("invitation", "fair", "https://fair.example/")
    assert "Bread fair" in found["sentence"]
    assert "on 5 December" in found["sentence"]
    assert "Old Mill" in found["sentence"]
    assert re.search(r"[Ii]f (?:it does not suit|not)", found["sentence"])
    assert "guests are welcome" in found["risk"]
    assert netprep("share", "marta", "--format", "json", today="2026-12-06").json["suggestions"] == []
    assert netprep("share", "marta", "--format", "json", today="2026-08-01").json["suggestions"] == []


def test_an_event_where_they_would_meet_somebody_names_them_to_the_user_only(write: Write) -> None:
    who = {"name": "Beatriz Quintero", "role": "glassblower", "public": "opened her furnace to schools"}
    fair = {"id": "fair", "name": "Craft fair", "starts": "2026-12-05", "attendees": [who]}
    meet = {"id": "f2", "field": "wants_to_meet", "value": "a glassblower", "date": "2026-11-10"}
    (found,) = suggestions(write(facts=[meet], events=[fair]))
    assert "Beatriz Quintero is expected there" in found["risk"]
    assert "Beatriz" not in found["sentence"]


def test_what_i_learned_is_offered_in_two_lines_and_never_quoted(write: Write) -> None:
    learned = {"id": "l1", "kind": "learned", "date": "2026-11-05", "text": "Sunday rotas work in pencil"}
    past = {"id": "mixer", "name": "Chamber mixer", "starts": "2026-11-05T18:00", "log": [learned]}
    (found,) = suggestions(write(events=[past]))
    assert (found["kind"], found["title"]) == ("information", "Sunday rotas work in pencil")
    assert "pencil" not in found["sentence"]
    assert "the Chamber mixer on 5 November" in found["sentence"]
    assert "Would it help" in found["sentence"] or "would it help" in found["sentence"]


# --- nothing good enough ---


def test_where_nothing_is_good_enough_a_question_of_the_bank_is_given_instead(write: Write) -> None:
    netprep = write(item("link_doc", "A plan", topics=["marathon"]))
    done = netprep("share", "marta", "--format", "json").json
    assert done == {"version": 1, "suggestions": [], "ask_instead": "What have you tried so far with Sunday rotas?"}
    assert "Nothing good enough to share with Marta Nowak. Ask: What have you" in netprep("share", "marta").stdout
    assert (
        write(item("link_doc", "A sheet"), id="bo", name="Bo Lind")("share", "bo", "--format", "json").json[
            "ask_instead"
        ]
        is None
    ), "there is something to share"


def test_a_worry_is_asked_about_before_a_goal_and_a_goal_before_the_rest(write: Write) -> None:
    goal = {"id": "f2", "field": "goals", "value": "a second shop", "date": "2026-11-12"}
    newer = {"id": "f3", "field": "interests", "value": "rowing", "date": "2026-11-19"}
    netprep = write(facts=[ROTAS, goal, newer])
    assert "Sunday rotas" in netprep("share", "marta", "--format", "json").json["ask_instead"]
    netprep("undo")
    assert "a second shop" in write(facts=[goal, newer])("share", "marta", "--format", "json").json["ask_instead"]


def test_somebody_of_whom_nothing_is_known_is_asked_something_too(write: Write) -> None:
    assert write(facts=[], log=[])("share", "marta", "--format", "json").json["ask_instead"].endswith("?")


# --- plugins ---


class Plugin:
    """A plugin that gives a rota page and thinks that everything fits."""

    candidates: tuple[ShareCandidate, ...] = ()
    matcher: Callable[[str, CandidateView], float] | None = None
    seen: Any = None

    def load(self) -> Plugin:
        return self

    def netprep_share_candidates(self, contact: Any) -> tuple[ShareCandidate, ...]:
        self.seen = contact
        return self.candidates

    def netprep_matchers(self) -> tuple[Matcher, ...]:
        return (Matcher("all", "likes all", self.matcher),) if self.matcher else ()


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> Plugin:
    from netprep.api import hookimpl

    made = Plugin()
    for name in ("netprep_share_candidates", "netprep_matchers"):
        hookimpl(getattr(Plugin, name))
    monkeypatch.setattr(plugins, "installed", lambda _group: (Found("feeds", "netprep-feeds", "1", made),))
    return made


def test_what_a_plugin_has_is_to_be_read_before_it_is_sent(write: Write, plugin: Plugin) -> None:
    plugin.candidates = (
        ShareCandidate(LibraryKind.NEWS, "Rota\x1b[31m news", url="https://p.example/?a=%20&b='c'", topics=("rotas",), minutes=2),
        ShareCandidate(LibraryKind.LINK_DOC, "A trap", url="javascript:alert(1)", topics=("rotas",)),
    )  # fmt: skip
    netprep = write()
    found = {each["kind"]: each for each in suggestions(netprep)}
    assert found["news"]["url"] == "https://p.example/?a=%20&b='c'"
    assert found["news"]["title"] == "Rota news"
    assert found["news"]["item"] is None
    assert found["news"]["risk"] == "it comes from the plugin feeds: read it before you send it"
    assert found["link_doc"]["url"] is None
    assert "begins with “javascript:”" in found["link_doc"]["risk"]
    assert "javascript" not in found["link_doc"]["sentence"]
    assert "p.example" not in netprep("followup", "marta").stdout, "the user has not read it"


def test_a_plugin_sees_what_may_be_said_to_the_person_and_no_more(write: Write, plugin: Plugin) -> None:
    private = {"id": "f2", "field": "goals", "value": "a quincunx", "sensitivity": "private"}
    netprep = write(facts=[ROTAS, private], org="Harbour Buns", role="baker")
    suggestions(netprep)
    assert (plugin.seen.org, plugin.seen.role, plugin.seen.stage.value) == ("Harbour Buns", "baker", "V")
    assert [fact.id for fact in plugin.seen.facts] == ["f1"]
    assert "quincunx" not in repr(plugin.seen)
    assert "oven" not in repr(plugin.seen)


def test_the_best_opinion_of_all_matchers_counts(write: Write, plugin: Plugin) -> None:
    netprep = write(item("news", "Timber prices", topics=["timber"]))
    assert suggestions(netprep) == []
    plugin.matcher = lambda topic, candidate: (
        0.9 if (topic, candidate.title) == ("Sunday rotas", "Timber prices") else 0
    )
    assert [each["title"] for each in suggestions(netprep)] == ["Timber prices"]
    assert "e.example/news" in netprep("followup", "marta").stdout


def test_a_broken_matcher_leaves_the_rest_as_it_is(write: Write, plugin: Plugin) -> None:
    def fail(_topic: str, _candidate: CandidateView) -> float:
        raise RuntimeError("no model")

    plugin.matcher = fail
    done = write(item("news", "A law on rotas"))("share", "marta", "--format", "json")
    assert len(done.json["suggestions"]) == 1
    assert "no model" in done.stderr


# --- the note takes its give from here ---


def test_a_note_gives_the_best_thing_that_needs_no_answer(write: Write) -> None:
    netprep = write(
        item("resource_person", "A scheduler who loves puzzles", contact="dee", consent=True),
        item("link_doc", "A one-page sheet"), others=[dee()],
    )  # fmt: skip
    note = netprep("followup", "marta", "--format", "json").json
    assert "https://e.example/link_doc" in note["body"]
    assert "Dee" not in note["body"]


def test_a_note_can_pass_on_somebody_who_agreed_and_asks_nothing_else(write: Write) -> None:
    person = item("resource_person", "A scheduler who loves puzzles", contact="dee", consent=True)
    netprep = write(person, others=[dee()])
    note = netprep("followup", "marta", "--format", "json").json
    assert "I can give you a name: Dee Marlow." in note["body"]
    assert note["status"] == "send-ready"
    assert note["body"].count("?") == 1
    netprep("sent", "marta")
    assert "share: resource_person" in netprep("contact", "show", "marta").stdout
    netprep("undo")
    netprep("undo")
    note = write(person | {"consent": None}, others=[dee()])("followup", "marta", "--format", "json").json
    assert "Dee" not in note["body"]
    assert "scheduler" not in note["body"], "nobody is passed on unasked, not even unnamed"


def test_a_question_first_is_no_gift_yet(write: Write) -> None:
    netprep = write(item("link_doc", "How to fix your Sunday rota"))
    assert "ould it help if I sent you" in netprep("followup", "marta").stdout
    netprep("sent", "marta")
    assert "give" not in netprep("contact", "show", "marta").stdout
    assert len(suggestions(netprep)) == 1


def test_a_card_carries_a_book_and_no_link(write: Write) -> None:
    netprep = write(item("link_doc", "A one-page sheet"))
    assert "e.example" not in netprep("followup", "marta", "--form", "card").stdout
    netprep("undo")
    assert "“Clockwork”" in write(item("book", "Clockwork"))("followup", "marta", "--form", "card").stdout


def test_a_note_with_an_ask_of_mine_asks_nothing_else(write: Write) -> None:
    netprep = write(item("link_doc", "How to fix your Sunday rota"))
    note = netprep("followup", "marta", "--ask", "Would you introduce me to your baker?", "--anyway").stdout
    assert "ould it help" not in note


def test_a_nudge_needs_something_to_give_and_not_only_to_offer(write: Write) -> None:
    netprep = write(item("link_doc", "How to fix your Sunday rota"))
    assert netprep("followup", "marta", "--kind", "nudge", "--format", "json").json["status"] == "needs-fill"


def test_an_invitation_goes_into_a_note_and_names_the_event(write: Write) -> None:
    netprep = write(item("invitation", "A seat at the rota evening", event="evening", url=""), events=[EVENING])
    note = netprep("followup", "marta", "--format", "json").json
    assert "the Rota evening" in note["body"] or "The Rota evening" in note["body"]
    assert "4 December" in note["body"]
    assert note["status"] == "send-ready"
    netprep("sent", "marta")
    assert "share: invitation" in netprep("contact", "show", "marta").stdout


def test_the_demo_has_three_to_share_of_three_kinds(made: Made) -> None:
    found = made(make_demo)("share", "mirela-popescu", "--format", "json").json["suggestions"]
    assert len({each["kind"] for each in found}) == len(found) == 3


def test_a_link_with_a_password_is_not_passed_on_and_a_note_gives_nothing_that_costs(netprep: Netprep) -> None:
    netprep("me", "--name", "Zed Amari")
    netprep("log", "Ann Lee", "--kind", "met", "n: keeping apprentices | q: they leave in spring | a: the ladder")
    for title, more in (
        ("Keeping apprentices", ("--url", "https://zed:secret@example.org/a")),
        ("Apprentices who stay", ("--url", "https://example.org/b", "--paid")),
    ):
        netprep("library", "add", "link_doc", title, *more, "--topic", "apprentices", "--opened", "2026-11-01")
    assert "secret" not in netprep("share", "ann").stdout
    note = netprep("followup", "ann").stdout
    assert "example.org" not in note
