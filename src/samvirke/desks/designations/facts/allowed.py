"""Whether it is for somebody's agency to propose or decide a kind of place, as the kind declares."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.desks.designations.engine.kind import By
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency


def is_theirs(actor: Actor, district: District, people: Iterable[By]) -> bool:
    """Whether they have one of the roles in an agency of the right kind that takes part in the district.

    A part of the system works for all of them: whoever operates the machine loads what was decided elsewhere.
    """
    if actor.account is None:
        return True
    posts = [(one.agency, actor.agencies_as(one.roles)) for one in people]
    rows = Agency.objects.filter(districts__district_id=district.pk)
    return any(rows.filter(kind=kind, pk__in=agencies).exists() for kind, agencies in posts if agencies)


def refuse_unless_theirs(actor: Actor, district: District, people: Iterable[By]) -> None:
    """Raises `Refused` when this kind of place is for another agency to propose or decide."""
    if not is_theirs(actor, district, people):
        raise Refused.because(
            _("This kind of place is not for your agency to propose or decide."),
            _("Ask the agency that the description of the kind names."),
        )
