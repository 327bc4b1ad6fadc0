"""The register of commitments: chosen by body, owner, state and sort; late first, then by date."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.doors.web.commitments.wording import SORTS, STATES, names_in, row, ways
from samvirke.doors.web.shell.addresses import safe_next
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.chosen import Choice, chosen
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Agency


@page("commitments.see")
def register(request: Asked, district: District) -> HttpResponse:
    """All of them, or those asked for."""
    choice = choice_in(request, district)
    found = chosen(request.actor, district.pk, choice)
    names = names_in(found, request.speech)
    shown = [row(one, names) for one in found]
    say = request.speech.say
    context = {
        **ways(request),
        "choice": choice,
        "is_chosen": choice != Choice(),
        "council": choice.body.words.text(request.speech.language) if choice.body else "",
        "query": request.GET.urlencode(),
        **_choices(request, district),
        "groups": [
            (say(_("Overdue")), [one for one in shown if one["late"]]),
            (say(_("With a date ahead")), [one for one in shown if one["open"] and one["due"] and not one["late"]]),
            (say(_("Without a date")), [one for one in shown if one["open"] and not one["due"]]),
            (say(_("Closed")), [one for one in shown if not one["open"]]),
        ],
        "count": len(shown),
        "overdue_sign": sign("overdue"),
        "may_close": may(request.actor, "commitments.close", district),
        "may_record": may(request.actor, "commitments.record", district),
    }
    return render(request, "web/commitments.html", context)


@require_POST
def _close_one(request: Asked, district: District, commitment_id: uuid.UUID) -> HttpResponse:
    found = commitments(request.actor, district.pk).filter(pk=commitment_id).first()
    if found is None:
        raise Http404
    close(request.actor, commitment=found, evidence=request.POST.get("evidence", ""))
    return redirect(f"{safe_next(request) or reverse('commitments', args=[district.pk])}#c-{found.pk}")


close_one = page("commitments.close")(_close_one)


def choice_in(request: Asked, district: District) -> Choice:
    """What the address asks for; an unknown word asks for nothing."""
    asked = request.GET
    body = bodies(request.actor).filter(district=district, pk=asked.get("body", "")).first()
    return Choice(
        body=body,
        owner=asked.get("owner", ""),
        state=asked.get("state", "") if asked.get("state") in STATES else "",
        sort=asked.get("sort", "") if asked.get("sort") in SORTS else "",
        mine=bool(asked.get("mine")),
        overdue=bool(asked.get("overdue")),
    )


def _choices(request: Asked, district: District) -> dict[str, Any]:
    """What each list of the form offers. Bodies are those at whose table something was promised, or which owe it."""
    language = request.speech.language
    rows = commitments(request.actor, district.pk).exclude(state="")
    owners = {owner for names in rows.values_list("owners", flat=True) for owner in names}
    tables = set(rows.filter(body__isnull=False).values_list("body_id", flat=True))
    here = bodies(request.actor).filter(district=district)
    known = [one for one in here if one.pk in tables | owners or one.kind in ("district-council", "local-council")]
    agencies = Agency.objects.filter(pk__in=owners)
    return {
        "bodies": sorted(((one.pk, one.words.text(language)) for one in known), key=lambda pair: pair[1]),
        "owners": sorted(((one.pk, one.words.text(language)) for one in agencies), key=lambda pair: pair[1]),
        "states": [(name, request.speech.say(title)) for name, title in STATES.items()],
        "sorts": [(name, request.speech.say(title)) for name, title in SORTS.items()],
        "open_state": OPEN,
    }
