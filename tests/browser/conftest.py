"""A real browser: Debian's Chromium, with no way out of this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Skipped where there is no Chromium; under NETPREP_REQUIRE_SERVERS that is a failure."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        reason = "needs a browser: apt-get install chromium"
        if os.environ.get("NETPREP_REQUIRE_SERVERS"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Seen:
    """A page as a browser shows it, with every address it asked for."""

    def __init__(self, page: object, asked: list[str]) -> None:
        self.page = page
        self.asked = asked


@pytest.fixture
def look(browser, tmp_path):
    """Open HTML in the browser: ``look(html, dark=True, width=360)``."""
    contexts = []

    def open_page(html: str, *, dark: bool = False, width: int = 360, height: int = 740) -> Seen:
        file = Path(tmp_path) / "brief.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", offline=True
        )
        contexts.append(context)
        asked: list[str] = []
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return Seen(page, [url for url in asked if url != file.as_uri()])

    yield open_page
    for context in contexts:
        context.close()
