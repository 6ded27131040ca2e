"""The commands whose JSON is held against ``docs/schemas``, and the notebooks they run on.

To add a command: write ``docs/schemas/<its words joined by ->.json``, add a line to ``RUNS`` for every
shape its JSON can have, and run ``python docs/generate.py``. The tests say what was not seen yet.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from netprep.model.words import AskClass, FollowupKind, Form
from netprep.store.copies import backup
from tests.cli.test_bad_input import ODD_NAMES
from tests.conftest import TODAY, Netprep, make_demo


class Run(NamedTuple):
    """A command line (``--format json`` is added where it can be), what is piped into it, and when."""

    line: str
    stdin: str = ""
    today: str = TODAY


Make = Callable[[Netprep], object]


def make_nothing(netprep: Netprep) -> None:
    """A notebook that is not there yet."""


def make_everything(netprep: Netprep) -> None:
    """Every key of every record is set."""
    netprep("import", str(Path(__file__).with_name("everything.yaml")))


def make_salesman(netprep: Netprep) -> None:
    """The demo with a template that the guard will not let pass."""
    make_demo(netprep)
    path = netprep.home / "prompts" / "followup" / "anchor.j2"
    path.parent.mkdir(parents=True)
    path.write_text("---\nabout: sells\n---\nWe help companies like yours: book a free demo with Otto on Monday.\n")


def make_copied(netprep: Netprep) -> None:
    """There is a backup."""
    netprep("contact", "add", "Ada Berg")
    backup(netprep.home, "test")


def make_odd(netprep: Netprep) -> None:
    """People with names that nobody expects."""
    for name in ODD_NAMES:
        netprep("log", name, f"q: {name} | a: the lift | i: {name} | p: {name} by friday", "--new")


PLUGIN = """
from netprep.api import BriefSection, LibraryKind, ShareCandidate, hookimpl

@hookimpl
def netprep_brief_sections(event):
    return [BriefSection("To bring", (f"cards for {len(event.attendees)}",))]

@hookimpl
def netprep_share_candidates(contact):
    return [ShareCandidate(LibraryKind.NEWS, "Roofs for all", topics=("wet stalls",))]
"""


SOURCES = {
    "pocket": PLUGIN,
    "cracked": "raise RuntimeError('no')",
    "later": "NETPREP_API = 99",
    "unwanted": PLUGIN,
}


def make_plugged(netprep: Netprep) -> None:
    """One plugin works, one is broken, one was made for a later netprep, and one is not wanted."""
    make_demo(netprep)
    for name, source in SOURCES.items():
        package = netprep.home / "site" / f"netprep_{name}-1.0.dist-info"
        package.mkdir(parents=True)
        package.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: netprep-{name}\nVersion: 1.0\n")
        package.joinpath("entry_points.txt").write_text(f"[netprep]\n{name} = runs_of_{name}\n")
        package.parent.joinpath(f"runs_of_{name}.py").write_text(source)
    netprep("config", "set", "disabled_plugins", "unwanted")


EFUA, ANSELMO, SHIRU, SOLVEIG = "efua-mensah", "anselmo-ferreira", "wanjiru-kamau", "solveig-aas"
DEMO = (
    EFUA, ANSELMO, SHIRU, SOLVEIG, "mirela-popescu", "hyun-ju-seo", "lachlan-reid", "thuy-pham", "brent-halvorsen",
    "ravi-menon", "amara-diallo", "tendai-moyo", "hana-kovarova", "owen-pritchard",
)  # fmt: skip
NEWS = """netprep: 1
contacts:
  - name: Ida Falk
    emails: [ida@falk.example]
    org: Falk Boats
    stage: {value: P}
    log: [{id: e9001, kind: received, date: 2026-11-10, what: intro}, {kind: thanked, date: 2026-11-11, of: e9001},
          {kind: intro_met, date: 2026-11-18, with: efua-mensah}]
  - {name: Jan Ek, log: [{kind: received, date: 2026-11-01, what: advice}]}
  - {id: thuy-pham, name: Thuy Pham}
  - {id: lachlan-reid, name: Lachlan Reid, role: surveyor of roofs}
  - {id: ravi-menon, name: Somebody Else, emails: [else@mill.example], org: Mill}
  - {id: efua-mensah, name: Efua Mensah, log: [{id: e101, kind: met, date: 2026-01-01}]}
  - {id: brent-halvorsen, name: Brent Halvorsen}
  - id: wanjiru-kamau
    name: Wanjiru Kamau
    log: [{id: e9002, kind: ask, date: 2026-11-18, class: A2}, {kind: ask_closed, date: 2026-11-19, of: e9002, answer: yes}]
events:
  - {name: Fair, starts: 2026-12-01, attendees: [{contact: brent-halvorsen}]}
"""
"""Laid over the demo: somebody new, the same, changed, in conflict and forgotten."""

UNDATED = """netprep: 1
contacts: [{id: ida, name: Ida Falk, facts: [{field: challenges, value: Sunday rotas}]}]
library: [{id: sheet, kind: link_doc, title: A one-page sheet, topics: [rotas]}]
"""
"""Something that was told on no known day, and something to share for it."""

GATE = """netprep: 1
events:
  - {name: Gate, starts: 2026-12-01, type: service_group, attendees: [{name: Li Chen, public: her talk on gates}]}
"""
"""An event with somebody on its list who is in nobody's notebook."""

SELLS = "We help firms like yours save money.\nCould we have a quick call on Tuesday?"
LINES = '{"id": "a", "text": "Just checking in."}\n{"id": 2, "text": "Hello."}\n{"id": "c"}\n{"id": 4}\nno\n'
"""What is piped into ``check --jsonl``."""


