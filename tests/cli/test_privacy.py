"""Private and sealed facts leave through no door but ``contact show`` and ``export``."""

from __future__ import annotations

from pathlib import Path

import pytest

from netprep.cli import COMMANDS
from netprep.clock import read_clock
from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import (
    EntryKind,
    FactField,
    FollowupKind,
    Form,
    LibraryKind,
    Party,
    Purpose,
    Sensitivity,
    Source,
)
from netprep.store import open_store
from tests.conftest import TODAY, Netprep

KEPT = {
    "private": ("quincunx", {"sensitivity": Sensitivity.PRIVATE}),
    "sealed": ("zephyrous", {"sensitivity": Sensitivity.SEALED}),
    "heard": ("mulberry", {"source": Source.THIRD_PARTY}),
    "guessed": ("walnutty", {"source": Source.GUESS}),
    "imported": ("tamarind", {"source": Source.IMPORT}),
}
"""What may not be said to the person, each with a word that stands nowhere else."""
SECRET = {word for word, more in KEPT.values() if "sensitivity" in more}
DAY = Moment.parse("2026-11-19")
AHEAD = Moment.parse("2026-11-21")


@pytest.fixture
def planted(netprep: Netprep) -> Netprep:
    """Somebody with a kept-back fact, quote, meeting, promise and signal of every sort."""
    facts, log = [], [Entry(kind=EntryKind.MET, date=DAY, anchor="the broken lift", minutes=20)]
    for word, more in KEPT.values():
        for field in FactField:
            facts.append(Fact(field=field, value=f"a {word} matter", quote=f"my {word}", when=AHEAD, date=DAY, **more))
        sensitivity = more.get("sensitivity", Sensitivity.OPEN)
        if sensitivity is not Sensitivity.OPEN:
            log += [
                Entry(
                    kind=EntryKind.MET, date=DAY, anchor=f"the {word} joke", quote=f"{word}!", sensitivity=sensitivity
                ),
                Entry(
                    kind=EntryKind.PROMISE,
                    date=DAY,
                    by=Party.ME,
                    what=f"the {word} list",
                    due=AHEAD,
                    sensitivity=sensitivity,
                ),
                Entry(kind=EntryKind.ONE_TO_ONE, date=DAY, minutes=30, topic=word, sensitivity=sensitivity),
                Entry(kind=EntryKind.SIGNAL, date=DAY, quote=f"all {word}", sensitivity=sensitivity),
                Entry(kind=EntryKind.MESSAGE_IN, date=DAY, gist=f"about {word}", sensitivity=sensitivity),
            ]
        log.append(Entry(kind=EntryKind.ONE_TO_ONE, date=DAY, minutes=20, text="my own gooseberry remark"))
    with open_store(netprep.home, create=True) as store, store.step("plant", Moment.parse(TODAY)) as writer:
        writer.put_me(Me(name="Alex Reyes"))
        writer.put_item(
            LibraryItem(
                kind=LibraryKind.LINK_DOC,
                title="Notes",
                url="https://example.org/n",
                topics=tuple(word for word, more in KEPT.values() if word not in SECRET),
                opened=DAY,
            )
        )
        writer.put_contact(
            Contact(
                name="Maya Okafor",
                id="maya",
                emails=("maya@tidewater.example",),
                facts=tuple(facts),
                log=tuple(log),
                avoid=("quincunx matter",),
            )
        )
        evening = Moment.parse("2026-11-26T18:00")
        writer.put_event(
            Event(
                name="Mixer", id="mixer", starts=evening, attendees=(Attendee(contact="maya"),), purpose=tuple(Purpose)
            )
        )
    return netprep


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("kind", [None, *FollowupKind])
def test_no_note_of_any_kind_or_form_says_what_is_kept_back(
    planted: Netprep, kind: FollowupKind | None, form: Form
) -> None:
    wanted = ("--kind", kind.value) if kind else ()
    note = planted("followup", "maya", "--form", form.value, "--format", "json", *wanted).json
    for word in ("gooseberry", *(word for word, _ in KEPT.values())):
        assert word not in f"{note['subject']} {note['body']} {note['facts']}"


def test_no_suggestion_says_what_is_kept_back_or_rests_on_it(planted: Netprep) -> None:
    for arguments in (("--format", "json"), ("--why",)):
        done = planted("share", "maya", *arguments)
        assert "Nothing good enough" in done.stdout or done.json["suggestions"] == []
        for word in ("gooseberry", *(word for word, _ in KEPT.values())):
            assert word not in done.stdout + done.stderr


def test_no_question_says_what_is_kept_back(planted: Netprep) -> None:
    for more in ((), ("--low-key",), ("--purpose", "serve"), ("--purpose", "deepen")):
        chosen = planted("questions", "--contact", "maya", "--format", "json", *more).json
        assert chosen["questions"]
        for word in ("gooseberry", *(word for word, _ in KEPT.values())):
            assert word not in str(chosen)


