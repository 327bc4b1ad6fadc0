"""Live minutes: one item at a time, decision first, stored as it is written, with what becomes public beside it."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.desks.meetings.commands.run import finish_item, postpone_item, start_item
from samvirke.desks.meetings.commands.vote import note_conflict, vote
from samvirke.desks.meetings.commands.write_item import Written
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.meeting import CALLED, RUNNING
from samvirke.doors.web.meetings.at_hand import Typed
from samvirke.doors.web.meetings.live import live, saved
from samvirke.doors.web.meetings.room import day_in, ids_in, number_in, opened, own_item, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.decision_to_commitment import Born, commit
from samvirke.handovers.meeting_close import close_meeting
from samvirke.handovers.meeting_closed_item import write as write_closing
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

_VOTE = "vote-"


@page("meetings.see")
def show(request: Asked, district: District, meeting_id: uuid.UUID) -> HttpResponse:
    """The item that is asked for, or the one that is being dealt with, or the first that is not over."""
    meeting = opened(request, district, meeting_id)
    if meeting.is_ahead:
        return redirect("meetings-one", district.pk, meeting.pk)
    return _page(request, meeting, _chosen(request, meeting))


@page("meetings.see")
@require_POST
def write(request: Asked, district: District, meeting_id: uuid.UUID, item_id: int) -> HttpResponse:
    """Store what was written; the deed of the button that was pressed, if any, comes after it."""
    meeting = opened(request, district, meeting_id)
    item = own_item(meeting, item_id)
    typed = _typed(request)
    by_itself = request.headers.get("HX-Request") == "true"
    # Whoever has compared the two texts stores on top of the other's.
    version = number_in(request, "instead_of") or number_in(request, "version")
    try:
        _refuse_unknown(request)
        written = Written(typed.is_open, typed.outcome, typed.decision, typed.text, typed.inside)
        item, _decision = write_closing(request.actor, meeting=meeting, item=item, written=written, version=version)
        following = None if by_itself else _deed_after(request, meeting, item)
    except NotAllowed:
        raise
    except MovedOn as refusal:
        item = own_item(meeting, item_id)
        if by_itself:
            return render(request, "web/parts/minutes_moved.html", saved(request, meeting, item, typed))
        return _page(request, meeting, item, reasons(request, refusal), typed, status=409)
    except Refused as refusal:
        item, wrong = own_item(meeting, item_id), reasons(request, refusal)
        if by_itself:
            context = saved(request, meeting, item, typed) | {"wrong": wrong}
            return render(request, "web/parts/minutes_moved.html", context)
        return _page(request, meeting, item, wrong, typed if item.version == version else None)
    if by_itself:
        return render(request, "web/parts/minutes_saved.html", saved(request, meeting, item))
    return redirect(_address(request, meeting, following or item))


@page("meetings.see")
@require_POST
def act(request: Asked, district: District, meeting_id: uuid.UUID, item_id: int) -> HttpResponse:
    """A deed beside the text: take an item up, agree on a commitment, count votes, note a conflict, close."""
    meeting = opened(request, district, meeting_id)
    item = own_item(meeting, item_id)
    try:
        _deed(request, meeting, item)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, opened(request, district, meeting_id), item, reasons(request, refusal))
    if request.POST.get("deed") == "close":
        return redirect("meetings-approval", district.pk, meeting.pk)
    return redirect(_address(request, meeting, item))


def _deed_after(request: Asked, meeting: Meeting, item: AgendaItem) -> AgendaItem | None:
    wanted = request.POST.get("deed", "")
    if wanted == "finish":
        return finish_item(request.actor, meeting=meeting, item=item)
    if wanted == "postpone":
        return postpone_item(request.actor, meeting=meeting, item=item)
    return None


def _deed(request: Asked, meeting: Meeting, item: AgendaItem) -> None:
    actor, wanted, sent = request.actor, request.POST.get("deed", ""), request.POST
    given = {"meeting": meeting, "item": item}
    if wanted == "start":
        start_item(actor, **given)  # type: ignore[arg-type]
    elif wanted == "commit":
        _commit(request, item)
    elif wanted == "vote":
        vote(actor, choices=_choices(request), **given)  # type: ignore[arg-type]
    elif wanted == "conflict":
        who = next((one for one in meeting.attendances.all() if str(one.pk) == sent.get("who")), None)
        if who is None:
            raise Refused.because(_("It is not said who."), _("Choose somebody from the list."))
        note_conflict(actor, attendance=who, why=sent.get("why", ""), **given)  # type: ignore[arg-type]
    elif wanted == "close":
        close_meeting(actor, meeting=meeting, version=number_in(request, "version"))
    else:
        raise Refused.because(_("There is no such button."), _("Reload the page."))


def _refuse_unknown(request: Asked) -> None:
    """Before anything is stored: what no form of ours sends is not taken for something else."""
    if request.POST.get("is_open") not in ("open", "closed"):
        raise Refused.because(_("It is not said whether the item is open or closed."), _("Choose one."))
    if request.POST.get("deed", "") not in ("", "finish", "postpone"):
        raise Refused.because(_("There is no such button."), _("Reload the page."))


def _choices(request: Asked) -> dict[uuid.UUID, str]:
    """Every vote that was sent, also of somebody who is not on the list: the counting refuses them."""
    choices = ids_in(request, _VOTE)
    return {pk: choice for pk, choice in choices.items() if choice}


def _commit(request: Asked, item: AgendaItem) -> None:
    decision = getattr(item, "decision", None)
    if decision is None:
        raise Refused.because(
            _("Nothing is decided yet."), _("Write the decision first; the commitment belongs to it.")
        )
    sent = request.POST
    owner, _slash, person = sent.get("owner", "").partition("/")
    if person and not _is_uuid(person):
        raise Refused.because(_("Nobody is known by that key."), _("Choose somebody from the list."))
    born = Born(
        title=sent.get("title", ""),
        owner=owner,
        due=day_in(request, "due") if sent.get("due") else None,
        measured=sent.get("measured", ""),
        person_id=uuid.UUID(person) if person else None,
    )
    commit(request.actor, decision=decision, born=born, language=request.speech.language)


def _is_uuid(written: str) -> bool:
    try:
        return bool(uuid.UUID(written))
    except ValueError:
        return False


def _typed(request: Asked) -> Typed:
    sent = request.POST
    words = {name: sent.get(name, "") for name in ("outcome", "decision", "text", "inside")}
    return Typed(is_open=sent.get("is_open") != "closed", **words)


def _chosen(request: Asked, meeting: Meeting) -> AgendaItem | None:
    items = list(meeting.items.order_by("number"))
    wanted = request.GET.get("item", "")
    for fits in (
        lambda one: str(one.number) == wanted,
        lambda one: one.state == RUNNING,
        lambda one: not one.is_over,
    ):
        found = next((one for one in items if fits(one)), None)
        if found is not None:
            return found
    return items[0] if items else None


def _address(request: Asked, meeting: Meeting, item: AgendaItem) -> str:
    return f"{reverse('meetings-minutes', args=[request.district.pk, meeting.pk])}?item={item.number}"


def _page(
    request: Asked,
    meeting: Meeting,
    item: AgendaItem | None,
    wrong: list[str] | None = None,
    typed: Typed | None = None,
    status: int = 422,
) -> HttpResponse:
    if meeting.state == CALLED or item is None:
        return redirect("meetings-one", request.district.pk, meeting.pk)
    context = live(request, meeting, item, typed) | {"wrong": wrong or []}
    return render(request, "web/meeting_minutes.html", context, status=status if wrong else 200)
