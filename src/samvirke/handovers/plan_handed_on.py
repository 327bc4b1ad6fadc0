"""From the yearly account to next year's plan: what to carry over, to promise again or to leave out."""

from __future__ import annotations

from contextlib import suppress

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.insight.briefing.account.next_year import CARRY_OVER, RENEW, PlanDraft, plan_draft
from samvirke.insight.briefing.account.year import Year
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor


def handed_on(actor: Actor, body: Body, year: int) -> PlanDraft | None:
    """What the account of the year before, or of this one, hands on to the plan of `year`; or nothing."""
    with suppress(Refused):
        return plan_draft(Year(actor, body, min(year - 1, today().year), body.district.language))
    return None


def owed_again(handed: PlanDraft) -> set[str]:
    """The measures of the plan that the next one begins with: what is not done, and what is done every year."""
    wanted = (CARRY_OVER, RENEW)
    return {one.slug for section in handed.sections for one in section.measures if one.suggestion in wanted}
