"""Who works on a case for each agency, as far as somebody who knows of the case may know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from samvirke.desks.casework.facts.at_work import lasts
from samvirke.desks.casework.grounds import CASE_ROLES
from samvirke.desks.casework.models import Case, Event, Member
from samvirke.foundation.clock import COPENHAGEN
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask
from samvirke.trust.identity.models import Account, Agency


@dataclass(frozen=True)
class AtWork:
    """An agency of the case, who leads it there by name, and how many have access."""

    agency: Agency
    leads: list[str]
    readers: int


def at_work(actor: Actor, case: Case) -> list[AtWork]:
    """The owner first, then in the order in which they joined."""
    ask(actor, "casework.know", case)
    joined = case.participants.filter(until__isnull=True).select_related("agency").order_by("since", "agency_id")
    rows = Member.objects.filter(lasts(actor.moment), case=case).select_related("account")
    members = list(rows.order_by("account__name"))
    return [
        AtWork(
            one.agency,
            [member.account.name for member in members if member.agency_id == one.agency_id and member.leads],
            sum(member.agency_id == one.agency_id for member in members),
        )
        for one in sorted(joined, key=lambda one: one.agency_id != case.owner_id)
    ]


def colleagues_to_add(actor: Actor, case: Case, agency: str) -> list[Account]:
    """Who of one's own agency works with cases and is not on this one, by name; nobody of another agency's."""
    ask(actor, "casework.assign", case)
    if agency not in actor.agencies:
        return []
    day = actor.moment.astimezone(COPENHAGEN).date()
    live = Q(affiliations__agency=agency, affiliations__role__in=CASE_ROLES, affiliations__since__lte=day)
    lasts = Q(affiliations__until__isnull=True) | Q(affiliations__until__gte=day)
    on_it = Member.objects.filter(case=case, agency=agency, until__gt=actor.moment).values("account")
    return list(Account.objects.filter(live & lasts, is_active=True).exclude(pk__in=on_it).order_by("name").distinct())


def agencies_to_invite(actor: Actor, case: Case, kinds: Iterable[str]) -> list[Agency]:
    """Agencies of the district and of these kinds that take no part yet."""
    ask(actor, "casework.invite", case)
    joined = case.participants.filter(until__isnull=True).values("agency")
    found = Agency.objects.filter(kind__in=list(kinds), districts__district_id=case.district_id)
    return list(found.exclude(pk__in=joined).order_by("kind", "pk"))


def who_did(actor: Actor, case: Case, events: Iterable[Event], mine: str) -> dict[str, tuple[str, str]]:
    """By account: the name of a colleague of one's own agency, or else the agency they were on the case for."""
    ask(actor, "casework.know", case)
    ids = {UUID(one.account_id) for one in events if not one.account_id.startswith("system:")}
    rows = Member.objects.filter(case=case, account__in=ids).select_related("account")
    found = {str(one.account_id): ("", one.agency_id) for one in rows if one.agency_id != mine}
    own = Account.objects.filter(pk__in=ids, affiliations__agency=mine).distinct()
    return found | {str(one.pk): (one.name, mine) for one in own}
