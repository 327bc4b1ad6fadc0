"""Coverage: what was promised or aimed at for each kind, how much was kept, what is missing, and the targets' form."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.deployments.commands.set_target import set_target
from samvirke.desks.deployments.engine.kind import WEEK, YEAR, Kind
from samvirke.desks.deployments.queries.coverage import Covered, Line, coverage
from samvirke.doors.web.commitments.wording import REPORTED
from samvirke.doors.web.deployments.shown import counted_said, titles, week_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, row_in, text_in, version_in, whole_in
from samvirke.doors.web.shell.sure import SURE
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import Said, _
from samvirke.handovers.deployment_report import kept_said, report_kept
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.models.status_report import AT_RISK, ON_COURSE
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

_SCHOOLS_NAMED = 12


@require_http_methods(["GET", "HEAD", "POST"])
def _coverage(request: Asked, district: District) -> HttpResponse:
    """The year that the address names; the form of a target stays as it was typed when it is refused."""
    if request.method != "POST":
        return _page(request)
    try:
        if text_in(request, "deed") == "report":
            _report(request)
        else:
            _set(request)
    except NotAllowed:
        raise
    except Refused as refusal:
        reasons = [fault.text(request.speech.language) for fault in refusal.faults]
        return _page(request, Wrong(text_in(request, "kind"), reasons, request.POST), status=422)
    return redirect("deployments-coverage", district.pk)


show = page("deployments.see")(_coverage)


def _set(request: Asked) -> None:
    set_target(
        request.actor,
        district=request.district,
        kind=text_in(request, "kind"),
        counted=text_in(request, "counted"),
        per=text_in(request, "per"),
        year=whole_in(request, "year") or 0,
        number=whole_in(request, "number") or 0,
        reference=text_in(request, "reference"),
        invented=is_demo(),
    )


def _report(request: Asked) -> None:
    """How far a promise was kept, as a status of the plan's commitment."""
    found = row_in(request, "commitment", commitments(request.actor, request.district.pk))
    report_kept(
        request.actor,
        district=request.district,
        commitment=found,
        version=version_in(request),
        state=text_in(request, "state"),
        speech=request.speech,
    )


def _page(request: Asked, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    written, district = request.GET.get("year", ""), request.district
    year = int(written) if written.isascii() and written.isdigit() and len(written) == 4 else today().year
    told = sorted(
        (_covered(request, one, year) for one in coverage(request.actor, district, year)), key=lambda row: row["title"]
    )
    used = {row["name"] for row in told}
    context = {
        "district": district,
        "year": year,
        "years": [year - 1, year + 1] if year < today().year + 1 else [year - 1],
        "rows": told,
        "may_set": may(request.actor, "deployments.set-target", district),
        "targets": [_form(request, kind) for kind, _title in titles(request.speech) if kind.name not in used],
        "states": [(state, request.speech.say(REPORTED[state])) for state in (ON_COURSE, AT_RISK)],
        "wrong": wrong,
        "wrong_above": bool(wrong.reasons) and not wrong.form,
        "typed": wrong.typed,
        "until": request.speech.day(today(), year=True) if year == today().year else "",
    }
    return render(request, "web/deployments_coverage.html", context, status=status)


def _form(request: Asked, kind: Kind) -> dict[str, Any]:
    speech = request.speech
    promised = {(one.counted, one.per) for one in kind.promised(request.district.pk)}
    choices = [
        (name, counted_said(kind, name, speech))
        for name in kind.counted
        if {(name, per) for per in (WEEK, YEAR)} - promised
    ]
    return {"name": kind.name, "title": speech.say(kind.title), "counted": choices}


def _covered(request: Asked, one: Covered, year: int) -> dict[str, Any]:
    speech, kind = request.speech, one.kind
    reached = one.schools - len(one.schools_left)
    return {
        "name": kind.name,
        "title": speech.say(kind.title),
        "done": speech.number(one.done),
        "planned": speech.number(one.planned),
        "not_done": speech.number(one.not_done),
        "unwritten": one.unwritten,
        "target": _form(request, kind),
        "lines": [_line(request, kind, each) for each in one.lines],
        "counts": [
            (counted_said(kind, name, speech), speech.number(total), speech.number(n), speech.number(one.done))
            for name, total, n in one.counts
        ]
        if one.done
        else [],
        "schools": speech.say(_("{reached} of {all} schools"), reached=reached, all=one.schools) if one.schools else "",
        "schools_left": one.schools_left[:_SCHOOLS_NAMED],
        "schools_more": max(len(one.schools_left) - _SCHOOLS_NAMED, 0),
        "groups": speech.say(
            _("{reached} of {all} groups"), reached=len(kind.groups) - len(one.groups_left), all=len(kind.groups)
        )
        if kind.groups and one.done
        else "",
        "groups_left": speech.listed([speech.say(title) for title in one.groups_left]),
    }


def _line(request: Asked, kind: Kind, one: Line) -> dict[str, Any]:
    """A promise or target as a row: what is wanted, how much was kept, and what is missing."""
    speech, wanted = request.speech, one.wanted
    counted = counted_said(kind, wanted.counted, speech)
    with_whom = next((speech.say(each.title) for each in kind.companions if each.name == wanted.companion), "")
    per = _("{number} a week") if wanted.per == WEEK else _("{number} a year")
    row = {
        "what": f"{counted}, {with_whom}" if with_whom else counted,
        "wanted": speech.say(per, number=speech.number(wanted.number)),
        "source": speech.say(wanted.source),
        "sure": speech.say(SURE[wanted.confidence]) if wanted.confidence else "",
        "promised": bool(wanted.confidence),
        "invented": wanted.is_invented,
        "weeks": [],
        "commitment": _commitment(request, one),
    }
    if wanted.per == WEEK:
        return row | _by_week(request, one)
    kept = speech.say(
        _("{reached} of {number}"), reached=speech.number(one.reached), number=speech.number(wanted.number)
    )
    missing = speech.say(_("{count} missing"), count=speech.number(one.missing)) if one.missing else ""
    return row | {"kept": kept, "missing": missing, "n": _n(request, one)}


def _commitment(request: Asked, line: Line) -> dict[str, Any] | None:
    """The commitment of the plan that promises the same, so that one leads to the other, and its status form."""
    slug = line.wanted.commitment
    found = commitments(request.actor, request.district.pk).filter(slug=slug).first() if slug else None
    if found is None:
        return None
    may_report = bool(line.weeks) and found.state == OPEN and may(request.actor, "commitments.report", found)
    return {
        "id": str(found.pk),
        "version": found.version,
        "may_report": may_report,
        "says": kept_said(line, request.speech) if may_report else "",
    }


def _by_week(request: Asked, one: Line) -> dict[str, Any]:
    speech = request.speech
    if not one.weeks:
        return {"kept": speech.say(_("no whole week is over since the first was written")), "missing": "", "n": ""}
    short = [week for week in one.weeks if not week.is_kept]
    kept = speech.say(_("{kept} of {weeks} weeks kept"), kept=one.kept, weeks=len(one.weeks))
    since = speech.say(_("from {week}"), week=week_said(one.weeks[0].monday, speech))
    return {
        "kept": kept,
        "missing": "",
        "n": since,
        "weeks": [
            speech.say(
                _("{week}: {reached} of {number}"),
                week=speech.capital(week_said(week.monday, speech)), reached=week.reached, number=week.wanted,
            )
            for week in short
        ],
    }  # fmt: skip


def _n(request: Asked, one: Line) -> str:
    words = Said(_("in {count} deployment"), {"count": one.n}, _("in {count} deployments"))
    return words.text(request.speech.language)
