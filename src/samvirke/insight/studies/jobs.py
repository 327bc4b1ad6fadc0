"""Works out the studies that were asked for, and asks again at night for those that follow the data."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.insight.studies.commands.answer_study import answer_study
from samvirke.insight.studies.commands.ask_study import WORK, ask_study
from samvirke.insight.studies.formed import formed_again
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.standing import is_outdated
from samvirke.insight.studies.worked_out import worked_out
from samvirke.registers.incidents.queries.store import open_store
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import HEAVY, Progress, job, nightly


@job(WORK, limit=timedelta(hours=2), lane=HEAVY)
def run(actor: Actor, progress: Progress, study: str) -> dict[str, Any]:
    """Work one out and keep its answer."""
    asked = Study.objects.select_related("district").get(pk=study)
    answered = answer_study(actor, study=asked, answer=worked_out(actor, asked, progress))
    return {"study": str(answered.pk), "n": answered.n}


@job("studies.follow-data", tries=3)
def follow_data(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Ask again, as whoever asked first, for studies that are kept current and whose data have a newer version.

    One whose asker may no longer ask, or has too many open, is left for the next night.
    """
    newest = Study.objects.filter(keep_current=True, replaced_by__isnull=True, finished_at__isnull=False)
    asked = 0
    for study in newest.select_related("district").defer("answer").order_by("asked_at"):
        account = Account.objects.filter(pk=study.asked_by).first()
        asker = actor_of(account) if account else None
        try:
            if asker and is_outdated(study, open_store(asker, study.district)):
                ask_study(asker, district=study.district, study=formed_again(study))
                asked += 1
        except Refused:
            continue
    return {"asked": asked}


nightly("studies.follow-data", time(4, 30))
