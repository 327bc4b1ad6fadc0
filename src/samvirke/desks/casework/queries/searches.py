"""A search as whoever works on its case sees it: one reading, one line in the trail; and the searches of a case."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from samvirke.desks.casework.facts.searches import records_of, subjects_of_search, tally_of
from samvirke.desks.casework.matching.blocking import Count, counted, rules_of
from samvirke.desks.casework.matching.outlook import Outlook, groups, outlooks
from samvirke.desks.casework.models import Case, Search, SearchPair, SearchReport
from samvirke.desks.casework.models.search_pair import YES
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import visible
from samvirke.trust.jobs.models import Job


@dataclass(frozen=True)
class SearchView:
    """Everything that the pages of one search may show; the worklist is ordered by certainty of identity alone."""

    search: Search
    tally: dict[str, int]
    count: Count
    reports: list[SearchReport]
    outlooks: list[Outlook]
    worklist: list[SearchPair]
    groups: list[list[SearchReport]]
    job: Job | None

    @property
    def is_stale(self) -> bool:
        """Whether reports have come in since they were compared."""
        return bool(self.search.ran_on) and self.search.model.get("records") != self.tally["reports"]


def searches_of(actor: Actor, case: Case) -> QuerySet[Search]:
    """Those of a case that somebody may read, the newest first: without content."""
    return visible(actor, "casework.read-search", Search.objects.filter(case=case)).order_by("-number")


def search_view(actor: Actor, search_id: UUID) -> SearchView:
    """Open a search. Raises `Search.DoesNotExist` where there is none, `NotAllowed` where the rule says no."""
    search = Search.objects.select_related("case", "became", "begun_by", "ended_by").get(pk=search_id)
    with reading(actor, "casework.read-search", search):
        reports = list(SearchReport.objects.filter(search=search).order_by("on", "source", "reference", "pk"))
        pairs = SearchPair.objects.filter(search=search).select_related("first", "second")
        listed = list(pairs.order_by("-certainty", "pk")) if search.ran_on else []
        note(reports=len(reports), pairs=len(listed), subjects=subjects_of_search(search))
        by_key = {str(one.pk): one for one in reports}
        found_same = groups((str(one.first_id), str(one.second_id)) for one in listed if one.same == YES)
        least = search.at_least
        left_out = search.model.get("left_out", [0, 0.0])
        return SearchView(
            search=search,
            tally=tally_of(search) if search.is_open else search.tally,
            count=counted(records_of(search), rules_of(search.about)),
            reports=reports,
            outlooks=outlooks([one.certainty for one in listed], left_out[1]),
            worklist=[one for one in listed if one.same or (least is not None and one.certainty >= least)],
            groups=[[by_key[key] for key in one] for one in found_same],
            job=Job.objects.filter(pk=search.job_id).first() if search.job_id else None,
        )
