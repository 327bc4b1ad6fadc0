"""A draft: where it stands, what is missing, its sections."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from samvirke.desks.plan.commands.write_section import add_section
from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import APPROVAL, COOPERATION
from samvirke.desks.plan.queries.draft_standing import DraftStanding, draft_standing
from samvirke.desks.plan.queries.plans import plan_in_force, plans
from samvirke.doors.web.plan.room import Wrong, answered, found, frame
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District


def council_of(request: Asked, district: District) -> Body | None:
    """The body whose plan the cooperation plan is: that of the plan in force, else the district council."""
    held = plan_in_force(request.actor, district.pk)
    if held is not None:
        return held.body
    return Body.objects.filter(district=district, kind="district-council").order_by("pk").first()


def next_year(request: Asked, district: District) -> int:
    """The first year from the business date's that has no plan."""
    taken = {one.year for one in plans(request.actor, district.pk)}
    return next(year for year in range(today().year, today().year + 99) if year not in taken)


@page("plan.see")
def draft(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """Where the draft stands; and the form for one more section."""
    plan = found(request, district, plan_id)
    return answered(request, plan, "web/plan_draft.html", _shown, {"add": _add}, ("plan-draft", district.pk, plan.pk))


def _add(request: Asked, plan: Plan) -> None:
    sent = request.POST
    add_section(
        request.actor,
        plan=plan,
        number=sent.get("number", ""),
        heading=sent.get("heading", ""),
        text=sent.get("text", ""),
        continues=sent.get("continues", "")[:80],
    )


def _shown(request: Asked, plan: Plan, wrong: Wrong) -> dict[str, Any]:
    standing, speech = draft_standing(request.actor, plan), request.speech
    keys = {section.key for section in standing.sections} | {
        key for section in standing.sections for key in section.formerly
    }
    gone = [one for one in plan.before.sections.all() if one.key not in keys] if plan.before else []
    return frame(request, plan, "plan-draft") | {
        "wrong": wrong,
        "needs": [speech.words(one) for one in _needs(plan, standing)],
        "missing": [one.agency.words.text(speech.language) for one in standing.missing],
        "sections": [
            {
                "id": section.pk,
                "number": section.number,
                "depth": section.depth,
                "heading": section.words.text(speech.language),
                "suggestions": standing.suggestions[section.pk],
                "comments": standing.comments[section.pk],
                "version": section.version,
                "empty": section.pk in standing.empty,
            }
            for section in standing.sections
        ],
        "gone": [(one.key, one.words.text(speech.language)) for one in gone],
        "before": plan.before,
        "begun": speech.day(plan.begun_on, year=True) if plan.begun_on else "",
        "discussed": speech.day(plan.discussed_on, year=True) if plan.discussed_on else "",
    }


def _needs(plan: Plan, standing: DraftStanding) -> list[Said]:
    """What is missing, in sentences, the nearest first."""
    rows = [
        (
            standing.suggestions.total(),
            _("One suggestion is not answered."),
            _("{count} suggestions are not answered."),
        ),
        (
            standing.unread,
            _("One item that was read is neither taken in nor left out."),
            _("{count} items that were read are neither taken in nor left out."),
        ),
        (standing.comments.total(), _("One comment is not settled."), _("{count} comments are not settled.")),
        (
            standing.unanswered,
            _("One answer of the consultation is not taken up."),
            _("{count} answers of the consultation are not taken up."),
        ),
        (
            standing.intentions,
            _("One goal is an intention, not measurable."),
            _("{count} goals are intentions, not measurable."),
        ),
        (standing.unmeasured, _("One measure cannot be measured."), _("{count} measures cannot be measured.")),
        (
            standing.outdated,
            _("One section has a translation that is older than its text."),
            _("{count} sections have a translation that is older than their text."),
        ),
        (
            standing.outdated_goals,
            _("One goal or measure has a translation that is older than its text."),
            _("{count} goals and measures have a translation that is older than their text."),
        ),
        (len(standing.empty), _("One section has no text."), _("{count} sections have no text.")),
    ]
    found_ones = [Said(one, {"count": count}, many) for count, one, many in rows if count]
    if standing.dated and plan.before:
        said_of = {"count": standing.dated, "year": plan.before.year}
        found_ones.append(
            Said(_("One section still speaks of {year}."), said_of, _("{count} sections still speak of {year}."))
        )
    if plan.kind == COOPERATION and plan.is_open and not plan.discussed_on:
        found_ones.append(Said(_("The council has not discussed the plan.")))
    if plan.is_open or plan.stage == APPROVAL:
        many = _("{count} parties have not approved.")
        if standing.missing:
            found_ones.append(Said(_("One party has not approved."), {"count": len(standing.missing)}, many))
    return found_ones
