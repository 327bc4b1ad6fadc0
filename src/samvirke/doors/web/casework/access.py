"""Who has access to a case: colleagues, the agencies that take part, who is too close to it, and the seal."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.assign import assign, release
from samvirke.desks.casework.commands.invite import invite, part
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.seal import ask_to_unseal, seal, unseal
from samvirke.desks.casework.models import Case, Member
from samvirke.desks.casework.queries.at_work import agencies_to_invite, at_work, colleagues_to_add
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.the_seal import Sealed, the_seal
from samvirke.desks.casework.register import case_type
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, day_of, frame, opened, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.proof import prove_first, recently_proved
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Account, Agency

CLOSE = {
    "self": _("The case is about themselves"),
    "household": _("It is about somebody they live with or are related to"),
    "colleague": _("It is about a colleague"),
    "other": _("For another reason"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def _access(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """Everybody who has access, and the forms of whoever may change it."""
    view = opened(request, district, case_id)
    if request.method != "POST":
        return _page(request, view)
    wanted = str(request.POST.get("deed", ""))
    if wanted == "unseal" and not recently_proved(request):
        return prove_first(request)
    try:
        deed(request, view.case, view.mine.agency_id)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, view, wrong_in(request, refusal), status=422)
    if wanted == "conflict" and request.POST.get("account") == request.actor.id:
        return redirect("cases", district.pk)
    return redirect("cases-access", district.pk, case_id)


show = page("casework.see-types")(_access)


def deed(request: Asked, case: Case, agency: str) -> None:
    """What a form of the page asked for. Raises `Refused` as the command does, and for a form that nobody made."""
    actor, sent = request.actor, request.POST
    deeds: dict[str, Callable[[], Any]] = {
        "assign": lambda: assign(
            actor,
            case=case,
            account=_account(request),
            agency=Agency.objects.get(pk=agency),
            reason=sent.get("reason", ""),
            leads=bool(sent.get("leads")),
        ),
        "release": lambda: release(actor, case=case, member=_member(request, case)),
        "invite": lambda: invite(actor, case=case, agency=_agency(request)),
        "part": lambda: part(actor, case=case, agency=_agency(request)),
        "conflict": lambda: note_conflict(actor, case=case, account=_account(request), kind=sent.get("kind", "")),
        "seal": lambda: seal(actor, case=case, reason=sent.get("reason", "")),
        "ask-to-unseal": lambda: ask_to_unseal(actor, case=case),
        "unseal": lambda: unseal(actor, case=case),
    }
    wanted = deeds.get(str(sent.get("deed", "")))
    if wanted is None:
        raise Refused.because(_("The page asked for something that it does not offer."), _("Reload the page."))
    wanted()


def _page(request: Asked, view: CaseView, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, actor, case, me = request.speech, request.actor, view.case, view.mine.agency_id
    may_assign, may_invite = may(actor, "casework.assign", case), may(actor, "casework.invite", case) and case.is_open
    kinds = case_type(case.type).joined_by
    context = frame(request, view) | {
        "wrong": wrong,
        "colleagues": [_colleague(request, one) for one in view.colleagues],
        "may_assign": may_assign,
        "to_add": colleagues_to_add(actor, case, me) if may_assign else [],
        "agencies": [
            {
                "id": one.agency.pk,
                "name": speech.words(one.agency.words),
                "leads": speech.listed(one.leads),
                "owns": one.agency.pk == case.owner_id,
                "readers": one.readers,
            }
            for one in at_work(actor, case)
        ],
        "may_invite": may_invite,
        "to_invite": [
            (one.pk, speech.words(one.words)) for one in (agencies_to_invite(actor, case, kinds) if may_invite else [])
        ],
        "may_note": may(actor, "casework.note-conflict", case),
        "close": [(name, speech.say(said)) for name, said in CLOSE.items()],
        "seal": _seal(request, the_seal(actor, case)),
        "may_seal": may(actor, "casework.seal", case) and not case.sealed,
        "may_unseal": may(actor, "casework.unseal", case),
    }
    return render(request, "web/case_access.html", context, status=status)


def _colleague(request: Asked, one: Member) -> dict[str, Any]:
    return {
        "id": one.pk,
        "account": one.account_id,
        "name": one.account.name,
        "leads": one.leads,
        "reason": one.reason,
        "until": day_of(request.speech, one.until),
        "is_me": one.account_id == request.actor.account,
    }


def _seal(request: Asked, found: Sealed | None) -> dict[str, Any] | None:
    if found is None:
        return None
    since = day_of(request.speech, found.since)
    asked = Said(_("{name} has asked for it to be opened."), {"name": found.asked_by})
    return {
        "reason": found.reason,
        "since": since,
        "asked": asked.text(request.speech.language) if found.asked_by else "",
        "by_me": found.asked_by_me,
    }


def _account(request: Asked) -> Account:
    found = Account.objects.filter(pk=_uuid(request, "account")).first()
    if found is None:
        raise Refused.because(_("It is not said who."), _("Choose a colleague."))
    return found


def _agency(request: Asked) -> Agency:
    found = Agency.objects.filter(pk=request.POST.get("agency", "")).first()
    if found is None:
        raise Refused.because(_("It is not said which agency."), _("Choose an agency."))
    return found


def _member(request: Asked, case: Case) -> Member:
    found = Member.objects.filter(pk=_uuid(request, "member"), case=case, agency__in=request.actor.agencies).first()
    if found is None:
        raise Refused.because(_("It is not said who."), _("Reload the page."))
    return found


def _uuid(request: Asked, name: str) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get(name, ""))
    except ValueError:
        return uuid.UUID(int=0)
