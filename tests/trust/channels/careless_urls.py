"""The staff's addresses with two careless pages among them, which the proofs have to find."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.urls import path

from samvirke.config import staff_urls
from samvirke.desks.casework.models import Involved
from samvirke.doors.web.shell.page import Asked, page
from samvirke.registers.places.models import District

handler400, handler403 = staff_urls.handler400, staff_urls.handler403
handler404, handler500 = staff_urls.handler404, staff_urls.handler500


@page("casework.see-types")
def shows_a_name(_request: Asked, _district: District, case_id: uuid.UUID) -> HttpResponse:
    """Asks the rule about the district and forgets to ask it about the case."""
    return HttpResponse([one.person.name for one in Involved.objects.filter(case=case_id)])


@page("casework.see-types")
def fails(_request: Asked, _district: District, case_id: uuid.UUID) -> HttpResponse:
    """Falls over somebody's name; the page of the fault must not repeat it."""
    raise RuntimeError(str([one.person.name for one in Involved.objects.filter(case=case_id)]))


urlpatterns = [
    path("districts/<slug:district_id>/cases/<uuid:case_id>/", shows_a_name, name="cases-case"),
    path("districts/<slug:district_id>/cases/<uuid:case_id>/fails", fails, name="cases-fails"),
    *staff_urls.urlpatterns,
]
