"""Takes the pictures that the documents show: `python -m tests.journeys.pictures` writes docs/pictures/*.png."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from tests.journeys.served import Served, chromium_arguments, serve_demo
from tests.journeys.visitor import Visitor
from tests.journeys.walks import HOME

_FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
_COLOURS = 256
_HEIGHT = {"overview-1280": 1560, "municipality-390": 1700}
_PAGES = {"overview-1280": (HOME, 1280), "municipality-390": (f"{HOME}municipalities/730/", 390)}


def main() -> None:
    """Serve the demo, look at it as the secretary does, and keep what the README shows."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=chromium_arguments()
        )
        with serve_demo(Path(folder)) as served:
            for name, (path, width) in _PAGES.items():
                _keep(name, _screen(browser, served, path, width, _HEIGHT[name]))
            for number, name in enumerate(("pack-p1", "pack-p2")):
                _keep(name, _paper(served, number))
        browser.close()


def _screen(browser: Browser, served: Served, path: str, width: int, height: int) -> Image.Image:
    one = Visitor(browser, served, width=width)
    one.sign_in("tine")
    one.go(path)
    taken = one.page.screenshot(full_page=True)
    one.leave()
    image = Image.open(io.BytesIO(taken))
    return image.crop((0, 0, width, min(height, image.height)))


def _paper(served: Served, page: int) -> Image.Image:
    [file] = (served.installation.home / "packs").glob("*.pdf")
    return pypdfium2.PdfDocument(file)[page].render(scale=1.5).to_pil()


def _keep(name: str, image: Image.Image) -> None:
    """A picture of few colours: drawings and text need no more, and a repository is kept small."""
    path = _FOLDER / f"{name}.png"
    image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path} ({path.stat().st_size // 1000} kB)\n")


if __name__ == "__main__":
    main()
