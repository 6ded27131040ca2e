"""Each rule by itself: what fires, what is near and must not, and how stage, gate and words change it."""

from __future__ import annotations

import pytest
from guard_notes import ALLOW, MIXER, context, known

from netprep.guard import judge, review, review_text
from netprep.guard.phrases import Phrase, compiled, lowered, matches
from netprep.guard.tone import PROMISES
from netprep.model.plan import Finding, GateAnswer, Known, Level, MoveName, Note, Role, Sentence, Status
from netprep.model.words import AskClass, Form, Sensitivity, Source, StageCode
from netprep.settings.method import MethodSettings

SETTINGS = MethodSettings()
ME = context(MIXER, names=("Mirela Voss", "Imke"))


def found(body: str, where: object = ME, form: Form = Form.PLAIN, subject: str | None = None) -> tuple[Finding, ...]:
    return review_text(subject, body, form, where, SETTINGS)  # type: ignore[arg-type]


def errors(body: str, where: object = ME) -> set[str]:
    return {finding.rule for finding in found(body, where) if finding.level is Level.ERROR}


def gate(ask: AskClass, answer: str = "allow") -> GateAnswer:
    return GateAnswer(ask, answer, "because")


@pytest.mark.parametrize("phrase", PROMISES, ids=lambda phrase: phrase.example)
def test_a_phrase_finds_its_example_in_any_dress(phrase: Phrase) -> None:
    for body in (phrase.example, phrase.example.upper(), phrase.example.replace("'", "’").replace(" ", "\n")):
        hits = list(matches(phrase, body, lowered(body)))
        assert hits, body
        if phrase.unless:
            assert not compiled(phrase.unless).search(body)


HONEST_SENTENCES = """May I ask how the move went?
I may be wrong about the oven.
Will it rain at the fair?
Happy New Year to you and yours.
If next week suits, I would enjoy a walk.
None of us had an umbrella.
I sell tractors for a living.
How did you get started?
I will sign up for the race.
I owe you a coffee.
After I sent it I noticed a typo.
It has been a while since I helped you with the urn.
You introduced me to a good baker; thank you.
Thank you for offering to introduce me to your sister.
Would you recommend the course to a beginner?
How do you hire for the night shift?
I expected nothing in return.
They trade lessons in exchange for bread.
We help out at the food bank.
Thank you for the quick chat in the queue.
What would make this year a good one for you?
Life's too short for bad bread.
How are you today?
I was SO glad to hear it.
P.S. The urn works again.
A null result is a result too.
I am checking in at the hotel as I write.
I'll try it at the door.
I am going to send a card to my mother.
I had a limited time to look round.
That is a great offer of help, thank you.
Our customers ask the same.
A team like yours is rare.
I would buy you a coffee for that story.
The word “brochure” came up, and we laughed.
If you like, I can send the list.
I know someone who needs a baker.
Do you know anyone who ran it?
Shall I put you two in touch?
We could have a coffee, if you fancy; if not, no harm.
Would you like an introduction to a friend of mine?
How did your demo go?
Your pricing page reads well now.
You said “shop local” and I did.
The CV can wait; the PDF too.
Dozens of people laughed.
Would you mind if I passed it on?
Kind Regards,
Thanks a million!
One of my first two ideas was yours.""".splitlines()


@pytest.mark.parametrize("sentence", HONEST_SENTENCES)
def test_an_honest_sentence_is_left_alone(sentence: str) -> None:
    assert [one for one in found(sentence) if one.level is not Level.INFO] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Dana said you would know.",
        "Bernadette's list is long.",
        "Zorblat, who bakes, sends her best.",
        "We met Kowalczyk there.",
        "I read it in the Harrowgate Gazette.",
        "It was thirty-two degrees.",
        "It cost €40.",
        "That was the third time.",
        "The 19th was cold.",
        "At six we left.",
        "It begins at 7 pm.",
        "See www.example.com for it.",
        "Write to me@else.example instead.",
        "Call +1 (555) 010-9999 some day.",
        "They said ‘we never open on time’ twice.",
        "Back in August it was hot.",
        "We spoke last Thursday.",
        "It closed three weeks ago.",
        "It was good to meet you today.",
        "Q: what happened in 2019?",
        "A hundred and twenty bakers came.",
        "10k of them.",
    ],
)
def test_an_unsupported_specific_is_an_error(sentence: str) -> None:
    quiet = context(names=("Mirela Voss",))
    assert "M04" in errors(sentence, quiet)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Twelve cafés now?", known("a dozen cafés")),
        ("That is 12 cafés.", known("twelve cafés")),
        ("The 19th was fun.", MIXER),
        ("We met on Thursday 19 November.", MIXER),
        ("We met on the 19th of November, 2026.", MIXER),
        ("That was in November.", MIXER),
        ("You began at six.", MIXER),
        ("You began at 6 pm, yesterday.", MIXER),
        ("That was last week.", known("walk", "meeting", "2026-11-12")),
        ("Four years ago you said so.", known("course", "event", "2022-11-01")),
        ("Next month it begins.", known("opening a shop", when="2026-12-14")),
        ("It begins tomorrow.", known("opening a shop", when="2026-11-21")),
        ("It costs $1,200.", known("it costs 1200 dollars")),
        ("José laughed.", known("Jose\u0301 Mari\u0301a, baker", "profile")),
        ("The O’Brien oven works.", known("Pat O'Brien's oven")),
        ("You said “I never, ever open on time”.", known("x", quote="I never ever open on time!")),
        ("You said “I never … open on time”.", known("x", quote="I never ever open on time!")),
    ],
)
def test_a_specific_may_be_said_another_way(sentence: str, fact: Known) -> None:
    assert "M04" not in errors(sentence, context(fact))
    assert "M04" in errors(sentence, context())


