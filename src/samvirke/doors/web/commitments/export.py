"""The chosen commitments as a file for a spreadsheet."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from samvirke.doors.web.commitments.register import choice_in
from samvirke.doors.web.commitments.wording import PREVENTIONS, SORTS, STATES, came_from, names_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.tables import CSV_TYPE, XLSX_TYPE, Cell, as_csv, as_xlsx
from samvirke.foundation.words import _
from samvirke.registers.commitments.queries.chosen import chosen
from samvirke.registers.places.models import District

_HEAD = (
    _("Commitment"), _("Text"), _("Sort"), _("From"), _("Owner"), _("Who answers for it"), _("Begins"), _("Deadline"),
    _("Days late"), _("State"), _("Closed"), _("What shows it"), _("Where"), _("Municipality codes"), _("How much"),
    _("For whom"), _("Cost"), _("Prevention"),
)  # fmt: skip


@page("commitments.see")
def export(request: Asked, district: District, kind: str) -> HttpResponse:
    """The same rows as the page of that address shows."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    speech = request.speech
    found = chosen(request.actor, district.pk, choice_in(request, district))
    names = names_in(found, speech)
    rows: list[list[Cell]] = [
        [
            one.words.text(speech.language),
            speech.words(one.text),
            speech.say(SORTS[one.sort]),
            came_from(one, speech),
            names.owners(one),
            one.person.name if one.person else "",
            one.begins,
            one.due,
            one.days_overdue(today()) or None,
            speech.say(STATES[one.state]),
            one.closed_on,
            one.evidence,
            one.area,
            ", ".join(str(code) for code in one.municipalities),
            one.dose,
            one.audience,
            one.cost,
            speech.say(PREVENTIONS[one.prevention]) if one.prevention else "",
        ]
        for one in found
    ]
    head = [speech.say(title) for title in _HEAD]
    title = speech.say(_("Commitments"))
    body = as_csv(head, rows) if kind == "csv" else as_xlsx(title, head, rows)
    response = HttpResponse(body, content_type=CSV_TYPE if kind == "csv" else XLSX_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{district.pk}-{today().isoformat()}.{kind}"'
    return response
