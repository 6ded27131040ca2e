"""What a friend would know not to say: topics to avoid, and hard times."""

from __future__ import annotations

import pytest

from tests.conftest import Netprep


@pytest.fixture
def met(netprep: Netprep) -> Netprep:
    netprep("me", "--name", "Zed Amari")
    netprep("event", "add", "Fair", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("event", "add", "Next", "--starts", "next thu 18:00", "--for", "2h")
    return netprep


def test_a_topic_to_avoid_is_in_no_quote_memory_question_or_page(met: Netprep) -> None:
    met(
        "log",
        "Ann Lee",
        "--event",
        "fair",
        "q: layoffs are coming | x: layoffs | a: the layoff joke | n: layoffs at work",
    )
    met("event", "add", "Dinner", "--starts", "next thu 18:00", "--for", "2h", "--with", "ann-lee")
    for arguments in (
        ("followup", "ann"),
        ("questions", "--contact", "ann"),
        ("share", "ann"),
        ("brief", "dinner", "--discreet"),
    ):
        assert "layoff" not in met(*arguments).stdout.lower(), arguments
    page = met("brief", "dinner").stdout
    assert page.lower().count("layoff") == 1, "as a topic to avoid, and nowhere else"
    assert "NOT TODAY" in page.split("layoff")[0]


def test_in_a_hard_time_a_note_asks_and_offers_nothing_and_leaves_the_kind_word_to_the_user(met: Netprep) -> None:
    met("log", "Dee Roy", "--event", "fair", "i: gardening | n: a gardener | a: the roses | q: never again")
    met("log", "Dee Roy", "her husband died on tuesday", "--kind", "hard_time")
    note = met("followup", "dee", "--format", "json").json
    assert note["status"] == "needs-fill"
    assert {sentence["role"] for sentence in note["sentences"]} == {"courtesy", "gap"}
    note = met("followup", "dee", "--own-words", "I am thinking of you.", "--format", "json").json
    assert note["status"] == "send-ready"
    assert "?" not in note["body"]
    met("event", "add", "Dinner", "--starts", "next thu 18:00", "--for", "2h", "--with", "dee-roy")
    assert "kind word" in met("brief", "dinner").stdout


def test_a_hard_time_that_is_private_quiets_a_note_and_is_named_nowhere(met: Netprep) -> None:
    met("log", "Dee Roy", "--event", "fair", "i: gardening | a: the roses | q: never again")
    met("log", "Dee Roy", "the clinic", "--kind", "hard_time", "--set", "sensitivity=private")
    note = met("followup", "dee", "--format", "json").json
    assert "?" not in note["body"]
    assert "the roses" in note["body"].lower()
    met("event", "add", "Dinner", "--starts", "next thu 18:00", "--for", "2h", "--with", "dee-roy")
    done = met("brief", "dinner", "--why")
    assert "kind word" not in done.stdout + done.stderr
