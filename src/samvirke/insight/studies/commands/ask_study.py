"""Asks for a study: writes down what is asked, and puts the work in the queue."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.models import Study
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import RUNNING, WAITING

WORK = "studies.run"
# So many of one person's studies may wait or run; the next is asked for when one of them has ended.
OPEN_AT_MOST = 3


@command("studies.ask", on="district")
def ask_study(actor: Actor, *, district: District, study: Study, queued: bool = True) -> Study:
    """Store a study that was formed for this district; without `queued` whoever asks works it out at once."""
    if study.district_id != district.pk:
        raise ValueError("the study was formed for another district")
    study.asked_by = actor.id
    if queued:
        # One after the other, so that of many at once no more than the allowed number gets in.
        District.objects.select_for_update().get(pk=district.pk)
        _refuse_too_many(actor)
        study.job_id = enqueue(actor, WORK, {"study": str(study.pk)}).pk
    study.save(force_insert=True)
    note(study, kind=study.kind)
    return study


def _refuse_too_many(actor: Actor) -> None:
    waiting = Job.objects.filter(name=WORK, asked_by=actor.id, state__in=[WAITING, RUNNING]).count()
    if waiting >= OPEN_AT_MOST:
        what = Said(_("{count} of your studies are waiting or under way."), {"count": waiting})
        raise Refused.because(what, _("Wait until one has ended, or stop one."))
