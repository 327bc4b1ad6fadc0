"""Names somebody whom a case is about, in their part of it."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.engine.ready import out_of_range
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.facts.held import label_of_holdings
from samvirke.desks.casework.models import Case, Involved
from samvirke.desks.casework.queries.membership import membership
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.known import subjects_of
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.involve", on="case")
def involve(actor: Actor, *, case: Case, person: Person, role: str) -> Involved:
    """Put a person of one's own agency's register into the case.

    Raises `Refused` for another agency's person, an unknown part, an age that the part is not for, and a closed case.
    """
    mine, declared = membership(actor, case), declared_of(case)
    if person.agency_id != mine.agency_id:
        raise Refused.because(_("The person is in another agency's register."), _("Write them into your own."))
    if role not in {one.name for one in declared.people}:
        raise Refused.because(_("Nobody has such a part in this kind of case."), _("Choose one of those offered."))
    if not case.is_open:
        raise Refused.because(_("The case is closed."), _("Nothing more is written in it."))
    wrong = out_of_range(declared, role, person.born, today())
    if wrong is not None:
        raise Refused.because(wrong, _("Check the date of birth, or choose another kind of case."))
    involved, made = Involved.objects.get_or_create(
        case=case,
        agency_id=mine.agency_id,
        person=person,
        role=role,
        defaults={"since": now(), "label": label_of_holdings(case, mine.agency_id)},
    )
    if made:
        happened(actor, case, "involved", (mine.agency_id,), role=role)
    note(involved, role=role, subjects=subjects_of(person))
    return involved


@command("casework.involve", on="case")
def corrected(actor: Actor, *, case: Case, involved: Involved) -> None:
    """Say in the case that what the agency knew of somebody there was corrected; the register keeps what it was."""
    _refuse_if_anothers(actor, case, involved)
    if not case.is_open:
        raise Refused.because(_("The case is closed."), _("Nothing more is written in it."))
    happened(actor, case, "corrected", (involved.agency_id,), role=involved.role)
    note(involved, role=involved.role, subjects=subjects_of(involved.person))


@command("casework.involve", on="case")
def uninvolve(actor: Actor, *, case: Case, involved: Involved) -> None:
    """Take somebody out again whom one's own agency had named."""
    _refuse_if_anothers(actor, case, involved)
    happened(actor, case, "uninvolved", (involved.agency_id,), role=involved.role)
    note(involved, role=involved.role, subjects=subjects_of(involved.person))
    involved.delete()


def _refuse_if_anothers(actor: Actor, case: Case, involved: Involved) -> None:
    if involved.agency_id != membership(actor, case).agency_id or involved.case_id != case.pk:
        raise Refused.because(_("The person is in another agency's register."), _("Ask that agency."))