def test_a_first_name_and_another_ones_surname_make_no_name() -> None:
    two = context(names=("Mirela Voss", "Li Chen"))
    assert errors("I spoke to Mirela Voss and to Li.", two) == set()
    assert errors("I spoke to Mirela Chen.", two) == {"M04"}


@pytest.mark.parametrize(
    "hidden",
    [
        Known("f", "fact", "Kaufmann", sensitivity=Sensitivity.PRIVATE),
        Known("f", "fact", "Kaufmann", sensitivity=Sensitivity.SEALED),
        Known("f", "fact", "Kaufmann", source=Source.THIRD_PARTY),
        Known("f", "fact", "Kaufmann", source=Source.GUESS),
    ],
)
def test_what_may_not_be_said_supports_nothing(hidden: Known) -> None:
    assert errors("I hear you left Kaufmann.", context(hidden)) == {"M04"}


def test_a_pitch_is_fine_from_credibility_or_when_invited() -> None:
    pitch = "Our platform has a demo of our services."
    assert errors(pitch) == {"M01"}
    assert errors(pitch, context(stage=StageCode.I)) == {"M01"}
    assert errors(pitch, context(stage=StageCode.C)) == set()
    assert errors(pitch, context(invited=True)) == set()


def test_their_own_words_are_no_pitch_of_mine() -> None:
    quote = "we help companies like yours save money"
    body = f"You groaned at “{quote}”, and so did I."
    assert errors(body) == {"M01", "M04"}
    assert errors(body, context(known("sales talk", quote=quote))) == set()


def test_the_gate_opens_an_ask_and_those_below_it() -> None:
    ask = "Could you introduce me to your landlord?"
    assert errors(ask) == {"M02"}
    assert errors(ask, context(gate=gate(AskClass.A2))) == {"M02"}
    assert errors(ask, context(gate=gate(AskClass.A3, "wait"))) == {"M02"}
    assert errors(ask, context(gate=gate(AskClass.A3))) == set()
    assert errors(ask, context(gate=gate(AskClass.A4))) == set()


def test_a_refused_ask_gives_the_gates_reason_and_what_to_do_meanwhile() -> None:
    answer = GateAnswer(AskClass.A3, "wait", "no give in 180 days", meanwhile="Share the rota sheet.")
    (finding,) = (one for one in found("Could you introduce me to her?", context(gate=answer)) if one.rule == "M02")
    assert "no give in 180 days" in finding.message
    assert finding.suggestion == "Share the rota sheet."


def test_a_meeting_on_their_terms_with_an_easy_no_is_no_ask() -> None:
    assert errors("If a quick call suits you, I would enjoy it. If not, no harm.") == set()
    assert errors("Could we have a quick call?") == {"M02"}
    assert errors("If a quick call suits you, I would enjoy it.") == {"M02"}


def test_a_promise_needs_a_promise_in_the_log() -> None:
    assert errors("I’ll send you the sheet.") == {"M05"}
    assert errors("I’ll send you the sheet.", context(known("the sheet", "promise"))) == set()


def test_a_nudge_with_something_new_is_only_mentioned() -> None:
    body = "Circling back with the sheet by hand: https://example.org/s"
    assert errors(body, context()) == {"M11", "M04"}
    levels = {one.rule: one.level for one in found(body, context(known("sheet https://example.org/s", "item")))}
    assert levels == {"M11": Level.INFO}


def test_own_words_are_the_users_to_say_but_not_to_sell() -> None:
    own = "On Sunday I ate 14 of Bernadette's buns."
    where = context(own_words=(own,))
    findings = found(f"Hello. {own} How are you?", where)
    assert {(one.rule, one.name, one.level) for one in findings} == {("M04", "unverified", Level.INFO)}
    assert judge(findings, own) is Status.SEND_READY
    assert errors("Our platform helps.", context(own_words=("Our platform helps.",))) == {"M01"}


