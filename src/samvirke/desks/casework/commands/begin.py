"""Opens a case: under today's declaration, in the district's periods, with whoever opens it as its lead."""

from __future__ import annotations

from django.db.models import Max

from samvirke.desks.casework.commands.happened import counted, happened
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.facts.type_standings import entered_periods, type_standings
from samvirke.desks.casework.models import Case, DeclaredType, Member, Participant
from samvirke.desks.casework.models.member import NEED_TO_KNOW
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.nearest import none_such
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("casework.begin", on="agency")
def begin(
    actor: Actor,
    *,
    agency: Agency,
    district: District,
    case_type: str,
    reason: str,
    municipality: Municipality | None = None,
    invented: bool = False,
) -> Case:
    """The new case. Raises `Refused` when such cases cannot be opened here, with every reason why."""
    declared = _usable(agency, district, case_type)
    if not reason.strip():
        raise Refused.because(_("It is not said why the case is opened."), _("Write it in a sentence."))
    refuse_if_too_long(Member, reason=reason)
    version = DeclaredType.objects.filter(name=declared.name, version=declared.version).first()
    if version is None:
        raise Refused.because(_("The kinds of case have not been stored."), _("Run: samvirke migrate"))
    day, moment, first = today(), actor.moment, declared.first_stage.name
    # The agency's row is locked, so that two cases never get one number.
    Agency.objects.select_for_update().get(pk=agency.pk)
    last = Case.objects.filter(owner=agency, year=day.year).aggregate(last=Max("number"))["last"] or 0
    case = Case.objects.create(
        district=district,
        municipality=municipality,
        owner=agency,
        type=declared.name,
        declared=version,
        year=day.year,
        number=last + 1,
        stage=first,
        stage_since=day,
        due_on=due_on(declared, first, day, {}, entered_periods(district.pk, declared.name, agency.pk)),
        opened_on=day,
        changed_at=moment,
        invented=invented,
    )
    Participant.objects.create(case=case, agency=agency, since=moment)
    Member.objects.create(
        case=case,
        account_id=actor.key,
        agency=agency,
        of_owner=True,
        leads=True,
        reason=reason.strip(),
        since=moment,
        until=moment + NEED_TO_KNOW,
        seen_at=moment,
    )
    happened(actor, case, "opened")
    if first in declared.counts:
        counted(case, first, 0)
    note(case, type=case.type, version=declared.version)
    return case


def _usable(agency: Agency, district: District, case_type: str) -> CaseType:
    standing = type_standings(district.pk).get(case_type)
    if standing is None:
        said = Said(_("There is no kind of case “{name}”."), {"name": case_type})
        raise none_such(said, case_type, case_types())
    if standing.against:
        remedy = Said(_("Ask the district's leadership to enter it."))
        raise Refused(*(Fault(reason, remedy) for reason in standing.against))
    if agency.kind not in standing.type.owner or not agency.districts.filter(district_id=district.pk).exists():
        raise Refused.because(
            _("Your agency does not open this kind of case here."), _("Refer the matter to the agency that does.")
        )
    return standing.type
