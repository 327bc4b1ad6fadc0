"""Says whom to turn to about something that a body does, and who covers for them until when."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.facts.one_at_a_time import locked
from samvirke.registers.partners.models import Body, ContactPoint, SeatHolder
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.put-contact", on="body")
def put_contact(
    actor: Actor,
    *,
    body: Body,
    subject: str,
    holder: SeatHolder,
    since: date,
    cover: SeatHolder | None = None,
    cover_until: date | None = None,
    version: int = 0,
    invented: bool = False,
) -> ContactPoint:
    """The one to turn to from a day on; `version` is that of the contact point as it was read, 0 for a new subject.

    The same person again changes the cover; another person begins a contact point of their own, and the old one ends.
    Raises `Refused` for a cover without a last day, or when somebody else has changed it in between.
    """
    locked(body.pk)
    subject = subject.strip()
    _refuse_unless_fitting(body, subject, (holder, cover), cover_until)
    now = ContactPoint.objects.filter(body=body, subject=subject, until__isnull=True).first()
    if (now.version if now else 0) != version:
        raise Refused.because(
            _("Somebody else has changed this contact point since you opened the page."), _("Reload the page.")
        )
    if now is not None and now.holder_id == holder.pk:
        now.cover, now.cover_until, now.version = cover, cover_until, version + 1
        now.save(update_fields=["cover", "cover_until", "version"])
        note(now)
        return now
    if now is not None:
        _end_the_day_before(now, since)
    made = ContactPoint.objects.create(
        body=body,
        subject=subject,
        holder=holder,
        since=since,
        cover=cover,
        cover_until=cover_until,
        version=version + 1,
        invented=invented,
    )
    note(made)
    return made


@command("partners.put-contact", on="body")
def no_contact(actor: Actor, *, body: Body, contact: ContactPoint, until: date, version: int) -> None:
    """Nobody is the one to turn to about it after a day. Raises `Refused` when somebody was first."""
    locked(body.pk)
    if until < contact.since:
        raise Refused.because(_("The last day lies before the first."), _("Correct one of the two days."))
    rows = ContactPoint.objects.filter(pk=contact.pk, body=body, version=version, until__isnull=True)
    if not rows.update(until=until, version=version + 1):
        raise Refused.because(
            _("Somebody else has changed this contact point since you opened the page."), _("Reload the page.")
        )
    note(contact)


def _end_the_day_before(now: ContactPoint, since: date) -> None:
    if since <= now.since:
        raise Refused.because(_("The one before began on that day or later."), _("Choose a later day."))
    ContactPoint.objects.filter(pk=now.pk).update(until=since - timedelta(days=1))


def _refuse_unless_fitting(
    body: Body, subject: str, people: tuple[SeatHolder, SeatHolder | None], cover_until: date | None
) -> None:
    holder, cover = people
    if not subject:
        raise Refused.because(_("It is not said what the contact point is about."), _("Write it in a few words."))
    refuse_if_too_long(ContactPoint, subject=subject)
    if (cover is None) != (cover_until is None):
        raise Refused.because(_("A cover has a name and a last day."), _("Write both, or neither."))
    if cover is not None and cover.pk == holder.pk:
        raise Refused.because(_("Nobody stands in for themselves."), _("Choose somebody else."))
    for one in (holder, cover):
        if one is not None and one.district_id != body.district_id:
            what = Said(_("{name} is in the list of another district."), {"name": one.name})
            raise Refused.because(what, _("Write the person in this district's list first."))