LETTER = str(Path(__file__).parents[2] / "docs" / "plugins.intro.md")
"""A text that speaks of much that no notebook has, so that the guard has much to say of it."""
READING = [
    ("today",), ("today", "--format", "json"), ("followup", "maya", "--why"), ("stage", "maya", "--why"),
    ("stage", "maya", "--format", "json"), ("may-i", "maya", "would you introduce me?"), ("promise", "list"),
    ("promise", "list", "--format", "json"), ("contact", "list"), ("event", "list"), ("undo", "--list"), ("find", "list"),
    *(("find", word) for word, _ in KEPT.values()),
    ("share", "maya", "--why"), ("share", "maya", "--format", "json"),
    *(("brief", "mixer", "--why", "--format", form, *more) for form in ("text", "markdown", "html", "json")
      for more in ((), ("--discreet",), ("--low-key",))),
    ("questions", "--contact", "maya"), ("questions", "--contact", "maya", "--format", "json"), ("questions",),
    ("followup", "maya", "--dry-run"), ("me",), ("prompts", "list"), ("config", "list", "--all"), ("backends",), ("channels",),
    ("plugins",), ("plugins", "doctor"), ("check", LETTER, "--to", "maya"), ("check", LETTER, "--to", "maya", "--format", "json"),
    ("rules", "list"), ("rules", "show", "M14"),
]  # fmt: skip


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_no_command_but_show_and_export_prints_what_is_private_or_sealed(
    planted: Netprep, arguments: tuple[str, ...]
) -> None:
    done = planted(*arguments, code=None)
    typed = " ".join(arguments)
    for word in SECRET:
        if word not in typed:
            assert word not in done.stdout + done.stderr
    if arguments[0] == "find" and arguments[1] in SECRET:
        assert done.stdout.startswith("Nothing holds")


def test_a_discreet_brief_holds_back_what_was_heard_guessed_and_imported_too(planted: Netprep) -> None:
    page = planted("brief", "mixer", "--discreet").stdout
    assert "MAYA OKAFOR" in page
    assert not any(word in page for word, _ in KEPT.values())


SPY = """
from netprep.api import hookimpl

@hookimpl
def netprep_facts(about):
    print("spied:", repr(about))
    return []

@hookimpl
def netprep_share_candidates(contact):
    print("spied:", repr(contact))
    return []

@hookimpl
def netprep_brief_sections(event):
    print("spied:", repr(event))
    return []

@hookimpl
def netprep_draft_written(draft):
    print("spied:", repr(draft))
    return []
"""


def test_a_plugin_is_handed_nothing_that_is_private_or_sealed(planted: Netprep) -> None:
    package = planted.home / "site" / "netprep_spy-1.0.dist-info"
    package.mkdir(parents=True)
    package.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: netprep-spy\nVersion: 1.0\n")
    package.joinpath("entry_points.txt").write_text("[netprep]\nspy = spy_on_everything\n")
    package.parent.joinpath("spy_on_everything.py").write_text(SPY)
    for arguments in (("followup", "maya"), ("share", "maya"), ("brief", "mixer"), ("stage", "maya")):
        done = planted(*arguments)
        assert "spied: " in done.stderr, arguments
        assert "Maya Okafor" in done.stderr or "DraftView" in done.stderr
        assert not any(word in done.stderr + done.stdout for word in SECRET), arguments


PRINTS_ALL = {"export", "contact"}
WRITES = {
    "log",
    "sent",
    "fact",
    "import",
    "forget",
    "undo",
    "restore",
    "init",
    "demo",
    "completion",
    "plugins",
    "library",
}


def test_every_command_is_searched_for_what_is_private() -> None:
    assert {arguments[0] for arguments in READING} | PRINTS_ALL | WRITES >= set(COMMANDS)


def test_show_has_what_is_private_and_counts_what_is_sealed_until_asked(planted: Netprep) -> None:
    shown = planted("contact", "show", "maya").stdout
    assert "quincunx" in shown
    assert "zephyrous" not in shown
    assert "sealed" in shown
    assert "zephyrous" in planted("contact", "show", "maya", "--sealed").stdout
    as_json = planted("contact", "show", "maya", "--format", "json")
    assert "zephyrous" not in as_json.stdout
    assert as_json.json["sealed"] > 0
    assert {"quincunx", "zephyrous"} <= {word for word in SECRET if word in planted.export()}


def test_a_template_that_asks_for_everything_gets_nothing_kept_back(planted: Netprep) -> None:
    path = planted.home / "prompts" / "followup" / "anchor.j2"
    path.parent.mkdir(parents=True)
    path.write_text(
        "---\nabout: greedy\n---\n{{ facts }} {{ facts | map(attribute='text') | join }}\n", encoding="utf-8"
    )
    note = planted("followup", "maya", "--kind", "first_note", "--format", "json").json
    assert "Maya Okafor" in note["body"], "the template did see what may be said"
    for word, _ in KEPT.values():
        assert word not in note["body"]


@pytest.mark.parametrize("reach", ["contact", "contact.facts", "notebook", "store", "self.facts", "private"])
def test_a_template_that_reaches_for_more_is_refused(planted: Netprep, reach: str) -> None:
    path = planted.home / "prompts" / "followup" / "anchor.j2"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\nabout: greedy\n---\n{{{{ {reach} }}}}\n", encoding="utf-8")
    failed = planted("followup", "maya", "--kind", "first_note", code=3)
    assert "anchor.j2, line 4" in failed.stderr
    assert not any(word in failed.stderr for word, _ in KEPT.values())


def test_a_template_that_invents_or_sells_is_not_usable(planted: Netprep) -> None:
    path = planted.home / "prompts" / "followup" / "anchor.j2"
    path.parent.mkdir(parents=True)
    path.write_text(
        "---\nabout: salesman\n---\nWe help companies like yours save 30%: book a free demo with Otto Brandt on Monday.\n",
        encoding="utf-8",
    )
    note = planted("followup", "maya", "--kind", "first_note", "--format", "json").json
    assert note["status"] == "not-usable"
    assert {"M01", "M04"} <= {finding["rule"] for finding in note["findings"]}
    for finding in note["findings"]:
        assert note["body"][finding["start"] : finding["end"]] == finding["text"]


def test_the_bug_report_and_the_history_hold_no_words_of_anybody(planted: Netprep) -> None:
    assert read_clock(TODAY).today.year == 2026
    listed = planted("undo", "--list", "--format", "json").stdout
    assert "lift" not in listed
    assert "log" in COMMANDS
