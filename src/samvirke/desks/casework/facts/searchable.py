"""Where a search may be begun: in a case about a child that was referred to the agency that would report on it."""

from __future__ import annotations

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.register import case_types
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _

# The period that a district enters for how long the reports of a search are kept, per kind of case.
SEARCH = "search"
# What a search leads to, or to nothing.
REPORT_TYPE = "social-report"


def may_hold_searches(declared: CaseType) -> bool:
    """Whether cases of this kind are about children, and are referred to agencies that send social reports."""
    reporters = set(case_types()[REPORT_TYPE].owner)
    about_children = any(one.character == "child" for one in declared.people)
    is_referred = any(declared.name in one.refers_to for one in case_types().values())
    return about_children and is_referred and bool(reporters & set(declared.owner))


def against_search(case: Case) -> Fault | None:
    """Why no search may be begun in a case; nothing where it may."""
    reporters = case_types()[REPORT_TYPE].owner
    if not may_hold_searches(declared_of(case)) or case.owner.kind not in reporters:
        return Fault(
            Said(_("Reports are searched only in a case about a child, of an agency that sends social reports.")),
            Said(_("Refer the matter to the agency that does.")),
        )
    # What it was referred with sticks to it, also when the sender's own case is gone.
    if not case.came_under:
        return Fault(
            Said(_("Nobody has referred this case to you. Reports are searched inside a referral only.")),
            Said(_("Take the referral on first; there is no search for persons without one.")),
        )
    if not case.is_open:
        return Fault(Said(_("The case is closed.")), Said(_("Nothing more is written in it.")))
    return None
