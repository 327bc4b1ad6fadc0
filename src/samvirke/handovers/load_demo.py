"""Loads the demo: three districts, the invented figures through the real import, meetings, commitments and a cast."""

from __future__ import annotations

import csv
import gzip
import json
import tempfile
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from samvirke.analysis.simulation import csv_columns, demo_parameters, simulate
from samvirke.desks.plan.commands.put_series import put_series
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, is_casework_on, shipped_districts
from samvirke.foundation.words import Said, _
from samvirke.handovers.calendar_demo import call_the_coming, load_calendar
from samvirke.handovers.demo_follow_up import RECORDED, follow_up_demo
from samvirke.handovers.deployment_demo import load_deployments
from samvirke.handovers.effect_demo import load_effects
from samvirke.handovers.emerging_demo import load_emerging
from samvirke.handovers.learning_demo import load_learning
from samvirke.handovers.load_boundaries import load_schematic_boundaries
from samvirke.handovers.load_district import load_district
from samvirke.handovers.place_demo import load_places
from samvirke.handovers.plan_demo import load_draft
from samvirke.handovers.problem_demo import load_problems
from samvirke.handovers.seats_demo import load_seats
from samvirke.handovers.sheets_demo import load_sheets
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.models import Source
from samvirke.registers.partners.models import Body
from samvirke.registers.places.commands.put_denominators import put_denominators
from samvirke.registers.places.commands.put_harm_weights import put_harm_weights
from samvirke.registers.places.models import District
from samvirke.registers.places.schematic import built_shapes
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.commands.use_basis import use_basis
from samvirke.trust.access.guard import deed
from samvirke.trust.access.queries.basis_standings import basis_standings

_HERE = Path(__file__).resolve().parent / "demo"
DISTRICTS = ("oestjylland", "sydoestjylland", "example-houston")
DISTRICT, SOURCE, BODY, QUARTER = "oestjylland", "demo-oestjylland", "lokalraad-randers", "2024Q2"
TODAY, FROZEN_ON = date(2024, 8, 20), date(2024, 8, 2)
# What the plans describe without a basis that could be verified stays out of use in the demo too.
_NEVER_IN_THE_DEMO = frozenset({"focused-intervention", "gang-cooperation"})
_DEMO_REFERENCE = {"reference": "DEMO: opdigtet henvisning", "assessment": "DEMO: opdigtet konsekvensanalyse"}

Tell = Callable[[float, Said], None]


def load_demo(actor: Actor, tell: Tell = lambda *_: None) -> None:
    """Load everything the demo shows. Doing it again changes nothing that is already so.

    Raises `Refused` before anything is stored where the set-up has not been run.
    """
    if not built_shapes():
        raise Refused.because(_("The map of the demo has not been built."), _("Set the program up first: make run"))
    tell(0.05, Said(_("Loading the districts")))
    for name in DISTRICTS:
        loaded = load_district(actor, shipped_districts() / name)
        load_schematic_boundaries(actor, loaded.district)
    district = District.objects.get(pk=DISTRICT)
    with standing_on(TODAY):
        load_year(actor, district)
    tell(0.2, Said(_("Inventing five years of incidents")))
    with tempfile.TemporaryDirectory(dir=home()) as folder:
        file, truths = write_invented_file(Path(folder))
        tell(0.5, Said(_("Importing the invented incidents")))
        with standing_on(FROZEN_ON):
            import_file(actor, source=Source.objects.get(pk=SOURCE), path=file)
    load_effects(actor)
    with standing_on(TODAY):
        # Next year's plan reads what was tried.
        load_draft(district)
        load_emerging(actor, district)
    # Last: by this file one sees that the demo was loaded to its end.
    (home() / "demo-truths.json").write_text(truths, encoding="utf-8")


def load_year(actor: Actor, district: District) -> None:
    """The invented year: numbers to divide by, series, meetings, duties, commitments and people, in one deed; cases."""
    with deed(actor):
        _numbers(actor, district)
        _commitments(actor, district)
        load_calendar(actor)
        _duties(actor)
        for person in _read("cast.toml")["people"]:
            put_account(actor, **person, since=date(2024, 1, 1), invented=True)
        for one in District.objects.filter(pk__in=DISTRICTS):
            load_seats(actor, one)
            load_learning(actor, one)
            load_places(actor, one)
            load_sheets(actor, one)
            load_problems(actor, one)
            load_deployments(actor, one)
        call_the_coming(actor)
        follow_up_demo(actor, district)
        put_harm_weights(actor, district=district, table="english-example")
        for name, standing in basis_standings(district.pk).items():
            if not standing.in_use and name not in _NEVER_IN_THE_DEMO:
                use_basis(actor, district=district, basis=name, **_DEMO_REFERENCE, invented=True)
    if is_casework_on():
        # Only then is the wing installed.
        from samvirke.handovers.case_counts import load_counts
        from samvirke.handovers.case_demo import load_cases, load_periods

        load_periods(actor, district)
        load_counts(actor, district)
        load_cases(district)


def write_invented_file(folder: Path) -> tuple[Path, str]:
    """Write the invented incidents as a Danish CSV (gzipped); the file, and the truths planted in it as JSON."""
    parameters = demo_parameters()
    shapes = {code: shape for code, shape in built_shapes().items() if code in parameters.municipalities}
    made = simulate(parameters, shapes, parameters.generator())
    columns = csv_columns(made)
    file = folder / "demo-incidents.csv.gz"
    with gzip.open(file, "wt", encoding="utf-8", newline="", compresslevel=1) as opened:
        writer = csv.writer(opened)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return file, json.dumps(made.truths, ensure_ascii=False, indent=1)


def _numbers(actor: Actor, district: District) -> None:
    numbers = _read("numbers.toml")
    for kind in ("dwellings", "inhabitants"):
        values = {int(code): value for code, value in numbers[kind]["values"].items()}
        put_denominators(
            actor, kind=kind, year=numbers[kind]["year"], values=values, source=numbers[kind]["source"], invented=True
        )
    for series in numbers["series"]:
        facts = {name: series[name] for name in ("slug", "title", "unit")} | {"invented": True}
        points = [
            {
                "period": one["period"],
                "municipality_id": one.get("municipality"),
                "value": one["value"],
                "n": one.get("n"),
            }
            for one in series["points"]
        ]
        put_series(actor, district=district, facts=facts, points=points)


def _duties(actor: Actor) -> None:
    for unit in _read("duties.toml")["units"]:
        body = Body.objects.select_related("district").get(pk=unit["body"])
        fulfil(
            actor,
            body=body,
            duty_name=unit["duty"],
            year=unit["on"].year,
            evidence=unit["evidence"],
            on=unit["on"],
            planned=unit.get("planned", False),
        )


def _commitments(actor: Actor, district: District) -> None:
    rows = [_commitment(one) for one in _read("commitments.toml")["commitments"]]
    with standing_on(RECORDED):
        record(actor, district=district, commitments=rows)


def _commitment(one: dict[str, Any]) -> dict[str, Any]:
    closed = one.get("closed")
    return {
        "slug": one["slug"],
        "sort": one["sort"],
        "body_id": one["body"],
        "title": one["title"],
        "text": one["text"],
        "owners": one["owners"],
        "kind": one["kind"],
        "measurable": True,
        "due": one["due"],
        "invented": True,
        **({"state": "done", "closed_on": closed["on"], "evidence": closed["evidence"]} if closed else {}),
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
