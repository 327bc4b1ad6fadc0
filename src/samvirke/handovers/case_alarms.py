"""Somebody opened a case without working on it: the owner and its data protection officer are told with the deed."""

from __future__ import annotations

from samvirke.desks.casework.commands.break_glass import break_glass
from samvirke.desks.casework.models import BreakGlass, Case
from samvirke.foundation.words import Said, _
from samvirke.registers.outbox.commands.post import post
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed

_TOLD = ("privacy-officer", "case-leader")


def break_in(actor: Actor, *, case: Case, reason: str, text: str) -> BreakGlass:
    """Three hours of reading; without the messages it does not happen."""
    with deed(actor):
        broken = break_glass(actor, case=case, reason=reason, text=text)
        for role in _TOLD:
            post(
                actor,
                key=f"break-glass:{broken.pk}:{role}",
                to_kind="agency",
                to_id=case.owner_id,
                to_role=role,
                subject=Said(_("A case was opened in an emergency")),
                body=Said(_("It can be read for three hours, and has to be judged within two working days.")),
                link=f"/districts/{case.district_id}/cases/emergencies/",
            )
        return broken
