"""A case that two or three agencies work on, as tests of what crosses between them need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.desks.casework.conftest import World, account_of, again, in_days

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Case, Disclosure
from samvirke.handovers.case_people import name_person
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency

WHY = "The right support needs to know how often."


@dataclass
class Shared:
    """Line leads it for the police, Karim for the municipality, Birgit for the region."""

    world: World
    case: Case
    line: Actor
    karim: Actor
    birgit: Actor

    @property
    def police(self) -> Agency:
        return self.world.agency("police")

    @property
    def town(self) -> Agency:
        return self.world.agency("municipality")

    @property
    def region(self) -> Agency:
        return self.world.agency("region")

    def disclose(
        self,
        fields: Sequence[str] = ("enquiry.events",),
        by: Actor | None = None,
        to: Agency | None = None,
        **changes: Any,
    ) -> Disclosure:
        """What Line discloses to the municipality unless said otherwise; the first of what came of it."""
        given = {"necessity": WHY, "expires_at": in_days(60), "confirmed": True} | changes
        self.case.refresh_from_db()
        made = disclose(again(by or self.line), case=self.case, receivers=[to or self.town], fields=fields, **given)
        return made[0]

    def write(self, actor: Actor, section: str, answers: dict[str, Any], version: int = 0) -> None:
        write_section(again(actor), case=self.case, section=section, answers=answers, version=version)


def shared_case(world: World, stage: str = "shared", born: date | None = date(1990, 1, 1)) -> Shared:
    """Opened by the police, joined by municipality and region, one citizen named, brought to a stage."""
    line = world.worker("police", "coordinator", "line")
    karim = world.worker("municipality", "case-leader", "karim")
    birgit = world.worker("region", "case-leader", "birgit")
    case = world.begin(line, "trial-psp")
    for actor, kind in ((karim, "municipality"), (birgit, "region")):
        invite(line, case=case, agency=world.agency(kind))
        who = account_of(actor)
        assign(again(actor), case=case, account=who, agency=world.agency(kind), reason="has the case", leads=True)
    name_person(line, case=case, agency=world.agency("police"), role="citizen", name="Mads Lund", born=born)
    answers = {"reason": "noise at night", "events": 6, "urgent": True}
    write_section(line, case=case, section="enquiry", answers=answers, version=0)
    for version, to in enumerate(("filtered", "shared"), start=1):
        if case.stage != stage:
            move(line, case=case, to=to, version=version)
            case.refresh_from_db()
    return Shared(world, case, again(line), again(karim), again(birgit))
