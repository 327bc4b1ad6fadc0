"""Serves the demo from a home of its own on free ports, as `samvirke serve` does, and ends it again."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.config.installation import Installation, empty_installation

_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """Where the staff's pages and the public site answer."""

    installation: Installation
    port: int

    @property
    def staff(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def public(self) -> str:
        return f"http://127.0.0.1:{self.port + 1}"


def chromium_arguments() -> list[str]:
    """A browser that asks nobody for anything by itself."""
    return [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ]  # fmt: skip


@contextmanager
def serve_demo(folder: Path) -> Iterator[Served]:
    """Load the demo into the folder and serve it until the end of the block."""
    installation = empty_installation(folder)
    loaded = installation.samvirke("demo")
    assert loaded.returncode == 0, loaded.stderr
    found = Served(installation, _free_pair())
    with (folder / "served.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "samvirke", "serve", "--port", str(found.port)],
            env=installation.environment(), stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait_until_up(found, folder / "served.log")
            yield found
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)


def _free_pair() -> int:
    """A free port whose next one is free too: the public site takes it."""
    for _try in range(50):
        with closing(socket.socket()) as one, closing(socket.socket()) as two:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
            try:
                two.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port
    raise AssertionError("no two free ports side by side")


def _wait_until_up(served: Served, log: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    for address in (served.staff, served.public):
        while not _answers(f"{address}/healthy"):
            assert time.monotonic() < until, log.read_text(encoding="utf-8")
            time.sleep(0.2)


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
