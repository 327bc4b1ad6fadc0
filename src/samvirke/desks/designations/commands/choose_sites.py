"""Keeps which of the sites that a study proposed people chose, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from samvirke.desks.designations.models import Placement
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

Where = tuple[float, float]


@command("designations.choose-sites", on="district")
def choose_sites(
    actor: Actor,
    *,
    district: District,
    kind: str,
    study: UUID,
    sites: Sequence[Where],
    taken: Collection[int],
    reason: str,
    figures: Mapping[str, Any],
) -> Placement:
    """Keep the choice; `sites` are longitude and latitude, `taken` their numbers from 1.

    Raises `Refused` without a reason, for a number that is none of theirs, and when a choice has been made.
    """
    if not reason.strip():
        raise Refused.because(
            _("It is not said why."), _("Write why these sites were taken and the others were not: it is kept.")
        )
    if not set(taken) <= set(range(1, len(sites) + 1)):
        raise Refused.because(_("What was chosen is no longer there."), _("Reload the page."))
    # One after the other, so that of two who choose at once the second is told.
    District.objects.select_for_update().get(pk=district.pk)
    if Placement.objects.filter(study=study).exists():
        raise Refused.because(
            _("A choice has already been made from this study."), _("Ask the study again to choose anew.")
        )
    made = Placement.objects.create(
        district=district,
        kind=kind,
        study=study,
        sites=[
            {"number": number, "longitude": longitude, "latitude": latitude, "taken": number in set(taken)}
            for number, (longitude, latitude) in enumerate(sites, start=1)
        ],
        figures=dict(figures),
        reason=reason.strip(),
        chosen_on=today(),
        by_id=actor.account,
    )
    note(made, kind=kind, study=str(study), taken=made.taken)
    return made
