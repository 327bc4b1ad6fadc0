"""Compares the reports of a search in the worker, and ends at night the searches whose time is over."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django.db.models import Q

from samvirke.desks.casework.commands.forget_search import forget_search
from samvirke.desks.casework.commands.match_reports import WORK, keep_pairs
from samvirke.desks.casework.facts.searches import records_of, subjects_of_search
from samvirke.desks.casework.matching.linked import linked
from samvirke.desks.casework.models import Search
from samvirke.foundation.clock import today
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.wall import within
from samvirke.trust.jobs.declared import HEAVY, Progress, job, nightly


@job(WORK, limit=timedelta(minutes=15), lane=HEAVY)
def match_reports(actor: Actor, progress: Progress, search: str) -> dict[str, Any]:
    """Read, compare outside any transaction, keep. The queue's own row says how many pairs, and nothing of anybody."""
    with within(actor):
        found = Search.objects.select_related("case").get(pk=search)
        with reading(actor, "casework.match-reports", found):
            records = records_of(found)
            note(reports=len(records), subjects=subjects_of_search(found))
    doing = Said(_("Comparing the reports"))
    told = linked(records, found.about, found.rules, lambda share: progress(share, doing))
    with within(actor):
        keep_pairs(actor, search=found, found=told)
    return {"pairs": told.compared}


@job("casework.forget-searches", tries=3)
def forget_searches(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Each in a deed of its own."""
    progress(0.1, Said(_("Forgetting searches whose time is over")))
    with within(actor):
        over = Q(forget_on__lt=today()) | Q(case__closed_on__isnull=False)
        due = list(Search.objects.filter(over, ended_on__isnull=True).order_by("forget_on", "pk"))
    for one in due:
        forget_search(actor, search=one)
    return {"searches": len(due)}


nightly("casework.forget-searches", time(3, 25))
