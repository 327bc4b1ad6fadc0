"""One deployment: what it is for, who goes when, what was found, its course, and the forms of what is next."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.deployments.commands.cancel import cancel
from samvirke.desks.deployments.commands.decline import decline
from samvirke.desks.deployments.commands.plan import plan
from samvirke.desks.deployments.commands.request import change_request
from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.queries.deployments import deployments
from samvirke.desks.deployments.register import kind_called
from samvirke.doors.web.deployments.forms import found_in, sent_in, wish_in
from samvirke.doors.web.deployments.page import shown
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, no_such_deed, text_in, version_in, wrong_in
from samvirke.foundation.fault import Refused
from samvirke.handovers.deployment_done import carried_out
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, deployment_id: uuid.UUID) -> HttpResponse:
    """The page, or what one of its forms asks for. What was typed stays when it is refused."""
    found = deployments(request.actor, district).filter(pk=deployment_id).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    try:
        _deed(request, found)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, found, wrong_in(request, refusal), status=422)
    return redirect("deployments-one", district.pk, found.pk)


show = page("deployments.see")(_one)


def _deed(request: Asked, found: Deployment) -> None:
    deeds: dict[str, Callable[[Asked, Deployment], Any]] = {
        "change": _change,
        "plan": lambda asked, there: plan(asked.actor, **_read(asked, there), sent=sent_in(asked)),
        "decline": lambda asked, there: decline(asked.actor, **_read(asked, there), why=text_in(asked, "why")),
        "cancel": lambda asked, there: cancel(asked.actor, **_read(asked, there), why=text_in(asked, "why")),
        "finish": _finish,
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted(request, found)


def _read(request: Asked, found: Deployment) -> dict[str, Any]:
    return {"deployment": found, "version": version_in(request)}


def _change(request: Asked, found: Deployment) -> None:
    wish = wish_in(request, kind_called(found.kind))
    change_request(request.actor, district=request.district, **_read(request, found), wish=wish)


def _finish(request: Asked, found: Deployment) -> None:
    carried_out(request.actor, **_read(request, found), found=found_in(request, kind_called(found.kind)))


def _page(request: Asked, found: Deployment, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    return render(request, "web/deployment.html", shown(request, found, wrong), status=status)
