"""Ends a search that nobody has ended in time, or whose case is closed, and forgets its reports."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.searches import tally_of
from samvirke.desks.casework.models import Search, SearchReport
from samvirke.desks.casework.models.search import TIME_OVER
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.retention.commands.erase import erase


@command("casework.forget-search", on="search")
def forget_search(actor: Actor, *, search: Search) -> None:
    """Raises `Refused` while its time is not over and its case is open."""
    found = Search.objects.select_for_update(of=("self",)).select_related("case").get(pk=search.pk)
    if not found.is_open or (found.forget_on >= today() and found.case.is_open):
        raise Refused.because(_("The time of the search is not over."), _("It goes by itself when it is."))
    told = tally_of(found)
    Search.objects.filter(pk=found.pk).update(ended_on=today(), result=TIME_OVER, tally=told, job_id=None)
    erase(SearchReport.objects.filter(search=found), f"kept until {found.forget_on}")
    happened(actor, found.case, "ended-search", (found.agency_id,), search=found.number, result=TIME_OVER)
    note(found, kept_until=str(found.forget_on), reports=told["reports"])
