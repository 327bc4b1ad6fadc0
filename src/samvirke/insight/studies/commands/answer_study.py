"""Writes the answer of a study down, once and whole."""

from __future__ import annotations

from samvirke.foundation.clock import now
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.worked_out import Answer
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("studies.answer", on="study")
def answer_study(actor: Actor, *, study: Study, answer: Answer) -> Study:
    """Keep an answer with everything it was made from; one that is there already stays."""
    Study.objects.filter(pk=study.pk, finished_at__isnull=True).update(finished_at=now(), **vars(answer))
    note(study)
    study.refresh_from_db()
    return study
