"""The sections of a case for its page: one's own, what others disclosed and through what, and what is only known of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse

from samvirke.desks.casework.engine.declaration import Section
from samvirke.desks.casework.facts.parts import DISCLOSED, HIDDEN, NARROW, OWN, Part
from samvirke.desks.casework.models import Case, Disclosure
from samvirke.desks.casework.models.ask import DECLINED, OPEN
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.register import case_type
from samvirke.doors.web.casework.content import answer_said
from samvirke.doors.web.casework.room import day_of
from samvirke.foundation.clock import now
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import basis

# Of the owner's labels: one's own agency, one that has disclosed, one whose section stays closed.
SHOWN = {OWN: "mine", NARROW: "mine", DISCLOSED: "theirs", HIDDEN: "closed"}


def sections(speech: Speech, view: CaseView) -> list[dict[str, Any]]:
    """Each section of each agency once, in the order of the declaration."""
    grouped: dict[tuple[str, str], list[Part]] = {}
    for part in view.parts:
        # What is only known of stands together, whoever holds it.
        whose = HIDDEN if part.kind == HIDDEN else part.agency
        grouped.setdefault((part.section.name, whose), []).append(part)
    return [_section(speech, view, parts) for parts in grouped.values()]


def through(speech: Speech, case: Case, mine: str, one: Disclosure, count: int) -> dict[str, Any]:
    """The box that says through which disclosure something is seen."""
    few, more = _("{agency} sees {count} field through {number}"), _("{agency} sees {count} fields through {number}")
    said = Said(few, {"agency": mine, "count": count, "number": one.label_said}, plural=more)
    return {
        "said": said.text(speech.language),
        "law": speech.say(basis(one.basis).law),
        "necessity": one.necessity,
        "expires": day_of(speech, one.expires_at),
        "not_for_investigation": one.not_for_investigation,
        "address": reverse("cases-disclosure", args=[case.district_id, case.pk, one.pk]),
    }


def need_not_say_why(speech: Speech, view: CaseView) -> str:
    """That the holder owes no reason, where the basis of the stage lays no duty on it."""
    found = basis(case_type(view.case.type).basis_at(view.case.stage))
    if found.duty:
        return ""
    by_115 = found.name.startswith("justice-act-115")
    return speech.say(_("It need not give a reason (section 115(4)).") if by_115 else _("It need not give a reason."))


def _section(speech: Speech, view: CaseView, parts: list[Part]) -> dict[str, Any]:
    first = parts[0]
    owners = [speech.words(view.agencies[one].words) for one in dict.fromkeys(part.agency for part in parts)]
    shown = {
        "title": speech.say(first.section.title),
        "name": first.section.name,
        "holder": first.agency,
        "owners": [speech.say(_("{agency} owns it"), agency=owner) for owner in owners],
        "kind": first.kind,
        "label": SHOWN[first.kind],
        "fields": _fields(speech, parts),
    }
    if first.kind == OWN:
        return shown | _own(speech, view, first)
    return shown | (_of_others(speech, view, parts, owners) if first.kind in (DISCLOSED, HIDDEN) else {})


def _own(speech: Speech, view: CaseView, part: Part) -> dict[str, Any]:
    empty = [speech.say(one.question.label) for one in part.fields if one.value in (None, "", [])]
    writes = view.case.is_open and not view.mine.reads_only
    where = [view.case.district_id, view.case.pk, part.section.name]
    return {
        "edit": reverse("cases-section", args=where) if writes else "",
        "empty": speech.listed(empty),
        "untouched": not any(one.value not in (None, "", []) for one in part.fields),
        "seen_by": list(_seen_by(speech, view, part.section)),
    }


def _seen_by(speech: Speech, view: CaseView, section: Section) -> Iterable[str]:
    """Which other agencies see something of the section now, and until when."""
    for one in view.given:
        count = sum(path.partition(".")[0] == section.name for path in one.fields)
        if count and one.expires_at > now():
            few = _("{agency} sees {count} field until {day} ({number}).")
            more = _("{agency} sees {count} fields until {day} ({number}).")
            values = {
                "agency": _name(speech, view, one.receiver_id),
                "count": count,
                "day": day_of(speech, one.expires_at),
                "number": one.label_said,
            }
            yield Said(few, values, plural=more).text(speech.language)


def _of_others(speech: Speech, view: CaseView, parts: list[Part], owners: list[str]) -> dict[str, Any]:
    mine = speech.words(view.agencies[view.mine.agency_id].words)
    nothing = _("{owner} has disclosed nothing from it to {mine}.")
    return {
        "boxes": [through(speech, view.case, mine, one.through, len(one.fields)) for one in parts if one.through],
        "nothing": speech.say(nothing, owner=speech.listed(owners), mine=mine),
        "no_reason": need_not_say_why(speech, view),
        "asks": [
            _asking(speech, view, parts[0].section, agency) for agency in dict.fromkeys(one.agency for one in parts)
        ],
    }


def _asking(speech: Speech, view: CaseView, section: Section, holder: str) -> dict[str, str]:
    """What was asked of one holder and how it went, or the way to ask."""
    owner = speech.words(view.agencies[holder].words)
    here = {"section": section.name, "holder_id": holder, "asker_id": view.mine.agency_id}
    asked = next((one for one in view.asks if all(getattr(one, name) == value for name, value in here.items())), None)
    said = ""
    if asked is not None and asked.state == OPEN:
        said = speech.say(_("You asked {agency} on {day}."), agency=owner, day=day_of(speech, asked.asked_at))
    elif asked is not None and asked.state == DECLINED and asked.answered_at:
        said = speech.say(_("{agency} declined on {day}."), agency=owner, day=day_of(speech, asked.answered_at))
    closed = section.hidden or section.confidential or (asked is not None and asked.state == OPEN)
    if closed or not view.case.is_open or view.mine.reads_only:
        return {"said": said}
    where = reverse("cases-ask", args=[view.case.district_id, view.case.pk])
    address = f"{where}?section={section.name}&holder={holder}"
    return {"said": said, "address": address, "ask": speech.say(_("Ask {agency}"), agency=owner)}


def _fields(speech: Speech, parts: list[Part]) -> list[dict[str, Any]]:
    """Every answer that is seen, the newest disclosure's where one is seen through two."""
    seen: dict[str, dict[str, Any]] = {}
    newest: Callable[[Part], int] = lambda one: one.through.number if one.through else 0  # noqa: E731  a key, read once
    for part in sorted(parts, key=newest):
        for one in part.fields:
            if one.value not in (None, "", []):
                said = answer_said(one.question, one.value, speech)
                judged = bool(getattr(one.question, "assessment", False))
                seen[one.path] = {"label": speech.say(one.question.label), "value": said, "judged": judged}
    return list(seen.values())


def _name(speech: Speech, view: CaseView, agency: str) -> str:
    return speech.words(view.agencies[agency].words) if agency in view.agencies else agency
