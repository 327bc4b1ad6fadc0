"""Puts the bodies of a district in place, with what they cover and who sits on them."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body, BodyMunicipality, Seat
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.put-bodies", on="district")
def put_bodies(actor: Actor, *, district: District, bodies: list[dict[str, Any]]) -> None:
    """Write bodies with `covers` (codes) and `seats` (in order); doing it again with other facts corrects them.

    Raises `Refused` when one belongs to another district.
    """
    parents = {facts["id"]: facts["parent_id"] for facts in bodies}
    taken = Body.objects.filter(pk__in=parents).exclude(district=district).first()
    if taken is not None:
        what = Said(_("The body {body} belongs to {district}."), {"body": taken.pk, "district": taken.district_id})
        raise Refused.because(what, _("Give it an id of its own: the ids of bodies are unique in the country."))
    for facts in bodies:
        _put(district, facts)
    for child, parent in parents.items():
        Body.objects.filter(pk=child).update(parent_id=parent)
    note(bodies=len(bodies))


def _put(district: District, facts: dict[str, Any]) -> None:
    own = {name: value for name, value in facts.items() if name not in ("id", "covers", "seats", "parent_id")}
    body, _made = Body.objects.update_or_create(id=facts["id"], defaults={**own, "district": district})
    body.covers.exclude(municipality_id__in=facts["covers"]).delete()
    for code in facts["covers"]:
        BodyMunicipality.objects.get_or_create(body=body, municipality_id=code)
    body.seats.all().delete()
    Seat.objects.bulk_create(Seat(body=body, order=order, **seat) for order, seat in enumerate(facts["seats"], start=1))
