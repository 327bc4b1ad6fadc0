"""Writes down that a learning activity was held: when, for which municipalities, and how many came from where."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from samvirke.desks.meetings.facts.learning import refuse_unless_counted, refuse_unless_sound, somebody_was_first
from samvirke.desks.meetings.models import Learning, LearningPart, LearningPlace
from samvirke.desks.meetings.models.learning import HELD, PLANNED
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("meetings.hold-learning", on="learning")
def hold_learning(
    actor: Actor,
    *,
    learning: Learning,
    version: int,
    day: date,
    municipalities: Collection[int],
    people: Mapping[Agency, int],
) -> Learning:
    """It took place on that day. Raises `Refused` for a day ahead, for nobody, or when somebody was first."""
    if day > today():
        raise Refused.because(_("The day is still ahead."), _("Write down what was held when it has been held."))
    facts = {
        "kind": learning.kind, "subject": learning.subject, "host": learning.host, "place": learning.place,
        "body": learning.body, "duty": learning.duty,
    }  # fmt: skip
    refuse_unless_sound(learning.district, facts, municipalities)
    refuse_unless_counted(learning.district, people)
    rows = Learning.objects.filter(pk=learning.pk, state=PLANNED, version=version)
    if not rows.update(state=HELD, day=day, version=version + 1):
        raise somebody_was_first()
    learning.places.exclude(municipality_id__in=municipalities).delete()
    for code in sorted(set(municipalities)):
        LearningPlace.objects.get_or_create(learning=learning, municipality_id=code)
    LearningPart.objects.bulk_create(LearningPart(learning=learning, agency=one, people=n) for one, n in people.items())
    note(people=sum(people.values()), agencies=len(people))
    return Learning.objects.select_related("district", "body__district").get(pk=learning.pk)
