"""Keeps who owns a restricted paper of a place, where it lies and when it is reviewed; never what it says."""

from __future__ import annotations

from datetime import date

from samvirke.desks.designations.facts.as_it_is_now import as_it_is_now
from samvirke.desks.designations.models import Designation, RestrictedPlan
from samvirke.desks.designations.models.designation import IN_FORCE, PROPOSED
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("designations.keep-restricted", on="designation")
def keep_restricted(
    actor: Actor,
    *,
    designation: Designation,
    version: int,
    owner: Agency,
    kept_where: str,
    reviewed_on: date,
    review_by: date,
) -> RestrictedPlan:
    """Enter it, or that it was reviewed. Raises `Refused` for a kind without such a paper, and for impossible days."""
    there = as_it_is_now(designation, version, PROPOSED, IN_FORCE)
    if not kind_called(there.kind).plan:
        raise Refused.because(_("No restricted paper belongs to this kind of place."), _("Reload the page."))
    if not owner.districts.filter(district_id=there.district_id).exists():
        raise Refused.because(_("The owner takes no part in the district."), _("Choose an agency of the district."))
    if not kept_where.strip():
        raise Refused.because(
            _("It is not said where the paper is kept."), _("Write its journal number; never what stands in it.")
        )
    refuse_if_too_long(RestrictedPlan, kept_where=kept_where)
    if reviewed_on > today() or review_by <= reviewed_on:
        raise Refused.because(
            _("The paper was reviewed on a day that is past, and is reviewed again after it."), _("Correct the days.")
        )
    facts = {"owner": owner, "kept_where": kept_where.strip(), "reviewed_on": reviewed_on, "review_by": review_by}
    kept, _made = RestrictedPlan.objects.update_or_create(designation=there, defaults=facts)
    there.version += 1
    there.save(update_fields=["version"])
    note(kept)
    return kept
