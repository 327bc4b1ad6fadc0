"""A demo that is really served, and a real Chromium before it; without one the journeys are skipped, or must not be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.journeys.served import Served, chromium_arguments, serve_demo
from tests.journeys.visitor import Visitor

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of it needs the browser, and one demo serves all of it."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


def _chromium() -> str:
    """The Chromium to use: `CHROMIUM`, or the one of the machine."""
    found = shutil.which(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    if found is None and os.environ.get("SAMVIRKE_BROWSER") == "required":
        pytest.fail("no Chromium: apt-get install chromium, or say where it is with CHROMIUM=")
    if found is None:
        pytest.skip("there is no Chromium")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    path = _chromium()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=chromium_arguments())
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo, loaded into a home of its own and served by its five processes."""
    with serve_demo(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser, served: Served) -> Iterator[Callable[..., Visitor]]:
    """Somebody before the browser: `visitor("tine", width=390)`. What goes wrong unseen fails the test."""
    came: list[Visitor] = []

    def comes(username: str = "", **given: object) -> Visitor:
        came.append(Visitor(browser, served, **given))  # type: ignore[arg-type]
        if username:
            came[-1].sign_in(username)
        return came[-1]

    yield comes
    for one in came:
        one.leave()
    assert [fault for one in came for fault in one.faults] == []
