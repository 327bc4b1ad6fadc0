"""A local problem as somebody read it before they changed it, and what its people and days must be."""

from __future__ import annotations

from datetime import date

from samvirke.desks.designations.models import Problem
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


def problem_now(problem: Problem, version: int) -> Problem:
    """The open row, locked until the deed ends. Raises `Refused` when it is closed, or has changed since."""
    found = Problem.objects.select_for_update(of=("self",)).select_related("district").get(pk=problem.pk)
    if found.version != version:
        raise Refused.because(
            _("Somebody else has changed this problem since you opened it."),
            _("Reload the page, see what they wrote, and write yours again."),
        )
    if not found.is_open:
        raise Refused.because(_("The problem is closed."), _("Open a new one that refers to it."))
    return found


def refuse_other_owners(district: District, municipality: Municipality, officer: Account, partner: Account) -> None:
    """Raises `Refused` unless one is of the district's police and the other of that municipality."""
    police = {row.agency_id for row in live_affiliations(officer)}
    if district.police_id not in police:
        raise Refused.because(
            _("The officer does not work in the police of the district."), _("Choose somebody from the list.")
        )
    if municipality.pk not in {row.agency.municipality for row in live_affiliations(partner)}:
        raise Refused.because(
            _("The other owner does not work in the municipality."), _("Choose somebody of that municipality.")
        )


def refuse_unless_ahead(day: date) -> None:
    """Raises `Refused` for a next look that is not ahead."""
    if day <= today():
        raise Refused.because(
            _("The next look is not ahead."), _("Choose a day on which you look at the problem again.")
        )
