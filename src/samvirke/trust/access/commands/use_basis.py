"""A district answers for a legal basis, or stops using it."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.basis import all_bases
from samvirke.trust.access.guard import command, note
from samvirke.trust.access.models import BasisInUse


@command("access.use-basis", on="district")
def use_basis(
    actor: Actor, *, district: Any, basis: str, reference: str, assessment: str, invented: bool = False
) -> BasisInUse:
    """Write the district's reference and the name of its assessment; what it entered before ends now.

    Raises `Refused` for an unknown basis, and where a word is missing.
    """
    found = all_bases().get(basis)
    if found is None:
        raise none_such(Said(_("There is no legal basis “{name}”."), {"name": basis}), basis, all_bases())
    reference, assessment = reference.strip(), assessment.strip()
    if not (reference and assessment):
        missing = _("The reference or the data protection assessment is missing.")
        raise Refused.because(
            missing, _("Name the provision with its date, and the assessment with its journal number.")
        )
    _end(district.pk, basis)
    written = BasisInUse.objects.create(
        district_id=district.pk,
        basis=basis,
        version=found.version,
        reference=reference,
        assessment=assessment,
        since=now(),
        invented=invented,
    )
    note(written, basis=basis, version=found.version)
    return written


@command("access.leave-basis", on="district")
def leave_basis(actor: Actor, *, district: Any, basis: str) -> None:
    """From now on no new case may rest on what the district entered."""
    if not _end(district.pk, basis):
        what = Said(_("The district has entered nothing for “{name}”."), {"name": basis})
        raise Refused.because(what, _("There is nothing to end."))
    note(basis=basis)


def _end(district_id: str, basis: str) -> int:
    return BasisInUse.objects.filter(district_id=district_id, basis=basis, until__isnull=True).update(until=now())
