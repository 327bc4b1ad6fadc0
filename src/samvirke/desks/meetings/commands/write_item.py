"""Writes the minutes of an item: the decision first, then what was said, and whether the public may read it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Max

from samvirke.desks.meetings.commands.changed import changed_item, shut_papers
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, own_item
from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.agenda_item import DECISION
from samvirke.desks.meetings.models.decision import OUTCOMES
from samvirke.desks.meetings.models.meeting import HELD, RUNNING
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Written:
    """What somebody has written of one item. `inside` is for members alone, also where the item is open."""

    is_open: bool
    outcome: str = ""
    decision: str = ""
    text: str = ""
    inside: str = ""


@command("meetings.record", on="meeting")
def write_item(
    actor: Actor, *, meeting: Meeting, item: AgendaItem, written: Written, version: int
) -> tuple[AgendaItem, Decision | None]:
    """Store it on top of the version that was read. A decision gets the body's next number with its first word.

    What stands there already word for word is no conflict, whoever stored it: a page that stores by itself and the
    button beside it may both send the same. Raises `MovedOn` when somebody else has written the item otherwise since,
    and `Refused` once the minutes are approved.
    """
    meeting = as_it_is_now(meeting, RUNNING, HELD)
    item = own_item(meeting, item)
    if written.outcome and written.outcome not in OUTCOMES:
        raise Refused.because(_("There is no such outcome."), _("Choose one of those on the page."))
    decision = Decision.objects.filter(item=item).first()
    if version != item.version and _as_stored(item, decision) == _tidy(written):
        return item, decision
    changed_item(
        actor, item, version, is_open=written.is_open, text=written.text.strip(), inside=written.inside.strip()
    )
    shut_papers(meeting, item, written.is_open)
    if decision is None and (written.decision.strip() or (item.kind == DECISION and written.outcome)):
        decision = _numbered(meeting, item)
    if decision is not None:
        decision.outcome, decision.text = written.outcome, written.decision.strip()
        decision.save(update_fields=["outcome", "text"])
    note(item, version=version + 1)
    return AgendaItem.objects.get(pk=item.pk), decision


def _as_stored(item: AgendaItem, decision: Decision | None) -> Written:
    outcome, text = (decision.outcome, decision.text) if decision else ("", "")
    return Written(item.is_open, outcome, text, item.text, item.inside)


def _tidy(written: Written) -> Written:
    texts = {name: getattr(written, name).strip() for name in ("decision", "text", "inside")}
    return replace(written, **texts)


def _numbered(meeting: Meeting, item: AgendaItem) -> Decision:
    """The body's row is locked, so that two secretaries never get one number."""
    body = Body.objects.select_for_update().get(pk=meeting.body_id)
    last = Decision.objects.filter(body=body, year=meeting.year).aggregate(last=Max("number"))["last"] or 0
    return Decision.objects.create(item=item, body=body, year=meeting.year, number=last + 1)
