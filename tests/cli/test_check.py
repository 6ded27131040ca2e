"""``netprep check``: any text is read by the guard, and what it says is where it says."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netprep.model.text import width
from tests.conftest import Made, Netprep, make_demo

PITCH = "Hi Ana,\nWe help firms like yours save money.\nCould we have a quick call on Tuesday?\nOtto\n"
WARM = "Hi Ana,\nYour story about the lift stayed with me.\nWarmly,\nOtto\n"
NUDGE = "Just checking in."
SILENCED = f'<!-- netprep: ignore M11 reason="she asked me to remind her" -->\n{NUDGE}\n'


def checked(netprep: Netprep, text: str, *options: str, code: int | None = None) -> dict:
    return netprep("check", "--format", "json", *options, stdin=text, code=code).json


def codes(document: dict) -> list[str]:
    return [finding["rule"] for finding in document["findings"]]


def file_of(tmp_path: Path, text: str | bytes, name: str = "letter.txt") -> str:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_a_pitch_is_not_usable_and_says_what_to_write_instead(netprep: Netprep) -> None:
    done = netprep("check", "-", stdin=PITCH, code=1)
    assert "pitch (M01)" in done.stdout
    assert "ask not earned (M02)" in done.stdout
    assert "Instead: " in done.stdout
    assert done.stdout.rstrip().endswith("It reads as a pitch, so it is not usable as it stands.")
    assert "somebody met once" in done.stderr


def test_a_warm_note_is_answered_in_one_line(netprep: Netprep) -> None:
    assert netprep("check", stdin=WARM).stdout == "Nothing found: it can go as it is.\n"


def test_the_words_are_marked_under_the_line_without_colour_in_42_columns(netprep: Netprep) -> None:
    done = netprep("check", stdin=f"👋 Dear Ana, {PITCH}", code=1, width=42)
    lines = done.stdout.splitlines()
    assert all(width(line) <= 42 for line in lines)
    marks = [i for i, line in enumerate(lines) if re.fullmatch(r" *\^+", line)]
    assert marks
    for i in marks:
        assert width(lines[i]) <= width(lines[i - 1])
    assert "\x1b" not in done.stdout


def test_json_has_the_promised_fields_and_no_more(netprep: Netprep) -> None:
    document = checked(netprep, PITCH, code=1)
    assert list(document) == ["version", "status", "pitch", "findings", "unverified", "words"]
    assert list(document["pitch"]) == ["score", "is_pitch", "because"]
    assert document["pitch"]["is_pitch"]
    assert document["words"] == len(PITCH.split())


def test_a_first_line_is_the_subject_and_offsets_are_those_of_the_file(netprep: Netprep, tmp_path: Path) -> None:
    text = f"\ufeffsubject: Following up\r\n\r\nHi Ana,\r\nIt rained. {NUDGE}\r\n"
    document = netprep("check", file_of(tmp_path, text), "--format", "json", code=1).json
    spans = [text[each["start"] : each["end"]] for each in document["findings"] if each["rule"] == "M11"]
    assert spans == ["", NUDGE.rstrip(".")]
    assert any(each["message"].startswith("In the subject") for each in document["findings"])
    assert document["words"] == 7  # the subject is no part of the body


def test_a_text_with_a_subject_is_an_email_and_one_without_is_plain(netprep: Netprep) -> None:
    long = "Your story about the lift stayed with me. " * 30
    assert "M07" not in codes(checked(netprep, long))
    assert "M07" in codes(checked(netprep, f"Subject: The lift\n\n{long}"))
    assert "M07" in codes(checked(netprep, long, "--subject", "The lift"))
    assert "M07" in codes(checked(netprep, long, "--form", "dm"))


def test_to_a_contact_facts_and_asks_are_judged_too(made: Made) -> None:
    netprep = made(make_demo)
    text = "Hi Efua,\nIt was good to see you with Bartholomew in Reykjavik.\n"
    assert checked(netprep, text)["findings"] == []
    document = checked(netprep, text, "--to", "efua", code=1)
    assert "M04" in codes(document)
    assert "somebody met once" not in netprep("check", "--to", "efua", stdin=text, code=1).stderr
    netprep("check", "--to", "nobody at all", stdin=text, code=3)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no text"), (b" \n\t\n", "no text"), (b"Subject: A word\n\n", "no text"), (b"\x00\x00", "no text"),
        (b'<!-- netprep: ignore M11 reason="a" -->', "no text"), (b"One\nbad \xff byte", "line 2: the text is not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(netprep: Netprep, tmp_path: Path, data: bytes, message: str) -> None:
    assert message in netprep("check", file_of(tmp_path, data), code=3).stderr


def test_a_file_that_cannot_be_read_is_named(netprep: Netprep, tmp_path: Path) -> None:
    assert "missing.txt" in netprep("check", str(tmp_path / "missing.txt"), code=3).stderr
    assert "cannot be read" in netprep("check", str(tmp_path), code=3).stderr
    netprep("check", "a\x00b", code=3)


@pytest.mark.parametrize(
    "text",
    ["Hello", "…", "1 2 3", "👍", "Привет, Анна!", "你好，很高兴认识你。", "a\x00b", "\u202eevil\u202c", "\x1b]0;gone\x07\x1b[31mred",
     "Just che\u200bcking in.", "Jusт checking in.", "<p>Just <b>checking</b> in.</p>", "e\u0301" * 40, "𝐉𝐮𝐬𝐭 𝐜𝐡𝐞𝐜𝐤𝐢𝐧𝐠 𝐢𝐧."],
)  # fmt: skip
def test_odd_texts_are_read_and_nothing_of_them_reaches_the_terminal(netprep: Netprep, text: str) -> None:
    document = checked(netprep, text)
    for each in document["findings"]:
        assert text[each["start"] : each["end"]] == each["text"]
    shown = netprep("check", stdin=text, code=None).stdout
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


@pytest.mark.parametrize("text", ["Just che\u200bcking in.", "<p>Just <b>checking</b> in.</p>", "𝐉𝐮𝐬𝐭 𝐜𝐡𝐞𝐜𝐤𝐢𝐧𝐠 𝐢𝐧."])
def test_disguised_words_are_found(netprep: Netprep, text: str) -> None:
    assert "M11" in codes(checked(netprep, text, code=1))


PARTS = st.sampled_from(
    [NUDGE, "We help firms save money.", "The kettle is on.", "<p>", "</p>", "<b>", "&amp;", "\r\n", "\n\n", "👨‍👩‍👧", "e\u0301",
     "\u200b", "\u202e", "[Name]", "Could you spare 15 minutes?", "Subject: Hi", "<!-- x -->", "<!-- netprep: ignore M11 -->",
     SILENCED, " ", "“Just”", "т", "\x00", "Last chance!!!"]
)  # fmt: skip
TEXTS = st.lists(PARTS | st.text(max_size=6), max_size=14).map(" ".join)
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def by_lines(netprep: Netprep, *texts: str) -> list[dict]:
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(texts))
    return [json.loads(line) for line in netprep("check", "--jsonl", "-", stdin=lines, code=None).stdout.splitlines()]


@QUICK
@given(TEXTS)
def test_every_finding_quotes_what_stands_at_its_place(netprep: Netprep, text: str) -> None:
    (document,) = by_lines(netprep, text)
    for each in (*document.get("findings", ()), *document.get("unverified", ())):
        assert text[each["start"] : each["end"]] == each["text"]


ABOUT_THE_WHOLE = {"M07", "M08", "M56", "M40", "M55", "M29", "M06", "M03", "M24", "M25"}
"""Rules on length, shares of sentences, what is missing, or what stands last: one sentence more can change those."""


@QUICK
@given(TEXTS)
def test_a_sentence_more_at_the_end_takes_no_finding_away(netprep: Netprep, text: str) -> None:
    before, after = by_lines(netprep, text, f"{text}\nThe kettle is on.")
    found = {(each["rule"], each["start"]) for each in before.get("findings", ()) if each["name"] != "unused-silence"}
    kept = {(each["rule"], each["start"]) for each in after.get("findings", ())}
    judged = {("M01", start) for start in range(len(text) + 1)}  # a pitch as a whole is a matter of all its words
    assert {each for each in found - kept - judged if each[0] not in ABOUT_THE_WHOLE} == set()


@QUICK
@given(TEXTS)
def test_what_is_silenced_is_gone_and_everything_else_stays(netprep: Netprep, text: str) -> None:
    quiet, loud = by_lines(netprep, f"{SILENCED}\nThe kettle is on.\n{text}", f"{NUDGE}\n\nThe kettle is on.\n{text}")
    lead = len(SILENCED) - len(NUDGE) - 1
    told = [
        (each["rule"], each["text"]) for each in loud["findings"] if not (each["rule"] == "M11" and each["start"] == 0)
    ]
    kept = [(each["rule"], each["text"]) for each in quiet["findings"]]
    assert ("M11", NUDGE.rstrip(".")) not in [
        (each["rule"], each["text"]) for each in quiet["findings"] if each["start"] <= lead
    ]
    assert [each for each in kept if each[0] not in ("M01", "M59")] == [
        each for each in told if each[0] not in ("M01", "M59")
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "Just checking in. ",
        "We help firms save money. ",
        SILENCED,
        "<",
        "<!-- netprep: ",
        "<p>",
        "т",
        "a.",
        "? ",
        "e\u0301",
    ],
)
def test_time_grows_with_the_length_only(netprep: Netprep, unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.perf_counter()
        netprep("check", stdin=f"Hello {text}", code=None)
        return time.perf_counter() - start

    seconds(100)
    small, large = seconds(20_000), seconds(80_000)
    assert large < 12 * small + 0.5


def test_many_texts_are_answered_in_order_with_their_ids(netprep: Netprep) -> None:
    lines = [
        {"id": "a", "text": PITCH},
        {"id": 2, "text": WARM},
        {"id": "c", "text": "x" * 500, "form": "dm", "subject": None},
    ]
    done = netprep("check", "--jsonl", "-", stdin="\n".join(map(json.dumps, lines)))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in answers] == ["a", 2, "c"]
    assert [each["status"] for each in answers] == ["not-usable", "send-ready", "send-ready"]
    alone = checked(netprep, PITCH)
    assert {key: value for key, value in answers[0].items() if key != "id"} == alone


BROKEN = [
    (b"nope", None, "not JSON"), (b"[1]", None, "no object"), (b'{"id": "a"}', "a", "“text” is missing"),
    (b'{"id": "a", "text": 4}', "a", "“text” is not a text"), (b'{"text": "Hello."}', None, "“id” is missing"),
    (b'{"id": 1.5, "text": "Hello."}', None, "“id” is neither"), (b'{"id": true, "text": "Hello."}', None, "“id” is neither"),
    (b'{"id": 3, "text": "Hello.", "form": "fax"}', 3, "no form"), (b'{"id": 3, "text": "Hello.", "form": []}', 3, "no form"),
    (b'{"id": 3, "text": "Hello.", "subject": 1}', 3, "“subject” is not a text"), (b'{"id": 3, "text": "\xff"}', None, "not UTF-8"),
    (b'{"id": 3, "text": "\\ud800"}', None, "surrogate"), (b'{"id": 3, "text": " "}', 3, "no text"), (b"[" * 100_000, None, "not JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "identity", "message"), BROKEN, ids=lambda value: str(value)[:30])
def test_a_broken_line_is_reported_and_the_rest_is_done(
    netprep: Netprep, tmp_path: Path, line: bytes, identity: object, message: str
) -> None:
    path = file_of(
        tmp_path, b'{"id": 1, "text": "Hello."}\n\n' + line + b'\r\n{"id": 2, "text": "Hello."}', "many.jsonl"
    )
    done = netprep("check", "--jsonl", path, code=3)
    first, broken, last = map(json.loads, done.stdout.splitlines())
    assert (first["id"], last["id"]) == (1, 2)
    assert broken["id"] == identity
    assert broken["line"] == 3
    assert message in broken["error"]
    assert "line 3" in " ".join(done.stderr.split())


def test_several_files_are_read_one_after_the_other(netprep: Netprep, tmp_path: Path) -> None:
    good, bad, empty = (
        file_of(tmp_path, text, name) for text, name in ((WARM, "a.msg"), (PITCH, "b.msg"), ("", "c.msg"))
    )
    assert netprep("check", good, good).code == 0
    done = netprep("check", good, bad, code=1)
    assert done.stdout.index("a.msg:") < done.stdout.index("Nothing found") < done.stdout.index("b.msg:")
    assert "c.msg" in netprep("check", bad, empty, good, code=3).stderr
    netprep("check", good, bad, "--format", "json", code=2)
    netprep("check", good, "--jsonl", good, code=2)


def test_an_answer_is_one_line_to_whoever_reads_lines(netprep: Netprep) -> None:
    text = "A\x85new\u2028line!!\u2029"
    done = netprep("check", "--jsonl", "-", stdin=json.dumps({"id": 1, "text": text}))
    assert len(done.stdout.splitlines()) == 1
    assert json.loads(done.stdout)["id"] == 1


def test_whoever_signs_is_believed_while_the_notebook_does_not_know_them(netprep: Netprep) -> None:
    netprep("event", "add", "Kräftskiva", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("log", "Zoë Åström", "--event", "kraft", "a: the goat on the roof | w: opening a bakery in Malmö")
    note = "Dear Zoë,\n\nThe goat on the roof made my week.\n\nLukas"
    arguments = ("check", "-", "--to", "zoe", "--format", "json")
    assert netprep(*arguments, stdin=note).json["findings"] == []
    netprep("me", "--name", "Imke Voss")
    assert netprep(*arguments, stdin=note, code=1).json["findings"][0]["text"] == "Lukas"


def test_what_is_an_error_is_not_left_to_the_user_as_well(netprep: Netprep) -> None:
    netprep("event", "add", "Kräftskiva", "--starts", "yesterday 18:00", "--for", "2h")
    netprep("log", "Zoë Åström", "--event", "kraft", "a: the goat on the roof")
    note = "Dear Zoë,\n\nGreat to see you at the trade fair in Lund. The goat made my week."
    checked = netprep("check", "-", "--to", "zoe", "--format", "json", stdin=note, code=1).json
    errors = [each for each in checked["findings"] if each["level"] == "error"]
    assert errors
    for each in checked["unverified"]:
        assert not any(e["start"] < each["end"] and each["start"] < e["end"] for e in errors)
