"""Small tables of the Fjord District, and a brief of it as somebody reads it."""

from __future__ import annotations

from datetime import date

from samvirke.foundation.clock import standing_on
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.focus.asked import AskedBrief, asked_for
from samvirke.insight.briefing.focus.register import all_briefs
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.incidents.commands.put_sheet import put_sheet
from samvirke.registers.incidents.sheet_kinds import sheet_kind_called
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

COUNCIL, LOCAL = "kredsraad-fjordkredsen", "lokalraad-fjordby"


def put(district: District, kind: str, rows: list[tuple[object, ...]]) -> None:
    names = [one.name for one in sheet_kind_called(kind).columns]
    columns = {name: list(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}
    with standing_on(date(2024, 8, 2)):
        put_sheet(system("operator"), district=district, kind=kind, columns=columns, source="made up", invented=True)


def local_council(district: District) -> Body:
    """The council of Fjordby, which the folder of the district has none of."""
    name = {"da": "Lokalrådet i Fjordby", "en": "The local council of Fjordby"}
    made = Body.objects.create(id=LOCAL, district=district, kind="local-council", name=name, task=name)
    made.covers.create(municipality_id=998)
    return made


def reading(name: str, body: str = COUNCIL, quarter: Period | None = None, language: str = "en") -> AskedBrief:
    found = Body.objects.select_related("district").get(pk=body)
    facts = Facts(system("operator"), found.district)
    return asked_for(all_briefs()[name], found, facts, quarter, Speech(language))
