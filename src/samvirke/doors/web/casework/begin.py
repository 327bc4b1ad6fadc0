"""Opening a case: for which agency, where, and why; or in words why none of this kind can be opened here."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.facts.type_standings import TypeStanding, type_standings
from samvirke.desks.casework.models import Case
from samvirke.doors.web.casework.kinds import opening_agencies
from samvirke.doors.web.casework.wording import agency_kinds, agency_said, case_address, kind_said, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Agency


@page("casework.see-types")
def new(request: Asked, district: District, name: str) -> HttpResponse:
    """The form; sent, the new case. What was typed stays when it is refused."""
    standing = type_standings(district.pk).get(name)
    if standing is None:
        raise Http404
    agencies = _agencies(request, district, standing)
    if request.method != "POST":
        return _form(request, district, standing, agencies)
    try:
        case = _opened(request, district, name, agencies)
    except Refused as refusal:
        return _form(request, district, standing, agencies, reasons(refusal, request.speech))
    return redirect(case_address(case))


def _agencies(request: Asked, district: District, standing: TypeStanding) -> list[Agency]:
    return [one for one in opening_agencies(request.actor, district) if one.kind in standing.type.owner]


def _opened(request: Asked, district: District, name: str, agencies: list[Agency]) -> Case:
    sent = request.POST
    agency = next((one for one in agencies if one.pk == sent.get("agency", "")), None)
    if agency is None:
        raise Refused.because(_("It is not said for which agency the case is opened."), _("Choose one of yours."))
    code = sent.get("municipality", "")
    place = next((one for one in district.municipalities.all() if str(one.pk) == code), None)
    return begin(
        request.actor,
        agency=agency,
        district=district,
        case_type=name,
        municipality=place,
        reason=sent.get("reason", ""),
        invented=is_demo(),
    )


def _form(
    request: Asked,
    district: District,
    standing: TypeStanding,
    agencies: list[Agency],
    wrong: list[str] | None = None,
) -> HttpResponse:
    speech, sent, declared = request.speech, request.POST, standing.type
    against = [one.text(speech.language) for one in standing.against]
    context = {
        "district": district,
        "name": declared.name,
        "title": kind_said(declared.name, speech),
        "summary": speech.say(declared.summary),
        "against": against,
        "owner": agency_kinds(declared.owner, speech),
        "agencies": [(one.pk, agency_said(one, speech), one.pk == sent.get("agency")) for one in agencies],
        "municipalities": [
            (one.pk, one.name, str(one.pk) == sent.get("municipality"))
            for one in district.municipalities.order_by("name")
        ],
        "reason": sent.get("reason", ""),
        "wrong": wrong or [],
    }
    return render(request, "web/cases_new.html", context, status=422 if wrong else 200)
