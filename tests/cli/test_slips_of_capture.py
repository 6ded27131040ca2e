"""What is typed in a corridor as people type it: nothing is lost in silence."""

from __future__ import annotations

import pytest

from tests.conftest import Made, Netprep


def make(netprep: Netprep) -> None:
    netprep("me", "--name", "Alex Reyes")
    netprep("event", "add", "Book fair", "--starts", "yesterday 18:00", "--for", "2h")


@pytest.fixture
def fair(made: Made) -> Netprep:
    return made(make)


def said(netprep: Netprep, line: str) -> str:
    """What stderr says about a line, on one line."""
    return " ".join(netprep("log", "Di Lund", line, "--event", "fair", width=400).stderr.split())


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("hi. x: layoffs", 'There is an “x:” inside your note. If it begins a part, put | before it: "hi. | x: layoffs"'),
        ("hi g: a shop", 'There is a “g:” inside your note. If it begins a part, put | before it: "hi | g: a shop"'),
        ("q: so slow. P: the plan", 'There is a “P:” inside “q:”. If it begins a part, put | before it: "so slow. | P: '),
        ("need: cash", '“need:” is kept as plain words. If it begins a part, write: "n: cash"'),
        ("quote: lala", '“quote:” is kept as plain words. If it begins a part, write: "q: lala"'),
        ("hi | Interest: chess", 'If it begins a part, write: "i: chess"'),
        ("hi. avoid: layoffs", 'If it begins a part, write: "hi. | x: layoffs"'),
        ("promise: the plan", 'write: "p: the plan"'),
        ("goal: a shop", 'write: "g: a shop"'),
    ],
)  # fmt: skip
def test_a_part_that_was_not_read_as_one_is_kept_and_named(fair: Netprep, line: str, remark: str) -> None:
    stderr = said(fair, line)
    assert remark in stderr
    assert "(netprep undo)" in stderr
    assert line.split(":")[-1].strip() in fair("contact", "show", "di").stdout


@pytest.mark.parametrize(
    "line",
    [
        "see https://shop.example x://y",
        "at 9:30 with s://shop.example",
        "a: the lift | x: layoffs",
        "note: she knows Dee",
        "plan a: the cheap oven",
        "we need: nothing",
        "C:\\rotas",
        "the shop x : y",
    ],
)
def test_a_colon_is_no_false_alarm(fair: Netprep, line: str) -> None:
    stderr = said(fair, line)
    assert "inside" not in stderr
    assert "plain words" not in stderr
