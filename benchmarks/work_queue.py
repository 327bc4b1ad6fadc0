"""One page of the work queue over ten thousand cases, and what writing a line in the trail adds to a reading.

How to read it: the first table is the time of one request as a browser makes it (middleware, rules, counts of every
tab and kind, fifty rows, template), asked in the same process, for somebody who works on every case and for somebody
who leads casework and works on sixty. The number of questions to the database has to be the same as with a tenth of
the cases. The second table reads one case in turn with and without its line in the trail, which is a commit of its
own: shipped settings, a real file.
"""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from _incident_file import empty_home, measured, where_and_with

_PAGE_AT_MOST, _TRAIL_AT_MOST = 150, 5
_TURNS = 15
_DISTRICT, _POLICE, _TOWN = "oestjylland", "oestjyllands-politi", "randers-kommune"
_VIEWS = ("mine", "late", "soon", "changed", "agency", "closed")
_PEOPLE = {"everything": "caseworker", "leader": "case-leader"}
_WORKS_ON = 60


def account(name: str, role: str) -> Any:
    """Somebody of the police of the district."""
    from samvirke.trust.access.actor import system
    from samvirke.trust.access.commands.put_account import put_account

    return put_account(system("operator"), username=name, name=name, agency=_POLICE, role=role, since=date(2024, 1, 1))


