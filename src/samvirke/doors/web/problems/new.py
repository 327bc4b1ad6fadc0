"""A new local problem: what keeps happening, who owns it, and when they look at it next."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.commands.open_problem import Opened, open_problem
from samvirke.doors.web.places.forms import municipality_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, day_in, row_in, text_in, wrong_in
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.registers.commitments.queries.answering import can_answer
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.identity.models import Account

_AHEAD = timedelta(days=28)


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District) -> HttpResponse:
    """The form. What was typed stays when it is refused."""
    if request.method != "POST":
        return _form(request)
    try:
        made = open_problem(request.actor, district=district, opened=_opened(request), invented=is_demo())
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, wrong_in(request, refusal), status=422)
    return redirect("problems-one", district.pk, made.pk)


show = page("designations.open-problem")(_new)


def _opened(request: Asked) -> Opened:
    people = can_answer(request.actor, request.district)
    return Opened(
        municipality=municipality_in(request),
        title=text_in(request, "title"),
        about=text_in(request, "about"),
        officer=row_in(request, "officer", people),
        partner=row_in(request, "partner", people),
        next_look=day_in(request, "next_look"),
    )


def _form(request: Asked, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    district, people = request.district, can_answer(request.actor, request.district)
    live = people.filter(affiliations__until__isnull=True)
    context = {
        "district": district,
        "wrong": wrong,
        "typed": wrong.typed,
        "municipalities": [(str(code), name) for code, name in district.municipalities.values_list("code", "name")],
        "officers": _named(live.filter(affiliations__agency=district.police_id)),
        "partners": _named(live.filter(affiliations__agency__kind="municipality")),
        "officer": wrong.typed.get("officer") or str(request.actor.account),
        "next_look": wrong.typed.get("next_look") or (today() + _AHEAD).isoformat(),
    }
    return render(request, "web/problems_new.html", context, status=status)


def _named(people: QuerySet[Account]) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in people.distinct()]
