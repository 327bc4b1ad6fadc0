"""One year of the calendar of a whole nation: 12 districts, 98 local councils, ten years of meetings stored.

How to read it: `page` is one request for a district's meeting year as a browser makes it (middleware, rules, calendar
with proposals, template), for a district with many councils and for one with few. `nation` is the same calendar of all
districts in one question, without a page: every council's meetings of the year, what is owed, and the days proposed for
what is missing. The number of questions to the database has to be the same with one year stored, and on both pages.
Districts, councils and meetings are invented; their numbers are the nation's.
"""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from _incident_file import empty_home, measured, where_and_with

_AT_MOST = 200
_TURNS = 15
_YEAR = 2024
# Local councils by district; together the 98 municipalities of the country.
_COUNCILS = (11, 11, 11, 10, 10, 9, 9, 8, 7, 6, 5, 1)
_MEETINGS, _ITEMS = 4, 7
_LOCAL = ["local-council-meetings", "action-plan-in-force", "ssp-discussed", "psp-discussed"]
_DISTRICT = ["district-council-meetings", "youth-crime-discussed"]


def invent_bodies() -> None:
    """Each district with its police, its council and its local councils, written as rows."""
    from samvirke.registers.partners.models import Body, BodyMunicipality
    from samvirke.registers.places.models import District, Municipality
    from samvirke.trust.access.actor import system
    from samvirke.trust.access.commands.put_account import put_account
    from samvirke.trust.identity.models import Agency, AgencyDistrict

    facts = {"country": "XX", "crs": "EPSG:25832", "time_zone": "Europe/Copenhagen", "invented": True}
    code = 5000
    for number, councils in enumerate(_COUNCILS, start=1):
        name = f"kreds-{number}"
        district = District.objects.create(
            id=name, name={"da": f"Kreds {number}"}, police_id=f"{name}-politi", loaded_at=datetime.now(UTC), **facts
        )
        agency = Agency.objects.create(id=f"{name}-politi", name={"da": f"Politiet {number}"}, kind="police")
        AgencyDistrict.objects.create(agency=agency, district_id=name)
        council = Body.objects.create(
            id=f"kredsraad-{number}", district=district, kind="district-council", name={"da": "Kredsrådet"}, task={},
            duties=_DISTRICT,
        )  # fmt: skip
        for _each in range(councils):
            code += 1
            place = Municipality.objects.create(code=code, name=f"Kommune {code}", district=district)
            body = Body.objects.create(
                id=f"lokalraad-{code}", district=district, kind="local-council", name={"da": f"Lokalråd {code}"},
                task={}, duties=_LOCAL, located_in=place, parent=council,
            )  # fmt: skip
            BodyMunicipality.objects.create(body=body, municipality=place)
        account = put_account(
            system("operator"), username=name, name=name, agency=agency.pk, role="secretary", since=date(2014, 1, 1)
        )
        assert account.pk


def invent_meetings(years: range) -> None:
    """Four meetings a year for each body, with agendas; of the last year the fourth is still to be planned."""
    from samvirke.desks.meetings.models import AgendaItem, Meeting
    from samvirke.registers.partners.models import Body

    rows = []
    for place, body in enumerate(Body.objects.filter(district__id__startswith="kreds-").order_by("pk")):
        for year in years:
            for number in range(1, _MEETINGS + (year != _YEAR)):
                starts = datetime(year, 3 * number - 1, 1 + place % 27, 8, tzinfo=UTC)
                state = "approved" if year < _YEAR or number < 3 else "planned"
                approved = {"approved_on": starts.date()} if state == "approved" else {}
                rows.append(
                    Meeting(
                        body=body, year=year, number=number, starts_at=starts, state=state, invented=True, **approved
                    )
                )
    Meeting.objects.bulk_create(rows)
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=one, number=number, title={"da": f"Punkt {number}"}, kind="discussion", state="done")
        for one in rows
        for number in range(1, _ITEMS + 1)
    )


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def asked_for() -> dict[str, Callable[[], object]]:
    """What is measured, by name; each checks once that it gives what it should."""
    from django.test import Client

    from samvirke.desks.meetings.queries.year import body_years
    from samvirke.registers.partners.queries.bodies import bodies
    from samvirke.trust.access.actor import system
    from samvirke.trust.identity.models import Account

    operator = system("operator")

    def nation() -> list[Any]:
        return body_years(
            operator,
            bodies(operator).filter(district__id__startswith="kreds-").order_by("district_id", "kind", "id"),
            _YEAR,
        )

    def page(district: str) -> Callable[[], object]:
        client = Client(HTTP_HOST="localhost")
        client.force_login(Account.objects.get(username=district))
        return lambda: client.get(f"/districts/{district}/meetings/?year={_YEAR}")

    found = nation()
    assert (len(found), sum(len(one.meetings) for one in found)) == (110, 110 * 3)
    work = {"nation": nation, "page, 12 bodies": page("kreds-1"), "page, 6 bodies": page("kreds-11")}
    for name, one in work.items():
        answer = one()
        assert name == "nation" or getattr(answer, "status_code", 0) == 200, name
    return work


def questions(work: Callable[[], object]) -> int:
    """How many questions it puts to the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


def measure() -> dict[str, list[float]]:
    """In a process that has the databases: one year, then ten."""
    from samvirke.config import setup

    setup.set_up()
    setup.ready()
    invent_bodies()
    invent_meetings(range(_YEAR, _YEAR + 1))
    before = {name: questions(work) for name, work in asked_for().items()}
    invent_meetings(range(_YEAR - 9, _YEAR))
    found = {}
    for name, work in asked_for().items():
        asked = questions(work)
        assert asked == before[name], f"{name}: {before[name]} questions with one year, {asked} with ten"
        found[name] = [*(milliseconds(work) for _turn in range(_TURNS)), asked]
    pages = {took[-1] for name, took in found.items() if name != "nation"}
    assert len(pages) == 1, f"the questions grow with the bodies: {pages}"
    return found


def show(found: dict[str, list[float]]) -> None:
    """The table."""
    print(f"## One year of the nation's calendar, ten years stored\n\n{where_and_with()}")
    print("| what | ms (median) | slowest | questions | against the limit |\n|---|---:|---:|---:|---:|")
    for name, (*took, asked) in found.items():
        print(f"| {name} | {median(took):.0f} | {max(took):.0f} | {asked:.0f} | {median(took) / _AT_MOST:.2f} |")
    print(f"\nMedians of {_TURNS} turns. Asked for: at most {_AT_MOST} ms, as many questions as with one year.\n")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path("/tmp/samvirke-benchmark-calendar"))
    parser.add_argument("--measure", action="store_true")
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure()))
        sys.exit()
    os.environ |= {"SAMVIRKE_SECOND_FACTOR": "off", "SAMVIRKE_LANGUAGE": "da", "SAMVIRKE_TODAY": f"{_YEAR}-08-20"}
    run = measured([__file__, "--measure"], empty_home(asked.folder))
    show(json.loads(run.said))
