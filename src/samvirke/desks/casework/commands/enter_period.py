"""A district says how long something lasts where the law does not."""

from __future__ import annotations

from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.facts.searchable import SEARCH, may_hold_searches
from samvirke.desks.casework.models import PeriodInUse
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.enter-period", on="district")
def enter_period(
    actor: Actor,
    *,
    district: District,
    case_type: str,
    what: str,
    days: int,
    reference: str,
    agency: str = "",
    invented: bool = False,
) -> PeriodInUse:
    """Write a period with who decided it; what was entered before ends now. New cases and stages follow it.

    Raises `Refused` for an unknown kind of case or period, and where a word is missing.
    """
    declared = case_types().get(case_type)
    if declared is None:
        said = Said(_("There is no kind of case “{name}”."), {"name": case_type})
        raise none_such(said, case_type, case_types())
    outcomes = [f"keep:{one.name}" for stage in declared.stages for one in stage.outcomes]
    searches = [SEARCH] if may_hold_searches(declared) else []
    wanted = list(dict.fromkeys([*configured(declared), "keep", *outcomes, *searches]))
    if what not in wanted:
        raise none_such(Said(_("“{name}” is no period of this kind of case."), {"name": what}), what, wanted)
    if days < 1 or not reference.strip():
        raise Refused.because(
            _("The number of days or the reference is missing."), _("Write a whole number and who decided it.")
        )
    same = {"district_id": district.pk, "case_type": case_type, "what": what, "agency_id": agency}
    PeriodInUse.objects.filter(**same, until__isnull=True).update(until=now())
    entered = PeriodInUse.objects.create(**same, days=days, reference=reference.strip(), since=now(), invented=invented)
    note(entered, case_type=case_type, what=what, days=days)
    return entered
