"""Sends a draft out for consultation, and ends the round."""

from __future__ import annotations

from datetime import date

from samvirke.desks.plan.models import Consultation, Consulted, Plan
from samvirke.desks.plan.models.plan import CONSULTATION, DRAFT
from samvirke.desks.plan.standing import RELOAD, moved, open_text
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("plan.consult", on="plan")
def open_consultation(
    actor: Actor, *, plan: Plan, agencies: list[Agency], others: list[str], until: date, version: int
) -> Consultation:
    """Ask agencies of the district, and others by name, until a day.

    Raises `Refused` when nobody is asked, the day is past, a round is open, or the plan has moved on.
    """
    open_text(plan)
    found = moved(plan, version)
    if found.consultations.filter(closed_on__isnull=True).exists():
        raise Refused.because(_("A consultation is open already."), _("End it before another begins."))
    names: list[tuple[str, Agency | None]] = [
        (agency.words.text(found.district.language), agency) for agency in agencies
    ]
    known = {name for name, _agency in names}
    names += [(name, None) for name in dict.fromkeys(one.strip() for one in others) if name and name not in known]
    if not names:
        raise Refused.because(_("Nobody is asked."), _("Choose an agency, or write a name."))
    if until < today():
        what = Said(_("The day {day} is past."), {"day": said_day(until)})
        raise Refused.because(what, _("Choose a day that gives time to answer."))
    for name, _agency in names:
        refuse_if_too_long(Consulted, name=name)
    opened = Consultation.objects.create(plan=found, opened_on=today(), until=until)
    Consulted.objects.bulk_create(Consulted(consultation=opened, name=name, agency=agency) for name, agency in names)
    stage = CONSULTATION if found.stage == DRAFT else found.stage
    Plan.objects.filter(pk=found.pk).update(stage=stage, version=version + 1)
    note(opened, asked=len(names), until=until.isoformat())
    return opened


@command("plan.consult", on="plan")
def close_consultation(actor: Actor, *, plan: Plan, consultation: Consultation) -> None:
    """End the round today; who has not answered has not."""
    rows = Consultation.objects.filter(pk=consultation.pk, plan=plan, closed_on__isnull=True)
    if not rows.update(closed_on=today()):
        raise Refused.because(_("The consultation has ended already."), RELOAD)
    note(consultation)
