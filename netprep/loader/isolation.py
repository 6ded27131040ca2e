"""Calling code that is not ours: it may raise, print, leave or never come back."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class PluginFault(Exception):
    """What a plugin did wrong, in words."""


def isolated(work: Callable[[], T], seconds: float) -> T:
    """What ``work`` returns, if it returns in time.

    What it prints goes to stderr, since stdout is for results. A call that does not come back is
    left behind in its thread and ends with the process.

    Args:
        work: a call into a plugin.
        seconds: how long to wait for it.

    Raises:
        PluginFault: it raised, tried to end the program, or did not come back.
    """
    outcome: list[T] = []
    trouble: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # SystemExit and the like are a plugin's fault as any other
            trouble.append(error)

    thread = threading.Thread(target=run, name="netprep-plugin", daemon=True)
    with contextlib.redirect_stdout(sys.stderr):
        thread.start()
        thread.join(seconds)
    if trouble:
        raise PluginFault(in_words(trouble[0])) from trouble[0]
    if not outcome:
        raise PluginFault(f"it did not answer within {seconds:g} s")
    return outcome[0]


def in_words(error: BaseException) -> str:
    """An exception in one line: what sort, and what it says."""
    if isinstance(error, PluginFault):
        return str(error)
    if isinstance(error, SystemExit):
        return "it tried to end the program"
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def listed(given: Any, kind: type[Any], hook: str) -> tuple[Any, ...]:
    """What a hook gave, as a tuple of the type it has to give.

    Raises:
        PluginFault: it gave something else.
    """
    if given is None:
        return ()
    if isinstance(given, str | bytes | kind):
        raise PluginFault(f"{hook} gave {_a(given)}, not a list of {kind.__name__}")
    try:
        values = tuple(given)
    except TypeError:
        raise PluginFault(f"{hook} gave {_a(given)}, not a list of {kind.__name__}") from None
    for value in values:
        if not isinstance(value, kind):
            raise PluginFault(f"{hook} gave {_a(value)} among its {kind.__name__} objects")
    return values


def _a(value: Any) -> str:
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
