"""Pages while fifty of the heaviest studies are asked for at once: how long others wait, and what becomes of the fifty.

How to read it: the demo is served as `samvirke serve` serves it. First pages are asked for with nothing else going on,
then while an analyst's fifty requests come in at once and what was taken on is worked out. Asked for: 95 of 100 pages
within a second, no request lost: each is taken into the queue or refused in words (422 with three open already), and
every process still runs afterwards.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import requests
from _side_by_side import heading

_DISTRICT = "/districts/oestjylland/"
_PAGES = ("", "meetings/", "commitments/", "bodies/", "inbox/", "municipalities/730/")
_TURNS, _REQUESTS, _LIMIT = 60, 50, 1.0
_ASKED = {
    "categories": ["burglary-home", "theft-other", "violence-against-person", "damage"],
    "first": "2016-01-01",
    "after": "2024-07-01",
    "parameter-metres": "0,100,200,400,800,1600",
    "parameter-days": "0,7,14,28,60,120",
    "parameter-shuffles": "9999",
}
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def signed_in(base: str, who: str) -> requests.Session:
    """A browser of somebody of the demo cast."""
    session = requests.Session()
    session.trust_env = False
    token = _token(session.get(f"{base}/sign-in").text)
    answer = session.post(
        f"{base}/sign-in/{who}", {"csrfmiddlewaretoken": token}, headers={"Referer": f"{base}/sign-in"}
    )
    assert answer.status_code == 200, answer.status_code
    return session


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    assert found, "no form on the page"
    return found[1]


def waits(session: requests.Session, base: str, turns: int) -> list[float]:
    """Seconds of each page in turn."""
    took = []
    for turn in range(turns):
        began = time.perf_counter()
        answer = session.get(f"{base}{_DISTRICT}{_PAGES[turn % len(_PAGES)]}")
        took.append(time.perf_counter() - began)
        assert answer.status_code == 200, answer.status_code
    return took


def row(what: str, took: list[float]) -> str:
    """Median and 95th of 100."""
    ordered = sorted(took)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"| {what} | {len(took)} | {middle * 1000:.0f} | {late * 1000:.0f} | {late / _LIMIT:.2f} |"


def main() -> None:
    """Both tables."""
    print(heading("Pages beside heavy studies", "django", "granian"))
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        home = {"SAMVIRKE_HOME": f"{folder}/home", "SAMVIRKE_KEYS": f"{folder}/keys", "SAMVIRKE_DEMO": "on"}
        environment = {**os.environ, **home}
        own = [sys.executable, "-m", "samvirke"]
        subprocess.run([*own, "demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
        with (Path(folder) / "log").open("w") as log:
            serving = subprocess.Popen([*own, "serve", "--port", str(port)], env=environment, stdout=log, stderr=log)
            try:
                _measure(f"http://127.0.0.1:{port}")
                print(f"\nThe five processes {'still run' if serving.poll() is None else 'HAVE ENDED'}.")
            finally:
                serving.terminate()
                serving.wait()


def _measure(base: str) -> None:
    for _try in range(300):
        try:
            urlopen(f"{base}/healthy", timeout=2).read()
            break
        except OSError:
            time.sleep(0.2)
    analyst, reader = signed_in(base, "tine"), signed_in(base, "anne")
    address = f"{base}{_DISTRICT}studies/new/near-repeat/"
    token = _token(analyst.get(address).text)
    waits(reader, base, len(_PAGES))
    alone = waits(reader, base, _TURNS)

    def ask(_number: int) -> int:
        given = {**_ASKED, "csrfmiddlewaretoken": token}
        return analyst.post(address, given, headers={"Referer": address}, allow_redirects=False).status_code

    with ThreadPoolExecutor(_REQUESTS) as pool:
        asked = pool.map(ask, range(_REQUESTS))
        beside = waits(reader, base, _TURNS)
        answers = Counter(asked)
    beside += waits(reader, base, _TURNS)
    print("| when | pages | median, ms | 95th of 100, ms | share of the limit of 1 s |\n|---|---:|---:|---:|---:|")
    print(row("nothing else going on", alone))
    print(row("fifty studies asked for at once, three of them worked out", beside))
    said = {302: "taken into the queue", 422: "refused in words"}
    print("\n| what became of them | requests |\n|---|---:|")
    for code, count in sorted(answers.items()):
        print(f"| {said.get(code, f'status {code}')} | {count} |")


if __name__ == "__main__":
    main()
