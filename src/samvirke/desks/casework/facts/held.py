"""What an agency holds in a case: its own answers, and under which bases it has received anything there."""

from __future__ import annotations

from typing import Any

from samvirke.desks.casework.models import Case, Contribution, Disclosure, Involved
from samvirke.desks.casework.models.disclosure import GIVEN, RECALLED
from samvirke.foundation.clock import now
from samvirke.registers.persons.known import subjects_of


def answers_of(case: Case, agency_id: str) -> dict[str, Any]:
    """An agency's own answers in a case, by `section.question`."""
    rows = Contribution.objects.filter(case=case, agency_id=agency_id)
    return {f"{row.section}.{name}": value for row in rows for name, value in row.answers.items()}


def known_to(case: Case, agency_id: str) -> dict[str, Any]:
    """What an agency knows in a case by now: what was disclosed to it and is in force, and its own answers."""
    in_force = Disclosure.objects.filter(case=case, receiver_id=agency_id, state=GIVEN, expires_at__gt=now())
    known = {path: value for one in in_force for path, value in (one.content or {}).items()}
    return known | answers_of(case, agency_id)


def label_of_holdings(case: Case, agency_id: str) -> list[str]:
    """The names of every basis under which the agency has received anything in this case, or as what it became.

    What has been recalled or has expired counts: it was read. Empty where nothing has been received.
    """
    received = Disclosure.objects.filter(case=case, receiver_id=agency_id, state__in=(GIVEN, RECALLED))
    names = {name for label in received.values_list("label", flat=True) for name in label}
    if case.owner_id == agency_id:
        names |= set(case.came_under)
    return sorted(names)


def subjects_held(case: Case, agency_id: str) -> list[str]:
    """The digests of the persons whom an agency has in the case: what it discloses there is about them."""
    rows = Involved.objects.filter(case=case, agency_id=agency_id).select_related("person")
    return sorted({digest for one in rows for digest in subjects_of(one.person)})
