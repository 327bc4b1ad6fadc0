"""A kind of case in words, generated from its declaration: who, on which basis, which stages, kept how long."""

from __future__ import annotations

from typing import Any

from samvirke.desks.casework.engine.declaration import CaseType, Clock, FromConfiguration, Role, Section
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.register import case_types
from samvirke.doors.web.casework.stages import amount_said, stage_shown
from samvirke.doors.web.casework.wording import agency_kinds, kind_said
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import CONFIDENCE
from samvirke.trust.access.queries.basis_standings import Standing, basis_standings
from samvirke.trust.identity.models.affiliation import ROLES

_CHARACTERS = {
    "suspected": _("suspected of an offence"),
    "convicted": _("convicted of an offence"),
    "harmed": _("harmed by an offence"),
    "witness": _("witness"),
    "relative": _("relative or guardian"),
    "child": _("child whom the case concerns"),
    "concerned": _("person whom the case concerns"),
    "applicant": _("applicant or sender"),
}
TOLD = {
    "taken-up": _("it was taken up"),
    "already-known": _("it was known already"),
    "passed-on": _("it was passed on"),
    "not-taken-up": _("it was not taken up"),
}
_SURE = dict(
    zip(
        CONFIDENCE,
        (
            _("the law's own text was seen"),
            _("one good source was seen"),
            _("one weak source was seen"),
            _("no source was found"),
        ),
        strict=True,
    )
)


def described(one: CaseType, district_id: str, speech: Speech) -> dict[str, Any]:
    """Everything that the page of a kind shows."""
    bases = basis_standings(district_id)
    entered = entered_periods(district_id, one.name)
    known = case_types()
    return {
        "opened_by": agency_kinds(one.owner, speech),
        "joined_by": agency_kinds(one.joined_by, speech),
        "refers_to": speech.listed([kind_said(name, speech) for name in one.refers_to if name in known]) or "–",
        "version": one.version,
        "bases": [_basis(bases[name], speech) for name in one.bases],
        "people": [_role(role, speech) for role in one.people],
        "stages": [stage_shown(one, stage, entered, speech) for stage in one.stages],
        "sections": [_section(section, speech) for section in one.sections],
        "outcomes": [
            {"title": speech.say(end.title), "told": speech.say(TOLD[end.told]), "erases": end.erases}
            for stage in one.stages
            for end in stage.outcomes
        ],
        "kept": _kept(one, entered("keep"), speech),
        "unverified": [speech.say(said) for said in one.unverified],
    }


def _basis(found: Standing, speech: Speech) -> dict[str, Any]:
    return {
        "title": speech.say(found.basis.title),
        "law": speech.say(found.basis.law),
        "sure": speech.say(_SURE[found.basis.confidence]),
        "duty": found.basis.duty,
        "crosses": found.basis.joins_agencies,
        "in_use": found.in_use,
        "because": found.because.text(speech.language),
    }


def _role(role: Role, speech: Speech) -> dict[str, str]:
    remarks = []
    if role.at_least:
        remarks.append(Said(_("at least {count}"), {"count": role.at_least}))
    if role.ages:
        remarks.append(Said(_("{youngest} to {oldest} years"), {"youngest": role.ages[0], "oldest": role.ages[1]}))
    if role.guardian_below:
        remarks.append(Said(_("a guardian below {age}"), {"age": role.guardian_below}))
    return {
        "title": speech.say(role.title),
        "character": speech.say(_CHARACTERS[role.character]),
        "remarks": "; ".join(one.text(speech.language) for one in remarks) or "–",
    }


def _section(section: Section, speech: Speech) -> dict[str, Any]:
    readers = speech.listed([speech.say(ROLES[role]) for role in section.readers])
    return {
        "title": speech.say(section.title),
        "by": agency_kinds(section.by, speech),
        "readers": readers or speech.say(_("everyone of the agency who works on the case")),
        "confidential": section.confidential,
        "questions": [speech.say(asked.label) for asked in section.questions],
    }


def _kept(one: CaseType, entered: int | None, speech: Speech) -> str:
    if entered:
        period = days_said(entered, speech)
        return speech.say(_("{period} after it is closed, as the district has entered."), period=period)
    if isinstance(one.keep, FromConfiguration):
        return speech.say(_("The district has not entered how long such a case is kept."))
    return _by_law(one.keep, speech)


def _by_law(keep: Clock, speech: Speech) -> str:
    period, source = amount_said(keep, speech), speech.say(keep.source)
    return speech.say(_("{period} after it is closed ({source})."), period=period, source=source)


def days_said(days: int, speech: Speech) -> str:
    """“30 days”."""
    return Said(_("{count} day"), {"count": days}, _("{count} days")).text(speech.language)
