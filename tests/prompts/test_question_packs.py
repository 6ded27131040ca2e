"""Packs of questions: the built-in one, those of others, and what is wrong with a file."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.api import Contribution
from netprep.compose.question_bank import read_bank
from netprep.errors import BadFile
from netprep.guard.questions import MAY_BE_CLOSED, QuestionContext, review_question
from netprep.method.questions import fill, slots_of
from netprep.model.questions import BLANKS, SLOTS, Bank
from netprep.prompts import builtin_folder
from netprep.prompts.questions import read_pack
from netprep.prompts.shipped import netprep_questions
from netprep.settings.method import MethodSettings
from tests.conftest import Netprep

METHOD = MethodSettings()
DOCS = Path(__file__).parents[2] / "docs" / "questions.md"
LOW_KEY = [
    "A1",
    "A3",
    "A4",
    "B1",
    "B2",
    "B3",
    "B4",
    "C1",
    "C2",
    "C3",
    "C5",
    "D2",
    "D5",
    "E1",
    "E2",
    "E3",
    "F1",
    "F2",
    "F5",
    "G1",
    "G2",
    "H2",
    "H5",
    "I1",
    "I3",
    "I5",
    "J1",
    "J3",
    "J5",
    "K1",
    "K2",
    "L1",
    "L2",
]
DEPTHS = {
    1: "A1 A2 A3 A4 A5 B1 C1 C2 D5 G1 G3 G4 G5 H1 H2 H4 H5 I2 I3 I4 I5 K1 K3 K5 L1 L2 L3 L4 L5",
    3: "D2 E3 K4",
}
SAMPLES = {
    "part_of_day": ["morning", "event"],
    "today": ["this evening", "today"],
    "host": ["Sam Oyelaran"],
    "speaker": ["Hans Claes"],
    "committee": ["the Boat Shed committee"],
    "a_role": ["an HR manager", "a cook and owner", "head of sales"],
    "project": ["the repair corner between the food stalls", "opening on Sundays from March", "your quay that drains"],
    "when_told": ["April", "2 April", "Thursday", "last night"],
    "goal": ["a second kitchen with a window", "running the Boston Marathon"],
    "growing": ["the team from four people to nine", "herbs"],
    "challenge": ["Sunday rotas", "finding desks in time", "insurers who do not believe in flat roofs"],
    "need": ["a controller", "help with pricing", "someone who understands food permits"],
    "craft": ["steaming oak until it listens", "your quay that drains"],
    "achievement": ["your rye loaf that survived a week at sea", "winning the county loaf prize"],
    "skill": ["steaming oak until it listens", "sourdough"],
    "topic": ["pickling things that should not be pickled", "birdwatching"],
    "expertise": ["setting type by hand", "your talk on otters"],
    "talk": ["your talk on bringing otters back to the canal"],
    "public_work": ["retraining 140 night staff in two years"],
    "public_words": ["nobody is too old for a new crane", "Who pays? Not the night shift"],
    "public_line": ["your studio opened its furnace to schools", "you moved here in May"],
    "shared_activity": ["running the Peachtree Road Race", "sea swimming in winter"],
    "plan": ["the first launch from the new slipway", "opening on Sundays from March"],
    "last_seen": ["September 2024", "2 April"],
    "shared_thing": ["“A rota sheet that leaves Saturdays free”", "the rain-day clause other roofers use"],
    "my_challenge": ["finding reviewers who answer", "late timesheets"],
}

SHIPPED = [Contribution("netprep", pack) for pack in netprep_questions()]


def never(plugin: str, why: str) -> None:
    raise AssertionError(f"{plugin}: {why}")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return read_bank(SHIPPED, tmp_path_factory.mktemp("home"), "en", METHOD, never)


def ids(words: str) -> set[str]:
    return {f"q{word}" for word in words.split()}


def test_the_bank_has_all_sixty_of_twelve_sorts(bank: Bank) -> None:
    assert [question.id for question in bank.questions] == [
        f"q{letter}{n}" for letter in "ABCDEFGHIJKL" for n in range(1, 6)
    ]
    assert all(question.category.value == question.id[1] for question in bank.questions)
    assert {question.id for question in bank.questions if question.low_key} == ids(" ".join(LOW_KEY))
    for depth, expected in DEPTHS.items():
        assert {question.id for question in bank.questions if question.depth == depth} == ids(expected)
    assert [question.id for question in bank.questions if question.then is None] == ["qL3", "qL4"]


def test_the_built_in_wordings_are_good_with_whatever_fills_them(bank: Bank) -> None:
    assert set(SAMPLES) == set(SLOTS)
    filled = 0
    for question in bank.questions:
        context = QuestionContext(may_be_closed=question.category in MAY_BE_CLOSED)
        for wording in (*question.text, *filter(None, (question.then,))):
            for text in every_filling(wording):
                filled += 1
                assert review_question(text, context, METHOD) == (), text
                assert re.fullmatch(r"[A-Z].*\?", text)
    assert filled > 150


def every_filling(wording: str) -> list[str]:
    texts = [wording]
    for slot in slots_of(wording):
        texts = [text.replace(f"{{{slot}}}", sample) for text in texts for sample in SAMPLES[slot]]
    return texts


def test_stems_and_exit_lines_can_be_said(bank: Bank) -> None:
    assert len(bank.moves) == 6
    for stem in (stem for stems in bank.moves.values() for stem in stems):
        assert review_question(stem, QuestionContext(), METHOD) == ()
    assert len(bank.exits) == 4
    for line in bank.exits:
        assert "{" not in fill(line.text, dict.fromkeys(BLANKS, "___"))


def test_the_docs_name_every_slot_and_key_there_is(bank: Bank) -> None:
    text = DOCS.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `\{(\w+)\}` \| (.*) \|$", text, re.MULTILINE))
    assert rows == dict(SLOTS)
    from netprep.prompts import questions

    keys = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert keys == list(questions._QUESTION)


def test_the_example_of_the_docs_works(netprep: Netprep) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    put(netprep, "mine.toml", example[1])
    bank = read_bank(SHIPPED, netprep.home, "en", METHOD, never)
    assert len(bank.questions) == 61
    assert bank.get("qB1").text == ("What does a good week look like in your work?",)  # type: ignore[union-attr]
    assert bank.get("mine-1").pack == "yours"  # type: ignore[union-attr]
    netprep("log", "Ada Berg", "q: hello | n: early mornings")
    offered = netprep("questions", "--contact", "ada", "--format", "json").json["questions"]
    assert "mine-1" in {question["id"] for question in offered} | {"mine-1"}
    texts = [question["text"] for question in netprep("questions", "--format", "json").json["questions"]]
    assert "What does a good week look like in your work?" in texts


def put(netprep: Netprep, name: str, text: str) -> Path:
    path = netprep.home / "questions" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


GOOD = '[[question]]\nid = "m1"\ncategory = "B"\ntext = "What keeps you busy?"\n'
BAD = {
    "not TOML": ("id = \n", 1, "not TOML"),
    "not TOML, further down": (GOOD + "depth = = 2\n", 5, "not TOML"),
    "not closed": (GOOD + 'then = "What', 5, "not TOML"),
    "unknown key": (GOOD + "quiet = true\n", 5, "no key “quiet” here. Allowed: id, category, text, stages"),
    "unknown table": (GOOD + "[[questions]]\n", 5, "no key “questions” here. Allowed: language, moves, question, exit"),
    "unknown slot": (GOOD.replace("busy", "{busyness}"), 4, "no slot {busyness}. There are: part_of_day, today"),
    "slot in a second question": (GOOD + 'then = "What of {project}?"\n', 5, "None can be used here"),
    "stray brace": (GOOD.replace("busy", "bu}sy"), 4, "stands alone"),
    "two slots in one": (GOOD.replace("busy", "{{project}}"), 4, "stands alone"),
    "day without project": (GOOD.replace("busy", "busy since {when_told}"), 4, "only beside {project}"),
    "same id twice": (GOOD + GOOD, 6, "m1 is used twice; it is also in line 2"),
    "bad id": (GOOD.replace("m1", "1 m"), 2, "an id is a letter, then"),
    "bad stage": (GOOD + 'stages = ["V", "Q"]\n', 5, "“Q” is none of I, V, C, P"),
    "stage without a list": (GOOD + 'stages = "V"\n', 5, 'such as ["I"]'),
    "bad category": (GOOD.replace('"B"', '"Z"'), 3, "“Z” is none of A, B, C"),
    "bad depth": (GOOD + "depth = 4\n", 5, "from 1 to 3"),
    "depth as truth": (GOOD + "depth = true\n", 5, "from 1 to 3"),
    "bad truth": (GOOD + 'low_key = "yes"\n', 5, "true or false"),
    "bad move": (GOOD + 'follow = "give_back"\n', 5, "none of detail, cause"),
    "bad field": (GOOD + 'closes = ["needs"]\n', 5, "none of goals"),
    "bad event type": (GOOD + 'event_types = ["ball"]\n', 5, "none of mixer"),
    "bad purpose": (GOOD + 'purposes = ["sell"]\n', 5, "none of learn, serve"),
    "bad addressee": (GOOD + 'to = "waiter"\n', 5, "none of anyone, host, speaker"),
    "no text": ('[[question]]\nid = "m1"\ncategory = "B"\n', 1, "the question has no text"),
    "no id": ('\n[[question]]\ncategory = "B"\ntext = "What?"\n', 2, "the question has no id"),
    "no question mark": (GOOD.replace("?", "."), 4, "does not end with a question mark"),
    "no wording": (GOOD.replace('"What keeps you busy?"', "[]"), 4, "at least one wording"),
    "a number as text": (GOOD.replace('"What keeps you busy?"', "7"), 4, "a text in quotation marks"),
    "far too long": (GOOD.replace("busy", "busy " * 80), 4, "too many to say"),
    "question as a table": ('[question]\nid = "m1"\n', 1, "[[question]]"),
    "moves as a text": ('moves = "detail"\n', 1, "under a line [moves]"),
    "unknown move": ('[moves]\nsideways = ["What?"]\n', 2, "no move “sideways”. Allowed: detail"),
    "bad language": ('language = "en us"\n' + GOOD, 1, "a code such as en"),
    "exit with another slot": ('[[exit]]\nid = "x9"\ntext = "Bye, {project} and {role}."\n', 3, "no slot {role}"),
    "second of two": (GOOD + GOOD.replace("m1", "m2") + "depth = 9\n", 9, "question m2"),
}


@pytest.mark.parametrize("case", list(BAD))
def test_a_mistake_names_file_line_and_what_is_allowed(netprep: Netprep, case: str) -> None:
    text, line, said = BAD[case]
    path = put(netprep, "mine.toml", text)
    failed = netprep("questions", code=3)
    assert f"{path}, line {line}" in failed.stderr
    assert said in failed.stderr
    assert "docs/questions.md" in failed.stderr


UNASKABLE = {
    "closed": "Are you enjoying it?",
    "double": "What do you do? And where?",
    "pitch set up": "Who handles your payroll?",
    "turned back on me": "What do you think of my idea?",
    "too long": "What " + "would " * 26 + "you?",
}


@pytest.mark.parametrize("rule", list(UNASKABLE))
def test_a_pack_with_a_question_nobody_should_ask_is_refused_with_the_rule(netprep: Netprep, rule: str) -> None:
    for text in (GOOD.replace("What keeps you busy?", UNASKABLE[rule]), GOOD + f'then = "{UNASKABLE[rule]}"\n'):
        put(netprep, "mine.toml", text)
        failed = netprep("questions", code=3)
        assert "mine.toml, question m1" in failed.stderr
        assert rule in failed.stderr


def test_later_packs_replace_by_id_and_other_languages_stay_out(netprep: Netprep) -> None:
    put(netprep, "a.toml", GOOD)
    put(netprep, "b.toml", GOOD.replace("busy", "awake"))
    put(netprep, "c.toml", 'language = "de"\n' + GOOD.replace("What keeps you busy", "Was hält dich wach"))
    bank = read_bank(SHIPPED, netprep.home, "en", METHOD, never)
    assert bank.get("m1").text == ("What keeps you awake?",)  # type: ignore[union-attr]


def test_a_file_that_is_no_text_is_refused(netprep: Netprep) -> None:
    path = put(netprep, "mine.toml", "")
    path.write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in netprep("questions", code=3).stderr


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*GOOD.splitlines(), "[moves]", "[[exit]]", "[", '"', "= 1", "{a}"]), max_size=8).map(
        "\n".join
    )
)
def test_any_file_is_read_or_refused_as_bad(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("pack") / "p.toml"
    path.write_text(text, encoding="utf-8", errors="replace")
    with contextlib.suppress(BadFile):
        assert read_pack(path, "yours").path == path


def test_the_built_in_pack_is_shipped() -> None:
    assert (builtin_folder() / "questions" / "en.toml").is_file()
