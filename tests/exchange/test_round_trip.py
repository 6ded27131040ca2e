"""What is written is what was read, for this reader and for anybody else's."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netprep.errors import BadFile
from netprep.exchange.check import check_notebook
from netprep.exchange.key_help import KEY_HELP
from netprep.exchange.notebook_file import parse, parse_notebook, write_notebook
from netprep.exchange.record_file import parse_record, write_record
from netprep.exchange.yaml_writer import flow, quoted
from netprep.model.codec import key_names, to_document
from netprep.model.moment import Moment
from netprep.model.records import Contact, Event, Fact, Group, LibraryItem, Me, Notebook
from tests.exchange.generated import MISREADABLE, notebooks

EXAMPLE = (Path(__file__).parents[2] / "docs" / "example-notebook.yaml").read_bytes()
quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.mark.parametrize("as_json", [False, True])
def test_the_example_round_trips(as_json: bool) -> None:
    notebook = parse_notebook(EXAMPLE, "example-notebook.yaml")
    text = write_notebook(notebook, as_json)
    again = parse_notebook(text.encode(), "again.json" if as_json else "again.yaml")
    assert again == notebook
    assert write_notebook(again, as_json) == text


def test_the_example_is_written_much_as_it_stands() -> None:
    written = write_notebook(parse_notebook(EXAMPLE, "example-notebook.yaml")).splitlines()
    theirs = [line for line in EXAMPLE.decode().splitlines() if line not in written]
    # Defaults are left out, an entry's keys have one order, a contact is always a block.
    assert [line.split(",")[0].strip() for line in theirs] == [
        "- {id: f1",
        "- {id: f2",
        "- {id: e2",
        "- {id: sam-oyelaran",
    ]


@quick
@given(notebooks())
def test_yaml_round_trips(notebook: Notebook) -> None:
    check_notebook(notebook)
    text = write_notebook(notebook)
    again = parse_notebook(text.encode(), "book.yaml")
    assert again == notebook
    assert write_notebook(again) == text


@quick
@given(notebooks())
def test_json_round_trips(notebook: Notebook) -> None:
    text = write_notebook(notebook, json_format=True)
    again = parse_notebook(text.encode(), "book.json")
    assert again == notebook
    assert write_notebook(again, json_format=True) == text
    assert parse_notebook(text.encode(), "book.yaml") == notebook, "JSON is YAML too"


def _texts(value: Any) -> Any:
    """The document of a record with only its texts: a date is left to each reader's own type."""
    if isinstance(value, Moment):
        return "a date"
    if isinstance(value, tuple):
        return [_texts(each) for each in value]
    if dataclasses.is_dataclass(value):
        written = to_document(value)
        keys = {field.metadata.get("key", field.name): field.name for field in dataclasses.fields(value)}
        return {key: _texts(getattr(value, keys[key])) for key in written}
    return value


def _without_dates(expected: Any, value: Any) -> Any:
    """What a peer read, with its dates made alike where the schema has one."""
    if expected == "a date":
        return "a date"
    if isinstance(expected, dict):
        return {key: _without_dates(expected.get(key), each) for key, each in value.items()}
    if isinstance(expected, list):
        return [_without_dates(mine, each) for mine, each in zip(expected, value, strict=True)]
    return value


def _read_by_ruamel(text: str) -> Any:
    ruamel = pytest.importorskip("ruamel.yaml")
    return ruamel.YAML(typ="safe", pure=True).load(io.StringIO(text))


PEERS = {
    "PyYAML": lambda text: yaml.load(text, Loader=yaml.SafeLoader),
    "libyaml": lambda text: yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)),  # noqa: S506
    "ruamel, YAML 1.2": _read_by_ruamel,
}


@pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS.keys())
def test_other_readers_read_the_same_texts(peer: Any) -> None:
    @settings(quick, max_examples=25)
    @given(notebooks())
    def holds(notebook: Notebook) -> None:
        expected = {"netprep": 1, **_texts(notebook)}
        assert _without_dates(expected, peer(write_notebook(notebook))) == expected

    holds()


@pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS.keys())
def test_no_reader_misreads_a_text(peer: Any) -> None:
    @settings(quick, max_examples=150)
    @given(st.sampled_from(MISREADABLE) | st.text(st.characters(codec="utf-8"), min_size=1))
    @example("\x7f\x85\u2028\ufeff")
    def holds(text: str) -> None:
        assert peer(quoted(text)) == text
        assert peer(flow((text,))) == [text]

    holds()


def test_texts_are_quoted_only_where_it_matters() -> None:
    me = Me(
        name="No",
        org="Tidewater & Sons",
        role="owner (retired)",
        voice='says "hi": often',
        about="a\n\nb",
        language="no",
    )
    assert write_notebook(Notebook(me=me)) == (
        "netprep: 1\n"
        "me:\n"
        '  name: "No"\n'
        "  org: Tidewater & Sons\n"
        "  role: owner (retired)\n"
        "  about: |-\n"
        "    a\n"
        "\n"
        "    b\n"
        '  voice: "says \\"hi\\": often"\n'
        '  language: "no"\n'
    )


