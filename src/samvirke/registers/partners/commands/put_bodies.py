"""Puts the bodies of a district in place, with what they cover and the seats on them."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.facts.in_force import not_over_before
from samvirke.registers.partners.facts.same_seats import matched, with_slugs
from samvirke.registers.partners.models import Body, BodyMunicipality, Seat
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

# What a folder leaves out is what it was made with.
_UNSAID = {"electable": [], "count": 1, "term_years": None, "area_id": None, "municipality_id": None, "origin": {}}
# More than any body has seats: out of the way while the others find their places.
_ASIDE = 10_000


@command("partners.put-bodies", on="district")
def put_bodies(actor: Actor, *, district: District, bodies: list[dict[str, Any]]) -> None:
    """Write bodies with `covers` (codes) and `seats` (in order); doing it again with other facts corrects them.

    A seat stays the same seat, and keeps who sits there. One that is no longer named goes, or is closed when people
    have sat there. Raises `Refused` when somebody still does, or a body belongs to another district.
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
    _put_seats(body, with_slugs(facts["seats"]))


def _put_seats(body: Body, seats: list[dict[str, Any]]) -> None:
    old = list(body.seats.select_for_update().order_by("order"))
    kept = matched(old, seats)
    for one in old:
        if one not in kept:
            _close(one)
    # The others find their places one after another, and no two may have the same place meanwhile.
    body.seats.filter(closed_on__isnull=True).update(order=F("order") + _ASIDE)
    for seat, facts in zip(kept, seats, strict=True):
        if seat is None:
            Seat.objects.create(body=body, **facts)
            continue
        _refuse_if_too_few(seat, facts.get("count", 1))
        Seat.objects.filter(pk=seat.pk).update(**{**_UNSAID, **facts}, closed_on=None)


def _close(seat: Seat) -> None:
    """Delete a seat on which nobody has sat; close one on which nobody sits any more."""
    sitting = seat.memberships.filter(not_over_before(today(), None)).select_related("holder").first()
    if sitting is not None:
        what = Said(
            _("The seat “{office}” of {body} is no longer named, but {name} sits there."),
            {"office": seat.words, "body": seat.body_id, "name": sitting.holder.name},
        )
        raise Refused.because(what, _("Let them leave it first, or name the seat as before."))
    if seat.memberships.exists():
        Seat.objects.filter(pk=seat.pk, closed_on__isnull=True).update(closed_on=today())
    else:
        seat.delete()


def _refuse_if_too_few(seat: Seat, count: int | None) -> None:
    if count is None:
        return
    beyond = seat.memberships.filter(not_over_before(today(), None), place__gt=count).select_related("holder").first()
    if beyond is not None:
        what = Said(
            _("The seat “{office}” of {body} has fewer places than people, such as {name}."),
            {"office": seat.words, "body": seat.body_id, "name": beyond.holder.name},
        )
        raise Refused.because(what, _("Let somebody leave it first, or give it as many places as before."))
