"""Whether it is for somebody's agency to propose or decide a kind of place, as the kind declares."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from samvirke.desks.designations.engine.kind import By
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency


def is_theirs(actor: Actor, district: District, people: Iterable[By], municipality: int | None = None) -> bool:
    """Whether they have one of the roles in an agency of the right kind that takes part in the district.

    A municipality speaks for its own places alone, where `municipality` says where the place lies. A part of the
    system works for all of them: whoever operates the machine loads what was decided elsewhere.
    """
    if actor.account is None:
        return True
    posts = [(one.agency, actor.agencies_as(one.roles)) for one in people]
    rows = Agency.objects.filter(districts__district_id=district.pk)
    if municipality is not None:
        rows = rows.filter(~Q(kind="municipality") | Q(municipality=municipality))
    return any(rows.filter(kind=kind, pk__in=agencies).exists() for kind, agencies in posts if agencies)


def refuse_unless_theirs(actor: Actor, district: District, people: Iterable[By], municipality: int) -> None:
    """Raises `Refused` when such a place, there, is for another agency to propose or decide."""
    if not is_theirs(actor, district, people, municipality):
        raise Refused.because(
            _("This place is not for your agency to propose or decide."),
            _("Ask the agency that the description of the kind names, or the municipality where it lies."),
        )
