"""Brings reports of the agency's own into a search, which forgets them when it ends."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.desks.casework.facts.searches import open_search
from samvirke.desks.casework.matching.read_reports import MOST_REPORTS, Report
from samvirke.desks.casework.models import Search, SearchReport
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.persons.sealed import match
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.audit.subjects import subject_digest


@command("casework.bring-reports", on="search")
def bring_reports(actor: Actor, *, search: Search, reports: Sequence[Report]) -> tuple[int, int]:
    """How many came in, and how many were there already: all that is read of one report is the same.

    Raises `Refused` for one outside the period of the search, and when there would be too many for one search.
    """
    search = open_search(search)
    if any(not search.reports_from <= one.on <= search.reports_to for one in reports):
        raise Refused.because(_("A report lies outside the period of the search."), _("Leave it out."))
    rows = [_row(search, one) for one in reports]
    there = {_likeness(one) for one in SearchReport.objects.filter(search=search)}
    new = {_likeness(one): one for one in rows if _likeness(one) not in there}
    if len(there) + len(new) > MOST_REPORTS:
        what = Said(_("A search takes {most} reports at most."), {"most": MOST_REPORTS})
        raise Refused.because(what, _("Narrow the criterion: a search is about few, never about everybody."))
    SearchReport.objects.bulk_create(new.values())
    note(search, reports=len(new), subjects=sorted({one.subject for one in new.values() if one.subject}))
    return len(new), len(rows) - len(new)


def _row(search: Search, one: Report) -> SearchReport:
    """CPR and telephone numbers go no further than this: from here on they are digests."""
    agency, key = search.agency_id, search.match_key_id
    return SearchReport(
        search=search,
        agency_id=agency,
        source=one.source,
        reference=one.reference,
        on=one.on,
        given=one.given,
        surname=one.surname,
        born=one.born,
        address=one.address,
        postcode=one.postcode,
        phone_match=match(f"telephone {one.phone}", agency, key).value if one.phone else "",
        cpr_match=match(one.cpr, agency, key).value if one.cpr else "",
        subject=subject_digest(one.cpr) if one.cpr else "",
    )


def _likeness(one: SearchReport) -> tuple[object, ...]:
    return (
        one.source, one.reference, one.on, one.given, one.surname, one.born, one.address, one.postcode,
        one.phone_match, one.cpr_match,
    )  # fmt: skip
