"""Discloses exact fields of one's own contribution to another agency: the only way anything crosses."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.held import subjects_held
from samvirke.desks.casework.facts.proposal import Drawn, draw
from samvirke.desks.casework.models import Ask, Case, Disclosure
from samvirke.desks.casework.models.ask import OPEN, answered
from samvirke.desks.casework.models.disclosure import GIVEN, WAITING
from samvirke.desks.casework.queries.membership import membership
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.audit.entry import canonical
from samvirke.trust.identity.models import Agency

# The product's own limit, so that nothing stays open for want of a thought.
LONGEST = timedelta(days=365)


@command("casework.disclose", on="case")
def disclose(
    actor: Actor,
    *,
    case: Case,
    receivers: Sequence[Agency],
    fields: Sequence[str],
    necessity: str,
    expires_at: datetime,
    confirmed: bool,
    onward: bool = False,
    ask: Ask | None = None,
    refers: bool = False,
) -> list[Disclosure]:
    """One disclosure to each receiver, given now or, where four eyes are due, waiting for the second pair.

    Purpose and basis follow from the case's stage. Raises `Refused` with every objection of the gate, the stage and
    the labels of what the agency holds; nothing is then stored.
    """
    mine = membership(actor, case)
    # Locked: two disclosures never get one number.
    case = as_it_is_now(case)
    drawn = draw(case, mine.agency_id, mine.roles, receivers, fields, necessity, confirmed, refers)
    refuse_if_any(Fault(what, Said(_("Change what, to whom or why; or leave it."))) for what in drawn.objections)
    refuse_if_too_long(Disclosure, necessity=necessity)
    _expires_in_time(expires_at)
    if ask is not None and (ask.case_id != case.pk or ask.holder_id != mine.agency_id or ask.state != OPEN):
        raise Refused.because(_("Nothing is asked of your agency here."), _("Reload the page."))
    if ask is not None and ask.asker_id not in {one.pk for one in receivers}:
        raise Refused.because(
            _("The answer has to go to the agency that asked."), _("Choose it among those who receive it.")
        )
    # Each giver counts its own: a number that ran over all agencies would tell how often others have disclosed.
    last = Disclosure.objects.filter(case=case, giver_id=mine.agency_id).aggregate(last=Max("number"))["last"] or 0
    act, subjects = uuid.uuid4(), subjects_held(case, mine.agency_id)
    made = [
        _write(actor, case, drawn, receiver, last + place, act, expires_at, onward, ask, subjects)
        for place, receiver in enumerate(receivers, start=1)
    ]
    # What waits is no answer yet: whoever asked must not see that there may be one.
    given = ask is not None and not drawn.why_four_eyes
    if ask is not None and given and not Ask.objects.filter(pk=ask.pk, state=OPEN).update(**answered()):
        raise Refused.because(_("It has been answered already."), _("Reload the page."))
    for one in made:
        who = (one.giver_id,) if one.state == WAITING else (one.giver_id, one.receiver_id)
        kind = "will-disclose" if one.state == WAITING else "disclosed"
        happened(actor, case, kind, who, number=one.number, to=one.receiver_id, fields=one.field_count)
    note(*made, fields=list(fields), to=[one.pk for one in receivers], purpose=drawn.purpose, basis=drawn.basis)
    return made


def _write(
    actor: Actor,
    case: Case,
    drawn: Drawn,
    receiver: Agency,
    number: int,
    act: uuid.UUID,
    expires_at: datetime,
    onward: bool,
    ask: Ask | None,
    subjects: list[str],
) -> Disclosure:
    waits, moment = bool(drawn.why_four_eyes), now()
    return Disclosure.objects.create(
        number=number,
        act=act,
        case=case,
        giver_id=drawn.giver,
        receiver=receiver,
        ask=ask,
        stage=case.stage,
        purpose=drawn.purpose,
        basis=drawn.basis,
        basis_version=drawn.basis_version,
        necessity=drawn.necessity,
        fields=list(drawn.content),
        field_count=len(drawn.content),
        content=drawn.content,
        digest=_digest(drawn.content),
        subjects=subjects,
        label=drawn.label,
        onward=onward,
        not_for_investigation=drawn.confirmed,
        expires_at=expires_at,
        state=WAITING if waits else GIVEN,
        why_four_eyes=drawn.why_four_eyes,
        decided_by_id=actor.key,
        decided_at=moment,
        given_at=None if waits else moment,
    )


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def _expires_in_time(expires_at: datetime) -> None:
    if not now() < expires_at <= now() + LONGEST:
        raise Refused.because(
            _("The disclosure has to end within a year from now."), _("Choose a day that lies ahead.")
        )
