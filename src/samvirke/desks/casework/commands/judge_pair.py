"""A person says whether two reports are of the same child or family, and why."""

from __future__ import annotations

from samvirke.desks.casework.facts.searches import open_search
from samvirke.desks.casework.models import Search, SearchPair
from samvirke.desks.casework.models.search_pair import FOUND
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.judge-pair", on="search")
def judge_pair(actor: Actor, *, search: Search, pair: SearchPair, same: str, why: str, version: int) -> None:
    """Write the finding with its reason. The trail tells that a pair was judged, and not what was found.

    Raises `Refused` without an answer or a reason, for a pair of another search, and when somebody was first.
    """
    search = open_search(search)
    if same not in FOUND:
        raise Refused.because(_("It is not said whether they are the same."), _("Choose yes, no or unsure."))
    if not why.strip():
        raise Refused.because(_("It is not said why."), _("Write in a sentence what you looked at."), key="why")
    refuse_if_too_long(SearchPair, why=why)
    values = {"same": same, "why": why.strip(), "judged_on": today(), "judged_by_id": actor.key}
    mine = SearchPair.objects.filter(pk=pair.pk, search=search, version=version)
    if not mine.update(**values, version=version + 1):
        raise Refused.because(_("Somebody else has judged the pair since you opened it."), _("Reload the page."))
    note(search, subjects=sorted({one.subject for one in (pair.first, pair.second) if one.subject}))
