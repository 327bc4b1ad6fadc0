"""A matter on its way from one body to another: those who keep the other's agenda are told that it waits."""

from __future__ import annotations

from datetime import date

from samvirke.desks.meetings.commands.forward import forward
from samvirke.desks.meetings.models import AgendaItem, Matter
from samvirke.foundation.words import Said, Words, _
from samvirke.handovers.meeting_messages import tell_secretariat
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed


def forward_matter(
    actor: Actor, *, body: Body, to_body: Body, title: Words, text: str, answer_by: date, item: AgendaItem | None = None
) -> Matter:
    """Forward it and tell the other body's secretariat, in one deed."""
    with deed(actor):
        made = forward(actor, body=body, to_body=to_body, title=title, text=text, answer_by=answer_by, item=item)
        tell_secretariat(
            actor,
            to_body,
            f"matter:{made.pk}",
            Said(_("Another body has forwarded a matter")),
            Said(_("It offers itself for the next agenda.")),
            f"/districts/{body.district_id}/meetings/matters/",
        )
        return made
