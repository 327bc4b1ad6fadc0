"""Every legal basis as it stands in a district: in use, or not and why."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import Basis, all_bases, basis
from samvirke.trust.access.models import BasisInUse


@dataclass(frozen=True)
class Standing:
    """A basis, whether cases may rest on it in the district, and the words for it."""

    basis: Basis
    in_use: bool
    because: Said
    entered: BasisInUse | None = None


def basis_standings(district_id: str) -> dict[str, Standing]:
    """By the name of the basis."""
    live = BasisInUse.objects.filter(district_id=district_id, until__isnull=True)
    entered = {one.basis: one for one in live}
    return {name: _standing(found, entered.get(name)) for name, found in all_bases().items()}


def is_in_use(name: str, district_id: str) -> bool:
    """Whether cases may rest on a basis in a district; `LookupError` when none is called so."""
    basis(name)
    return basis_standings(district_id)[name].in_use


def _standing(found: Basis, entered: BasisInUse | None) -> Standing:
    if entered is not None and entered.version != found.version:
        return Standing(found, False, Said(_("The district answered for another version of it.")), entered)
    if entered is not None:
        given = {"reference": entered.reference, "assessment": entered.assessment}
        because = Said(_("The district’s reference: {reference}; assessment: {assessment}."), given)
        return Standing(found, True, because, entered)
    if found.is_verified:
        return Standing(found, True, Said(found.law))
    return Standing(found, False, Said(_("Not verified: the district has to enter its reference and its assessment.")))
