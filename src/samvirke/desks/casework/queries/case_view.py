"""A case as somebody who works on it sees it: one reading, one line in the trail, nothing that is not theirs."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.facts.declared import declared_of, todays_section
from samvirke.desks.casework.facts.held import subjects_held
from samvirke.desks.casework.facts.parts import Part, parts
from samvirke.desks.casework.models import Ask, Case, Contribution, Disclosure, Event, Involved, Member, TaskText
from samvirke.desks.casework.models.disclosure import GIVEN, RECALLED, WAITING
from samvirke.desks.casework.queries.membership import Membership, membership
from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.access.rules import visible
from samvirke.trust.identity.models import Agency

# So many of what happened stand on the page of a case; the rest is one click away.
NEWEST = 40


@dataclass(frozen=True)
class CaseView:
    """Everything that one page, one print or one answer of the interface may show."""

    case: Case
    form: CaseType
    mine: Membership
    agencies: dict[str, Agency]
    parts: list[Part]
    involved: list[Involved]
    received: list[Disclosure]
    given: list[Disclosure]
    waiting: list[Disclosure]
    recalled: list[Disclosure]
    asks: list[Ask]
    tasks: list[TaskText]
    events: list[Event]
    colleagues: list[Member]
    readers: dict[str, int]


def case_view(actor: Actor, case_id: UUID, events: int | None = NEWEST) -> CaseView:
    """Open a case, with its newest `events` or all of them.

    Raises `Case.DoesNotExist` where there is none, `NotAllowed` where the rule says no.
    """
    case = Case.objects.select_related("owner", "declared", "district", "municipality").get(pk=case_id)
    with reading(actor, "casework.open", case):
        return _seen(actor, case, events)


def _seen(actor: Actor, case: Case, events: int | None) -> CaseView:
    mine = membership(actor, case)
    form, me = declared_of(case), mine.agency_id
    agencies = {
        one.agency_id: one.agency for one in case.participants.filter(until__isnull=True).select_related("agency")
    }
    kinds = {name: one.kind for name, one in agencies.items()}
    disclosures = list(Disclosure.objects.filter(Q(giver=me) | Q(receiver=me), case=case).order_by("-number"))
    received = list(visible(actor, "casework.read-disclosure", Disclosure.objects.filter(case=case, receiver=me)))
    contributions = Contribution.objects.filter(case=case, agency=me)
    members = Member.objects.filter(case=case, until__gt=now()).select_related("account")
    rules = {one.name: todays_section(case, one.name) or one for one in form.sections}
    involved = list(Involved.objects.filter(case=case, agency=me).select_related("person"))
    subjects = dict.fromkeys([*subjects_held(case, me), *(name for one in received for name in one.subjects)])
    note(*received, parts=len(received), people=len(involved), subjects=subjects)
    return CaseView(
        case=case,
        form=form,
        mine=mine,
        agencies=agencies,
        parts=parts(form, rules, me, mine.roles, kinds, contributions, received),
        involved=involved,
        received=received,
        given=[one for one in disclosures if one.giver_id == me and one.state == GIVEN],
        waiting=[one for one in disclosures if one.giver_id == me and one.state == WAITING],
        recalled=[one for one in disclosures if one.state == RECALLED],
        asks=list(Ask.objects.filter(Q(asker=me) | Q(holder=me), case=case).order_by("-asked_at")),
        tasks=list(TaskText.objects.filter(Q(agency=me) | Q(given_by=me), case=case).order_by("done_on", "due_on")),
        events=list(Event.objects.filter(case=case, seen_by__in=("", me)).order_by("-at")[:events]),
        colleagues=[one for one in members if one.agency_id == me],
        readers={name: sum(one.agency_id == name for one in members) for name in agencies},
    )
