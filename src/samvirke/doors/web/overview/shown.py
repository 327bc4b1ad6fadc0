"""Lines of the overview as the page shows them: what needs somebody, meetings, commitments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from samvirke.desks.meetings.models import Meeting
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import today
from samvirke.foundation.speech import clock_span, short_day
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.names import owners_said
from samvirke.insight.briefing.overview import at_risk, packless_meetings
from samvirke.insight.briefing.pack.content import HTML, PACK
from samvirke.insight.briefing.pack.page_one import days_late, standing_said
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments_of, overdue
from samvirke.registers.commitments.queries.duty_standings import Standing
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import documents
from samvirke.registers.partners.models import Body

_SHOWN = 4


@dataclass(frozen=True)
class Need:
    """Something that waits for somebody."""

    title: str
    address: str
    detail: str
    state: str
    sign: str
    said: str


@dataclass(frozen=True)
class Needs:
    """A column of them."""

    title: str
    count: int
    shown: list[Need]
    none: str


@dataclass(frozen=True)
class MeetingLine:
    """A meeting of the calendar."""

    day: str
    hours: str
    full_day: str
    place: str
    in_days: str
    name: str
    address: str
    detail: str
    state: str
    sign: str
    said: str
    pack: str


def needs(request: Asked, council: Body, standings: list[Standing]) -> list[Needs]:
    """Three columns: late commitments, duties at risk, meetings without a pack."""
    late = commitment_lines(request, overdue(commitments_of(request.actor, council)))
    risky = [_duty_need(request, one) for one in at_risk(standings)]
    packless = [_packless_need(request, one) for one in packless_meetings(request.actor, council.district_id)]
    say = request.speech.say
    return [
        Needs(
            say(_("Commitments past the deadline")),
            len(late),
            late[:_SHOWN],
            say(_("No commitment is past its deadline.")),
        ),
        Needs(say(_("Duties at risk")), len(risky), risky[:_SHOWN], say(_("Every duty of the year is on course."))),
        Needs(
            say(_("Meetings without a pack")),
            len(packless),
            packless[:_SHOWN],
            say(_("Every meeting of the coming month has its pack.")),
        ),
    ]


def commitment_lines(request: Asked, rows: Iterable[Commitment]) -> list[Need]:
    """Late commitments, each with its owner and how late it is."""
    return [
        Need(
            title=one.words.text(request.speech.language),
            address=reverse("commitments-one", args=[request.district.pk, one.pk]),
            detail=request.speech.say(
                _("{owner} · due {day}"), owner=owners_said(one.owners, request.speech), day=request.speech.day(one.due)
            ),
            state="overdue",
            sign=sign("overdue"),
            said=days_late(one.days_overdue(today()), request.speech),
        )
        for one in rows
        if one.due
    ]


def meeting_lines(request: Asked, rows: Iterable[Meeting]) -> list[MeetingLine]:
    """Meetings with what their papers lack."""
    packs = {one.body_id: one for one in documents(request.actor, PACK).filter(media_type=HTML)}
    return [_meeting_line(request, one, packs.get(one.body_id)) for one in rows]


def _meeting_line(request: Asked, meeting: Meeting, pack: Document | None) -> MeetingLine:
    speech = request.speech
    starts = meeting.starts
    state, words = _pack_state(meeting, pack)
    return MeetingLine(
        day=short_day(starts.date(), speech.language) if starts else speech.say(_("no date yet")),
        hours=clock_span(starts, meeting.ends, speech.language) if starts else "",
        full_day=speech.full_day(starts.date()) if starts else "",
        place=meeting.place,
        in_days=_in_days(starts, speech.language),
        name=meeting.body.words.text(speech.language),
        address=body_address(meeting.body),
        detail=_detail(request, meeting),
        state=state,
        sign=sign(state),
        said=speech.say(words),
        pack=reverse("packs-read", args=[meeting.body.district_id, pack.pk]) if pack else "",
    )


def body_address(body: Body) -> str:
    """The page of a council: its municipality's, or the district's."""
    if body.is_local_council:
        code = body.covers.all()[0].municipality_id
        return reverse("overview-municipality", args=[body.district_id, code])
    return reverse("overview", args=[body.district_id])


def _pack_state(meeting: Meeting, pack: Document | None) -> tuple[str, str]:
    if pack is not None:
        return "met", _("The pack is ready")
    if meeting.state == "planned" and meeting.starts_at is None:
        return "at-risk", _("Not called")
    items = list(meeting.items.all())
    return ("on-course", _("Agenda drafted, no pack yet")) if items else ("not-begun", _("Not begun"))


def _detail(request: Asked, meeting: Meeting) -> str:
    items = list(meeting.items.all())
    decisions = sum(item.kind == "decision" for item in items)
    parts = [request.speech.say(_("Meeting {number} in {year}"), number=meeting.number, year=meeting.year)]
    language = request.speech.language
    if items:
        parts.append(Said(_("{count} item"), {"count": len(items)}, _("{count} items")).text(language))
    if decisions:
        parts.append(Said(_("{count} decision"), {"count": decisions}, _("{count} decisions")).text(language))
    return " · ".join(parts)


def _in_days(starts: datetime | None, language: str) -> str:
    if starts is None:
        return ""
    days = (starts.date() - today()).days
    return Said(_("Next meeting in {count} day"), {"count": days}, _("Next meeting in {count} days")).text(language)


def _duty_need(request: Asked, one: Standing) -> Need:
    speech = request.speech
    values = {"body": one.body.words.text(speech.language), "done": one.done, "required": one.required}
    return Need(
        title=speech.say(_("{body}: {done} of {required}"), **values),
        address=f"{reverse('commitments-duties', args=[request.district.pk])}#b-{one.body.pk}",
        detail=speech.say(one.duty.title),
        state=one.state,
        sign=sign(one.state),
        said=standing_said(one, speech),
    )


def _packless_need(request: Asked, meeting: Meeting) -> Need:
    speech = request.speech
    starts = meeting.starts
    return Need(
        title=meeting.body.words.text(speech.language),
        address=f"{reverse('packs', args=[request.district.pk])}?body={meeting.body_id}",
        detail=_detail(request, meeting),
        state="waiting",
        sign=sign("waiting"),
        said=speech.say(_("Meets {day}"), day=speech.day(starts.date())) if starts else "",
    )
