"""Notes whom the members of a body have elected to chair it, or to stand in for its chair."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.facts.in_force import overlapping
from samvirke.registers.partners.facts.one_at_a_time import locked, somebody_was_first
from samvirke.registers.partners.models import Body, Election, Membership
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("partners.elect", on="body")
def elect_chair(
    actor: Actor,
    *,
    body: Body,
    membership: Membership,
    role: str,
    since: date,
    replaces: Election | None = None,
    version: int = 0,
    invented: bool = False,
) -> Election:
    """A member chairs the body, or is its vice-chair, from a day; whoever was it before, as read, is it no longer.

    Raises `Refused` when they do not sit there that day, their seat does not allow it, or somebody was first.
    """
    locked(body.pk)
    found = Membership.objects.select_related("seat", "holder").get(pk=membership.pk)
    _refuse_unless_electable(body, found, role, since)
    if replaces is not None:
        _end_the_day_before(body, role, replaces, version, since)
    # Whoever has the role was on the page; where the page named nobody, somebody has been elected meanwhile.
    if Election.objects.filter(overlapping(since, None), body=body, role=role).exists():
        raise somebody_was_first()
    election = Election.objects.create(
        body=body, membership=found, role=role, since=since, until=found.last_day, invented=invented
    )
    note(election, role=role)
    return election


def _refuse_unless_electable(body: Body, found: Membership, role: str, since: date) -> None:
    name = found.holder.name
    sits = found.since <= since and (found.last_day is None or since <= found.last_day)
    if found.seat.body_id != body.pk or not sits:
        what = Said(_("{name} does not sit there on {day}."), {"name": name, "day": said_day(since)})
        raise Refused.because(what, _("Choose somebody who does, or another day."))
    office = body.seats.filter(role=role, closed_on__isnull=True).first()
    if office is not None:
        what = Said(_("Nobody is elected to this: it follows from the seat “{office}”."), {"office": office.words})
        raise Refused.because(what, _("Say who takes that seat instead."))
    if role not in found.seat.electable:
        what = Said(_("Whoever sits as “{office}” cannot be elected to this."), {"office": found.seat.words})
        raise Refused.because(what, _("Choose one of the members whose seat allows it."))


def _end_the_day_before(body: Body, role: str, old: Election, version: int, since: date) -> None:
    rows = Election.objects.filter(pk=old.pk, body=body, role=role, version=version)
    if since <= old.since:
        what = Said(_("The one before was elected on {day}."), {"day": said_day(old.since)})
        raise Refused.because(what, _("Choose a later day."))
    if not rows.update(until=since - timedelta(days=1), version=version + 1):
        raise somebody_was_first()
