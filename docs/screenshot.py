"""Take the picture of a brief that the docs show: ``make screenshot`` (needs Chromium)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
NOTEBOOK = FOLDER.parent / "netprep" / "compose" / "demo_notebook.yaml"
EVENT = "boat-shed-breakfast"


def main() -> int:
    """Write ``docs/brief.png``; 1 where there is no browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("There is no Chromium: apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder) / "brief.html"
        _netprep(folder, "import", str(NOTEBOOK))
        _netprep(folder, "brief", EVENT, "--format", "html", "-o", str(page_file))
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=2)
            page.goto(page_file.as_uri())
            page.screenshot(path=FOLDER / "brief.png")
            browser.close()
    return 0


def _netprep(home: str, *arguments: str) -> None:
    environment = {**os.environ, "NETPREP_HOME": f"{home}/notebook", "NETPREP_TODAY": "2026-11-20T09:00"}
    command = [sys.executable, "-m", "netprep", *arguments]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
