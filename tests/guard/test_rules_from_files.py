"""Rules of the user's own: read from files, held to their examples, applied to every draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.guard import found_by
from netprep.model.pack_rules import ExistenceRule, RuleKind
from netprep.model.plan import Level
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
        ("phrases:\n  - synergy\n  - low-hanging fruit\n  - circle back\n", "phrases: []\n", 6, "there is no phrase"),
        ("phrases:", "phrases: synergy\nmore:", 6, "phrases: expected a list"),
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


def rule(*phrases: str) -> ExistenceRule:
    return ExistenceRule(RuleKind.EXISTENCE, "X-1", "x", Level.WARN, phrases, "m", "s", (), ())


@given(
    phrase=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30).filter(str.strip),
    before=st.sampled_from(["", "so ", "“", "- "]),
    after=st.sampled_from(["", " so", ".", "”"]),
)
def test_a_phrase_is_found_word_for_word_whatever_signs_are_in_it(phrase: str, before: str, after: str) -> None:
    phrase = " ".join(phrase.split())
    body = f"{before}{phrase}{after}"
    spans = [body[start:end] for start, end in found_by(rule(phrase), body)]
    assert phrase in spans


def test_parts_of_words_do_not_count_and_white_space_does_not_matter() -> None:
    assert not list(found_by(rule("circle back"), "encircle back and circle backwards"))
    assert len(list(found_by(rule("circle back"), "Circle\n back, circle  back"))) == 2
    assert list(found_by(rule("don't worry"), "Don’t worry."))
