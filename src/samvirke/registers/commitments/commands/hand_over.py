"""Hands everything open that one person answers for to another, when somebody changes post."""

from __future__ import annotations

from django.db.models import F

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.commands.stepped import stepped
from samvirke.registers.commitments.facts.answerable import refuse_if_not_answerable
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.models.step import HANDED_OVER
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account


@command("commitments.hand-over", on="district")
def hand_over(actor: Actor, *, district: District, giver: Account, taker: Account) -> list[Commitment]:
    """All open ones of a district at once. Raises `Refused` when there is none, or the taker does not work there."""
    if giver.pk == taker.pk:
        raise Refused.because(_("It is the same person."), _("Choose two different people."))
    refuse_if_not_answerable(district.pk, taker.pk)
    rows = Commitment.objects.select_for_update().filter(
        district=district, person=giver, state=OPEN, case_id__isnull=True
    )
    handed = list(rows)
    if not handed:
        raise Refused.because(_("They answer for nothing that is open."), _("Choose somebody else."))
    ids = [one.pk for one in handed]
    Commitment.objects.filter(pk__in=ids).update(person=taker, version=F("version") + 1)
    for one in handed:
        stepped(actor, one, HANDED_OVER, giver=str(giver.pk), taker=str(taker.pk))
    note(commitments=len(handed), giver=str(giver.pk), taker=str(taker.pk))
    return handed
