"""Whether a declared thing is for somebody: by the agencies they work in, and their roles there."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from samvirke.trust.access.actor import Actor
from samvirke.trust.access.by import By
from samvirke.trust.identity.models import Agency


def is_theirs(actor: Actor, district_id: str, people: Iterable[By], municipality: int | None = None) -> bool:
    """Whether they have one of the roles in an agency of the right kind that takes part in the district.

    A municipality speaks for itself alone, where `municipality` says where the thing lies. A part of the system works
    for all of them: whoever operates the machine loads what was decided elsewhere.
    """
    if actor.account is None:
        return True
    posts = [(one.agency, actor.agencies_as(one.roles)) for one in people]
    rows = Agency.objects.filter(districts__district_id=district_id)
    if municipality is not None:
        rows = rows.filter(~Q(kind="municipality") | Q(municipality=municipality))
    return any(rows.filter(kind=kind, pk__in=agencies).exists() for kind, agencies in posts if agencies)
