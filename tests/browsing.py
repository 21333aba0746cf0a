"""A real Chromium that reads the built site from a local server, and notes whatever it should not do."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route, sync_playwright

from make_pdf import find_browser

FOLDERS = pytest.mark.parametrize("folder", ["", "en/"], ids=["th", "en"])
"""For tests of one page in both languages."""

FULL = "Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError') }"
"""A script after which the browser keeps nothing."""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@dataclass(kw_only=True)
class Reader:
    """Opens pages of the site as one reader sees them, and remembers requests to elsewhere and console errors."""

    browser: Browser
    address: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str, *, width: int = 1280, scheme: str = "light", script: str = "") -> Page:
        """A page of the site, loaded, in its own window; `script` runs before those of the page."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        context.route(re.compile(f"^(?!{re.escape(self.address)})"), self._refuse)
        context.add_init_script(script)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.faults.append(f"{path}: {error}"))
        page.goto(self.address + path)
        return page

    def _refuse(self, route: Route) -> None:
        self.faults.append(f"request to {route.request.url}")
        route.abort()

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file: while it is open this process has children and threads."""
    executable = find_browser()
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        except Error as error:
            reason = f"no Chromium: install chromium or set CHROMIUM to its path ({error.message.splitlines()[0]})"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        yield chromium
        chromium.close()


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a local server of a folder, while the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as at:
        yield at


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader; the test fails when any page asks another site for something or reports an error."""
    reader = Reader(browser=browser, address=address)
    yield reader
    for context in browser.contexts:
        context.close()
    assert reader.faults == [], reader.faults
