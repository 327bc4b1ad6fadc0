"""The commitments that somebody asked for: of a body, an owner, a state, a sort, one's own, or the late ones."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.clock import today
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN, SORTS, STATES
from samvirke.registers.commitments.queries.commitments import commitments, commitments_of
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor


@dataclass(frozen=True)
class Choice:
    """What is asked for; whatever is left empty is not asked about, and what nobody knows finds nothing."""

    body: Body | None = None
    owner: str = ""
    state: str = ""
    sort: str = ""
    mine: bool = False
    overdue: bool = False


def chosen(actor: Actor, district_id: str, choice: Choice) -> list[Commitment]:
    """Those of a district that fit, the earliest date first. One's own are those one answers for oneself."""
    rows = commitments_of(actor, choice.body) if choice.body else commitments(actor, district_id)
    if choice.state in STATES:
        rows = rows.filter(state=choice.state)
    if choice.sort in SORTS:
        rows = rows.filter(sort=choice.sort)
    if choice.overdue:
        rows = rows.filter(state=OPEN, due__lt=today())
    if choice.mine:
        rows = rows.filter(person_id=actor.account) if actor.account else rows.none()
    found = list(rows.select_related("person"))
    # Owners are a JSON list; SQLite cannot search in it, and a district has a few hundred rows.
    return [one for one in found if choice.owner in one.owners] if choice.owner else found
