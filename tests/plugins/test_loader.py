"""The loader's own promises, held on plugins made up in the test."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest

from netprep import backends, channels
from netprep.api import (
    BriefSection,
    CandidateView,
    Channel,
    Contribution,
    Exporter,
    FactField,
    GivenFact,
    Importer,
    LibraryKind,
    Matcher,
    Outgoing,
    PromptFolder,
    Registry,
    Remark,
    ServiceFailed,
    ShareCandidate,
    Source,
    hookimpl,
)
from netprep.errors import BadFile, PluginBroken, UsageError
from netprep.facts.given import given_facts
from netprep.loader import plugins as loader
from netprep.loader.finding import Found
from netprep.loader.isolation import PluginFault, isolated
from netprep.loader.material import faults_of
from netprep.loader.plugins import Plugins
from netprep.loader.shapes import listed
from netprep.model.records import Contact, Fact
from netprep.model.words import Sensitivity

Make = Callable[..., Plugins]
NOTE = Outgoing(None, "Hello.", None, "note", Path())


@pytest.fixture
def plugins_of(monkeypatch: pytest.MonkeyPatch) -> Make:
    """Plugins of objects with hooks, by name."""

    def make(seconds: float = 5, disabled: tuple[str, ...] = (), **objects: Any) -> Plugins:
        def found(name: str, thing: Any) -> Found:
            return Found(name, f"netprep-{name}", "1.0", SimpleNamespace(load=lambda: thing, value=name))  # type: ignore[arg-type]

        monkeypatch.setattr(loader, "installed", lambda _: tuple(found(*item) for item in sorted(objects.items())))
        return Plugins((channels, backends), seconds=seconds, disabled=disabled)

    return make


def giving(hook: str, *values: Any) -> Any:
    """A plugin with one hook that gives these."""
    return SimpleNamespace(**{hook: hookimpl(lambda: values)})


def test_plugins_are_asked_by_name_after_the_built_in_ones(plugins_of: Make) -> None:
    one, two = (giving("netprep_channels", Channel(name, "goes", str)) for name in ("one", "two"))
    gathered = plugins_of(zebra=one, ant=two).gather("netprep_channels", Channel, {})
    assert [(each.plugin, each.value.name) for each in gathered] == [
        ("netprep", "plain"), ("netprep", "clipboard"), ("netprep", "file"), ("ant", "two"), ("zebra", "one"),
    ]  # fmt: skip


def test_what_is_missing_may_be_asked_about_before_anything_was_loaded(plugins_of: Make) -> None:
    class Bad:
        @property
        def NETPREP_API(self) -> int:  # noqa: N802 - the name a plugin says its version by
            raise RuntimeError("no")

    plugins = plugins_of(bad=Bad(), good=giving("netprep_channels"))
    assert isinstance(plugins.missing("channel", "bad", ()), PluginBroken)
    error = plugins.missing("channel", "telex", ())
    assert isinstance(error, UsageError)
    assert error.hint.startswith("There is none. Broken, so perhaps it is theirs: bad")
    assert (
        plugins_of(disabled=("good",), good=giving("netprep_channels"))
        .missing("channel", "good", ())
        .hint.endswith("The plugin good (netprep-good 1.0) is disabled: netprep plugins enable good.")
    )


def test_a_plugin_that_equals_everything_or_nothing_breaks_no_other(plugins_of: Make) -> None:
    class Odd:
        __hash__ = None  # type: ignore[assignment]

        def __eq__(self, other: object) -> bool:
            raise RuntimeError("compare me not")

    plugins = plugins_of(odd=Odd(), sane=giving("netprep_channels", Channel("telex", "goes", str)))
    assert "telex" in Registry(plugins.gather).channels
    assert plugins.take_untold() == ()


def test_a_plugin_wraps_no_others_hooks(plugins_of: Make) -> None:
    def nothing() -> Any:
        yield
        return []

    wrapper = SimpleNamespace(netprep_channels=hookimpl(nothing, wrapper=True))
    plugins = plugins_of(wrapper=wrapper, sane=giving("netprep_channels", Channel("telex", "goes", str)))
    assert {"plain", "telex"} <= set(Registry(plugins.gather).channels)


def test_a_plugin_that_gives_one_name_twice_is_told(plugins_of: Make) -> None:
    twice = giving("netprep_channels", Channel("telex", "goes", str), Channel("telex", "goes too", str))
    plugins = plugins_of(twice=twice)
    assert "telex" not in Registry(plugins.gather).channels
    assert "it gives its channel “telex” twice" in plugins.take_untold()[0]


def test_each_fault_is_told_once(plugins_of: Make) -> None:
    plugins = plugins_of(bad=giving("netprep_channels", 5))
    for _ in range(3):
        plugins.gather("netprep_channels", Channel, {})
    assert len(plugins.take_untold()) == 1
    assert plugins.take_untold() == ()


WRONG = [
    (5, "gave an int, not a list of Channel"),
    ("telex", "gave a str, not a list of Channel"),
    (b"telex", "gave a bytes, not a list of Channel"),
    ({"name": "telex"}, "gave a dict, not a list of Channel"),
    (Channel("telex", "goes", str), "gave a Channel, not a list of Channel"),
    ([None], "gave None where a Channel belongs"),
    ([Channel], "gave a type where a Channel belongs"),
    ([Remark("so")], "gave a Remark where a Channel belongs"),
    ([Channel("telex", "goes", None)], "gave a Channel whose carry is None, not a function"),  # type: ignore[arg-type]
    ([Channel("telex", "goes", str, "email")], "gave a Channel whose form is a str, not a Form or None"),  # type: ignore[arg-type]
    ([Channel("telex", "goes", str, sends=1)], "gave a Channel whose sends is an int, not True or False"),  # type: ignore[arg-type]
    ([Channel(["telex"], "goes", str)], "gave a Channel whose name is a list, not a text"),  # type: ignore[arg-type]
    ([Channel("Te lex", "goes", str)], "gave a Channel named “Te lex”"),
    ([Channel("\x1b[31m", "goes", str)], "gave a Channel named"),
]


@pytest.mark.parametrize(("given", "why"), WRONG, ids=[why for _, why in WRONG])
def test_what_is_no_list_of_the_right_things_is_refused(given: Any, why: str) -> None:
    with pytest.raises(PluginFault) as refused:
        listed(given, Channel, "netprep_channels")
    assert why in str(refused.value)


OTHERS = [
    (BriefSection("To bring", "cards"), BriefSection, "whose lines is a str, not a tuple, each of it a text"),  # type: ignore[arg-type]
    (BriefSection("To bring", ("cards", 5)), BriefSection, "whose lines is a tuple"),  # type: ignore[arg-type]
    (PromptFolder("mine", "prompts"), PromptFolder, "whose folder is a str, not a pathlib.Path"),  # type: ignore[arg-type]
    (ShareCandidate("book", "A book"), ShareCandidate, "whose kind is a str, not a LibraryKind"),  # type: ignore[arg-type]
    (ShareCandidate(LibraryKind.BOOK, "A book", minutes=True), ShareCandidate, "whose minutes is a bool"),
    (Importer("csv", "x", ("csv",), dict), Importer, "gave a file ending “csv”"),  # type: ignore[arg-type]
    (Exporter("csv", "x", "", bytes), Exporter, None),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("value", "kind", "why"), OTHERS, ids=range(len(OTHERS)))
def test_the_parts_of_a_thing_are_looked_at_too(value: Any, kind: type, why: str | None) -> None:
    if why is None:
        assert listed([value], kind, "hook") == (value,)
        return
    with pytest.raises(PluginFault) as refused:
        listed([value], kind, "hook")
    assert why in str(refused.value)


def test_nothing_and_a_generator_are_lists_too() -> None:
    assert listed(None, Channel, "hook") == ()
    assert listed((each for each in [Remark("so")]), Remark, "hook") == (Remark("so"),)


def broken_generator() -> Any:
    yield Remark("so")
    raise TypeError("my own")


def test_a_type_error_inside_a_generator_is_told_as_what_it_is() -> None:
    with pytest.raises(TypeError, match="my own"):
        listed(broken_generator(), Remark, "hook")


def test_a_call_that_comes_back_late_prints_nothing_into_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    go = threading.Event()
    done = threading.Event()

    def late() -> None:
        go.wait(20)
        print("too late")  # noqa: T201 - that is the point
        done.set()

    with pytest.raises(PluginFault, match=r"it did not answer within 0\.05 s"):
        isolated(late, 0.05)
    print("a result")  # noqa: T201
    go.set()
    assert done.wait(20)
    captured = capsys.readouterr()
    assert captured.out == "a result\n"
    assert captured.err == "too late\n"


@pytest.mark.parametrize(
    "error", [SystemExit(0), KeyboardInterrupt(), GeneratorExit(), RecursionError(), MemoryError()]
)
def test_whatever_is_raised_becomes_a_fault(error: BaseException) -> None:
    def raises() -> None:
        raise error

    with pytest.raises(PluginFault) as fault:
        isolated(raises, 5)
    assert str(fault.value)
    assert "test_loader.py, line" in fault.value.where


def test_stdout_is_what_it_was_after_a_call() -> None:
    before = sys.stdout
    isolated(lambda: None, 5)
    after = sys.stdout
    isolated(lambda: None, 5)
    assert sys.stdout is after
    assert after.isatty() == before.isatty()


@pytest.mark.parametrize(("opinion", "counts"), [(2, 1.0), (-1, 0.0), (0.4, 0.4), (float("nan"), 0.0), (True, 1.0)])
def test_a_matchers_opinion_is_kept_between_0_and_1(plugins_of: Make, opinion: Any, counts: float) -> None:
    plugins = plugins_of(m=giving("netprep_matchers", Matcher("m", "thinks", lambda *_: opinion)))
    (matcher,) = Registry(plugins.gather).matchers
    assert matcher.similarity("bread", CandidateView("A book of bread")) == counts


def test_a_matcher_that_fails_has_no_opinion_any_more(plugins_of: Make) -> None:
    calls = []

    def fails(topic: str, candidate: CandidateView) -> Any:
        calls.append(topic)
        return "much"

    plugins = plugins_of(m=giving("netprep_matchers", Matcher("m", "thinks", fails)))
    (matcher,) = Registry(plugins.gather).matchers
    assert [matcher.similarity("bread", CandidateView("x")) for _ in range(3)] == [0.0, 0.0, 0.0]
    assert len(calls) == 1
    assert "ValueError: could not convert string to float: 'much' in the matcher m" in plugins.take_untold()[0]


def carrying(carry: Callable[[Outgoing], Any], plugins_of: Make) -> Channel:
    plugins = plugins_of(c=giving("netprep_channels", Channel("telex", "goes", carry)))
    return Registry(plugins.gather, plugins.missing).channel("telex")


def test_a_channel_that_leaves_or_raises_has_failed(plugins_of: Make) -> None:
    for carry in (lambda _: sys.exit(0), lambda _: 1 / 0):
        with pytest.raises(ServiceFailed, match="The channel telex of the plugin c failed"):
            carrying(carry, plugins_of).carry(NOTE)
    assert carrying(lambda _: None, plugins_of).carry(NOTE) == ""


@pytest.mark.parametrize("error", [ServiceFailed("down"), KeyboardInterrupt(), click.Abort()])
def test_a_channels_own_words_and_ctrl_c_pass(plugins_of: Make, error: BaseException) -> None:
    def carry(_: Outgoing) -> str:
        raise error

    with pytest.raises(type(error)):
        carrying(carry, plugins_of).carry(NOTE)


@pytest.mark.parametrize(("given", "error"), [(None, PluginBroken), ([], PluginBroken)])
def test_an_importer_that_gives_no_mapping_is_broken(plugins_of: Make, given: Any, error: type[Exception]) -> None:
    plugins = plugins_of(i=giving("netprep_importers", Importer("csv", "x", (".csv",), lambda *_: given)))
    with pytest.raises(error, match="not a mapping"):
        Registry(plugins.gather, plugins.missing).importer("csv").read(b"", "a.csv")


def test_an_importers_value_error_is_about_the_file(plugins_of: Make) -> None:
    def read(data: bytes, name: str) -> Any:
        raise ValueError

    plugins = plugins_of(i=giving("netprep_importers", Importer("csv", "x", (".csv",), read)))
    with pytest.raises(BadFile, match=r"a.csv: it is malformed \(read as csv by the plugin i\)"):
        Registry(plugins.gather, plugins.missing).importer("csv").read(b"", "a.csv")


def test_an_exporter_that_gives_no_bytes_is_broken(plugins_of: Make) -> None:
    plugins = plugins_of(e=giving("netprep_exporters", Exporter("csv", "x", ".csv", lambda _: "text")))  # type: ignore[arg-type,return-value]
    with pytest.raises(PluginBroken, match="it gave str, not bytes"):
        Registry(plugins.gather, plugins.missing).exporter("csv").write({})


def test_a_slow_plugin_costs_its_time_once(plugins_of: Make) -> None:
    slow = SimpleNamespace(
        netprep_channels=hookimpl(lambda: time.sleep(20)), netprep_backends=hookimpl(lambda: time.sleep(20))
    )
    plugins = plugins_of(seconds=0.1, slow=slow)
    registry = Registry(plugins.gather, plugins.missing)
    started = time.monotonic()
    assert registry.channels
    assert registry.backends
    assert time.monotonic() - started < 5
    assert len(plugins.take_untold()) == 1


def of(*facts: GivenFact) -> list[Contribution]:
    return [Contribution("example", fact) for fact in facts]


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (Source.PUBLIC, Source.PUBLIC),
        (Source.THIRD_PARTY, Source.THIRD_PARTY),
        (Source.IMPORT, Source.IMPORT),
        (Source.TOLD_ME, Source.IMPORT),
        (Source.GUESS, Source.IMPORT),
    ],
)
def test_what_only_the_user_can_know_counts_as_imported(said: Source, counts: Source) -> None:
    (fact,) = given_facts(of(GivenFact(FactField.GOALS, "keeping bees", said)), Contact("Maya"))
    assert (fact.id, fact.source, fact.shareable) == ("example:1", counts, False)


def test_what_is_no_topic_is_made_one_or_dropped() -> None:
    values = ("runs the Peachtree", "she does not care", " \x1b[31m\n", "x" * 300, "keeping\n bees")
    facts = given_facts(of(*(GivenFact(FactField.GOALS, value) for value in values)), Contact("Maya"))
    assert [(fact.id, fact.value) for fact in facts] == [
        ("example:1", "running the Peachtree"),
        ("example:5", "keeping bees"),
    ]


@pytest.mark.parametrize("sensitivity", [Sensitivity.PRIVATE, Sensitivity.SEALED])
@pytest.mark.parametrize(
    ("kept", "given", "is_dropped"),
    [
        ("the divorce", "a divorce in May", True),
        ("looking for another job", "job hunting", False),
        ("hunting for another job at Tidewater", "job hunting", True),
        ("keeping bees", "Keeping Bees!", True),
        ("keeping bees", "running uphill", False),
        ("the", "running uphill", False),
    ],
)
def test_what_the_user_keeps_back_is_not_told_by_a_plugin(
    sensitivity: Sensitivity, kept: str, given: str, is_dropped: bool
) -> None:
    maya = Contact("Maya", facts=(Fact(FactField.GOALS, kept, "f1", sensitivity=sensitivity),))
    assert (given_facts(of(GivenFact(FactField.GOALS, given, Source.PUBLIC)), maya) == ()) == is_dropped


def test_the_doctor_looks_into_the_files(tmp_path: Path) -> None:
    from netprep.api import QuestionPack, RulePack

    folder = tmp_path / "prompts" / "followup"
    folder.mkdir(parents=True)
    (folder / "anchr.j2").write_text("---\nabout: x\n---\n{{ anchor }}\n", encoding="utf-8")
    (folder / "closing.j2").write_text("---\nabout: x\n---\n\n{% if %}\n", encoding="utf-8")
    prompts = [str(fault) for fault in faults_of(PromptFolder("p", tmp_path / "prompts"))]
    assert prompts[0].endswith("anchr.j2 replaces no template")
    assert "closing.j2, line 5" in prompts[1]
    assert "holds no template" in str(next(faults_of(PromptFolder("p", tmp_path / "nowhere"))))
    (fault,) = faults_of(PromptFolder("p", tmp_path / "nowhere"))
    assert fault.do
    assert "cannot be read" in str(next(faults_of(RulePack("r", tmp_path / "nowhere"))))
    assert "holds no rule" in str(next(faults_of(RulePack("r", tmp_path))))
    questions = tmp_path / "q.toml"
    for text, said in (
        ("[[question", "this is not TOML"),
        ("", "holds no [[question]]"),
        ('[[question]]\nid = "a"\n', "(question a): the question has no category"),
        ('[[question]]\nid = "a"\ncategory = "B"\ntext = "What is it?"\n' * 2, "the id a is used twice"),
    ):
        questions.write_text(text, encoding="utf-8")
        assert said in str(next(faults_of(QuestionPack("q", questions))))
    (fault,) = faults_of(GivenFact(FactField.GOALS, "she runs far"))
    assert str(fault) == "the fact “she runs far” is no topic; “running far” is used"
