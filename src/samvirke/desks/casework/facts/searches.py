"""A search as it is now, what it compares, and how many of its reports hang together."""

from __future__ import annotations

from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.matching.record import Record, record
from samvirke.desks.casework.models import Search, SearchPair, SearchReport
from samvirke.desks.casework.models.search_pair import NO, UNSURE, YES
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _


def open_search(search: Search) -> Search:
    """Locked and read again. Raises `Refused` when it has ended, or its case is closed."""
    found = Search.objects.select_for_update().filter(pk=search.pk).first()
    if found is None or not found.is_open:
        raise Refused.because(_("The search has ended."), _("Reload the page; its reports are forgotten."))
    if not as_it_is_now(found.case).is_open:
        raise Refused.because(_("The case is closed."), _("Nothing more is written in it."))
    return found


def records_of(search: Search) -> list[Record]:
    """Its reports as they are compared."""
    return [
        record(
            str(one.pk),
            given=one.given,
            surname=one.surname,
            born=one.born,
            address=one.address,
            postcode=one.postcode,
            phone=one.phone_match,
            cpr=one.cpr_match,
        )
        for one in SearchReport.objects.filter(search=search)
    ]


def subjects_of_search(search: Search) -> list[str]:
    """The digests of those whose numbers stand in its reports, as the trail names them."""
    found = SearchReport.objects.filter(search=search).exclude(subject="")
    return sorted(found.values_list("subject", flat=True).distinct())


def tally_of(search: Search) -> dict[str, int]:
    """How many reports and pairs there are, and how many pairs people have found what."""
    same = list(SearchPair.objects.filter(search=search).values_list("same", flat=True))
    told = {"reports": SearchReport.objects.filter(search=search).count(), "pairs": len(same)}
    return told | {one: same.count(one) for one in (YES, NO, UNSURE)}
