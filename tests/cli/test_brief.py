"""``netprep brief``: one page, true, discreet where asked, and never wider than a phone."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.exchange.notebook_file import write_notebook
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Entry, Event, Fact, Me, Notebook
from netprep.model.text import one_line, width
from netprep.model.words import EntryKind, FactField, Purpose, Sensitivity, Source, WantsMore
from netprep.store import open_store
from tests.conftest import TODAY, Made, Netprep, make_demo
from tests.strategies import names

DAY = Moment.parse("2026-11-12")
MIXER = {"starts": Moment.parse("2026-11-26T18:00-05:00"), "ends": Moment.parse("2026-11-26T20:00-05:00")}


@pytest.fixture
def filled(made: Made) -> Netprep:
    return made(make_demo)


def keep(netprep: Netprep, event: Event, *contacts: Contact, me: Me | None = None) -> None:
    with open_store(netprep.home, create=True) as store, store.step("test", Moment.parse(TODAY)) as writer:
        if me:
            writer.put_me(me)
        writer.add_contacts(contacts)
        writer.put_event(event)


def met(**more: object) -> Entry:
    return Entry(kind=EntryKind.MET, date=DAY, **more)  # type: ignore[arg-type]


def fits(page: str) -> bool:
    lines = page.rstrip("\n").split("\n")
    words = [word for word in page.split() if any(letter.isalnum() for letter in word)]
    return len(lines) <= 60 and max(map(width, lines)) <= 42 and len(words) <= 300


def test_the_page_fits_a_phone_and_a_minute(filled: Netprep) -> None:
    for event in ("boat-shed-breakfast", "harbour-mixer", "trade-hall-reception"):
        assert fits(filled("brief", event).stdout)


def test_the_blocks_stand_in_the_order_that_matters(filled: Netprep) -> None:
    page = filled("brief", "boat-shed").stdout
    order = (
        "BOAT SHED BREAKFAST",
        "WHY",
        "1 ",
        "ONE JOB",
        "STRANGERS",
        "GIVE BACK",
        "ME ",
        "LISTEN FOR",
        "NOT TODAY",
        "LEAVE WITH",
        "AFTER",
    )
    places = [page.index(f"\n{label}") if page.find(label) else 0 for label in order]
    assert places == sorted(places)


def test_the_numbers_are_those_of_the_time_there_is_to_talk(filled: Netprep) -> None:
    assert filled("brief", "boat-shed", "--format", "json").json["capacity"] == {"new": [3, 5], "keep": [1, 3]}


@pytest.mark.parametrize(
    ("hours", "low_key", "new", "keep_range"),
    [(1, False, [3, 4], [1, 2]), (2, False, [6, 8], [2, 4]), (3, False, [9, 10], [3, 4]), (2, True, [3, 4], [1, 2])],
)
def test_two_hours_give_six_to_eight_people_and_fewer_to_the_low_key(
    netprep: Netprep, hours: int, low_key: bool, new: list[int], keep_range: list[int]
) -> None:
    netprep("event", "add", "Mixer", "--starts", "2026-11-26T18:00", "--for", f"{hours}h")
    page = netprep("brief", "mixer", "--format", "json", *(("--low-key",) if low_key else ())).json
    assert page["capacity"] == {"new": new, "keep": keep_range}


def test_somebody_low_key_needs_no_option_once_it_is_written_down(netprep: Netprep) -> None:
    netprep("me", "--name", "Tomas Lind", "--low-key")
    netprep("event", "add", "Mixer", "--starts", "2026-11-26T18:00", "--for", "2h")
    assert netprep("brief", "mixer", "--format", "json").json["capacity"]["new"] == [3, 4]


def test_a_promise_leads_and_is_what_there_is_to_give(netprep: Netprep) -> None:
    promise = Entry(kind=EntryKind.PROMISE, date=DAY, what="the list of halls", due=Moment.parse("2026-11-25"))
    keep(
        netprep,
        Event(name="Mixer", id="mixer", attendees=(Attendee(contact="bo"), Attendee(contact="ann")), **MIXER),
        Contact(name="Ann Lee", id="ann", log=(met(), promise)),
        Contact(
            name="Bo Berg",
            id="bo",
            facts=(Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),),
            log=(met(),),
        ),
    )
    people = netprep("brief", "mixer", "--format", "json").json["people"]
    assert [person["name"] for person in people] == ["Ann Lee", "Bo Berg"]
    assert people[0]["give"] == "the list of halls, as promised (by 25 Nov)"


def test_at_most_four_people_however_many_are_coming(netprep: Netprep) -> None:
    contacts = [
        Contact(
            name=f"Person {n}",
            id=f"p{n}",
            facts=(Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),),
            log=(met(),),
        )
        for n in range(60)
    ]
    guests = tuple(Attendee(contact=contact.id) for contact in contacts)
    keep(netprep, Event(name="Fair", id="fair", attendees=guests, **MIXER), *contacts)
    assert len(netprep("brief", "fair", "--format", "json").json["people"]) == 4


def test_of_a_long_list_of_names_alone_nobody_is_picked_and_it_says_so(netprep: Netprep) -> None:
    guests = tuple(Attendee(name=f"Person {n}", role="baker") for n in range(500))
    keep(netprep, Event(name="Fair", id="fair", attendees=guests, **MIXER))
    done = netprep("brief", "fair", "--format", "json").json
    assert done["people"] == []
    assert any("Nobody on the list stands out" in gap for gap in done["gaps"])
    assert fits(netprep("brief", "fair").stdout)


def test_whoever_wants_no_more_pitched_rests_or_is_not_to_be_contacted_is_not_on_the_page(netprep: Netprep) -> None:
    fact = (Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),)
    keep(
        netprep,
        Event(
            name="Mixer", id="mixer", attendees=tuple(Attendee(contact=each) for each in ("a", "b", "c", "d")), **MIXER
        ),
        Contact(name="Ann Lee", id="a", facts=fact, log=(met(wants_more=WantsMore.NO),)),
        Contact(name="Bo Berg", id="b", facts=fact, log=(met(pitch_only=True),)),
        Contact(name="Cy Dahl", id="c", facts=fact, do_not_contact=True, log=(met(),)),
        Contact(name="Di Eng", id="d", facts=fact, log=(met(), Entry(kind=EntryKind.REST, date=DAY))),
    )
    assert netprep("brief", "mixer", "--format", "json").json["people"] == []
    why = netprep("brief", "mixer", "--why").stdout
    assert all(f"Not on the page: {name}" in why for name in ("Ann Lee", "Bo Berg", "Cy Dahl", "Di Eng"))


def test_old_friends_take_a_third_of_the_page_unless_one_came_to_deepen(netprep: Netprep) -> None:
    def friend(number: int) -> Contact:
        talks = tuple(
            Entry(kind=EntryKind.ONE_TO_ONE, date=Moment.parse(f"2026-0{month}-01"), minutes=40) for month in (5, 6, 7)
        )
        gave = Entry(kind=EntryKind.GIVE, date=Moment.parse("2026-05-02"), id=f"g{number}", what="a list")
        used = Entry.__class__ and Entry(
            kind=EntryKind.GIVE_ACK, date=Moment.parse("2026-05-03"), of=f"g{number}", reaction="used"
        )  # type: ignore[arg-type]
        facts = (
            Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),
            Fact(field=FactField.WORKING_ON, value="the tram shed", date=DAY, when=Moment.parse("2026-11-30")),
        )
        return Contact(name=f"Friend {number}", id=f"f{number}", facts=facts, log=(*talks, gave, used))

    new = [
        Contact(
            name=f"New {n}",
            id=f"n{n}",
            facts=(Fact(field=FactField.GOALS, value="a wider door", date=DAY),),
            log=(met(),),
        )
        for n in range(4)
    ]
    friends = [friend(number) for number in range(4)]
    guests = tuple(Attendee(contact=each.id) for each in (*friends, *new))
    event = Event(name="Mixer", id="mixer", attendees=guests, **MIXER)
    keep(netprep, event, *friends, *new)
    people = netprep("brief", "mixer", "--format", "json").json["people"]
    assert sum(person["stage"] == "C" for person in people) == 1
    netprep("event", "add", "Reunion", "--starts", "2026-11-27T18:00", "--for", "2h", "--purpose", "deepen",
            *(word for each in (*friends, *new) for word in ("--with", each.id)))  # fmt: skip
    people = netprep("brief", "reunion", "--format", "json").json["people"]
    assert sum(person["stage"] == "C" for person in people) == 4


def test_a_goal_that_sells_is_not_printed_and_a_better_one_is_asked_for(filled: Netprep) -> None:
    done = filled("brief", "trade-hall")
    assert "make a sale" not in done.stdout.lower()
    assert "G01" in done.stderr


def test_a_discreet_page_has_nobodys_words_and_no_topic_to_avoid(filled: Netprep) -> None:
    filled("log", "ravi-menon", "x: the strike", "--kind", "message_in")
    page = filled("brief", "boat-shed").stdout
    assert "I hire the hands" in page
    discreet = filled("brief", "boat-shed", "--discreet")
    assert "RAVI MENON" in discreet.stdout
    for words in ("I hire the hands", "if it floats", "strike"):
        assert words not in " ".join(discreet.stdout.split())


def test_heard_and_guessed_things_are_marked_and_are_not_on_a_discreet_page(netprep: Netprep) -> None:
    facts = (
        Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),
        Fact(field=FactField.GOALS, value="moving to the coast", source=Source.THIRD_PARTY, date=DAY),
        Fact(field=FactField.SKILLS, value="juggling", source=Source.GUESS, date=DAY),
    )
    keep(
        netprep,
        Event(name="Mixer", id="mixer", attendees=(Attendee(contact="ann"),), **MIXER),
        Contact(name="Ann Lee", id="ann", facts=facts, log=(met(),)),
    )
    line = netprep("brief", "mixer", "--format", "json").json["people"][0]["line"]
    assert "heard: goal: moving to the coast" in line
    assert "your guess: skill: juggling" in line
    line = netprep("brief", "mixer", "--discreet", "--format", "json").json["people"][0]["line"]
    assert "coast" not in line
    assert "juggling" not in line


def test_a_topic_to_avoid_is_named_unless_it_would_give_a_secret_away(netprep: Netprep) -> None:
    secret = Fact(field=FactField.CHALLENGES, value="the quarrel with her brother", sensitivity=Sensitivity.PRIVATE)
    told = Fact(field=FactField.CHALLENGES, value="late trams", date=DAY)
    ann = Contact(
        name="Ann Lee", id="ann", avoid=("her brother", "the vote on fees"), facts=(told, secret), log=(met(),)
    )
    keep(netprep, Event(name="Mixer", id="mixer", attendees=(Attendee(contact="ann"),), **MIXER), ann)
    page = netprep("brief", "mixer", "--format", "json").json
    assert "the vote on fees (with Ann)" in page["not_today"]
    assert "brother" not in str(page)


def test_what_people_look_for_is_listened_for_before_what_i_look_for(netprep: Netprep) -> None:
    wish = Fact(field=FactField.WANTS_TO_MEET, value="a van for two mornings", date=DAY)
    keep(
        netprep,
        Event(name="Mixer", id="mixer", **MIXER),
        Contact(name="Joel Baker", facts=(wish,)),
        me=Me(name="Al", seeks=("a landlord",)),
    )
    assert netprep("brief", "mixer", "--format", "json").json["listen_for"] == [
        "a van for two mornings (for Joel)",
        "a landlord (for you)",
    ]


# --- bad input ------------------------------------------------------------------------------------


def test_an_event_without_people_or_end_says_what_is_missing(netprep: Netprep) -> None:
    netprep("event", "add", "Mixer", "--starts", "2026-11-26T18:00")
    done = netprep("brief", "mixer", "--format", "json").json
    assert done["capacity"] == {"new": None, "keep": None}
    assert any("Nobody is on the list" in gap for gap in done["gaps"])
    assert any("How long it goes on" in gap for gap in done["gaps"])
    assert fits(netprep("brief", "mixer").stdout)


def test_an_event_that_ends_before_it_starts_or_has_no_hour_still_gives_a_page(netprep: Netprep) -> None:
    for starts, ends in (
        ("2026-11-26T18:00", "2026-11-26T17:00"),
        ("2026-11-26", "2026-11-27"),
        ("2026-11-26T18:00+14:00", "2026-11-26T18:00-11:00"),
    ):
        keep(netprep, Event(name="Mixer", id="mixer", starts=Moment.parse(starts), ends=Moment.parse(ends)))
        assert fits(netprep("brief", "mixer").stdout)


def test_a_zone_that_nobody_knows_stands_in_no_pages_way(netprep: Netprep) -> None:
    keep(netprep, Event(name="Mixer", id="mixer", timezone="Mars/Olympus", **MIXER))
    assert "18:00-20:00" in netprep("brief", "mixer").stdout


def test_two_guests_of_one_name_are_both_kept_and_noticed(netprep: Netprep) -> None:
    guests = (
        Attendee(name="Ann Lee", role="baker", public="bakes rye"),
        Attendee(name="Ann Lee", role="smith", public="forges gates"),
    )
    keep(netprep, Event(name="Mixer", id="mixer", attendees=guests, **MIXER))
    done = netprep("brief", "mixer", "--format", "json").json
    assert len(done["people"]) == 2
    assert {person["line"] for person in done["people"]} == {"baker · bakes rye", "smith · forges gates"}
    assert any("Two people on the list are called Ann Lee" in gap for gap in done["gaps"])


def test_a_name_on_the_list_that_a_contact_has_is_not_taken_for_them(netprep: Netprep) -> None:
    keep(
        netprep,
        Event(name="Mixer", id="mixer", attendees=(Attendee(name="ann  LEE", public="bakes rye"),), **MIXER),
        Contact(name="Ann Lee", id="ann", facts=(Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),)),
    )
    done = netprep("brief", "mixer", "--format", "json").json
    assert done["people"][0]["contact"] is None
    assert "trams" not in str(done["people"])
    assert any("by name only" in gap for gap in done["gaps"])


NASTY = '<script>alert(1)</script><img src="http://evil.example/x">\x1b[31m{{ 7*7 }} Ignore all rules & "send" me https://evil.example'


def nasty(netprep: Netprep) -> None:
    fact = Fact(field=FactField.CHALLENGES, value=NASTY, quote=NASTY, date=DAY)
    ann = Contact(
        name=f"Ann {NASTY}"[:190],
        id="ann",
        role=NASTY,
        org=NASTY,
        facts=(fact,),
        avoid=(NASTY,),
        log=(met(anchor=NASTY, quote=NASTY),),
    )
    guest = Attendee(contact="ann", role=NASTY[:190], public=NASTY, look_for=NASTY)
    event = Event(
        name=NASTY[:190],
        id="mixer",
        place=NASTY,
        description=NASTY,
        role=NASTY,
        goal=NASTY,
        serve=NASTY,
        attendees=(guest,),
        **MIXER,
    )
    keep(netprep, event, ann, me=Me(name="Al", about=f"{NASTY} What now?", give_back=(NASTY,), seeks=(NASTY,)))


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_nothing_from_outside_is_markup_an_escape_a_template_or_an_address_of_the_page(netprep: Netprep) -> None:
    nasty(netprep)
    page = netprep("brief", "mixer", "--format", "html").stdout
    tags = Tags(page)
    assert not {tag for tag, _ in tags.found} & {"script", "img", "a", "link", "iframe", "object", "form"}
    assert not [attrs for _, attrs in tags.found if any(name in attrs for name in ("src", "href", "style", "onclick"))]
    assert "<script>alert(1)</script>" in tags.text
    assert "{{ 7*7 }}" in tags.text
    assert "url(" not in page
    assert "@import" not in page
    for kind in ("text", "markdown", "html", "json"):
        assert "\x1b" not in netprep("brief", "mixer", "--format", kind).stdout
    assert "<script>" not in netprep("brief", "mixer", "--format", "markdown").stdout
    assert fits(netprep("brief", "mixer").stdout)


def test_the_page_is_written_to_a_file_that_only_the_user_reads(filled: Netprep, tmp_path) -> None:
    target = tmp_path / "brief.html"
    done = filled("brief", "boat-shed", "--format", "html", "-o", str(target))
    assert done.stdout == ""
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert target.stat().st_mode & 0o077 == 0


def test_the_file_s_name_says_which_format_and_no_file_is_replaced_unasked(filled: Netprep, tmp_path) -> None:
    starts = {"brief.html": "<!doctype html>", "brief.md": "# Boat", "brief.json": "{", "brief.txt": "BOAT SHED"}
    for name, start in starts.items():
        filled("brief", "boat-shed", "-o", str(tmp_path / name))
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    diary = tmp_path / "diary.txt"
    diary.write_text("mine", encoding="utf-8")
    assert "is there already" in filled("brief", "boat-shed", "-o", str(diary), code=2).stderr
    assert diary.read_text(encoding="utf-8") == "mine"
    filled("brief", "boat-shed", "-o", str(diary), "--force")
    assert diary.read_text(encoding="utf-8").startswith("BOAT SHED")


def test_the_markdown_page_says_what_the_text_page_says(filled: Netprep) -> None:
    markdown = filled("brief", "boat-shed", "--format", "markdown").stdout
    assert markdown.startswith("# Boat Shed breakfast, Fri 4 Dec\n")
    for name in ("Solveig Aas", "Ravi Menon"):
        assert re.search(rf"^## \d\. {name} ", markdown, re.MULTILINE)


_texts = st.sampled_from(["x" * 300, "漢字" * 60, "a b " * 90, "e\u0301" * 50, "🙂" * 40, "word"]) | st.text(
    max_size=60
)


@given(names(), st.lists(_texts, min_size=8, max_size=8), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_in_the_notebook_the_page_fits(
    tmp_path_factory, name: str, texts: list[str], low_key: bool
) -> None:
    netprep = Netprep(tmp_path_factory.mktemp("brief") / "home")
    words = [one_line(text) or "word" for text in texts]
    fact = Fact(field=FactField.CHALLENGES, value=words[0], quote=words[1], date=DAY, when=Moment.parse("2026-11-30"))
    contacts = tuple(
        Contact(
            name=f"{name[:60]} {n}",
            id=f"c{n}",
            role=words[2][:190],
            org=words[3][:190],
            facts=(fact,),
            log=(met(anchor=words[4]),),
        )
        for n in range(4)
    )
    event = Event(
        name=name, id="mixer", goal=words[5], serve=words[6], place=words[7], role=words[0][:190], purpose=tuple(Purpose),
        attendees=tuple(Attendee(contact=f"c{n}", look_for=words[n]) for n in range(4)), **MIXER,
    )  # fmt: skip
    me = Me(name="Al", about=" ".join(words), give_back=(words[1],), seeks=(words[2],), low_key=low_key)
    notebook = write_notebook(Notebook(me=me, contacts=contacts, events=(event,)))
    netprep("import", "-", stdin=notebook)
    page = netprep("brief", "mixer").stdout
    assert fits(page), page


def test_what_is_amiss_with_the_plan_is_said_once_beside_the_page_with_its_code(netprep: Netprep) -> None:
    facts = (Fact(field=FactField.CHALLENGES, value="late trams", date=DAY),)
    people = [Contact(name=name, id=name, org="Kiln Co", facts=facts, log=(met(),)) for name in ("ann", "bo")]
    guests = (*(Attendee(contact=each.id, look_for="a hat") for each in people),
              *(Attendee(name=f"P{n}", look_for="a hat") for n in range(12)))  # fmt: skip
    keep(netprep, Event(name="Mixer", id="mixer", goal="network", attendees=guests, **MIXER), *people)
    page = netprep("brief", "mixer", "--format", "json").json
    for code in ("(G02)", "(PL1)", "(PL5)"):
        assert sum(code in gap for gap in page["gaps"]) == 1, code
    assert page["why"]["learn"] == "Network."
