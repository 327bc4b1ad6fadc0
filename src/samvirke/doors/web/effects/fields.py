"""The fields of a design's form, read with care: areas, periods, numbers."""

from __future__ import annotations

import json
from typing import Any

from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sent import day_in, perhaps_day_in, text_in
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.effects.engine.area import MUNICIPALITY, SHAPES, Area
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.facts.shapes import circle, outline
from samvirke.registers.places.models import District, Municipality

STAGGERED_ROWS = 5
_MOST_AREAS, _LONGEST = 20, 120


def whole_in(request: Asked, name: str) -> int | None:
    """A whole number, or nothing where the field is empty. Raises `Refused` for anything else."""
    written = text_in(request, name).replace(".", "").replace(" ", "")
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= 10):
        what = Said(_("“{written}” is no whole number."), {"written": written[:20]})
        raise Refused.because(what, _("Write it with digits, or leave it empty."))
    return int(written)


def decimal_in(request: Asked, name: str) -> float:
    """A number with at most one comma. Raises `Refused` where there is none."""
    written = text_in(request, name)
    try:
        if len(written) > 15:
            raise ValueError
        found = float(written.replace(",", "."))
    except ValueError:
        what = Said(_("“{written}” is no number."), {"written": written[:20]})
        raise Refused.because(what, _("Write it with digits and at most one comma.")) from None
    return found


def periods_in(request: Asked) -> Periods:
    """The four days."""
    days = [day_in(request, name) for name in ("before_from", "before_until", "after_from", "after_until")]
    return Periods(*days)


def value_of(area: Area) -> str:
    """An area as a box of the form carries it."""
    return json.dumps(area.stored(), sort_keys=True, ensure_ascii=False)


def chosen_areas(request: Asked, name: str) -> list[Area]:
    """The areas whose boxes were ticked. Raises `Refused` for a box that nobody made."""
    sent = request.POST.getlist(name)
    if len(sent) > _MOST_AREAS:
        raise Refused.because(_("There are more areas than the form takes."), _("Choose fewer."))
    return [_area(str(one)) for one in sent]


def _area(written: str) -> Area:
    try:
        told: dict[str, Any] = json.loads(written)
        found = Area.of(told)
        homes = found.homes is None or (isinstance(found.homes, int) and found.homes >= 0)
        texts = isinstance(found.geometry, str) and isinstance(found.name, str) and 0 < len(found.name) <= _LONGEST
        if found.shape not in SHAPES or not isinstance(found.municipality, int) or not homes or not texts:
            raise ValueError
    except (ValueError, TypeError, AttributeError):
        raise Refused.because(_("An area of the form cannot be read."), _("Reload the page.")) from None
    return found


def drawn_area(request: Asked, district: District, name: str) -> list[Area]:
    """The area that was drawn, or none: corners, or a point with a radius."""
    written = text_in(request, f"{name}_drawing")
    if not written:
        return []
    municipality = _municipality(district, text_in(request, f"{name}_municipality"))
    title = text_in(request, f"{name}_name")[:_LONGEST] or municipality.name
    homes, radius = whole_in(request, f"{name}_homes"), whole_in(request, f"{name}_radius")
    if radius is not None:
        return [circle(district, title, municipality, written, radius, homes)]
    return [outline(district, title, municipality, written, homes)]


def staggered_areas(request: Asked, district: District) -> list[Area]:
    """The municipalities that began one after another, each with its day."""
    found = []
    for number in range(1, STAGGERED_ROWS + 1):
        code = text_in(request, f"stagger{number}_municipality")
        if code:
            one = _municipality(district, code)
            since = perhaps_day_in(request, f"stagger{number}_since")
            found.append(Area(one.name, MUNICIPALITY, one.pk, since=since))
    return found


def _municipality(district: District, written: str) -> Municipality:
    code = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0
    found = district.municipalities.filter(pk=code).first()
    if found is None:
        raise Refused.because(_("It is not said in which municipality it lies."), _("Choose from the list."))
    return found
