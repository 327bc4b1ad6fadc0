"""Ends a search with a social report or with nothing, and forgets its reports in the same deed."""

from __future__ import annotations

from typing import Any

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.held import label_of_holdings
from samvirke.desks.casework.facts.searchable import REPORT_TYPE
from samvirke.desks.casework.facts.searches import open_search, subjects_of_search, tally_of
from samvirke.desks.casework.models import Case, Search, SearchReport
from samvirke.desks.casework.models.search import NO_REPORT, SOCIAL_REPORT
from samvirke.desks.casework.models.search_pair import YES
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.retention.commands.erase import erase


@command("casework.end-search", on="search")
def end_search(actor: Actor, *, search: Search, why: str, became: Case | None = None, own_alone: bool = False) -> None:
    """End it: with the social report that it `became`, or with nothing. Its reports and pairs go.

    What the case was referred with sticks to the social report too, unless whoever sends it confirms that it rests on
    the agency's own reports alone (`own_alone`).

    Raises `Refused` without a reason, for a case that is no social report of the agency's, and where nobody has found
    two reports the same.
    """
    search = open_search(search)
    if not why.strip():
        raise Refused.because(_("It is not said why the search ends."), _("Write it in a sentence."), key="why")
    refuse_if_too_long(Search, why=why)
    told = tally_of(search)
    if became is not None:
        if became.type != REPORT_TYPE or became.owner_id != search.agency_id:
            raise Refused.because(_("A search leads to a social report of your agency's own."), _("Begin one."))
        if not told[YES]:
            raise Refused.because(
                _("Nobody has found two reports to be of the same."),
                _("Judge the pairs first; a single report needs no search to be acted on."),
            )
        became.came_under = [] if own_alone else label_of_holdings(search.case, search.agency_id)
        became.save(update_fields=["came_under"])
    result = SOCIAL_REPORT if became else NO_REPORT
    subjects = subjects_of_search(search)
    values = {"ended_on": today(), "ended_by_id": actor.key, "result": result, "why": why.strip(), "tally": told}
    Search.objects.filter(pk=search.pk).update(**values, became=became, job_id=None)
    erase(SearchReport.objects.filter(search=search), "the search ended")
    happened(actor, search.case, "ended-search", (search.agency_id,), search=search.number, result=result)
    facts: dict[str, Any] = {"own_alone": own_alone} if became else {}
    note(search, *([became] if became else []), result=result, why=why.strip(), subjects=subjects, **facts)
