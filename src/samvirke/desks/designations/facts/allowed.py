"""Whether it is for somebody's agency to propose or decide a kind of place, as the kind declares."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.by import By
from samvirke.trust.access.theirs import is_theirs


def refuse_unless_theirs(actor: Actor, district: District, people: Iterable[By], municipality: int) -> None:
    """Raises `Refused` when such a place, there, is for another agency to propose or decide."""
    if not is_theirs(actor, district.pk, people, municipality):
        raise Refused.because(
            _("This place is not for your agency to propose or decide."),
            _("Ask the agency that the description of the kind names, or the municipality where it lies."),
        )
