"""Writes an agency's own contribution to a section of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.declaration import Section
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.facts.held import answers_of, known_to, label_of_holdings, subjects_held
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.models import Case, Contribution
from samvirke.desks.casework.queries.membership import membership
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.write", on="case")
def write_section(actor: Actor, *, case: Case, section: str, answers: Mapping[str, Any], version: int) -> Contribution:
    """Put the answers of one section; `version` is the one that was read, 0 for a section not yet written.

    Raises `Refused` when the case is closed, the section is not the agency's, an answer does not fit, or somebody else
    wrote in between: then nothing is stored.
    """
    case = _as_it_is_now(case)
    declared, mine = declared_of(case), membership(actor, case)
    found = _section(case, section, mine.agency_id, mine.roles)
    elsewhere = answers_of(case, mine.agency_id)
    fitting, faults = checked(declared, found, answers, elsewhere)
    refuse_if_any(faults)
    values = {
        "answers": fitting,
        "label": label_of_holdings(case, mine.agency_id),
        "changed_at": now(),
        "changed_by_id": actor.key,
    }
    where = {"case": case, "agency_id": mine.agency_id, "section": section}
    if version == 0:
        written, made = Contribution.objects.get_or_create(**where, defaults=values)
        changed = int(made)
    else:
        rows = Contribution.objects.filter(**where, version=version)
        changed = rows.update(**values, version=version + 1)
        written = Contribution.objects.filter(**where).first() if changed else None  # type: ignore[assignment]
    if not changed:
        raise Refused.because(
            _("Somebody else has changed this section since you opened it."),
            _("Reload the page; what you wrote is still in the form of the other window."),
        )
    _move_clock(case, mine.agency_id)
    happened(actor, case, "wrote", (mine.agency_id,), section=section)
    note(written, section=section, version=written.version, subjects=subjects_held(case, mine.agency_id))
    return written


def _as_it_is_now(case: Case) -> Case:
    """Locked: it may have been moved or closed since it was loaded, and must not be until this is written."""
    found = Case.objects.select_for_update().filter(pk=case.pk).first()
    if found is None or not found.is_open:
        raise Refused.because(_("The case is closed."), _("Nothing more is written in it."))
    return found


def _section(case: Case, name: str, agency_id: str, roles: frozenset[str]) -> Section:
    declared = declared_of(case)
    kind = case.participants.select_related("agency").get(agency_id=agency_id, until__isnull=True).agency.kind
    section = next((one for one in declared.sections if one.name == name), None)
    # Who reads a section is today's declaration's to say, also in a case opened under an earlier one.
    today_there = next((one for one in case_type(case.type).sections if one.name == name), section)
    if section is None or today_there is None or kind not in today_there.by:
        raise Refused.because(_("Your agency does not write in this section."), _("Write in a section of your own."))
    if today_there.readers and roles.isdisjoint(today_there.readers):
        what = Said(_("“{section}” is for others of your agency."), {"section": Said(section.title)})
        raise Refused.because(what, _("Ask whoever leads the case."))
    return section


def _move_clock(case: Case, agency_id: str) -> None:
    """A deadline may count from an answer that was just given by the owner."""
    if agency_id != case.owner_id:
        return
    declared, answers = declared_of(case), known_to(case, agency_id)
    entered = entered_periods(case.district_id, case.type, case.owner_id)
    Case.objects.filter(pk=case.pk).update(due_on=due_on(declared, case.stage, case.stage_since, answers, entered))
