"""The one door plugins come in by: the dataclasses and protocols they give and get.

Built-in channels and backends are described with the same types; ``netprep.app`` gathers them into a
:class:`Registry` and hands it down as a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from netprep.errors import UsageError
from netprep.model.frozen import frozen
from netprep.model.words import Form

API_VERSION = 1

__all__ = ["API_VERSION", "Backend", "Channel", "Outgoing", "Registry"]


@frozen
class Outgoing:
    """A finished note on its way out. ``name`` is a file name without its ending."""

    subject: str | None
    body: str
    to: str | None
    name: str
    folder: Path

    @property
    def text(self) -> str:
        """Subject line and body as one text."""
        return f"Subject: {self.subject}\n\n{self.body}" if self.subject else self.body


@frozen
class Channel:
    """A way a note leaves. ``carry`` returns what it did, in words, or raises ``ServiceFailed``.

    ``sends`` says whether the words leave this machine; such a channel is used only when asked for.
    """

    name: str
    about: str
    carry: Callable[[Outgoing], str]
    form: Form | None = None
    sends: bool = False


@frozen
class Backend:
    """A service that words notes. ``remote`` says whether the facts leave this machine."""

    name: str
    about: str
    remote: bool = False


@frozen
class Registry:
    """Everything there is to choose from, by name."""

    channels: Mapping[str, Channel]
    backends: Mapping[str, Backend]

    def channel(self, name: str) -> Channel:
        """The channel of that name.

        Raises:
            UsageError: there is none.
        """
        if name not in self.channels:
            raise UsageError(f"There is no channel “{name}”.", hint=f"There is {', '.join(self.channels)}.")
        return self.channels[name]

    def backend(self, name: str) -> Backend:
        """The backend of that name.

        Raises:
            UsageError: there is none.
        """
        if name not in self.backends:
            raise UsageError(f"There is no backend “{name}”.", hint=f"There is {', '.join(self.backends)}.")
        return self.backends[name]
