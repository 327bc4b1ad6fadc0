"""What a search leads to: a social report of the agency's own, begun in the same deed that ends the search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.end_search import end_search
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.facts.searchable import REPORT_TYPE
from samvirke.desks.casework.models import Case, Search
from samvirke.handovers.case_people import name_person
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed


def report_found(
    actor: Actor,
    *,
    search: Search,
    why: str,
    name: str,
    born: date | None,
    about: Sequence[str],
    seen: str,
    acute: bool = False,
    own_alone: bool = False,
) -> Case:
    """Begin the social report, name the child in it and write what was seen; all of it or nothing.

    Raises `Refused` as `begin`, `end_search`, `name_person` and `write_section` do.
    """
    with deed(actor):
        found = begin(
            actor,
            agency=search.agency,
            district=search.case.district,
            case_type=REPORT_TYPE,
            municipality=search.case.municipality,
            reason=why,
            invented=search.case.invented,
        )
        end_search(actor, search=search, why=why, became=found, own_alone=own_alone)
        found.refresh_from_db()
        name_person(actor, case=found, agency=search.agency, role="child", name=name, born=born)
        answers = {"found_by": "search", "about": list(about), "seen": seen, "acute": acute}
        write_section(actor, case=found, section="concern", answers=answers, version=0)
        return found
