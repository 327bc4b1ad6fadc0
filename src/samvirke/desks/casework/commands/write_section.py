"""Writes an agency's own contribution to a section of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.declaration import Section
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.declared import declared_of, todays_section
from samvirke.desks.casework.facts.held import answers_of, known_to, label_of_holdings, subjects_held
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.models import Case, Contribution
from samvirke.desks.casework.queries.membership import membership
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
    case = as_it_is_now(case)
    if not case.is_open:
        raise Refused.because(_("The case is closed."), _("Nothing more is written in it."))
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
        written, is_ours = Contribution.objects.get_or_create(**where, defaults=values)
    else:
        is_ours = bool(Contribution.objects.filter(**where, version=version).update(**values, version=version + 1))
        written = Contribution.objects.get(**where) if is_ours else Contribution()
    if not is_ours:
        raise Refused.because(
            _("Somebody else has changed this section since you opened it."),
            _("Reload the page; what you wrote is still in the form of the other window."),
        )
    _move_clock(case, mine.agency_id)
    happened(actor, case, "wrote", (mine.agency_id,), section=section)
    note(written, section=section, version=written.version, subjects=subjects_held(case, mine.agency_id))
    return written


def _section(case: Case, name: str, agency_id: str, roles: frozenset[str]) -> Section:
    kind = case.participants.select_related("agency").get(agency_id=agency_id, until__isnull=True).agency.kind
    section = next((one for one in declared_of(case).sections if one.name == name), None)
    # Who writes and reads there is today's declaration's to say, also in a case opened under an earlier one.
    rule = todays_section(case, name)
    if section is None or rule is None or kind not in rule.by:
        raise Refused.because(_("Your agency does not write in this section."), _("Write in a section of your own."))
    if rule.readers and roles.isdisjoint(rule.readers):
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
