"""Forwards a matter from one body to another of the district, and takes the answer."""

from __future__ import annotations

from datetime import date

from samvirke.desks.meetings.models import AgendaItem, Matter
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, Words, _
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.forward", on="body")
def forward(
    actor: Actor,
    *,
    body: Body,
    to_body: Body,
    title: Words,
    text: str,
    answer_by: date,
    is_open: bool = True,
    item: AgendaItem | None = None,
) -> Matter:
    """From `body` to `to_body`, with the day an answer is expected by.

    Raises `Refused` for the same body, a body of another district, a day that is past, or no words.
    """
    if to_body.pk == body.pk:
        raise Refused.because(_("A body does not forward a matter to itself."), _("Choose another body."))
    if to_body.district_id != body.district_id:
        what = Said(_("{body} belongs to another district."), {"body": to_body.words})
        raise Refused.because(what, _("Choose a body of this district."))
    if answer_by < today():
        raise Refused.because(_("The day is past."), _("Choose a day that is still ahead."))
    if not text.strip():
        raise Refused.because(_("It is not said what is asked."), _("Write it in a sentence."))
    if item is not None and item.meeting.body_id != body.pk:
        raise Refused.because(_("The item is on another body's agenda."), _("Reload the page."))
    made = Matter.objects.create(
        from_body=body,
        to_body=to_body,
        item=item,
        title=title.stored(),
        text=text.strip(),
        # What comes from a closed item stays closed.
        is_open=is_open and (item is None or item.is_open),
        answer_by=answer_by,
    )
    note(made)
    return made


@command("meetings.forward", on="body")
def answer_matter(actor: Actor, *, body: Body, matter: Matter, answer: str) -> None:
    """The answer of the body that was asked. Raises `Refused` where there is one, or for another body's matter."""
    if not answer.strip():
        raise Refused.because(_("The answer is empty."), _("Write what the body says."))
    rows = Matter.objects.filter(pk=matter.pk, to_body=body, answered_on__isnull=True)
    if not rows.update(answer=answer.strip(), answered_on=today()):
        raise Refused.because(_("The matter is answered already."), _("Reload the page."))
    note(matter)
