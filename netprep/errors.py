"""Every error netprep shows to a person, in one tree.

    NetprepError                 exit 70 unless a subclass says otherwise
    ├── UsageError               exit 2   the command was called wrongly
    ├── AnswerIsNo               exit 1   the answer is no (the gate says wait, do not contact)
    ├── DataError                exit 3   not found, ambiguous or bad data
    │   ├── NotFound
    │   ├── Ambiguous
    │   ├── BadFile              a file that cannot be read, with its line
    │   └── NotebookError        the notebook itself: locked, corrupt, newer, not writable
    ├── TemplateError            exit 3   a template of the user's, with file and line
    ├── ServiceFailed            exit 4   a backend or channel failed
    └── PluginBroken             exit 5   a plugin that was asked for is broken
        └── PluginCrashed        a plugin's command failed; what happened is written to a log file

Each carries a message (what is wrong, and where) and a hint (what to do next).
"""

from __future__ import annotations


class NetprepError(Exception):
    """Something a person can act on: ``message`` says what and where, ``hint`` what to do."""

    exit_code = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class AnswerIsNo(NetprepError):
    """The question was understood and the answer is no."""

    exit_code = 1


class UsageError(NetprepError):
    """The command was called in a way that cannot be carried out."""

    exit_code = 2


class DataError(NetprepError):
    """Data that is missing, ambiguous or malformed."""

    exit_code = 3


class NotFound(DataError):
    """Nothing goes by that name."""


class Ambiguous(DataError):
    """Several things go by that name."""


class BadFile(DataError):
    """A file that cannot be read as what it should be; the message names file and line."""


class NotebookError(DataError):
    """The notebook cannot be opened, read or written."""


class TemplateError(DataError):
    """A prompt template that cannot be rendered; the message names file and line."""


class ServiceFailed(NetprepError):
    """A backend or a channel did not do its work."""

    exit_code = 4


class PluginBroken(NetprepError):
    """A plugin that was asked for cannot be used."""

    exit_code = 5


class PluginCrashed(PluginBroken):
    """A plugin's command raised what it did not foresee; ``of`` is the package and its version."""

    def __init__(self, message: str, *, hint: str = "", of: str) -> None:
        super().__init__(message, hint=hint)
        self.of = of
