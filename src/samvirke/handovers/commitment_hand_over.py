"""Somebody changes post: everything open goes to the one who follows, and both are told with the deed."""

from __future__ import annotations

from uuid import uuid4

from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.commands.hand_over import hand_over
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.outbox.commands.post import post
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Account


def hand_over_and_tell(actor: Actor, *, district: District, giver: Account, taker: Account) -> list[Commitment]:
    """All of it in one deed, or none of it. Raises `Refused` as `hand_over` does."""
    with deed(actor):
        handed = hand_over(actor, district=district, giver=giver, taker=taker)
        count, once = len(handed), uuid4()
        told = {
            taker: (
                Said(
                    _("You now answer for {count} commitment"),
                    {"count": count},
                    _("You now answer for {count} commitments"),
                ),
                Said(_("A colleague has changed post. See what is due first.")),
            ),
            giver: (
                Said(
                    _("{count} commitment was handed over"), {"count": count}, _("{count} commitments were handed over")
                ),
                Said(_("Somebody else now answers for what you had open.")),
            ),
        }
        for account, (subject, body) in told.items():
            post(
                actor,
                key=f"commitments-handed-over:{once}:{account.pk}",
                to_kind="account",
                to_id=str(account.pk),
                subject=subject,
                body=body,
                link=f"/districts/{district.pk}/commitments/?mine=on",
            )
        return handed
