"""Q01 to Q10, on good and bad questions."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.guard import RULES
from netprep.guard.phrases import lowered
from netprep.guard.question_phrases import BOOMERANGS, SET_UPS
from netprep.guard.questions import QuestionContext, review_question, review_questions, trade_of
from netprep.model.plan import Known, Level
from netprep.model.words import Sensitivity, Source
from netprep.settings.method import MethodSettings

METHOD = MethodSettings()
NOTHING = QuestionContext()


def codes(text: str, context: QuestionContext = NOTHING) -> set[str]:
    return {finding.rule for finding in review_question(text, context, METHOD)}


def test_all_ten_rules_say_why_and_what_instead() -> None:
    rules = [rule for code, rule in RULES.items() if code.startswith("Q")]
    assert [rule.code for rule in rules] == [f"Q{number:02}" for number in range(1, 11)]
    for rule in rules:
        assert rule.why.endswith(".")
        assert rule.suggestion.endswith(".")
        assert rule.grade in "ABCD"
        assert rule.level in (Level.ERROR, Level.WARN)


GOOD = [
    "What have you tried so far with Sunday rotas?",
    "Who came on their own this morning and would be glad of company?",
    "When someone new joins your team, what takes them longest to see?",
    "If all goes well with the launch, who will notice first?",
    "You said “is it done? who knows”. What pushed you to that view?",
    "Knowing what you know now about oak, what would have saved you a year?",
    "With payday in two currencies, what is hardest at the moment?",
    "At what point did you know?",
    "And what happened then?",
    "Well, who taught you that?",
    "When does it meet next?",
    "What did you, as a baker, have to learn?",
    "What are you deciding that could use a second pair of eyes?",
    "What would I have to overhear for you to be the right name to mention?",
    "What did you make of “Are you happy with your rotas?”?",
    "What does “big and what else” mean?",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_a_good_question_has_no_finding(text: str) -> None:
    assert review_question(text, NOTHING, METHOD) == ()


CLOSED = [
    "Are you busy?", "Do you like it here?", "Have you been here before?", "Would you come again?", "Isn’t it loud?",
    "So, did it work?", "If it rains, will you come?", "When you open, do you need staff?", "You are from here?",
    "Busy evening?", "Can I ask you something?", "Marta, is it true?",
]  # fmt: skip


@pytest.mark.parametrize("text", CLOSED)
def test_a_closed_question_is_found_unless_it_may_be_closed(text: str) -> None:
    assert "Q01" in codes(text)
    assert "Q01" not in codes(text, QuestionContext(may_be_closed=True))


@pytest.mark.parametrize(
    "text",
    ["What do you do? And where?", "What do you bake and how do you sell it?", "Who is it, or what is it?"],
)
def test_a_double_question_is_found(text: str) -> None:
    assert "Q02" in codes(text)


@pytest.mark.parametrize("phrase", SET_UPS, ids=lambda phrase: phrase.example)
def test_a_set_up_is_found(phrase: object) -> None:
    assert phrase.cue in lowered(phrase.example)  # type: ignore[attr-defined]
    assert "Q03" in codes(phrase.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize("phrase", BOOMERANGS, ids=lambda phrase: phrase.example)
def test_a_question_asked_in_order_to_tell_is_found(phrase: object) -> None:
    assert phrase.cue in lowered(phrase.example)  # type: ignore[attr-defined]
    assert "Q07" in codes(phrase.example)  # type: ignore[attr-defined]


def test_what_i_sell_is_not_made_their_problem_unless_they_asked_me() -> None:
    trade = trade_of("bookkeeper", "Northline Staffing")
    seller = QuestionContext(trade=trade)
    assert "Q03" in codes("What is the worst of your bookkeeping?", seller)
    assert "Q03" not in codes("What does a good week of bookkeeping look like?", seller)
    need = dataclasses.replace(seller, is_need=True)
    assert "Q03" in codes("What have you tried so far with staffing?", need)
    assert "Q03" not in codes("What have you tried so far with staffing?", dataclasses.replace(need, invited=True))
    assert "Q03" not in codes("What have you tried so far with Sunday rotas?", need)


def test_words_of_any_job_are_no_trade() -> None:
    assert trade_of("Head of Operations", "The Owner Group", None) == trade_of("operations")
    assert trade_of(None, "") == frozenset()


@pytest.mark.parametrize("text", ["What of {project}?", "What of [name]?", "Who is None?", "What about {{ topic }}?"])
def test_an_unfilled_slot_is_found(text: str) -> None:
    assert "Q05" in codes(text)


@pytest.mark.parametrize("source", list(Source))
@pytest.mark.parametrize("sensitivity", list(Sensitivity))
def test_a_question_rests_on_nothing_but_what_is_told_or_public_and_open(
    source: Source, sensitivity: Sensitivity
) -> None:
    known = Known("f1", "fact", "Sunday rotas", source, sensitivity)
    fine = source in (Source.TOLD_ME, Source.PUBLIC) and sensitivity is Sensitivity.OPEN
    found = codes("What have you tried so far with Sunday rotas?", QuestionContext(rests_on=(known,)))
    assert found == (set() if fine else {"Q06"})


def test_what_is_kept_back_or_avoided_is_found_in_any_words() -> None:
    secret = Known("f1", "fact", "The Brannoc clinic", quote="keep that between us")
    context = QuestionContext(kept_back=(secret,), avoid=("brother",))
    assert codes("How was it at the Brannoc Clinic?", context) == {"Q06"}
    assert codes("What did you say of “keep that between us”?", context) == {"Q06"}
    assert codes("What does your brother make of it?", context) == {"Q06"}
    assert codes("What does a good Tuesday look like?", context) == set()


def test_what_was_answered_or_asked_before_is_found() -> None:
    assert codes("What keeps you busy?", QuestionContext(is_answered=True)) == {"Q09"}
    assert codes("What keeps you busy?", QuestionContext(was_asked=True)) == {"Q10"}


def test_a_question_of_more_than_a_breath_is_found_at_the_first_word_too_many() -> None:
    text = "What " + "word " * 24 + "more?"
    (finding,) = review_question(text, NOTHING, METHOD)
    assert finding.rule == "Q08"
    assert finding.text == "more?"
    assert codes(text.replace("more?", "").strip() + "?") == set()


def test_more_questions_than_the_cap_are_too_many() -> None:
    questions = ["What?", "Who?", "Why?"]
    assert review_questions(questions, 3) == ()
    (finding,) = review_questions(questions, 2)
    assert (finding.rule, finding.text) == ("Q04", "Why?")


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*GOOD, *CLOSED, "“", "?", " and what ", "{a}"]), max_size=4).map("".join)
)
def test_a_finding_is_where_it_says(text: str) -> None:
    context = QuestionContext(avoid=("here",), is_answered=True, trade=frozenset({"rota"}), is_need=True)
    for finding in review_question(text, context, METHOD):
        assert text[finding.start : finding.end] == finding.text
