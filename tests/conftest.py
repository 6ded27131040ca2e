"""The front door: commands run as a person runs them, on a notebook of their own."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from netprep.cli import run

TODAY = "2026-11-20T09:00"
"""A Friday morning."""


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        document = json.loads(self.stdout)
        assert document["version"] == 1
        return document


class Netprep:
    """Calls netprep; ``home`` is where its notebook is, and ``site`` in it where packages are installed."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(
        self, *arguments: str, code: int | None = 0, stdin: str = "", today: str = TODAY, width: int = 80
    ) -> Result:
        """Run a command and check its exit code; ``code=None`` takes any."""
        result = self._run(arguments, stdin, today, width)
        if code is not None:
            assert result.code == code, f"exit {result.code}\n{result.stdout}\n{result.stderr}"
        assert "Traceback" not in result.stderr
        assert result.code != 70, result.stderr
        return result

    def export(self) -> str:
        return self("export").stdout

    def _run(self, arguments: tuple[str, ...], stdin: str, today: str, width: int) -> Result:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NETPREP_HOME", str(self.home))
            patch.setenv("NETPREP_TODAY", today)
            patch.setenv("COLUMNS", str(width))
            streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
            if (self.home / "site").is_dir():
                patch.syspath_prepend(self.home / "site")
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8")), encoding="utf-8"))
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            code = run(list(arguments))
            out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams)
        return Result(code, out, err)


Made = Callable[[Callable[[Netprep], object]], Netprep]


@pytest.fixture(autouse=True)
def _isolated(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the machine's notebook, editor, colours, language or clock."""
    for name in [name for name in os.environ if name.startswith("NETPREP_") and name != "NETPREP_REQUIRE_SERVERS"]:
        monkeypatch.delenv(name)
    for name in ("VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETPREP_HOME", str(tmp_path_factory.mktemp("stray") / "home"))
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def netprep(tmp_path: Path) -> Netprep:
    return Netprep(tmp_path / "home")


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Netprep], object]], Path]:
    homes: dict[Callable[[Netprep], object], Path] = {}

    def home_of(build: Callable[[Netprep], object]) -> Path:
        if build not in homes:
            homes[build] = tmp_path_factory.mktemp("made") / "home"
            build(Netprep(homes[build]))
        return homes[build]

    return home_of


@pytest.fixture
def made(netprep: Netprep, _made: Callable[..., Path]) -> Made:
    """A notebook as a function makes it: made once, and copied for each test."""

    def copy_of(build: Callable[[Netprep], object]) -> Netprep:
        shutil.copytree(_made(build), netprep.home)
        return netprep

    return copy_of


def make_demo(netprep: Netprep) -> None:
    """The made-up notebook of the demo."""
    from netprep.clock import read_clock
    from netprep.compose.demo import fill
    from netprep.store import open_store

    with open_store(netprep.home, create=True) as store:
        fill(store, read_clock(TODAY))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Make an editor of Python code that gets the file's text as ``text`` and sets it anew, one code a round."""

    def make(*rounds: str) -> Path:
        script, count = tmp_path / "editor.py", tmp_path / "rounds"
        count.write_text("0")
        script.write_text(
            "import sys, pathlib\n"
            f"count = pathlib.Path({str(count)!r})\n"
            "number = int(count.read_text())\n"
            "count.write_text(str(number + 1))\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"rounds = {list(rounds)!r}\n"
            "scope = {'text': text}\n"
            "exec(rounds[min(number, len(rounds) - 1)], scope)\n"
            "path.write_text(scope['text'], encoding='utf-8')\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        return count

    return make
