"""Calling code that is not ours: it may raise, print, leave or never come back.

A call runs in a thread of its own, so that it can be waited for and left. What cannot be held off
from inside one process is a plugin that means harm, or that keeps the interpreter to itself.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, NoReturn, TypeVar

from netprep.model.text import one_line

T = TypeVar("T")
_LONGEST = 300
_SHORTEST_WAIT = 0.05


class PluginFault(Exception):
    """What a plugin did wrong, in words; ``do`` is what can be done about it, ``where`` the line of its code."""

    def __init__(self, what: str, *, do: str = "", where: str = "") -> None:
        super().__init__(what)
        self.do = do
        self.where = where

    @property
    def sentence(self) -> str:
        """What it did, with its full stop."""
        what = str(self)
        return what if what.endswith((".", "?", "!")) else f"{what}."


class _Run:
    """What has to be thought of at the end of this run."""

    left_behind: bool = False
    """Whether a call was left that had not come back."""
    seconds: float | None = None
    """How long the end of the program may take, once a hook was called."""
    aside: tuple[Any, Any] = (None, None)
    """stderr, and the stream of its own that plugins print to instead of stdout."""


def isolated(work: Callable[[], T], seconds: float, *, is_hook: bool = True) -> T:
    """What ``work`` returns, if it returns in time.

    What it prints goes to stderr, since stdout is for results. A call that does not come back is
    left behind in its thread and ends with the process.

    Args:
        work: a call into a plugin.
        seconds: how long to wait for it.
        is_hook: whether what it leaves running is to print no results, and to hold up the end of the
            program no longer than that. A command of a plugin may do both, as any program may.

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
    if is_hook:
        _keep_stdout_for_this_thread()
        _Run.seconds = seconds
    try:
        with stdout_kept():
            thread.start()
            thread.join(max(seconds, _SHORTEST_WAIT))
    finally:  # also where the user has waited long enough
        _Run.left_behind |= thread.is_alive()
    if trouble:
        raise _as_fault(trouble[0]) from trouble[0]
    if not outcome:
        raise PluginFault(
            f"it did not answer within {seconds:g} s",
            do=f"If it is only slow, give it longer: netprep config set plugin_seconds {max(10, round(seconds * 4))}",
        )
    return outcome[0]


@contextlib.contextmanager
def stdout_kept() -> Iterator[None]:
    """Whatever is printed to stdout meanwhile, by Python or by a program it starts, goes to stderr."""
    descriptor = _descriptor_of(sys.stdout)
    error = _descriptor_of(sys.stderr)
    kept = None
    if descriptor == 1 and error is not None:
        sys.stdout.flush()
        kept = os.dup(1)
        os.dup2(error, 1)
    try:
        with contextlib.redirect_stdout(_aside()):
            yield
    finally:
        if kept is not None:
            os.dup2(kept, 1)
            os.close(kept)


def end(code: int) -> NoReturn:
    """End the program with an exit code, whatever plugins left running.

    A call that never came back may hold a lock that Python waits for, and a thread or an exit handler
    of a plugin may not end: neither keeps the user waiting longer than a plugin may take.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    if _Run.left_behind:
        os._exit(code)
    if _Run.seconds is not None:
        sys.stdout = sys.stderr  # what exit handlers print is no result
        watch = threading.Timer(max(1.0, _Run.seconds), os._exit, (code,))
        watch.daemon = True
        watch.start()
    sys.exit(code)


def in_words(error: BaseException) -> str:
    """An exception in one line: what sort, and what it says."""
    if isinstance(error, SystemExit):
        return "it tried to end the program"
    try:
        said = one_line(str(error))[:_LONGEST]
    except Exception:  # it cannot even say what is wrong
        said = ""
    if isinstance(error, PluginFault):
        return said
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _as_fault(error: BaseException) -> PluginFault:
    return error if isinstance(error, PluginFault) else PluginFault(in_words(error), where=_line_of(error))


def _line_of(error: BaseException) -> str:
    """The file and line of the plugin's code where an exception came from."""
    import traceback

    folder = os.path.dirname  # paths as frames spell them
    not_theirs = (folder(folder(__file__)), f"{folder(threading.__file__)}{os.sep}", "<frozen")
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        is_installed = (
            f"{os.sep}site-packages{os.sep}" in frame.filename
        )  # inside the library's folder, but no part of it
        if f"{os.sep}pluggy{os.sep}" in frame.filename:
            continue
        if is_installed or not frame.filename.startswith(not_theirs):
            return f"{frame.filename}, line {frame.lineno}"
    return ""


class _OneThreadsStdout:
    """stdout for the thread that carries out the command; what any other thread prints goes to stderr."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._thread = threading.get_ident()

    def write(self, text: str) -> int:
        written: int = (self._stream if threading.get_ident() == self._thread else sys.stderr).write(text)
        return written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _aside() -> Any:
    """What plugins have for stdout: another way to stderr, so that one that closes it closes nothing of ours."""
    error, stream = _Run.aside
    if error is not sys.stderr or stream.closed:
        descriptor = _descriptor_of(sys.stderr)
        if descriptor is None:
            return sys.stderr
        if stream is not None:
            stream.close()
        stream = os.fdopen(os.dup(descriptor), "w", buffering=1, encoding=sys.stderr.encoding, errors="replace")
        _Run.aside = sys.stderr, stream
    return stream


def _keep_stdout_for_this_thread() -> None:
    if not isinstance(sys.stdout, _OneThreadsStdout):
        sys.stdout = _OneThreadsStdout(sys.stdout)


def _descriptor_of(stream: Any) -> int | None:
    try:
        descriptor: int = stream.fileno()
    except (OSError, ValueError, AttributeError):  # a test's or an embedder's stream is no file
        return None
    return descriptor
