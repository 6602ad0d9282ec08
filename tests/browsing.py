"""The system's own headless Chromium; none is ever downloaded."""

import ctypes
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import pytest
from playwright.async_api import Browser, async_playwright

# What keeps Chromium from asking anybody for anything.
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run Chromium; without it, or what drives it, the test is skipped; in CI it fails."""
    path = shutil.which("chromium")
    if path is None or not _drivable():
        missing = "No browser to drive (apt-get install chromium libatomic1)."
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()


def _drivable() -> bool:
    """Say whether the library is there that Playwright's own driver needs and does not bring."""
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True
