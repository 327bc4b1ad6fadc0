"""The bodies that somebody may see."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.registers.places.queries.districts import NO_DISTRICT
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def bodies(actor: Actor) -> QuerySet[Body]:
    """Every body of the districts in which the actor takes part."""
    return visible(actor, "partners.see", Body.objects.select_related("district"))


def body_called(actor: Actor, body_id: str) -> Body:
    """One body by its id. Raises `Refused`, naming the nearest, when there is none that the actor may see."""
    found = bodies(actor).filter(pk=body_id).first()
    if found is None:
        what = Said(_("There is no body called “{body}”."), {"body": body_id})
        raise none_such(what, body_id, bodies(actor).values_list("pk", flat=True), NO_DISTRICT)
    return found
