"""What may stand on the screen that everybody in the room sees: only what every agency there may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samvirke.desks.casework.engine.crossing import PEOPLE
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.facts.at_work import lasts
from samvirke.desks.casework.facts.declared import declared_of, todays_section
from samvirke.desks.casework.models import Case, Disclosure, Member
from samvirke.desks.casework.models.disclosure import GIVEN
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.words import Said
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.wall import behind
from samvirke.trust.identity.models import Agency


@dataclass(frozen=True)
class Shared:
    """One field that all may see: whose it is, where it stands, and what was given."""

    giver: str
    group: str
    path: str
    label: Said
    value: Any


@dataclass(frozen=True)
class SharedScreen:
    """The case as everybody in the room may know it, and nothing of what only some may."""

    case: Case
    form: CaseType
    agencies: dict[str, Agency]
    fields: list[Shared]


def shared_screen(actor: Actor, case_id: UUID) -> SharedScreen:
    """Raises `Case.DoesNotExist` where there is none, `NotAllowed` where the actor may not open the case.

    A field stands there when its agency has disclosed the same value, in force now, to every other agency that takes
    part, and everybody of its own agency on the case may read it. A sealed case has no shared screen content.
    """
    case = Case.objects.select_related("owner", "district").get(pk=case_id)
    with reading(actor, "casework.open", case):
        joined = case.participants.filter(until__isnull=True).select_related("agency").order_by("since", "agency_id")
        agencies = {one.agency_id: one.agency for one in joined}
        given = [] if case.sealed else _in_force(actor, case, agencies)
        fields = _seen_by_all(case, given, set(agencies), _roles_at_work(actor, case))
        note(*given, shared=len(fields))
        return SharedScreen(case, declared_of(case), agencies, fields)


def _in_force(actor: Actor, case: Case, agencies: Iterable[str]) -> list[Disclosure]:
    lasts = {"state": GIVEN, "given_at__lte": actor.moment, "expires_at__gt": actor.moment}
    found = Disclosure.objects.filter(case=case, receiver__in=list(agencies), giver__in=list(agencies), **lasts)
    # Whether all have received the same is to be seen only by looking at what others have: the wall knows this work.
    with behind(actor, "shared-screen"):
        return list(found.order_by("number"))


def _seen_by_all(
    case: Case, given: list[Disclosure], agencies: set[str], roles: dict[str, list[frozenset[str]]]
) -> list[Shared]:
    form, found = declared_of(case), list[Shared]()
    for giver, path in dict.fromkeys((one.giver_id, path) for one in given for path in one.content or {}):
        others = agencies - {giver}
        latest = {
            one.receiver_id: (one.content or {})[path] for one in given if one.giver_id == giver and _holds(one, path)
        }
        values = list(latest.values())
        readable = _all_may_read(case, path, roles.get(giver, []))
        if set(latest) == others and all(value == values[0] for value in values) and readable:
            found.append(_shared(form, giver, path, values[0]))
    order = {f"{section.name}.{one.name}": at for at, section in enumerate(form.sections) for one in section.questions}
    return sorted(found, key=lambda one: (order.get(one.path, -1), one.giver))


def _holds(disclosure: Disclosure, path: str) -> bool:
    return path in (disclosure.content or {})


def _shared(form: CaseType, giver: str, path: str, value: Any) -> Shared:
    section, _dot, name = path.partition(".")
    if section == PEOPLE:
        return Shared(giver, PEOPLE, path, Said(form.role(name).title), value)
    return Shared(giver, section, path, Said(form.question(path).label), value)


def _all_may_read(case: Case, path: str, members: list[frozenset[str]]) -> bool:
    """Whether nobody of the giving agency on the case is kept out of the section by their role."""
    rule = todays_section(case, path.partition(".")[0])
    readers = set(rule.readers) if rule else set[str]()
    return not readers or all(roles & readers for roles in members)


def _roles_at_work(actor: Actor, case: Case) -> dict[str, list[frozenset[str]]]:
    """By agency, the roles of each of its people on the case."""
    day, found = actor.moment.astimezone(COPENHAGEN).date(), dict[str, list[frozenset[str]]]()
    members = Member.objects.filter(lasts(actor.moment), case=case)
    for member in members.select_related("account").prefetch_related("account__affiliations"):
        live = [one for one in member.account.affiliations.all() if one.agency_id == member.agency_id]
        found.setdefault(member.agency_id, []).append(frozenset(one.role for one in live if one.holds_on(day)))
    return found
