"""What a disclosure would be, before it is one: purpose, basis, content, and everything that speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.crossing import PEOPLE, consents, may_cross, why_four_eyes
from samvirke.desks.casework.engine.declaration import NOTHING, CaseType
from samvirke.desks.casework.facts.declared import declared_of, todays_path, todays_section
from samvirke.desks.casework.facts.held import answers_of
from samvirke.desks.casework.models import Case, Contribution, Disclosure, Involved, Member, Referral
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import basis
from samvirke.trust.access.gate import Proposal, objections
from samvirke.trust.access.label import label_of
from samvirke.trust.access.queries.basis_standings import is_in_use
from samvirke.trust.identity.models import Agency


@dataclass(frozen=True)
class Drawn:
    """A disclosure as it would be stored. `label` names the bases of what it rests on, itself included."""

    giver: str
    purpose: str
    basis: str
    basis_version: int
    necessity: str
    confirmed: bool
    content: dict[str, Any]
    label: list[str]
    why_four_eyes: str
    objections: list[Said]


def draw(
    case: Case,
    giver: str,
    roles: frozenset[str],
    receivers: Sequence[Agency],
    fields: Sequence[str],
    necessity: str,
    confirmed: bool,
    refers: bool = False,
) -> Drawn:
    """The same for the preview on the page and for the deed. `roles` are those that the actor has in the agency.

    What `refers` a matter goes to agencies that take such cases; the rest goes to those that take part in this one.
    """
    declared = case_type(case.type)
    known = case.stage in {one.name for one in declared.stages}
    stages = declared if known else declared_of(case)
    name, purpose = stages.basis_at(case.stage), stages.purpose_at(case.stage)
    answers, against = answers_of(case, giver), list[Said]()
    if not known:
        against.append(Said(_("Today’s rules know no such stage, so nothing crosses at it.")))
    against += [said for path in fields if (said := crossing_fault(case, case.stage, path))]
    content = {} if against else _content(case, giver, roles, fields, answers, against)
    label = _label(case, giver, content, name)
    if not label_of(*label).permits(purpose):
        against.append(Said(_("What you hold came from others for another purpose, and may not serve this one.")))
    if not receivers:
        against.append(Said(_("Choose who receives it.")))
    if not case.is_open:
        against.append(Said(_("The case is closed.")))
    for receiver in receivers:
        reached = _takes_such(case, declared, receiver) if refers else case.takes_part(receiver.pk)
        if receiver.pk == giver or not reached:
            against.append(Said(_("The receiver takes no part in the case.")))
        else:
            against += _against(case, name, giver, receiver, purpose, necessity, confirmed, answers)
    readers = Member.objects.filter(case=case, agency__in=receivers, until__gt=now()).count()
    subjects = _born(case, declared, giver, content)
    paths = [path if path.startswith(f"{PEOPLE}.") else todays_path(case, path) or path for path in content]
    four = "" if against else why_four_eyes(declared, paths, subjects, readers, case.sealed, today())
    every = [one for at, one in enumerate(against) if one not in against[:at]]
    return Drawn(giver, purpose, name, basis(name).version, necessity.strip(), confirmed, content, label, four, every)


def declared_subject(declared: CaseType, role: str) -> bool:
    """Whether the case is about whoever has this part, rather than about a relative or a guardian of theirs."""
    known = {one.name: one.character for one in declared.people}
    return known.get(role, "concerned") not in ("relative",)


def _born(case: Case, declared: CaseType, giver: str, content: dict[str, Any]) -> list[date | None]:
    """When those were born whom the case is about, whom the giver has named itself or was told of by name.

    Where such a case is always about somebody and the giver knows of nobody, there is one whose age is unknown.
    Whoever is disclosed by name counts too, relatives as far as their age is known.
    """
    own = Involved.objects.filter(case=case, agency_id=giver).select_related("person")
    born = [one.person.born for one in own if declared_subject(declared, one.role)]
    for told in Disclosure.objects.filter(case=case, receiver_id=giver, content__isnull=False, given_at__isnull=False):
        for path, people in (told.content or {}).items():
            section, _dot, role = path.partition(".")
            if section == PEOPLE and declared_subject(declared, role):
                born += [date.fromisoformat(one["born"]) if one["born"] else None for one in people]
    always = declared.some_of or any(one.at_least and declared_subject(declared, one.name) for one in declared.people)
    named = [one.person.born for one in own if f"{PEOPLE}.{one.role}" in content and one.person.born]
    return [*(born or ([None] if always else [])), *named]


def _takes_such(case: Case, declared: CaseType, receiver: Agency) -> bool:
    opens = any(receiver.kind in case_type(name).owner for name in declared.refers_to)
    return opens and receiver.districts.filter(district_id=case.district_id).exists()


def _against(
    case: Case,
    name: str,
    giver: str,
    receiver: Agency,
    purpose: str,
    necessity: str,
    confirmed: bool,
    answers: dict[str, Any],
) -> list[Said]:
    kind = Agency.objects.values_list("kind", flat=True).get(pk=giver)
    proposal = Proposal(kind, receiver.kind, purpose, necessity, consents(answers), confirmed)
    return objections(basis(name), proposal, is_in_use(name, case.district_id))


def _content(
    case: Case,
    giver: str,
    roles: frozenset[str],
    fields: Sequence[str],
    answers: dict[str, Any],
    against: list[Said],
) -> dict[str, Any]:
    """The values as they are now. What is empty, or not the actor's to read, cannot be disclosed."""
    content: dict[str, Any] = {}
    form = declared_of(case)
    for path in fields:
        section, _dot, role = path.partition(".")
        if section == PEOPLE:
            rows = Involved.objects.filter(case=case, agency_id=giver, role=role).select_related("person")
            value: Any = [{"name": one.person.name, "born": str(one.person.born or "")} for one in rows]
        else:
            rule = todays_section(case, section)
            is_theirs = rule is None or not rule.readers or roles & set(rule.readers)
            value = answers.get(path) if is_theirs else None
        if value in (None, "", []):
            against.append(Said(_("There is nothing written in “{field}”."), {"field": field_said(form, path)}))
        else:
            content[path] = value
    if not content and not against:
        against.append(Said(_("Choose what to disclose.")))
    return content


