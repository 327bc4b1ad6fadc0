"""Adds an item to an agenda, corrects what it says, or takes it away again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import F, Max

from samvirke.desks.meetings.commands.changed import changed, changed_item, shut_papers
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, own_item
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.agenda_item import KINDS, STANDING
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, RUNNING
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, Words, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_TITLE_AT_MOST, _MINUTES_AT_MOST = 200, 600


@dataclass(frozen=True)
class Anatomy:
    """What an item says before the meeting: title, sort, summary, recommendation, background, consequences, minutes."""

    title: dict[str, str]
    kind: str
    minutes: int | None = None
    is_open: bool = True
    summary: str = ""
    recommendation: dict[str, str] | None = None
    background: str = ""
    consequences: str = ""

    def fields(self) -> dict[str, Any]:
        """The columns it fills. Raises `Refused` with everything that is wrong."""
        faults = [Fault(Said(what), Said(remedy), key=key) for wrong, key, what, remedy in self._faults() if wrong]
        refuse_if_any(faults)
        return {**asdict(self), "title": _said(self.title), "recommendation": _said(self.recommendation or {})}

    def _faults(self) -> list[tuple[bool, str, str, str]]:
        titles = [title.strip() for title in self.title.values()]
        too_long = any(len(title) > _TITLE_AT_MOST for title in titles)
        minutes = self.minutes is not None and not 0 < self.minutes <= _MINUTES_AT_MOST
        return [
            (not any(titles), "title", _("The item has no title."), _("Write what it is about in a few words.")),
            (too_long, "title", _("The title is very long."), _("Write at most 200 characters; the rest is summary.")),
            (self.kind not in KINDS, "kind", _("It is not said what sort of item it is."), _("Choose one.")),
            (minutes, "minutes", _("The minutes are no number from 1 to 600."), _("Correct them.")),
        ]


@command("meetings.prepare", on="meeting")
def add_item(actor: Actor, *, meeting: Meeting, anatomy: Anatomy, source: str = "", source_key: str = "") -> AgendaItem:
    """Before the standing items that close the agenda. Raises `Refused` where it is on the agenda already."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED, RUNNING)
    if source_key and meeting.items.filter(source=source, source_key=source_key).exists():
        raise Refused.because(_("It is on the agenda already."), _("Reload the page."))
    place = _before_the_last(meeting)
    # Upwards from the end, since no two items have one number at any time.
    for later in meeting.items.filter(number__gte=place).order_by("-number"):
        AgendaItem.objects.filter(pk=later.pk).update(number=later.number + 1)
    made = AgendaItem.objects.create(
        meeting=meeting, number=place, source=source, source_key=source_key, **anatomy.fields()
    )
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)
    note(made, source=source)
    return made


@command("meetings.prepare", on="meeting")
def change_item(actor: Actor, *, meeting: Meeting, item: AgendaItem, anatomy: Anatomy, version: int) -> None:
    """What it says, on top of the version that was read; closed now, it closes the frozen agendas that tell of it."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED, RUNNING)
    item = own_item(meeting, item)
    fields = anatomy.fields()
    # Titles and recommendations in the other language stay as they were.
    fields["title"] = _said({**_kept(item.title), **anatomy.title})
    fields["recommendation"] = _said({**_kept(item.recommendation), **(anatomy.recommendation or {})})
    changed_item(actor, item, version, **fields)
    shut_papers(meeting, item, anatomy.is_open)
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)
    note(item)


@command("meetings.prepare", on="meeting")
def take_away_item(actor: Actor, *, meeting: Meeting, item: AgendaItem, version: int) -> None:
    """Take it off the agenda, until the meeting begins; the others move up."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED)
    item = own_item(meeting, item)
    if item.papers.exists():
        raise Refused.because(_("The item has annexes."), _("Take them away first, each on the page of the item."))
    changed(meeting, version)
    item.delete()
    for number, later in enumerate(meeting.items.order_by("number"), start=1):
        AgendaItem.objects.filter(pk=later.pk).update(number=number)
    note(source=item.source)


def _before_the_last(meeting: Meeting) -> int:
    """The place of the first of the standing items that close every agenda, or after all others."""
    closing = meeting.items.filter(source=STANDING, source_key__in=["any-other", "ssp"]).order_by("number").first()
    return closing.number if closing else (meeting.items.aggregate(last=Max("number"))["last"] or 0) + 1


def _said(words: dict[str, str]) -> dict[str, str]:
    """Without the languages in which nothing is said."""
    return {language: text for language, text in words.items() if text.strip()}


def _kept(words: dict[str, str] | str) -> dict[str, str]:
    return Words.of(words).stored() if words else {}
