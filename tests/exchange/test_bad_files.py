"""Every way a file can be wrong is a BadFile that names file, line and what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from netprep.errors import BadFile
from netprep.exchange import source
from netprep.exchange.notebook_file import parse_notebook, read_notebook

MAYA = "netprep: 1\ncontacts:\n  - id: maya\n    name: Maya Okafor\n"


def refuse(data: str | bytes, name: str = "book.yaml") -> tuple[int | None, str, str]:
    """The line, message and hint with which a file is refused."""
    with pytest.raises(BadFile) as raised:
        parse_notebook(data.encode() if isinstance(data, str) else data, name)
    message = raised.value.message
    assert raised.value.hint, "an error says what to do"
    found = re.match(rf"{re.escape(name)}, line (\d+): (.+)", message, re.DOTALL)
    assert found, message
    return int(found[1]), found[2], raised.value.hint


BROKEN = {
    "tab": (MAYA + "\temails: []\n", 5, "found a tab character"),
    "colon": (MAYA + "    how_met: lunch: at noon\n", 5, "mapping values are not allowed"),
    "open quote": (MAYA + '    how_met: "lunch\n', 6, "unexpected end of stream"),
    "indentation": (MAYA + "   emails: []\n", 5, "this is not YAML"),
    "anchor": (MAYA + "    tags: &t [a]\n", 5, "the anchor &t is not allowed"),
    "anchored text": (MAYA + "    org: &t Pumps\n", 5, "the anchor &t is not allowed"),
    "alias": (MAYA + "    tags: *t\n", 5, "the alias *t is not allowed"),
    "python tag": (MAYA + "    tags: !!python/object/apply:os.system [ls]\n", 5, "!!python/object/apply:os.system"),
    "plain tag": (MAYA + "    name2: !!str x\n", 5, "the tag !!str is not allowed"),
    "own tag": (MAYA + "    tags: !mine [x]\n", 5, "the tag !mine is not allowed"),
    "key twice": (MAYA + "    org: Pumps\n    name: Maya\n", 6, "the key “name” is given twice"),
    "top key twice": (MAYA + "contacts: []\n", 5, "the key “contacts” is given twice"),
    "two documents": (MAYA + "---\nnetprep: 1\n", 5, "a second document begins here"),
    "nesting": ("netprep: 1\nme:\n  name: " + "[" * 21 + "]" * 21 + "\n", 3, "nested deeper than 20 levels"),
    "list as key": ("netprep: 1\n? [a, b]\n: c\n", 2, "a key must be a word"),
    "control character": (MAYA + "    org: Pu\x07mps\n", 5, "the character U+0007 is not text"),
    "not utf-8": (MAYA.encode() + b"    org: caf\xe9\n", 5, "byte 68 (0xe9) is not UTF-8 text"),
    "half utf-16": (b"\xff\xfen\x00e", 1, "is not UTF-16 text"),
    "utf-8 mark, then rubbish": (b"\xef\xbb\xbfnetprep: 1\n\xff", 2, "byte 14 (0xff) is not UTF-8 text"),
    "empty": ("", 1, "the file is empty"),
    "comment only": ("# nothing\n", 1, "the file is empty"),
    "a text": ("hello", 1, "this is no notebook file"),
    "a list": ("- netprep: 1\n", 1, "this is no notebook file"),
    "no version": ("contacts: []\n", 1, "the key “netprep” is missing"),
    "newer version": ("contacts: []\nnetprep: 2\n", 2, "a newer netprep wrote this file (version 2"),
    "no such version": ("netprep: one\n", 1, "“one” is not a version"),
    "version zero": ("netprep: 0\n", 1, "“0” is not a version"),
}


@pytest.mark.parametrize(("data", "line", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_yaml_is_refused_with_its_line(data: str | bytes, line: int, words: str) -> None:
    at, message, _ = refuse(data)
    assert words in message
    assert at == line


WRONG = {
    "unknown key": (
        MAYA + "    emial: [a@b.example]\n",
        5,
        "contacts[1].emial: there is no key “emial” here",
        "“emails”",
    ),
    "merge key": (MAYA + "    <<: {org: Pumps}\n", 5, "there is no key “<<” here", ""),
    "unknown top key": (MAYA + "contact: []\n", 5, "contact: there is no key", "“contacts”"),
    "missing key": (MAYA + "  - id: sam\n    org: Pumps\n", 5, "contacts[2]: the key “name” is missing", ""),
    "empty name": (MAYA + "  - id: sam\n    name: ~\n", 5, "contacts[2]: the key “name” is missing", ""),
    "wrong type": (MAYA + "    tags: runner\n", 5, "contacts[1].tags: expected a list, found “runner”", ""),
    "wrong word": (MAYA + "    lane: activ\n", 5, "contacts[1].lane: “activ” is not one of the words", "“active”"),
    "wrong date": (
        MAYA + "    facts:\n      - {field: goals, value: a, date: 2026-02-30}\n",
        6,
        "contacts[1].facts[1].date: expected a date",
        "",
    ),
    "wrong key for a kind": (
        MAYA + "    log:\n    - kind: met\n      date: 2026-11-19\n      reaction: used\n",
        8,
        "contacts[1].log[1].reaction: there is no key",
        "",
    ),
    "contact id twice": (MAYA + "  - id: maya\n    name: Maya Two\n", 5, "another contact has the id “maya”", ""),
    "fact id twice": (
        MAYA + "    facts: [{id: f1, field: goals, value: a},\n      {id: f1, field: goals, value: b}]\n",
        6,
        "contacts[1].facts[2].id: another fact has the id “f1”",
        "",
    ),
    "fact id of mine": (
        "me: {name: A, facts: [{id: f1, field: goals, value: a}]}\n"
        + MAYA
        + "    facts:\n      - {id: f1, field: goals, value: b}\n",
        7,
        "another fact has the id “f1”",
        "",
    ),
    "entry id twice": (
        MAYA
        + "    log:\n      - {id: e1, kind: rest, date: 2026-01-01}\nevents:\n  - name: E\n    starts: 2026-01-01\n"
        + "    log:\n      - {id: e1, kind: attend, date: 2026-01-01}\n",
        11,
        "events[1].log[1].id: another log entry has the id “e1”",
        "",
    ),
    "event id twice": (
        "netprep: 1\nevents:\n- {id: a, name: A, starts: 2026-01-01}\n- {id: a, name: B, starts: 2026-01-01}\n",
        4,
        "another event has the id “a”",
        "",
    ),
    "item id twice": (
        "netprep: 1\nlibrary:\n- {id: a, kind: book, title: A}\n- {id: a, kind: book, title: B}\n",
        4,
        "another library item has the id “a”",
        "",
    ),
    "group id twice": ("netprep: 1\ngroups:\n- {id: a, name: A}\n- {id: a, name: B}\n", 4, "another group has", ""),
    "introduced by nobody": (MAYA + "    introduced_by: mya\n", 5, "no contact has the id “mya”", "“maya”"),
    "entry of no event": (
        MAYA + "    log:\n      - {kind: met, date: 2026-01-01, event: mixer}\n",
        6,
        "contacts[1].log[1].event: no event has the id “mixer”",
        "",
    ),
    "entry with no item": (
        MAYA + "    log:\n      - {kind: promise, date: 2026-01-01, item: plan}\n",
        6,
        "no library item has the id “plan”",
        "",
    ),
    "of no entry": (
        MAYA + "    log:\n      - {id: e10, kind: promise, date: 2026-01-01}\n"
        "      - {id: e11, kind: promise_kept, date: 2026-01-02, of: e12}\n",
        7,
        "contacts[1].log[2].of: no log entry of Maya Okafor has the id “e12”",
        "“e1",
    ),
    "of somebody else's entry": (
        MAYA + "    log:\n      - {id: e1, kind: promise, date: 2026-01-01}\n"
        "  - name: Sam\n    log:\n      - {kind: promise_kept, date: 2026-01-02, of: e1}\n",
        9,
        "no log entry of Sam has the id “e1”",
        "",
    ),
    "because of no fact": (
        MAYA + "    log:\n      - {kind: give, date: 2026-01-01, because: f1}\n",
        6,
        "no fact of Maya Okafor has the id “f1”",
        "",
    ),
    "attendee": (
        MAYA + "events:\n  - name: E\n    starts: 2026-01-01\n    attendees:\n      - {contact: may}\n",
        9,
        "events[1].attendees[1].contact: no contact has the id “may”",
        "“maya”",
    ),
    "member": (MAYA + "groups:\n  - name: G\n    people: [{contact: sam}]\n", 7, "groups[1].people[1].contact", ""),
    "item's contact": (MAYA + "library:\n  - {kind: book, title: B, contact: sam}\n", 6, "library[1].contact", ""),
    "item's event": (MAYA + "library:\n  - {kind: book, title: B, event: e}\n", 6, "library[1].event: no event", ""),
    "ends early": (
        "netprep: 1\nevents:\n  - name: E\n    starts: 2026-11-19T18:00-05:00\n    ends: 2026-11-19T23:30+01:00\n",
        5,
        "events[1].ends: the event ends (2026-11-19T23:30+01:00) before it starts",
        "",
    ),
    "ends the day before": (
        "netprep: 1\nevents:\n  - name: E\n    starts: 2026-11-19T18:00\n    ends: 2026-11-18\n",
        5,
        "events[1].ends: the event ends",
        "",
    ),
    "time zone": (
        "netprep: 1\nevents:\n  - name: E\n    starts: 2026-11-19\n    timezone: America/NewYork\n",
        5,
        "events[1].timezone: there is no time zone “America/NewYork”",
        "“America/New_York”",
    ),
    "a folder of zones": (MAYA + "    timezone: America\n", 5, "contacts[1].timezone: there is no time zone", ""),
    "a zone outside": (MAYA + "    timezone: ../../etc/passwd\n", 5, "there is no time zone", ""),
    "script link": (MAYA + "    links: [https://a.example, 'JavaScript:alert(1)']\n", 5, "“JavaScript:”", ""),
    "hidden script link": (MAYA + '    links:\n      - "java\\tscript:1"\n', 6, "“javascript:”", ""),
    "file link": ("netprep: 1\nlibrary:\n  - {kind: book, title: B, url: 'file:///etc'}\n", 3, "library[1].url", ""),
    "data link": ("netprep: 1\nevents:\n  - {name: E, starts: 2026-01-01, url: 'data:x'}\n", 3, "events[1].url", ""),
}


@pytest.mark.parametrize(("data", "line", "words", "near"), WRONG.values(), ids=WRONG.keys())
def test_what_breaks_the_schema_is_refused_with_its_line(data: str, line: int, words: str, near: str) -> None:
    at, message, hint = refuse(data)
    assert words in message
    assert at == line
    assert near in hint
    assert "did you mean" not in message, "the nearest name is the hint"


@pytest.mark.parametrize(("data", "line", "words", "near"), WRONG.values(), ids=WRONG.keys())
def test_the_line_is_found_with_the_pure_python_parser_too(
    data: str, line: int, words: str, near: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import yaml

    monkeypatch.delattr(yaml, "CBaseLoader")
    at, message, _ = refuse(data)
    assert words in message
    assert at == line


JSON = {
    "syntax": ('{"netprep": 1,\n "contacts": [}', 2, "this is not JSON"),
    "key twice": ('{"netprep": 1,\n"me": {"name": "A",\n\t"name": "\\ud83d\\ude00"}}', 3, "“name” is given twice"),
    "unknown key": ('{\n\t"netprep": 1,\n\t"me": {\n\t\t"name": "A \\/ B",\n\t\t"nam": "B"\n\t}\n}', 5, "me.nam"),
    "number for text": ('{"netprep": 1, "me": {\n"name": 5}}', 2, "me.name: expected text, found “5”"),
    "not a number": ('{"netprep": NaN}', 1, "NaN is not a number"),
    "nesting": ('{"netprep": 1,\n"me": ' + "[" * 21 + "]" * 21 + "}", 2, "nested deeper than 20 levels"),
    "deep nesting": ("[" * 100_000, 1, "nested deeper than 20 levels"),
    "long number": ('{"netprep": ' + "1" * 5000 + "}", 1, "this is not JSON"),
    "true version": ('{"netprep": true}', 1, "“True” is not a version"),
    "newer version": ('{\n"netprep": 7}', 2, "a newer netprep wrote this file (version 7"),
    "empty": ("", 1, "this is not JSON"),
}


@pytest.mark.parametrize(("data", "line", "words"), JSON.values(), ids=JSON.keys())
def test_bad_json_is_refused_with_its_line(data: str, line: int, words: str) -> None:
    at, message, _ = refuse(data, "book.json")
    assert words in message
    assert at == line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["book.yaml", "book.json"])
def test_encodings_with_a_byte_order_mark_are_read(encoding: str, name: str) -> None:
    text = json.dumps({"netprep": 1, "me": {"name": "Zoë"}}, ensure_ascii=False)
    me = parse_notebook(text.encode(encoding), name).me
    assert me is not None
    assert me.name == "Zoë"


@pytest.mark.parametrize(
    "link", ["example.org", "www.example.org:8080/a", "localhost:80", "HTTPS://a.example", "mailto:a@b.example"]
)
def test_ordinary_links_are_kept(link: str) -> None:
    notebook = parse_notebook(f'{MAYA}    links: ["{link}"]\n'.encode(), "book.yaml")
    assert notebook.contacts[0].links == (link,)


def test_words_that_yaml_takes_for_something_else_are_read_as_written() -> None:
    data = f"{MAYA}    nickname: no\n    org: 0401\n    role: 2026-11-19\n"
    data += "    phones: [0401234567, +1e3]\n    tags: ['~']\n"
    maya = parse_notebook(data.encode(), "book.yaml").contacts[0]
    assert (maya.nickname, maya.org, maya.role) == ("no", "0401", "2026-11-19")
    assert (maya.phones, maya.tags) == (("0401234567", "+1e3"), ("~",))


def test_a_missing_file_a_folder_and_a_huge_file_are_bad_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFile, match=r"none\.yaml: it cannot be read \(No such file"):
        read_notebook(tmp_path / "none.yaml")
    with pytest.raises(BadFile, match="it cannot be read"):
        read_notebook(tmp_path)
    monkeypatch.setattr(source, "LARGEST_FILE", 10)
    (tmp_path / "book.yaml").write_text(MAYA)
    with pytest.raises(BadFile, match="bytes are too many; at most 10 are read"):
        read_notebook(tmp_path / "book.yaml")
    with pytest.raises(BadFile, match="bytes are too many"):
        parse_notebook(MAYA.encode(), "book.yaml")
