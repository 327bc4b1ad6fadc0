"""Tables that are no incidents: what each kind holds, which is in place, and the form that brings a new one in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import text_in
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.home import home
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.commands.put_sheet import put_sheet
from samvirke.registers.incidents.engine.sheet_file import read_sheet
from samvirke.registers.incidents.engine.sheet_kind import SheetKind
from samvirke.registers.incidents.queries.sheets import sheet_of
from samvirke.registers.incidents.sheet_kinds import all_sheet_kinds, sheet_kind_called
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_MOST_BYTES = 30_000_000


@require_http_methods(["GET", "HEAD", "POST"])
def _tables(request: Asked, district: District) -> HttpResponse:
    """The kinds, or what came of a form. What was typed stays when it is refused; a file has to be chosen again."""
    if request.method != "POST":
        return _page(request, district)
    try:
        kind = _taken(request, district)
    except Refused as refusal:
        return _page(request, district, refusal.faults)
    return redirect(f"{reverse('imports-tables', args=[district.pk])}#{kind}")


tables = page("incidents.look-at-imports")(_tables)


def _taken(request: Asked, district: District) -> str:
    kind = sheet_kind_called(text_in(request, "kind"))
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise Refused.because(_("No file was chosen."), _("Choose a CSV file and try again."))
    if (file.size or 0) > _MOST_BYTES:
        raise Refused.because(_("The file is larger than 30 MB."), _("Give a shorter period."))
    there = sheet_of(request.actor, district, kind.name)
    if there is not None and text_in(request, "replace") != "on":
        what = Said(_("There is such a table already: version {number}."), {"number": there.sheet.number})
        raise Refused.because(what, _("Tick that the new one takes its place, and choose the file again."))
    codes = set(district.municipalities.values_list("code", flat=True))
    with tempfile.TemporaryDirectory(dir=home()) as folder:
        kept = Path(folder) / "table.csv"
        with kept.open("wb") as opened:
            opened.writelines(file.chunks())
        columns = read_sheet(kept, kind, codes)
    put_sheet(request.actor, district=district, kind=kind.name, columns=columns, source=text_in(request, "title"))
    return kind.name


def _page(request: Asked, district: District, faults: tuple[Fault, ...] = ()) -> HttpResponse:
    chosen = request.POST.get("kind", "") or request.GET.get("kind", "")
    context = {
        "district": district,
        "faults": [one.text(request.speech.language) for one in faults],
        "chosen": chosen,
        "title": request.POST.get("title", ""),
        "may_put": may(request.actor, "incidents.put-sheet", district),
        "kinds": [_kind(request, district, one) for one in all_sheet_kinds().values()],
    }
    return render(request, "web/imports_tables.html", context, status=422 if faults else 200)


def _kind(request: Asked, district: District, kind: SheetKind) -> dict[str, Any]:
    speech = request.speech
    held = sheet_of(request.actor, district, kind.name)
    found: dict[str, Any] = {
        "name": kind.name,
        "title": speech.say(kind.title),
        "about": speech.say(kind.about),
        "never": speech.say(kind.never),
        "columns": [(one.name, speech.say(one.said), one.may_be_empty) for one in kind.columns],
        "sheet": None,
    }
    if held:
        sheet = held.sheet
        found["sheet"] = {
            "number": sheet.number,
            "rows": speech.number(sheet.rows),
            "days": f"{speech.day(sheet.first_day, year=True)} – {speech.day(sheet.last_day, year=True)}",
            "source": sheet.source,
            "frozen_on": speech.day(sheet.frozen_on, year=True),
            "invented": sheet.invented,
        }
    return found
