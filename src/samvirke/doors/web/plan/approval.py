"""From discussion to publication: who has approved, who is missing, and what happens when one presses the button."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from samvirke.desks.plan.commands.approve import approve
from samvirke.desks.plan.commands.move import note_discussion, take_back
from samvirke.desks.plan.commands.name_parties import leave_out_party, name_party
from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Approval, Party, Plan
from samvirke.desks.plan.models.plan import APPROVAL, COOPERATION, DISCUSSED, IN_FORCE, SIGNED
from samvirke.desks.plan.standing import DECIDE, left_out_by, loose_ends, missing_parties
from samvirke.doors.web.plan.room import Wrong, answered, found, frame, needed_day, whole
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.plan_force import publish, sign_plan
from samvirke.handovers.plan_told import ask_for_approval
from samvirke.registers.partners.models import Seat
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Agency


@page("plan.see")
def approval(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """Discussed, sent for approval, approved by each party, signed and published: each step with its consequence."""
    plan = found(request, district, plan_id)
    deeds = {
        "discussed": _discussed,
        "send": lambda asked, one: ask_for_approval(asked.actor, plan=one, version=whole(asked, "version")),
        "back": lambda asked, one: take_back(asked.actor, plan=one, version=whole(asked, "version")),
        "approve": _approve,
        "name": _name,
        "leave-out": _leave_out,
        "sign": _sign,
        "publish": _publish,
    }
    return answered(request, plan, "web/plan_approval.html", _shown, deeds, ("plan-approval", district.pk, plan.pk))


def _discussed(request: Asked, plan: Plan) -> None:
    on, at = needed_day(request, "on"), request.POST.get("at", "")
    note_discussion(request.actor, plan=plan, on=on, at=at, version=whole(request, "version"))


def _approve(request: Asked, plan: Plan) -> None:
    approve(request.actor, party=_party_of(request, plan), digest=request.POST.get("digest", ""))


def _name(request: Asked, plan: Plan) -> None:
    agency = _could_be_named(plan).filter(pk=request.POST.get("agency", "")).first()
    if agency is None:
        raise Refused.because(_("It is not said who is to be a party."), _("Choose one."))
    why, version = request.POST.get("why", ""), whole(request, "version")
    name_party(request.actor, plan=plan, agency=agency, why=why, version=version)


def _leave_out(request: Asked, plan: Plan) -> None:
    why, version = request.POST.get("why", ""), whole(request, "version")
    leave_out_party(request.actor, plan=plan, party=_party_of(request, plan), why=why, version=version)


def _could_be_named(plan: Plan) -> QuerySet[Agency]:
    """Police and municipalities of the district that are no party yet."""
    here = Agency.objects.filter(kind__in=DECIDE, districts__district_id=plan.district_id)
    return here.exclude(pk__in=plan.parties.values("agency")).order_by("kind", "pk")


def _party_of(request: Asked, plan: Plan) -> Party:
    party = plan.parties.select_related("plan", "agency").filter(pk=whole(request, "party")).first()
    if party is None:
        raise Http404
    return party


def _sign(request: Asked, plan: Plan) -> None:
    language, sent = request.speech.language, request.POST
    signatories = [
        {
            "name": name,
            "office": {language: office} if (office := sent.get(f"office-{party.pk}", "").strip()[:200]) else {},
            "agency": party.agency_id,
        }
        for party in plan.parties.all()
        if (name := sent.get(f"name-{party.pk}", "").strip()[:200])
    ]
    sign_plan(
        request.actor,
        plan=plan,
        on=needed_day(request, "on"),
        at=sent.get("at", ""),
        signatories=signatories,
        version=whole(request, "version"),
    )


def _publish(request: Asked, plan: Plan) -> None:
    publish(request.actor, plan=plan)


def _shown(request: Asked, plan: Plan, wrong: Wrong) -> dict[str, Any]:
    speech, actor = request.speech, request.actor
    digest = text_digest(plan)
    rows = [_party(request, plan, party, digest) for party in plan.parties.select_related("agency", "plan")]
    missing = [row["agency"] for row in rows if not row["approved"]]
    edition = plan.editions.first()
    moves = may(actor, "plan.move", plan)
    is_local = plan.kind != COOPERATION
    return frame(request, plan, "plan-approval") | {
        "wrong": wrong,
        "digest": digest,
        "parties": rows,
        "missing": speech.listed(missing),
        **_naming(request, plan),
        "discussed": speech.day(plan.discussed_on, year=True) if plan.discussed_on else "",
        "loose": [speech.words(fault.what) for fault in (*missing_parties(plan), *loose_ends(plan))]
        if plan.is_open
        else [],
        "may_discuss": moves and plan.is_open and not is_local,
        "may_send": moves and plan.is_open and (is_local or plan.stage == DISCUSSED),
        "may_take_back": moves and not edition and (plan.stage == APPROVAL or (plan.stage == SIGNED and not is_local)),
        "may_sign": may(actor, "plan.sign", plan) and plan.stage == APPROVAL and not missing,
        "may_publish": plan.stage in IN_FORCE and may(actor, "plan.publish", plan),
        "left_out_by_me": speech.listed([speech.words(one.words) for one in left_out_by(plan, actor.account)]),
        "out": plan.stage == APPROVAL,
        "signed": speech.day(plan.signed_on, year=True) if plan.signed_on else "",
        "edition": edition,
        "published": speech.day(edition.published_on, year=True) if edition else "",
        "today": today().isoformat(),
        "measures": plan.measures.count(),
    }


def _naming(request: Asked, plan: Plan) -> dict[str, Any]:
    """Who could be named a party, and what was changed by hand, with the reason."""
    speech = request.speech
    names = may(request.actor, "plan.name-parties", plan) and plan.is_open
    changes = plan.party_changes.select_related("agency", "by")
    return {
        "may_name": names,
        "could_be_named": [(one.pk, one.words.text(speech.language)) for one in _could_be_named(plan)] if names else [],
        "party_changes": [
            {
                "agency": one.agency.words.text(speech.language),
                "named": one.named,
                "why": one.why,
                "by": one.by.name,
                "on": speech.day(one.at.astimezone(COPENHAGEN).date(), year=True),
            }
            for one in changes
        ],
    }


def _party(request: Asked, plan: Plan, party: Party, digest: str) -> dict[str, Any]:
    speech = request.speech
    given = list(party.approvals.select_related("by"))
    now_given = next((one for one in given if one.sha256 == digest), None)
    return {
        "id": party.pk,
        "agency": party.agency.words.text(speech.language),
        "approved": _said(request, now_given) if now_given else "",
        "earlier": bool(given) and now_given is None,
        "may": plan.stage == APPROVAL and now_given is None and may(request.actor, "plan.approve", party),
        "name": request.POST.get(f"name-{party.pk}", now_given.by.name if now_given else ""),
        "office": request.POST.get(f"office-{party.pk}", _office(request, plan, party)),
    }


def _said(request: Asked, one: Approval) -> str:
    day = request.speech.day(one.day, year=True)
    return request.speech.say(_("approved {day} by {name}"), day=day, name=one.by.name)


def _office(request: Asked, plan: Plan, party: Party) -> str:
    """The office of the party's seat at the table, as a proposal."""
    seat = Seat.objects.filter(body=plan.body, agency=party.agency, role__in=("chair", "vice-chair", "member")).first()
    return seat.words.text(request.speech.language) if seat else ""