def invent(first: int, last: int) -> None:
    """Cases of every kind and in every state; written as rows, because ten thousand deeds would take minutes."""
    from samvirke.desks.casework.models import Case, Contribution, DeclaredType, Member, Participant
    from samvirke.foundation.clock import now
    from samvirke.registers.places.models import Municipality

    kinds, moment = list(DeclaredType.objects.order_by("name")), now()
    places, day = list(Municipality.objects.filter(district_id=_DISTRICT)), date(2024, 8, 20)
    cases = []
    for number in range(first, last):
        kind = kinds[number % len(kinds)]
        stages = [one["name"] for one in kind.content["stages"] if "outcomes" not in one]
        ending = next(one for one in kind.content["stages"] if "outcomes" in one)
        closed = number % 4 == 0
        cases.append(
            Case(
                district_id=_DISTRICT,
                municipality=places[number % len(places)],
                owner_id=_POLICE,
                type=kind.name,
                declared=kind,
                year=2024,
                number=number + 1,
                stage=ending["name"] if closed else stages[number % len(stages)],
                outcome=ending["outcomes"][0]["name"] if closed else "",
                stage_since=day,
                due_on=None if closed or number % 5 == 0 else day + timedelta(days=number % 120 - 30),
                opened_on=day,
                closed_on=day if closed else None,
                changed_at=moment,
                invented=True,
            )
        )
    Case.objects.bulk_create(cases)
    Participant.objects.bulk_create(Participant(case=case, agency_id=_POLICE, since=moment) for case in cases)
    told = {"agency_id": _POLICE, "of_owner": True, "reason": "a benchmark", "since": moment}
    until, people = moment + timedelta(days=90), {name: account(name, role) for name, role in _PEOPLE.items()}
    works = [("everything", case) for case in cases] + [("leader", case) for case in cases if case.number <= _WORKS_ON]
    Member.objects.bulk_create(
        Member(case=case, account=people[name], seen_at=moment - timedelta(days=case.number % 2), until=until, **told)
        for name, case in works
    )
    Contribution.objects.bulk_create(
        Contribution(case=case, agency_id=_POLICE, section="a", answers={"a": "x" * 200}, changed_at=moment)
        for case in cases
    )


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def pages(turns: int) -> dict[str, list[float]]:
    """Every view for both people; the number of questions to the database is the last figure of each."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from samvirke.trust.identity.models import Account

    found: dict[str, list[float]] = {}
    for name in _PEOPLE:
        client = Client(HTTP_HOST="localhost")
        client.force_login(Account.objects.get(username=name))
        for view in _VIEWS:
            address = f"/districts/{_DISTRICT}/cases/?view={view}"
            answer = client.get(address)
            assert answer.status_code == 200, (answer.status_code, address)
            if name == "everything" and view == "mine":
                assert answer.content.count(b'<th scope="row">') >= 50, "the page is not full"
            took = [milliseconds(lambda client=client, address=address: client.get(address)) for _turn in range(turns)]
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            found[f"{name}/{view}"] = [*took, len(asked)]
    return found


def readings(turns: int) -> dict[str, list[float]]:
    """One case read with and without its line in the trail, in turn."""
    from samvirke.desks.casework.models import Case, Contribution, Member
    from samvirke.trust.access.actor import actor_of
    from samvirke.trust.access.guard import note, reading
    from samvirke.trust.identity.models import Account

    actor = actor_of(Account.objects.get(username="everything"))
    keys = list(Case.objects.values_list("pk", flat=True)[: turns * 2])

    def read(key: Any) -> Case:
        case = Case.objects.select_related("owner", "municipality").get(pk=key)
        list(Contribution.objects.filter(case=case)), list(Member.objects.filter(case=case))
        return case

    def audited(key: Any) -> None:
        case = Case.objects.get(pk=key)
        with reading(actor, "casework.open", case):
            note(read(key), subjects=[], purpose="psp")

    def unaudited(key: Any) -> None:
        from samvirke.trust.access.rules import may

        assert may(actor, "casework.open", Case.objects.get(pk=key))
        read(key)

    took: dict[str, list[float]] = {"audited": [], "unaudited": []}
    for key in keys:
        took["unaudited"].append(milliseconds(lambda key=key: unaudited(key)))
        took["audited"].append(milliseconds(lambda key=key: audited(key)))
    return took


def measure(count: int) -> dict[str, dict[str, list[float]]]:
    """In a process that has the databases: few cases, then all of them."""
    from samvirke.config import setup

    setup.set_up()
    setup.ready()
    few = count // 10
    invent(0, few)
    before = {name: took[-1] for name, took in pages(1).items()}
    invent(few, count)
    found = pages(_TURNS)
    for name, took in found.items():
        assert took[-1] == before[name], f"{name}: {before[name]} questions with {few} cases, {took[-1]} with {count}"
    return {"pages": found, "readings": readings(100)}


def show(found: dict[str, dict[str, list[float]]], count: int) -> None:
    """Both tables."""
    print(f"## One page of a work queue over {count:,} cases\n\n{where_and_with()}")
    print("| who | view | ms (median) | slowest | questions | against the limit |\n|---|---|---:|---:|---:|---:|")
    for name, (*took, asked) in found["pages"].items():
        who, view = name.split("/")
        limit = f"{median(took) / _PAGE_AT_MOST:.2f}"
        print(f"| {who} | {view} | {median(took):.0f} | {max(took):.0f} | {asked:.0f} | {limit} |")
    print(f"\nMedians of {_TURNS} requests, and as many questions as with a tenth of the cases.")
    print(f"Asked for: at most {_PAGE_AT_MOST} ms.\n")
    took = {name: median(times) for name, times in found["readings"].items()}
    more = took["audited"] - took["unaudited"]
    print("## A reading with and without its line in the trail\n\n| reading | ms (median) |\n|---|---:|")
    print("".join(f"| {name} | {each:.2f} |\n" for name, each in took.items()))
    print(f"The line costs {more:.2f} ms. Asked for: at most {_TRAIL_AT_MOST} ms.\n")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/samvirke-benchmark-cases"))
    parser.add_argument("--measure", action="store_true")
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.cases)))
        sys.exit()
    os.environ |= {"SAMVIRKE_CASEWORK": "on", "SAMVIRKE_SECOND_FACTOR": "off", "SAMVIRKE_LANGUAGE": "da"}
    home = empty_home(asked.folder)
    run = measured([__file__, "--measure", "--cases", str(asked.cases)], home)
    show(json.loads(run.said), asked.cases)
