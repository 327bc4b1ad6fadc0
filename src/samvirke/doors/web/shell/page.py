"""What makes a function a page: the verb it asks for, the thing it asks about, and nobody gets past the guard."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from samvirke.doors.web.shell.addresses import sign_in_first
from samvirke.doors.web.shell.errors import refused
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.access.guard import NotAllowed, ask
from samvirke.trust.access.wall import behind

View = Callable[..., HttpResponseBase]


class Asked(HttpRequest):
    """A request as pages get it: with who asks, and the language to answer in."""

    actor: Actor
    district: District
    speech: Speech


def page(verb: str) -> Callable[[View], View]:
    """Make a view of a district a page. Whoever may not see it is told that there is no such page.

    The view takes the request, the district, and the rest of the address.
    """

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: Asked, district_id: str, **rest: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect(sign_in_first(request))
            district = District.objects.filter(pk=district_id, loaded_at__isnull=False).first()
            if district is None:
                raise Http404
            request.actor = actor_of(request.user)
            with behind(request.actor):
                return _seen(request, verb, district, view, **rest)

        guarded.verb = verb  # type: ignore[attr-defined]
        return guarded

    return wrap


def _seen(request: Asked, verb: str, district: District, view: View, **rest: Any) -> HttpResponseBase:
    try:
        ask(request.actor, verb, district)
    except NotAllowed as refusal:
        raise Http404 from refusal
    request.district = district
    try:
        return view(request, district, **rest)
    except NotAllowed as refusal:
        raise Http404 from refusal
    except Refused as refusal:
        return refused(request, refusal)


def anyone(view: View) -> View:
    """A page for everybody, signed in or not; the list of such pages is short and tested."""
    view.verb = ""  # type: ignore[attr-defined]
    return view