def words_fault(case: Case) -> Fault | None:
    """Why words of one's own may not reach another agency now: where nothing crosses, they would."""
    if not case.is_open:
        return Fault(Said(_("The case is closed.")), Said(_("Nothing more is written in it.")))
    stage = next((one for one in case_type(case.type).stages if one.name == case.stage), None)
    if stage is None or stage.crosses == NOTHING:
        remedy = Said(_("Wait until the case has come further."))
        return Fault(Said(_("Nothing crosses to another agency at this stage.")), remedy)
    return None


def crossing_fault(case: Case, stage: str, path: str) -> Said | None:
    """Why a field of the case's form may not cross at a stage, by today's declaration; nothing when it may."""
    declared = case_type(case.type)
    there = path if path.startswith(f"{PEOPLE}.") else todays_path(case, path)
    if there is None or stage not in {one.name for one in declared.stages}:
        return Said(_("There is no such field."))
    return may_cross(declared, stage, there)


def standing_objections(disclosure: Disclosure) -> list[Said]:
    """What speaks against giving a disclosure that was decided earlier, by what holds now."""
    case, giver = disclosure.case, disclosure.giver_id
    found = [said for path in disclosure.fields if (said := crossing_fault(case, disclosure.stage, path))]
    if not label_of(*disclosure.label).permits(disclosure.purpose):
        found.append(Said(_("What you hold came from others for another purpose, and may not serve this one.")))
    referred = Referral.objects.filter(disclosure=disclosure).exists()
    receives = _takes_such(case, case_type(case.type), disclosure.receiver) if referred else False
    if not case.takes_part(giver) or not (receives or case.takes_part(disclosure.receiver_id)):
        found.append(Said(_("The receiver takes no part in the case.")))
    if not case.is_open:
        found.append(Said(_("The case is closed.")))
    elif case.stage != disclosure.stage:
        found.append(Said(_("The case has moved to another stage since this was decided.")))
    return found + _against(
        case,
        disclosure.basis,
        giver,
        disclosure.receiver,
        disclosure.purpose,
        disclosure.necessity,
        disclosure.not_for_investigation,
        answers_of(case, giver),
    )


def field_said(declared: CaseType, path: str) -> Said:
    """A field in words."""
    section, _dot, name = path.partition(".")
    return Said(declared.role(name).title if section == PEOPLE else declared.question(path).label)


def _label(case: Case, giver: str, content: dict[str, Any], name: str) -> list[str]:
    """The bases of what is disclosed: its own, and those under which the giver had received what it wrote with."""
    paths = [path.split(".") for path in content]
    sections = {section for section, _name in paths if section != PEOPLE}
    roles = {role for section, role in paths if section == PEOPLE}
    written = Contribution.objects.filter(case=case, agency_id=giver, section__in=sections)
    named = Involved.objects.filter(case=case, agency_id=giver, role__in=roles)
    labels = [*written.values_list("label", flat=True), *named.values_list("label", flat=True)]
    return sorted({name, *(one for label in labels for one in label)})
