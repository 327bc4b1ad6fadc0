"""A case for paper: the same as on the screen, with the number of the copy in the trail."""

from __future__ import annotations

from uuid import UUID

from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.case_view import CaseView, case_view
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading


def printed(actor: Actor, case_id: UUID, copy: str) -> CaseView:
    """Raises `Case.DoesNotExist` and `NotAllowed` as opening the case does."""
    case = Case.objects.get(pk=case_id)
    with reading(actor, "casework.open", case):
        note(printed=copy)
        return case_view(actor, case_id, events=None)
