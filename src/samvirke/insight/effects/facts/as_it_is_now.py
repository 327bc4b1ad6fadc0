"""A design as somebody read it before they changed it: who was overtaken is told, nothing is overwritten."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.effects.models import Design


def as_it_is_now(design: Design, version: int) -> Design:
    """The row, locked until the deed ends. Raises `Refused` when it has changed since."""
    found = Design.objects.select_for_update(of=("self",)).select_related("district").get(pk=design.pk)
    if found.version != version:
        raise Refused.because(
            _("Somebody else has changed this design since you opened it."),
            _("Reload the page, see what they wrote, and write yours again."),
        )
    return found
