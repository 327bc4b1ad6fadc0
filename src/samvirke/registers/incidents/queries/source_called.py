"""A source by its name, or a refusal that says which there are and how to bring one in."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.models import Source

_NO_DISTRICT = Said(_("No district is loaded; load one with: samvirke district load districts/oestjylland"))


def source_called(name: str) -> Source:
    """Raises `Refused` when there is no such source."""
    found = Source.objects.select_related("district").filter(pk=name).first()
    if found is None:
        known = ", ".join(
            f"{source} ({district})" for source, district in Source.objects.values_list("pk", "district_id")
        )
        what = Said(_("There is no source called “{name}”."), {"name": name})
        remedy = Said(_("Sources are: {known}."), {"known": known}) if known else _NO_DISTRICT
        raise Refused.because(what, remedy)
    return found
