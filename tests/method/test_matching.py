"""What fits what somebody told: surely where it does, and hardly ever where it does not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.method.cautions import fits_a_sentence, is_about, link_problem, reads_as_advice, reads_as_bad_news, touches
from netprep.method.matching import Rarity, Thing, Topic, similarity
from netprep.method.stems import stems
from netprep.model.records import Contact
from tests.method.builders import SETTINGS, steady

OTHERS = tuple(
    Thing.of(title, topics)
    for title, topics in (
        ("Night buses in Leeds", ["leeds", "buses"]),
        ("Bees in the city", ["bees"]),
        ("A choir that sings in Spanish", ["choirs", "spanish"]),
        ("Late payment law in plain words", ["late payment", "invoices"]),
    )
)


def fit(
    value: str, title: str, topics: tuple[str, ...] = (), note: str | None = None, quote: str | None = None
) -> float:
    thing = Thing.of(title, topics, note)
    return similarity(Topic.of(value, SETTINGS, quote), thing, Rarity.among((thing, *OTHERS), SETTINGS), SETTINGS)


PLAN = ("A 16-week plan for a second marathon", ("running", "marathon"))
JAVA = ("Ten idioms for clean code", ("java",))


@pytest.mark.parametrize(
    ("value", "title", "topics"),
    [
        ("Sunday rotas", "A one-page sheet", ("rotas",)),
        ("wet stalls on the windy side", "Roofs for street stalls", ("stalls", "markets")),
        ("running the Peachtree Road Race", *PLAN),
        ("running the Boston Marathon", *PLAN),
        ("a project that needs a dozen temps", "What temps want to know", ("temps",)),
        ("keeping apprentices past their first year", "Day one", ("apprentices",)),
        ("early-morning delivery", "Cargo bikes", ("delivery",)),
        ("learning Java", *JAVA),
        ("a board seat at a charity", "How charities pick trustees", ("board", "charities")),
        ("volunteering at the food bank", "A rota", ("food bank",)),
        ("pitching to investors in spring", "A seed fund", ("investors",)),
        ("coaching new managers", "The first ninety days", ("new managers",)),
        ("Café menus", "Paper", ("cafe menus",)),
    ],
)
def test_a_tag_on_what_the_topic_is_about_fits_well(value: str, title: str, topics: tuple[str, ...]) -> None:
    assert fit(value, title, topics) >= SETTINGS.match_tag


@pytest.mark.parametrize(
    ("value", "title", "topics"),
    [
        ("a project that needs a dozen temps", "A project plan", ("project",)),
        ("the new project at work", "A new project", ("project", "work")),
        ("a marathon meeting every week", *PLAN),
        ("marathon meetings", *PLAN),
        ("hiking on Java", *JAVA),
        ("a year on Java", *JAVA),
        ("the coffee of Java", *JAVA),
        ("running three cafés", *PLAN),
        ("running a family business", *PLAN),
        ("hiring engineers in Leeds", "Night buses in Leeds", ("leeds", "buses")),
        ("pitching to investors in spring", "Spring bulbs", ("spring", "flowers")),
        ("raising a seed round", "Sowing in February", ("seeds", "gardening")),
        ("a new website for the choir", "A choir that sings in Spanish", ("choirs", "spanish")),
        ("a board seat at a charity", "The ten best board games", ("board",)),
        ("moving from Oracle to Postgres", "The Oracle of Delphi", ("oracle", "history")),
        ("training new staff", *PLAN),
        ("playing bridge on Thursdays", "Steel for a river bridge", ("bridge",)),
        ("sleep after night shifts", "A night out", ("night out",)),
        ("Sunday rotas", "Sunday lunch for six", ("Sunday lunch",)),
        ("", "Anything", ("anything",)),
        ("the", "The", ("the",)),
    ],
)
def test_a_near_miss_is_not_good_enough_for_anybody(value: str, title: str, topics: tuple[str, ...]) -> None:
    # The largest weight of all: a referral for what they asked for today.
    assert fit(value, title, topics) < SETTINGS.share_bar


def test_what_was_said_in_passing_ties_nothing_by_itself() -> None:
    quote = "still slower than my sister"
    assert fit("the hill race", "Presents for sisters", ("sister",), quote=quote) == 0
    assert (
        fit("the rota", "A sheet", ("sunday rotas",), quote="Sunday rotas eat my Saturday night") >= SETTINGS.match_tag
    )


def test_more_of_the_topic_covered_fits_better() -> None:
    one = fit("running the Boston Marathon", "A plan", ("marathon",))
    two = fit("running the Boston Marathon", "A plan", ("marathon", "running"))
    whole = fit("running the Boston Marathon", "A plan", ("running", "Boston Marathon"))
    assert SETTINGS.match_tag < one < two < whole == 1


def test_words_of_a_title_count_less_than_a_tag_and_those_of_a_note_less_again() -> None:
    tag = fit("flat roofs", "Something", ("flat roofs",))
    title = fit("flat roofs", "Insuring flat roofs")
    note = fit("flat roofs", "Something", note="about flat roofs")
    assert tag > title > note > 0
    assert title <= SETTINGS.match_words


def test_a_rare_word_says_more_than_a_common_one() -> None:
    rare = Rarity.among([Thing.of("rota sheet"), *(Thing.of("bee book") for _ in range(20))], SETTINGS)
    assert rare.of("rota") > rare.of("bee") > 0


def test_one_word_in_a_long_note_counts_less_than_in_a_short_one() -> None:
    long = "roofs " + " ".join(f"word{number}" for number in range(200))
    assert fit("roofs", "Something", note=long) < fit("roofs", "Something", note="roofs")


@pytest.mark.parametrize(
    ("topic", "heads"),
    [
        ("wet stalls on the windy side", {"stall"}),
        ("hiring data engineers in Leeds", {"hire", "engin"}),
        ("pitching to investors in spring", {"pitch", "investor"}),
        ("fear of public speaking", {"speak"}),
        ("bees, wasps and hornets", {"bee", "wasp", "hornet"}),
        ("a project that needs a dozen temps", {"dozen", "temp"}),
        ("Java", {"java"}),
    ],
)
def test_what_a_topic_is_about_is_told_from_what_goes_with_it(topic: str, heads: set[str]) -> None:
    assert Topic.of(topic, SETTINGS).heads == heads


texts = st.text(max_size=40) | st.lists(
    st.sampled_from(
        [
            "running",
            "java",
            "marathon",
            "rota",
            "rotas",
            "Sunday",
            "project",
            "meeting",
            "board",
            "stalls",
            "of",
            "in",
            "the",
            "and",
            "code",
            "island",
        ]
    ),
    max_size=6,
).map(" ".join)


@steady
@given(
    texts, texts, st.lists(texts, max_size=3), st.none() | texts, st.none() | texts, st.randoms(use_true_random=False)
)
def test_a_fit_lies_between_0_and_1_and_the_order_of_what_is_shared_does_not_matter(
    value: str, title: str, topics: list[str], note: str | None, quote: str | None, shuffler: random.Random
) -> None:
    before = fit(value, title, tuple(topics), note, quote)
    assert 0 <= before <= 1

    def shuffled(text: str | None) -> str | None:
        words = (text or "").split()
        shuffler.shuffle(words)
        return " ".join(words) if text is not None else None

    tags = [shuffled(topic) or "" for topic in topics]
    shuffler.shuffle(tags)
    assert fit(value, shuffled(title) or "", tuple(tags), shuffled(note), shuffled(quote)) == pytest.approx(before)


@steady
@given(texts, texts, st.lists(texts, max_size=2))
def test_nothing_fits_without_a_word_in_common(value: str, title: str, topics: list[str]) -> None:
    shared = set(stems(value)) & set(stems(" ".join((title, *topics))))
    if not shared:
        assert fit(value, title, tuple(topics)) == 0


@steady
@given(texts)
def test_the_heads_of_a_topic_are_words_of_it(topic: str) -> None:
    read = Topic.of(topic, SETTINGS)
    assert read.heads <= read.carrying <= read.value


# --- cautions ---


@pytest.mark.parametrize(
    "title",
    [
        "How to fix your rota", "Ten tips for Sundays", "Stop worrying about rotas", "A guide to rotas", "The rota handbook",
        "Five mistakes everybody makes", "Why you should plan ahead", "Managing your Sundays", "Ways to sleep better",
    ],
)  # fmt: skip
def test_a_title_that_tells_people_what_to_do_reads_as_advice(title: str) -> None:
    assert reads_as_advice(title)


@pytest.mark.parametrize(
    "title",
    [
        "Dee's one-page rota sheet", "Nine minutes on sleeping after night shifts", "What three small shops pay",
        "Roofs for street stalls", "A 16-week plan for a second marathon", "Long Tables, Small Rooms",
    ],
)  # fmt: skip
def test_other_titles_do_not(title: str) -> None:
    assert not reads_as_advice(title)
    assert reads_as_advice(title, ("how-to",))


@pytest.mark.parametrize(
    "news", ["Harbour Buns fined after fire", "Lawsuit against Harbour Buns", "Harbour Buns lays off ten"]
)
def test_bad_news_about_somebody_is_told_from_good(news: str) -> None:
    marta = Contact("Marta Nowak", org="Harbour Buns")
    assert is_about(marta, news)
    assert reads_as_bad_news(news)
    assert not reads_as_bad_news("Harbour Buns wins a prize for rye")
    assert not is_about(marta, "A prize for buns at the harbour")


def test_a_sore_point_is_met_by_its_words_and_by_their_stems() -> None:
    assert touches("brother", "The brothers who bake")
    assert touches("divorce", "Divorced and glad")
    assert not touches("", "Anything at all")
    assert not touches("art", "Where to start")


@pytest.mark.parametrize(
    "url", ["https://a.example/x?y=1#z", "HTTP://a.example", "mailto:a@b.example", "a.example/x", "a.example:80/x"]
)
def test_links_that_a_person_opens_can_be_passed_on(url: str) -> None:
    assert link_problem(url) is None
    assert fits_a_sentence(url, 500)
    assert not fits_a_sentence(url, 3)
    assert not fits_a_sentence(f"{url} b", 500)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVa\tscript:x", "data:text/html,x", "file:///etc/passwd", "tel:+1", "vbscript:x"]
)
def test_other_links_cannot(url: str) -> None:
    assert link_problem(url)
    assert not fits_a_sentence(url, 500)
