"""One place: what it is named for and why, its evidence, period, reviews and course, and the forms of what is next."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.commands.end import end
from samvirke.desks.designations.commands.freeze import freeze
from samvirke.desks.designations.commands.keep_restricted import keep_restricted
from samvirke.desks.designations.commands.propose import change_proposal
from samvirke.desks.designations.commands.review import review
from samvirke.desks.designations.commands.take_step import take_step
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import kind_called
from samvirke.doors.web.places.forms import body_in, named_in, proposal_in, shown_in
from samvirke.doors.web.places.page import shown
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, day_in, no_such_deed, text_in, version_in, wrong_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers import place_naming
from samvirke.registers.partners.queries.agencies import agencies_of
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Agency


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, place_id: uuid.UUID) -> HttpResponse:
    """The page, or what one of its forms asks for. What was typed stays when it is refused."""
    found = places(request.actor, district).filter(pk=place_id).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    wrong = wrong_of(request, lambda: _deed(request, found))
    if wrong is not None:
        return _page(request, found, wrong, status=422)
    return redirect("places-one", district.pk, found.pk)


show = page("designations.see")(_one)


def _deed(request: Asked, found: Designation) -> None:
    deeds: dict[str, Callable[[Asked, Designation], Any]] = {
        "change": _change,
        "freeze": lambda asked, place: freeze(asked.actor, designation=place, shown=shown_in(asked)),
        "step": _step,
        "name": lambda asked, place: place_naming.name(asked.actor, **_decided(asked, place)),
        "renew": lambda asked, place: place_naming.name_anew(asked.actor, **_decided(asked, place)),
        "review": _review,
        "end": _end,
        "restricted": _restricted,
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted(request, found)


def _change(request: Asked, found: Designation) -> None:
    proposal = proposal_in(request, kind_called(found.kind))
    change_proposal(
        request.actor,
        district=request.district,
        designation=found,
        version=version_in(request),
        proposal=proposal,
    )


def _step(request: Asked, found: Designation) -> None:
    take_step(
        request.actor,
        designation=found,
        version=version_in(request),
        stage=text_in(request, "stage"),
        on=day_in(request, "on"),
        said=text_in(request, "said"),
        outcome=text_in(request, "outcome"),
        body=body_in(request),
    )


def _decided(request: Asked, found: Designation) -> dict[str, Any]:
    return {"designation": found, "version": version_in(request), "named": named_in(request)}


def _review(request: Asked, found: Designation) -> None:
    review(
        request.actor,
        designation=found,
        version=version_in(request),
        held_on=day_in(request, "held_on"),
        found=text_in(request, "found"),
        conclusion=text_in(request, "conclusion"),
        level=text_in(request, "level"),
    )


def _end(request: Asked, found: Designation) -> None:
    on, why = day_in(request, "on"), text_in(request, "why")
    end(request.actor, designation=found, version=version_in(request), on=on, why=why)


def _restricted(request: Asked, found: Designation) -> None:
    keep_restricted(
        request.actor,
        designation=found,
        version=version_in(request),
        owner=_agency(request),
        kept_where=text_in(request, "kept_where"),
        reviewed_on=day_in(request, "reviewed_on"),
        review_by=day_in(request, "review_by"),
    )


def _agency(request: Asked) -> Agency:
    found = agencies_of(request.actor, request.district).filter(pk=text_in(request, "owner")).first()
    if found is None:
        raise Refused.because(_("It is not said who owns the paper."), _("Choose an agency of the district."))
    return found


def _page(request: Asked, found: Designation, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    return render(request, "web/place.html", shown(request, found, wrong), status=status)
