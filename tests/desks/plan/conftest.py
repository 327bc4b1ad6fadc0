"""A draft for 2031 in the Fjord District, begun from the plan of 2030, and the people who work on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from samvirke.desks.plan.commands.approve import approve
from samvirke.desks.plan.commands.begin_plan import begin_plan
from samvirke.desks.plan.commands.move import note_discussion, send_for_approval
from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Plan, Section
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

TODAY = date(2024, 8, 20)


@dataclass
class Desk:
    """The draft with its editor, a member of an agency, and the two who approve."""

    plan: Plan
    tine: Actor
    soeren: Actor
    ellen: Actor
    anne: Actor

    def section(self, number: str = "1") -> Section:
        return self.plan.sections.get(number=number)

    def now(self) -> Plan:
        self.plan = Plan.objects.get(pk=self.plan.pk)
        return self.plan

    def to_approval(self) -> Plan:
        plan = self.now()
        note_discussion(self.tine, plan=plan, on=TODAY, at="Kredsrådet, møde 3", version=plan.version)
        send_for_approval(self.tine, plan=plan, version=self.now().version)
        return self.now()

    def approved(self, *who: Actor) -> Plan:
        for actor in who or (self.ellen, self.anne):
            party = self.plan.parties.get(agency_id__in=actor.agencies)
            approve(actor, party=party, digest=text_digest(self.now()))
        return self.now()


@pytest.fixture
def council(fjord: District) -> Body:
    return Body.objects.select_related("district").get(pk="kredsraad-fjordkredsen")


@pytest.fixture
def desk(fjord: District, council: Body, person: Callable[..., Actor]) -> Desk:
    """The draft of 2031, begun by the secretary."""
    tine = person("secretary", "fjordkredsens-politi")
    before = Plan.objects.get(pk="samarbejdsplan-fjordkredsen-2030")
    plan = begin_plan(tine, body=council, year=2031, title=before.title, before=before)
    return Desk(
        plan=plan,
        tine=tine,
        soeren=person("analyst", "fjordby-kommune"),
        ellen=person("chief", "fjordkredsens-politi"),
        anne=person("mayor", "fjordby-kommune"),
    )
