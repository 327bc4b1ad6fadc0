"""Freezes evidence for a place as it stands today: data, analysis, parameters and figures, never changed afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samvirke.desks.designations.facts.digest import digest_of
from samvirke.desks.designations.facts.figures import Figure, refuse_unless_whole
from samvirke.desks.designations.models import Designation, Evidence
from samvirke.desks.designations.models.designation import IN_FORCE, PROPOSED
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Shown:
    """What shows it. `data` names the source and its version, `analysis` the study or the method."""

    says: str
    data: str
    data_from: date
    data_until: date
    analysis: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    police_count: int | None = None
    hospital_count: int | None = None
    is_baseline: bool = False


@command("designations.freeze", on="designation")
def freeze(actor: Actor, *, designation: Designation, shown: Shown) -> Evidence:
    """Keep it with a digest. While a place is in force this is what its renewal rests on.

    Raises `Refused` when it does not say on what it rests, for data that are still coming in, for a share without n,
    for a baseline without figures, for the same evidence twice, and for a place that has ended.
    """
    there = Designation.objects.select_for_update().get(pk=designation.pk)
    if there.state not in (PROPOSED, IN_FORCE):
        raise Refused.because(_("The place has ended."), _("Propose it anew, with evidence of today."))
    _refuse_unless_sound(shown)
    facts = {
        "term": there.term + (there.state == IN_FORCE),
        "frozen_on": today(),
        "says": shown.says.strip(),
        "data": shown.data.strip(),
        "data_from": shown.data_from,
        "data_until": shown.data_until,
        "analysis": shown.analysis.strip(),
        "parameters": {name: str(value) for name, value in sorted(shown.parameters.items())},
        "figures": [one.stored() for one in shown.figures],
        "police_count": shown.police_count,
        "hospital_count": shown.hospital_count,
        "is_baseline": shown.is_baseline,
    }
    digest = digest_of(there.pk, facts)
    if Evidence.objects.filter(designation=there, digest=digest).exists():
        raise Refused.because(_("This evidence is frozen already."), _("Reload the page."))
    made = Evidence.objects.create(designation=there, digest=digest, by_id=actor.account, **facts)
    note(made, digest=digest)
    return made


def _refuse_unless_sound(shown: Shown) -> None:
    if not (shown.says.strip() and shown.data.strip() and shown.analysis.strip()):
        raise Refused.because(
            _("It is not said what shows it, from which data and by which analysis."), _("Write all three.")
        )
    refuse_if_too_long(Evidence, data=shown.data, analysis=shown.analysis)
    if shown.data_until < shown.data_from:
        raise Refused.because(_("The data end before they begin."), _("Correct one of the two dates."))
    if shown.data_until > today():
        raise Refused.because(
            _("The data end after today: they are not all there yet."), _("Write the last day that the data cover.")
        )
    refuse_unless_whole(shown.figures)
    counts = [one for one in (shown.police_count, shown.hospital_count) if one is not None]
    if shown.is_baseline and not (shown.figures or counts):
        raise Refused.because(
            _("A baseline without figures cannot be compared with anything."), _("Write at least one figure.")
        )
