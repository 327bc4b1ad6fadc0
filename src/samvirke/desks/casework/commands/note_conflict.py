"""Notes that somebody is too close to a case: from now on it does not exist for them."""

from __future__ import annotations

from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.at_work import works_on
from samvirke.desks.casework.grounds import LEADERS
from samvirke.desks.casework.models import Case, Conflict, Member
from samvirke.desks.casework.models.conflict import KINDS
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


@command("casework.note-conflict", on="case")
def note_conflict(actor: Actor, *, case: Case, account: Account, kind: str) -> Conflict:
    """Themselves, their household, a colleague. Whoever leads the case for its owner alone is replaced first.

    The owner says it of anybody, every other agency of its own people: nobody shuts another agency out of its case.
    """
    if kind not in KINDS:
        raise Refused.because(_("It is not said how they are too close."), _("Choose one of those offered."))
    if not _is_theirs(actor, case, account):
        raise Refused.because(_("This is not your agency's to decide."), _("Each agency chooses its own people."))
    # Locked first, so that the last two who lead it cannot both go at once.
    case = as_it_is_now(case)
    others = Member.objects.filter(case=case, leads=True, of_owner=True, until__gt=now()).exclude(account=account)
    if case.is_open and not others.exists():
        raise Refused.because(_("Nobody else leads the case."), _("Let a colleague lead it first."))
    noted, _made = Conflict.objects.get_or_create(case=case, account=account, defaults={"kind": kind, "at": now()})
    Member.objects.filter(case=case, account=account, until__gt=now()).update(until=now())
    note(noted, kind=kind)
    return noted


def _is_theirs(actor: Actor, case: Case, account: Account) -> bool:
    leads = works_on(actor).filter(case=case, leads=True).values_list("agency_id", flat=True)
    joined = case.participants.filter(until__isnull=True, agency__in=actor.agencies_as(LEADERS))
    decides = {*leads, *joined.values_list("agency_id", flat=True)}
    return case.owner_id in decides or any(one.agency_id in decides for one in live_affiliations(account))
