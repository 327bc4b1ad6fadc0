"""What was referred to one's own agency and what it has sent: lists without content, and one referral as it reads."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from samvirke.desks.casework.grounds import HAS_A_CONFLICT_THERE, IS_SEALED_THERE, RECEIVERS
from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.desks.casework.models.disclosure import GIVEN
from samvirke.desks.casework.models.referral import SENT
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.grounds import Either, as_filter
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import visible


def referrals_received(actor: Actor, district_id: str) -> QuerySet[Referral]:
    """What was sent out of a district's cases to the agencies that somebody receives for, the newest first."""
    sent = received(actor).filter(disclosure__case__district_id=district_id)
    return sent.select_related("disclosure__giver", "disclosure__receiver", "became").order_by("-sent_at")


def received(actor: Actor) -> QuerySet[Referral]:
    """What has reached somebody, of whatever district.

    Whoever is too close to the sender's case learns nothing of it, and nobody does while the sender has sealed it.
    """
    forbidden = as_filter(Either((HAS_A_CONFLICT_THERE.when, IS_SEALED_THERE.when)), Disclosure, actor)
    return Referral.objects.filter(
        # What waits for a second pair of eyes, or was rejected, has not reached them.
        disclosure__given_at__isnull=False,
        disclosure__receiver_id__in=actor.agencies_as(RECEIVERS),
    ).exclude(disclosure__in=Disclosure.objects.filter(forbidden))


def referrals_to_answer(actor: Actor, district_id: str) -> QuerySet[Referral]:
    """Those that wait, and whose content can still be read, the oldest first."""
    return referrals_received(actor, district_id).filter(in_force(actor), state=SENT).order_by("sent_at")


def in_force(actor: Actor) -> Q:
    """What holds of a referral whose content can still be read."""
    return Q(disclosure__state=GIVEN, disclosure__expires_at__gt=actor.moment)


def referrals_sent(actor: Actor, district_id: str) -> QuerySet[Referral]:
    """What one's own agency has sent out of the cases that somebody may know of, the newest first."""
    known = visible(actor, "casework.know", Case.objects.filter(district_id=district_id)).values("pk")
    sent = Referral.objects.filter(disclosure__case__in=known, disclosure__giver_id__in=actor.agencies)
    return sent.select_related("disclosure__case", "disclosure__receiver").order_by("-sent_at")


def referral_to_answer(actor: Actor, district_id: str, referral_id: UUID) -> Referral:
    """One that waits, with what was disclosed in it: a reading that stands in the trail.

    Raises `Referral.DoesNotExist` for one that was sent to others, was answered, or can be read no more.
    """
    found = referrals_to_answer(actor, district_id).select_related("disclosure__case").get(pk=referral_id)
    disclosure = found.disclosure
    with reading(actor, "casework.receive", disclosure.receiver):
        note(
            found,
            disclosure,
            subjects=disclosure.subjects,
            purpose=disclosure.purpose,
            basis=disclosure.basis,
        )
        return found
