"""Settings: what can be set, checked and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from netprep.errors import BadFile, UsageError
from netprep.settings.method import MethodSettings, constant, constants
from netprep.settings.user import config_file, load_settings, save_setting, setting_names


def test_without_a_file_everything_is_the_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "nowhere")
    assert settings["own_words"] == "invite"
    assert settings.method == MethodSettings()
    assert not (tmp_path / "nowhere").exists()


def test_what_is_set_is_kept_and_can_be_set_back(tmp_path: Path) -> None:
    save_setting(tmp_path, "own_words", "off")
    save_setting(tmp_path, "method.rest_days", "30")
    settings = load_settings(tmp_path)
    assert settings["own_words"] == "off"
    assert settings.method.rest_days == 30
    assert isinstance(settings.method.rest_days, int)
    assert config_file(tmp_path).stat().st_mode & 0o777 == 0o600
    save_setting(tmp_path, "own_words", None)
    assert load_settings(tmp_path)["own_words"] == "invite"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("own_wrods", "off"),
        ("own_words", "maybe"),
        ("method.rest_days", "x"),
        ("method.rest_days", "-1"),
        ("method.no", "1"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_written(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(UsageError):
        save_setting(tmp_path, name, value)
    assert not config_file(tmp_path).exists()


@pytest.mark.parametrize(
    "text",
    ["- a\n", "own_words: [off]\n", "own_words: maybe\n", "{", "nonsense: 1\n", "!!python/name:os.system x: 1\n"],
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    config_file(tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=r"config\.yaml"):
        load_settings(tmp_path)


def test_every_number_of_the_method_has_a_unit_a_source_and_a_grade() -> None:
    for number in constants(MethodSettings()):
        assert number.unit
        assert len(number.source) > 5
        assert number.grade in ("A", "B", "C", "D")
        assert constant(MethodSettings(), number.name) == number
        assert f"method.{number.name}" in setting_names()


def test_a_changed_number_changes_what_the_method_says(tmp_path: Path, netprep) -> None:
    netprep("log", "Maya Okafor", "a: the lift", "--kind", "one_to_one", "--set", "minutes=12")
    before = netprep("stage", "maya", "--format", "json").json["lacks"]
    netprep("config", "set", "method.stage_talk_minutes", "10")
    after = netprep("stage", "maya", "--format", "json").json["lacks"]
    assert before != after
