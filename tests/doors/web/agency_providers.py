"""Starts stub providers for two agencies, and walks through their sign-in as a browser would."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests
from django.test import Client
from tests.doors.web.stub_provider import CLIENT, PASSWORD, SECRET, STRONG

_ROOT = Path(__file__).resolve().parents[3]
_PATIENCE_SECONDS = 60


@contextmanager
def provider(folder: Path, agency: str, host: str = "testserver") -> Iterator[str]:
    """Serve one agency's sign-in until the end of the block; its issuer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder.mkdir()
    back = f"http://{host}/sign-in/agency/{agency}/back"
    command = [sys.executable, "-m", "tests.doors.web.stub_provider", str(port), str(folder), back]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=_ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_until_up(f"http://127.0.0.1:{port}/.well-known/openid-configuration", folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _wait_until_up(address: str, log: Path) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            requests.get(address, timeout=5).raise_for_status()
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text(encoding="utf-8"))


def declare(home: Path, keys: Path, issuers: dict[str, str]) -> None:
    """Write `oidc.toml` and the client's secret, as the operator does."""
    keys.mkdir(parents=True, exist_ok=True)
    (keys / "oidc-secret").write_text(SECRET + "\n", encoding="utf-8")
    tables = [
        f'[[agency]]\nid = "{agency}"\nissuer = "{issuer}"\nclient_id = "{CLIENT}"\n'
        f'secret_file = "oidc-secret"\nacr_values = ["{STRONG}"]\n'
        for agency, issuer in issuers.items()
    ]
    (home / "oidc.toml").write_text("\n".join(tables), encoding="utf-8")


def led_to(client: Client, agency: str, **query: str) -> str:
    """Where our page leads the browser."""
    answer = client.get(f"/sign-in/agency/{agency}", query)
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def back_from(address: str, person: str) -> str:
    """Sign in as a person at the provider; the path and query that it sends the browser back to us with."""
    browser = requests.Session()
    page = browser.get(address, timeout=10)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert token, page.text
    form = {"login": person, "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
    answer = browser.post(page.url, data=form, headers={"Referer": page.url}, allow_redirects=False, timeout=10)
    while answer.is_redirect and "/back?" not in answer.headers["Location"]:
        next_one = requests.compat.urljoin(answer.url, answer.headers["Location"])
        answer = browser.get(next_one, allow_redirects=False, timeout=10)
    assert answer.is_redirect, answer.text
    parts = urlsplit(answer.headers["Location"])
    return f"{parts.path}?{parts.query}"
