"""Begins a search among the agency's own reports: inside a referral, by a stated criterion, for a stated time."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.facts.searchable import SEARCH, against_search
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.matching.fields import UNITS
from samvirke.desks.casework.models import Case, Search
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.persons.sealed import match
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

# Shorter is no criterion: it does not say what is looked for and why.
_SHORTEST = 20
ANOTHER_IS_OPEN = Fault(Said(_("A search of this case is open.")), Said(_("End it before you begin another.")))


@command("casework.begin-search", on="case")
def begin_search(
    actor: Actor, *, case: Case, about: str, criterion: str, reports_from: date, reports_to: date
) -> Search:
    """The new search, without reports. The criterion goes into the trail, on the side that can be forgotten.

    Raises `Refused` outside a referral, without a criterion, for a period that is none or lies ahead, while another
    search of the case is open, and where the district has not entered how long reports are kept.
    """
    case = as_it_is_now(case)
    against = against_search(case)
    if against is not None:
        raise Refused(against)
    if about not in UNITS:
        raise Refused.because(_("It is not said what is looked for."), _("Choose a child or a family."))
    if len(criterion.strip()) < _SHORTEST:
        raise Refused.because(
            _("The criterion does not say what is looked for and why."), _("Write it in a sentence."), key="criterion"
        )
    refuse_if_too_long(Search, criterion=criterion)
    if not reports_from <= reports_to <= today():
        raise Refused.because(
            _("The period is no period, or lies ahead."), _("Write its first and last day."), key="reports_from"
        )
    if Search.objects.filter(case=case, ended_on__isnull=True).exists():
        raise Refused(ANOTHER_IS_OPEN)
    made = Search.objects.create(
        case=case,
        agency_id=case.owner_id,
        number=(Search.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0) + 1,
        about=about,
        criterion=criterion.strip(),
        reports_from=reports_from,
        reports_to=reports_to,
        match_key_id=match("", case.owner_id).key_id,
        begun_on=today(),
        begun_by_id=actor.key,
        forget_on=today() + timedelta(days=_days(case)),
        invented=case.invented,
    )
    happened(actor, case, "began-search", (case.owner_id,), search=made.number)
    declared = declared_of(case)
    note(
        made,
        about=about,
        why=made.criterion,
        purpose=declared.purpose_at(case.stage),
        basis=declared.basis_at(case.stage),
    )
    return made


def _days(case: Case) -> int:
    days = entered_periods(case.district_id, case.type, case.owner_id)(SEARCH)
    if days is None:
        raise Refused.because(
            _("The district has not entered how long the reports of a search are kept."),
            _("Ask the district's leadership to enter it."),
        )
    return days
