"""The gate: whether a disclosure from one kind of agency to another is lawful under a basis, and if not, why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import PARTIES, PURPOSES, Basis

_SHORTEST_NECESSITY = 12


@dataclass(frozen=True)
class Proposal:
    """What somebody wants to disclose, as far as the law asks about it.

    `consented` are the roles of those who have consented; `confirmed` says that the giver has read that it is not
    for investigation.
    """

    giver: str
    receiver: str
    purpose: str
    necessity: str = ""
    consented: frozenset[str] = frozenset()
    confirmed: bool = False


def objections(basis: Basis, proposal: Proposal, enabled: bool) -> list[Said]:
    """Every reason why the disclosure may not happen; an empty list permits it."""
    return list(_found(basis, proposal, enabled))


def _found(basis: Basis, proposal: Proposal, enabled: bool) -> Iterator[Said]:
    title = Said(basis.title)
    if not enabled:
        yield Said(_("“{basis}” is not in use: the district has not entered its reference."), {"basis": title})
    if not basis.joins_agencies:
        yield Said(_("“{basis}” lets nothing cross between agencies."), {"basis": title})
        return
    if proposal.giver not in basis.gives:
        yield Said(_("“{basis}” does not let this agency disclose."), {"basis": title})
    if proposal.receiver not in basis.receives:
        yield Said(_("“{basis}” does not let that agency receive."), {"basis": title})
    if proposal.purpose not in PURPOSES or proposal.purpose in basis.forbids:
        yield Said(_("“{basis}” forbids this purpose."), {"basis": title})
    elif proposal.purpose not in basis.serves:
        yield Said(_("“{basis}” does not serve this purpose."), {"basis": title})
    if basis.necessity and len(proposal.necessity.strip()) < _SHORTEST_NECESSITY:
        yield Said(_("Say in a sentence why the disclosure is necessary."))
    if basis.forbids and not proposal.confirmed:
        yield Said(_("Confirm that the information is not disclosed for the investigation of criminal cases."))
    for role in basis.consents:
        if role not in proposal.consented:
            yield Said(_("The consent of {party} is missing."), {"party": Said(PARTIES[role])})
