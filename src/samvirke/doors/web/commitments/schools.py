"""The schools of each municipality, for the duties that are owed for each school."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.commitments.forms import NOTHING_WRONG, Wrong, number_in, wrong_in
from samvirke.doors.web.commitments.wording import ways
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.registers.commitments.commands.put_schools import put_schools
from samvirke.registers.commitments.models import School
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _schools(request: Asked, district: District) -> HttpResponse:
    """One list a municipality, one school a line."""
    if request.method != "POST":
        return _page(request, district)
    municipality = district.municipalities.filter(pk=number_in(request, "municipality")).first()
    if municipality is None:
        raise Http404
    names = request.POST.get("names", "").splitlines()
    try:
        put_schools(request.actor, district=district, municipality=municipality, names=names, invented=is_demo())
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, wrong_in(request, refusal, str(municipality.pk)), status=422)
    return redirect("commitments-schools", district.pk)


schools = page("commitments.put-schools")(_schools)


def _page(request: Asked, district: District, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    names: dict[int, list[str]] = {}
    for one in School.objects.filter(district=district, closed_on=None):
        names.setdefault(one.municipality_id, []).append(one.name)
    context = {
        **ways(request),
        "wrong": wrong,
        "places": [
            {
                "code": one.pk,
                "key": str(one.pk),
                "name": one.name,
                "schools": "\n".join(names.get(one.pk, [])),
                "count": len(names.get(one.pk, [])),
            }
            for one in district.municipalities.all()
        ],
    }
    return render(request, "web/commitments_schools.html", context, status=status)