def test_an_empty_notebook_is_one_line() -> None:
    assert write_notebook(Notebook()) == "netprep: 1\n"
    assert parse_notebook(b"netprep: 1\n", "book.yaml") == Notebook()


@settings(quick, max_examples=150)
@given(st.binary(max_size=200), st.sampled_from(["a.yaml", "a.json"]))
def test_any_bytes_are_a_notebook_or_a_bad_file(data: bytes, name: str) -> None:
    _read_or_refuse(data, name)


@settings(quick, max_examples=150)
@given(st.data())
def test_any_mutation_of_the_example_is_a_notebook_or_a_bad_file(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["a.yaml", "a.json"]))
    text = EXAMPLE.decode()
    if name == "a.json":
        text = write_notebook(parse_notebook(EXAMPLE, "a.yaml"), json_format=True)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = start + data.draw(st.integers(0, 12))
        piece = data.draw(
            st.sampled_from(["", " ", "\n", ":", "{", "}", "[", "]", '"', "'", "-", "#", "&a ", "*a", "!", "\t"])
        )
        text = text[:start] + piece + text[end:]
    _read_or_refuse(text.encode(), name)


def _read_or_refuse(data: bytes, name: str) -> None:
    try:
        notebook = parse_notebook(data, name)
    except BadFile:
        return
    assert parse_notebook(write_notebook(notebook).encode(), "again.yaml") == notebook


def test_a_file_remembers_where_it_spells_out_a_default() -> None:
    stated = parse(EXAMPLE, "example-notebook.yaml").stated
    assert ("contacts", 0, "facts", 0, "sensitivity") in stated
    assert ("contacts", 0, "facts", 1, "sensitivity") not in stated


def test_every_key_that_can_be_edited_is_explained() -> None:
    for cls in (Me, Contact, Fact, Event, Group, LibraryItem):
        assert set(KEY_HELP[cls]) == set(key_names(cls)), cls.__name__
        assert all(phrase and "\n" not in phrase for phrase in KEY_HELP[cls].values())


@quick
@given(notebooks())
def test_an_edited_record_reads_back_without_its_log(notebook: Notebook) -> None:
    for record in (
        *filter(None, [notebook.me]),
        *notebook.contacts,
        *notebook.events,
        *notebook.groups,
        *notebook.library,
    ):
        cls: Any = type(record)
        expected = dataclasses.replace(record, log=()) if isinstance(record, Contact | Event) else record
        text = write_record(record, KEY_HELP[cls])
        assert parse_record(cls, text, "edit.yaml") == expected
        # Taking every comment sign before a key away changes nothing: the values are still empty.
        opened = "\n".join(
            line[2:] if ":   # " in line and line.startswith("# ") else line for line in text.splitlines()
        )
        assert parse_record(cls, opened, "edit.yaml") == expected


def test_a_record_to_edit_explains_itself() -> None:
    text = write_record(Contact(name="Maya Okafor", id="maya"), KEY_HELP[Contact])
    assert text.startswith("# what other parts of the notebook call this person; leave it as it is\nid: maya\n")
    assert "\n# nickname:   # what they like to be called\n" in text
    assert "\n# facts:   # " in text
    assert "\n#   - {field: interests, value: " in text
    assert text.splitlines()[-1].startswith("# The log is not shown: ")
    assert "\nlog:" not in text


def test_an_example_line_taken_up_is_a_fact() -> None:
    text = write_record(Contact(name="Maya Okafor", id="maya"), KEY_HELP[Contact])
    lines = text.replace("# facts:", "facts:").replace("#   - {", "  - {")
    assert parse_record(Contact, lines, "edit.yaml").facts[0].value == "early-morning swimming"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: Maya\nnicknam: May\n", "edit.yaml, line 2: nicknam: there is no key"),
        (
            "# a comment\nname: Maya\nlog:\n  - {kind: rest, date: 2026-01-01}\n",
            "edit.yaml, line 3: log: a log is not edited",
        ),
        ("name: Maya\nlinks: ['javascript:a']\n", "edit.yaml, line 2: links[1]: a link that begins"),
        (
            "name: Maya\nfacts:\n- {id: f1, field: goals, value: a}\n- {id: f1, field: goals, value: b}\n",
            "line 4: facts[2].id",
        ),
        ("", "edit.yaml, line 1: expected keys and values, found nothing"),
        ("name: Maya\n\ud800: a\n", "edit.yaml, line 2: byte"),
    ],
)
def test_a_record_edited_badly_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(BadFile) as raised:
        parse_record(Contact, text, "edit.yaml")
    assert message in raised.value.message


def test_an_edited_event_is_checked() -> None:
    with pytest.raises(BadFile, match="line 3: ends: the event ends"):
        parse_record(Event, "name: E\nstarts: 2026-01-02\nends: 2026-01-01\n", "edit.yaml")


def test_json_has_the_version_first() -> None:
    assert next(iter(json.loads(write_notebook(Notebook(), json_format=True)).items())) == ("netprep", 1)
