"""Has the reports of a search compared in the worker, and keeps what came of it for a person to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samvirke.desks.casework.facts.searches import open_search, records_of, subjects_of_search
from samvirke.desks.casework.matching.blocking import counted, refuse_over_budget, rules_of
from samvirke.desks.casework.matching.linked import Linked, LinkedPair
from samvirke.desks.casework.models import Search, SearchPair
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import RUNNING, WAITING
from samvirke.trust.retention.commands.erase import erase

WORK = "casework.match-reports"


@command("casework.match-reports", on="search")
def ask_matching(actor: Actor, *, search: Search, rules: Sequence[str]) -> Search:
    """Put the comparison in the queue. Raises `Refused` over the budget of pairs, and while one is under way."""
    search = open_search(search)
    chosen = [name for name in rules_of(search.about) if name in rules]
    if not chosen:
        raise Refused.because(_("No way of searching is chosen."), _("Choose at least one."))
    count = counted(records_of(search), chosen)
    refuse_over_budget(count)
    if search.job_id and Job.objects.filter(pk=search.job_id, state__in=(WAITING, RUNNING)).exists():
        raise Refused.because(_("The search is under way."), _("Wait until it has ended, or stop it."))
    search.rules = chosen
    search.job_id = enqueue(actor, WORK, {"search": str(search.pk)}).pk
    search.save(update_fields=["rules", "job_id"])
    # That records are combined is told of everybody whose number stands in one.
    note(search, rules=chosen, pairs=count.at_most, subjects=subjects_of_search(search))
    return search


@command("casework.match-reports", on="search")
def keep_pairs(actor: Actor, *, search: Search, found: Linked) -> Search:
    """Keep the pairs beside how they were found. What people have judged stays as they judged it."""
    search = open_search(search)
    there = {(str(one.first_id), str(one.second_id)): one for one in SearchPair.objects.filter(search=search)}
    new = {(one.first, one.second): one for one in found.pairs}
    gone = [one.pk for key, one in there.items() if key not in new and not one.same]
    erase(SearchPair.objects.filter(pk__in=gone), "compared again")
    again = [_told(there[key], one) for key, one in new.items() if key in there]
    SearchPair.objects.bulk_update(again, ["weight", "certainty", "agreed"], batch_size=500)
    SearchPair.objects.bulk_create(
        _told(SearchPair(search=search, agency_id=search.agency_id, first_id=key[0], second_id=key[1]), one)
        for key, one in new.items()
        if key not in there
    )
    search.ran_on, search.model = today(), _model(found)
    search.save(update_fields=["ran_on", "model"])
    note(search, pairs=found.compared, kept=len(found.pairs))
    return search


def _told(row: SearchPair, one: LinkedPair) -> SearchPair:
    row.weight, row.certainty = one.weight, one.certainty
    row.agreed = {name: [level, round(bits, 2)] for name, (level, bits) in one.agreed.items()}
    return row


def _model(found: Linked) -> dict[str, Any]:
    """In numbers about pairs alone, so that it says nothing of anybody."""
    values = {
        name: {level: [float(f"{m:.6g}"), float(f"{u:.6g}")] for level, (m, u) in levels.items()}
        for name, levels in found.values.items()
    }
    return {
        "records": found.records,
        "compared": found.compared,
        "prior": found.prior,
        "values": values,
        "taught": {name: round(pairs) for name, pairs in found.taught.items()},
        "left_out": list(found.left_out),
        "by": found.by,
    }
