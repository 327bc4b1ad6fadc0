"""What would happen if a disclosure were sent now, drawn by the very rule that decides when it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samvirke.desks.casework.facts.proposal import Drawn, draw
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.at_work import AtWork, at_work
from samvirke.desks.casework.queries.membership import membership
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class Preview:
    """The disclosure as it would be, who receives it, and which other participants do not."""

    drawn: Drawn
    receivers: list[AtWork]
    others: list[AtWork]


def preview(
    actor: Actor, case: Case, receivers: Sequence[str], fields: Sequence[str], necessity: str, confirmed: bool
) -> Preview:
    """Nothing is stored, and no answer is shown. Agencies that take no part count as not chosen."""
    ask(actor, "casework.disclose", case)
    mine = membership(actor, case)
    others = [one for one in at_work(actor, case) if one.agency.pk != mine.agency_id]
    chosen = [one for one in others if one.agency.pk in receivers]
    paths, to = list(dict.fromkeys(fields)), [one.agency for one in chosen]
    drawn = draw(case, mine.agency_id, mine.roles, to, paths, necessity, confirmed)
    return Preview(drawn, chosen, [one for one in others if one not in chosen])
