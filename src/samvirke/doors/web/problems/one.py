"""One local problem: its steps, what was written in each, what belongs to it, and the forms of its owners."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.commands.link_to_problem import link_to_problem, unlink_from_problem
from samvirke.desks.designations.commands.work_on_problem import close_problem, work_on_problem
from samvirke.desks.designations.models import Problem
from samvirke.desks.designations.models.problem import STAGES
from samvirke.desks.designations.queries.problems import links_of, notes_of, problems
from samvirke.doors.web.problems.belongs import SORTS, Target
from samvirke.doors.web.problems.shown import OUTCOMES_SAID, STAGES_SAID, line
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, day_in, no_such_deed, text_in, version_in, wrong_of
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_AHEAD = timedelta(days=28)


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, problem_id: uuid.UUID) -> HttpResponse:
    """The page, or what one of its forms asks for. What was typed stays when it is refused."""
    found = problems(request.actor, district).filter(pk=problem_id).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    wrong = wrong_of(request, lambda: _deed(request, found))
    if wrong is not None:
        return _page(request, found, wrong, status=422)
    return redirect("problems-one", district.pk, found.pk)


show = page("designations.see")(_one)


def _deed(request: Asked, found: Problem) -> None:
    deeds: dict[str, Callable[[Asked, Problem], Any]] = {
        "work": _work,
        "close": _close,
        "link": _link,
        "unlink": _unlink,
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted(request, found)


def _work(request: Asked, found: Problem) -> None:
    work_on_problem(
        request.actor,
        problem=found,
        version=version_in(request),
        said=text_in(request, "said"),
        next_look=day_in(request, "next_look"),
        stage=text_in(request, "stage"),
    )


def _close(request: Asked, found: Problem) -> None:
    outcome, why = text_in(request, "outcome"), text_in(request, "why")
    close_problem(request.actor, problem=found, version=version_in(request), outcome=outcome, why=why)


def _link(request: Asked, found: Problem) -> None:
    sort, _colon, target = text_in(request, "belongs").partition(":")
    known = {one.id for one in SORTS[sort].found(request, found)} if sort in SORTS else set()
    if target not in known:
        raise Refused.because(_("What was chosen is no longer there."), _("Reload the page."))
    link_to_problem(request.actor, problem=found, version=version_in(request), sort=sort, target=target)


def _unlink(request: Asked, found: Problem) -> None:
    sort, _colon, target = text_in(request, "belongs").partition(":")
    unlink_from_problem(request.actor, problem=found, version=version_in(request), sort=sort, target=target)


def _page(request: Asked, found: Problem, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech = request.speech
    works = found.is_open and may(request.actor, "designations.work-on-problem", found)
    offered = {name: sort.found(request, found) for name, sort in SORTS.items()}
    tied = [(one.sort, one.target) for one in links_of(request.actor, found)]
    context = {
        "district": request.district,
        "one": found,
        "row": line(found, speech),
        "steps": _steps(request, found),
        "belongs": _belongs(request, offered, tied),
        "offered": [
            (
                speech.say(SORTS[name].title),
                [(f"{name}:{one.id}", one.title) for one in rows if (name, one.id) not in tied],
            )
            for name, rows in offered.items()
        ]
        if works
        else [],
        "may_work": works,
        "may_close": works and found.stage == STAGES[-1],
        "stages": _following(request, found),
        "outcomes": [(name, speech.say(words)) for name, words in OUTCOMES_SAID.items()],
        "next_look": wrong.typed.get("next_look") or (today() + _AHEAD).isoformat(),
        "wrong": wrong,
        "typed": wrong.typed,
    }
    return render(request, "web/problem.html", context, status=status)


def _steps(request: Asked, found: Problem) -> list[dict[str, Any]]:
    """The four steps with what was written in each."""
    speech = request.speech
    rows = sorted(notes_of(request.actor, found), key=lambda one: (one.stage, one.at))
    written = {stage: list(notes) for stage, notes in groupby(rows, key=lambda one: one.stage)}
    return [
        {
            "title": speech.say(title),
            "question": speech.say(question),
            "here": found.is_open and name == found.stage,
            "notes": [
                {"said": one.said, "on": speech.day(one.on, year=True), "by": one.by.name if one.by else ""}
                for one in written.get(name, [])
            ],
        }
        for name, (title, question) in STAGES_SAID.items()
    ]


def _belongs(request: Asked, offered: dict[str, list[Target]], tied: list[tuple[str, str]]) -> list[dict[str, str]]:
    """What is tied to it; what this reader may not see is said to be there, by its sort alone."""
    known = {(sort, one.id): one for sort, rows in offered.items() for one in rows}
    return [
        {
            "key": f"{sort}:{target}",
            "sort": request.speech.say(SORTS[sort].title) if sort in SORTS else sort,
            "title": known[sort, target].title if (sort, target) in known else "",
            "address": known[sort, target].address if (sort, target) in known else "",
        }
        for sort, target in tied
    ]


def _following(request: Asked, found: Problem) -> list[tuple[str, str, bool]]:
    """The steps that it can be in after this note: as it is, forward by one, or back."""
    last = STAGES.index(found.stage) + 1
    return [(name, request.speech.say(STAGES_SAID[name][0]), name == found.stage) for name in STAGES[: last + 1]]
