"""How many false alarms a year a district accepts: what was entered, or the default of the product, marked as such."""

from __future__ import annotations

from samvirke.insight.emerging.engine.promise import DEFAULT_ALARMS
from samvirke.insight.emerging.models import Budget
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


def budget_of(actor: Actor, district: District) -> Budget:
    """The one in force; a row without a reference that is not stored where nobody has entered any."""
    ask(actor, "emerging.see", district)
    found = Budget.objects.filter(district=district, until__isnull=True).first()
    return found or Budget(district=district, alarms_per_year=DEFAULT_ALARMS)
