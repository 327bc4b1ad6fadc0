"""For which agency somebody works on a case, and with which roles there."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.casework.facts.at_work import lasts, works_on
from samvirke.desks.casework.models import BreakGlass, Case, Member
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor


@dataclass(frozen=True)
class Membership:
    """The agency somebody acts for in a case; `reads_only` after breaking the glass."""

    agency_id: str
    roles: frozenset[str]
    member: Member | None

    @property
    def reads_only(self) -> bool:
        """Whether they may write nothing."""
        return self.member is None

    @property
    def leads(self) -> bool:
        """Whether they lead the case for their agency."""
        return self.member is not None and self.member.leads


def membership(actor: Actor, case: Case) -> Membership:
    """Somebody's part in a case that the rule already lets them open. Raises `Refused` when there is none."""
    member = works_on(actor).filter(case=case).order_by("-leads", "agency_id").first()
    mine = BreakGlass.objects.filter(case=case, account=actor.account, agency__in=actor.agencies)
    found = member or mine.filter(lasts(actor.moment)).first()
    if found is None:
        raise Refused.because(_("You do not work on this case."), _("Ask whoever leads it."))
    roles = frozenset(role for role, agency in actor.posts if agency == found.agency_id)
    return Membership(found.agency_id, roles, member)
