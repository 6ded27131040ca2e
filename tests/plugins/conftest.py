"""Plugins as they come: packages that pip installed, each into a folder that one netprep sees and no other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import netprep as netprep_package
from tests.conftest import TODAY, Made, Result, make_demo
from tests.plugins.packages import ALL

ROOT = Path(netprep_package.__file__).parents[1]
EXAMPLE = ROOT / "plugins" / "netprep-example"
LONGEST = 60


class Installed:
    """Calls ``python -m netprep`` beside some packages; ``home`` is where its notebook is."""

    def __init__(self, home: Path, folders: tuple[Path, ...]) -> None:
        self.home = home
        self.path = os.pathsep.join(map(str, (ROOT, *folders)))

    @property
    def environment(self) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith("NETPREP_") and name != "COLUMNS"
        }
        return kept | {
            "PYTHONPATH": self.path,
            "NETPREP_HOME": str(self.home),
            "NETPREP_TODAY": TODAY,
            "NO_COLOR": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def __call__(self, *arguments: str, code: int | None = 0, stdin: str = "") -> Result:
        """Run a command and check its exit code; ``code=None`` takes any."""
        done = subprocess.run(
            [sys.executable, "-m", "netprep", *arguments],
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            cwd=self.home.parent,
        )
        result = Result(done.returncode, done.stdout, done.stderr)
        if code is not None:
            assert result.code == code, f"exit {result.code}\n{result.stdout}\n{result.stderr}"
        assert "Traceback" not in result.stderr
        assert result.code != 70, result.stderr
        return result

    def rows(self) -> dict[str, dict[str, object]]:
        """``netprep plugins`` by name."""
        return {row["name"]: row for row in self("plugins", "--format", "json").json["plugins"]}

    def set(self, **settings: object) -> None:
        """Write settings as the user would have set them."""
        self.home.mkdir(exist_ok=True)
        lines = (f"{name}: {json.dumps(str(value))}\n" for name, value in settings.items())
        (self.home / "config.yaml").write_text("".join(lines), encoding="utf-8")


Installer = Callable[..., Installed]


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every package installed by pip, each in a folder of its own; made once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "plugins"
    try:
        shared.mkdir()
    except FileExistsError:
        _wait_for(shared / "done")
    else:
        _install_all(shared)
        (shared / "done").touch()
    return {folder.name: folder for folder in (shared / "each").iterdir()}


def _wait_for(path: Path) -> None:
    for _ in range(1200):
        if path.exists():
            return
        time.sleep(0.1)
    pytest.fail("the packages were not installed")


def _install_all(shared: Path) -> None:
    sources = [package.write(shared / "source") for package in ALL]
    example = shared / "source" / "example"
    shutil.copytree(EXAMPLE, example, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    together = shared / "together"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"),
            *("--no-build-isolation", "--no-index", "--no-compile", "--target", str(together)),
            *map(str, (*sources, example, _of_the_docs(shared / "source"))),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    for metadata in together.glob("*.dist-info"):
        name = metadata.name.partition("-")[0].removeprefix("netprep_")
        for path in _files_of(metadata):
            target = shared / "each" / name / path.relative_to(together)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)


def _of_the_docs(folder: Path) -> Path:
    """The plugin that the docs write from nothing."""
    page = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8").split("## One from nothing")[1]
    blocks = re.findall(r"```(?:toml|python)\n(.*?)```", page, re.DOTALL)
    (folder / "loud").mkdir()
    for name, text in zip(("pyproject.toml", "netprep_loud.py"), blocks, strict=False):
        (folder / "loud" / name).write_text(text, encoding="utf-8")
    return folder / "loud"


def _files_of(metadata: Path) -> Iterator[Path]:
    for line in (metadata / "RECORD").read_text(encoding="utf-8").splitlines():
        yield metadata.parent / line.split(",")[0]


@pytest.fixture
def beside(wheelhouse: dict[str, Path], made: Made) -> Installer:
    """netprep on the demo's notebook, beside the packages named."""

    def beside(*names: str) -> Installed:
        return Installed(made(make_demo).home, tuple(wheelhouse[name] for name in names))

    return beside
