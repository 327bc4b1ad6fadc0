"""A new commitment, recorded by whoever follows up."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.commitments.forms import NOTHING_WRONG, Wrong, facts_in, wrong_in
from samvirke.doors.web.commitments.one import form_of
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District) -> HttpResponse:
    """An empty form; one that is refused comes back with what was typed."""
    if request.method != "POST":
        return _page(request, district)
    try:
        facts = facts_in(request, district)
        table = bodies(request.actor).filter(district=district, pk=request.POST.get("body", "")).first()
        facts |= {
            "body_id": table.pk if table else None,
            "kind": "one-off",
            "measurable": bool(request.POST.get("measurable")),
            "invented": is_demo(),
        }
        [made] = record(request.actor, district=district, commitments=[facts])
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, wrong_in(request, refusal, "new"), status=422)
    return redirect("commitments-one", district.pk, made.pk)


new = page("commitments.record")(_new)


def _page(request: Asked, district: District, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    language = request.speech.language
    tables = [(one.pk, one.words.text(language)) for one in bodies(request.actor).filter(district=district)]
    context = {
        "district": district,
        "wrong": wrong,
        "tables": sorted(tables, key=lambda pair: pair[1]),
        **form_of(request, district, None),
    }
    return render(request, "web/commitment_new.html", context, status=status)
