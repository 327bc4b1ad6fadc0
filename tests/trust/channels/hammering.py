"""Asks a server for the pages of many sessions at once, breaks off some, and reads every answer for foreign words."""

from __future__ import annotations

import http.client
import random
import re
import socket
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

WORD = re.compile(rb"qanari[0-9a-z]{8}q")
_COOKIE = re.compile(r"samvirke_staff=([^;]*)")
_DISTRICT = "/districts/fjord/"
# Each names whoever is signed in. The address of somebody else's case is no page, and names only the one who asked.
_OWN, _FOREIGN = "own", "foreign"
_OF_A_CASE = (*(f"{_OWN} {rest}" for rest in ("", "access/", "sections/dispensation/", "meeting/")), f"{_FOREIGN} ")
_OTHERS = (
    f"{_DISTRICT}cases/",
    f"{_DISTRICT}cases/emergencies/",
    f"{_DISTRICT}cases/referrals/",
    f"{_DISTRICT}inbox/",
    f"{_DISTRICT}nothing/",
    "/my-sign-in",
)
_PAGES = (*_OF_A_CASE, *_OTHERS, *_OTHERS)
# What takes little to make lets many more be under way in an hour, beside the same share of every page of a case.
_LIGHT = (f"{_DISTRICT}nothing/", f"{_DISTRICT}nothing/", f"{_DISTRICT}inbox/") * 20
# After ten minutes one's own sign-in asks for a fresh proof first, and that page knows nobody by name.
_PROOF = "/sign-in/step/again"
_BROKEN_OFF = 0.03


@dataclass
class Hammering:
    """So many answers from one server to these sessions. What went wrong is told in a few words each."""

    port: int
    sessions: list[dict[str, str]]
    answers: int
    seed: int
    mostly_light: bool = False
    crossed: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, threads: int) -> None:
        """Until all are in, in so many threads of the client."""
        clients = [threading.Thread(target=self._ask, args=(number,)) for number in range(threads)]
        for one in clients:
            one.start()
        for one in clients:
            one.join()

    def _ask(self, number: int) -> None:
        """One keep-alive line, over which different people ask in turn, as over that of a proxy."""
        dice, line = random.Random(self.seed * 1000 + number), self._line()
        while self.seen["answers"] < self.answers:
            session = dice.choice(self.sessions)
            where = self._where(dice, session)
            if dice.random() < _BROKEN_OFF:
                self._break_off(dice, session, where)
                continue
            try:
                line.request("GET", where, headers=_headers(session))
                answer = line.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                line.close()
                line = self._line()
                self._count("cut off")
                time.sleep(0.05)
                continue
            self._judge(session, where, answer, body)
        line.close()

    def _line(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def _where(self, dice: random.Random, session: dict[str, str]) -> str:
        whose, _space, rest = dice.choice(_PAGES + _LIGHT if self.mostly_light else _PAGES).partition(" ")
        match whose:
            case "own":
                return session["case"] + rest
            case "foreign":
                return dice.choice([one for one in self.sessions if one is not session])["case"]
        return whose

    def _break_off(self, dice: random.Random, session: dict[str, str], where: str) -> None:
        """Send a request and leave, at once or within a few milliseconds."""
        told = "".join(f"{name}: {value}\r\n" for name, value in _headers(session).items())
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=dice.choice((0.001, 0.01, 0.03))) as opened:
                opened.sendall(f"GET {where} HTTP/1.1\r\n{told}\r\n".encode())
                opened.recv(dice.choice((1, 500)))
        except OSError:
            pass
        self._count("broken off")

    def _judge(self, session: dict[str, str], where: str, answer: http.client.HTTPResponse, body: bytes) -> None:
        """Every page names its reader, and nobody else; no cookie of another session comes with it."""
        words = {found.decode() for found in WORD.findall(body)}
        cookies = set(_COOKIE.findall(str(answer.headers)))
        wrong = ""
        if words - {session["word"]} or cookies - {session["cookie"]}:
            wrong = f"{where} ({answer.status}) gave {session['word']} {sorted(words | cookies)}"
        elif answer.status < 500 and not words and not (answer.getheader("Location") or "").startswith(_PROOF):
            wrong = f"{where} ({answer.status}) did not name {session['word']}"
        with self._lock:
            self.seen["answers"] += 1
            self.seen[f"{answer.status}"] += 1
            self.seen["named"] += bool(words)
            if wrong:
                self.crossed.append(wrong)

    def _count(self, what: str) -> None:
        with self._lock:
            self.seen[what] += 1


def _headers(session: dict[str, str]) -> dict[str, str]:
    return {"Host": "localhost", "Cookie": f"samvirke_staff={session['cookie']}; samvirke_language=en"}