def make_house_rules(netprep: Netprep) -> None:
    """A rule of the user's own, without a grade and a source."""
    folder = netprep.home / "rules"
    folder.mkdir(parents=True)
    (folder / "house.yml").write_text(
        "kind: existence\ncode: HOUSE-1\nname: worn-out\nlevel: warn\nphrases: [synergy]\n"
        "message: “{text}” is worn out.\nsuggestion: Say it plainly.\n"
        "fires: [Such synergy., It is synergy., Synergy it is.]\npasses: [All is well., It fits., We work together.]\n",
        encoding="utf-8",
    )


RUNS: dict[Make, list[str | Run]] = {
    make_nothing: [
        "today", "contact list", "event list", "library list", "promise list", "find tea", "me", "undo", "undo --list",
        "restore", "export", "backends", "channels", "prompts list", "config list", Run("import -", "netprep: 1\n"),
        "me --name 'Alex Reyes'", "me facts add interests 'running uphill'",
        "event add Fair --starts 'yesterday 18:00' --for 2h", "event add 'Open day' --starts 'next thu'",
        "brief 'open day'", "questions", Run("import -", GATE), "brief gate", "questions --event gate --n 3",
        "questions --event gate --contact li", "questions --event 'open day'", "plugins", "plugins doctor", "event add Talk --starts 'next thu 18:00' --for 2h --timezone Europe/Berlin", "brief talk",
        "log 'Ada Berg' 'q: late again | a: the lift | i: runs uphill | p: the list' --event fair", "stage ada", "today",
        "contact add Bo --org Mill", "contact list", "fact add bo goals 'a kiln'", "promise add bo 'the map' --by friday",
        "promise add bo 'the name' --theirs", "promise list", "promise keep bo map", "log --strike e1 --why 'it was Bo'",
        "library add book Quiet", "library add link_doc Maps --url https://example.org/maps?a=1&b=2", "library list",
        Run("import -", UNDATED), "share ida", "share bo",
        "prompts show followup/anchor", "prompts copy followup/anchor", "prompts list", "undo --list", "undo",
    ],
    make_demo: [
        "today", "today --limit 1", "today --limit 50", "contact list --limit 3", "event list", "event show harbour-mixer",
        "brief boat-shed-breakfast", "brief trade-hall-reception",
        *(f"{show} {who}" for who in DEMO for show in ("questions --contact", "share")), "questions --event boat --contact beatriz --low-key",
        "questions --contact ravi-menon --asked qB1", "log ravi-menon --kind question_asked --set question=qC1", "library list", "library show marathon-plan", "find race", "find boat", "me", "export",
        *(f"followup {EFUA} --kind {kind}" for kind in FollowupKind), *(f"followup {EFUA} --form {form}" for form in Form),
        *(f"{show} {who}" for who in DEMO for show in ("stage", "followup")), f"contact show {EFUA}",
        *(f"may-i {who} 'Would you?' --class {ask}" for who in (EFUA, SOLVEIG, SHIRU) for ask in AskClass),
        f"may-i {SHIRU} 'What would you do?' --invited", f"promise list {ANSELMO}",
        *(Run(f"stage {SHIRU}", today=f"{day}T09:00") for day in ("2026-12-24", "2027-02-01", "2027-06-01", "2028-01-01")),
        f"followup {SHIRU} --kind close_loop --own-words 'It led to a meeting.'", f"sent {SHIRU}",
        f"followup {SHIRU} --kind thanks", f"sent {SHIRU}", f"followup {ANSELMO}", f"sent {ANSELMO}",
        f"followup {EFUA} --ask 'What would you do first?' --anyway", f"sent {EFUA}",
        f"may-i {EFUA} 'What would you do first?'", *[f"log {EFUA} 'a tip' --kind give --set share=news"] * 5, f"stage {EFUA}",
        "forget brent-halvorsen --yes", Run("import - --dry-run", NEWS), Run("import -", NEWS), "today --limit 50",
        f"may-i {SHIRU} 'Would you?' --class A2",
        "stage ida", "followup ida", "followup jan", "undo --list", "undo",
    ],
    make_everything: [
        "export", "me", "me --sealed", "contact show ada-berg", "contact show ada-berg --sealed", "contact show bo-lind",
        "contact list", "event list", "event show kiln-night", "brief kiln-night", "library list", "library show clay-book", "promise list",
        "find kiln", "stage ada-berg",
    ],
    make_odd: [
        "contact list", "today", "export", "find ada", "undo --list",
        *(f"{show} {shlex.quote(name)}" for name in ODD_NAMES for show in ("contact show", "followup", "stage", "promise list")),
    ],
    make_salesman: [f"followup {EFUA} --kind first_note"],
    make_plugged: ["share mirela-popescu --limit 9", "plugins", "plugins list", "plugins doctor", "brief boat-shed-breakfast"],
    make_house_rules: ["rules list", "rules list --acts", "rules show HOUSE-1", "rules show M11", Run("check", SELLS), Run("check", "Hello."),
                       Run("check", "Hello [say how they are]."), Run("check", "Just checking in on that synergy.")],
    make_copied: ["restore", "restore --latest"],
}  # fmt: skip
"""What is run, in this order, on each notebook. Together it shows all that the schemas say."""

AHEAD: dict[tuple[str, str], str] = {
    (
        "channels.json#/properties/channels/items/properties/form/anyOf/0",
        "is there",
    ): "only plugins' channels ask for one",
    ("followup.json#/properties/model", "is string"): "no model words notes yet",
    ("followup.json#/properties/fallback", "is string"): "no model words notes yet",
    **{
        (f"check.json#/properties/unverified/items{rest}", "is there"): "nobody marks what is their own in a text yet"
        for rest in ("", "/properties/start", "/properties/end", "/properties/text")
    },
}
"""What a schema promises ahead of the program, each with the reason."""
