"""Handing over: everything open that one person answers for goes to another, and both are told."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.commitments.forms import NOTHING_WRONG, Wrong, account_in, wrong_in
from samvirke.doors.web.commitments.wording import names_in, row, ways
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.commitment_hand_over import hand_over_and_tell
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.answering import answer_for_some, can_answer
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _hand_over(request: Asked, district: District) -> HttpResponse:
    """What would be handed over is shown before it is."""
    if request.method != "POST":
        return _page(request, district)
    try:
        giver, taker = account_in(request, "giver"), account_in(request, "taker")
        if giver is None or taker is None:
            raise Refused.because(_("It is not said from whom to whom."), _("Choose two people."))
        handed = hand_over_and_tell(request.actor, district=district, giver=giver, taker=taker)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, wrong_in(request, refusal, "hand-over"), status=422)
    done = reverse("commitments-hand-over", args=[district.pk])
    return redirect(f"{done}?handed={len(handed)}")


hand_over = page("commitments.hand-over")(_hand_over)


def _page(request: Asked, district: District, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    answering = list(answer_for_some(request.actor, district))
    asked = request.POST.get("giver", "") or request.GET.get("giver", "")
    giver = next((one for one in answering if str(one.pk) == asked), None)
    handed = request.GET.get("handed", "")
    context: dict[str, Any] = {
        **ways(request),
        "wrong": wrong,
        "givers": _counted(request, district, answering),
        "giver": giver,
        "takers": [(one.pk, one.name) for one in can_answer(request.actor, district) if one != giver],
        "handed": int(handed) if handed.isascii() and handed.isdigit() and len(handed) < 6 else 0,
        "rows": [],
    }
    if giver:
        found = list(commitments(request.actor, district.pk).filter(person=giver, state=OPEN).select_related("person"))
        names = names_in(found, request.speech)
        context["rows"] = [row(one, names) for one in found]
    return render(request, "web/commitments_hand_over.html", context, status=status)


def _counted(request: Asked, district: District, answering: list[Any]) -> list[tuple[Any, str, int, bool]]:
    """Those who answer for something, with how much; and whether they still work here."""
    counts = dict(
        commitments(request.actor, district.pk)
        .filter(state=OPEN, person__in=answering)
        .order_by()
        .values_list("person_id")
        .annotate(Count("pk"))
    )
    here = {one.pk for one in can_answer(request.actor, district)}
    return [(one.pk, one.name, counts.get(one.pk, 0), one.pk in here) for one in answering if one.pk in counts]
