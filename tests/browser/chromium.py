"""The browser of these tests: where it is found, how it starts, and what went wrong in its pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}


def find_browser() -> str | None:
    """The browser that PLEDGEBOOK_BROWSER names, else the first Chromium or Chrome on the path."""
    for name in (os.environ.get("PLEDGEBOOK_BROWSER"), *NAMES):
        if name and (found := shutil.which(name)):
            return found
    return None


@contextmanager
def started(executable: str) -> Iterator[Browser]:
    """A running browser, ended with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


class Troubles(list[str]):
    """What went wrong in a page: errors and warnings of its console, requests for other than local files.

    A page of the report also opens no dialog of the browser: ``alert`` is what hostile text would call.
    """

    def watch(self, page: Page) -> None:
        """Note from now on what happens in ``page``."""
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.append(f"{page.url}: {error}"))
        page.on("request", self._note_request)
        page.on("dialog", self._note_dialog)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.append(f"{message.location.get('url')}: {message.text}")

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.append(f"asks for {request.url}")

    def _note_dialog(self, dialog: Dialog) -> None:
        self.append(f"opens a dialog: {dialog.message}")
        dialog.dismiss()


def address(report: Path, page: str = "index.html", fragment: str = "") -> str:
    """The address of a page of a report on disk."""
    return f"{(report / page).as_uri()}{'#' if fragment else ''}{fragment}"


def wider_than_window(page: Page) -> bool:
    """Whether a page would have to be moved sideways to be read."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide
