"""The user's preferences: what can be set, what each means, and what it is when nothing is set.

They are kept in ``config.yaml`` in the notebook's folder. One table generates the check of a value,
the list that ``netprep config`` prints and the reference in the docs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netprep.errors import BadFile, DataError, UsageError
from netprep.model.frozen import frozen
from netprep.settings.method import MethodSettings, constants

METHOD_PREFIX = "method."
SILENCED_PREFIX = "silenced_rules."
"""Before the code of a rule of the guard that is kept quiet in all texts; the value is the reason."""


@frozen
class Preference:
    """One thing that can be set."""

    name: str
    default: str
    about: str
    choices: tuple[str, ...] = ()
    is_number: bool = False

    def check(self, value: str) -> str:
        """The value, if it may be set.

        Raises:
            UsageError: it is not among the choices.
        """
        if self.choices and value not in self.choices:
            raise UsageError(f"{self.name} cannot be “{value}”.", hint=f"It can be {', '.join(self.choices)}.")
        if self.is_number:
            _number(self.name, value, self.default)
        return value


PREFERENCES = (
    Preference("backend", "template", "who words the notes; template needs no model and no network"),
    Preference("channel", "plain", "how a note leaves when no --channel is given"),
    Preference("own_words", "invite", "a sentence of your own in every note", ("off", "invite", "require")),
    Preference("language", "en", "the language notes are written in", ("en",)),
    Preference("disabled_plugins", "", "plugins that are installed and not wanted, with commas between them"),
    Preference("plugin_seconds", "5", "how many seconds a plugin may take to answer", is_number=True),
)
_BY_NAME = {preference.name: preference for preference in PREFERENCES}


@frozen
class Settings:
    """All settings of a run: preferences by name, and the method's constants."""

    preferences: Mapping[str, str]
    method: MethodSettings
    changed: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> str:
        return self.preferences.get(name, _BY_NAME[name].default)

    @property
    def silenced(self) -> Mapping[str, str]:
        """The codes of rules that are kept quiet in all texts, each with the reason."""
        return {
            name.removeprefix(SILENCED_PREFIX): reason
            for name, reason in self.preferences.items()
            if name.startswith(SILENCED_PREFIX)
        }

    def names(self, name: str) -> tuple[str, ...]:
        """The value of a preference that is a list of names."""
        return tuple(part.strip() for part in self[name].split(",") if part.strip())


def default_settings() -> Settings:
    """The settings of somebody who has set nothing."""
    return Settings({}, MethodSettings())


def config_file(home: Path) -> Path:
    """Where the settings of a notebook are kept."""
    return home / "config.yaml"


def load_settings(home: Path) -> Settings:
    """The settings in ``config.yaml``, or the defaults where there is none.

    Raises:
        BadFile: the file is not a list of known names and values.
    """
    path = config_file(home)
    values = _read(path)
    try:
        return _checked(values)
    except UsageError as error:
        raise BadFile(f"{path}: {error.message}", hint=error.hint) from None


def save_setting(home: Path, name: str, value: str | None) -> Settings:
    """Set a name to a value, or back to its default where the value is None.

    Raises:
        UsageError: there is no such name, or it cannot be that.
        BadFile: the file as it stands cannot be read.
        DataError: the file cannot be written.
    """
    if value is not None or not name.startswith(SILENCED_PREFIX):
        _value_of(name, value or _default_of(name))
    values = {key: text for key, text in _read(config_file(home)).items() if key != name}
    if value is not None:
        values[name] = value
    settings = _checked(values)
    try:
        _write(config_file(home), values)
    except OSError as error:
        raise DataError(
            f"{config_file(home)} cannot be written: {error.strerror}.",
            hint="Choose another folder with --home or NETPREP_HOME.",
        ) from None
    return settings


def setting_names() -> tuple[str, ...]:
    """Every name that can be set, preferences first."""
    return (*_BY_NAME, *(METHOD_PREFIX + each.name for each in constants(MethodSettings())))


def _checked(values: Mapping[str, str]) -> Settings:
    preferences: dict[str, str] = {}
    numbers: dict[str, Any] = {}
    for name, text in values.items():
        value = _value_of(name, text)
        if name.startswith(METHOD_PREFIX):
            numbers[name.removeprefix(METHOD_PREFIX)] = value
        else:
            preferences[name] = value
    return Settings(preferences, dataclasses.replace(MethodSettings(), **numbers), frozenset(values))


def _value_of(name: str, text: str) -> Any:
    if name in _BY_NAME:
        return _BY_NAME[name].check(text)
    if name.startswith(SILENCED_PREFIX):
        return _reason(name, text)
    number = _number(name, text, _default_of(name))
    field = {each.name: each for each in dataclasses.fields(MethodSettings)}[name.removeprefix(METHOD_PREFIX)]
    return number if isinstance(field.default, float) else round(number)


def _reason(name: str, text: str) -> str:
    if not any(letter.isalnum() for letter in text):
        hint = f'netprep config set {name} "why it does not hold for you"'
        raise UsageError(f"{name}: a rule is silenced for a reason.", hint=hint)
    return text


def _number(name: str, text: str, default: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number < 100_000:
        raise UsageError(f"{name} cannot be “{text}”.", hint=f"It is a number; without a setting it is {default}.")
    return number


def _default_of(name: str) -> str:
    if name in _BY_NAME:
        return _BY_NAME[name].default
    if name.startswith(SILENCED_PREFIX):
        return ""
    for each in constants(MethodSettings()):
        if name == METHOD_PREFIX + each.name:
            return f"{each.value:g}"
    from difflib import get_close_matches

    near = get_close_matches(name, setting_names(), n=1)
    hint = f"Did you mean {near[0]}?" if near else "See: netprep config list"
    raise UsageError(f"There is no setting “{name}”.", hint=hint)


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(f"{path} cannot be read: {error}", hint="Mend or remove it.") from None
    import yaml

    try:
        values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes nothing but strings
    except yaml.YAMLError as error:
        raise BadFile(f"{path} is not YAML: {error}", hint="Mend or remove it.") from None
    if values in (None, ""):
        return {}
    if not isinstance(values, dict) or not all(isinstance(v, str) for pair in values.items() for v in pair):
        raise BadFile(f"{path}: expected one “name: value” a line.", hint="See: netprep config list")
    return dict(values)


def _write(path: Path, values: Mapping[str, str]) -> None:
    import os

    import yaml

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        yaml.safe_dump(dict(values), file, allow_unicode=True, sort_keys=True)
    part.replace(path)
