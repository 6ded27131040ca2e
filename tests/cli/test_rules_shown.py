"""``netprep rules`` lists what the guard looks for, and explains a rule."""

from __future__ import annotations

from netprep.guard.rules import RULES
from netprep.model.rules import Category
from tests.conftest import Netprep

HOUSE = """kind: existence
code: HOUSE-1
name: worn-out-words
level: error
why: These words are in every mail that nobody reads.
phrases: [synergy]
message: “{text}” is worn out.
suggestion: Say what you mean.
fires: [There is real synergy here., Such synergy., Synergy it is.]
passes: [All is well., We work together., It fits.]
"""


def write_house_rule(netprep: Netprep) -> None:
    folder = netprep.home / "rules"
    folder.mkdir(parents=True)
    (folder / "house.yml").write_text(HOUSE, encoding="utf-8")


def test_every_rule_is_listed_by_category_and_can_be_shown(netprep: Netprep) -> None:
    listed = netprep("rules", "list", "--format", "json").json["rules"]
    assert {each["rule"] for each in listed} == set(RULES)
    order = list(Category)
    assert [order.index(Category(each["category"])) for each in listed] == sorted(
        order.index(Category(each["category"])) for each in listed
    )
    for each in listed:
        shown = netprep("rules", "show", each["rule"], "--format", "json").json
        assert shown["name"] == each["name"]
        assert shown["looks_at"]


def test_one_category_is_listed_alone(netprep: Netprep) -> None:
    listed = netprep("rules", "list", "--category", "pressure", "--format", "json").json["rules"]
    assert {each["category"] for each in listed} == {"pressure"}
    netprep("rules", "list", "--category", "colour", code=2)


def test_a_rule_is_explained_with_why_and_examples_and_how_to_silence_it(netprep: Netprep) -> None:
    shown = netprep("rules", "show", "Empty Nudge", width=200).stdout
    assert "empty nudge (M11), error" in shown
    assert RULES["M11"].why in shown
    assert "Just checking in." in shown
    assert "grade D, experienced people say so" in shown
    assert '<!-- netprep: ignore M11 reason="..." -->' in shown


def test_a_misspelt_rule_is_suggested(netprep: Netprep) -> None:
    assert "Did you mean empty-nudge?" in netprep("rules", "show", "emty-nudge", code=3).stderr


def test_rules_of_the_users_own_are_listed_explained_and_silenced_too(netprep: Netprep) -> None:
    write_house_rule(netprep)
    assert "worn out words, error (yours)" in netprep("rules", "list").stdout
    assert "your own rules" in netprep("rules", "show", "worn-out-words").stdout
    text = "There is synergy."
    assert "HOUSE-1" in netprep("check", stdin=text, code=1).stdout
    netprep("check", stdin=f'<!-- netprep: ignore worn-out-words reason="their word" -->{text}')
    netprep("config", "set", "silenced_rules.HOUSE-1", "their word")
    netprep("check", stdin=text)


def test_speech_acts_are_listed_with_what_they_are(netprep: Netprep) -> None:
    acts = netprep("rules", "list", "--acts", "--format", "json").json["acts"]
    assert {"asks-meeting", "sells"} <= {each["name"] for each in acts}
    assert all(each["about"] for each in acts)
    assert "asks-meeting" in netprep("rules", "list", "--acts").stdout
