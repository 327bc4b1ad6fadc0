"""Everything that stands in the way of a case's next stage: what is asked, who is missing, and the law behind it."""

from __future__ import annotations

from samvirke.desks.casework.engine.declaration import Stage
from samvirke.desks.casework.engine.ready import obstacles
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.facts.held import known_to
from samvirke.desks.casework.models import Case, Involved
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import today
from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import basis
from samvirke.trust.access.queries.basis_standings import basis_standings


def obstacles_to(case: Case, stage: Stage) -> list[Said]:
    """Every reason why the case cannot enter the stage today; empty when it can. For the owner, on what it knows."""
    own = Involved.objects.filter(case=case, agency_id=case.owner_id).select_related("person")
    people = [(one.role, one.person.born) for one in own]
    found = obstacles(declared_of(case), stage, known_to(case, case.owner_id), people, today())
    return found if stage.outcomes else found + _unlawful(case, stage)


def _unlawful(case: Case, stage: Stage) -> list[Said]:
    """Today's declaration says on what the stage rests, and the district whether that is in use."""
    declared = case_type(case.type)
    if stage.name not in {one.name for one in declared.stages}:
        return []
    name = declared.basis_at(stage.name)
    standing = basis_standings(case.district_id)[name]
    if standing.in_use:
        return []
    values = {"basis": Said(basis(name).title), "why": standing.because}
    return [Said(_("“{basis}” is not in use. {why}"), values)]
