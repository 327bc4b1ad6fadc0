"""The police of a district enter how many false alarms a year they accept, and who decided it."""

from __future__ import annotations

import math

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.insight.emerging.engine.promise import LEAST_ALARMS, MOST_ALARMS
from samvirke.insight.emerging.models import Budget
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("emerging.set-budget", on="district")
def set_budget(
    actor: Actor,
    *,
    district: District,
    alarms_per_year: float,
    reference: str,
    with_discovered: bool = False,
    invented: bool = False,
) -> Budget:
    """It holds from the next look on; what held before ends today. Raises `Refused` for a number out of range."""
    if not (math.isfinite(alarms_per_year) and LEAST_ALARMS <= alarms_per_year <= MOST_ALARMS):
        what = Said(
            _("The number of false alarms a year is not between {least} and {most}."),
            {"least": str(LEAST_ALARMS), "most": f"{MOST_ALARMS:g}"},
        )
        raise Refused.because(what, _("Write how many a year you accept, such as 2, or 0.5 for one in two years."))
    if not reference.strip():
        raise Refused.because(_("It is not said who decided it."), _("Write who, where and when."))
    refuse_if_too_long(Budget, reference=reference)
    Budget.objects.select_for_update().filter(district=district, until__isnull=True).update(until=today())
    made = Budget.objects.create(
        district=district,
        alarms_per_year=alarms_per_year,
        with_discovered=with_discovered,
        reference=reference.strip(),
        since=today(),
        invented=invented,
    )
    note(made, alarms_per_year=str(alarms_per_year))
    return made
