"""Rules of the user's own: read from files, held to their examples, applied to every draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.guard import found_by
from netprep.model.plan import Level
from netprep.model.rules import RuleFile, RuleKind
from tests.conftest import Made, Netprep, make_demo

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
(RULE,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def filled(made: Made) -> Netprep:
    return made(make_demo)


def put(netprep: Netprep, text: str, name: str = "worn.yaml") -> Path:
    path = netprep.home / "rules" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_rule_of_the_docs_reads_every_draft(filled: Netprep) -> None:
    put(filled, RULE)
    note = filled("followup", "efua-mensah", "--own-words", "What a Synergy, I’d say.", "--format", "json").json
    (finding,) = [finding for finding in note["findings"] if finding["rule"] == "HOUSE-1"]
    assert finding["message"] == "“Synergy” is worn out."
    assert finding["name"] == "worn-out-words"
    assert note["body"][finding["start"] : finding["end"]] == finding["text"] == "Synergy"
    assert note["status"] == "not-usable"


def test_a_level_that_only_warns_lets_the_draft_go(filled: Netprep) -> None:
    put(filled, RULE.replace("level: error", "level: warn"))
    done = filled("followup", "efua-mensah", "--own-words", "What a synergy.", "--format", "json")
    assert done.json["status"] == "send-ready"
    assert "worn out words (HOUSE-1)" in filled("followup", "efua-mensah", "--own-words", "What a synergy.").stderr


def test_a_folder_without_rules_changes_nothing(filled: Netprep) -> None:
    before = filled("followup", "efua-mensah").stdout
    (filled.home / "rules").mkdir()
    put(filled, "not a rule at all", "README.md")
    assert filled("followup", "efua-mensah").stdout == before


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("kind: existence", "kind: existance", 1, "there is no kind of rule “existance”"),
        ("kind: existence\n", "", 1, "the key “kind” is missing; it can be existence"),
        ("code: HOUSE-1", "code: house", 2, "code: “house” is no code"),
        ("code: HOUSE-1", "code: M01", 2, "code: “M01” is a code of netprep's own"),
        ("code: HOUSE-1", "code: PL9", 2, "code: “PL9” is a code of netprep's own"),
        ("code: HOUSE-1\n", "", 1, "the key “code” is missing"),
        ("level: error", "level: fatal", 4, "level: “fatal” is not one of the words for this key"),
        ("level: error", "levle: error", 4, "levle: there is no key “levle” here"),
        (
            "phrases:\n  - synergy\n  - low-hanging fruit\n  - circle back\n",
            "phrases: []\n",
            1,
            "a rule of kind existence needs “phrases” or “acts”",
        ),
        ("phrases:", "phrases: synergy\nwhat:", 7, "what: there is no key “what” here"),
        ("  - synergy\n", "  - synergy (and\n", 7, "cannot be read from “(and” on"),
        ("  - synergy\n", "  - <nobody> knows\n", 7, "names the class “nobody”, which does not exist"),
        ("  - synergy\n", "  - ...\n", 7, "holds no word that has to be there"),
        ("phrases:", "percent: 20\nphrases:", 6, "percent: a rule of kind existence has no “percent”"),
        ("phrases:", "unless_acts: [thankz]\nphrases:", 6, "there is no speech act “thankz”"),
        ("kind: existence", "kind: history", 6, "a rule of kind history has no “phrases”"),
        ("  - I will circle back on Monday.\n", "", 12, "fires: 3 texts are needed, 2 found"),
        ("  - I will circle back on Monday.", "  - I will write.", 15, "fires[3]: the rule finds nothing in this text"),
        (
            "  - I will write again on Monday.",
            "  - I will Circle  Back.",
            19,
            "passes[3]: the rule finds “Circle  Back”",
        ),
        ("message:", "message: [", 10, "this is not YAML"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(filled: Netprep, old: str, new: str, line: int, said: str) -> None:
    assert old in RULE
    path = put(filled, RULE.replace(old, new, 1))
    done = filled("followup", "efua-mensah", code=3)
    assert f"{path}, line {line}: " in done.stderr or said == "this is not YAML"
    assert said in done.stderr
    assert done.stdout == ""


def test_two_rules_with_one_code_are_told(filled: Netprep) -> None:
    first = put(filled, RULE, "a.yaml")
    second = put(filled, RULE, "b.yaml")
    done = filled("followup", "efua-mensah", code=3)
    assert f"{second}, line 2: code: {first} has the code “HOUSE-1” already" in done.stderr


def rule(*phrases: str) -> RuleFile:
    return RuleFile(RuleKind.EXISTENCE, "X-1", "x", Level.WARN, "m", "s", (), (), phrases=phrases)


@given(
    words=st.lists(
        st.text(st.characters(codec="ascii", categories=["L"]), min_size=2, max_size=9), min_size=1, max_size=5
    ),
    before=st.sampled_from(["", "so ", "“", "- "]),
    after=st.sampled_from(["", " so", ".", "”"]),
    between=st.sampled_from([" ", "  ", "-", ", "]),
)
def test_words_are_found_wherever_they_stand_and_whatever_is_between_them(
    words: list[str], before: str, after: str, between: str
) -> None:
    said = between.join(words)
    spans = [
        f"{before}{said}{after}"[start:end] for start, end in found_by(rule(" ".join(words)), f"{before}{said}{after}")
    ]
    assert said in spans


def test_parts_of_words_do_not_count_and_white_space_does_not_matter() -> None:
    assert not list(found_by(rule("circle back"), "encircle back and circle backwards"))
    assert len(list(found_by(rule("circle back"), "Circle\n back, circle  back"))) == 2
    assert list(found_by(rule("don't worry"), "Don’t worry."))