def test_a_note_knows_own_words_and_gaps_by_role() -> None:
    note = Note(
        "Buns",
        (
            Sentence("  Hi Mirela,", Role.COURTESY, MoveName.GREETING, ends_paragraph=True),
            Sentence("On Sunday I ate 14 buns.", Role.YOURS, MoveName.OWN_WORDS),
            Sentence('[their words: log mirela "q: ..."]', Role.GAP, MoveName.GAP, ends_paragraph=True),
        ),
        Form.PLAIN,
    )
    findings = review(note, ME, SETTINGS)
    assert all(note.body[one.start : one.end] == one.text for one in findings)
    assert [(one.name, one.text) for one in findings] == [
        ("unverified", "Sunday"),
        ("unverified", "14"),
        ("gap", '[their words: log mirela "q: ..."]'),
    ]
    assert findings[-1].suggestion == 'Fill it: their words: log mirela "q: ..."'
    assert judge(findings, note.sentences) is Status.NEEDS_FILL


@pytest.mark.parametrize(
    "slot",
    ["{{ name }}", "{% if x %}", "{name}", "[Name]", "[your name]", "[link]", "[FIRST_NAME]", "<name>", "<first name>",
     "None", "null", "NaN", "TODO", "“”", "Moment(value=1)"],
)  # fmt: skip
def test_a_slot_that_was_not_filled_is_an_error(slot: str) -> None:
    assert "M17" in errors(f"I met you at {slot} and smiled.")


@pytest.mark.parametrize(
    "body", ["Fine [sic].", "See <b>this</b>.", "I <3 bread.", "[the plan](here) is good.", "None of it."]
)
def test_a_bracket_is_not_always_a_slot(body: str) -> None:
    assert "M17" not in {one.rule for one in found(body)}


def test_lengths_by_form() -> None:
    def level(body: str, form: Form, subject: str | None = None) -> Level | None:
        return next((one.level for one in found(body, ME, form, subject) if one.rule == "M07"), None)

    assert level("a " * 100, Form.LINKEDIN_NOTE) is None
    assert level("a" * 201, Form.LINKEDIN_NOTE) is Level.WARN
    assert level("a" * 301, Form.LINKEDIN_NOTE) is Level.ERROR
    assert level("😀" * 151, Form.LINKEDIN_NOTE) is Level.ERROR
    assert level("a" * 401, Form.DM) is Level.WARN
    assert level("a" * 321, Form.SMS) is Level.WARN
    assert level("a " * 10, Form.CARD) is Level.INFO
    assert level("a " * 61, Form.CARD) is Level.WARN
    assert level("a " * 126, Form.EMAIL, "two words") is Level.WARN
    assert level("a " * 201, Form.EMAIL, "two words") is Level.ERROR
    assert level("a " * 100, Form.EMAIL, "two words") is None
    assert level("a " * 100, Form.EMAIL, "") is Level.WARN
    assert level("a " * 100, Form.EMAIL, "one two three four five six seven") is Level.WARN
    assert level("a" * 9999, Form.PLAIN) is None


def test_what_stands_in_a_gap_does_not_count() -> None:
    gap = "[your words: what made you laugh, in a line]"
    for body, is_long in (("a" * 190 + gap, False), (gap + "a" * 201, True)):
        long = [one for one in found(body, ME, Form.LINKEDIN_NOTE) if one.rule == "M07"]
        assert bool(long) is is_long
    assert [one.text for one in found("b" * 200 + gap + "cd", ME, Form.LINKEDIN_NOTE) if one.rule == "M07"] == ["cd"]


def test_the_subject_is_read_too() -> None:
    for subject, rule in (
        ("Your 30% saving", "M04"),
        ("A free trial", "M01"),
        ("Checking in", "M11"),
        ("{{topic}}", "M17"),
    ):
        (finding,) = (one for one in found("Hello.", subject=subject) if one.rule == rule)
        assert (finding.start, finding.end, finding.text) == (0, 0, "")
        assert finding.level is (Level.WARN if rule == "M01" else Level.ERROR)


def test_a_greeting_is_for_the_reader() -> None:
    friend = context(known("Joris bakes"), names=("Mirela Voss", "Imke"))
    for greeting in ("Hi Joris,", "Dear Ms Joris,", "Good morning Joris!", "Hi Mirela and Joris,"):
        assert errors(f"{greeting}\nThe oven works.", friend) == {"M22"}
    for greeting in (
        "Hi Mirela,",
        "Dear Ms Voss,",
        "Hello Mirela Voss -",
        "Hi there,",
        "Hi both,",
        "Hello again Mirela,",
    ):
        assert errors(f"{greeting}\nThe oven works.", friend) == set()


def test_without_an_ask_the_default_gate_is_quiet() -> None:
    assert ALLOW.ask is AskClass.A0
    assert judge((), "Fine.") is Status.SEND_READY
    assert judge((), "Fine [your words: what made you laugh].") is Status.NEEDS_FILL
