"""Opens a file on a local problem, with an officer and somebody of the municipality who own it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samvirke.desks.designations.facts.problem_now import refuse_other_owners, refuse_unless_ahead
from samvirke.desks.designations.models import Problem
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account


@dataclass(frozen=True)
class Opened:
    """What keeps happening and where, who owns it, and when they look at it next."""

    municipality: Municipality
    title: str
    about: str
    officer: Account
    partner: Account
    next_look: date


@command("designations.open-problem", on="district")
def open_problem(actor: Actor, *, district: District, opened: Opened, invented: bool = False) -> Problem:
    """Begin with the scan. Raises `Refused` for a stranger as owner, no words, or a next look that is not ahead."""
    if opened.municipality.district_id != district.pk:
        raise Refused.because(_("The municipality lies in another district."), _("Choose one from the list."))
    if not opened.title.strip() or not opened.about.strip():
        raise Refused.because(
            _("It is not said what the problem is."), _("Write what keeps happening, where and when, without names.")
        )
    refuse_if_too_long(Problem, title=opened.title)
    refuse_other_owners(district, opened.municipality, opened.officer, opened.partner)
    refuse_unless_ahead(opened.next_look)
    made = Problem.objects.create(
        district=district,
        municipality=opened.municipality,
        title=opened.title.strip(),
        about=opened.about.strip(),
        officer=opened.officer,
        partner=opened.partner,
        opened_on=today(),
        next_look=opened.next_look,
        invented=invented,
    )
    note(made)
    return made
