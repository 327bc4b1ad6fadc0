"""A source by its name, or a refusal that says which there are and how to bring one in."""

from __future__ import annotations

from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.queries.districts import NO_DISTRICT


def source_called(name: str) -> Source:
    """Raises `Refused` when there is no such source."""
    found = Source.objects.select_related("district").filter(pk=name).first()
    if found is None:
        what = Said(_("There is no source called “{name}”."), {"name": name})
        raise none_such(what, name, Source.objects.values_list("pk", flat=True), NO_DISTRICT)
    return found
