"""For every command that writes: undo restores the exported notebook exactly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.cli import COMMANDS
from netprep.exchange.notebook_file import write_notebook
from tests.conftest import Made, Netprep, make_demo
from tests.exchange.generated import notebooks

WRITES: dict[str, tuple[tuple[str, ...], ...]] = {
    "contact": (
        ("contact", "add", "Maya Okafor", "--email", "maya@tidewater.example", "--tag", "partner"),
        ("contact", "add", "Maya Okafor", "--met", "harbour", "--lane", "active"),
        ("contact", "edit", "efua-mensah"),
    ),
    "fact": (("fact", "add", "efua-mensah", "goals", "opening a second practice", "--when", "in two weeks"),),
    "promise": (
        ("promise", "add", "efua-mensah", "the race map", "--by", "friday"),
        ("promise", "add", "efua-mensah", "the name of a joiner", "--theirs"),
        ("promise", "keep", "anselmo-ferreira"),
        ("promise", "keep", "Anselmo", "Ferreira"),
    ),
    "event": (
        (
            "event",
            "add",
            "Data Night",
            "--starts",
            "next thu 18:30",
            "--for",
            "2h",
            "--with",
            "efua-mensah",
            "--with",
            "Jo",
        ),
        ("event", "edit", "harbour-mixer"),
    ),
    "library": (
        ("library", "add", "book", "The Quiet Room", "--author", "H. Vale", "--topic", "silence"),
        ("library", "edit", "quiet"),
    ),
    "me": (
        ("me", "--role", "baker"),
        ("me", "--role", "", "--low-key"),
        ("me", "facts", "add", "interests", "running uphill"),
        ("me", "edit"),
    ),
    "log": (
        ("log", "Maya Okafor", "q: third year | a: the queue | i: running | p: the plan by friday | x: politics"),
        ("log", "efua-mensah", "she found a flat", "--kind", "message_in"),
        ("log", "efua-mensah", "y: learn | s: hiring in spring | n: a bigger room", "--event", "harbour"),
        ("log", "efua-mensah", "--kind", "question_asked", "--set", "question=qB1"),
        ("log", "--strike", "e1201", "--why", "it was somebody else"),
    ),
    "questions": (("questions", "--contact", "efua-mensah", "--asked", "qG2", "--event", "harbour"),),
    "sent": (("sent", "efua-mensah"), ("sent", "efua-mensah", "--text", "-")),
    "import": (("import", "-"),),
    "init": (),  # without a terminal it asks nothing and writes nothing
}
READS = {
    "check", "rules", "today", "followup", "brief", "share", "may-i", "find", "stage", "export", "undo", "backends", "channels", "prompts", "completion",
}  # fmt: skip
NOT_UNDONE = {
    "forget": "it is final by promise",
    "restore": "it makes a backup of what stood before, which can be restored",
    "config": "settings are a file of their own",
    "plugins": "which of them take part is a setting",
    "demo": "its notebook is thrown away",
}


@pytest.fixture
def filled(made: Made) -> Netprep:
    return made(make_demo)


def test_every_command_is_known_here_as_writing_or_not() -> None:
    assert set(COMMANDS) == set(WRITES) | READS | set(NOT_UNDONE)


@pytest.mark.parametrize("arguments", [each for writes in WRITES.values() for each in writes], ids=" ".join)
def test_undo_restores_exactly_what_was_before(
    filled: Netprep, arguments: tuple[str, ...], editor: Callable[..., Path], example_notebook: str
) -> None:
    editor("text = text.replace('# nickname: ', 'nickname: Ef').replace('name: ', 'name: New ', 1)\n"
           "text = text.replace('title: ', 'title: New ', 1)")  # fmt: skip
    if arguments[:2] == ("library", "edit"):
        filled("library", "add", "book", "Quiet", "--topic", "silence")
    if arguments[0] == "sent":
        filled("followup", "efua-mensah")
    stdin = example_notebook if arguments[0] == "import" else "What I really wrote.\n"
    before = filled.export()
    filled(*arguments, stdin=stdin)
    assert filled.export() != before, "the command changed nothing, so this shows nothing"
    filled("undo")
    assert filled.export() == before


@pytest.fixture
def example_notebook() -> str:
    return (Path(__file__).parents[2] / "docs" / "example-notebook.yaml").read_text(encoding="utf-8")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(before=notebooks(), incoming=notebooks())
def test_any_import_into_any_notebook_is_undone(
    tmp_path_factory: pytest.TempPathFactory, before: object, incoming: object
) -> None:
    netprep = Netprep(tmp_path_factory.mktemp("home"))
    netprep("import", "-", stdin=write_notebook(before), code=None)  # type: ignore[arg-type]
    exported = netprep.export()
    if netprep("import", "-", stdin=write_notebook(incoming)).stdout.startswith("Nothing"):  # type: ignore[arg-type]
        return
    if netprep.export() != exported:
        netprep("undo")
    assert netprep.export() == exported


LINES = st.lists(
    st.tuples(st.sampled_from(["q", "n", "g", "i", "w", "s", "p", "a", "m", "y", "x", ""]), st.sampled_from(
        ["the plan by friday", "yes", "learn", "running uphill", "she runs", "“so what?”", "a | b", "{{ me }}", "🙂", "ok"]
    )),
    min_size=1,
    max_size=5,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_any_capture_line_is_undone_or_refused_without_a_trace(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, str]]
) -> None:
    netprep = Netprep(tmp_path_factory.mktemp("home"))
    netprep("contact", "add", "Ada Berg")
    before = netprep.export()
    line = " | ".join(f"{letter}: {text}" if letter else text for letter, text in parts)
    done = netprep("log", "ada", line, code=None)
    assert done.code in (0, 2)
    if done.code == 0 and netprep.export() != before:
        netprep("undo")
    assert netprep.export() == before


def test_undo_goes_back_step_by_step_and_then_says_there_is_no_more(netprep: Netprep) -> None:
    netprep("contact", "add", "Ada Berg")
    netprep("contact", "add", "Bo Lind")
    listed = netprep("undo", "--list").stdout.splitlines()
    assert [line.split("  ")[1] for line in listed] == ["contact add Bo Lind", "contact add Ada Berg"]
    netprep("undo")
    netprep("undo")
    assert netprep("undo").stdout == "There is nothing to take back.\n"
    assert netprep("contact", "list").stdout.startswith("No contacts yet.")
