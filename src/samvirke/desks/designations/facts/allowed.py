"""Whether it is for somebody's agency to propose or decide a kind of place, as the kind declares."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.by import By
from samvirke.trust.access.theirs import is_theirs


def refuse_unless_theirs(actor: Actor, district: District, people: Iterable[By]) -> None:
    """Raises `Refused` when this kind of place is for another agency to propose or decide."""
    if not is_theirs(actor, district.pk, people):
        raise Refused.because(
            _("This kind of place is not for your agency to propose or decide."),
            _("Ask the agency that the description of the kind names."),
        )
