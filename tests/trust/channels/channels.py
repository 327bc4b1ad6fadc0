"""Every channel through which anything comes out, driven as somebody: what it gave, as bytes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections
from django.test import Client
from django.urls import reverse
from tests.desks.casework.conftest import account_of
from tests.trust.channels.addresses import OF_CASES, OF_THE_DISTRICT, Address
from tests.trust.channels.planting import Planting

from samvirke.desks.casework.queries.work_queue import VIEWS

Given = tuple[str, bytes]
# Tables that hold what is said in cases, and those whose rows may name a person and give a reason: the personal side
# of the trail, which is forgotten. No other table of the program holds a word of a case.
MAY_HOLD = ("casework_", "persons_")
FORGETTABLE = ("audit_side", "identity_")
_QUICK = {name: one for name, one in OF_CASES.items() if name not in ("cases-numbers", "cases-kind", "cases-periods")}
_OF_CASE = [name for name, one in OF_CASES.items() if "case_id" in one.fills]
_OF_OTHERS = {"cases-referral": "referral", "cases-approval": "waiting", "cases-judgement": "broken"}
_HELD_BY = {
    "disclosure_id": ("given", "waiting", "rejected", "recalled", "ended", "sent", "declined"),
    "ask_id": ("ask",),
    "search_id": ("search",),
}
_POSTED = ("cases-number", "cases-preview")
_SECTIONS = ("enquiry", "support", "treatment", "talks", "own_notes")


def browser(planting: Planting, name: str) -> Client:
    """Somebody's, in English; without a name nobody is signed in."""
    client = Client(raise_request_exception=False)
    client.cookies["samvirke_language"] = "en"
    if name:
        client.force_login(account_of(planting.who(name)))
    return client


def pages(planting: Planting, client: Client, everything: bool) -> Iterator[Given]:
    """Every page and every answer to a form that only shows, at every address that any case has given rise to.

    Unless `everything` is asked for, without the pages of other desks and of figures, which take long to draw.
    """
    district = planting.world.district.pk
    for where in _of_district(district, (OF_THE_DISTRICT | OF_CASES) if everything else _QUICK):
        yield _got(client, where)
    for things in planting.cases:
        for where, is_posted in of_case(district, things):
            yield _got(client, where, is_posted)


def _of_district(district: str, table: dict[str, Address]) -> Iterator[str]:
    for name, one in table.items():
        if not one.has_a_thing:
            yield reverse(name, kwargs={"district_id": district, **one.fills})
    queue = reverse("cases", args=[district])
    for view in VIEWS:
        yield f"{queue}?view={view}&kind=trial-psp&page=2"
        yield f"{queue}?view={view}"
    yield f"{queue}?q=Mads&search=Mads&name=Mads"


def of_case(district: str, things: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """The addresses of one case and of everything of it, and whether a form is sent there."""
    case = things["case"].pk
    for name in _OF_CASE:
        for filled in _fillings(name, things):
            kept = {"district_id": district, "case_id": case, **filled}
            yield reverse(name, kwargs=kept), name in _POSTED
    for name, thing in _OF_OTHERS.items():
        if thing in things:
            yield reverse(name, args=[district, things[thing].pk]), False


def _fillings(name: str, things: dict[str, Any]) -> Iterator[dict[str, Any]]:
    parts = [part for part in OF_CASES[name].fills if part != "case_id"]
    match parts:
        case []:
            yield {}
        case ["name"]:
            yield from ({"name": section} for section in _SECTIONS)
        case ["involved_id"]:
            yield from ({"involved_id": things[one].pk} for one in things if one.startswith("involved"))
        case ["search_id", "pair_id"]:
            yield from (
                {"search_id": things["search"].pk, "pair_id": things[one].pk} for one in things if one == "pair"
            )
        case [part]:
            yield from ({part: things[one].pk} for one in _HELD_BY[part] if one in things)


def _got(client: Client, where: str, is_posted: bool = False) -> Given:
    answer = client.post(where, {"fields": "enquiry.reason", "receivers": "x"}) if is_posted else client.get(where)
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    cookies = answer.cookies.output()
    return f"{where} ({answer.status_code})", f"{head}\n{cookies}\n".encode() + _whole(answer)


def _whole(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def tables(alias: str, without: tuple[str, ...] = ()) -> Iterator[Given]:
    """Every row of every table of a database as the program reads it, except of the tables that may hold it."""
    connection = connections[alias]
    for table in connection.introspection.table_names():
        if table.startswith(without or "\0"):
            continue
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            yield f"table {table}", repr(cursor.fetchall()).encode()


def files(folder: Path, kind: str) -> Iterator[Given]:
    """Every file below a folder."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield f"{kind} {file.name}", file.read_bytes()


@contextmanager
def logged(lines: list[bytes]) -> Iterator[None]:
    """Everything that any logger says meanwhile, in full; the questions to the database are no log of the program."""

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.name.startswith("django.db.backends"):
                lines.append(logging.Formatter().format(record).encode())

    keeper, root = Keeper(), logging.getLogger()
    before, quiet = root.level, logging.getLogger("django.request")
    root.addHandler(keeper)
    quiet.addHandler(keeper)
    root.setLevel(logging.DEBUG)
    propagates, quiet.propagate = quiet.propagate, False
    try:
        yield
    finally:
        root.removeHandler(keeper)
        quiet.removeHandler(keeper)
        root.setLevel(before)
        quiet.propagate = propagates
