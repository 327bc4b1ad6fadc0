"""Every kind of case as it stands in a district: open for use, or not and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.models import PeriodInUse
from samvirke.desks.casework.register import case_types
from samvirke.foundation.words import Said, _
from samvirke.trust.access.queries.basis_standings import basis_standings


@dataclass(frozen=True)
class TypeStanding:
    """A kind of case and every reason why none can be opened; without one it is in use."""

    type: CaseType
    against: tuple[Said, ...]

    @property
    def in_use(self) -> bool:
        """Whether a case can be opened."""
        return not self.against


def type_standings(district_id: str) -> dict[str, TypeStanding]:
    """By the name of the kind of case."""
    bases = basis_standings(district_id)
    entered = set(live_periods(district_id).filter(agency_id="").values_list("case_type", "what"))
    found = {}
    for name, declared in case_types().items():
        against = [
            Said(
                _("“{basis}” is not in use. {why}"), {"basis": Said(bases[one].basis.title), "why": bases[one].because}
            )
            for one in [declared.basis]
            if not bases[one].in_use
        ]
        against += [missing(declared, what) for what in configured(declared) if (name, what) not in entered]
        found[name] = TypeStanding(declared, tuple(against))
    return found


def entered_periods(district_id: str, case_type: str, agency_id: str = "") -> Callable[[str], int | None]:
    """The days entered for `stage:<name>`, `keep` and `keep:<outcome>`; what an agency entered goes before the rest."""
    rows = live_periods(district_id).filter(case_type=case_type, agency_id__in=["", agency_id]).order_by("agency_id")
    days = {one.what: one.days for one in rows}
    return days.get


def missing(declared: CaseType, what: str) -> Said:
    """That a period has not been entered."""
    kind, _colon, name = what.partition(":")
    if kind == "stage":
        title = Said(declared.stage(name).title)
        return Said(_("The district has not entered how long “{stage}” may last."), {"stage": title})
    return Said(_("The district has not entered how long such a case is kept."))


def live_periods(district_id: str) -> QuerySet[PeriodInUse]:
    """What a district has entered and not replaced."""
    return PeriodInUse.objects.filter(district_id=district_id, until__isnull=True)
