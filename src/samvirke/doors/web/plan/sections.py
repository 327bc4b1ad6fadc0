"""One section of a draft: its text, what others suggest and say, what became of last year's, and its history."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.commands.comment import comment, settle_comment
from samvirke.desks.plan.commands.suggest import suggest
from samvirke.desks.plan.commands.write_section import WrittenMeanwhile, drop_section, write_section
from samvirke.desks.plan.engine.word_difference import Piece, word_difference
from samvirke.desks.plan.models import Comment, Plan, Section, SectionVersion, Suggestion
from samvirke.doors.web.plan.room import NOTHING_WRONG, Wrong, found, frame, whole, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import clock_time
from samvirke.foundation.words import LANGUAGES, _
from samvirke.handovers.plan_told import accept_suggestion, decline_suggestion
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Account

LANGUAGE_NAMES = {"da": _("In Danish"), "en": _("In English")}
_STATES = {"open": _("not answered"), "accepted": _("accepted"), "declined": _("declined")}


@page("plan.see")
def section(request: Asked, district: District, plan_id: str, section_id: int) -> HttpResponse:
    """Read, write, comment and suggest; each form is one deed."""
    plan = found(request, district, plan_id)
    one = _section_of(plan, section_id)
    if request.method != "POST":
        return render(request, "web/plan_section.html", _shown(request, plan, one, NOTHING_WRONG))
    try:
        gone = _done(request, plan, one)
    except NotAllowed:
        raise
    except Refused as refusal:
        one.refresh_from_db()
        context = _shown(request, plan, one, wrong_in(request, refusal))
        if isinstance(refusal, WrittenMeanwhile):
            context |= _both(request, plan, one)
        return render(request, "web/plan_section.html", context, status=422)
    if gone:
        return redirect("plan-draft", district.pk, plan.pk)
    return redirect("plan-section", district.pk, plan.pk, one.pk)


@page("plan.see")
def history(request: Asked, district: District, plan_id: str, section_id: int) -> HttpResponse:
    """Every version of a section with what each changed, the newest first."""
    plan = found(request, district, plan_id)
    one = _section_of(plan, section_id)
    kept = list(one.versions.select_related("by", "suggested_by"))
    rows = [_version(request, plan, each, kept[at + 1] if at + 1 < len(kept) else None) for at, each in enumerate(kept)]
    context = frame(request, plan, "plan-draft") | {
        "section": one,
        "heading": one.words.text(request.speech.language),
        "rows": rows,
        "answered": [_suggestion(request, plan, one, each) for each in _suggestions(one) if each.state != "open"],
    }
    return render(request, "web/plan_history.html", context)


def _section_of(plan: Plan, section_id: int) -> Section:
    one = plan.sections.filter(pk=section_id).first()
    if one is None:
        raise Http404
    return one


def _done(request: Asked, plan: Plan, one: Section) -> bool:
    """Do what the form asks for; whether the section is gone."""
    sent, actor, deed = request.POST, request.actor, request.POST.get("deed", "")
    if deed == "write":
        write_section(
            actor,
            plan=plan,
            section=one,
            heading=sent.get("heading", ""),
            text=sent.get("text", ""),
            version=whole(request, "version"),
            translated=_translated(request, plan),
        )
    elif deed == "suggest":
        suggest(actor, plan=plan, section=one, text=sent.get("text", ""), why=sent.get("why", ""))
    elif deed == "comment":
        comment(actor, plan=plan, section=one, text=sent.get("comment", ""))
    elif deed == "settle":
        settle_comment(actor, plan=plan, comment=_one_of(request, one.comments.all()))
    elif deed == "accept":
        accept_suggestion(actor, plan=plan, suggestion=_one_of(request, one.suggestions.all()))
    elif deed == "decline":
        suggestion, told = _one_of(request, one.suggestions.all()), sent.get("answer", "")
        decline_suggestion(actor, plan=plan, suggestion=suggestion, answer=told)
    elif deed == "drop":
        drop_section(actor, plan=plan, section=one, version=whole(request, "version"))
        return True
    else:
        raise Http404
    return False


def _translated(request: Asked, plan: Plan) -> dict[str, tuple[str, str]]:
    """Heading and text in the languages that the form carries beside that of the district."""
    sent, others = request.POST, [one for one in LANGUAGES if one != plan.district.language]
    return {
        one: (sent.get(f"heading-{one}", ""), sent.get(f"text-{one}", "")) for one in others if f"text-{one}" in sent
    }


def _one_of(request: Asked, rows: Any) -> Any:
    try:
        row = rows.filter(pk=uuid.UUID(request.POST.get("one", ""))).first()
    except ValueError as fault:
        raise Http404 from fault
    if row is None:
        raise Http404
    return row


def _shown(request: Asked, plan: Plan, one: Section, wrong: Wrong) -> dict[str, Any]:
    speech, language = request.speech, plan.district.language
    held = list(plan.sections.order_by("order"))
    at = next(place for place, each in enumerate(held) if each.pk == one.pk)
    typed = wrong.typed if wrong.form in ("write", "suggest") else {}
    text = one.summary.get(language, "")
    return frame(request, plan, "plan-draft") | {
        "wrong": wrong,
        "section": one,
        "heading": one.words.text(speech.language),
        "text": text,
        "language": language,
        "typed_heading": typed.get("heading", one.heading.get(language) or one.words.text(language)),
        "typed_text": typed.get("text", text),
        "translations": _translations(request, plan, one, typed),
        "typed_why": typed.get("why", ""),
        "typed_comment": wrong.typed.get("comment", "") if wrong.form == "comment" else "",
        "may_suggest": may(request.actor, "plan.suggest", plan) and plan.is_open,
        "may_comment": may(request.actor, "plan.comment", plan) and not plan.editions.exists(),
        "looking_back": [(speech.words(row["what"]), speech.words(row["said"])) for row in one.looking_back],
        "suggestions": [_suggestion(request, plan, one, each) for each in _suggestions(one) if each.state == "open"],
        "comments": [_comment(request, each) for each in one.comments.select_related("by", "agency")],
        "earlier": held[at - 1] if at else None,
        "later": held[at + 1] if at + 1 < len(held) else None,
        "place": at + 1,
        "of": len(held),
    }


def _translations(request: Asked, plan: Plan, one: Section, typed: Any) -> list[dict[str, Any]]:
    """What the section says in the other languages, and whether that is older than the text."""
    return [
        {
            "language": language,
            "name": request.speech.say(LANGUAGE_NAMES[language]),
            "heading": typed.get(f"heading-{language}", one.heading.get(language, "")),
            "text": typed.get(f"text-{language}", one.summary.get(language, "")),
            "older": language in one.older_languages(plan.district.language),
        }
        for language in LANGUAGES
        if language != plan.district.language
    ]


def _both(request: Asked, plan: Plan, one: Section) -> dict[str, Any]:
    """The text that stands there now and the one that was not stored, and the words that set them apart."""
    theirs, mine = one.summary.get(plan.district.language, ""), request.POST.get("text", "").replace("\r\n", "\n")
    newest = one.versions.select_related("by").first()
    return {
        "both": {
            "theirs": theirs,
            "mine": mine,
            "who": newest.by.name if newest and newest.by else "",
            "pieces": word_difference(theirs, mine.strip()),
        }
    }


def _suggestions(one: Section) -> list[Suggestion]:
    return list(one.suggestions.select_related("by", "agency", "decided_by"))


def _suggestion(request: Asked, plan: Plan, one: Section, each: Suggestion) -> dict[str, Any]:
    language = plan.district.language
    return {
        "id": each.pk,
        "who": _who(each.by),
        "agency": each.agency.words.text(request.speech.language),
        "when": request.speech.day(each.at.astimezone(COPENHAGEN).date(), year=True),
        "why": each.why,
        "pieces": word_difference(each.against.get(language, ""), each.text.get(language, "")),
        "outdated": each.against_version != one.version,
        "state": request.speech.say(_STATES[each.state]),
        "answer": each.answer,
        "decided_by": _who(each.decided_by),
    }


def _comment(request: Asked, each: Comment) -> dict[str, Any]:
    return {
        "id": each.pk,
        "text": each.text,
        "who": _who(each.by),
        "agency": each.agency.words.text(request.speech.language),
        "when": request.speech.day(each.at.astimezone(COPENHAGEN).date(), year=True),
        "settled": each.settled_at is not None,
    }


def _version(request: Asked, plan: Plan, each: SectionVersion, before: SectionVersion | None) -> dict[str, Any]:
    language = plan.district.language
    pieces: list[Piece] = []
    if before is not None:
        pieces = word_difference(before.text.get(language, ""), each.text.get(language, ""))
    moment = each.at.astimezone(COPENHAGEN)
    return {
        "number": each.version,
        "who": _who(each.by),
        "suggested_by": _who(each.suggested_by),
        "when": request.speech.day(moment.date(), year=True),
        "at": clock_time(moment, request.speech.language),
        "pieces": pieces,
        "text": each.text.get(language, ""),
        "heading": each.heading.get(language, "") if before and before.heading != each.heading else "",
    }


def _who(account: Account | None) -> str:
    return account.name if account else ""
