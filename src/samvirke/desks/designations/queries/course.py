"""The course of one place: what it rests on, the steps that were taken, the reviews, and the restricted paper."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.desks.designations.models import Designation, Evidence, RestrictedPlan, Review, StepTaken
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import may, visible


def evidence_of(actor: Actor, designation: Designation) -> QuerySet[Evidence]:
    """What was frozen, the newest first."""
    rows = Evidence.objects.filter(designation__in=_seen(actor, designation))
    return rows.select_related("by").order_by("-frozen_on", "-term", "id")


def steps_of(actor: Actor, designation: Designation) -> QuerySet[StepTaken]:
    """What was reached, the latest last."""
    return StepTaken.objects.filter(designation__in=_seen(actor, designation)).select_related("by")


def reviews_of(actor: Actor, designation: Designation) -> QuerySet[Review]:
    """Who looked at it again and what they found, the newest first."""
    rows = Review.objects.filter(designation__in=_seen(actor, designation))
    return rows.select_related("by").order_by("-held_on", "-due")


def restricted_of(actor: Actor, designation: Designation) -> RestrictedPlan | None:
    """The restricted paper, for those who may; that it was looked up is written down."""
    if not may(actor, "designations.read-restricted", designation):
        return None
    found = RestrictedPlan.objects.filter(designation=designation).select_related("owner").first()
    if found is None:
        return None
    with reading(actor, "designations.read-restricted", designation):
        note(found)
    return found


def _seen(actor: Actor, designation: Designation) -> QuerySet[Designation]:
    return visible(actor, "designations.read", Designation.objects.filter(pk=designation.pk))
