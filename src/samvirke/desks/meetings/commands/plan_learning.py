"""Plans a learning activity, changes what is planned, or calls it off."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from samvirke.desks.meetings.facts.learning import refuse_unless_sound, somebody_was_first
from samvirke.desks.meetings.models import Learning, LearningPlace
from samvirke.desks.meetings.models.learning import CANCELLED, PLANNED
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("meetings.plan-learning", on="district")
def plan_learning(
    actor: Actor,
    *,
    district: District,
    kind: str,
    subject: str,
    host: Agency,
    municipalities: Collection[int],
    about: str = "",
    day: date | None = None,
    place: str = "",
    body: Body | None = None,
    duty: str = "",
    invented: bool = False,
    learning: Learning | None = None,
    version: int = 0,
) -> Learning:
    """Write a new activity, or another plan for `learning` as it was read in that `version`; the day may be open.

    Raises `Refused` for what cannot be, for one that is held or called off, or when somebody was first.
    """
    facts = {
        "kind": kind, "subject": subject.strip(), "about": about.strip(), "host": host, "day": day,
        "place": place.strip(), "body": body, "duty": duty,
    }  # fmt: skip
    refuse_unless_sound(district, facts, municipalities)
    if learning is None:
        written = Learning.objects.create(district=district, invented=invented, **facts)
    else:
        rows = Learning.objects.filter(pk=learning.pk, district=district, state=PLANNED, version=version)
        if not rows.update(**facts, version=version + 1):
            raise somebody_was_first()
        written = Learning.objects.get(pk=learning.pk)
    written.places.exclude(municipality_id__in=municipalities).delete()
    for code in sorted(set(municipalities)):
        LearningPlace.objects.get_or_create(learning=written, municipality_id=code)
    note(written, kind=kind)
    return written


@command("meetings.plan-learning", on="learning")
def cancel_learning(actor: Actor, *, learning: Learning, version: int) -> None:
    """It will not take place. Raises `Refused` for one that was held, or when somebody was first."""
    rows = Learning.objects.filter(pk=learning.pk, state=PLANNED, version=version)
    if not rows.update(state=CANCELLED, version=version + 1):
        raise somebody_was_first()
    note()
