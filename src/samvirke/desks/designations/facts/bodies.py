"""Which bodies may have discussed or decided a place, as its kind declares."""

from __future__ import annotations

from samvirke.desks.designations.engine.kind import Kind
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District


def refuse_other_body(kind: Kind, district: District, body: Body) -> None:
    """Raises `Refused` for a body of another district, or of another kind than must have discussed it."""
    if body.district_id != district.pk:
        raise Refused.because(_("The body belongs to another district."), _("Choose one from the list."))
    if kind.discussed_in and body.kind != kind.discussed_in:
        raise Refused.because(
            _("Another kind of body has to discuss such a place."), _("Choose the body that the description names.")
        )
