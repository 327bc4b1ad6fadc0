"""One item of an agenda: what it is about, what is recommended, and whether the public may know of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.commands.put_item import Anatomy
from samvirke.desks.meetings.engine.annex import ENDINGS, MOST_BYTES, Annex, annex_of, too_large
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, RUNNING
from samvirke.doors.web.meetings.agenda import annexes_shown
from samvirke.doors.web.meetings.room import KINDS, frame, number_in, opened, own_item, reasons, title_of
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.meeting_annex import add_annex, remove_annex
from samvirke.handovers.meeting_closed_item import change
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

_TEXTS = ("summary", "background", "consequences")
_LABELS = {
    "title": _("Title"),
    "kind": _("Sort of item"),
    "minutes": _("Minutes set aside"),
    "is_open": _("Open to the public"),
    "summary": _("The matter in short"),
    "recommendation": _("Recommendation"),
    "background": _("Background"),
    "consequences": _("Consequences"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def _item(request: Asked, district: District, meeting_id: uuid.UUID, item_id: int) -> HttpResponse:
    """The form, for those who prepare; the text, for those who may read it."""
    meeting = opened(request, district, meeting_id)
    item = own_item(meeting, item_id)
    if request.method != "POST":
        return _page(request, meeting, item, _stored(request, item))
    if request.POST.get("deed") in ("attach", "detach"):
        return _annexes(request, meeting, item)
    typed = _typed(request)
    try:
        change(
            request.actor, meeting=meeting, item=item, anatomy=_anatomy(request, typed),
            version=number_in(request, "version"),
        )  # fmt: skip
    except NotAllowed:
        raise
    except MovedOn as refusal:
        item.refresh_from_db()
        return _page(request, meeting, item, typed, reasons(request, refusal), _stored(request, item))
    except Refused as refusal:
        return _page(request, meeting, item, typed, reasons(request, refusal))
    return redirect(f"{reverse('meetings-one', args=[district.pk, meeting.pk])}#i-{item.pk}")


show = page("meetings.see")(_item)


def _annexes(request: Asked, meeting: Meeting, item: AgendaItem) -> HttpResponse:
    """A file put under the item, or taken away from it."""
    try:
        if request.POST["deed"] == "attach":
            add_annex(request.actor, meeting=meeting, item=item, annex=_sent(request))
        else:
            wanted = request.POST.get("annex", "")
            found = next((one for one in item.papers.all() if str(one.pk) == wanted), None)
            if found is None:
                raise Refused.because(_("The annex is not there any more."), _("Reload the page."))
            remove_annex(request.actor, meeting=meeting, paper=found)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, meeting, item, _stored(request, item), reasons(request, refusal))
    return redirect(f"{reverse('meetings-item', args=[request.district.pk, meeting.pk, item.pk])}#annexes")


def _sent(request: Asked) -> Annex:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise Refused.because(_("No file was chosen."), _("Choose one and try again."))
    name = file.name or ""
    if (file.size or 0) > MOST_BYTES:
        raise too_large(name)
    return annex_of(name, file.read())


def _anatomy(request: Asked, typed: dict[str, Any]) -> Anatomy:
    language = request.speech.language
    minutes = str(typed["minutes"]).strip()
    return Anatomy(
        title={language: typed["title"].strip()},
        kind=typed["kind"],
        minutes=(int(minutes) if minutes.isascii() and minutes.isdigit() and len(minutes) < 5 else 0)
        if minutes
        else None,
        is_open=typed["is_open"],
        summary=typed["summary"].strip(),
        recommendation={language: typed["recommendation"].strip()},
        background=typed["background"].strip(),
        consequences=typed["consequences"].strip(),
    )


def _typed(request: Asked) -> dict[str, Any]:
    sent = request.POST
    words = {name: sent.get(name, "") for name in ("title", "kind", "minutes", "recommendation", *_TEXTS)}
    return {**words, "is_open": sent.get("is_open") == "open"}


def _stored(request: Asked, item: AgendaItem) -> dict[str, Any]:
    return {
        "title": request.speech.words(item.words),
        "kind": item.kind,
        "minutes": item.minutes or "",
        "is_open": item.is_open,
        "recommendation": request.speech.words(item.recommendation) if item.recommendation else "",
        **{name: getattr(item, name) for name in _TEXTS},
    }


def _page(
    request: Asked,
    meeting: Meeting,
    item: AgendaItem,
    shown: dict[str, Any],
    wrong: list[str] | None = None,
    theirs: dict[str, Any] | None = None,
) -> HttpResponse:
    context = frame(request, meeting, "item")
    if not (item.is_open or context["reads_closed"]):
        raise Http404
    context |= {
        "item": item,
        "title": title_of(request, item, context["reads_closed"]),
        "shown": shown,
        "kinds": [(name, request.speech.say(words), name == shown["kind"]) for name, words in KINDS.items()],
        "may_change": context["keeps"] and meeting.state in (AGENDA, CALLED, RUNNING),
        "wrong": wrong or [],
        "theirs": [
            (request.speech.say(_LABELS[name]), value)
            for name, value in (theirs or {}).items()
            if str(value) != str(shown.get(name))
        ],
        "changed_by": item.changed_by,
        "annexes": annexes_shown(request, meeting, item, context["reads_closed"]),
        "endings": ",".join(f".{one}" for one in ENDINGS),
        "kinds_of_file": request.speech.listed([one for one in ENDINGS if one != "jpeg"]),
        "most": MOST_BYTES // 1_000_000,
    }
    status = 409 if theirs else 422 if wrong else 200
    return render(request, "web/meeting_item.html", context, status=status)
