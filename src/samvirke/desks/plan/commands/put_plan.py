"""Puts a plan in place with its sections, focus areas and goals."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.models import FocusArea, Goal, Plan, Section
from samvirke.desks.plan.models.plan import COOPERATION
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.put", on="district")
def put_plan(actor: Actor, *, district: District, facts: dict[str, Any], sections: list[dict[str, Any]]) -> Plan:
    """Write a plan; doing it again replaces its parts. A section carries `focus_area` (or none) and `goals`.

    Raises `Refused` when the plan belongs to another district, when the district has another one of that year, or when
    this one is being drafted here: what people have written is not written over by a file.
    """
    if Plan.objects.filter(pk=facts["id"], begun_on__isnull=False).exists():
        what = Said(_("{plan} was drafted here."), {"plan": facts["id"]})
        raise Refused.because(what, _("Take it out of the district's folder; it is kept here."))
    same_year = Plan.objects.filter(district=district, kind=COOPERATION, year=facts["year"]).exclude(pk=facts["id"])
    taken = same_year.first() or Plan.objects.filter(pk=facts["id"]).exclude(district=district).first()
    if taken is not None:
        values = {"plan": taken.pk, "district": taken.district_id, "year": taken.year}
        what = Said(_("{plan} is the plan of {district} for {year}."), values)
        raise Refused.because(what, _("Keep its id, or give this plan its own id and year."))
    plan, _made = Plan.objects.update_or_create(id=facts["id"], defaults={**facts, "district": district})
    plan.sections.all().delete()
    for given in sections:
        own = {name: value for name, value in given.items() if name not in ("focus_area", "goals")}
        section = Section.objects.create(plan=plan, **own)
        if given["focus_area"]:
            FocusArea.objects.create(plan=plan, section=section, **given["focus_area"])
        Goal.objects.bulk_create(Goal(plan=plan, section=section, **goal) for goal in given["goals"])
    note(plan, sections=len(sections))
    return plan
