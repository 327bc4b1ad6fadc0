"""Every body of the district by kind, who chairs it, how many sit there, and whose appointment ends soon."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.doors.web.bodies.kinds import GROUPS, KINDS
from samvirke.doors.web.bodies.wording import NEAR, covered, empty_said, number_said, term_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.models.seat import CHAIR
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.partners.queries.seats import open_seats
from samvirke.registers.partners.queries.sittings import Sitting, bodies_of, sittings_on
from samvirke.registers.partners.queries.terms import ending_terms
from samvirke.registers.places.models import District


@page("partners.see")
def listed(request: Asked, district: District) -> HttpResponse:
    """One's own bodies are marked; a kind that the district has none of is not named."""
    found = list(bodies(request.actor).filter(district=district).prefetch_related("covers__municipality"))
    sitting = sittings_on(request.actor, found, today())
    seats: dict[str, list[int]] = {}
    for seat in open_seats(request.actor, found):
        seats.setdefault(seat.body_id, []).append(seat.pk)
    mine = set(bodies_of(request.actor, today()).values_list("pk", flat=True))
    whole = set(district.municipalities.values_list("code", flat=True))
    rows: dict[str, list[dict[str, Any]]] = {}
    for body in sorted(found, key=lambda one: one.words.text(request.speech.language)):
        row = _row(request, body, sitting.get(body.pk, []), seats.get(body.pk, []))
        rows.setdefault(body.kind, []).append(
            row | {"covers": covered(body, whole, request.speech), "mine": body.pk in mine}
        )
    context = {
        "district": district,
        "groups": [
            (request.speech.say(title), [row for kind in kinds for row in rows.get(kind, [])])
            for title, kinds in GROUPS
        ],
        "ending": [_ending(request, one) for one in ending_terms(request.actor, district, NEAR)],
        "bodies": len(found),
    }
    return render(request, "web/bodies.html", context)


def _row(request: Asked, body: Body, sitting: list[Sitting], seats: list[int]) -> dict[str, Any]:
    speech = request.speech
    people = [one for one in sitting if one.cover is None]
    taken = Counter(one.seat.pk for one in people)
    chair = next((one for one in people if one.role == CHAIR), None)
    return {
        "id": body.pk,
        "name": body.words.text(speech.language),
        "kind": speech.say(KINDS[body.kind]) if body.kind in KINDS else body.kind,
        "chair": chair.holder.name if chair else "",
        "people": number_said(len(people), speech) if people else "",
        "empty": empty_said(sum(1 for seat in seats if not taken[seat]), speech),
        "has_seats": bool(seats),
    }


def _ending(request: Asked, one: Any) -> dict[str, Any]:
    speech = request.speech
    return {
        "name": one.holder.name,
        "office": one.seat.words.text(speech.language),
        "body": one.seat.body.words.text(speech.language),
        "body_id": one.seat.body_id,
        "slug": one.seat.slug,
        **(term_said(one, speech) or {}),
    }
