"""The extract of the trail for the person concerned: when, which agency, what for, and what kind of deed.

Staff names are left out unless the person needs them to claim their rights (C-579/21), and nobody else stands in it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import visible
from samvirke.trust.audit.models import READ, Line, Side, Subject
from samvirke.trust.audit.subjects import split, subject_digest, subject_digests

_REFUSED, _PASSED_ON, _SEEN, _RECORDED = _("Refused"), _("Passed on"), _("Looked at"), _("Recorded or changed")


@dataclass(frozen=True)
class Told:
    """One deed, as the person concerned is told of it; `name` only when names were asked for."""

    at: datetime
    agency: str
    kind: Said
    action: str
    purpose: str
    basis: str
    recipients: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Extract:
    """What is told, and how many deeds the law lets be withheld; the two make up all that the trail has."""

    told: tuple[Told, ...]
    withheld: int


def extract(
    actor: Actor, *, subject: str, agency: str = "", names: bool = False, withheld: Collection[str] = (), why: str = ""
) -> Extract:
    """Every deed about one person, oldest first; by one agency, or by all for the operator.

    `subject` is the person's CPR number, which is neither kept nor logged. `withheld` are the actions that the law
    keeps from the person for now; both that and `names` need a reason, which the extract's own line carries.
    Raises `Refused` for a number that is none or a missing reason, `NotAllowed`.
    """
    if (names or withheld) and not why.strip():
        raise Refused.because(
            _("Names and withheld deeds need a reason."), _("Say why, in a sentence that can be shown to a court.")
        )
    try:
        digests, own = subject_digests(subject), subject_digest(subject)
    except ValueError as error:
        raise Refused.because(
            _("That is no CPR number."), _("Give the ten digits, with or without a hyphen.")
        ) from error
    with reading(actor, "audit.extract", {"agency": agency}):
        lines = _lines_about(actor, digests, agency)
        told = [one for one in lines if one.action not in withheld]
        said = _names_behind(told) if names else {}
        found = Extract(tuple(_told(one, said.get(one.seq, "")) for one in told), len(lines) - len(told))
        note(subjects=[own], why=why.strip(), deeds=len(lines), withheld=found.withheld, names=names, of=agency)
    return found


def _lines_about(actor: Actor, digests: list[str], agency: str) -> list[Line]:
    keyed = reduce(or_, (Q(key_id=key_id, digest=digest) for key_id, digest in map(split, digests)))
    rows = Line.objects.filter(seq__in=Subject.objects.filter(keyed).values("seq"))
    rows = visible(actor, "audit.extract", rows.filter(agency=agency) if agency else rows)
    return list(rows.order_by("seq"))


def _names_behind(lines: list[Line]) -> dict[int, str]:
    sides = Side.objects.filter(seq__in=[one.seq for one in lines])
    return {side.seq: side.content.get("name", "") for side in sides}


def _told(line: Line, name: str) -> Told:
    return Told(
        at=line.at,
        agency=line.agency,
        kind=Said(_kind(line)),
        action=line.action,
        purpose=line.purpose,
        basis=line.basis,
        recipients=tuple(line.recipients),
        name=name,
    )


def _kind(line: Line) -> str:
    if line.decision == "deny":
        return _REFUSED
    if line.recipients:
        return _PASSED_ON
    return _SEEN if line.kind == READ else _RECORDED
